"""What can be said of a figure: one word each (同比, 占比 …), one small file a family.

A new phrase is a function in its family's file and a word here. A family is imported when one of
its words is first spoken: a paper pays for what it says.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from speechgen.facts.book import Book
from speechgen.facts.figure import Figure, Spoken

Phrase = Callable[[Figure, tuple[str, ...], Book], Spoken]
"""Takes the figure, the names in brackets, and the book they are in.

Raises:
    ExpressionError: this can never be said of this figure (完成 of a ceiling).
"""

FAMILIES = {
    "comparing": ("同比", "环比", "增幅", "走势"),
    "difference": ("同比增减", "环比增减", "相比"),
    "course": ("由到",),
    "together": ("分别同比",),
    "target": ("完成", "还差", "分级完成"),
    "ceiling": ("占控制数", "余量", "距控制数"),
    "pace": ("时序", "已月均", "余量月均", "已过时段", "余下时段"),
    "share": ("占比", "全部"),
    "rank": ("位次", "前移", "位次由到"),
    "zero": ("零发生",),
    "stated": ("时段", "上年同期", "上期", "全年目标", "全年控制数"),
}

ALIASES = {
    "增速": "增幅",
    "增减": "同比增减",
    "高于": "相比",
    "低于": "相比",
    "后移": "前移",
    "目标": "全年目标",
    "目标值": "全年目标",
    "控制数": "全年控制数",
    "时序进度": "时序",
}
"""Other words a secretary would guess. A canonical expression has the word of `FAMILIES`."""

ARGUMENTS = {"占比": (1, 1), "全部": (1, 1), "相比": (1, 1), "分别同比": (1, 9)}
"""Phrases that name other figures in brackets: how many at least, and at most."""

OF_RANKS = frozenset({"位次", "前移", "位次由到", "由到", "时段"})
"""Phrases that a figure with only a 位次 has."""

_FAMILY = {word: family for family, words in FAMILIES.items() for word in words}
_found: dict[str, Phrase] = {}


def is_phrase(word: str) -> bool:
    """Return whether `word` is a phrase, or another word for one."""
    return word in _FAMILY or word in ALIASES


def proper(word: str) -> str:
    """Return the word a canonical expression has for `word`: 后移 → 前移."""
    return ALIASES.get(word, word)


def allowed(word: str, number: int) -> bool:
    """Return whether `word` may stand with `number` figures in brackets."""
    least, most = ARGUMENTS.get(word, (0, 0))
    return least <= number <= most


def every_word() -> tuple[str, ...]:
    """Return all phrases and aliases, for the nearest one and for the docs."""
    return (*_FAMILY, *ALIASES)


def find(word: str) -> Phrase:
    """Return the phrase `word`, a word of `FAMILIES`.

    Raises:
        KeyError: it is none; `expression` has refused it before.
    """
    phrase = _found.get(word)
    if phrase is None:
        family = import_module(f"speechgen.facts.phrases.{_FAMILY[word]}")
        phrases: Mapping[str, Phrase] = family.PHRASES
        _found.update(phrases)
        phrase = phrases[word]
    return phrase
