"""A table whose rows stand in an .xlsx or .csv: 数据来源 of a table."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from speechgen.facts import values
from speechgen.facts.item import Item
from speechgen.facts.lines import Mark
from speechgen.facts.located import Located
from speechgen.facts.reading import Reading, shown
from speechgen.facts.sources import table_rows
from speechgen.facts.tables.specs import FORBIDDEN, LONGEST, bracketed
from speechgen.facts.tables.typed import NOWHERE, Line, Parts, Spec, Typed
from speechgen.problems import FactsPlace, nearest

_ASKED = {"数据来源": values.word, "工作表": values.word, "表头": values.whole}


class Sourced(NamedTuple):
    """What stands in the sheet."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Typed, ...], ...]
    place: FactsPlace
    """Of 数据来源 in the facts file."""


def sourced(parts: Parts, reading: Reading) -> Sourced | None:
    """Return heads and rows of the sheet; None where it cannot be read, and why is reported."""
    found: dict[str, str | int] = {}
    marks: dict[str, Mark] = {}
    quiet = Reading(reading.page)
    for name, read in _ASKED.items():
        if name in parts:
            key, node = parts[name]
            value = read(node, key, quiet, NOWHERE)
            if value is not None:
                found[name], marks[name] = value, node.start
    path = found.get("数据来源")
    if not isinstance(path, str):
        return None
    item: Item = Located({**found}, marks, reading.page, marks["数据来源"])
    table = table_rows(path, item, reading)
    if table is None:
        return None
    heads, rows = table
    filled = [row for row in rows if any(text.strip() for text, _ in row)]
    cells = [tuple([Typed(text.strip(), place) for text, place in row]) for row in filled]
    return Sourced(heads, tuple(cells), item.where("数据来源"))


def columns(sheet: Sourced) -> tuple[Spec, ...]:
    """Return the columns of a table that names none: all that the sheet has."""
    return tuple([bracketed(Spec(_clean(head), sheet.place)) for head in sheet.heads])


def lines(
    sheet: Sourced, table: str, specs: tuple[Spec, ...], reading: Reading
) -> list[Line] | None:
    """Return the rows in the order of the columns; None where the sheet lacks one, reported."""
    at: dict[str, int] = {}
    for number, head in enumerate(sheet.heads):
        at.setdefault(_folded(head), number)
        at.setdefault(_folded(bracketed(Spec(_clean(head), sheet.place)).head), number)
    ways = [at.get(_folded(spec.head)) for spec in specs]
    for spec, way in zip(specs, ways, strict=True):
        if way is None and not spec.formula:
            near = nearest(spec.head, sheet.heads)
            hint = f"是不是“{near}”" if near else f"表里有：{shown('、'.join(sheet.heads), 80)}"
            message = f"“{shown(table)}”的“{shown(spec.head)}”列，在数据来源的表里没有"
            reading.report(spec.place, "table-shape", message, hint)
            return None
    return [tuple([None if way is None else row[way] for way in ways]) for row in sheet.rows]


def _folded(head: str) -> str:
    return "".join(unicodedata.normalize("NFKC", head).split())


def _clean(head: str) -> str:
    """Return a head of a sheet as a name: without brackets and line breaks."""
    kept = [character for character in head if character not in FORBIDDEN]
    return "".join("".join(kept).split())[:LONGEST]
