"""All checks of claims, one sentence at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from speechgen.claims import beside, changes, compared, little
from speechgen.claims.sentence import LONGEST, Finding, Sentence

CHECKS: tuple[Callable[[Sentence], Iterator[Finding]], ...] = (
    beside.check,
    compared.check,
    changes.check,
    little.check_little,
    little.check_all,
)


def findings(sentence: Sentence) -> Iterator[Finding]:
    """Yield what is claimed in `sentence` and not so; nothing of an overlong one."""
    if len(sentence.text) <= LONGEST:
        for check in CHECKS:
            yield from check(sentence)
