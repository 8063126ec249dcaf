"""What is said of sums that do not hold. Imported only where one does not."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from speechgen.facts.figure import Figure
from speechgen.facts.printing import typed
from speechgen.facts.reconcile.saying import line, lines, number, place_of
from speechgen.numerals import trimmed
from speechgen.problems import Problem

_TERMS = 8
"""Numbers a message adds up one by one; of a longer table it says how many there are."""


def mismatch(total: Figure, parts: Sequence[Figure], added: Decimal) -> Problem:
    """Return that `parts` add up to `added`, which is not `total`."""
    terms = _terms([number(part) for part in parts])
    given = "计算为" if total.formula else "填报"
    message = f"“{total.name}”{given} {number(total)}，与分项之和 {trimmed(added)} 不符（{terms}）"
    hint = f"请核对{line(total)}的合计，或{lines(map(place_of, parts))}的分项"
    return Problem(total.place, "sum-mismatch", message, hint)


def no_reason(total: Figure, added: Decimal) -> Problem:
    """Return that a difference is allowed, and nobody says why: next year someone will ask."""
    message = f"“{total.name}”填报 {number(total)}，分项之和是 {trimmed(added)}，差数没有写理由"
    hint = f"请写明为什么可以差，如 允许误差: {{值: {total.tolerance}, 理由: 四舍五入}}"
    return Problem(total.place, "tolerance-reason", message, hint, severity="warn")


def gap(total: Figure, parts: Sequence[Figure], added: Decimal) -> Problem:
    """Return that parts which add up do not as they print, but to `added`."""
    terms = _terms([typed(part, part.amount) for part in parts])
    printed = f"“{total.name}”印作 {typed(total, total.amount)}"
    message = f"{printed}，各分项印出来相加是 {trimmed(added)}（{terms}）"
    hint = "数本身对得上，是取整后差了一点；请调整“小数”，或在句子里说明四舍五入"
    return Problem(total.place, "rounding-gap", message, hint, severity="advice")


def other_unit(part: Figure, total: Figure) -> Problem:
    """Return that a part and its total count different things."""
    units = f"“{part.name}”的单位是{part.unit}，“{total.name}”的单位是{total.unit}"
    hint = f"请核对{line(part)}和{line(total)}的单位"
    return Problem(part.place, "unit-mismatch", f"{units}，对不上账", hint)


def over_whole(part: Figure, whole: Figure) -> Problem:
    """Return that a part is larger than what it is part of."""
    message = f"“{part.name}”填报 {number(part)}，比总量“{whole.name}”的 {number(whole)} 还大"
    return Problem(part.place, "part-over-whole", message, f"请核对{line(part)}和{line(whole)}")


def _terms(numbers: list[str]) -> str:
    rest = f" + …，共{len(numbers)}项" if len(numbers) > _TERMS else ""
    return " + ".join(numbers[:_TERMS]) + rest
