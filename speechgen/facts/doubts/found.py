"""What the sentences of the facts say of their figures, and is not so. It stops no draft."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from speechgen.claims.triggers import said_ahead, triggers
from speechgen.facts.item import END, MARK
from speechgen.facts.reading import Reading, Told, Trail, keys_of
from speechgen.problems import Problem

_JUDGED = frozenset({"成绩", "问题"})
_ELSEWHERE = "案例"


def doubts_of(reading: Reading) -> list[Problem]:
    """Return false claims and figures that turned, each with its place.

    Sentences without a figure claim nothing; the rules are imported where a word of theirs stands.
    """
    problems: list[Problem] = []
    claiming = _claiming(reading)
    if claiming:
        from speechgen.facts.doubts.claims import false_claims  # noqa: PLC0415 - few papers claim

        problems += false_claims(claiming, reading)
    judged = [(told, section) for told in reading.told if (section := _section(told[2]))]
    if judged:
        from speechgen.facts.doubts.turned import turned  # noqa: PLC0415 - only papers with 成绩, 问题

        problems += turned(judged, reading)
    return problems


def _section(trail: Trail) -> str:
    """Return 成绩 or 问题 where a text stands there, and not in one of its 案例."""
    section = ""
    for key in keys_of(trail):
        if key == _ELSEWHERE:
            return ""
        if key in _JUDGED:
            section = key
    return section


def _claiming(reading: Reading) -> list[Told]:
    """Return the texts that have a word of a claim in them, or one that a phrase says again."""
    units = frozenset([figure.unit for figure in reading.figures.values()])
    found = _words("\n".join([told[0] for told in reading.told]), units)
    return [
        told
        for told in reading.told
        if any(word in told[0] for word in found) or _says_ahead(told[0], reading)
    ]


def _says_ahead(text: str, reading: Reading) -> bool:
    """Return whether the words before a phrase of `text` are those it begins with."""
    for before, behind in pairwise(text.split(MARK)):
        expression = behind.partition(END)[0]
        spoken = reading.said.get(expression)
        if spoken and "." in expression and said_ahead(before, spoken.text):
            return True
    return False


@lru_cache(maxsize=16)
def _words(text: str, units: frozenset[str]) -> tuple[str, ...]:
    """Return the words of claims that stand in `text`."""
    return tuple([word for word in triggers(MARK, END, units) if word in text])
