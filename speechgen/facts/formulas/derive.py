"""Derived figures: formulas read, brought into order, and worked out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Protocol

from speechgen.facts.book import ExpressionError
from speechgen.facts.entry import UNITLESS, formula_of, make, unit_of
from speechgen.facts.figure import PERCENT, POINTS, Amount, Figure
from speechgen.facts.formulas import formula
from speechgen.facts.formulas.formula import Program
from speechgen.facts.formulas.order import circles, sort
from speechgen.facts.formulas.quantity import COMPOUND, Quantity, decimal, quantity
from speechgen.facts.formulas.workings import work_out
from speechgen.facts.item import Item
from speechgen.problems import FactsPlace, Problem, visible

_NAMELESS = ("", COMPOUND)
_SHARES = {PERCENT: (POINTS, "‰", "倍")}
"""What a share may be stated as."""

_DIFFERENCE = ("figure", "figure", "sign")

Programs = Mapping[str, Program]
"""Formulas by figure; one that cannot be read is an empty program."""


class Computed(Protocol):
    """A column with a formula: its cells and its total are worked out together."""

    @property
    def name(self) -> str:
        """`乡镇表.化解率`."""

    @property
    def cells(self) -> Sequence[str]:
        """Names of its cells."""

    @property
    def inputs(self) -> Sequence[str]:
        """Figures and columns it needs first."""

    @property
    def place(self) -> FactsPlace:
        """Where its formula stands."""

    def read(self, entries: tuple[str, ...], names: tuple[str, ...], sink: list[Problem]) -> None:
        """Read the formula, in which `names` may stand."""

    def derive(
        self,
        figures: dict[str, Figure],
        exact: dict[str, Quantity],
        failed: set[str],
        sink: list[Problem],
    ) -> None:
        """Add its figures to `figures`."""


Columns = Mapping[str, Computed]
_NONE: Columns = MappingProxyType({})


def read_formulas(
    entries: Mapping[str, Item], sink: list[Problem], cells: tuple[str, ...] = ()
) -> dict[str, Program]:
    """Return the formulas among `entries` by name; what cannot be read goes to `sink`.

    `cells` are the names that tables add. All of them hold a dot.
    """
    programs: dict[str, Program] = {}
    own = tuple(entries)
    for name, item in entries.items():
        text = formula_of(item)
        if text or item.values.get("值") in {"=", "＝"}:
            try:
                names = (*own, *cells) if "." in text else own
                programs[name] = formula.parse(text, names, name)
            except ExpressionError as error:
                sink.append(_problem(name, item, error))
                programs[name] = ()
    return programs


def derive(
    entries: Mapping[str, Item],
    programs: Programs,
    figures: dict[str, Figure],
    sink: list[Problem],
    columns: Columns = _NONE,
) -> dict[str, Quantity]:
    """Add the derived figures to `figures`, in the order their inputs need; return them exact."""
    exact: dict[str, Quantity] = {}
    failed: set[str] = set()
    for name in _in_order(entries, programs, columns, sink):
        column = columns.get(name)
        if column is not None:
            column.derive(figures, exact, failed, sink)
            continue
        item, program = entries[name], programs[name]
        used = formula.inputs(program)
        value, unit = None, unit_of(item)
        if program and failed.isdisjoint(used) and all(one in figures for one in used):
            try:
                program = spread_out(program, figures)
                used = formula.inputs(program)
                number = work_out(program, figures, exact, unit)
                unit = agreed_unit(item, number, program)
                value = value_in(number, unit)
                exact[name] = kept(number, unit, value)
            except ExpressionError as error:
                sink.append(_problem(name, item, error))
        if name not in exact:
            failed.add(name)
        known = Amount(value, item.where("值"))
        figures[name] = make(name, item, known, unit, (formula_of(item), used))
    return exact


def spread_out(program: Program, figures: Mapping[str, Figure]) -> Program:
    """Return `program` with the cells of a column in place of it in 平均(…), 最大(…), 最小(…).

    Raises:
        ExpressionError: a column or cell has no value that could be used.
    """
    if not any(figures[one].cells or figures[one].row for one in formula.inputs(program)):
        return program
    from speechgen.facts.tables.spread import spread  # noqa: PLC0415 - few formulas name a table

    return spread(program, figures)


def agreed_unit(item: Item, number: Quantity, program: Program) -> str:
    """Return the unit of a derived figure: stated, or what the formula gives.

    One rate less another is in 个百分点: 我县满意率 92% − 全市满意率 90%.

    Raises:
        ExpressionError: the two do not agree, or neither is there.
    """
    stated, given = unit_of(item), number.unit
    if given == PERCENT and any(step.kind == "number" for step in program):
        from speechgen.facts.formulas.rates import refuse_hundred  # noqa: PLC0415 - few rates hold numbers

        refuse_hundred(program)
    if given == COMPOUND and "/" in stated:
        from speechgen.facts.formulas.rates import refuse_scaled  # noqa: PLC0415 - as above

        refuse_scaled(program, stated)
    if not stated and given in _NAMELESS and item.text("单位") != UNITLESS:
        message = "从算式看不出单位"
        raise ExpressionError(message, "请写上单位，如 {值: = …, 单位: 万元}", "unit-missing")
    if (
        stated not in {"", given}
        and given not in _NAMELESS
        and stated not in _SHARES.get(given, ())
    ):
        message = f"写的单位是{stated}，算出来的是{given}"
        raise ExpressionError(message, "请核对算式，或去掉单位", "unit-mismatch")
    if not stated and given == PERCENT and _is_gap(program):
        return POINTS
    return stated or ("" if given == COMPOUND else given)


def _is_gap(program: Program) -> bool:
    """Return whether `program` is one figure less another."""
    return tuple([step.kind for step in program]) == _DIFFERENCE and program[-1].text == "-"


def value_in(number: Quantity, unit: str) -> Decimal | None:
    """Return the value as a figure of `unit` holds it: a share of 3/4 is 75 in %, 0.75 in 倍."""
    if number.unit == PERCENT or (number.unit == COMPOUND and unit == PERCENT):
        value = decimal(number, "" if unit == "倍" else PERCENT)
        return value if value is None or unit != "‰" else value * 10
    return decimal(number, "")


def kept(number: Quantity, unit: str, value: Decimal | None) -> Quantity:
    """Return `number` as later formulas take it: exact, in the unit of its figure."""
    if number.unit in {unit, COMPOUND}:
        return number._replace(unit=unit)
    return quantity(value, unit)


def _in_order(
    entries: Mapping[str, Item], programs: Programs, columns: Columns, sink: list[Problem]
) -> list[str]:
    """Return the derived figures, each after those it needs; circles are reported, and last."""
    home = {cell: name for name, column in columns.items() for cell in column.cells}
    inputs: dict[str, Sequence[str]] = {
        **{name: formula.inputs(program) for name, program in programs.items()},
        **{name: column.inputs for name, column in columns.items()},
    }
    needs = {
        name: [one for one in dict.fromkeys(home.get(one, one) for one in used) if one in inputs]
        for name, used in inputs.items()
    }
    order, stuck = sort(needs)
    for circle in circles(stuck, needs):
        way = "→".join((*circle, circle[0]))
        message = f"算式绕成了圈：{way}"
        hint = "请把其中一个改成填报的数"
        first = circle[0]
        place = columns[first].place if first in columns else entries[first].where("值")
        sink.append(Problem(place, "circular-formula", message, hint))
    return order + stuck


def _problem(name: str, item: Item, error: ExpressionError) -> Problem:
    message = f"“{name}”的算式“= {visible(formula_of(item))}”：{error.message}"
    return Problem(item.where("值"), error.code, message, error.hint)
