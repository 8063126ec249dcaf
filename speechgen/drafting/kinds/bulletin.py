"""Bulletins: what was found, who is praised and who is criticised, in the third person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from speechgen.drafting.dates import day_text
from speechgen.drafting.desk import Desk
from speechgen.drafting.lines.sentence import as_work, bare, stop
from speechgen.drafting.marks import LEAD, LEAD_END, expressions, lead
from speechgen.drafting.speech import findings
from speechgen.facts.item import Item
from speechgen.numerals import counted

_FROM_JANUARY = re.compile("1(?:月)?至|全年|上半年|一季度")


def opening(desk: Desk) -> str:
    """Return 现将1至9月……情况通报如下。 with the day the figures are of."""
    root = desk.facts.root
    work = f"{desk.scope}{as_work(desk.subject)}" if desk.subject else "有关工作"
    slots = {"事": work, "时段": _period(desk)}
    said = desk.frame("通报开头", **slots)
    until = root.get("数据截至")
    if not isinstance(until, date):
        return said
    return desk.frame("通报截至", 日=day_text(until)) + said


def _period(desk: Desk) -> str:
    """Return the period of the first result or problem that has one, where it stands for all."""
    root = desk.facts.root
    lines = [e.text("要点") for e in root.items("成绩")]
    lines += [line for p in root.items("问题") for line in p.lines("说明")]
    inners = (inner for line in lines for inner in expressions(line))
    periods = [period for inner in inners if (period := str(desk.ask("period", inner)))]
    if len(set(periods)) == 1 or (periods and _FROM_JANUARY.match(periods[0])):
        return periods[0]
    return ""


def problem_title(desk: Desk, problem: Item) -> str:
    """Return a problem as a heading: its 要点, else what its angle shows."""
    domain, text = bare(problem.text("领域")), bare(problem.text("要点"))
    if domain and text:
        return findings.domain_head(desk, problem)
    if text:
        return text
    said = findings.head(desk, problem, [problem])
    return bare(said.replace(LEAD, "").replace(LEAD_END, ""))


def named(desk: Desk, lines: Sequence[str], kind: str) -> str:
    """Return the lead-in to who is praised (`表扬`) or criticised (`批评`); one is not counted."""
    several = len(lines) > 1
    return desk.frame(f"通报{kind}", 几=counted(len(lines))) if several else ""


def line(_: Desk, text: str) -> str:
    """Return 青石镇卫生院：签约服务…… of `单位：事由`; another line as it stands."""
    unit, colon, why = text.partition("：" if "：" in text else ":")
    if not colon:
        return stop(text)
    return lead(f"{bare(unit)}：") + stop(why)


def addressees(desk: Desk) -> str:
    """Return whom it is sent to: 各镇人民政府，县直各单位."""
    return "，".join(map(bare, desk.facts.root.lines("主送")))


FUNCTIONS = {
    "主送句": addressees,
    "通报开头": opening,
    "通报题": problem_title,
    "通报名单": named,
    "通报单位": line,
}
