"""Rows below a header, one figure a row: each becomes an entry as 数据 would have it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from unicodedata import normalize

from speechgen.facts import figure_entries
from speechgen.facts.file.lines import Node, Pairs, Scalar, Series
from speechgen.facts.item import Item
from speechgen.facts.keys.key import MISSING
from speechgen.facts.keys.table import RECORDS
from speechgen.facts.lists.filling import NAME
from speechgen.facts.numbers import is_count
from speechgen.facts.reading import Reading, shown
from speechgen.facts.sources.cells import BLANKS, Number, Unfit, number, words
from speechgen.facts.sources.header import Head, Header
from speechgen.facts.sources.notes import unit_above
from speechgen.facts.sources.page import SheetPage, mark, scalar
from speechgen.facts.sources.sheet import Cell
from speechgen.facts.sources.vocabulary import AMOUNTS

_FIGURE = RECORDS["数据项"]
_UNIT = "单位"
_SEVERAL = re.compile("[、，,;；]")
_CHANGES = ("同比", "环比")
_STATED = frozenset({*_CHANGES, "占比"})
"""Columns that a sheet works out: they are compared with what the program works out."""


class Entry(NamedTuple):
    """One row that gives a figure."""

    name: str
    cell: Cell
    """Where the name stands."""

    item: Item
    is_blank: bool
    """Nobody has filled the value; it counts as 待核."""

    is_bare: bool
    """There is nothing but the name: a heading, unless the facts file knows it."""

    has_own_unit: bool = True
    """Its unit, if any, is not only that of the whole sheet."""


def entries(
    page: SheetPage, header: Header, defaults: Mapping[str, str], reading: Reading
) -> Iterator[Entry]:
    """Yield the rows below `header`; what is wrong in them is reported to `reading`, of the page.

    `defaults` are keys of 来源表 that hold for every row: 时段, 单位, 来源.
    """
    unit = _check_heads(page, header, reading)
    amounts = [head.column for key in AMOUNTS if (head := header.columns.get(key)) is not None]
    name_column = header.columns[NAME].column
    heading = header.columns[NAME].texts
    for number_of_row, cells in page.sheet.rows.items():
        cell = cells.get(name_column)
        if cell is None and any(column in cells for column in amounts):
            cell = _over(page, number_of_row, name_column)
        if number_of_row <= header.last or cell is None:
            continue
        try:
            name = words(cell)
        except Unfit as error:
            report(cell, NAME, error, page, reading)
            continue
        if name and name not in heading:  # a header is printed anew on every page
            yield _Row(page, header, number_of_row, reading).entry(name, cell, defaults, unit)


def _over(page: SheetPage, row: int, column: int) -> Cell | None:
    """Return the name that is merged over several rows: it names each of them, and that is told."""
    found = page.sheet.at(row, column)
    return None if found is None else found._replace(row=row, column=column)


def _check_heads(page: SheetPage, header: Header, reading: Reading) -> str:
    """Return the unit of the whole sheet, 单位：件 above its header; report units that differ."""
    heads = [head for key in AMOUNTS if (head := header.columns.get(key)) and head.unit]
    for head in heads[1:]:
        if normalize("NFKC", head.unit) != normalize("NFKC", heads[0].unit):
            message = f"“{shown(heads[0].text)}”和“{shown(head.text)}”两栏的单位不一样"
            place = page.cell(Cell(header.last, head.column, ""))
            reading.report(
                place, "unit-conflict", message, "请换算成一个单位；一行的数只有一个单位"
            )
            break
    return unit_above(page.sheet, header.last)


def report(cell: Cell, key: str, error: Unfit, page: SheetPage, reading: Reading) -> None:
    """Report what is wrong with a cell."""
    code, message, hint = error.reason
    reading.report(page.cell(cell), code, f"“{key}”这一栏：{message}", hint)


class _Row:
    """One row while it is read."""

    def __init__(self, page: SheetPage, header: Header, row: int, reading: Reading) -> None:
        self.page = page
        self.header = header
        self.row = row
        self.reading = reading
        self.pairs: dict[str, Node] = {}
        self.units: list[tuple[str, Cell]] = []
        """Written behind numbers."""

    def entry(self, name: str, cell: Cell, defaults: Mapping[str, str], unit: str) -> Entry:
        for key in self.header.columns:
            if key != NAME:
                self._read(key)
        is_bare = not self.pairs
        is_blank = "值" in self.header.columns and self._value_is_blank()
        if is_blank and not is_bare and "位次" not in self.pairs:
            column = self.header.columns["值"].column
            self.pairs["值"] = scalar(MISSING, Cell(self.row, column, MISSING))
        self._settle_unit()
        self._settle_period()
        self._settle_changes()
        own = _UNIT in self.pairs or _UNIT in defaults or not unit or self._is_percent()
        if not own:
            self.pairs[_UNIT] = scalar(unit, cell)
        for key, default in defaults.items():
            self.pairs.setdefault(key, scalar(default, cell))
        node = Pairs(mark(cell), flow=False)
        for key, value in self.pairs.items():
            node.children += (scalar(key, cell), value)
        item = figure_entries.entry_of(node, self.reading)
        return Entry(name, cell, item or Item({}, {}, self.page.cell(cell)), is_blank, is_bare, own)

    def _is_percent(self) -> bool:
        value = self.pairs.get("值")
        return type(value) is Scalar and value.text.endswith("%")

    def _value_is_blank(self) -> bool:
        value = self.pairs.get("值")
        return value is None or (type(value) is Scalar and value.text == MISSING)

    def _read(self, key: str) -> None:
        column = self.header.columns[key].column
        is_number = key in AMOUNTS or key == "位次"
        sheet = self.page.sheet
        cell = sheet.rows[self.row].get(column) if is_number else sheet.at(self.row, column)
        if cell is None:
            return
        try:
            if is_number:
                self._take_number(key, cell)
            else:
                self._take_words(key, cell)
        except Unfit as error:
            report(cell, key, error, self.page, self.reading)
            self.pairs[key] = scalar(MISSING, cell)  # nothing more is said of it

    def _take_number(self, key: str, cell: Cell) -> None:
        found = number(cell)
        if found.text == MISSING and key != "值" and not _is_stated(cell):
            return  # a dash: there is none
        if key == "位次":
            rank = Pairs(mark(cell), flow=False)
            rank.children += (scalar("至", cell), scalar(found.text + found.unit, cell))
            self.pairs[key] = rank
            return
        if found.unit:
            self.units.append((found.unit, cell))
        if found.text[:1] in {"=", "＝"}:
            message = f"“{shown(found.text)}”是算式，不是数"
            hint = "算式请写在素材的“数据”里；表里请填算好的数"
            self.reading.report(self.page.cell(cell), "bad-number", message, hint)
            found = Number(MISSING)
        self.pairs[key] = scalar(found.text, cell)
        if key == "值" and found.places is not None:
            self.pairs.setdefault("小数", scalar(str(found.places), cell))
            self._say_cut(cell, found)

    def _say_cut(self, cell: Cell, found: Number) -> None:
        if found.is_cut:
            message = f"单元格里是算出来的数 {found.text}，没有定小数位数，按{found.places}位印"
            hint = "请在 Excel 或 WPS 里设好小数位数，或在表里加一栏“小数”"
            self.reading.warn(self.page.cell(cell), "long-decimals", message, hint)

    def _take_words(self, key: str, cell: Cell) -> None:
        text = words(cell)
        if key in _STATED and _is_bare(text):
            text += self.header.columns[key].unit
        if not text or (key in _STATED and _is_bare(text)):
            return
        if _FIGURE.lookup[key].kind != "words":
            self.pairs[key] = scalar(text, cell)
            return
        several = Series(mark(cell), flow=False)
        several.children += [scalar(one, cell) for one in _SEVERAL.split(text) if one]
        self.pairs[key] = several

    def _settle_unit(self) -> None:
        """Take the unit from its column, else from the header, else from behind the number."""
        stated = self.pairs.get(_UNIT)
        head = next((h for key in AMOUNTS if (h := self.header.columns.get(key)) and h.unit), None)
        if type(stated) is Scalar and head is not None:
            self._check_head(head, stated)
        if stated is None and head is not None and any(key in self.pairs for key in AMOUNTS):
            stated = scalar(head.unit, Cell(self.header.last, head.column, head.unit))
        if stated is None and self.units:
            stated = scalar(*self.units[0])
        if type(stated) is not Scalar:
            return
        self.pairs[_UNIT] = stated
        for unit, cell in self.units:
            if normalize("NFKC", unit) != normalize("NFKC", stated.text):
                message = f"“{shown(str(cell.content))}”里的单位同“{shown(stated.text)}”不一样"
                place = self.page.cell(cell)
                self.reading.report(place, "unit-conflict", message, "请核对单位")

    def _check_head(self, head: Head, stated: Scalar) -> None:
        given = self.header.columns[head.key].column in self.page.sheet.rows[self.row]
        if given and normalize("NFKC", head.unit) != normalize("NFKC", stated.text):
            message = f"单位一栏写的是“{shown(stated.text)}”，而表头写的是“{shown(head.text)}”"
            self.reading.report(stated.start, "unit-conflict", message, "请核对单位")

    def _settle_period(self) -> None:
        head = self.header.columns.get("值")
        if head is not None and head.period and "值" in self.pairs:
            at = Cell(self.header.last, head.column, head.period)
            self.pairs.setdefault("时段", scalar(head.period, at))

    def _settle_changes(self) -> None:
        """Leave out a change of a rate in %: a sheet does not say whether points are meant."""
        if self._is_percent():
            for key in _CHANGES:
                stated = self.pairs.get(key)
                if type(stated) is Scalar and stated.text.endswith("%"):
                    del self.pairs[key]


def _is_bare(text: str) -> bool:
    """Return whether a change or share has no unit: 8.8 may be percent or points."""
    return text in BLANKS or (is_count(text.lstrip("+-")) and not text.endswith("%"))


def _is_stated(cell: Cell) -> bool:
    return isinstance(cell.content, str) and cell.content.strip() == MISSING
