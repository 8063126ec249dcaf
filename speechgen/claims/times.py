"""Growth typed in times: 增长一倍多, 增加超过两倍, 增长近1.5倍."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from speechgen.claims.bases import bases
from speechgen.claims.judged import Change
from speechgen.claims.numbers import CHINESE_DIGITS, Typed, holds
from speechgen.claims.sentence import Finding, Sentence
from speechgen.claims.words import HEDGES_BEFORE, HEDGES_BEHIND, UP
from speechgen.numerals import EXACT, percent

_TIMES = re.compile(
    rf"(?:{'|'.join(UP)})了?(?P<before>{'|'.join(HEDGES_BEFORE)})?"
    rf"(?P<times>[{''.join(CHINESE_DIGITS)}]|\d{{1,4}}(?:\.\d{{1,3}})?)倍(?P<much>[多余])?"
    rf"(?P<behind>{'|'.join(HEDGES_BEHIND)})?(?=[，。；：、！？（）,.;:!?()]|$)"
)
_NOT = re.compile("(?:没有|没能|未能|未|不|并非|难以)[^，、]{0,3}$")


def check(sentence: Sentence) -> Iterator[Finding]:
    """Yield growths in times that are not those of the figure whose value was said before.

    From 1.5 to 3.2 is 增长一倍多, by 1.13 times. A bare 增长两倍 is held true within 5 %; nothing
    is said where the value before is not above zero.
    """
    if sentence.is_plan:
        return
    for found in _TIMES.finditer(sentence.text):
        start, _ = sentence.clause(found.start())
        lead = sentence.text[start : found.start()]
        about = None if _NOT.search(lead) else sentence.subject(found.start(), lead)
        if about is None or about.value is None:
            continue
        typed = _typed(found)
        changes = [
            Change(about, then, name) for name, then in bases(sentence, found.start(), about)
        ]
        grown = [(change, _grown(change)) for change in changes if change.then > 0]
        if grown and not any(holds(typed, times) for _, times in grown):
            change, times = grown[0]
            message = f"“{typed.words}”不符：{change}"
            yield Finding(found.start(), message, f"可写“{_right(change, times)}”")


def _typed(found: re.Match[str]) -> Typed:
    word = found["times"]
    named = Decimal(CHINESE_DIGITS.get(word, word))
    hedge = HEDGES_BEFORE.get(found["before"] or "", "余" if found["much"] else "")
    hedge = hedge or HEDGES_BEHIND.get(found["behind"] or "", "约")
    step = Decimal(1) if found["much"] else Decimal(0)
    return Typed(*found.span(), found[0], f"{word}倍", hedge, named, "倍", step)


def _grown(change: Change) -> Decimal:
    """Return how many times the value before it grew by; below zero where it fell."""
    return EXACT.divide(EXACT.subtract(change.now, change.then), change.then)


def _right(change: Change, times: Decimal) -> str:
    if not change.sign:
        return f"与{change.label}持平"
    return f"{'增长' if times > 0 else '下降'}{percent(abs(times) * 100)}"
