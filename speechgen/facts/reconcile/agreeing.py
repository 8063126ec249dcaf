"""When two numbers agree: within the rounding they were typed with, and not further."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from speechgen.facts.figure import Amount, Figure
from speechgen.numerals import EXACT

_HALF = Decimal("0.5")
_NONE = Decimal(0)


class Span(NamedTuple):
    """Where a number may lie: 12.3 was at least 12.25 and at most 12.35."""

    low: Decimal
    high: Decimal


def half_step(value: Decimal) -> Decimal:
    """Return half a unit of the last typed decimal: 0.05 of 12.3, 500 of 3.4万, 0.5 of 62."""
    exponent = value.as_tuple().exponent
    return _HALF.scaleb(exponent) if isinstance(exponent, int) else _NONE


def rounding(value: Decimal) -> Decimal:
    """Return by how much a number may have been rounded; a whole number is exact."""
    return half_step(value) if value.as_tuple().exponent else _NONE


def span(value: Decimal, step: Decimal) -> Span:
    """Return where a number is that was rounded by at most `step`."""
    return Span(EXACT.subtract(value, step), EXACT.add(value, step))


def input_span(figure: Figure, amount: Amount) -> Span | None:
    """Return where the true number behind `amount` lies; None where it is missing.

    135件 are 135; 34.6亿元 were rounded; a computed value is exact, but for the digit at which
    a division without end was cut.
    """
    if amount.value is None:
        return None
    computed = figure.formula and amount is figure.amount
    exact = computed and len(amount.value.as_tuple().digits) < EXACT.prec
    return span(amount.value, _NONE if exact else rounding(amount.value))


def meets(stated: Decimal, found: Span, tolerance: Decimal | None = None) -> bool:
    """Return whether `stated`, rounded as typed or within `tolerance`, may be in `found`."""
    step = max(half_step(stated), tolerance or _NONE)
    around = span(stated, step)
    return around.low <= found.high and found.low <= around.high
