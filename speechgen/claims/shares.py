"""Shares typed of a named whole or of a goal: 占信访总量的四分之一以上, 完成全年目标的九成."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from speechgen.claims.numbers import Typed, apart, holds, scale_of, true_words, typed_shares
from speechgen.claims.sentence import About, Finding, Sentence, is_filler
from speechgen.claims.words import GOALS_NAMED, HEDGES_BEFORE, SLOT
from speechgen.numerals import EXACT, percent, trimmed

_OF_WHOLE = re.compile(
    rf"占[到了]?(?:全部|所有|[全我本][国省市县区镇乡])?(?P<whole>[^占{SLOT}]{{2,30}}?)"
    "(?:的比重|的比例|比重|的)?(?:已经|已)?(?:达到|达|为|是)?$"
)
_OF_GOAL = re.compile(
    rf"(?P<done>完成|实现|达到)?了?(?P<before>过|{'|'.join(HEDGES_BEFORE)})?"
    rf"(?P<goal>{'|'.join(GOALS_NAMED)})的$"
)
_STOP = re.compile("[，。；：！？（）,;:!?()]|$")
_NEARLY = Decimal("0.9")
_HUNDRED = Decimal(100)


class Share(NamedTuple):
    """A figure, what it is held against, and what was typed of it."""

    about: About
    label: str
    whole: Decimal
    typed: Typed
    start: int


def check(sentence: Sentence) -> Iterator[Finding]:
    """Yield the shares that are not those of the figure whose value was said right before.

    A bare 九成 is held true within 5 %; of 接近一半 nothing is said from 45 % on, nor where the
    whole is no figure of the file, has another unit or 时段, or where the share is spoken behind.
    """
    if sentence.is_plan:
        return
    for typed in typed_shares(sentence.text):
        if not _STOP.match(sentence.text, typed.end):
            continue
        behind = sentence.behind(typed.end)
        share = _of_goal(sentence, typed) or _of_whole(sentence, typed)
        if share is None or (behind is not None and behind.unit == "%"):
            continue
        value = EXACT.multiply(EXACT.divide(share.about.value or Decimal(0), share.whole), _HUNDRED)
        if not holds(share.typed, value) and not _is_nearly_near(share.typed, value):
            yield _finding(sentence, share, value)


def _is_nearly_near(typed: Typed, value: Decimal) -> bool:
    """Return whether 46.6 % is called 接近一半 or 近五成, which are no sharp numbers."""
    is_near = typed.hedge in {"接近", "将近", "近"} and not typed.stem[:1].isdigit()
    return is_near and _NEARLY * typed.named <= value < typed.named


def _of_goal(sentence: Sentence, typed: Typed) -> Share | None:
    start = sentence.clause(typed.start)[0]
    lead = sentence.text[start : typed.start]
    found = _OF_GOAL.search(lead)
    if found is None:
        return None
    before = found["before"] or ""
    hedge = typed.hedge or ("超过" if before == "过" else HEDGES_BEFORE.get(before, ""))
    if not hedge and not found["done"]:
        return None
    index = start + found.start()
    about = sentence.subject(index, lead[: found.start()])
    if about is None or about.value is None:
        return None
    is_ceiling = "控制" in found["goal"]
    whole = about.ceiling if is_ceiling else about.goal
    if whole is None or whole <= 0 or about.value < 0 or about.falls != is_ceiling:
        return None
    label = f"全年控制数{about.number(whole)}" if is_ceiling else f"全年目标{about.number(whole)}"
    return Share(about, label, whole, typed._replace(hedge=hedge or "约"), index)


def _of_whole(sentence: Sentence, typed: Typed) -> Share | None:
    start = sentence.clause(typed.start)[0]
    lead = sentence.text[start : typed.start]
    found = _OF_WHOLE.search(lead)
    whole = None if found is None else sentence.figures.get(found["whole"])
    if found is None or whole is None or whole.value is None or not typed.hedge:
        return None
    index = start + found.start()
    about = sentence.subject(index, lead[: found.start()])
    if about is None or about.value is None or about.name == whole.name:
        return None
    (size, base), (of_size, of_base) = scale_of(about.unit), scale_of(whole.unit)
    periods = {about.period, whole.period} - {""}
    if _may_be_together(sentence, index, whole):
        return None
    if base != of_base or base == "%" or len(periods) > 1 or about.value < 0 or whole.value <= 0:
        return None
    of = EXACT.divide(EXACT.multiply(whole.value, of_size), size)
    return Share(about, f"{whole.name}{whole.number(whole.value)}", of, typed, index)


def _may_be_together(sentence: Sentence, index: int, whole: About) -> bool:
    """Return whether 来访【来访】，来信【来信】，占… may be the share of both."""
    last = sentence.text.rfind(SLOT, 0, index)
    first = sentence.text.rfind(SLOT, 0, max(last, 0))
    if first < 0:
        return False
    other, about = sentence.at(first).about, sentence.at(last).about
    if other.name in {whole.name, about.name} or other.unit != about.unit:
        return False
    return is_filler(sentence.text[first + 1 : last], about)


def _finding(sentence: Sentence, share: Share, value: Decimal) -> Finding:
    about, typed = share.about, share.typed
    words = sentence.text[share.start : typed.end]
    shown = f"{about.name}是{about.number(about.value or Decimal(0))}"
    at_first = percent(value)
    is_same = at_first == f"{trimmed(typed.named)}%" and value != typed.named
    far = f"{apart(value, typed.named, 1)}%" if is_same else at_first
    message = f"“{words}”不符：{shown}，是{share.label}的{far}"
    return Finding(share.start, message, f"可写“{true_words(value, typed.named)}{typed.stem}”")
