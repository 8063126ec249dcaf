"""Reports, what comes next: intentions under a heading, in a paragraph, or together in a line."""

from __future__ import annotations

from collections.abc import Sequence

from speechgen.drafting.desk import Desk
from speechgen.drafting.kinds.reporting import plain_head
from speechgen.drafting.lines.numbered import enumerated
from speechgen.drafting.lines.sentence import LONG, bare
from speechgen.drafting.speech import task_forms, tasks
from speechgen.facts.item import Item
from speechgen.numerals import chinese, counted

MOST_TOGETHER = 3  # lines of 下步 in one breath


def weighty(_: Desk, entries: Sequence[Item]) -> list[Item]:
    """Return the tasks that say more than one line: they get a heading or a paragraph."""
    return [entry for entry in entries if set(entry.values) - {"要点", "编号", "领域", "对应"}]


def plan_lead(desk: Desk) -> str:
    """Return what opens the section on what comes next, where several things follow."""
    root = desk.facts.root
    entries = root.items("任务")
    several = weighty(desk, entries) or len(_one_liners(desk)) > MOST_TOGETHER
    if not several and len(entries) < 2:  # noqa: PLR2004 - one intention says 下一步 itself
        return ""
    return desk.stock("下步引")


def rest(desk: Desk) -> str:
    """Return the tasks of one line each and 下步, together, behind those that have more to say."""
    entries = desk.facts.root.items("任务")
    lines = _one_liners(desk)
    whole = "，".join(lines)
    if not lines:
        return ""
    few = len(lines) <= MOST_TOGETHER and desk.length(whole) <= LONG
    if weighty(desk, entries):
        if few:
            return desk.frame("打算另", 打算=whole)
        return desk.frame("打算另几", 几=counted(len(lines))) + enumerated(desk, lines)
    if len(entries) > 1 or not few:
        return enumerated(desk, lines)
    return desk.frame("打算", 打算=whole)


def _one_liners(desk: Desk) -> list[str]:
    """Return what comes next and is one line: tasks without more to say, then 下步."""
    root = desk.facts.root
    entries = root.items("任务")
    heavy = weighty(desk, entries)
    plain = [bare(e.text("要点")) for e in entries if not any(e is each for each in heavy)]
    return [*plain, *map(bare, root.lines("下步"))]


def part_rest(desk: Desk, entries: Sequence[Item]) -> str:
    """Return the tasks of one line each of a part of the office's own."""
    heavy = weighty(desk, entries)
    lines = [bare(e.text("要点")) for e in entries if not any(e is each for each in heavy)]
    if heavy and lines and len(lines) <= MOST_TOGETHER:
        return desk.frame("打算另", 打算="，".join(lines))
    return enumerated(desk, lines) if lines else ""


def plan(desk: Desk, task: Item, parent: Item | None = None) -> str:
    """Return a task of a report: who does it, how, by when, and what for."""
    own = tasks.whole(desk, task) if task.items("具体任务") else tasks.measures(desk, task, parent)
    return own + task_forms.purpose(desk, task)


def plan_paragraph(desk: Desk, task: Item, number: int, total: int) -> str:
    """Return a task without a heading; what says only who or by when goes on with its 要点."""
    body = plan(desk, task)
    more = {"措施", "具体任务", "目标", "阶段目标", "说明", "用意"} & task.values.keys()
    if more or not body:
        return plain_head(desk, task, number, total) + body
    ordinal = f"{chinese(number)}是" if total > 1 else ""
    return f"{ordinal}{bare(task.text('要点'))}，{body.removeprefix('这项工作')}"


FUNCTIONS = {
    "详列": weighty,
    "打算引句": plan_lead,
    "打算句": plan,
    "余下句": rest,
    "部分余下": part_rest,
    "打算一段": plan_paragraph,
}
