"""Parts with the office's own headings: one to six, their points nested to three levels."""

from __future__ import annotations

from collections.abc import Sequence

from speechgen.drafting import choice
from speechgen.drafting.desk import Desk
from speechgen.drafting.lines.sentence import bare, spoken_line, stop
from speechgen.drafting.lines.shapes import read_line
from speechgen.drafting.marks import lead
from speechgen.drafting.speech import demands, findings, tasks
from speechgen.facts.item import Item
from speechgen.numerals import chinese

TASK_KEYS = frozenset({"措施", "责任单位", "配合单位", "时限", "目标", "阶段目标"})
DEMAND_KEYS = frozenset({"安排", "导向", "问责"})
PROBLEM_KEYS = frozenset({"表现", "原因", "角度", "具体问题"})


def point_head(desk: Desk, point: Item, number: int, siblings: Sequence[Item], level: int) -> str:
    """Return the run-in head of a point: 第一，…… at level 2, 一要…… or 一是…… at level 3.

    At level 2 a list of plain lines has no heads: each line is its own sentence.
    """
    if level == 2 and all(map(_is_line, siblings)):  # noqa: PLR2004 - levels of heads
        ordinal = f"{chinese(number)}是" if len(siblings) > 1 else ""
        return lead(ordinal) + spoken_line(desk, point.text("要点"))
    if level > 3 and len(siblings) > 1:  # noqa: PLR2004 - never the same ordinals at two levels
        return lead(stop(f"其{chinese(number)}，{bare(point.text('要点'))}"))
    if level > 2 and _are_tasks(desk, siblings):  # noqa: PLR2004 - levels of heads
        return tasks.point(desk, point, number, siblings)
    if level > 2:  # noqa: PLR2004 - levels of heads
        ordinal = f"{chinese(number)}是" if len(siblings) > 1 else ""
        return lead(stop(ordinal + bare(point.text("要点"))))
    ordinal = f"第{chinese(number)}，" if len(siblings) > 1 else ""
    purpose = bare(point.text("用意"))
    clause = "，".join(part for part in (bare(point.text("要点")), purpose) if part)
    return lead(stop(ordinal + clause))


def point_body(desk: Desk, point: Item) -> str:
    """Return what follows the head: everything the point has, task, problem and demand."""
    keys = set(point.values)
    said = tasks.measures(desk, point) if keys & TASK_KEYS else ""
    said += findings.evidence(desk, point, with_details=not said)
    if keys & DEMAND_KEYS:
        said += demands.arrangements(desk, point, with_details=False)
        said += demands.accountability(desk, point)
    return said + stop(point.text("结果"))


def subpoints(_: Desk, point: Item) -> tuple[Item, ...]:
    """Return the points below a point, under whichever key they were typed."""
    return (*point.items("具体问题"), *point.items("具体任务"), *point.items("分点"))


def stock_slot(point: Item) -> str:
    """Return which bank a point's stock sentence comes from."""
    keys = set(point.values)
    if keys & TASK_KEYS:
        return "任务后"
    return "要求后" if keys & DEMAND_KEYS else "问题后" if keys & PROBLEM_KEYS else ""


def point_stock(desk: Desk, point: Item) -> str:
    """Return the stock sentence after a point that has evidence or measures; else nothing."""
    slot = stock_slot(point)
    return desk.stock(slot, point) if slot else ""


def topic_lead(desk: Desk, part: Item, number: int) -> str:
    """Return 一方面，讲讲信访工作。 at the head of each of two parts with topics of their own."""
    subjects = [part.text("主题") for part in desk.facts.root.items("部分")]
    if len(subjects) != 2 or not all(subjects) or subjects[0] == subjects[1]:  # noqa: PLR2004 - 一方面、另一方面
        return ""
    if bare(part.text("标题")) == bare(part.text("主题")):
        return ""  # the heading says so
    way = choice.order(("甲", "乙", "丙"), desk.seed, desk.kind.name, "两个话题")[0]
    return desk.frame(f"两个话题{way}{chinese(number)}", 话题=bare(part.text("主题")))


def _are_tasks(desk: Desk, points: Sequence[Item]) -> bool:
    """Return whether points demand something: by their keys, or each by its verb."""
    if any(TASK_KEYS & point.values.keys() for point in points):
        return True
    return all(read_line(bare(p.text("要点")), desk.words).shape in ("动", "把") for p in points)


def _is_line(point: Item) -> bool:
    return set(point.values) <= {"要点", "编号"}


FUNCTIONS = {
    "话题引": topic_lead,
    "分点": subpoints,
    "要点领句": point_head,
    "要点说明": point_body,
    "要点后": point_stock,
}
