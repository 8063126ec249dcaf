"""What was achieved, in the order typed: figures together, deeds in pairs (exemplars.md §3.2)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from speechgen.drafting.desk import Desk
from speechgen.drafting.sentence import (
    OF_TIME,
    bare,
    opening_expression,
    packed,
    period_of,
    spoken_line,
    stop,
)
from speechgen.drafting.shapes import read_line
from speechgen.facts.item import Item

_SCOPED = ("全县", "全市", "全区", "全省", "全国", "全州", "我", "各", "其中", "本", "今年")
FIGURES_TOGETHER = 3  # 成1: two or three figures of one period in a sentence


def results(desk: Desk, entries: Sequence[Item]) -> str:
    """Return 成绩 as sentences: figures of one period together (成1), deeds in pairs (成2)."""
    runs = groupby(entries, key=lambda entry: _shape(desk, entry) == "数")
    out: list[str] = []
    for measured, group in runs:
        say = _measured if measured else _deeds
        out.append(say(desk, list(group), first=not out))
    return "".join(out)


def effects(desk: Desk, lines: Sequence[str]) -> str:
    """Return 成效 as sentences, one a line, in the order typed: totals before their parts."""
    out = []
    for line in lines:
        period = period_of(desk, line)
        scope = desk.scope if period and not _has_scope(desk, line) else ""
        out.append(stop(period + scope + bare(line)) + desk.stock("成效后", line))
    return "".join(out)


def _measured(desk: Desk, entries: Sequence[Item], *, first: bool) -> str:
    out = []
    for start in range(0, len(entries), FIGURES_TOGETHER):
        group = entries[start : start + FIGURES_TOGETHER]
        clauses = [_clause(entry) for entry in group]
        period = period_of(desk, group[0].text("要点"))
        scope = desk.scope if start == 0 and first and not _has_scope(desk, clauses[0]) else ""
        out.append(packed(desk, [period + scope + clauses[0], *clauses[1:]], limit=110))
    return "".join(out)


def _deeds(desk: Desk, entries: Sequence[Item], *, first: bool) -> str:
    out: list[str] = []
    clauses: list[str] = []
    for entry in entries:
        clause = _clause(entry)
        if _shape(desk, entry) == "动" and not clauses and not out and first:
            clause = f"{desk.scope}{clause}"
        clauses.append(clause)
        if len(clauses) == 2:  # noqa: PLR2004 - pairs
            out.append(packed(desk, clauses))
            clauses = []
    out.append(packed(desk, clauses))
    return "".join(out)


def _clause(entry: Item) -> str:
    text = bare(entry.text("要点"))
    domain = entry.text("领域")
    parts = [f"{domain}方面，{text}" if domain else text, bare(entry.text("结果"))]
    details = [bare(line) for line in entry.lines("说明")]
    told = [part for part in [*parts, *details] if part]
    mark = "；" if any("；" in part for part in told) else "，"  # ， never joins what ； parts
    return mark.join(told)


def _shape(desk: Desk, entry: Item) -> str:
    return read_line(bare(entry.text("要点")), desk.words).shape


def _has_scope(desk: Desk, line: str) -> bool:
    """Return whether a line names its own subject, so that 全县 in front would be too much."""
    if line.startswith("各级"):
        return False
    if opening_expression(line).endswith(OF_TIME):
        return True
    if line.startswith(_SCOPED) or (desk.scope and line.startswith(desk.scope)):
        return True
    return bool(desk.words.actor_of(line))


FUNCTIONS = {"成绩句": results, "成效句": effects, "陈述句": spoken_line}
