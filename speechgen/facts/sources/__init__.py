"""Tables the office keeps: .xlsx and .csv beside the facts file."""

from __future__ import annotations

from speechgen.facts.item import Item
from speechgen.facts.numbers import is_count
from speechgen.facts.reading import Reading
from speechgen.facts.sources.cells import Unfit, number, words
from speechgen.facts.sources.header import Head, heads
from speechgen.facts.sources.opening import refuse, sheets
from speechgen.facts.sources.page import SheetPage
from speechgen.facts.sources.sheet import Cell, Reason, Sheet, Unreadable
from speechgen.problems import FactsPlace

Columns = tuple[str, ...]
Rows = tuple[tuple[tuple[str, FactsPlace], ...], ...]


def table_rows(path_text: str, item: Item, reading: Reading) -> tuple[Columns, Rows] | None:
    """Return the columns and rows of the sheet that a table of 表格 takes its cells from.

    `item` is the record that names the file: its 工作表 and 表头 are heeded, where it has them.
    Without them the first sheet that is not hidden is read, and its first row with two words
    or more is the header. Numbers are as a facts file has them typed (`1234`, `67.5%`, as the
    cell shows them), an empty cell is empty. A merged cell counts for the first of its rows.

    What keeps the file from being read is reported at the place of 数据来源 or of `item`, what
    is wrong in a cell at the cell; None then, or where the sheet has no rows.
    """
    place = item.where("数据来源")
    found = sheets(path_text, item.text("工作表"), place, reading)
    if not found:
        return None
    try:
        return _table(found[0](), path_text, item, reading)
    except Unreadable as error:
        refuse(path_text, error, place, reading)
        return None


def _table(
    sheet: Sheet, path_text: str, item: Item, reading: Reading
) -> tuple[Columns, Rows] | None:
    row = item.get("表头")
    last, columns = heads(sheet, row if isinstance(row, int) else _first(sheet))
    named = [head for head in columns if head.texts]
    page = SheetPage(sheet, path_text)
    rows = tuple(
        [
            tuple([_text(sheet, number, head, page, reading) for head in named])
            for number in sheet.rows
            if number > last
        ]
    )
    if not named or not rows:
        raise Unreadable(Reason("no-header", "里没有表头，或表头下面没有内容", "请核对表格"))
    return tuple(["".join(head.texts) for head in named]), rows


def _first(sheet: Sheet) -> int:
    """Return the first row with two cells of its own or more: titles stand alone in theirs."""
    return next((row for row, cells in sheet.rows.items() if len(cells) > 1), 0)


def _text(
    sheet: Sheet, row: int, head: Head, page: SheetPage, reading: Reading
) -> tuple[str, FactsPlace]:
    cell = sheet.rows[row].get(head.column)
    if cell is None:
        return "", page.cell(Cell(row, head.column, ""))
    try:
        return _typed(cell), page.cell(cell)
    except Unfit as error:
        code, message, hint = error.reason
        reading.report(page.cell(cell), code, f"“{head.text}”这一列：{message}", hint)
        return "", page.cell(cell)


def _typed(cell: Cell) -> str:
    """Return a cell as it would be typed in 行: a grouped number without its commas."""
    if isinstance(cell.content, str) and not cell.fault:
        found = number(cell)
        if not found.unit and is_count(found.text):
            return found.text
    return words(cell)
