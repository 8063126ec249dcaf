"""What formulas do with rates: 甲 ÷ 乙 × 100, 满意率 × 100 as 分, 我县满意率 − 全市满意率."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from speechgen.facts.book import ExpressionError
from speechgen.facts.figure import PERCENT, POINTS
from speechgen.facts.formulas.formula import Program, Step
from speechgen.numerals import parse_amount

FORMS = frozenset({"", PERCENT, POINTS, "‰", "倍"})
"""Units a share may be stated in."""

_LITERAL = "literal"
_TIMES = "times"
_HUNDRED = Decimal(100)


def refuse_hundred(program: Program) -> None:
    """Do nothing for a formula whose rate is left as it is.

    Raises:
        ExpressionError: the rate is multiplied by 100, and is in percent already.
    """
    if not _hundredfold(program):
        return
    divided = any(step.text in {"/", "占比"} for step in program if step.kind in {"sign", "call"})
    what = "相除得到的已经是百分数，" if divided else "百分数"
    behind = (Step("number", "100"), Step("sign", "*")) in pairwise(program)
    hint = "请去掉“× 100”" if behind else "请去掉乘上的100"
    message = f"{what}不用再乘100"
    raise ExpressionError(message, hint, "formula-error")


def is_score(program: Program) -> bool:
    """Return whether `program` makes a number of a rate: 满意率 × 100, in 分."""
    numbers = [step for step in program if step.kind == "number" and not _is_percent(step.text)]
    return bool(numbers) and all(
        step.text in {"*", "/", "占比"} for step in program if step.kind in {"sign", "call"}
    )


def _is_percent(text: str) -> bool:
    return text.endswith("%")


def _hundredfold(program: Program) -> bool:
    """Return whether a share among the terms of `program` is taken 100 times."""
    stack: list[str] = []
    for kind, text, takes in program:
        if kind == "number":
            stack.append(_LITERAL if _is_hundred(text) else "")
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


def _is_hundred(text: str) -> bool:
    amount = parse_amount(text)
    return amount is not None and amount[0] == _HUNDRED and not amount[1] and not amount[2]
