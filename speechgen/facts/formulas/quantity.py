"""Exact numbers with units, for formulas: fractions, so that 甲 ÷ 乙 × 乙 is 甲 again."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from math import gcd
from typing import NamedTuple

from speechgen.facts.book import ExpressionError
from speechgen.facts.figure import PERCENT
from speechgen.numerals import EXACT

MOST_DIGITS = 36
"""Digits before the point of what a formula may give: twice those of a typed number."""

LARGEST = 512
"""Bits a numerator or denominator may have; a formula that squares again and again ends here."""

COMPOUND = "?"
"""Unit of 万元 ÷ 人 and the like: the file must state what it is called."""


class Quantity(NamedTuple):
    """A number in a formula. Percent are held as the share itself: 92% is 92/100."""

    top: int
    bottom: int
    """Never zero or negative."""

    unit: str
    """Empty for a pure number, `%`, a unit, or `COMPOUND`."""

    known: bool = True
    """False where a figure behind it is 待核; top and bottom then mean nothing."""


def quantity(value: Decimal | None, unit: str) -> Quantity:
    """Return `value` of `unit`, exactly; None is a missing one."""
    if value is None:
        return Quantity(0, 1, unit, known=False)
    value = EXACT.plus(value)
    if abs(value.adjusted()) > EXACT.prec:
        raise _too_large()
    top, bottom = value.as_integer_ratio()
    return _lowest(top, bottom * 100 if unit == PERCENT else bottom, unit)


def decimal(number: Quantity, unit: str) -> Decimal | None:
    """Return `number` as a figure of `unit` holds it: 3/4 of unit % is 75. None if missing.

    Raises:
        ExpressionError: it has more digits than a paper has room for.
    """
    if not number.known:
        return None
    top = number.top * 100 if unit == PERCENT else number.top
    value = EXACT.divide(Decimal(top), Decimal(number.bottom))
    if value.adjusted() >= MOST_DIGITS:
        raise _too_large()
    return value


def plus(one: Quantity, other: Quantity) -> Quantity:
    """Return the sum: equal units stay; a pure number takes the other's unit."""
    unit = _common(one, other, "相加")
    top = one.top * other.bottom + other.top * one.bottom
    return _result(one, other, top, one.bottom * other.bottom, unit)


def minus(one: Quantity, other: Quantity) -> Quantity:
    """Return the difference; units as `plus`."""
    unit = _common(one, other, "相减")
    top = one.top * other.bottom - other.top * one.bottom
    return _result(one, other, top, one.bottom * other.bottom, unit)


def times(one: Quantity, other: Quantity) -> Quantity:
    """Return the product: a pure number or a share changes no unit."""
    units = {one.unit, other.unit} - {"", PERCENT}
    if len(units) == 1 and (one.unit in {"", PERCENT} or other.unit in {"", PERCENT}):
        unit = units.pop()
    else:
        unit = COMPOUND if units else PERCENT if PERCENT in {one.unit, other.unit} else ""
    return _result(one, other, one.top * other.top, one.bottom * other.bottom, unit)


def over(one: Quantity, other: Quantity) -> Quantity:
    """Return the quotient: equal units give a share; a number or share below changes none.

    5000万元 over 1亿元 is a share too, and exactly 1/2.

    Raises:
        ExpressionError: the divisor is zero.
    """
    if other.known and not other.top:
        message = "除数是0"
        raise ExpressionError(message, "请核对除数", "zero-division")
    if one.unit != other.unit and one.unit and other.unit:
        one, other = _of_one_base(one, other)
    if one.unit == other.unit and one.unit not in {"", COMPOUND}:
        unit = PERCENT
    else:
        unit = one.unit if other.unit in {"", PERCENT} else COMPOUND
    if not (one.known and other.known):
        return Quantity(0, 1, unit, known=False)
    sign = -1 if other.top < 0 else 1
    return _lowest(sign * one.top * other.bottom, sign * one.bottom * other.top, unit)


def negative(one: Quantity) -> Quantity:
    """Return minus `one`."""
    return one._replace(top=-one.top)


def converted(one: Quantity, unit: str) -> Quantity:
    """Return the same quantity in `unit`, which differs by 万 or 亿 only: 1亿元 → 10000万元."""
    from speechgen.facts.formulas.units import split  # noqa: PLC0415 - few formulas convert

    power = split(one.unit)[0] - split(unit)[0]
    if not one.known or not power:
        return one._replace(unit=unit)
    top = one.top * 10**power if power > 0 else one.top
    bottom = one.bottom * 10**-power if power < 0 else one.bottom
    return _lowest(top, bottom, unit)


def _of_one_base(one: Quantity, other: Quantity) -> tuple[Quantity, Quantity]:
    from speechgen.facts.formulas.units import same_base, split  # noqa: PLC0415 - as above

    if not same_base(one.unit, other.unit):
        return one, other
    return converted(one, split(one.unit)[1]), converted(other, split(other.unit)[1])


def least(one: Quantity, other: Quantity) -> Quantity:
    """Return the smaller of two of one unit."""
    return _chosen(one, other, larger=False)


def greatest(one: Quantity, other: Quantity) -> Quantity:
    """Return the larger of two of one unit."""
    return _chosen(one, other, larger=True)


OPERATORS: dict[str, Callable[[Quantity, Quantity], Quantity]] = {
    "+": plus,
    "-": minus,
    "*": times,
    "/": over,
}


def _chosen(one: Quantity, other: Quantity, *, larger: bool) -> Quantity:
    unit = _common(one, other, "比较")
    if not (one.known and other.known):
        return Quantity(0, 1, unit, known=False)
    first = (one.top * other.bottom >= other.top * one.bottom) == larger
    return (one if first else other)._replace(unit=unit)


def _common(one: Quantity, other: Quantity, doing: str) -> str:
    if one.unit == other.unit or not other.unit:
        return one.unit
    if not one.unit:
        return other.unit
    from speechgen.facts.formulas.units import same_base  # noqa: PLC0415 - as above

    message = f"单位不同，不能{doing}（{_named(one)}和{_named(other)}）"
    if same_base(one.unit, other.unit):
        hint = f"要换算的，请给这个数据写明单位，如 单位: {one.unit}；得百分数的写 单位: 百分比"
        raise ExpressionError(message, hint, "unit-mismatch")
    raise ExpressionError(message, "请核对算式里各项的单位", "unit-mismatch")


def _named(one: Quantity) -> str:
    return {PERCENT: "百分数", COMPOUND: "没有名称的单位"}.get(one.unit, one.unit)


def _result(one: Quantity, other: Quantity, top: int, bottom: int, unit: str) -> Quantity:
    if not (one.known and other.known):
        return Quantity(0, 1, unit, known=False)
    return _lowest(top, bottom, unit)


def _lowest(top: int, bottom: int, unit: str) -> Quantity:
    common = gcd(top, bottom)
    if common > 1:
        top, bottom = top // common, bottom // common
    if top.bit_length() > LARGEST or bottom.bit_length() > LARGEST:
        raise _too_large()
    return Quantity(top, bottom, unit)


def _too_large() -> ExpressionError:
    return ExpressionError("数太大，印不下", "请核对算式", "formula-error")
