"""The phrase that a mistyped word most likely meant; never one that says the contrary."""

from __future__ import annotations

from collections.abc import Iterable

from speechgen.problems import nearest

_NOT = ("不", "未", "没", "无", "非")
_MORE, _LESS = frozenset("高多大升增涨前超"), frozenset("低少小降减跌后")


def likely(word: str, known: Iterable[str]) -> str | None:
    """Return the known word most like `word`: 同彼 → 同比; None where none is near.

    不多于 is not hinted as 多于, nor 同比下降 as 同比增长.
    """
    return nearest(word, [one for one in known if not _contrary(word, one)])


def _contrary(word: str, other: str) -> bool:
    """Return whether one denies what the other says, or goes up where it goes down."""
    if word.startswith(_NOT) != other.startswith(_NOT):
        return True
    sides = _sides(word) | _sides(other)
    return len(sides) > 1 and bool(_sides(word)) and bool(_sides(other))


def _sides(word: str) -> frozenset[str]:
    """Return 多 of what says more, 少 of what says less; nothing of neither and of both (增减)."""
    more, less = not _MORE.isdisjoint(word), not _LESS.isdisjoint(word)
    return frozenset() if more == less else frozenset({"多" if more else "少"})
