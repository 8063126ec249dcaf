"""The ledger: what a reader of the paper must know of the figures without knowing facts."""

from decimal import Decimal
from typing import NamedTuple


class Entry(NamedTuple):
    """One expression that the paper speaks."""

    expression: str
    figure: str
    """Name of the figure (or name) it is about."""

    printed: str
    """What stands in the control, without the unit behind it."""

    unit: str = ""
    """Unit printed behind the control; empty where the phrase holds it."""

    value: Decimal | None = None
    """Unrounded value; None for a missing figure, a name or a phrase without one number."""

    status: str = "known"
    parts: tuple[str, ...] = ()
    """Names of the figures that add up to it."""

    lacks: tuple[str, ...] = ()
    """Missing inputs: `重复信访`, `信访总量的上年同期`."""


Ledger = dict[str, Entry]
"""Entries by expression, in order of first mention."""
