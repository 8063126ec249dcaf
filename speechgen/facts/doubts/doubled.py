"""Words typed before a phrase that prints them itself: 仍有【未化解.仍有】 prints 仍有仍有48件."""

from __future__ import annotations

from collections.abc import Iterator

from speechgen.claims.words import CHANGES
from speechgen.facts.doubts.written import EXPRESSION, flat, written_at
from speechgen.facts.reading import Reading, Told
from speechgen.problems import Problem

_LONGEST = 12
_SHORTEST = 2


def doubled(told: Told, reading: Reading) -> Iterator[Problem]:
    """Yield the words of one text that its phrases say again.

    同比 and directions are left to `speechgen.claims`.
    """
    text, node, _ = told
    for found in EXPRESSION.finditer(text):
        spoken = reading.said.get(found[1])
        phrase = found[1].rpartition(".")[2].partition("(")[0]
        if spoken is None or "." not in found[1] or phrase in CHANGES:
            continue
        word = _said_twice(text[max(0, found.start() - _LONGEST) : found.start()], spoken.text)
        if word:
            index = len(flat(text[: found.start()])) - len(word)
            place = reading.page.inside(node, written_at(index, text, reading.page.written(node)))
            message = f"“{word}【{found[1]}】”会印成“{word}{spoken.text}”"
            yield Problem(place, "word-twice", message, f"请去掉“{word}”", "", "warn")


def _said_twice(before: str, printed: str) -> str:
    """Return the words that end `before` and begin `printed`; empty where there are none."""
    for length in range(min(len(before), len(printed)), _SHORTEST - 1, -1):
        word = printed[:length]
        if before.endswith(word) and all("一" <= sign <= "鿿" for sign in word):
            return word
    return ""
