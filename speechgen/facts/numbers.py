"""A typed number, as the figures have it."""

from __future__ import annotations

from functools import lru_cache

from speechgen.numerals import normalised, parse_amount

parsed = lru_cache(maxsize=4096)(parse_amount)
"""`parse_amount`, remembered: the same figures come again and again."""


def is_count(text: str) -> bool:
    """Return whether `text` is a number and not a telephone code: 135, 0.5, but not 0571."""
    if parsed(text) is None:
        return False
    digits = normalised(text.strip()).lstrip("+-")
    return digits[:1] != "0" or not digits[1:2].isdecimal()
