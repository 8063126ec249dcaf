"""Quotes of a text paired anew: `"甲"`, `'甲“`, `“甲“` and `”甲”` all become `“甲”`.

Rule: docs/facts.md, “随手打的符号”.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

QUOTES = frozenset("\"'“”‘’")
STRAIGHT = frozenset("\"'")
MOST = 40
"""Quotes of one text that are looked at; no sentence has more."""

_DEEPEST = 3
_CLASS = {"“": '"', "”": '"', "‘": "'", "’": "'", '"': '"', "'": "'"}
_SIGNS = (("“", '"', True), ("”", '"', False), ("‘", "'", True), ("’", "'", False))
_TURNED = 10  # an opening quote for a closing one
_DOUBLED = 8  # double for single: the slip of '甲“, where “甲” is meant
_HALVED = 9  # single for double


class _Way(NamedTuple):
    """Quotes as they might be meant so far, and how much differs from what was typed."""

    cost: int
    meant: str


def paired(typed: Sequence[str]) -> str | None:
    """Return quotes as they are meant, each where it was typed; None where one has no partner.

    Of all ways to pair them it is the one that changes least. ‘ ’ stands inside “ ”: the quotes of
    “甲“乙”丙” become “甲‘乙’丙”. A straight quote may open or close and costs nothing.
    """
    return None if len(typed) % 2 else _nearest(typed).meant


def lone(typed: Sequence[str]) -> int:
    """Return which of an odd number of quotes has no partner: the one the others need least."""
    costs = [_nearest([*typed[:i], *typed[i + 1 :]]).cost for i in range(len(typed))]
    return max(range(len(typed)), key=lambda i: (-costs[i], i))


def _nearest(typed: Sequence[str]) -> _Way:
    ways = {"": _Way(0, "")}
    for sign in typed:
        further: dict[str, _Way] = {}
        for stack, way in ways.items():
            for meant, then in _steps(stack):
                new = _Way(way.cost + _cost(sign, meant), way.meant + meant)
                if then not in further or new.cost < further[then].cost:
                    further[then] = new
        ways = further
    return ways.get("", _Way(0, ""))


def _steps(stack: str) -> Iterator[tuple[str, str]]:
    """Yield what quote may follow, and what is open then."""
    for sign, kind, opens in _SIGNS:
        if not opens and stack[-1:] == kind:
            yield sign, stack[:-1]
        elif opens and stack[-1:] != kind and len(stack) < _DEEPEST:
            yield sign, stack + kind


def _cost(typed: str, meant: str) -> int:
    if typed == meant:
        return 0
    kind, wanted = _CLASS[typed], _CLASS[meant]
    cost = 0 if kind == wanted else _DOUBLED if wanted == '"' else _HALVED
    opens = meant in "“‘"
    return cost + (_TURNED if typed not in STRAIGHT and opens != (typed in "“‘") else 0)
