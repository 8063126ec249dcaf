"""Text ⇄ Decimal, Chinese numerals, and the print of numbers. Nothing here knows what a fact is."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal

DIGITS = "零一二三四五六七八九"
MAGNITUDES = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}
EXACT = Context(prec=60, rounding=ROUND_HALF_UP)
"""For every sum of figures: wide enough that only a division that never ends is cut."""

HEDGES = {
    "余": (Decimal(1), None),
    "多": (Decimal(1), None),
    "逾": (Decimal(1), None),
    "超过": (Decimal(1), None),
    "突破": (Decimal(1), None),
    "近": (Decimal("0.95"), Decimal(1)),
    "接近": (Decimal("0.95"), Decimal(1)),
    "将近": (Decimal("0.95"), Decimal(1)),
    "不足": (None, Decimal(1)),
    "约": (Decimal("0.95"), Decimal("1.05")),
    "左右": (Decimal("0.95"), Decimal("1.05")),
}
"""Where value ÷ named value must lie for the hedge to be true. 1 itself never counts (135 is not
135余, nor 近135); the other bounds do."""

JUDGEMENTS = {
    "明显": (Decimal(10), Decimal(5)),
    "略有": (Decimal(5), Decimal(2)),
    "基本持平": (Decimal(1), Decimal("0.5")),
}
"""Bounds of a change, in percent and, for rates, in points: 明显 from either on, 略有 and 基本持平
below either. From 90 % to 98 % is 明显 by its points, from 2 % to 2.3 % by its percentage."""

SHARE_OF_MOST = Decimal(50)
"""From this percentage of a whole or a 全年控制数 on nothing is 仅."""

NEAR_GOAL = Decimal(90)
"""From this percentage of a 全年目标 on nothing is 仅."""

_QUANTA = tuple(Decimal(1).scaleb(-places) for places in range(13))
_HUNDRED = Decimal(100)
_FULLWIDTH = str.maketrans("０１２３４５６７８９．％－＋", "0123456789.%-+")
_NUMBER = re.compile(r"([+-]?(?:\d+(?:\.\d+)?|\.\d+))\s*(万|亿)?(%?)")


def chinese(number: int) -> str:
    """Return 0 to 999 in Chinese numerals: 3 → 三, 12 → 十二, 20 → 二十, 105 → 一百零五.

    Raises:
        ValueError: `number` is not in 0 to 999.
    """
    if not 0 <= number <= 999:  # noqa: PLR2004 - three places
        message = f"no Chinese numeral for {number}"
        raise ValueError(message)
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    if not hundreds and not tens:
        return DIGITS[ones]
    head = f"{DIGITS[hundreds]}百" if hundreds else ""
    middle = "" if not tens else "十" if tens == 1 and not hundreds else f"{DIGITS[tens]}十"
    gap = "零" if hundreds and not tens and ones else ""
    return head + gap + middle + (DIGITS[ones] if ones else "")


def counted(number: int) -> str:
    """Return a count before a measure word: 2 → 两 (两点意见), else as `chinese`."""
    return "两" if number == 2 else chinese(number)  # noqa: PLR2004 - the one exception


def plain(value: Decimal) -> str:
    """Return `value` in digits, without exponent: Decimal("1E+3") → 1000. Typed zeros stay."""
    text = str(value)
    if "E" in text:
        text = f"{value:f}"
    return text[1:] if text.startswith("-") and value == 0 else text


def rounded(value: Decimal, places: int = 1) -> Decimal:
    """Return `value` rounded half up to `places`, without trailing zeros: 90.00 → 90."""
    return Decimal(trimmed(fixed(value, places)))


def fixed(value: Decimal, places: int) -> Decimal:
    """Return `value` rounded half up to exactly `places` (0 to 12): 9.1666… to 1 is 9.2."""
    return value.quantize(_QUANTA[places], ROUND_HALF_UP, EXACT)


def percent(value: Decimal) -> str:
    """Return a share or change, never negative, as it is printed: 8.78… → `8.8%`, 90.0 → `90%`.

    No or one decimal, half up. More only where one decimal would claim what is not so: 99.97 %
    is not 100 %, and 0.02 % is not nothing.
    """
    places = 1
    shown = value.quantize(_QUANTA[1], ROUND_HALF_UP, EXACT)
    while value and places + 1 < len(_QUANTA) and (not shown or shown == _HUNDRED != value):
        places += 1
        shown = value.quantize(_QUANTA[places], ROUND_HALF_UP, EXACT)
    return trimmed(shown) + "%"


def hedge_holds(word: str, value: Decimal, named: Decimal) -> bool:
    """Return whether `value` may be called `word` `named`: 67.5 is 接近70, and 75 is not.

    Rule: `HEDGES`; docs/figures.md, “约数”.
    """
    if named <= 0:
        return False
    low, high = HEDGES[word]
    ratio = EXACT.divide(value, named)
    above = low is None or ratio > low or (ratio == low and low != 1)
    below = high is None or ratio < high or (ratio == high and high != 1)
    return above and below


def reaches(value: Decimal, percentage: Decimal, bound: Decimal) -> bool:
    """Return whether `value` is `percentage` of `bound`, or more: 100 of 200 reaches 50 %."""
    return EXACT.multiply(value, _HUNDRED) >= EXACT.multiply(bound, percentage)


def trimmed(value: Decimal) -> str:
    """Return `value` in digits without trailing zeros after the point: 12.50 → 12.5."""
    text = plain(value)
    return text.rstrip("0").rstrip(".") if "." in text else text


def normalised(text: str) -> str:
    """Return `text` with full-width digits, point and signs as ASCII."""
    return text.translate(_FULLWIDTH)


def parse_amount(text: str) -> tuple[Decimal, str, str] | None:
    """Return (number, magnitude, percent sign) of a typed amount, or None where it is none.

    `135` → (135, "", ""); `92%` → (92, "", "%"); `3.4万` → (3.4, "万", ""). The decimals stay
    as typed. Full-width digits are read; `1,234` is not a number here, nor is `1e3`.
    """
    match = _NUMBER.fullmatch(normalised(text.strip()))
    if match is None:
        return None
    number, magnitude, percent = match.groups()
    return Decimal(number), magnitude or "", percent
