"""Shares of one whole that add up to 100 as they are printed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import lcm

_MOST_PLACES = 6


def shares(values: Sequence[Decimal], places: int = 1) -> tuple[Decimal, ...]:
    """Return the share of each value in their sum, in percent; rounded, they add up to 100.

    96, 1924 and 5393 件 are 1.3, 26.0 and 72.7 %. Each is cut to `places`, and what is then
    wanting of 100 goes to those that lost most; of two that lost the same, to the earlier one
    (three equal values are 33.4, 33.3 and 33.3 %). A value of 0 is 0.0 %.

    Raises:
        ValueError: a value is negative, or there is none above zero.
    """
    ratios = [value.as_integer_ratio() for value in values]
    bottom = lcm(*[below for _, below in ratios])
    tops = [above * (bottom // below) for above, below in ratios]
    total = sum(tops)
    if total <= 0 or min(tops) < 0:
        message = f"no shares of {list(map(str, values))}"
        raise ValueError(message)
    steps = 100 * 10**places
    cut = [divmod(top * steps, total) for top in tops]
    wanting = steps - sum(whole for whole, _ in cut)
    order = sorted(range(len(cut)), key=lambda at: -cut[at][1])
    lucky = frozenset(order[:wanting])
    return tuple([Decimal(cut[at][0] + (at in lucky)).scaleb(-places) for at in range(len(cut))])


def visible_shares(values: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Return the shares with one decimal; with more where a small one would print as nothing.

    1 and 4999 件 are 0.02 and 99.98 %.

    Raises:
        ValueError: as `shares`.
    """
    for places in range(1, _MOST_PLACES):
        found = shares(values, places)
        if all(bool(share) == bool(value) for share, value in zip(found, values, strict=True)):
            return found
    return shares(values, _MOST_PLACES)
