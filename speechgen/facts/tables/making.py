"""A table as typed becomes figures: a figure a cell, a figure a column, and the number of rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import reduce

from speechgen.facts.entry import TAKEN, UNITLESS
from speechgen.facts.figure import PERCENT, Amount, Figure, Name
from speechgen.facts.figure_entries import COUNTED
from speechgen.facts.item import Item
from speechgen.facts.keys.key import MISSING, PERSON
from speechgen.facts.reading import Reading, shown
from speechgen.facts.tables.cells import BLANKS, NOTHING, Number, is_number, number
from speechgen.facts.tables.computed import Computed
from speechgen.facts.tables.made import completed, made, told
from speechgen.facts.tables.record import BLANK, Cell, Column, Position, Row, TableFacts
from speechgen.facts.tables.specs import SERIAL
from speechgen.facts.tables.typed import Sheet, Spec, Typed
from speechgen.numerals import EXACT

ROWS = "行数"
SUM = "合计"
_RATES = frozenset({PERCENT, "‰", "个百分点"})
_POSITIONS: dict[str, Position] = {"文中": "文中", "文后": "文后", "不印": "不印"}
_PERSONS = ("姓名", "负责人", "责任人", "联系人")


class Table:
    """One table, its cells made figures. Computed columns are still to be worked out."""

    __slots__ = ("beside", "cells", "columns", "computed", "figures", "reading", "sheet", "totals")

    def __init__(self, sheet: Sheet, reading: Reading) -> None:
        self.sheet = sheet
        self.reading = reading
        self.figures: dict[str, Figure] = {}
        self.beside: dict[str, Item] = {}
        """Entries of 数据 and of the filled list that speak of a cell or column."""
        self.computed: list[Computed] = []
        self.columns: list[Column] = []
        self.cells: list[list[Cell]] = []
        """By column, from the top down."""
        self.totals: list[Cell] = []
        """By column."""
        for at in range(len(sheet.specs)):
            self._column(at)
        rows = f"{sheet.name}.{ROWS}"
        if rows not in self.figures:
            amount = Amount(Decimal(len(sheet.rows)), sheet.place)
            self.figures[rows] = Figure(rows, sheet.place, amount, "个", sheet.period)

    def name(self, head: str, row: str = "") -> str:
        """Return the figure of a cell, `乡镇表[城关镇].来访`, or of a column, `乡镇表.来访`."""
        return f"{self.sheet.name}[{row}].{head}" if row else f"{self.sheet.name}.{head}"

    def names(self) -> Iterator[str]:
        """Yield the names of all its figures, computed ones too."""
        yield from self.figures
        for column in self.computed:
            yield from (*column.cells, column.name)

    def rows(self) -> list[str]:
        """Return the names of the rows."""
        at = self.sheet.naming
        return [cell.text for row in self.sheet.rows if (cell := row[at]) is not None]

    def printed(self, items: Sequence[Item], figures: Mapping[str, Figure]) -> TableFacts | None:
        """Return the table for the printer; None where `items`, records of 表格, lack it."""
        sheet, totals = self.sheet, self.sheet.totals
        item = next((one for one in items if one.text("名称") == sheet.name), None)
        if item is None:
            return None
        cells = zip(
            *[[_cell(one, figures) for one in column] for column in self.cells], strict=True
        )
        last = tuple([_cell(cell, figures) for cell in self.totals])
        return TableFacts(
            sheet.name,
            item.text("标题"),
            sheet.unit,
            _POSITIONS.get(item.text("位置"), "文中"),
            tuple([_column(column, figures) for column in self.columns]),
            tuple([Row(name, row) for name, row in zip(self.rows(), cells, strict=True)]),
            Row(totals.label, last) if totals else None,
            totals.first if totals else False,
            sheet.place,
        )

    def _column(self, at: int) -> None:
        sheet = self.sheet
        spec = sheet.specs[at]
        cells = [row[at] for row in sheet.rows]
        total = sheet.totals.cells[at] if sheet.totals else None
        if at == sheet.naming:
            self.columns.append(Column(spec.head, "name"))
            self.cells.append([Cell(cell.text) for cell in cells if cell is not None])
            self.totals.append(Cell(sheet.totals.label if sheet.totals else ""))
        elif spec.formula:
            self._computed(spec, cells, total)
        elif _is_worded(spec, [cell.text for cell in cells if cell is not None]):
            self._words(spec, [cell for cell in cells if cell is not None], total)
        else:
            self._numbers(spec, [cell for cell in cells if cell is not None], total)

    def _words(self, spec: Spec, cells: Iterable[Typed], total: Typed | None) -> None:
        self.columns.append(Column(spec.head, "text"))
        named = zip(self.rows(), cells, strict=True)
        self.cells.append([self._word(spec, row, cell) for row, cell in named])
        self.totals.append(Cell(total.text if total and total.text not in NOTHING else BLANK))

    def _word(self, spec: Spec, row: str, cell: Typed) -> Cell:
        if cell.text == MISSING:
            name = self.name(spec.head, row)
            mark = PERSON if spec.head.endswith(_PERSONS) else "××"
            sheet = self.sheet
            made = Name(name, cell.place, None, mark, sheet.from_whom, sheet.due)
            self.reading.names[name] = made
            return Cell(expression=name)
        self._check_fill(self.name(spec.head, row), cell)
        if "【" in cell.text or "】" in cell.text:
            message = f"“{shown(self.name(spec.head, row))}”里不能用【】引用数据"
            hint = "请直接写字；数请单独放在一列"
            self.reading.report(cell.place, "figure-not-here", message, hint)
        return Cell(BLANK if cell.text in NOTHING or cell.text in BLANKS else cell.text)

    def _check_fill(self, name: str, cell: Typed) -> None:
        """Report where the filled list has another word for a cell than the table."""
        text, place = self.reading.fills.pop(name, (cell.text, cell.place))
        if text != cell.text:
            message = f"“{shown(name)}”在表格里写的是“{shown(cell.text)}”，这里是“{shown(text)}”"
            self.reading.report(place, "source-conflict", message, "请核对，只留一处")

    def _numbers(self, spec: Spec, cells: Iterable[Typed], total: Typed | None) -> None:
        rows = self.rows()
        name = self.name(spec.head)
        typed = [
            self._number(self.name(spec.head, row), cell)
            for row, cell in zip(rows, cells, strict=True)
        ]
        stated = self._told(name, number(total, name, self.reading) if total else None)
        unit = self._unit(spec, [*typed, stated])
        names: list[str] = []
        printed: list[Cell] = []
        for row, found in zip(rows, typed, strict=True):
            if found is None:
                printed.append(Cell(BLANK))
                continue
            cell = self._figure(spec, self.name(spec.head, row), found.amount, unit, row)
            self.figures[cell.name] = cell
            names.append(cell.name)
            printed.append(Cell(expression=cell.name))
        none = total is not None and stated is None
        self._total(spec, unit, tuple(names), stated, none=none)
        self.columns.append(Column(spec.head, "number", unit, name))
        self.cells.append(printed)
        self.totals.append(Cell(expression=name))

    def _total(
        self, spec: Spec, unit: str, cells: tuple[str, ...], stated: Number | None, *, none: bool
    ) -> None:
        """Add the figure of a column: its total is stated, summed up, or there is none."""
        name = self.name(spec.head)
        summed = not (unit in _RATES or "/" in unit or spec.category in {"率", "价格"})
        parts = cells if summed and not none else ()
        if stated is not None:
            column = self._figure(spec, name, stated.amount, unit)
        elif parts:
            figures = [self.figures[cell] for cell in parts]
            amount = Amount(_sum(figures), spec.place)
            column = self._figure(spec, name, amount, unit)._replace(formula=SUM, inputs=parts)
        else:
            column = self._figure(spec, name, None, unit)
        self.figures[name] = column._replace(parts=parts, cells=cells)

    def _take(self, name: str) -> Item | None:
        """Take what 数据 and the filled list say of a figure of this table out of 数据."""
        item = self.reading.entries.pop(name, None) if self.reading.entries else None
        if item is not None:
            self.beside[name] = item
        return item

    def _figure(
        self, spec: Spec, name: str, amount: Amount | None, unit: str, row: str = ""
    ) -> Figure:
        return self._completed(made(self.sheet, spec, name, amount, unit, row=row))

    def _completed(self, figure: Figure) -> Figure:
        item = self.beside.get(figure.name)
        return figure if item is None else completed(figure, item, self.reading)

    def _number(self, name: str, cell: Typed) -> Number | None:
        """Return the number of a cell; None of —, whatever stands beside the table."""
        found = number(cell, name, self.reading)
        return None if found is None else self._told(name, found)

    def _told(self, name: str, typed: Number | None) -> Number | None:
        """Return the number of a cell or total, typed in the table or given beside it."""
        item = self._take(name)
        if item is None:
            return typed
        amount = told(name, typed.amount if typed else None, item, self.reading)
        if amount is None or (typed and amount is typed.amount):
            return typed
        return Number(amount, item.text("单位") == PERCENT)

    def _computed(self, spec: Spec, cells: list[Typed | None], total: Typed | None) -> None:
        rows = self.rows()
        stated: dict[str, Amount] = {}
        for row, cell in [*zip(rows, cells, strict=True), ("", total)]:
            name = self.name(spec.head, row)
            found = number(cell, name, self.reading) if cell and cell.text not in NOTHING else None
            found = self._told(name, found)
            if found is not None and found.amount.value is not None:
                stated[name] = found.amount
        names = [self.name(spec.head, row) for row in rows]
        self.computed.append(Computed(self.sheet, spec, rows, stated, self._completed))
        self.columns.append(Column(spec.head, "number", spec.unit, self.name(spec.head)))
        self.cells.append([Cell(expression=name) for name in names])
        self.totals.append(Cell(expression=self.name(spec.head)))

    def _unit(self, spec: Spec, typed: list[Number | None]) -> str:
        """Return the unit of a column of numbers; report where it does not go with its cells."""
        numbers = [one for one in typed if one is not None and one.amount.value is not None]
        percents = [one for one in numbers if one.percent]
        unit = spec.unit or ("" if percents else self.sheet.unit)
        where = f"“{shown(self.sheet.name)}”的“{shown(spec.head)}”列"
        if percents and unit not in {"", PERCENT}:
            message = f"{where}里有百分数，而单位写的是“{shown(unit)}”"
            hint = "百分数的列不用写单位；不是百分数的，请去掉%"
            self.reading.report(percents[0].amount.place, "unit-conflict", message, hint)
        elif percents and not unit:
            unit = PERCENT
            for one in numbers:
                if not one.percent:
                    message = f"{where}里这一格没有写%，而别的格是百分数"
                    self.reading.report(
                        one.amount.place, "percent-mismatch", message, "请都写成百分数"
                    )
                    break
        elif not unit and numbers:
            message = f"{where}没有写单位"
            hint = (
                f"“列”里写 {spec.head}: 件；整张表一个单位的，写 单位: 件；没有单位的写 {UNITLESS}"
            )
            self.reading.report(spec.place, "unit-missing", message, hint)
        self._check_counts(unit, numbers, where)
        self._check_magnitudes(unit, numbers, where)
        return "" if unit == UNITLESS else unit

    def _check_counts(self, unit: str, numbers: list[Number], where: str) -> None:
        for one in numbers if unit in COUNTED else ():
            if one.amount.value is not None and one.amount.value < 0:
                message = f"{where}里有负数，而单位是“{unit}”"
                hint = "请核对；减少了多少，由程序算出"
                self.reading.report(one.amount.place, "negative-count", message, hint)

    def _check_magnitudes(self, unit: str, numbers: list[Number], where: str) -> None:
        for one in numbers:
            magnitude = one.amount.magnitude
            if magnitude and unit[:1] in TAKEN[magnitude]:
                message = f"{where}里有一格写了“{magnitude}”，单位“{unit}”里也有"
                hint = "请只写一处：11000万 和 万元，写成 11000 和 万元"
                self.reading.report(one.amount.place, "magnitude-twice", message, hint)


def _is_worded(spec: Spec, texts: list[str]) -> bool:
    if spec.worded or spec.head in SERIAL:
        return True
    if spec.unit or spec.decimals is not None:
        return False
    said = [text for text in texts if text not in BLANKS and text not in NOTHING]
    return all(text == MISSING or not is_number(text) for text in said) and any(
        text != MISSING for text in said
    )


def _sum(figures: list[Figure]) -> Decimal | None:
    values = [figure.value for figure in figures]
    known = [value for value in values if value is not None]
    return None if len(known) < len(values) else reduce(EXACT.add, known)


def _column(column: Column, figures: Mapping[str, Figure]) -> Column:
    """Return a column with the unit its formula gave."""
    return column._replace(unit=figures[column.figure].unit) if column.figure else column


def _cell(cell: Cell, figures: Mapping[str, Figure]) -> Cell:
    """Return — in place of a figure that has no value and never will have one."""
    figure = figures.get(cell.expression)
    return Cell(BLANK) if figure is not None and figure.amount is None else cell
