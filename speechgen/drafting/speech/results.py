"""What was achieved, in the order typed: figures together, deeds in pairs (exemplars.md §3.2)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from speechgen.drafting.dates import NO_DATE, date_of
from speechgen.drafting.desk import Desk
from speechgen.drafting.lines.sentence import (
    OF_TIME,
    bare,
    opening_expression,
    packed,
    period_of,
    spoken_line,
    stop,
)
from speechgen.drafting.lines.shapes import read_line
from speechgen.drafting.marks import MASK, expressions, masked
from speechgen.facts.item import Item

_SCOPED = ("全县", "全市", "全区", "全省", "全国", "全州", "我", "各", "其中", "本", "今年")
_APART = re.compile("；|。.*。.*。|特别是|尤其是|值得一提|其中")
_OWN_PERIOD = re.compile(r"[^，。]{1,12}[年月日度天底来]，|目前|截至")
_ENDS_IN_FIGURE = re.compile(rf"[^，；。]*{MASK}$")
_BARE_FIGURE = re.compile(rf"[^，；。]*[^，；。到达为有成计过是]{MASK}")
_THIS_YEAR = "今年以来"
YOUNG = 2  # months in which little of a year is over
_PAST = re.compile("去年|上年(?!同期)|过去一年|全年")
_ONE_WORK = re.compile("[^，。；]{1,12}(?:全长|总投资|占地|建筑面积|总面积)")
"""How one bridge or building is told of, which is not the whole county's."""

FIGURES_TOGETHER = 3  # 成1, 成7: two or three figures of one period in a sentence
DEEDS_BEFORE_PARTICULAR = 2  # 成6: 特别是 stands last of three at least
COUNTED_LENGTH = 22  # characters of a deed that stands with others like it
EFFECT = 18  # characters of a line of 成效 that shares its sentence
LONGEST = 110  # characters of a sentence of figures
TOO_LONG = 120
TOGETHER = 64  # characters of two results that stand in one sentence
_SUBJECTLESS = ("动", "对", "把")


class Deed(NamedTuple):
    """One line of 成绩: the clause as typed, and what the frames may take of it."""

    clause: str
    shape: str
    what: str = ""
    """The 要点 alone, where a 结果 and nothing else goes with it."""

    outcome: str = ""

    @property
    def is_bare_figure(self) -> bool:
        """Whether it is words and a figure, no 达到 or 为 between: 配送图书6.8万册."""
        text = masked(self.clause)
        return self.shape == "数" and _BARE_FIGURE.fullmatch(text) is not None

    @property
    def is_counted(self) -> bool:
        """Whether it is a verb with its figure last: 建成……3个 (成7)."""
        text = masked(self.clause)
        short = len(text) <= COUNTED_LENGTH
        return short and self.shape == "动" and _ENDS_IN_FIGURE.fullmatch(text) is not None


def effort(desk: Desk, entries: Sequence[Item]) -> str:
    """Return the sentence before 成绩: the effort of this year, or of the year that they are of."""
    said = desk.stock("成绩引")
    if not said.startswith(_THIS_YEAR):
        return said
    day = date_of(desk.facts.root)
    text = "".join(bare(entry.text("要点")) for entry in entries)
    periods = [str(desk.ask("period", inner)) for inner in expressions(text)]
    last_year = f"{day.year - 1}年"
    told = masked(text) + "".join(periods)
    if _PAST.search(told) or last_year in told:
        first = next(filter(None, periods), "")
        if first in ("去年", "上年", last_year):
            desk.period = first  # 过去一年，……。去年，…… says it twice
        return said.replace(_THIS_YEAR, "过去一年")
    young = day != NO_DATE and day.month <= YOUNG
    return said.replace(_THIS_YEAR, "一段时间以来") if young else said


def results(desk: Desk, entries: Sequence[Item], *, with_domain: bool = True) -> str:
    """Return 成绩 as sentences: figures of one period together (成1), deeds in pairs (成2)."""
    return _told(desk, [_deed(desk, entry, with_domain=with_domain) for entry in entries])


