"""A hedged number typed beside a figure must be true of it: 【信访总量.占控制数】，接近70%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechgen.claims.numbers import (
    Typed,
    apart,
    holds,
    of_unit,
    scale_of,
    true_words,
    typed_numbers,
)
from speechgen.claims.sentence import Finding, Said, Sentence
from speechgen.claims.words import PAST, SLOT, YARDSTICKS
from speechgen.numerals import EXACT, trimmed

_ENDS = re.compile(rf"(?:大关|关口)?(?:[，。；：、！？（）,.;:!?()]|{SLOT}|$)")
_COMPARED = re.compile(f"{PAST}|[比较]")
_ADDED = re.compile("(?:新增|净增|增加|减少|再)了?$")
"""Before a number these make it an increase: 新增20余场，达【场次】."""


def check(sentence: Sentence) -> Iterator[Finding]:
    """Yield the typed numbers that are not true of the figure they stand beside.

    That is the nearest one before of the same unit, with nothing else spoken of between; else
    the nearest one behind. A number that belongs to a noun (近30件来访) is somebody else's.
    """
    if sentence.is_plan:
        return
    for typed in typed_numbers(sentence.text):
        for said, number in _candidates(sentence, typed):
            finding = _finding(number, said)
            if finding is not None:
                yield finding
            break


def _candidates(sentence: Sentence, typed: Typed) -> Iterator[tuple[Said, Typed]]:
    text = sentence.text
    lead = text[sentence.clause(typed.start)[0] : typed.start].rpartition(SLOT)[2]
    if _COMPARED.search(lead) or _ADDED.search(lead):
        return
    for said in sentence.before(typed.start):
        if said.phrase in YARDSTICKS:
            continue
        number = of_unit(typed, text, said.unit) if said.unit else None
        if number is not None and _ENDS.match(text, number.end):
            yield said, number
    for unit in sorted({said.unit for said in sentence.said if said.unit}):
        number = of_unit(typed, text, unit)
        behind = None if number is None else sentence.behind(number.end)
        if number is None or behind is None or behind.unit != unit:
            continue
        if _COMPARED.search(text[number.end : text.index(SLOT, number.end)]):
            continue
        if _ENDS.match(text, number.end) and _alone(sentence, typed):
            yield behind, number


def _alone(sentence: Sentence, typed: Typed) -> bool:
    """Return whether no other figure stands before the number in its clause."""
    start, _ = sentence.clause(typed.start)
    return SLOT not in sentence.text[start : typed.start]


def _finding(typed: Typed, said: Said) -> Finding | None:
    if said.value is None:
        return None
    value = EXACT.multiply(said.value, scale_of(said.unit)[0])
    if holds(typed, value):
        return None
    shown = said.about.number(said.value) if not said.phrase else _printed(said)
    named = EXACT.divide(typed.named, scale_of(said.unit)[0])
    if said.value != named and shown == trimmed(named) + said.unit:
        shown = apart(said.value, named, 1) + said.unit
    message = f"“{typed.words}”不符：{said.expression}是{shown}"
    hint = f"可写“{true_words(value, typed.named)}{typed.stem}”"
    exact = f"“达到{shown}”"
    return Finding(typed.start, message, hint + (exact if exact not in hint else ""))


def _printed(said: Said) -> str:
    """Return the number a phrase prints: 67.5% of 占全年控制目标200件的67.5%."""
    found = re.search(r"\d+(?:\.\d+)?\D*$", said.text)
    return found[0] if found else said.text
