"""A computed column: its formula read once, worked out for every row and for the total."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import reduce
from itertools import pairwise

from speechgen.facts.book import ExpressionError
from speechgen.facts.entry import UNITLESS
from speechgen.facts.figure import PERCENT, Amount, Check, Figure
from speechgen.facts.formulas import formula
from speechgen.facts.formulas.derive import agreed_unit, kept, value_in
from speechgen.facts.formulas.formula import Program, Step
from speechgen.facts.formulas.quantity import Quantity
from speechgen.facts.formulas.workings import work_out
from speechgen.facts.item import Item
from speechgen.facts.tables.made import made
from speechgen.facts.tables.typed import Sheet, Spec
from speechgen.numerals import EXACT
from speechgen.problems import Problem, visible

TOTAL = "合计"
"""Behind the name of a column in a formula: its total, `= 来访 / 来访合计`."""

_OVER_MANY = frozenset({"平均", "最大", "最小", "合计"})
_SHARE = (("sign", "/"), ("call", "占比"))
_DIVIDED = "zero-division"
Exact = dict[str, Quantity]


class Computed:
    """One column with a formula. What divides by zero has no value, and prints —."""

    __slots__ = (
        "_completed",
        "_row_tokens",
        "_stated",
        "cells",
        "inputs",
        "name",
        "place",
        "program",
        "rows",
        "sheet",
        "spec",
    )

    def __init__(
        self,
        sheet: Sheet,
        spec: Spec,
        rows: Sequence[str],
        stated: Mapping[str, Amount],
        completed: Callable[[Figure], Figure],
    ) -> None:
        self.sheet = sheet
        self.spec = spec
        self.name = f"{sheet.name}.{spec.head}"
        self.place = spec.place
        self.rows = rows
        self.cells = [f"{sheet.name}[{row}].{spec.head}" for row in rows]
        self.program: Program = ()
        self.inputs: tuple[str, ...] = ()
        """What it needs first: figures and other columns."""

        self._row_tokens: tuple[tuple[int, str], ...] = ()
        self._stated = stated
        self._completed = completed
        """Adds what is said of a figure beside the table."""

    def read(self, entries: tuple[str, ...], names: tuple[str, ...], sink: list[Problem]) -> None:
        """Read the formula: names of columns, `来访合计`, and figures of 数据 or other tables."""
        heads = [spec.head for spec in self.sheet.specs]
        tokens = {head: f"{self.sheet.name}.{head}" for head in heads}
        totals = {head + TOTAL: name for head, name in tokens.items()}
        outer = names if "." in self.spec.formula else entries
        known = tuple(dict.fromkeys((*tokens, *totals, *outer)))
        try:
            program = formula.parse(self.spec.formula, known)
            _refuse_one(program)
        except ExpressionError as error:
            self._report(error, sink)
            return
        named = [(at, step.text) for at, step in enumerate(program) if step.kind in formula.NAMING]
        self._row_tokens = tuple((at, text) for at, text in named if text in tokens)
        self.program = tuple(_meant(step, tokens, totals) for step in program)
        self.inputs = formula.inputs(self.program)

    def derive(
        self, figures: dict[str, Figure], exact: Exact, failed: set[str], sink: list[Problem]
    ) -> None:
        """Add the figures of the cells and of the column to `figures`."""
        told: list[Problem] = []
        right = bool(self.program) and failed.isdisjoint(self.inputs)
        right = right and all(name in figures for name in self.inputs)
        cells: list[Figure] = []
        for row, cell in zip(self.rows, self.cells, strict=True):
            program = self._of_row(row) if right else ()
            cells.append(self._figure(cell, row, program, figures, exact, told))
        found = tuple([figure.name for figure in cells if figure.amount is not None])
        seen = self._of_rows(cells, figures) if right else figures
        known = exact if seen is figures else {k: v for k, v in exact.items() if k in self.cells}
        total = self._figure(self.name, "", self.program if right else (), seen, known, told)
        if self.name in known:
            exact[self.name] = known[self.name]
        unit = next((one.unit for one in (*cells, total) if one.unit), "")
        for one in (*self._adding_up(cells, figures), total._replace(cells=found)):
            settled = one if one.amount is not None else one._replace(unit=unit)
            figures[one.name] = self._completed(settled) if right else settled
        if told or not right:
            sink += told[:1]
            failed.update((self.name, *self.cells))

    def _of_rows(
        self, cells: Sequence[Figure], figures: Mapping[str, Figure]
    ) -> Mapping[str, Figure]:
        """Return the figures for the total: of rows whose cell is — the operands do not count.

        So the total of 未化解 is what its printed cells add up to.
        """
        rows = [one.row for one in cells if one.amount is not None]
        heads = dict.fromkeys(head for _, head in self._row_tokens)
        if not rows or len(rows) == len(cells):
            return figures
        narrowed: dict[str, Figure] = {}
        for head in heads:
            column = figures[f"{self.sheet.name}.{head}"]
            values = [figures[f"{self.sheet.name}[{row}].{head}"].value for row in rows]
            known = [value for value in values if value is not None]
            if column.amount is not None:
                total = reduce(EXACT.add, known) if len(known) == len(values) else None
                narrowed[column.name] = column._replace(amount=Amount(total, column.amount.place))
        return {**figures, **narrowed}

    def _of_row(self, row: str) -> Program:
        steps = list(self.program)
        for at, head in self._row_tokens:
            steps[at] = steps[at]._replace(text=f"{self.sheet.name}[{row}].{head}")
        return tuple(steps)

    def _figure(  # noqa: PLR0913, PLR0917 - what it is made of, and where it goes
        self,
        name: str,
        row: str,
        program: Program,
        figures: Mapping[str, Figure],
        exact: Exact,
        told: list[Problem],
    ) -> Figure:
        used = formula.inputs(program)
        stated = self._stated.get(name)
        try:
            unit, value = self._worked_out(name, program, figures, exact) if program else ("", None)
        except ExpressionError as error:
            if error.code != _DIVIDED:
                self._report(error, told, row)
            return made(self.sheet, self.spec, name, stated, self._stated_unit(), row=row)
        if stated is not None:
            check = Check(self.spec.formula, value, used, self.place)
            figure = made(self.sheet, self.spec, name, stated, unit, row=row)
            return figure._replace(check=check)
        amount = Amount(value, self.place) if value is not None or _apply(used, figures) else None
        figure = made(self.sheet, self.spec, name, amount, unit, row=row)
        return figure._replace(formula=self.spec.formula if used else "", inputs=used)

    def _worked_out(
        self, name: str, program: Program, figures: Mapping[str, Figure], exact: Exact
    ) -> tuple[str, Decimal | None]:
        """Return unit and value; no value where a figure it needs has none: neither has this."""
        if not _apply(formula.inputs(program), figures):
            return self._stated_unit(), None
        number = work_out(program, figures, exact, self.spec.unit)
        item = Item({"单位": self.spec.unit} if self.spec.unit else {}, {}, self.place)
        unit = agreed_unit(item, number, program)
        value = value_in(number, unit)
        exact[name] = kept(number, unit, value)
        return unit, value

    def _stated_unit(self) -> str:
        return "" if self.spec.unit == UNITLESS else self.spec.unit

    def _adding_up(self, cells: list[Figure], figures: Mapping[str, Figure]) -> list[Figure]:
        """Return the cells; shares of the column's own total so that they add up to 100."""
        base = self._base()
        known = [one for one in cells if one.amount is not None] if base else []
        if not known or not all(one.formula and one.unit == PERCENT for one in known):
            return cells
        parts = [figures[f"{self.sheet.name}[{one.row}].{base}"].value for one in known]
        values = [part for part in parts if part is not None and part >= 0]
        total = figures[f"{self.sheet.name}.{base}"].value
        added = reduce(EXACT.add, values, Decimal(0))
        if not total or len(values) < len(known) or EXACT.subtract(added, total):
            return cells
        settled = {one.name: one for one in _settled(known, values, self.spec.decimals)}
        return [settled.get(one.name, one) for one in cells]

    def _base(self) -> str:
        """Return 来访 of `= 来访 / 来访合计`; nothing of any other formula."""
        if len(self.program) != len(("part", "whole", "over")) or len(self._row_tokens) != 1:
            return ""
        at, head = self._row_tokens[0]
        whole, last = self.program[1], self.program[2]
        is_share = not at and whole.text == f"{self.sheet.name}.{head}"
        return head if is_share and (last.kind, last.text) in _SHARE else ""

    def _report(self, error: ExpressionError, sink: list[Problem], row: str = "") -> None:
        where = f"（{visible(row)}）" if row else ""
        message = f"“{self.name}”列的算式“= {visible(self.spec.formula.strip())}”{where}"
        hint = error.hint
        if error.code == "unit-missing":
            hint = f"写成 {self.spec.head}: {{单位: 万元, 算式: = …}}；没有单位的写 单位: 无"
        sink.append(Problem(self.place, error.code, f"{message}：{error.message}", hint))


