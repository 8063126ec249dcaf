"""The rows of a sheet that a table of 表格 is made of: where they begin, what is in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from speechgen.facts.item import Item
from speechgen.facts.numbers import is_count
from speechgen.facts.reading import Reading, shown
from speechgen.facts.sources.cells import Number, Unfit, as_shown, number, words
from speechgen.facts.sources.header import LOOKED_AT, Head, heads
from speechgen.facts.sources.notes import is_note, is_notes, is_number, unit_above
from speechgen.facts.sources.page import SheetPage
from speechgen.facts.sources.sheet import Cell, Reason, Sheet, Unreadable
from speechgen.facts.sources.vocabulary import folded
from speechgen.problems import FactsPlace

_SERIAL = frozenset({"序号", "序", "编号"})


class Given(NamedTuple):
    """One cell."""

    text: str
    """Exact, as it would be typed in 行: a grouped number without its commas."""

    place: FactsPlace
    shown: str
    """A number as the cell shows it."""

    words: str
    """As it stands, where its column is one of words: `1,234`."""

    unit: str = ""
    """Behind the number of a text: 6件."""

    decimals: int | None = None
    """Decimals that the cell shows, where the number has more."""

    is_cut: bool = False
    """The cell has no format: `decimals` are ours."""


class Grid(NamedTuple):
    """Heads and rows of a table."""

    heads: tuple[Head, ...]
    rows: tuple[tuple[Given, ...], ...]
    unit: str
    """Of all its numbers, as a line above the header says (单位：万元); empty where none does."""


def grid(sheet: Sheet, path_text: str, item: Item, wanted: Sequence[str], reading: Reading) -> Grid:
    """Return what stands in `sheet` below its header, without notes and signatures.

    `item` may state the row of the header (表头); `wanted` are heads that 列 names, if it does.

    Raises:
        Unreadable: there is no header, or nothing below it.
    """
    row = item.get("表头")
    last, columns = heads(sheet, row if isinstance(row, int) else _first(sheet, wanted))
    named = tuple([head for head in columns if head.texts])
    page = SheetPage(sheet, path_text)
    rows = tuple(
        [
            tuple([_given(sheet, number, head, page, reading) for head in named])
            for number in sheet.rows
            if number > last and _is_row(sheet, number, named, page, reading)
        ]
    )
    if not named or not rows:
        raise Unreadable(Reason("no-header", "里没有表头，或表头下面没有内容", "请核对表格"))
    for column in zip(*rows, strict=True):
        cut = next((cell for cell in column if cell.is_cut), None)
        if cut is not None:
            _say_cut(cut, reading)
    return Grid(named, rows, unit_above(sheet, last))


def _first(sheet: Sheet, wanted: Sequence[str]) -> int:
    """Return the row of the header: it has most of the heads that are wanted, or words only."""
    looked_at = [row for row in sheet.rows if row <= LOOKED_AT]
    asked = {folded(head) for head in wanted}
    found = {
        row: len(asked.intersection(folded(str(cell.content)) for cell in sheet.rows[row].values()))
        for row in looked_at
    }
    best = max(looked_at, key=lambda row: (found[row], -row), default=0)
    if best and found[best]:
        return best
    wide = [row for row in looked_at if len(sheet.rows[row]) > 1]
    heading = [row for row in wide if not is_notes(sheet.rows[row]) and not _numbers(sheet, row)]
    return next(iter(heading or wide), 0)


def _numbers(sheet: Sheet, row: int) -> list[Cell]:
    """Return the cells of a row that hold numbers; a year over a column is a word."""
    return [cell for cell in sheet.rows[row].values() if is_number(cell)]


def _is_row(
    sheet: Sheet, row: int, named: tuple[Head, ...], page: SheetPage, reading: Reading
) -> bool:
    """Return whether a row below the header is one of the table; a heading in it is told."""
    filled = [cell for head in named if (cell := sheet.rows[row].get(head.column)) is not None]
    if not filled or (is_notes(sheet.rows[row]) and not any(map(is_number, filled))):
        return False
    if len(filled) > 1 or len(named) == 1 or is_number(filled[0]):
        return True
    if not is_note(filled[0]):
        message = f"“{shown(str(filled[0].content))}”这一行只有名称，没有读"
        hint = "是表里的一行的，别的格请填上，没有的填 —"
        reading.warn(page.cell(filled[0]), "empty-value", message, hint)
    return False


def _given(sheet: Sheet, row: int, head: Head, page: SheetPage, reading: Reading) -> Given:
    cell = sheet.rows[row].get(head.column) or _merged_from_the_left(sheet, row, head.column)
    if cell is None or (head.text in _SERIAL and _reaches_right(sheet, cell)):
        place = page.cell(Cell(row, head.column, ""))
        return Given("", place, "", "")
    place = page.cell(cell)
    try:
        said = words(cell)
        return _of_number(number(cell), said, place)
    except Unfit as error:
        return _unfit(cell, head, error, place, reading)


def _unfit(cell: Cell, head: Head, error: Unfit, place: FactsPlace, reading: Reading) -> Given:
    """Return a date or 是/否 as words; report any other cell that is no number."""
    try:
        said = words(cell)
    except Unfit:
        code, message, hint = error.reason
        reading.report(place, code, f"“{head.text}”这一列：{message}", hint)
        said = ""
    return Given(said, place, said, said)


def _of_number(found: Number, said: str, place: FactsPlace) -> Given:
    if not is_count(found.text):
        return Given(said, place, said, said)
    if found.unit:
        return Given(found.text, place, said, said, found.unit)
    return Given(found.text, place, as_shown(found), said, "", found.places, found.is_cut)


def _say_cut(cell: Given, reading: Reading) -> None:
    message = f"单元格里是算出来的数 {cell.text}，没有定小数位数，按{cell.decimals}位印"
    hint = "请在 Excel 或 WPS 里设好小数位数，或在“列”里写 小数"
    reading.warn(cell.place, "long-decimals", message, hint)


def _merged_from_the_left(sheet: Sheet, row: int, column: int) -> Cell | None:
    """Return a word that reaches over a column: 合计 over 序号 and 乡镇."""
    at = sheet.merged.get((row, column), (0, 0))
    cell = sheet.at(row, column) if at[0] == row else None
    return cell if cell is not None and isinstance(cell.content, str) else None


def _reaches_right(sheet: Sheet, cell: Cell) -> bool:
    return sheet.merged.get((cell.row, cell.column + 1)) == (cell.row, cell.column)


def decimals_of(cells: Iterator[Given]) -> int | None:
    """Return the decimals a column shows; None where all its numbers are shown whole."""
    given = [one for one in cells if is_count(one.text)]
    if all(one.decimals is None for one in given):
        return None
    return max(
        one.decimals if one.decimals is not None else len(one.shown.rstrip("%").partition(".")[2])
        for one in given
    )
