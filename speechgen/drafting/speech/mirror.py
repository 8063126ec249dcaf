"""Which problem no task answers: part two mirrors part one (writing.md, Part two)."""

from __future__ import annotations

from collections.abc import Iterator

from speechgen.drafting.desk import Desk
from speechgen.drafting.lines.sentence import bare
from speechgen.drafting.marks import masked
from speechgen.facts.item import Item


def advise_unanswered(desk: Desk) -> None:
    """Note each problem that no task names in 对应, where the file uses 对应; else by 领域."""
    root = desk.facts.root
    tasks = list(_tasks(root))
    answers = {bare(masked(line)) for task in tasks for line in task.lines("对应")}
    domains = {task.text("领域") for task in tasks} - {""}
    if not tasks:
        return
    _advise_unknown(desk, tasks)
    for problem in root.items("问题"):
        names = {problem.text("编号"), bare(masked(problem.text("要点")))} - {""}
        domain = problem.text("领域")
        if (answers and not names & answers) or (not answers and domain and domain not in domains):
            text = bare(problem.text("要点")) or problem.text("角度")
            desk.advise(
                problem.where("要点"),
                "no-task",
                f"问题“{desk.print(text)}”没有任务来对应",
                "在任务里写“对应: 这个问题的编号或要点”，或写上同样的“领域”",
            )


def _tasks(root: Item) -> Iterator[Item]:
    for task in root.items("任务"):
        yield task
        yield from task.items("具体任务")


def _advise_unknown(desk: Desk, tasks: list[Item]) -> None:
    """Note each 对应 that names no problem of the file."""
    problems = [p for top in desk.facts.root.items("问题") for p in (top, *top.items("具体问题"))]
    known = {p.text("编号") for p in problems} | {bare(masked(p.text("要点"))) for p in problems}
    for task in tasks:
        for line in task.lines("对应"):
            if bare(masked(line)) not in known:
                message = f"“对应: {desk.print(line)}”没有对上哪个问题"
                hint = "请写问题的编号，或照抄问题的要点"
                desk.advise(task.where("对应"), "unknown-answer", message, hint)
