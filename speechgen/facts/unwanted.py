"""Words that an office does not use, where its own facts use them: said, never changed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from speechgen.facts.facts import Facts
from speechgen.facts.file.source import load
from speechgen.house import House
from speechgen.problems import FactsPlace, Problem, SpeechgenError

_NOT_PRINTED = frozenset(
    {"文种", "主题", "数据", "名称", "数据来源", "简称", "种子", "版式", "篇幅", "时长"}
)
"""Keys at the top whose text is not the paper's, or is a name that must stay."""

_EXPRESSION = re.compile("【[^【】]*】")
_KEY = re.compile(r"[^\s:：,，。{}\[\]\"']{1,20}:(?=\s|$)")
_COMMENT = re.compile(r"(^|\s)#.*")
MOST = 50


def unwanted(facts: Facts, house: House) -> list[Problem]:
    """Return advice for each unwanted word in a line of the facts that may be printed."""
    if not house.unwanted:
        return []
    starts = _starts(facts)
    lines: list[str] = []
    with suppress(SpeechgenError):  # it was read a moment ago; a file that is gone holds no words
        lines = load(Path(facts.file)).splitlines()
    return [
        _advice(FactsPlace(facts.file, number, column), word, line, house)
        for number, line in enumerate(lines, 1)
        if _is_printed(starts, number)
        for column, word in _found(line, house.unwanted)
    ][:MOST]


def _starts(facts: Facts) -> list[tuple[int, str]]:
    """Return on which line each key at the top begins, in order."""
    return sorted((place.line, key) for key, place in facts.root.places.items())


def _is_printed(starts: list[tuple[int, str]], number: int) -> bool:
    """Return whether the line stands under a key whose text is printed."""
    at = bisect_right(starts, number, key=lambda start: start[0])
    return at > 0 and starts[at - 1][1] not in _NOT_PRINTED


def _found(line: str, words: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Yield where each word stands, from 1, the longest first; each place is said once."""
    text = _COMMENT.sub(_blank, _EXPRESSION.sub(_blank, line))
    text = _KEY.sub(_blank, text, count=1)
    for word in words:
        for match in re.finditer(re.escape(word), text):
            yield match.start() + 1, word
        text = text.replace(word, "\0" * len(word))


def _blank(match: re.Match[str]) -> str:
    return "\0" * len(match[0])


def _advice(place: FactsPlace, word: str, line: str, house: House) -> Problem:
    other = house.prefer.get(word)
    hint = f"本单位用“{other}”；" if other else ""
    return Problem(
        place,
        "word-unwanted",
        f"“{word}”是本单位不用的词",
        f"{hint}素材里的原话照印，要改请改素材",
        fix=other,
        severity="advice",
        quote=line,
    )
