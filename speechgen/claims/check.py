"""All checks of claims, one sentence at a time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from speechgen.claims import beside, changes, compared, goals, little, shares, times, twice
from speechgen.claims.sentence import LONGEST, Finding, Sentence
from speechgen.claims.words import GOALS

_GOAL = re.compile("|".join(GOALS))

CHECKS: tuple[Callable[[Sentence], Iterator[Finding]], ...] = (
    beside.check,
    compared.check,
    changes.check,
    goals.check,
    shares.check,
    times.check,
    twice.check,
    little.check_little,
    little.check_all,
)


def findings(sentence: Sentence) -> Iterator[Finding]:
    """Yield what is claimed in `sentence` and not so; nothing of an overlong one."""
    if len(sentence.text) > LONGEST:
        return
    if _GOAL.search(sentence.text):
        sentence = sentence._replace(is_plan=True)
    for check in CHECKS:
        yield from check(sentence)
