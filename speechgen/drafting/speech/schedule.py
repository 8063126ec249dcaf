"""What is due when: the points of time of all tasks, sorted, for the end of a mobilisation."""

from __future__ import annotations

import re
from typing import NamedTuple

from speechgen.drafting.desk import Desk
from speechgen.drafting.lines.sentence import bare, owners, packed, without_modal
from speechgen.drafting.lines.shapes import is_point_of_time, read_line
from speechgen.drafting.speech.steps import deep
from speechgen.facts.item import Item

MANY = 3
"""As many points of time make a list worth hearing once more."""

SAYS_OF_WHAT = 9  # characters: 完成80条背街小巷改造, not 完成2座
MOST = 10
"""Nobody remembers more."""

_DAY = re.compile(r"(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日|([上中下]旬)|(底|末))?")
_PART = {"上旬": 10, "中旬": 20, "下旬": 31, "底": 31, "末": 31}
_YEAR_END = ("年底", "年末")


class Due(NamedTuple):
    """Something to be done by a day."""

    order: tuple[int, int, int]
    when: str
    what: str


def schedule(desk: Desk) -> str:
    """Return what is due when, by date: 6月10日前，……；6月底前，…….

    Nothing where the points of time are few, or cannot all be put in order.
    """
    root = desk.facts.root
    parts = [*root.items("任务"), *(t for p in root.items("部分") for t in p.items("任务"))]
    dues = [due for task in deep(parts) for due in _dues(desk, task)]
    if not MANY <= len({due.when for due in dues}) <= MOST:
        return ""
    dues.sort()
    clauses: list[str] = []
    for when in dict.fromkeys(due.when for due in dues):
        what = "，".join(dict.fromkeys(due.what for due in dues if due.when == when))
        clauses.append(f"{when}，{what}")
    return desk.frame("时间节点") + packed(desk, clauses, limit=100)


def _dues(desk: Desk, task: Item) -> list[Due]:
    account = _account(desk, task)
    stages = [
        _due(
            s.text("时限"), _reached(desk, s, owners(task)) or f"{account}，{bare(s.text('目标'))}"
        )
        for s in task.items("阶段目标")
    ]
    found = [*stages, _due(task.text("时限"), account)]
    return [due for due in found if due]


def _reached(desk: Desk, stage: Item, owner: str) -> str:
    """Return what a step reaches, its owner in front, where it says of what; else nothing."""
    text = without_modal(stage.text("目标"))
    says = owner and desk.length(text) >= SAYS_OF_WHAT
    return f"{owner}{text}" if says and read_line(text, desk.words).shape == "动" else ""


def _account(desk: Desk, task: Item) -> str:
    """Return who has what done: 市公安局摸清底数, 市公安局完成源头治理."""
    head, owner = without_modal(task.text("要点")), owners(task)
    acts = read_line(head, desk.words).shape in {"动", "把"}
    return f"{owner}{'' if acts else '完成'}{head}"


def _due(when: str, what: str) -> Due | None:
    text = bare(when)
    if not text or not is_point_of_time(text):
        return None
    found = _DAY.search(text)
    if text.startswith(_YEAR_END):
        return Due((9999, 12, 31), text, what)
    if found is None:
        return None
    day = int(found[3]) if found[3] else _PART.get(found[4] or found[5] or "", 31)
    return Due((int(found[1] or 0), int(found[2]), day), text, what)


FUNCTIONS = {"时间节点": schedule}
