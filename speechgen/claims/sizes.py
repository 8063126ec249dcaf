"""How far a figure changed, as typed: 下降15%, 减少近20件, 提高近5个百分点, 下降一成以上."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from speechgen.claims.judged import Change, Verdict
from speechgen.claims.numbers import Typed, apart, holds, of_tenths, scale_of
from speechgen.claims.words import HEDGES_BEFORE, HEDGES_BEHIND
from speechgen.numerals import EXACT, MAGNITUDES

_BEHIND = "|".join(HEDGES_BEHIND)
_SIZE = re.compile(
    rf"了?(?P<before>{'|'.join(HEDGES_BEFORE)})?"
    r"(?:(?P<digits>\d{1,15}(?:\.(?P<decimals>\d{1,6}))?)(?P<scale>[万亿])?(?P<much>[余多])?"
    rf"(?P<unit>[^\d\s，。、；：！？（）]{{1,8}}?)|(?P<tenths>[一二两三四五六七八九])成(?P<half>半|[一二三四五六七八九])?(?P<many>多)?)"
    rf"(?P<behind>{_BEHIND})?(?=[，。；：、！？（）,.;:!?()]|$)"
)
_OTHER = re.compile("再|还|需|要|应|可|将|差|每|平均|累计|共|合计|其中|拟|[超多少]出")
"""Before a direction these make its size that of something else: 再增加10天, 每月减少2件."""

_POINTS = "个百分点"
_HUNDRED = Decimal(100)
_HALF = Decimal("0.5")
_NEARLY = Decimal("0.9")
_AROUND = (Decimal("0.97"), Decimal(1), Decimal("1.03"))


def typed_size(text: str, index: int, lead: str) -> Typed | None:
    """Return the number at `index`, behind a direction that `lead` stands before.

    Its unit is as typed, its step what its last digit may be off by; `hedge` is empty for a bare
    number. None where none stands there, or it is the size of something else.
    """
    found = None if _OTHER.search(lead) else _SIZE.match(text, index)
    if found is None:
        return None
    much = found["much"] or found["many"]
    hedge = HEDGES_BEFORE.get(found["before"] or "", "余" if much else "")
    hedge = hedge or HEDGES_BEHIND.get(found["behind"] or "", "")
    if found["tenths"]:
        named, unit = of_tenths(found["tenths"], found["half"]), "%"
        step = Decimal(5 if found["half"] else 10)
    else:
        size = MAGNITUDES.get(found["scale"] or "", Decimal(1))
        named, unit = EXACT.multiply(Decimal(found["digits"]), size), found["unit"]
        step = EXACT.multiply(_last_place(found), size)
    if hedge and not much:
        step = Decimal(0)
    return Typed(*found.span(), found[0], found[0], hedge, named, unit, step)


def wrong_size(typed: Typed, turn: str, change: Change) -> Verdict | None:
    """Return why `change` is not as far as `typed` says; None where it is, or is not known.

    Of a rate 提高5% may be meant in percent or in points. A value with decimals, a rate and one in
    万 or 亿 may have been rounded before it was put into the file: then either end will do.
    """
    sizes = list(_sizes(typed, change))
    if not sizes or any(_may_hold(typed, size) for size in sizes):
        return None
    shown = apart(sizes[0][0], typed.named, 2 if typed.unit == _POINTS else 1)
    unit = typed.unit
    if unit not in {"%", _POINTS}:
        size, unit = scale_of(change.about.unit)[0], change.about.unit
        shown = apart(EXACT.divide(sizes[0][0], size), EXACT.divide(typed.named, size), 2)
    message = f"“{turn}{typed.words}”不符：{change}，变化{shown}{unit}"
    return Verdict(message, f"可写“{turn}{shown}{unit}”")


def _sizes(typed: Typed, change: Change) -> Iterator[tuple[Decimal, ...]]:
    """Yield what the change comes to in the unit typed, and at the ends of what was rounded."""
    about = change.about
    if about.hedged:
        return
    off = _off(change)
    if typed.unit == "%" and change.then > off and change.now >= 0:
        yield tuple(_percent(change, slack) for slack in (Decimal(0), off, -off))
    base = "%" if typed.unit == _POINTS else typed.unit
    size, unit = scale_of(about.unit)
    if base == unit and not (about.is_rough and unit != "%"):
        far = abs(EXACT.subtract(change.now, change.then))
        yield tuple(EXACT.multiply(far + slack, size) for slack in (Decimal(0), 2 * off, -2 * off))


def _percent(change: Change, slack: Decimal) -> Decimal:
    """Return the change in percent, with the two values further apart by twice `slack`."""
    slack = slack * (change.sign or 1)
    now, then = change.now + slack, change.then - slack
    return EXACT.multiply(EXACT.divide(abs(EXACT.subtract(now, then)), then), _HUNDRED)


def _off(change: Change) -> Decimal:
    """Return what rounding may have done to each of the two values; nothing to a whole count."""
    exponents = [value.as_tuple().exponent for value in (change.now, change.then)]
    least = min([number for number in exponents if isinstance(number, int)], default=0)
    size, unit = scale_of(change.about.unit)
    if least >= 0 and size == 1 and unit != "%" and not change.about.is_rough:
        return Decimal(0)
    return EXACT.multiply(_HALF, Decimal(1).scaleb(min(least, 0)))


def _may_hold(typed: Typed, size: tuple[Decimal, ...]) -> bool:
    """Return whether what was typed is true of the change, or of one it may have been."""
    if not typed.hedge:
        off = EXACT.multiply(_HALF, typed.step)
        return min(size) - off <= typed.named <= max(size) + off
    around = (EXACT.multiply(typed.named, part) for part in _AROUND)
    within = [value for value in around if min(size) < value < max(size)]
    return any(_holds(typed, value) for value in (*size, *within))


def _holds(typed: Typed, value: Decimal) -> bool:
    """Return whether `value` may be called what was typed with a hedge."""
    if typed.hedge in {"接近", "将近", "近"} and _NEARLY * typed.named <= value < typed.named:
        return True  # 9 days are 近10天
    return holds(typed, value)


def _last_place(found: re.Match[str]) -> Decimal:
    """Return one of the last digit; of 130余 one of the last that is not zero."""
    if found["decimals"]:
        return Decimal(1).scaleb(-len(found["decimals"]))
    digits = found["digits"]
    zeros = len(digits) - len(digits.rstrip("0")) if found["much"] and digits.strip("0") else 0
    return Decimal(1).scaleb(zeros)
