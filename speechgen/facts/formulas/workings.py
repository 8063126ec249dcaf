"""Formulas, worked out: the steps of a formula, exactly, with their units."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import reduce

from speechgen.facts.figure import PERCENT, POINTS, Figure
from speechgen.facts.formulas.formula import Program, inputs
from speechgen.facts.formulas.quantity import (
    OPERATORS,
    Quantity,
    converted,
    greatest,
    least,
    minus,
    negative,
    over,
    plus,
    quantity,
    times,
)
from speechgen.numerals import MAGNITUDES, parse_amount


def work_out(
    program: Program,
    figures: Mapping[str, Figure],
    exact: Mapping[str, Quantity],
    unit: str = "",
) -> Quantity:
    """Return what `program` gives. `exact` holds the derived figures unrounded.

    `unit` is what the file states for the outcome: 万元 and 亿元 are brought to it.

    Raises:
        ExpressionError: units that do not go together, a division by zero, too large a number.
    """
    stack: list[Quantity] = []
    into = _into(unit, program, figures) if unit else {}
    for kind, text, takes in program:
        if kind == "figure":
            found = exact.get(text) or quantity(figures[text].value, figures[text].unit)
            stack.append(converted(found, into[found.unit]) if found.unit in into else found)
        elif kind == "number":
            stack.append(_number(text))
        elif kind == "sign":
            other = stack.pop()
            stack.append(OPERATORS[text](stack.pop(), other))
        elif kind == "call":
            values = stack[len(stack) - takes :]
            del stack[len(stack) - takes :]
            stack.append(_CALLS[text](values))
        elif kind == "yoy":
            stack.append(_year_on_year(figures[text]))
        else:
            stack.append(negative(stack.pop()))
    return _scored(stack.pop(), program, unit) if unit else stack.pop()


def _scored(found: Quantity, program: Program, unit: str) -> Quantity:
    """Return 满意率 × 100 as the number 92 where the file calls it 分; else `found`."""
    if found.unit != PERCENT or unit == PERCENT:
        return found
    from speechgen.facts.formulas.rates import FORMS, is_score  # noqa: PLC0415 - few rates have a unit

    return found._replace(unit="") if unit not in FORMS and is_score(program) else found


def _into(unit: str, program: Program, figures: Mapping[str, Figure]) -> Mapping[str, str]:
    """Return in which unit each unit of the inputs is taken; empty where all have `unit`."""
    units = {figures[one].unit for one in inputs(program)}
    if units <= {unit, ""}:
        return {}
    from speechgen.facts.formulas.units import wanted  # noqa: PLC0415 - few formulas convert

    return wanted(unit, units)


def _number(text: str) -> Quantity:
    amount = parse_amount(text)
    if amount is None:
        message = f"{text} came through the parser"
        raise ValueError(message)
    value, magnitude, percent = amount
    return quantity(value * MAGNITUDES[magnitude] if magnitude else value, percent)


def _year_on_year(figure: Figure) -> Quantity:
    now = quantity(figure.value, figure.unit)
    then = quantity(None if figure.last_year is None else figure.last_year.value, figure.unit)
    change = minus(now, then)
    if figure.unit == PERCENT:
        return times(change, Quantity(100, 1, ""))._replace(unit=POINTS)
    return over(change, then._replace(top=abs(then.top)))._replace(unit=PERCENT)


_CALLS: dict[str, Callable[[list[Quantity]], Quantity]] = {
    "合计": lambda values: reduce(plus, values),
    "平均": lambda values: over(reduce(plus, values), Quantity(len(values), 1, "")),
    "最大": lambda values: reduce(greatest, values),
    "最小": lambda values: reduce(least, values),
    "占比": lambda values: over(*values),
}
