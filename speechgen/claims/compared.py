"""A hedge right before a figure: 接近【信访总量】, 超过【全市平均】, 不足【信访总量.上年同期】.

What stands before decides what it is: where something else is spoken of, the figure is the
yardstick; where it is the figure itself, its number is exact and the hedge is not true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from speechgen.claims.numbers import true_words
from speechgen.claims.sentence import BREAKS, About, Finding, Said, Sentence, is_filler
from speechgen.claims.words import (
    HEDGED,
    HEDGES_BEFORE,
    HEDGES_BEHIND,
    HEDGES_OF_NAMES,
    LEVELS,
    NOT_HEDGES,
    PAST,
    SLOT,
    YARDSTICKS,
)
from speechgen.numerals import hedge_holds

_NOT_THOSE = "(?!的(?!水平))"
"""高于全市办结率【全市办结率】的有3个镇 is said of those 3."""

_HEDGED = re.compile(
    rf"{NOT_HEDGES}(?P<word>{'|'.join(HEDGES_BEFORE)})(?P<slot>{SLOT}){_NOT_THOSE}"
)
_NAMED = re.compile(
    rf"{NOT_HEDGES}(?P<word>{'|'.join(HEDGES_OF_NAMES)})"
    rf"(?P<own>[^{SLOT}{re.escape(BREAKS)}]{{2,30}})(?P<slot>{SLOT}){_NOT_THOSE}"
)
_BEHIND = re.compile(f"{SLOT}(?P<word>{'|'.join(HEDGES_BEHIND)})")
_BREAKTHROUGH = re.compile(r"(?:技术|重大|重要|关键|瓶颈|难题|新)$")
_PRINTED_HEDGE = re.compile("^(?:近|逾|约|不足)|[余多]")
_PAST = re.compile(PAST)
_BARE_START = frozenset({"接近", "将近", "近", "不足", "不到", "逾"})
"""Hedges that at the very beginning of a sentence can only be the figure's own."""

_SHORTEST = 2
_SAYING = LEVELS | HEDGED
_RIGHT = {"达到": ("达到",), "超过": ("超过",), "接近": ("接近", "低于"), "不足": ("低于",)}


def check(sentence: Sentence) -> Iterator[Finding]:
    """Yield the hedges before a figure that do not hold; a hedge before 约数 is one too many."""
    for found in _HEDGED.finditer(sentence.text):
        said, word = sentence.at(found.start("slot")), found["word"]
        if said.value is None or _BREAKTHROUGH.search(sentence.text, 0, found.start()):
            continue
        if _prints_hedged(said):
            yield _twice(found.start(), word, said)
        elif said.phrase in YARDSTICKS or not said.phrase:
            yield from _one(sentence, found.start(), word, said)
    yield from _by_name(sentence)
    yield from _hedged_again(sentence)


def _by_name(sentence: Sentence) -> Iterator[Finding]:
    """Yield what is not so of a yardstick whose name is typed: 高于全市办结率【全市办结率】."""
    for found in _NAMED.finditer(sentence.text):
        said = sentence.at(found.start("slot"))
        if said.value is None or said.phrase or not _is_name(found["own"], said.about.name):
            continue
        subject = _subject(sentence, found.start(), found["word"], said)
        if subject is not None and subject.name != said.about.name:
            yield from _one(sentence, found.start(), found["word"], said, found["own"])


def _is_name(own: str, name: str) -> bool:
    """Return whether `own` calls a figure by its name, or an end of it: 西镇的 of 西镇信访量."""
    called = own.removesuffix("的")
    is_part = name.endswith(called) or (called != own and name.startswith(called))
    return len(called) >= _SHORTEST and is_part


def _hedged_again(sentence: Sentence) -> Iterator[Finding]:
    """Yield the hedges behind a figure that prints its own: 【人数】以上 prints 3.4万余人以上."""
    for found in _BEHIND.finditer(sentence.text):
        said = sentence.at(found.start())
        if said.value is not None and _prints_hedged(said):
            yield _twice(found.start("word"), found["word"], said, is_behind=True)


