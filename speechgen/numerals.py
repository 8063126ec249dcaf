"""Text ⇄ Decimal, Chinese numerals, and the print of numbers. Nothing here knows what a fact is."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

DIGITS = "零一二三四五六七八九"
MAGNITUDES = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}
_FULLWIDTH = str.maketrans("０１２３４５６７８９．％－＋", "0123456789.%-+")
_NUMBER = re.compile(r"([+-]?(?:\d+(?:\.\d+)?|\.\d+))\s*(万|亿)?(%?)")


def chinese(number: int) -> str:
    """Return 1 to 99 in Chinese numerals: 3 → 三, 12 → 十二, 20 → 二十.

    Raises:
        ValueError: `number` is not in 0 to 99; no paper has a hundred headings.
    """
    if not 0 <= number <= 99:  # noqa: PLR2004 - two places
        message = f"no Chinese numeral for {number}"
        raise ValueError(message)
    tens, ones = divmod(number, 10)
    if not tens:
        return DIGITS[ones]
    return ("" if tens == 1 else DIGITS[tens]) + "十" + (DIGITS[ones] if ones else "")


def counted(number: int) -> str:
    """Return a count before a measure word: 2 → 两 (两点意见), else as `chinese`."""
    return "两" if number == 2 else chinese(number)  # noqa: PLR2004 - the one exception


def plain(value: Decimal) -> str:
    """Return `value` in digits, without exponent: Decimal("1E+3") → 1000. Typed zeros stay."""
    text = f"{value:f}"
    return text[1:] if value == 0 and text.startswith("-") else text


def rounded(value: Decimal, places: int = 1) -> Decimal:
    """Return `value` rounded half up to `places`, without trailing zeros: 90.00 → 90."""
    quantum = Decimal(1).scaleb(-places)
    return Decimal(trimmed(value.quantize(quantum, rounding=ROUND_HALF_UP)))


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