def _refuse_one(program: Program) -> None:
    """Do nothing for a formula that takes several values at once, or none.

    Raises:
        ExpressionError: 最大(来访) in the formula of a column: it would be of one cell alone.
    """
    for before, step in pairwise(program):
        if step.kind == "call" and step.takes == 1 and step.text in _OVER_MANY:
            column = before.text.rpartition(".")[2]
            message = f"“{step.text}({column})”在列的算式里只有本行一格"
            hint = (
                f"整列的合计写 {column}{TOTAL}；平均、最大、最小请写在“数据”里，再在这里用它的名字"
            )
            raise ExpressionError(message, hint, "formula-error")


def _meant(step: Step, tokens: Mapping[str, str], totals: Mapping[str, str]) -> Step:
    """Return a step with the whole name of a column: `乡镇表.来访` of 来访 and of 来访合计."""
    if step.kind not in formula.NAMING:
        return step
    name = tokens.get(step.text) or totals.get(step.text)
    return step._replace(text=name) if name else step


def _apply(used: Sequence[str], figures: Mapping[str, Figure]) -> bool:
    """Return whether all inputs have a number or wait for one: no — and no column of rates."""
    inputs = [figures.get(name) for name in used]
    return all(one is not None and one.amount is not None for one in inputs)


def _settled(cells: list[Figure], values: list[Decimal], decimals: int | None) -> list[Figure]:
    from speechgen.facts.remainder import shares, visible_shares  # noqa: PLC0415 - few tables have shares

    shown = visible_shares(values) if decimals is None else shares(values, decimals)
    places = max(-int(share.as_tuple().exponent) for share in shown)
    return [
        cell._replace(amount=Amount(share, cell.place), decimals=places)
        for cell, share in zip(cells, shown, strict=True)
    ]
