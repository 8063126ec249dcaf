"""Cells and lines of a sheet by their looks: numbers, and notes such as 填表人：某某."""

from __future__ import annotations

import re
from collections.abc import Mapping

from speechgen.facts.numbers import is_count
from speechgen.facts.sources.sheet import Cell, Sheet, blanks_folded
from speechgen.facts.tables.specs import UNITS

_YEARS = range(1949, 2100)
_NOTE = re.compile(
    r"[(（]?(填[报表制]|制表|审[核签批]|复核|负责人|(单位|部门)?(主要)?负责人|主管|分管|"
    r"联系|电话|报送|报[出表]|统计|单位|计量单位|注|说明|备注|数据|日期)[^：:]{0,8}[：:]"
)
_UNIT = re.compile(r"[(（]?(?:计量)?单位[:：]\s*([^\s()（）]{1,10})[)）]?")


def is_number(cell: Cell) -> bool:
    """Return whether a cell holds a number; a year over a column is a word."""
    content = cell.content
    if isinstance(content, str):
        return not cell.fault and is_count(content.strip().replace(",", ""))
    return not (isinstance(content, int) and content in _YEARS)


def is_note(cell: Cell) -> bool:
    """Return whether a cell says something about the sheet: 填表人：…, 注：…, 单位：件."""
    return isinstance(cell.content, str) and bool(_NOTE.match(blanks_folded(cell.content)))


def is_notes(cells: Mapping[int, Cell]) -> bool:
    """Return whether the first of the filled cells of a row is a note."""
    first = next(iter(cells.values()), None)
    return first is not None and is_note(first)


def unit_above(sheet: Sheet, last: int) -> str:
    """Return the unit that a line above the header gives all figures, 单位：件; empty for none.

    `last` is the last row of the header. What is no unit that we know (单位：某局) is none.
    """
    above = (cells for row, cells in sheet.rows.items() if row < last)
    said = next((found for cells in above for cell in cells.values() if (found := _unit(cell))), "")
    return said if said in UNITS else ""


def _unit(cell: Cell) -> str:
    match = _UNIT.fullmatch(blanks_folded(cell.content)) if isinstance(cell.content, str) else None
    return match[1] if match is not None else ""
