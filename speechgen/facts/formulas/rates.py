"""What formulas do with rates: 甲 ÷ 乙 × 100, 满意率 × 100 as 分, 我县满意率 − 全市满意率."""

from __future__ import annotations

from itertools import pairwise

from speechgen.facts.book import ExpressionError
from speechgen.facts.figure import PERCENT, POINTS
from speechgen.facts.formulas.formula import Program, Step
from speechgen.facts.formulas.units import split
from speechgen.numerals import parse_amount

FORMS = frozenset({"", PERCENT, POINTS, "‰", "倍"})
"""Units a share may be stated in."""

_LITERAL = "literal"
_TIMES = "times"
_FACTORS = (100, 1000, 10000)
_ODD_SIZES = ("十", "百", "千", "10", "1000", "1万")


def refuse_hundred(program: Program) -> None:
    """Do nothing for a formula whose rate is left as it is.

    Raises:
        ExpressionError: the rate is multiplied by 100, and is in percent already.
    """
    factor = next((one for one in _FACTORS if _multiplied(program, one)), None)
    if factor is None:
        return
    divided = any(step.text in {"/", "占比"} for step in program if step.kind in {"sign", "call"})
    what = "相除得到的已经是百分数，" if divided else "百分数"
    behind = (Step("number", f"{factor}"), Step("sign", "*")) in pairwise(program)
    hint = f"请去掉“× {factor}”" if behind else f"请去掉乘上的{factor}"
    message = f"{what}不用再乘{factor}"
    raise ExpressionError(message, hint, "formula-error")


def refuse_scaled(program: Program, stated: str) -> None:
    """Do nothing for a formula that gives what `stated` counts: 件/万人, 元/亩.

    Raises:
        ExpressionError: 万 stands in the unit and is multiplied by too; or the unit counts by
            tens or hundreds (件/十万人), which no conversion knows.
    """
    behind = stated.rpartition("/")[2]
    if behind.startswith(_ODD_SIZES):
        message = f"单位“{stated}”里的“{behind}”程序不会换算"
        raise ExpressionError(message, "请写成每万人、每亿元，如 件/万人", "unit-mismatch")
    power, _ = split(behind)
    if power and _multiplied(program, 10**power):
        message = f"单位写了“{behind}”，不用再乘{10**power}"
        raise ExpressionError(message, f"请去掉乘上的{10**power}", "formula-error")


def is_score(program: Program) -> bool:
    """Return whether `program` makes a number of a rate: 满意率 × 100, in 分."""
    numbers = [step for step in program if step.kind == "number" and not _is_percent(step.text)]
    return bool(numbers) and all(
        step.text in {"*", "/", "占比"} for step in program if step.kind in {"sign", "call"}
    )


def _is_percent(text: str) -> bool:
    return text.endswith("%")


def _multiplied(program: Program, factor: int) -> bool:
    """Return whether a share among the terms of `program` is taken `factor` times."""
    stack: list[str] = []
    for kind, text, takes in program:
        if kind == "number":
            stack.append(_LITERAL if _is(text, factor) else "")
        elif kind == "sign":
            other = stack.pop()
            stack.append(_joined(text, stack.pop(), other))
        elif kind == "call":
            values = stack[len(stack) - takes :]
            del stack[len(stack) - takes :]
            stack.append(_TIMES if _TIMES in (values[:1] if text == "占比" else values) else "")
        elif kind in {"figure", "yoy"}:
            stack.append("")
    return stack == [_TIMES]


def _joined(sign: str, one: str, other: str) -> str:
    if sign == "*":
        return _TIMES if one or other else ""
    if sign == "/":
        return _TIMES if one and not other else ""
    return _TIMES if _TIMES in {one, other} else ""


def _is(text: str, factor: int) -> bool:
    amount = parse_amount(text)
    return amount is not None and amount[0] == factor and not amount[1] and not amount[2]
