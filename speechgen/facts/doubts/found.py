"""What the sentences of the facts say of their figures, and is not so. It stops no draft."""

from __future__ import annotations

from functools import lru_cache

from speechgen.claims.triggers import triggers
from speechgen.facts.item import END, MARK
from speechgen.facts.reading import Reading, Told, keys_of
from speechgen.problems import Problem

_JUDGED = frozenset({"成绩", "问题"})


def doubts_of(reading: Reading) -> list[Problem]:
    """Return false claims and figures that turned, each with its place.

    Sentences without a figure claim nothing; the rules are imported where a word of theirs stands.
    """
    problems: list[Problem] = []
    claiming = _claiming(reading)
    if claiming:
        from speechgen.facts.doubts.claims import false_claims  # noqa: PLC0415 - few papers claim

        problems += false_claims(claiming, reading)
    judged = [told for told in reading.told if _JUDGED.intersection(keys_of(told[2]))]
    if judged:
        from speechgen.facts.doubts.turned import turned  # noqa: PLC0415 - only papers with 成绩, 问题

        problems += turned(judged, reading)
    return problems


def _claiming(reading: Reading) -> list[Told]:
    """Return the texts that have a word of a claim in them."""
    units = frozenset([figure.unit for figure in reading.figures.values()])
    found = _words("\n".join([told[0] for told in reading.told]), units)
    return [told for told in reading.told if any(word in told[0] for word in found)]


@lru_cache(maxsize=16)
def _words(text: str, units: frozenset[str]) -> tuple[str, ...]:
    """Return the words of claims that stand in `text`."""
    return tuple([word for word in triggers(MARK, END, units) if word in text])
