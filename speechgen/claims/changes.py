"""Directions and judgements typed by hand: 下降, 明显上升, 略有提高, 持平, 翻一番, 降幅较大."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from speechgen.claims.bases import bases
from speechgen.claims.judged import Change, Claim, verdict
from speechgen.claims.numbers import scale_of
from speechgen.claims.sentence import LISTED, About, Finding, Sentence
from speechgen.claims.sizes import typed_size, wrong_size
from speechgen.claims.words import (
    BIG,
    BIG_BEHIND,
    CHANGES,
    DOUBLE,
    DOWN,
    EXTENTS,
    HEDGED,
    HEDGES_BEFORE,
    LEVEL,
    LEVELS,
    MORE,
    ONLY_OF,
    REACHES,
    SLOT,
    SMALL,
    SMALL_BEHIND,
    UP,
)

_SIZES = "|".join((*BIG, *SMALL))
_BEHIND = "|".join((*SMALL_BEHIND, *BIG_BEHIND))
_TURNS = "|".join((*UP, *DOWN))
_STOP = "(?:[，。；：、！？（）,.;:!?()]|$)"
_NEAR = rf"了?(?:{'|'.join(HEDGES_BEFORE)})?"
_ENDS = rf"(?=了?{_STOP}|[到至为]|{_NEAR}(?:\d|[一二两三四五六七八九]成)|(?:态势|趋势|势头){_STOP})"
_CLAIM = re.compile(
    rf"(?P<goes>(?P<far>{_SIZES})?地?(?P<way>{_TURNS}))(?=[到至为]{SLOT})"
    rf"|(?:(?P<size>{_SIZES})地?)?(?P<turn>{_TURNS}|{'|'.join((*LEVEL, *DOUBLE))})"
    rf"(?P<behind>{_BEHIND})?{_ENDS}"
    rf"|(?<=[期年月比度])(?P<more>{'|'.join(MORE)})(?={_NEAR}\d)"
    rf"|(?P<reach>{'|'.join(REACHES)})(?={SLOT})"
    rf"|(?P<extent>{'|'.join(EXTENTS)})(?P<wide>{_BEHIND})(?={_STOP})"
    rf"|(?P<spoken>{_SIZES})(?={SLOT})"
)
_NOT = re.compile("(?:没有|没能|未能|尚未|并未|未|不(?!断)|并非|难以|停止|转)[^，、]{0,3}$")
_FROM = re.compile(
    rf"[由从][^，]{{0,10}}?(?:(?P<slot>{SLOT})|(?P<number>\d+(?:\.\d+)?))[^，]{{0,6}}$"
)
_NUMBER = re.compile(rf"{_NEAR}\d+(?:\.\d+)?[万亿]?[余多]?")
_STARTS = frozenset({"", "上年同期", "上期"})
_WORDED = frozenset({"增幅", "走势", "同比", "同比增减"})
_REACHED = re.compile(f"^[，、：,]?(?:达到|达|降为|降至|降到|升至|升到|增至|共|为|是|到|至)+{SLOT}")


def check(sentence: Sentence) -> Iterator[Finding]:
    """Yield directions that are not the figure's, and 明显, 略有 … that its change is not.

    A word counts where it is the predicate of its clause, is not denied, and the figure it
    speaks of is plain: named before it, said before or right behind it, nothing else between.
    """
    if sentence.is_plan:
        return
    for found in _CLAIM.finditer(sentence.text):
        start, _ = sentence.clause(found.start())
        lead = sentence.text[start : found.start()]
        if _NOT.search(_without_names(lead, sentence)):
            continue
        claim = _claim(found)
        listed = LISTED.search(sentence.text, 0, found.start())
        size = None if listed else typed_size(sentence.text, found.end(), lead)
        wrong = [
            verdict(claim, change) or (size and wrong_size(size, claim.words, change))
            for change in _changes(sentence, found, lead)
        ]
        if wrong and wrong[0] is not None and all(wrong):
            yield Finding(found.start(), *wrong[0])


def _changes(sentence: Sentence, found: re.Match[str], lead: str) -> list[Change]:
    """Return what the claim may speak of: against last year, the last period, or both."""
    about = _subject(sentence, found, lead)
    if about is None or about.value is None:
        return []
    if not about.name.endswith(ONLY_OF.get(found["turn"] or found["way"], "")):
        return []
    if not _by_its_unit(sentence.text, found.end(), about):
        return []
    way = _FROM.search(lead)
    if way is not None:
        return _between(sentence, way, found.start() - len(lead), about) if _arrives(found) else []
    return [Change(about, then, label) for label, then in bases(sentence, found.start(), about)]


def _by_its_unit(text: str, end: int, about: About) -> bool:
    """Return whether a number behind the claim can be its extent: not in 上升3位, 增加5个窗口."""
    number = _NUMBER.match(text, end)
    units = ("%", "个百分点", "倍", scale_of(about.unit)[1])
    return number is None or text.startswith(units, number.end())


def _arrives(found: re.Match[str]) -> bool:
    """Return whether the claim leads up to a figure: 下降到【乙】, 降至【乙】."""
    return bool(found["goes"] or found["reach"])


def _between(sentence: Sentence, way: re.Match[str], start: int, about: About) -> list[Change]:
    """Return the change in 由【甲】降到【乙】, 由40件降到【乙】."""
    if way["number"]:
        if not way.string.startswith(about.unit, way.end("number")):
            return []
        return [Change(about, Decimal(way["number"]), "原为")]
    said = sentence.at(start + way.start("slot"))
    if said.value is None or said.unit != about.unit or said.phrase not in _STARTS:
        return []
    return [Change(about, said.value, said.expression)]


def _subject(sentence: Sentence, found: re.Match[str], lead: str) -> About | None:
    text = sentence.text
    if _arrives(found) or found["spoken"]:
        said = sentence.at(text.index(SLOT, found.end()))
        if (said.phrase not in _WORDED) if found["spoken"] else said.phrase:
            return None
        return said.about if _free(sentence, lead, said.about) else None
    own = lead.rpartition(SLOT)[2]
    named = sentence.named(own)
    if named is not None:
        return named
    before = next(sentence.before(found.start()), None)
    if before is not None:
        return before.about if before.phrase in CHANGES | LEVELS | HEDGED else None
    if SLOT in lead:
        return None
    return _behind(sentence, found.end(), lead)


def _behind(sentence: Sentence, end: int, lead: str) -> About | None:
    """Return the figure said right behind the clause: 来访量明显下降，【来访量.同比】."""
    said = sentence.behind(end)
    if said is None or not _free(sentence, lead, said.about):
        return None
    gap = sentence.text[end:]
    if said.phrase in CHANGES:
        return said.about
    if said.phrase == "达到":
        return said.about
    return said.about if not said.phrase and _REACHED.match(gap) else None


def _free(sentence: Sentence, lead: str, about: About) -> bool:
    """Return whether `lead` names no figure but `about`."""
    own = lead.rpartition(SLOT)[2]
    return not any(
        own[start:end] in sentence.figures and own[start:end] != about.name
        for start in range(max(0, len(own) - 30), len(own))
        for end in range(start + 2, len(own) + 1)
    )


def _without_names(lead: str, sentence: Sentence) -> str:
    """Return `lead` without the names of figures: the 不 of 不良率 denies nothing."""
    for said in sentence.said:
        lead = lead.replace(said.about.name, "")
    return lead


def _claim(found: re.Match[str]) -> Claim:
    words = found[0]
    if found["spoken"]:
        return Claim(words, "", words, words in BIG)
    if found["extent"]:
        return Claim(words, EXTENTS[found["extent"]], found["wide"], found["wide"] in BIG_BEHIND)
    if found["more"]:
        return Claim(words, MORE[words])
    if found["goes"]:
        return Claim(words, found["way"], found["far"] or "", found["far"] in BIG)
    if found["reach"]:
        return Claim(words, "下降" if words[0] == "降" else "上升")
    size = found["size"] or found["behind"] or ""
    return Claim(words, found["turn"], size, size in BIG or size in BIG_BEHIND)
