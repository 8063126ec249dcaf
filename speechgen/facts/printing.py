"""The print of numbers: typed ones as typed, derived ones short, hedged ones true.

Rule: docs/figures.md, “数字怎么印”.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from speechgen.facts.figure import PERCENT, POINTS, Amount, Figure
from speechgen.facts.wording import POINTS_OF
from speechgen.numerals import EXACT, MAGNITUDES, fixed, hedge_holds, plain, trimmed

MISSING = "X"
_SHORT = 3
"""Decimals an exact result may have; a longer one is rounded."""

_WAYS = {
    "余": ROUND_FLOOR,
    "多": ROUND_FLOOR,
    "逾": ROUND_FLOOR,
    "近": ROUND_CEILING,
    "不足": ROUND_CEILING,
    "约": ROUND_HALF_UP,
}
"""How the named number is found: 27512 → 2.7万余, but 近2.8万."""

_TWO_DIGITS = Decimal(100)
"""From here on a hedged number keeps two digits: 130余, but 10余. A rate always does: 逾67%."""

CRUDEST = Decimal("1.5")
"""19000 is not called 1万余; only of 10 to 99 the tens alone are said."""

_NEAR = {"不足": "近"}
"""What is printed as 不足 is also near: nobody calls 101 不足200."""

_BEHIND = frozenset({"余", "多"})
_SMALLEST = Decimal(10)
"""Below ten a count has no 余, and a measure neither: 2.5小时 is not 2余小时."""

_MYRIAD = Decimal(10_000)
_NEXT_SIZE = {"": "万", "万": "亿", "亿": "万亿"}
"""What ten thousand of a size is called: 近1亿, not 近10000万."""

_SCALES = tuple(sorted(((size, sign) for sign, size in MAGNITUDES.items()), reverse=True))
_PLACES = {sign: -size.adjusted() for sign, size in MAGNITUDES.items()}


def typed(figure: Figure, amount: Amount | None) -> str:
    """Return the number of `amount` without its unit: 135, 88.5, 3.4万; X where it is missing."""
    value = None if amount is None else amount.value
    if amount is None or value is None:
        return MISSING
    if figure.formula and amount is figure.amount:
        return derived(value, figure.unit, figure.decimals)
    magnitude = amount.magnitude
    if magnitude:
        value = value.scaleb(_PLACES[magnitude])
    if figure.decimals is not None:
        value = fixed(value, figure.decimals) or value
    return plain(value) + magnitude


def derived(value: Decimal, unit: str, decimals: int | None = None) -> str:
    """Return a computed number without its unit: 19.2857… → 19.3, 15.75 stays, 90.0 → 90.

    Percent takes one decimal, 亿元 two; anything else stands whole if it is short, else with one.
    What is not zero never prints as 0.
    """
    if decimals is not None and (fixed(value, decimals) or not value):
        return plain(fixed(value, decimals))
    if unit != PERCENT:
        exact = fixed(value, _SHORT)
        if exact == value:
            return trimmed(exact)
    places = 2 if unit == "亿元" else 1
    shown = fixed(value, places)
    while value and not shown and places < 12:  # noqa: PLR2004 - as far as `fixed` goes
        places += 1
        shown = fixed(value, places)
    return trimmed(shown)


def monthly(value: Decimal, unit: str) -> str:
    """Return an average by the month: one decimal (亿元 two), 13.0 → 13."""
    return derived(fixed(value, 2 if unit == "亿元" else 1), unit)


def shown(figure: Figure) -> tuple[str, str]:
    """Return what a figure prints of itself and the unit behind it: 135 and 件, 92% and nothing.

    As 约数 where the file asks for one that is true: 3.4万余 and 人, 34万余 and 元.
    """
    percent = figure.unit == PERCENT
    unit = "" if percent else figure.unit
    value = figure.value
    text = typed(figure, figure.amount)
    if figure.hedge:
        head = head_of(unit)
        about = value and hedged(value, figure.hedge, figure.unit, figure.decimals)
        text, unit = about or text + head, unit[len(head) :]
        if about:
            return about, unit
    return (text + PERCENT if percent else text), unit


def with_unit(figure: Figure, amount: Amount | None) -> str:
    """Return `amount` with the unit of `figure` behind it: 200件, 95%, X件."""
    return typed(figure, amount) + figure.unit


def apart(figure: Figure, difference: Decimal | None, *others: Figure) -> str:
    """Return how far `figure` lies from another value, without sign: 5件, 3个百分点, X件.

    `others` are the figures behind that value, where it is not one of its own (上年同期).
    """
    unit = POINTS_OF.get(figure.unit, figure.unit)
    if difference is None:
        return MISSING + unit
    return bare_apart(figure, difference, *others) + unit


def bare_apart(figure: Figure, difference: Decimal, *others: Figure) -> str:
    """Return the number of `apart`: 92.25% and 92% lie 0.25 points apart, not 0.3."""
    if figure.unit in POINTS_OF and all(map(exactly, (figure, *others))):
        return trimmed(abs(difference))
    return derived(abs(difference), figure.unit)


def points(difference: Decimal | None) -> str:
    """Return how far two computed shares lie apart: 9.2个百分点, X个百分点."""
    return (MISSING if difference is None else derived(abs(difference), PERCENT)) + POINTS


def exactly(figure: Figure) -> bool:
    """Return whether `figure` prints with all the decimals it has: it is typed, without 小数."""
    return not figure.formula and figure.decimals is None


def hedged(value: Decimal, word: str, unit: str, decimals: int | None = None) -> str | None:
    """Return the 约数 of `value` without its unit: 34618, 余 → 3.4万余; 67.5 %, 近 → 近70%.

    The named number has the fewest digits that keep the hedge true; None where none does
    (3000 is not 余 of anything, nor 2.5小时). A round number of two digits stands as it is: 140,
    not 100余. The 万 of 万元 is in it: 34.6 → 34万余, then 元.
    """
    scale, sign = scale_of(value, unit)
    scaled = EXACT.divide(value, scale)
    plain_count = not sign and unit not in POINTS_OF and not head_of(unit)
    small = plain_count and scaled < _TWO_DIGITS
    if small and scaled < _SMALLEST and word in _BEHIND:
        return None
    if not small and _WAYS[word] == ROUND_FLOOR and decimals is None and _is_round(value):
        return trimmed(scaled) + sign + (PERCENT if unit == PERCENT else head_of(unit))
    for places in _places(scaled, word, 1 if small else 2, decimals):
        named = scaled.quantize(Decimal(1).scaleb(-places), _WAYS[word], EXACT)
        if hedge_holds(_NEAR.get(word, word), scaled, named) and (
            small or scaled < named * CRUDEST
        ):
            return _put(named, word, sign, unit)
    return None


def _is_round(value: Decimal) -> bool:
    """Return whether `value` has two digits and then zeros: 140, 34000; not 3000, nor 34."""
    sign, digits, exponent = value.normalize(EXACT).as_tuple()
    return not sign and len(digits) == 2 and int(exponent) > 0  # noqa: PLR2004 - two digits


def _put(named: Decimal, word: str, sign: str, unit: str) -> str:
    if unit in POINTS_OF:
        front = "逾" if word in _BEHIND else word
        return front + trimmed(named) + (PERCENT if unit == PERCENT else sign)
    head = head_of(unit)
    if word in _BEHIND:
        return trimmed(named) + (sign + word + head if sign else head + word)
    if named == _MYRIAD and sign + head in _NEXT_SIZE:
        return word + "1" + _NEXT_SIZE[sign + head]  # 近1万, not 近10000
    return word + trimmed(named) + sign + head


def head_of(unit: str) -> str:
    """Return the size a unit begins with, that a hedge takes in: 万 of 万元 (34万余元)."""
    return next((head for head in ("万亿", *MAGNITUDES) if unit.startswith(head)), "")


def scale_of(value: Decimal, unit: str) -> tuple[Decimal, str]:
    """Return the magnitude `value` is spoken in: 1.2万 of 12000亿元; 万元 and % take none."""
    if unit != PERCENT and not unit.startswith("万"):
        for size, sign in _SCALES:
            if value >= size and not (unit.startswith("亿") and sign == "亿"):
                return size, sign
    return Decimal(1), ""


def _places(scaled: Decimal, word: str, digits: int, decimals: int | None) -> Iterator[int]:
    """Yield the decimals to try: of `小数` only, else by the digits that are worth saying."""
    if decimals is not None:
        yield decimals
    elif _WAYS[word] == ROUND_CEILING:
        yield from (n - scaled.adjusted() for n in range(3))
    else:
        yield from (n - scaled.adjusted() for n in range(digits - 1, -1, -1))
