"""核对: formulas that stated values must agree with, worked out."""

from __future__ import annotations

from collections.abc import Mapping

from speechgen.facts.book import ExpressionError
from speechgen.facts.figure import PERCENT, POINTS, Check, Figure
from speechgen.facts.formulas import formula
from speechgen.facts.formulas.derive import agreed_unit, spread_out, value_in
from speechgen.facts.formulas.quantity import Quantity
from speechgen.facts.formulas.workings import work_out
from speechgen.facts.item import Item
from speechgen.problems import Problem, visible

KEY = "核对"


def add_checks(
    entries: Mapping[str, Item],
    figures: dict[str, Figure],
    exact: Mapping[str, Quantity],
    sink: list[Problem],
) -> None:
    """Give every figure whose entry has a 核对 its `Check`; a formula that fails goes to `sink`.

    `exact` holds the derived figures unrounded.
    """
    names = tuple(figures)
    for name, item in entries.items():
        text = item.text(KEY).lstrip("=＝ ")
        if text:
            try:
                check = _check(text, figures[name], item, (names, figures, exact))
            except ExpressionError as error:
                message = f"“{name}”的核对“= {visible(text)}”：{error.message}"
                sink.append(Problem(item.where(KEY), error.code, message, error.hint))
            else:
                figures[name] = figures[name]._replace(check=check)


_Known = tuple[tuple[str, ...], Mapping[str, Figure], Mapping[str, Quantity]]


def _check(text: str, figure: Figure, item: Item, known: _Known) -> Check:
    names, figures, exact = known
    program = spread_out(formula.parse(text, names), figures)
    number = work_out(program, figures, exact, figure.unit)
    unit = agreed_unit(item, number, program)
    if not figure.unit and unit == PERCENT:
        unit = "倍"  # a ratio, typed as 0.62 with 单位: 无
    elif {unit, figure.unit} == {POINTS, PERCENT}:
        unit = figure.unit  # one share less another may be a share: 其余占比
    elif unit != figure.unit:
        message = f"算出来的单位是{unit or '无'}，填报的是{figure.unit or '无'}"
        raise ExpressionError(message, "请核对算式和单位", "unit-mismatch")
    return Check(text, value_in(number, unit), formula.inputs(program), item.where(KEY))
