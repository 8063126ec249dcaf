"""A table whose rows stand in an .xlsx or .csv: 数据来源 of a table."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from speechgen.facts import values
from speechgen.facts.figure import PERCENT
from speechgen.facts.figure_entries import COUNTED
from speechgen.facts.file.lines import Mark, Pairs, Scalar, Series
from speechgen.facts.file.located import Located
from speechgen.facts.item import Item
from speechgen.facts.numbers import is_count
from speechgen.facts.reading import Reading, shown
from speechgen.facts.sources import table_rows
from speechgen.facts.sources.grid import Given, decimals_of
from speechgen.facts.tables.specs import FORBIDDEN, LONGEST, bracketed
from speechgen.facts.tables.typed import NOWHERE, Line, Parts, Spec, Typed
from speechgen.problems import FactsPlace, letters, nearest

_LACKING = -1
_RATES = ("率", "占比", "比重", "比例", "增速", "增幅")
_ASKED = {"数据来源": values.word, "工作表": values.word, "表头": values.whole}


class Sourced(NamedTuple):
    """What stands in the sheet."""

    heads: tuple[str, ...]
    letters: tuple[str, ...]
    """Of the columns: B."""

    rows: tuple[tuple[Given, ...], ...]
    unit: str
    """Of the whole table: as typed, else as it stands above the header."""

    is_said_above: bool

    place: FactsPlace
    """Of 数据来源 in the facts file."""


def sourced(parts: Parts, unit: str, reading: Reading) -> Sourced | None:
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
    table = table_rows(path, item, reading, _wanted(parts))
    if table is None:
        return None
    heads = tuple(["".join(head.texts) for head in table.heads])
    columns = tuple([letters(head.column) for head in table.heads])
    place = item.where("数据来源")
    return Sourced(heads, columns, table.rows, unit or table.unit, not unit, place)


def _wanted(parts: Parts) -> list[str]:
    """Return the heads that 列 names."""
    node = parts["列"][1] if "列" in parts else None
    if type(node) is Pairs:
        return [one.text for one in node.children[::2] if type(one) is Scalar]
    return (
        [one.text for one in node.children if type(one) is Scalar] if type(node) is Series else []
    )


def columns(sheet: Sourced) -> tuple[Spec, ...]:
    """Return the columns of a table that names none: all that the sheet has."""
    return tuple([bracketed(Spec(_clean(head), sheet.place)) for head in sheet.heads])


def lines(
    sheet: Sourced, table: str, specs: tuple[Spec, ...], reading: Reading
) -> tuple[tuple[Spec, ...], list[Line]] | None:
    """Return the columns with the decimals their cells show, and the rows in their order.

    None where the sheet lacks a column, or has two of one name, reported.
    """
    ways = [_way(spec, sheet, table, reading) for spec in specs]
    if _LACKING in ways:
        return None
    odd = [spec for spec, way in zip(specs, ways, strict=True) if _is_odd(spec, way, sheet)]
    for spec in odd:
        message = f"“{shown(table)}”的“{shown(spec.head)}”列没有单位，不像是“{sheet.unit}”"
        hint = f"表头上面写的是“单位：{sheet.unit}”；请在“列”里写明这一列的单位"
        reading.report(spec.place, "unit-missing", message, hint)
    columns = tuple([_shown(spec, way, sheet) for spec, way in zip(specs, ways, strict=True)])
    rows = [
        tuple(
            [
                None if way is None else _cell(row[way], spec, sheet, naming=not at)
                for at, (spec, way) in enumerate(zip(columns, ways, strict=True))
            ]
        )
        for row in sheet.rows
    ]
    return columns, rows


def _way(spec: Spec, sheet: Sourced, table: str, reading: Reading) -> int | None:
    """Return the column of the sheet that `spec` means; None of a formula that it lacks."""
    wanted = _folded(spec.head)
    exact = [n for n, head in enumerate(sheet.heads) if _folded(head) == wanted]
    found = exact or [
        n
        for n, head in enumerate(sheet.heads)
        if _folded(bracketed(Spec(_clean(head), sheet.place)).head) == wanted
    ]
    if len(found) > 1:
        both = "、".join(f"{sheet.letters[n]} 列" for n in found)
        message = f"“{shown(table)}”的“{shown(spec.head)}”列，表里有{len(found)}列：{both}"
        reading.report(spec.place, "columns-unclear", message, "请在表里给它们起不同的名字")
        return _LACKING
    if not found and not spec.formula:
        near = nearest(spec.head, sheet.heads)
        hint = f"是不是“{near}”" if near else f"表里有：{shown('、'.join(sheet.heads), 80)}"
        message = f"“{shown(table)}”的“{shown(spec.head)}”列，在数据来源的表里没有"
        reading.report(spec.place, "table-shape", message, hint)
        return _LACKING
    return found[0] if found else None


def _is_odd(spec: Spec, way: int | None, sheet: Sourced) -> bool:
    """Return whether the unit above the header can hardly be that of a column: of 化解率, 户数."""
    if way is None or not (sheet.unit and sheet.is_said_above) or spec.unit or spec.worded:
        return False
    counted = spec.head.removesuffix("数")
    other = counted != spec.head and any(map(counted.endswith, COUNTED - {sheet.unit}))
    if spec.formula or sheet.unit == PERCENT or not (other or spec.head.endswith(_RATES)):
        return False
    return any(is_count(row[way].text) and not row[way].text.endswith("%") for row in sheet.rows)


def _shown(spec: Spec, way: int | None, sheet: Sourced) -> Spec:
    if way is None or spec.decimals is not None or spec.worded or spec.formula:
        return spec
    return spec._replace(decimals=decimals_of(row[way] for row in sheet.rows))


def _cell(given: Given, spec: Spec, sheet: Sourced, *, naming: bool) -> Typed:
    """Return a cell as it would be typed: of a computed column it is compared as it is shown."""
    if naming or spec.worded or given.unit not in {"", spec.unit or sheet.unit}:
        text = given.words
    else:
        text = given.shown if spec.formula else given.text
    return Typed(text.strip(), given.place)


def _folded(head: str) -> str:
    return "".join(unicodedata.normalize("NFKC", head).split())


def _clean(head: str) -> str:
    """Return a head of a sheet as a name: without brackets and line breaks."""
    kept = [character for character in head if character not in FORBIDDEN]
    return "".join("".join(kept).split())[:LONGEST]