def _prints_hedged(said: Said) -> bool:
    """Return whether a hedge is printed; where none is true, 约数 prints the round number."""
    is_said = said.phrase in HEDGED or (said.about.hedged and not said.phrase)
    return is_said and _PRINTED_HEDGE.search(said.text) is not None


def _one(sentence: Sentence, start: int, word: str, said: Said, own: str = "") -> Iterator[Finding]:
    subject = _subject(sentence, start, word, said)
    if subject is None or said.value is None or subject.value is None:
        return
    if subject.name == said.about.name and not said.phrase:
        if not hedge_holds(HEDGES_BEFORE[word], said.value, said.value) and said.value > 0:
            yield _exact(start, word, said)
    elif not sentence.is_plan:
        hedge = HEDGES_BEFORE[word]
        if said.value > 0 and not hedge_holds(hedge, subject.value, said.value):
            yield _false(start, word, said, subject, own)


def _subject(sentence: Sentence, start: int, word: str, said: Said) -> About | None:
    """Return the figure that is hedged; None where that is not plain."""
    text = sentence.text
    lead = text[sentence.clause(start)[0] : start]
    own = lead.rpartition(SLOT)[2]
    if _PAST.search(own):
        return None
    if is_filler(own, said.about) and not _names(own, said.about):
        for other in sentence.before(start):
            if (other.phrase in _SAYING and other.unit == said.unit) or other.about == said.about:
                return other.about
        if said.phrase:
            return said.about if not text[:start].strip() or not _spoken(text, start) else None
        return said.about if not text[:start] and word in _BARE_START else None
    named = sentence.named(own)
    if named is None:
        return said.about if _tail(own, said.about) else None
    return named if named.unit == said.unit else None


def _names(lead: str, about: About) -> bool:
    return about.name in lead


def _spoken(text: str, start: int) -> bool:
    """Return whether anything is spoken of in the clause before the one at `start`."""
    return bool(text[:start].rstrip("，、：,").strip())


def _tail(lead: str, about: About) -> bool:
    """Return whether `lead` ends with the end of the figure's name: 积案 of 未化解积案."""
    for length in range(len(about.name) - 1, _SHORTEST - 1, -1):
        tail = about.name[-length:]
        head, found, rest = lead.rpartition(tail)
        if found:
            return is_filler(head, about) and is_filler(rest, about)
    return False


def _exact(start: int, word: str, said: Said) -> Finding:
    shown = said.about.number(said.value or Decimal(0))
    message = f"“{word}【{said.expression}】”不符：{said.about.name}正好是{shown}"
    hint = f"可写“达到【{said.expression}】”，或去掉“{word}”；要印约数，在数据里写 约数"
    return Finding(start, message, hint, "达到")


def _false(start: int, word: str, said: Said, subject: About, own: str) -> Finding:
    value, limit = subject.value or Decimal(0), said.value or Decimal(0)
    shown = f"{said.expression}是{said.about.number(limit)}"
    message = (
        f"“{word}{own}【{said.expression}】”不符：{subject.name}是{subject.number(value)}，{shown}"
    )
    right = _RIGHT[true_words(value, limit)]
    hint = "".join([f"“{one}{own}【{said.expression}】”" for one in right])
    return Finding(start, message, f"可写{hint}", right[0] if len(right) == 1 else None)


def _twice(start: int, word: str, said: Said, *, is_behind: bool = False) -> Finding:
    before, behind = ("", word) if is_behind else (word, "")
    typed = f"{before}【{said.expression}】{behind}"
    message = f"“{typed}”会印成“{before}{said.text}{behind}”，约数说了两遍"
    return Finding(start, message, f"请去掉“{word}”", "", "hedge-double")
