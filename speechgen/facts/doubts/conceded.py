"""What a sentence of 成绩 or 问题 concedes before it says what it is there for."""

from __future__ import annotations

import re

from speechgen.claims.words import BUT, SLOT, THOUGH
from speechgen.facts.doubts.written import EXPRESSION, SENTENCE

_CLAUSE = re.compile("[^，]+")
_TURNS = {
    "成绩": re.compile("|".join(BUT)),
    "问题": re.compile(
        "|".join((*BUT, "仍", "(?<!不)仅", "只有", "慢于", "低于", "落后", "居[^，]{0,6}第"))
    ),
}
"""What says that the good, or the bad, comes behind it."""

_THOUGH = re.compile("|".join(THOUGH))
_AGAINST = re.compile("^(?:面对|顶住|克服|针对|扭转|应对)")
_SETTING = "(?:情况|局面|形势|背景|压力|影响|问题|同时|困难|挑战|条件|前提|基础)"
_BEHIND = {
    "成绩": re.compile(f"{SLOT}的(?!良好|可喜|大好|喜人|有利)[^，。；、]{{0,8}}{_SETTING}"),
    "问题": re.compile(f"{SLOT}的[^，。；、]{{0,8}}{_SETTING}"),
}
"""在信访总量【信访总量.同比】的情况下: the figure is the setting of something else."""


def plain_places(text: str, section: str) -> frozenset[int]:
    """Return where the expressions of `text` stand that are said for their own sake.

    Not those a 但 follows or a 虽 leads, nor 面对投资【投资.同比】的压力, nor in 问题 those
    that 仍居第二 follows.
    """
    words = EXPRESSION.sub(lambda found: SLOT * len(found[0]), text)
    plain: set[int] = set()
    for sentence in SENTENCE.finditer(words):
        turning = max((found.end() for found in _TURNS[section].finditer(sentence[0])), default=0)
        if not turning and _THOUGH.search(sentence[0]):
            continue
        start = sentence.start() + turning
        for clause in _CLAUSE.finditer(words, sentence.start(), sentence.end()):
            if _AGAINST.search(clause[0]) or _BEHIND[section].search(clause[0]):
                continue
            there = EXPRESSION.finditer(text, max(start, clause.start()), clause.end())
            plain.update(found.start() for found in there)
    return frozenset(plain)
