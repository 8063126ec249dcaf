"""The list to send out: what is missing, from whom, until when, and where the papers need it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from speechgen.columns import aligned
from speechgen.drafting.draft import Draft
from speechgen.drafting.telling.missing import day
from speechgen.drafting.telling.uses import Uses
from speechgen.facts.facts import Facts
from speechgen.facts.lists.filling import HEADERS
from speechgen.facts.lists.lacks import Lack, lacks
from speechgen.problems import visible

NOBODY = "没有写由谁提供"


class Asked(NamedTuple):
    """One thing to ask for, and where an X or ×× stands in its place."""

    lack: Lack
    where: str


def asking(facts: Facts, papers: Sequence[Draft]) -> tuple[Asked, ...]:
    """Return all that is missing, grouped by who supplies it; what nobody is named for, last."""
    uses = Uses(facts, papers)
    spoken = (lack for paper in papers for entry in paper.ledger.values() for lack in entry.lacks)
    found = [Asked(one, uses.of_lack(one.name, one.what)) for one in lacks(facts, spoken)]
    suppliers = list(dict.fromkeys(one.lack.from_whom for one in found if one.lack.from_whom))
    return tuple(sorted(found, key=lambda one: [*suppliers, ""].index(one.lack.from_whom)))


def lines(found: Sequence[Asked], most: int = 100) -> list[str]:
    """Return the list as text, a heading for each supplier.

    县信访局（2项）：
      重复信访    值        件  8月11日前  一、第3段（本数、占比）
    """
    if not found:
        return ["没有缺的数，也没有缺的名称"]
    names = sum(one.lack.is_name for one in found)
    said = [f"缺数 {len(found) - names} 项，缺名 {names} 项"]
    rows = aligned([[visible(cell) for cell in _told(one)] for one in found], most, "  ")
    before = None
    for one, row in zip(found, rows, strict=True):
        if one.lack.from_whom != before:
            before = one.lack.from_whom
            count = sum(other.lack.from_whom == before for other in found)
            said.append(f"{visible(before) or NOBODY}（{count}项）：")
        said.append(row)
    return said


def cells(found: Sequence[Asked]) -> list[tuple[str, ...]]:
    """Return the list as rows of a sheet, the column to fill in empty."""
    return [HEADERS, *(_cells(one) for one in found)]


def _told(one: Asked) -> tuple[str, ...]:
    lack = one.lack
    due = f"{day(lack.due)}前" if lack.due else ""
    return lack.name, lack.what, lack.unit, due, one.where


def _cells(one: Asked) -> tuple[str, ...]:
    lack = one.lack
    return lack.name, lack.what, "", lack.unit, lack.from_whom, lack.due, one.where
