"""Which words a text must have to claim anything: looked for before any rule is imported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from speechgen.claims.words import (
    ALL,
    AS_MUCH,
    BIG,
    BIG_BEHIND,
    DONE,
    DOUBLE,
    DOWN,
    EXTENTS,
    GOAL_WORDS,
    GOALS_NAMED,
    HEDGES_BEFORE,
    HEDGES_BEHIND,
    HEDGES_OF_NAMES,
    LEVEL,
    MIDDLES,
    MORE,
    ONLY,
    REACHES,
    SMALL,
    SMALL_BEHIND,
    UP,
)

MOST_AHEAD = 12
"""Characters before a phrase in which it may be said already."""

_DIGITS = "0123456789"
_TENTHS = "一二两三四五六七八九"


def said_ahead(before: str, printed: str) -> str:
    """Return the words that end `before` and begin `printed`: 仍有 of 仍有48件; else nothing."""
    if before[-1:] not in printed[1:MOST_AHEAD]:
        return ""
    for length in range(min(len(before), len(printed), MOST_AHEAD), 1, -1):
        word = printed[:length]
        if before.endswith(word) and all("一" <= sign <= "鿿" for sign in word):
            return word
    return ""


def triggers(slot: str, end: str, units: Iterable[str]) -> tuple[str, ...]:
    """Return strings one of which stands in every text that claims something of a figure.

    `slot` is what a figure begins with in the text, `end` what it ends with; `units` are those of
    the figures.
    """
    return (
        *UP,
        *DOWN,
        *LEVEL,
        *DOUBLE,
        *(word + slot for word in (*BIG, *SMALL, *REACHES, *ONLY, *AS_MUCH)),
        *(extent + word for extent in EXTENTS for word in (*BIG_BEHIND, *SMALL_BEHIND)),
        *(word + middle + done for word in ALL for middle in MIDDLES for done in DONE),
        *_of_numbers(slot),
        *HEDGES_OF_NAMES,
        *GOALS_NAMED,
        *(word + much + "目标" for word in GOAL_WORDS for much in ("", "了")),
        *(word + slot for word in ("同比", "环比")),
        *(end + word for word in HEDGES_BEHIND),
        *(unit.lstrip("万亿") + word for unit in ("%", *units) if unit for word in HEDGES_BEHIND),
    )


def _of_numbers(slot: str) -> Iterator[str]:
    yield from (word + sign for word in HEDGES_BEFORE for sign in (*_DIGITS, slot))
    yield from (sign + word for word in "余多" for sign in (*_DIGITS, "万", "亿"))
    yield from (word + sign for word in MORE for sign in _DIGITS)
    yield from (sign + "成" for sign in _TENTHS)
    yield from ("分之", "过半", "近半", "一半", "半数")
