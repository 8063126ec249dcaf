"""见表3, 详见附件5 as typed: the program counts what it prints, so a typed number may be wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from speechgen.document import Block, Role, Table
from speechgen.facts.facts import Facts
from speechgen.facts.item import Item, Value
from speechgen.problems import FactsPlace, Problem

_CITED = re.compile(
    r"(?:(?<=[见如（(])附?(?P<table>表)|(?<!文)附件)\s*(?P<number>[1-9][0-9]{0,2})"
    r"(?![0-9.份个件项张页台人])"
)


def wrong_numbers(blocks: Sequence[Block | Table], facts: Facts) -> list[Problem]:
    """Return a warning for each table or enclosure that the facts cite and `blocks` lack."""
    roles = [block.role for block in blocks if isinstance(block, Block)]
    printed = {"表": roles.count(Role.CAPTION), "附件": roles.count(Role.ATTACHMENT_LABEL)}
    said = "\n".join([block.text for block in blocks if isinstance(block, Block)])
    if not _CITED.search(said):
        return []
    found: dict[tuple[FactsPlace, str], Problem] = {}
    for text, place in _texts(facts.root, facts.root.place):
        for cited in _CITED.finditer(text):
            what = cited["table"] or "附件"
            number = int(cited["number"])
            if number > printed[what] and cited[0] in said:
                found[place, cited[0]] = _warning(place, what, number, printed[what])
    return list(found.values())


def _texts(value: Value, place: FactsPlace) -> Iterator[tuple[str, FactsPlace]]:
    """Yield each text of the facts with its place."""
    if isinstance(value, Item):
        for name, entry in value.values.items():
            yield from _texts(entry, value.where(name))
    elif isinstance(value, tuple):
        for entry in value:
            yield from _texts(entry, entry.place if isinstance(entry, Item) else place)
    elif isinstance(value, str):
        yield value, place


def _warning(place: FactsPlace, what: str, number: int, printed: int) -> Problem:
    if what == "表":
        there = f"稿子里的表编到表{printed}" if printed else "稿子的正文里没有印表"
    else:
        there = f"稿子有{printed}个附件" if printed else "稿子没有附件"
    message = f"句子里说到“{what}{number}”，而{there}"
    hint = "表和附件由程序按印出的次序编号，请照生成的稿子改句子里的号"
    return Problem(place, "table-number", message, hint, severity="warn")
