"""Outlines of speeches: heads, and one line for each point, its figures and owner in it."""

from __future__ import annotations

from collections.abc import Sequence

from speechgen.drafting.desk import Desk
from speechgen.drafting.lines import acting
from speechgen.drafting.lines.sentence import bare, liable, owners, packed, period_of, stop
from speechgen.drafting.marks import LEAD, LEAD_END, lead
from speechgen.drafting.speech import findings, steps
from speechgen.drafting.speech.parts import TASK_KEYS, point_head
from speechgen.facts.item import Item
from speechgen.numerals import chinese

LINE = 100  # characters of one sentence of a line; more facts make another


def results_line(desk: Desk, entries: Sequence[Item]) -> str:
    """Return all results in a line: 初信初访办结率达到92%，同比提高2个百分点；……."""
    clauses = []
    for entry in entries:
        text = bare(entry.text("要点"))
        more = [bare(entry.text("结果")), *map(bare, entry.lines("说明"))]
        domain = f"{bare(entry.text('领域'))}方面，" if entry.text("领域") else ""
        clauses.append(period_of(desk, text) + domain + "，".join([text, *filter(None, more)]))
    return packed(desk, clauses, limit=LINE)


def problem_line(desk: Desk, problem: Item, siblings: Sequence[Item]) -> str:
    """Return 一是总量仍然偏高：信访总量135件，……；主要是……. with its evidence."""
    head = _plain(findings.head(desk, problem, siblings))
    return _with(desk, head, _evidence(desk, problem))


def task_line(desk: Desk, task: Item, number: int, siblings: Sequence[Item], word: str) -> str:
    """Return a task as one line; `word` is 第 for 第一，…… and 要 or 是 for 一要……."""
    text = bare(task.text("要点"))
    if word == "要" and any(
        acting.is_bound(s.text("要点"), desk.words) for s in siblings or (task,)
    ):  # 一是必须守住
        word = "是"
    ordinal = _ordinal(number, word) if len(siblings) > 1 else ""
    text = f"{ordinal}{text.removeprefix('要') if ordinal.endswith('要') else text}"
    purpose = bare(task.text("用意"))
    return _with(desk, f"{text}，{purpose}" if purpose else text, _actions(task))


def demand_line(desk: Desk, demand: Item, number: int, total: int) -> str:
    """Return a demand as one line: 第一，组织领导要强：县委常委会每季度专题研究1次."""
    ordinal = _ordinal(number, "第") if total > 1 else ""
    clauses = [steps.step(entry) for entry in demand.items("安排")]
    clauses += [bare(line) for line in demand.lines("说明")]
    clauses += _accountable(demand)
    return _with(desk, ordinal + bare(demand.text("要点")), clauses)


def point_line(desk: Desk, point: Item, number: int, siblings: Sequence[Item], level: int) -> str:
    """Return a point of a typed part as one line, whatever kind of point it is."""
    if level == 2 and all(set(s.values) <= {"要点", "编号"} for s in siblings):  # noqa: PLR2004 - levels of heads
        return point_head(desk, point, number, siblings, level)
    head = _plain(point_head(desk, point, number, siblings, level))
    purpose = bare(point.text("用意"))
    if purpose and purpose not in head:
        head = f"{head}，{purpose}"
    clauses = _actions(point) if TASK_KEYS & point.values.keys() else []
    evidence = _evidence(desk, point)
    clauses += [clause for clause in evidence if clause not in clauses]
    clauses += [steps.step(entry) for entry in point.items("安排")]
    clauses += [*_accountable(point), bare(point.text("结果"))]
    return _with(desk, head, [clause for clause in clauses if clause])


def _accountable(point: Item) -> list[str]:
    case = liable(point)
    said = (bare(point.text("导向")), f"对{case}的，严肃追责" if case else "")
    return [clause for clause in said if clause]


def _evidence(desk: Desk, problem: Item) -> list[str]:
    out = [bare(findings.detail(desk, line, "")) for line in problem.lines("说明")]
    conduct = [findings.conduct_of(line) for line in problem.lines("表现")]
    out += [line if acting.has_own_count(line) else f"有的{line}" for line in conduct]
    causes = "，".join(bare(line) for line in problem.lines("原因"))
    return [*out, f"主要是{causes}"] if causes else out


def _actions(task: Item) -> list[str]:
    """Return owner, measures, stages and goal of a task as clauses."""
    owner, partners = owners(task), owners(task, "配合单位")
    measures = task.items("措施")
    due = bare(task.text("时限"))
    goal = steps.target(task, due)
    left = "" if goal else due
    said = [bare(clause) for clause in steps.steps(task)]
    if owner or partners:
        lead_unit = f"{owner}牵头" if owner else ""
        helping = f"{partners}配合" if partners else ""
        who = "、".join(filter(None, (lead_unit, helping)))
        first = f"{who}，{said[0]}" if said and measures else who
        said = [first, *(said[1:] if said and measures else said)]
    if left:
        said.append(f"{left}完成" if left.endswith(("前", "内", "底")) else f"时间是{left}")
    if goal:
        said.append(goal)
    return said


def _with(desk: Desk, head: str, clauses: Sequence[str]) -> str:
    head = bare(head).rstrip("！")
    if not clauses:
        return lead(stop(head))
    opening = f"{head}："
    said = packed(desk, [opening + bare(clauses[0]), *clauses[1:]], limit=LINE)
    return lead(opening) + said.removeprefix(opening)


def _ordinal(number: int, word: str) -> str:
    return f"第{chinese(number)}，" if word == "第" else f"{chinese(number)}{word}"


def _plain(text: str) -> str:
    return bare(text.replace(LEAD, "").replace(LEAD_END, ""))


FUNCTIONS = {
    "提纲成绩": results_line,
    "提纲问题": problem_line,
    "提纲任务": task_line,
    "提纲要求": demand_line,
    "提纲要点": point_line,
}
