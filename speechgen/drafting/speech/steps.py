"""Tasks in plain clauses, without 要: for outlines, work points and pledges.

A speech demands (`tasks.py`); these papers say who does what by when, and no more.
"""

from __future__ import annotations

from collections.abc import Sequence

from speechgen.drafting.lines.acting import acting, matter
from speechgen.drafting.lines.sentence import bare, owners, without_modal
from speechgen.drafting.lines.shapes import is_point_of_time
from speechgen.facts.item import Item

OWN = frozenset({"我们", "我"})


def step(measure: Item, *, without: str = "", owner: str = "", partners: str = "") -> str:
    """Return a measure as a clause: 对病险水库，县水利局逐座核对预案，6月底前完成除险加固.

    `without`: a unit that is not named, because it speaks or stands in the brackets behind;
    `owner`, `partners`: who does it where the measure itself does not say.
    """
    target = matter(measure.text("对象"))
    who = bare(measure.text("谁")) or owners(measure) or owner
    own = bool(who) and bool(without) and who == without
    helpers = owners(measure, "配合单位") or partners
    together = f"会同{helpers}" if helpers and helpers != without else ""
    text = without_modal(measure.text("做什么"))
    action = acting(text) if who and text[:1] in "一两" else text
    result = bare(measure.text("结果"))
    due = bare(measure.text("时限"))
    head = f"对{target}，" if target else ""
    end = f"，{due if result else ''}{result}" if result else ""
    before = due if due and not result and not action.startswith(due) else ""
    who = "" if who and action.startswith(who) else who  # 上塘镇 and 上塘镇党政正职
    comma = "，" if together else ""
    return f"{head}{'' if own else who}{together}{comma}{before}{action}{end}"


def steps(
    task: Item, *, without: str = "", owner: str = "", partners: str = "", due: str = ""
) -> list[str]:
    """Return what a task consists of, clause by clause: measures, 说明, 阶段目标, 目标.

    `owner` and `due` go with the first measure; so does no goal, that has its own deadline.
    """
    out: list[str] = []
    for number, measure in enumerate(task.items("措施")):
        named = {"owner": owner, "partners": partners} if number == 0 else {}
        clause = step(measure, without=without, **named)
        alone = due and number == 0 and not measure.text("时限")
        out.append(f"{due}，{clause}" if alone else clause)
    out += [bare(line) for line in task.lines("说明")]
    out += stages(task)
    return out


def stages(task: Item) -> list[str]:
    """Return the stages as one clause: 9月底前化解20件以上，年底前力争全部清零."""
    entries = task.items("阶段目标")
    text = "，".join(bare(s.text("时限")) + bare(s.text("目标")) for s in entries)
    return [text] if text else []


def target(task: Item, due: str = "") -> str:
    """Return 目标 with its deadline: 10月底前，矛盾纠纷化解率达到95%以上."""
    text = without_modal(task.text("目标"))
    if not text or not due:
        return text
    return f"{due}，{text}" if is_point_of_time(due) else f"{due}{text}"


def deep(tasks: Sequence[Item]) -> list[Item]:
    """Return the tasks at the bottom: each 具体任务, else the task itself."""
    return [low for task in tasks for low in (task.items("具体任务") or (task,))]
