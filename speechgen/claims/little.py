"""仅 and 高达 before a figure, and 全部办结 beside a rate below 100 %."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from speechgen.claims.sentence import Finding, Said, Sentence, is_filler
from speechgen.claims.words import ALL, AS_MUCH, DONE, MIDDLES, ONLY, SLOT
from speechgen.numerals import NEAR_GOAL, SHARE_OF_MOST, reaches

_LITTLE = re.compile(rf"(?<![不非绝])(?P<word>{'|'.join((*ONLY, *AS_MUCH))})(?P<slot>{SLOT})")
_ALL = re.compile(
    rf"(?P<all>{'|'.join(ALL)})(?:{'|'.join(MIDDLES[1:])})?(?P<done>{'|'.join(DONE)})"
)
_WHOLE_BATCH = re.compile(
    "(?:(?:对|受理|排查|登记|交办|发现|摸排|梳理|移交|接收|信访|所有|各类|各项|上述|这些|出|的)*"
    "(?:事项|问题|隐患|积案|案件|矛盾|纠纷|诉求|任务)?)(?:已经|已|均|都)?"
)
"""What may stand before 全部整改 so that it is said of the whole: 排查出的问题, not 巡察反馈的."""

_REACHES = re.compile("(?:达到|达|为|是)$")
_WHOLE = 100
_SHARES = {"占比": SHARE_OF_MOST, "占控制数": SHARE_OF_MOST, "完成": Decimal(_WHOLE)}
"""Phrases that say a share, and from where on it is not little."""


def check_little(sentence: Sentence) -> Iterator[Finding]:
    """Yield 仅 and 高达 where the file shows the contrary.

    仅 is false of nine tenths of a goal, of half a ceiling, of what is ahead of the year's pace, of
    what has no goal and is above last year, and of half a whole or more; 高达 of what is below
    last year and has not reached its goal.
    """
    for found in _LITTLE.finditer(sentence.text):
        said, word = sentence.at(found.start("slot")), found["word"]
        reason = _too_much(said) if word in ONLY else _too_little(said)
        if reason and not (word == "只有" and "才" in sentence.text[found.end() :]):
            message = f"“{word}【{said.expression}】”不符：{reason}"
            yield Finding(found.start(), message, f"请去掉“{word}”", "")


def check_all(sentence: Sentence) -> Iterator[Finding]:
    """Yield 全部办结 where the 办结率 of the same sentence is below 100 %."""
    if sentence.is_plan:
        return
    for found in _ALL.finditer(sentence.text):
        start, end = sentence.clause(found.start())
        lead, tail = sentence.text[start : found.start()], sentence.text[found.end() : end]
        rate = _rate(sentence, f"{found['done']}率", lead, tail)
        if rate is not None and rate.value is not None and rate.value < _WHOLE:
            message = f"“{found[0]}”不符：{rate.about.name}是{rate.about.number(rate.value)}"
            yield Finding(found.start(), message, f"请去掉“{found['all']}”")


def _rate(sentence: Sentence, rate: str, lead: str, tail: str) -> Said | None:
    """Return the 办结率 of what `lead` says is done; 按期办结率 is another one.

    Of 隐患整改率 the clause must speak of 隐患, and of all of them: 其中重大隐患全部整改 is less.
    """
    for slot in re.finditer(SLOT, sentence.text):
        said = sentence.at(slot.start())
        own = _REACHES.sub("", sentence.text[sentence.clause(slot.start())[0] : slot.start()])
        head, found, _ = own.rpartition(rate)
        of = head if found else said.about.name.removesuffix(rate)
        if said.phrase or not said.about.name.endswith(rate) or of not in lead + tail:
            continue
        if _WHOLE_BATCH.fullmatch(lead.replace(of, "")) or is_filler(lead, said.about):
            return said
    return None


def _too_much(said: Said) -> str:
    """Return why what is said is not little; empty where it may be."""
    if said.phrase in _SHARES:
        return _large_share(said)
    about, value = said.about, said.value
    if said.phrase or value is None:
        return ""
    shown = f"{about.name}是{about.number(value)}"
    for label, bound, most in (
        ("全年目标", about.target, NEAR_GOAL),
        ("全年控制数", about.ceiling, SHARE_OF_MOST),
    ):
        if bound is not None and reaches(value, most, bound):
            reached = f"{label}{about.number(bound)}"
            far = "已达到" if value >= bound else "已到"
            behind = "" if value >= bound else f"的{most}%以上"
            return f"{shown}，{far}{reached}{behind}"
    if about.pace == "above":
        return f"{shown}，快于时序进度"
    last = about.last_year
    if last is not None and value > last and about.target is None:
        return f"{shown}，高于上年同期{about.number(last)}"
    return ""


def _large_share(said: Said) -> str:
    """Return why a share is not small: 时序 decides where it is known, else half of the whole."""
    if said.value is None or said.unit != "%":
        return ""
    if said.phrase != "占比" and said.about.pace:
        return f"{said.text}，快于时序进度" if said.about.pace == "above" else ""
    return said.text if said.value >= _SHARES[said.phrase] else ""


def _too_little(said: Said) -> str:
    about, value = said.about, said.value
    if value is None or said.phrase or about.last_year is None or value >= about.last_year:
        return ""
    if about.pace == "above" or (about.target is not None and value >= about.target):
        return ""
    shown = f"{about.name}是{about.number(value)}"
    return f"{shown}，低于上年同期{about.number(about.last_year)}"