def lines(desk: Desk, texts: Iterable[str]) -> str:
    """Return plain lines as 成绩 are said, without a scope in front: they have a head above."""
    deeds = [Deed(bare(text), read_line(bare(text), desk.words).shape) for text in texts]
    return _told(desk, deeds, scoped=False)


def effects(desk: Desk, texts: Sequence[str]) -> str:
    """Return 成效 as sentences, one a line, in the order typed: totals before their parts."""
    out: list[str] = []
    before = ""
    for number, line in enumerate(texts):
        period = period_of(desk, line)
        scope = desk.scope if period and not _has_scope(desk, line) else ""
        said, after = period + scope + bare(line), desk.stock("成效后", line)
        following = texts[number + 1] if number + 1 < len(texts) else ""
        short = _is_short(line) and not following.startswith("其中")
        if before and short and not period:
            out[-1] = f"{bare(out[-1])}；{stop(said)}" + after
        else:
            out.append(_short(desk, said) + after)
        before = line if short and not after and "；" not in out[-1] else ""
    return "".join(out)


def _is_short(line: str) -> bool:
    """Return whether a line of 成效 goes two to a sentence, parts of a total left alone."""
    text = masked(line)
    return len(text) <= EFFECT and "；" not in text and not text.startswith("其中")


def _told(desk: Desk, told_deeds: Sequence[Deed], *, scoped: bool = True) -> str:
    out: list[str] = []
    told = 0
    deeds = _as_deeds(told_deeds)
    for measured, run in groupby(deeds, key=lambda deed: deed.shape == "数" and not deed.outcome):
        group = list(run)
        told += len(group)
        say = _measured if measured else _deeds
        is_last = told == len(deeds) > DEEDS_BEFORE_PARTICULAR
        out.append(say(desk, group, first=scoped and not out, last=is_last))
    return "".join(_closer(desk, out) if scoped else out)


def _closer(desk: Desk, said: Sequence[str]) -> list[str]:
    """Return short sentences that follow each other in one: 接待游客……；旅游收入……."""
    out: list[str] = []
    for text in said:
        short = out and desk.length(out[-1] + text) <= TOGETHER
        if short and not _APART.search(out[-1] + text) and not _OWN_PERIOD.match(text):
            out[-1] = f"{bare(out[-1])}；{text}"
        else:
            out.append(text)
    return out


def _as_deeds(deeds: Sequence[Deed]) -> list[Deed]:
    """Return the deeds; bare figures beside a counted deed are deeds too: 配送图书6.8万册."""
    out: list[Deed] = []
    for alike, run in groupby(deeds, key=lambda deed: deed.is_counted or deed.is_bare_figure):
        group = list(run)
        among = alike and any(deed.is_counted for deed in group)
        out += [deed._replace(shape="动") for deed in group] if among else group
    return out


def _measured(desk: Desk, deeds: Sequence[Deed], *, first: bool, last: bool) -> str:  # noqa: ARG001 - as _deeds
    out = []
    for start in range(0, len(deeds), FIGURES_TOGETHER):
        clauses = [deed.clause for deed in deeds[start : start + FIGURES_TOGETHER]]
        period = period_of(desk, clauses[0])
        scope = desk.scope if start == 0 and first and not _has_scope(desk, clauses[0]) else ""
        out.append(packed(desk, [period + scope + clauses[0], *clauses[1:]], limit=LONGEST))
    return "".join(out)


def _deeds(desk: Desk, deeds: Sequence[Deed], *, first: bool, last: bool) -> str:
    out: list[str] = []
    rest = list(deeds)
    while rest:
        scope = desk.scope if first and not out and rest[0].shape in _SUBJECTLESS else ""
        size, said = _next(desk, rest, scope, last=last)
        out.append(said)
        rest = rest[size:]
    return "".join(out)


