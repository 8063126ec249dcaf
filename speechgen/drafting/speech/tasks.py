"""Tasks: their heads, what is done for each (`measures`), the thought behind it (§3.4)."""

from __future__ import annotations

from collections.abc import Sequence

from speechgen.drafting.desk import Desk
from speechgen.drafting.lines.acting import (
    is_bound,
    solved,
)
from speechgen.drafting.lines.sentence import (
    bare,
    stop,
    without_modal,
)
from speechgen.drafting.lines.shapes import read_line
from speechgen.drafting.marks import lead
from speechgen.drafting.speech import task_forms
from speechgen.drafting.speech.measures import Measures
from speechgen.facts.item import Item
from speechgen.numerals import chinese


def head(_: Desk, task: Item, number: int, total: int) -> str:
    """Return 第一，把牢源头治理，让矛盾少发生、早发现。 A single task has no ordinal."""
    ordinal = f"第{chinese(number)}，" if total > 1 else ""
    purpose = bare(task.text("用意"))
    clause = "，".join(part for part in (solved(task.text("要点")), purpose) if part)
    return lead(stop(ordinal + clause))


def point(desk: Desk, task: Item, number: int, siblings: Sequence[Item]) -> str:
    """Return 一要深化网格化管理。 (任2), or 一是… where not every sibling can be demanded."""
    text = solved(without_modal(task.text("要点")))
    if task.text("用意"):
        text = f"{text}，{bare(task.text('用意'))}"
    ordinal = chinese(number) if len(siblings) > 1 else ""
    shapes = {read_line(solved(s.text("要点")), desk.words).shape for s in siblings}
    bound = any(is_bound(s.text("要点"), desk.words) for s in siblings)
    if not desk.demands or bound or not shapes <= {"动", "把", "名", "对"}:
        return lead(stop(f"{ordinal}是{text}" if ordinal else text))
    if not ordinal and text.startswith(desk.words.modals):  # 一要确保, but 确保 alone
        return lead(stop(text))
    modal = "要抓好" if read_line(text, desk.words).shape == "名" else "要"
    return lead(stop(f"{ordinal}{modal}{text}"))


SPOKEN = frozenset({"措施", "责任单位", "配合单位", "时限", "目标", "阶段目标", "说明"})


def whole(desk: Desk, task: Item) -> str:
    """Return what a task with 具体任务 says of itself: its own measures, owner, deadline, goal."""
    return Measures(desk, task, task).said() if SPOKEN & task.values.keys() else ""


def measures(desk: Desk, task: Item, parent: Item | None = None) -> str:
    """Return the measures of a task as sentences, then its goal and stages."""
    speech = Measures(desk, task, parent)
    return speech.said()


def after(desk: Desk, task: Item) -> str:
    """Return the stock sentence after a task; a general one only where the facts say little."""
    bound = desk.stock("任务后", task)
    if bound or len(task.items("措施")) + ("目标" in task) > 1:
        return bound
    return desk.stock("任务一般", None)


FUNCTIONS = {
    "用意句": task_forms.purpose,
    "任务领句": head,
    "任务句": point,
    "措施句": measures,
    "总措施句": whole,
    "任务后": after,
}
