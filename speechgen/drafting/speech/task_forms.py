"""Whole tasks in one sentence: short measures listed, steps by date, haste without an owner."""

from __future__ import annotations

from collections.abc import Sequence

from speechgen.drafting.desk import Desk
from speechgen.drafting.lines.acting import aim
from speechgen.drafting.lines.sentence import LONG, bare, without_modal
from speechgen.drafting.lines.shapes import is_point_of_time, read_line
from speechgen.facts.item import Item
from speechgen.numerals import counted

SHORT = 18  # characters of a measure that stands well in a list
LISTED = range(3, 6)
STAGES = 2
BREATH = 40  # characters of two lines that a plan says in one sentence
UNIT = 3  # characters of the shortest unit a post is known by: 县教育局, not 县
NOT_LISTED = ("主", "数")
"""Shapes that say who does it, or how much: no entries of 重点做好三项工作：……."""


def is_own(desk: Desk, owner: str) -> bool:
    """Return whether an owner is the speaker's own unit: his 单位, or the one his 职务 names."""
    speaker = desk.facts.root.get("讲话人")
    if not owner or not isinstance(speaker, Item):
        return False
    return owner == bare(speaker.text("单位")) or is_of(speaker.text("职务"), owner)


def is_of(post: str, unit: str) -> bool:
    """Return whether a 职务 is one of a unit: 市教育局局长 of 市教育局."""
    return len(unit) >= UNIT and post.startswith(unit)


def only_lines(measures: Sequence[Item]) -> bool:
    """Return whether measures are plain lines, without who, when and whom."""
    return all(set(m.values) <= {"做什么", "编号"} for m in measures)


def listed(desk: Desk, measures: Sequence[Item], **slots: str) -> str:
    """Return three to five short measures in one sentence (任15); nothing where they are not.

    {单位}要重点做好三项工作：……；……；…….
    """
    if len(measures) not in LISTED or not only_lines(measures):
        return ""
    texts = [without_modal(m.text("做什么")) for m in measures]
    if any(desk.length(text) > SHORT or "；" in text or "：" in text for text in texts):
        return ""
    if any(read_line(text, desk.words).shape in NOT_LISTED for text in texts):
        return ""
    return desk.frame("任务几项", "", None, 几=counted(len(texts)), 列="；".join(texts), **slots)


def goes_on(desk: Desk, line: str, text: str) -> bool:
    """Return whether a plan says two short lines in one breath: no other unit, no ；."""
    words, size = desk.words, desk.length(line) + desk.length(text)
    if desk.demands or size > BREATH or "；" in line + text or text.startswith("对"):
        return False
    return not (words.actor_of(text) or words.names_actor(text) or words.actor_of(line))


def pairs(desk: Desk, line: str, text: str, shape: str, *, owned: bool) -> bool:
    """Return whether a speech says two lines behind one 要 (任6): 要请……，对…….

    Behind A牵头、B配合 a line with a subject of its own takes a second that has none.
    """
    words = desk.words
    first = ("动", "把", "对", "句", "物") if owned else ("动", "把")
    if shape not in first or text.startswith("要"):
        return False
    if desk.length(line) + desk.length(text) >= LONG - 25:
        return False
    return read_line(text, words).shape in (("动", "把", "对") if owned else ("动", "把"))


def staged(desk: Desk, task: Item, **slots: str) -> str:
    """Return what one owner has done by two dates (任13): 县住建局9月底前拿出方案，年底前….

    Nothing where the task has measures: then the stages end their sentence (任8).
    """
    stages = task.items("阶段目标")
    if task.items("措施") or len(stages) < STAGES or not slots.get("单位"):
        return ""
    text = "，".join(bare(s.text("时限")) + bare(s.text("目标")) for s in stages)
    return desk.frame("任务分步", "", task, 分步=text, **slots)


def hastened(desk: Desk, task: Item, *, owned: bool) -> str:
    """Return 抓紧{措施}，确保{时限}{目标}。 of one short measure without an owner (任14)."""
    measures, due, goal = task.items("措施"), bare(task.text("时限")), bare(task.text("目标"))
    if owned or len(measures) != 1 or not only_lines(measures) or not due or not goal:
        return ""
    text = without_modal(measures[0].text("做什么"))
    if read_line(text, desk.words).shape != "动" or not is_point_of_time(due):
        return ""
    if goal.startswith(desk.words.modals) or desk.length(text + due + goal) > 4 * SHORT:
        return ""
    return desk.frame("任务抓紧", "", task, 措施=text, 时限=due, 目标=goal)


def how(desk: Desk, task: Item) -> str:
    """Return how to do a task that was given without measures; speeches only."""
    bare_task = not (task.items("措施") or task.lines("说明") or task.items("具体任务"))
    return desk.stock("任务展开", task) if bare_task and desk.tone == desk.rank else ""


def purpose(desk: Desk, task: Item) -> str:
    """Return 用意 as a sentence of its own, under a heading that cannot hold it."""
    text = aim(task.text("用意"), desk.words)
    return desk.frame("用意", "", task, 用意=text) if text else ""
