"""Reports: what was done, and what is lacking (layout.md §7); what comes next is `planning`.

A report is read, not heard: it states, and its points have headings of their own where each has
something to say beneath them. Points that are one line each stay together in a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from speechgen.drafting.choice import order
from speechgen.drafting.dates import day_text
from speechgen.drafting.desk import Desk
from speechgen.drafting.lines.numbered import enumerated
from speechgen.drafting.lines.sentence import as_work, bare, period_of, stop
from speechgen.drafting.marks import expressions, lead, masked
from speechgen.drafting.speech import findings, results
from speechgen.facts.item import Item
from speechgen.numerals import chinese, counted

LONG_HEAD = 30  # characters; a longer 要点 is a sentence, not a heading
SHORT_LINE = 24  # characters of a line of 背景 that is half a sentence
_PARTED = re.compile("[，；。！？]|^今年|^去年|年以来|^近年")
TOLD = frozenset({"说明", "结果", "案例"})
SECTIONS = (
    ("成绩", "成效", "做法"),
    ("体会",),
    ("问题",),
    ("任务", "下步"),
    ("请示",),
)
"""What each section of a report is made of."""


def section_heads(desk: Desk) -> dict[str, str]:
    """Return the headings of the sections, of one set: 成绩, 体会, 问题, 下步, 请示."""
    own = desk.library.bank_of(desk.kind).heads
    heads = order(own, desk.seed, desk.kind.name, "标题组")
    said = ({key: desk.ours(text) for key, text in one.items()} for one in heads)
    return next((one for one in said if all(one.values())), dict(heads[0]) if heads else {})


def count_sections(desk: Desk) -> int:
    """Return how many sections the report has; a single one has no heading."""
    there = desk.facts.root.values
    parts = len(desk.facts.root.items("部分"))
    if parts:
        return parts + ("请示" in there)
    return sum(any(key in there for key in keys) for keys in SECTIONS)


def addressee(desk: Desk) -> str:
    """Return 主送; else 称谓, unless it is that of a speech to subordinates: 各位领导 then."""
    root = desk.facts.root
    to = "、".join(bare(line) for line in root.lines("主送"))
    typed = bare(root.text("称谓"))
    return to or (typed if typed and not typed.startswith("同志们") else "各位领导")


def opening(desk: Desk) -> str:
    """Return the sentence that says what is reported, and up to which day the figures count."""
    root = desk.facts.root
    return desk.stock(
        "汇报引", 主题=as_work(root.text("主题")), 年度=bare(root.text("年度"))
    ) + as_of(desk)


def as_of(desk: Desk) -> str:
    """Return the one sentence that says up to which day the figures count; else nothing."""
    day = desk.facts.root.get("数据截至")
    if not isinstance(day, date) or not desk.facts.figures:
        return ""
    return desk.frame("截至", 日=day_text(day))


def background(desk: Desk) -> str:
    """Return 背景; two short lines beside each other are one sentence."""
    out: list[str] = []
    for line in map(bare, desk.facts.root.lines("背景")):
        if out and not expressions(line) and _is_short(out[-1]) and _is_short(line):
            out[-1] += f"，{line}"
        else:
            out.append(period_of(desk, line) + line)
    return "".join(map(stop, out))


def _is_short(line: str) -> bool:
    return len(masked(line)) <= SHORT_LINE and not _PARTED.search(line)


# -- what was done ------------------------------------------------------------------------------


def overview(desk: Desk, entries: Sequence[Item]) -> str:
    """Return how the section on results opens: the effort, then what stands without a heading."""
    if not entries:
        return ""
    begun, told = results.effort(desk, entries), part_overview(desk, entries)
    return begun + told + (desk.stock("成绩收") if told else "")


def part_overview(desk: Desk, entries: Sequence[Item]) -> str:
    """Return the entries that stand without a heading, as sentences."""
    grouped = groups(desk, entries)
    plain = [entry for entry in entries if not any(_same(entry, head) for head in grouped)]
    return results.results(desk, plain)


def groups(_: Desk, entries: Sequence[Item]) -> list[Item]:
    """Return the entries that get a heading: those with details, or the first of each 领域."""
    domains = [entry.text("领域") for entry in entries]
    if len(set(domains) - {""}) > 1:
        return [e for n, e in enumerate(entries) if domains[n] and domains[n] not in domains[:n]]
    return [entry for entry in entries if TOLD & entry.values.keys() and "说明" in entry]


def group_body(desk: Desk, head: Item, entries: Sequence[Item]) -> str:
    """Return what stands beneath a heading: all of its 领域, or its own details."""
    domain = head.text("领域")
    if domain and group_title(desk, head, entries) == domain:
        own = [entry for entry in entries if _same(entry, head)]
        return results.results(desk, own, with_domain=False)
    told, outcome = results.lines(desk, head.lines("说明")), bare(head.text("结果"))
    one = told.count("。") == 1 and "；" not in told
    if one and outcome and desk.length(told) + desk.length(outcome) <= LONG_HEAD + SHORT_LINE:
        return stop(f"{bare(told)}，{outcome}")
    return told + stop(outcome)


def group_title(_: Desk, head: Item, entries: Sequence[Item]) -> str:
    """Return the heading of a group: its 领域 where the entries are parted by 领域."""
    domains = {entry.text("领域") for entry in entries} - {""}
    return head.text("领域") if len(domains) > 1 and head.text("领域") else bare(head.text("要点"))


def _same(entry: Item, head: Item) -> bool:
    domain = head.text("领域")
    return entry is head or bool(domain and entry.text("领域") == domain)


def not_yet_said(desk: Desk, lines: Sequence[str], entries: Sequence[Item]) -> list[str]:
    """Return the lines of 成效 that tell of a figure, or hold words, that 成绩 does not."""
    words = [
        text for e in entries for text in (e.text("要点"), e.text("结果"), *e.lines("说明")) if text
    ]
    told = {desk.speak(inner).figure for text in words for inner in expressions(text)}
    return [line for line in lines if not _is_told(desk, line, told, words)]


def _is_told(desk: Desk, line: str, told: set[str], words: Sequence[str]) -> bool:
    figures = {desk.speak(inner).figure for inner in expressions(line)}
    return figures <= told if figures else any(bare(line) in text for text in words)


def subsection(desk: Desk) -> str:
    """Begin what has a heading of the second level: of one period in all, it is not said again."""
    periods = {str(desk.ask("period", name)) for name in desk.facts.figures} - {""}
    return desk.section() if len(periods) > 1 else ""


def has_heads(desk: Desk, entries: Sequence[Item]) -> bool:
    """Return whether entries get headings: two or more, each short, each with something below."""
    titles = [bare(entry.text("标题") or entry.text("领域") or _title(desk, entry))
              for entry in entries]  # fmt: skip
    return (
        len(entries) > 1
        and all(map(_has_body, entries))
        and all(title and desk.length(title) <= LONG_HEAD for title in titles)
    )


def _title(desk: Desk, entry: Item) -> str:
    typed = bare(entry.text("要点"))
    return typed or bare(findings.head(desk, entry, [entry])).rpartition("，")[2]


def _has_body(entry: Item) -> bool:
    return bool(set(entry.values) - {"要点", "编号", "领域", "对应", "角度", "统称"}) or bool(
        entry.text("领域")
    )


def plain_head(_: Desk, entry: Item, number: int, total: int) -> str:
    """Return 一是加固堤防。 where the entries get no headings; one alone has no ordinal."""
    ordinal = f"{chinese(number)}是" if total > 1 else ""
    title = bare(entry.text("标题")) or bare(entry.text("要点")) or bare(entry.text("领域"))
    return lead(stop(ordinal + title)) if title else ""


def only_lines(_: Desk, entries: Sequence[Item]) -> bool:
    """Return whether several entries are one line each: they stand together in a paragraph."""
    return len(entries) > 1 and not any(map(_has_body, entries))


def parted(_: Desk, entries: Sequence[Item]) -> bool:
    """Return whether one of several tasks has 具体任务: all keep their headings then."""
    return len(entries) > 1 and any(entry.items("具体任务") for entry in entries)


def only_heads(desk: Desk, entries: Sequence[Item]) -> str:
    """Return entries of one line each as one paragraph: 一是……；二是……."""
    return enumerated(desk, [entry.text("要点") for entry in entries])


# -- what is lacking ------------------------------------------------------------------------------


def problem_title(desk: Desk, problem: Item) -> str:
    """Return the heading of a problem: its 要点, else how many kinds there are of what."""
    return _title(desk, problem)


def problem_body(desk: Desk, problem: Item) -> str:
    """Return what stands beneath the heading of a problem: its angle, evidence, short specifics."""
    angle = bare(problem.text("角度"))
    said = findings.evidence(desk, problem)
    specifics = problem.items("具体问题")
    if angle and said:
        said = f"从{angle}上看，{said}"
    elif angle and specifics and problem_title(desk, problem):
        said = desk.frame("角度引", 角度=angle, 几=counted(len(specifics)))
    if specifics and not detailed(desk, problem):
        said += enumerated(desk, [entry.text("要点") for entry in specifics])
    return said


def detailed(_: Desk, problem: Item) -> tuple[Item, ...]:
    """Return 具体问题 that get paragraphs of their own; none where all are one line each."""
    specifics = problem.items("具体问题")
    return specifics if any(map(_has_body, specifics)) else ()


FUNCTIONS = {
    "汇报题": section_heads,
    "汇报几节": count_sections,
    "报送句": addressee,
    "汇报开头": opening,
    "概述句": overview,
    "部分概述": part_overview,
    "问题内容句": problem_body,
    "详问": detailed,
    "分组": groups,
    "组题": group_title,
    "组内句": group_body,
    "有小标题": has_heads,
    "无题领句": plain_head,
    "问题小标题": problem_title,
    "未说": not_yet_said,
    "背景句": background,
    "只列": only_lines,
    "列要点": only_heads,
    "有分项": parted,
    "小节": subsection,
}
