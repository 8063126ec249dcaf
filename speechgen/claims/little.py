"""仅 and 高达 before a figure, and 全部办结 beside a rate below 100 %."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from speechgen.claims.numbers import apart
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

_MANNER = re.compile("[按如到限当初首]|及时|一次|网上|提前|年内")
"""Before 办结率 these make it one that 全部办结 says nothing of: 按期办结率."""

_PART = re.compile("重[大点]|突出|较大|疑难|其中|县级|[^一]类")
_PASSED = re.compile("已经|已|均|都|")
_AS_PHRASE = "比率"

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
        rate = _rate(sentence, f"{found['done']}率", found)
        if rate is not None and rate.value is not None and rate.value < _WHOLE:
            name = rate.expression if rate.phrase else rate.about.name
            message = f"“{found[0]}”不符：{name}是{apart(rate.value, Decimal(_WHOLE), 2)}%"
            yield Finding(found.start(), message, f"请去掉“{found['all']}”")


def _rate(sentence: Sentence, rate: str, claim: re.Match[str]) -> Said | None:
    """Return the 办结率 of what `lead` says is done; 按期办结率 is another one.

    Of 隐患整改率 the clause must speak of 隐患, and of all of them: 其中重大隐患全部整改 is less.
    """
    start, end = sentence.clause(claim.start())
    lead, tail = sentence.text[start : claim.start()], sentence.text[claim.end() : end]
    for slot in re.finditer(SLOT, sentence.text):
        said = sentence.at(slot.start())
        own = _REACHES.sub("", sentence.text[sentence.clause(slot.start())[0] : slot.start()])
        of = _of(said, own, rate)
        if not lead and not tail and slot.end() == start - 1 and of and not _MANNER.search(of):
            of = ""  # 投诉办结率【办结率】，全部办结
        if of is None or of not in lead + tail:
            continue
        whole = lead.replace(of, "")
        if _WHOLE_BATCH.fullmatch(whole) or is_filler(lead, said.about):
            return said
        if sentence.text.startswith(rate, end + 1) and _is_counted(sentence, start, lead):
            return said
    return None


def _of(said: Said, own: str, rate: str) -> str | None:
    """Return what `said` is the `rate` of, empty where it does not say; None of another rate."""
    head, found, behind = own.rpartition(rate)
    if said.phrase == _AS_PHRASE:
        is_done = rate.removesuffix("率") in said.about.name
        return head if found and not behind else "" if is_done and not own else None
    if said.phrase or not said.about.name.endswith(rate):
        return None
    return head if found else said.about.name.removesuffix(rate)


def _is_counted(sentence: Sentence, start: int, lead: str) -> bool:
    """Return whether `lead` is a thing and its number, the first of the sentence: 投诉【投诉】.

    重大隐患【重大隐患】 may be part of what the rate is of.
    """
    name, slot, rest = lead.partition(SLOT)
    if not slot or _PASSED.fullmatch(rest) is None or SLOT in sentence.text[:start]:
        return False
    said = sentence.at(start + len(name))
    return not said.phrase and said.about.name == name and not _PART.search(name)


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
