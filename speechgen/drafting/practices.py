"""Experience reports: the thesis, wrong ideas and what was done about them (§3.7)."""

from __future__ import annotations

from speechgen.drafting.desk import Desk
from speechgen.drafting.marks import lead
from speechgen.drafting.sentence import LONG, bare, spoken_line, stop
from speechgen.drafting.shapes import read_line
from speechgen.facts.item import Item
from speechgen.numerals import chinese, counted

FEARS = ("不敢",)
LACKS = ("不会", "不善", "不能")


def thesis(desk: Desk) -> str:
    """Return the thesis: what had to be overcome, what was attained (论1)."""
    item = desk.facts.root.get("论点")
    if not isinstance(item, Item):
        return ""
    slots = {"短板": bare(item.text("短板")), "做到": bare(item.text("做到"))}
    return desk.frame("论点", 主题=short_subject(desk), **slots)


def short_subject(desk: Desk) -> str:
    """Return the topic as a subject; 接访 for 领导干部接访 stands in the bank (`简称`)."""
    for topic in desk.topics:
        for stock in topic.stock.get("简称", ()):
            if stock.text in desk.subject:
                return stock.text
    return desk.subject or "工作"


def misconceptions(desk: Desk, practice: Item, number: int) -> str:
    """Return the wrong ideas of 不愿 (一是认为), 不敢 (一怕) or 不会 (三种表现) (误1–误3)."""
    lines = [bare(line) for line in practice.lines("误区")]
    shortcoming = bare(practice.text("短板"))
    if not lines:
        return ""
    if not shortcoming:
        return desk.frame(
            "误区无", 列=_listed(lines, "是认为") if len(lines) > 1 else f"认为{lines[0]}"
        )
    who = "领导干部" if "领导" in desk.subject else "干部"
    if len(lines) == 1:
        return desk.frame("误区一", 谁=who, 短板=shortcoming, 甲=lines[0])
    if shortcoming.startswith(FEARS):
        return desk.frame("误区不敢", 谁=who, 短板=shortcoming, 列=_listed(lines, "怕"))
    if shortcoming.startswith(LACKS):
        kinds = f"{counted(len(lines))}种"
        return desk.frame("误区不会", 短板=shortcoming, 几种=kinds, 列=_listed(lines, "是"))
    ident = "误区不愿" if number == 1 else "误区再"
    return desk.frame(ident, 谁=who, 短板=shortcoming, 列=_listed(lines, "是认为"))


def practised(desk: Desk, practice: Item) -> str:
    """Return what was done: 一是摆上全局的位置。市委把…… (做1, 做2)."""
    lines = practice.lines("措施")
    out = []
    for number, line in enumerate(lines, 1):
        title, colon, text = line.partition("：" if "：" in line else ":")
        ordinal = f"{chinese(number)}是" if len(lines) > 1 else ""
        if colon:
            out.append(lead(stop(ordinal + bare(title))) + spoken_line(desk, text))
        else:
            out.append(stop(ordinal + bare(line)))
    return "".join(out)


def spoken(desk: Desk, practice: Item) -> str:
    """Return what was done as a model unit tells it: 我们 in front, 一是 only from three on."""
    lines = practice.lines("措施")
    if len(lines) >= COUNTED_FROM:
        return practised(desk, practice)
    out = []
    for number, line in enumerate(lines):
        title, colon, text = line.partition("：" if "：" in line else ":")
        said = bare(text if colon else line)
        ours = not colon and not number and read_line(said, desk.words).shape in ("动", "把", "对")
        if ours and not said.startswith((desk.self_name, "我们")):
            said = f"{desk.self_name}{said}"
        out.append((lead(stop(title)) if colon else "") + spoken_line(desk, said))
    return "".join(out)


COUNTED_FROM = 3
"""Fewer measures than these are told, not counted."""

MOST_STEPS = 3
"""More next steps than these are no longer one sentence."""


def next_steps(desk: Desk) -> str:
    """Return what comes next: in one sentence (下1), or, of many, one after the other."""
    lines = [bare(line) for line in desk.facts.root.lines("下步")]
    if not lines:
        return ""
    whole = "，".join(lines)
    if len(lines) <= MOST_STEPS and desk.length(whole) <= LONG:
        return desk.frame("下步", 下步=whole)
    begun = desk.stock("下步引")
    return begun + "".join(stop(f"{chinese(n)}是{line}") for n, line in enumerate(lines, 1))


def _listed(lines: list[str], word: str) -> str:
    return "；".join(f"{chinese(n)}{word}{line}" for n, line in enumerate(lines, 1))


FUNCTIONS = {
    "论点句": thesis,
    "误区句": misconceptions,
    "做法句": practised,
    "下步句": next_steps,
    "我们做": spoken,
}