def _next(desk: Desk, deeds: Sequence[Deed], scope: str, *, last: bool) -> tuple[int, str]:
    """Say the first deed, or several that belong together; return how many, and the sentence."""
    counted = [d.clause for d in _while_counted(deeds)][:FIGURES_TOGETHER]
    if len(counted) > 1:
        period = period_of(desk, "".join(counted))
        return len(counted), packed(desk, [f"{period}{scope}{counted[0]}", *counted[1:]], "，")
    framed = _framed(desk, deeds[0], scope, last=last and len(deeds) == 1)
    if framed:
        return 1, framed
    pair = [deeds[0].clause]
    if len(deeds) > 1 and not _stands_alone(desk, deeds[1:], last=last):
        pair.append(deeds[1].clause)
    period = period_of(desk, pair[0])
    return len(pair), packed(desk, [f"{period}{scope}{pair[0]}", *pair[1:]])


def _stands_alone(desk: Desk, deeds: Sequence[Deed], *, last: bool) -> bool:
    """Return whether the first deed opens a sentence of its own: a frame, or a counted run."""
    several = len(deeds) > 1 and deeds[0].is_counted and deeds[1].is_counted
    return several or bool(_framed(desk, deeds[0], "", last=last and len(deeds) == 1))


def _while_counted(deeds: Sequence[Deed]) -> Iterable[Deed]:
    for deed in deeds:
        if not deed.is_counted:
            return
        yield deed


def _framed(desk: Desk, deed: Deed, scope: str, *, last: bool) -> str:
    """Return a deed with a 结果 in its frame: 通过 (成4), 特别是 (成6), 坚持 (成3); or nothing."""
    if not deed.outcome:
        return ""
    slots = {"做法": deed.what, "结果": deed.outcome}
    if _turned_well(desk, deed.outcome) and deed.shape in ("动", "名"):
        return desk.frame("成绩通过", **slots)
    if last and deed.shape in ("主", "句", "物"):
        return desk.frame("成绩特别", **slots)
    verb = desk.words.verb_at(deed.what)
    if (
        deed.shape == "动"
        and verb in desk.library.words.get("持续动词", frozenset())
        and MASK not in masked(deed.what)
    ):
        return desk.frame("成绩坚持", 范围=scope, **slots)
    return ""


def _turned_well(desk: Desk, outcome: str) -> bool:
    """Return whether an outcome says 由……到…… of a figure that went the good way."""
    found = [e.removesuffix(".由到") for e in expressions(outcome) if e.endswith(".由到")]
    return bool(found) and all(desk.ask("turned", figure) == "good" for figure in found)


def _deed(desk: Desk, entry: Item, *, with_domain: bool) -> Deed:
    text, outcome = bare(entry.text("要点")), bare(entry.text("结果"))
    domain = entry.text("领域") if with_domain else ""
    parts = [f"{domain}方面，{text}" if domain else text, outcome]
    details = [bare(line) for line in entry.lines("说明")]
    told = [part for part in [*parts, *details] if part]
    mark = "；" if any("；" in part for part in told) else "，"  # ， never joins what ； parts
    shape = read_line(text, desk.words).shape
    if domain or details or not outcome:
        return Deed(mark.join(told), shape)
    return Deed(mark.join(told), shape, text, outcome)


def _short(desk: Desk, line: str) -> str:
    """Return a line as a sentence; one over 120 characters ends where its parts are parted."""
    if desk.length(line) < TOO_LONG:
        return stop(line)
    mark = "；" if "；" in line else "，"
    return packed(desk, line.split(mark), mark, limit=LONGEST)


def _has_scope(desk: Desk, line: str) -> bool:
    """Return whether a line names its own subject, so that 全县 in front would be too much."""
    if line.startswith("各级"):
        return False
    if _ONE_WORK.match(line):
        return True
    if opening_expression(line).endswith(OF_TIME):
        return True
    if line.startswith(_SCOPED) or (desk.scope and line.startswith(desk.scope)):
        return True
    return bool(desk.words.actor_of(line))


FUNCTIONS = {"成绩引": effort, "成绩句": results, "成效句": effects, "陈述句": spoken_line}
