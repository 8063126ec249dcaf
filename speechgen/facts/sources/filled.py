"""The list of what was missing, come back filled: each row gives one key of one figure, or a name.

Rule: docs/sources.md, “待核清单填好以后”.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import normalize

from speechgen.facts import figure_entries
from speechgen.facts.file.lines import Pairs, Scalar
from speechgen.facts.item import Item
from speechgen.facts.keys.key import MISSING
from speechgen.facts.keys.table import RECORDS
from speechgen.facts.lists.filling import A_NAME, FILL, LACK, NAME
from speechgen.facts.reading import Reading, shown
from speechgen.facts.sources.cells import BLANKS, Unfit, number, words
from speechgen.facts.sources.header import Header
from speechgen.facts.sources.notes import is_note
from speechgen.facts.sources.page import SheetPage, mark, scalar
from speechgen.facts.sources.rows import report
from speechgen.facts.sources.sheet import Cell
from speechgen.facts.sources.vocabulary import AMOUNTS
from speechgen.problems import nearest

_FIGURE = RECORDS["数据项"]
_UNIT = "单位"
_LEVEL = "目标"
"""Of `市定目标`: the level is 市定."""


class Answer(NamedTuple):
    """One filled row."""

    name: str
    cell: Cell
    """What was filled in."""

    item: Item | None = None
    """The key it gives; None of a name."""

    text: str = ""
    """The name itself."""


def answers(page: SheetPage, header: Header, reading: Reading) -> Iterator[Answer]:
    """Yield the rows that were filled; what cannot be read goes to `reading`, of the page."""
    columns = [header.columns[key].column for key in (NAME, LACK, FILL)]
    for row in page.sheet.rows:
        name, lack, cell = (page.sheet.at(row, column) for column in columns)
        if row > header.last and cell and not (name and lack):
            _report_emptied(cell, NAME if lack else LACK, page, reading)
        elif row > header.last and name and lack and cell:
            unit_head = header.columns.get(_UNIT)
            unit = page.sheet.at(row, unit_head.column) if unit_head else None
            try:
                found = _answer(words(name), words(lack), (cell, unit), page, reading)
            except Unfit as error:
                report(cell, FILL, error, page, reading)
                continue
            if found is not None:
                yield found


def _report_emptied(cell: Cell, column: str, page: SheetPage, reading: Reading) -> None:
    """Report an answer of which nobody can say what it answers."""
    if is_note(cell) or (cell.fault == "" and words(cell) in {*BLANKS, MISSING}):
        return
    message = (
        f"“{FILL}”写了“{shown(str(cell.content))}”，而这一行的“{column}”空着，不知道填的是什么"
    )
    hint = "“名称”“缺什么”两栏请照发出去的清单补上"
    reading.report(page.cell(cell), "unknown-figure", message, hint)


def _answer(
    name: str, lack: str, filled: tuple[Cell, Cell | None], page: SheetPage, reading: Reading
) -> Answer | None:
    cell, unit = filled
    if cell.fault == "" and words(cell) in {*BLANKS, MISSING}:
        return None
    if lack == A_NAME:
        return Answer(name, cell, text=words(cell))
    level = lack.removesuffix(_LEVEL) if lack not in _FIGURE.lookup else ""
    key = _FIGURE.lookup.get("全年目标" if level and level != lack else lack)
    if key is None:
        near = nearest(lack, _FIGURE.lookup)
        hint = f"是不是“{near}”？" if near else "“缺什么”一栏请照原样留着"
        message = f"“{LACK}”一栏写的“{shown(lack)}”不是数据的一项"
        reading.report(page.cell(cell), "unknown-key", message, hint)
        return None
    node = _node(key.name, "" if level == lack else level, cell)
    if unit is not None and key.name in AMOUNTS and words(unit) not in BLANKS:
        _add_unit(node, unit, page, reading)
    item = figure_entries.entry_of(node, reading)
    return None if item is None else Answer(name, cell, item)


def _add_unit(node: Pairs, unit: Cell, page: SheetPage, reading: Reading) -> None:
    """Give an answer the unit of its row; where one stands behind the number, the two are one."""
    said = words(unit)
    names = [child.text for child in node.children[::2] if type(child) is Scalar]
    if _UNIT not in names:
        node.children += (scalar(_UNIT, unit), scalar(said, unit))
        return
    behind = node.children[names.index(_UNIT) * 2 + 1]
    if type(behind) is Scalar and normalize("NFKC", behind.text) != normalize("NFKC", said):
        message = f"数后面的单位是“{shown(behind.text)}”，单位一栏是“{shown(said)}”"
        reading.report(page.cell(unit), "unit-conflict", message, "请核对单位")


def _node(key: str, level: str, cell: Cell) -> Pairs:
    """Return `{key: what was filled in}`, its unit beside it where one was written."""
    node = Pairs(mark(cell), flow=False)
    inner = level or ("至" if key == "位次" else "")
    if key not in AMOUNTS and key != "位次":
        node.children += (scalar(key, cell), scalar(words(cell), cell))
        return node
    found = number(cell)
    text = scalar(found.text + (found.unit if key == "位次" else ""), cell)
    if inner:
        record = Pairs(mark(cell), flow=False)
        record.children += (scalar(inner, cell), text)
        node.children += (scalar(key, cell), record)
        return node
    node.children += (scalar(key, cell), text)
    if found.unit:
        node.children += (scalar(_UNIT, cell), scalar(found.unit, cell))
    if key == "值" and found.places is not None:
        node.children += (scalar("小数", cell), scalar(str(found.places), cell))
    return node
