"""Work points of a year: plain items, who is responsible and by when in brackets behind each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from speechgen.drafting.desk import Desk
from speechgen.drafting.lines.sentence import bare, joined, liable, packed, stop, without_modal
from speechgen.drafting.lines.shapes import is_point_of_time, read_line
from speechgen.drafting.marks import masked
from speechgen.drafting.speech import steps
from speechgen.facts.item import Item
from speechgen.numerals import counted

SHORT_NOUN = 8
SHORT_AIM = 16
_WISHED = re.compile(
    r"^([\u4e00-\u9fff]{2,8})(?<![主重需首必紧摘纪概扼])要(?![素点害件求领闻道案]|务(?!实))([\u4e00-\u9fff]{1,6})$"
)
"""组织领导要强: a demand's head, which a plan says without 要; 强化要素保障 has none."""


def item_head(desk: Desk, task: Item, parent: Item | None = None) -> str:
    """Return the head of a work point; one with nothing to say below it has its brackets there."""
    text = _verbal(desk, task, parent)
    units = _units(task, parent)
    if not units:
        _advise(desk, task)
    return text if _said(desk, task, units) else text + _brackets(task, parent)


def _verbal(desk: Desk, task: Item, parent: Item | None) -> str:
    """Return 要点 as a head; a bare noun among heads with verbs gets one: 抓好安全生产."""
    text = without_modal(task.text("要点")).rstrip("！")
    beside = parent.items("具体任务") if parent else desk.facts.root.items("任务")
    heads = [without_modal(each.text("要点")) for each in beside]
    verbal = sum(read_line(head, desk.words).shape == "动" for head in heads)
    plain = read_line(text, desk.words).shape == "名" and len(masked(text)) <= SHORT_NOUN
    if not plain or 2 * verbal < len(heads) or text not in heads:
        return text
    at = heads.index(text)
    openings = tuple(head[:2] for head in heads[max(at - 1, 0) : at + 2])
    return next(verb for verb in ("抓好", "抓实", "做好", "做实") if verb not in openings) + text


def item_text(desk: Desk, task: Item, parent: Item | None = None) -> str:
    """Return a work point: its measures, its goal, and （责任单位：…；完成时限：…）."""
    said = _said(desk, task, _units(task, parent))
    return said + _brackets(task, parent) if said else ""


def _said(desk: Desk, task: Item, units: list[str]) -> str:
    alone = units[0] if len(units) == 1 else ""
    due = _due(task)
    clauses = [_planned(task, m, alone, due) for m in task.items("措施")]
    if clauses and not is_point_of_time(due or "年底前"):
        clauses[0] = f"{due}{clauses[0]}"
    clauses += [bare(line) for line in task.lines("说明")]
    aim = without_modal(task.text("目标"))
    if clauses and _is_deed(desk, aim):
        clauses[-1] += f"，确保{aim}"
        aim = ""
    return packed(desk, clauses) + "".join(map(stop, steps.stages(task))) + stop(aim)


def _is_deed(desk: Desk, aim: str) -> bool:
    """Return whether a goal is a verb without a subject, no sentence by itself: 建成通车."""
    short = 0 < len(masked(aim)) <= SHORT_AIM and "，" not in aim
    return (
        short and not aim.startswith(desk.words.modals) and read_line(aim, desk.words).shape == "动"
    )


def _due(task: Item) -> str:
    return bare(task.text("时限")) or _only_due(task) or _last_stage(task)


def group_text(desk: Desk, task: Item) -> str:
    """Return what a group of work points says of itself: its purpose and its own measures."""
    points = len(task.items("具体任务"))
    count = counted(points) if points > 1 else ""
    purpose = bare(task.text("用意"))
    said = desk.frame("要点用意", "", task, 用意=purpose, 几=count) if purpose else ""
    own = "".join(stop(steps.step(m)) for m in task.items("措施"))
    details = "".join(stop(line) for line in task.lines("说明"))
    return (said or stop(purpose)) + own + details


def guarantee_head(_: Desk, demand: Item) -> str:
    """Return the head of a demand without 要: 组织领导强起来, 责任链条压实."""
    text = bare(demand.text("要点"))
    wished = _WISHED.match(text)
    if wished is None:
        return without_modal(text)
    return f"{wished[1]}{wished[2]}{'起来' if len(wished[2]) == 1 else ''}"


def guarantee(desk: Desk, demand: Item) -> str:
    """Return the arrangements of a demand as they will be, and what is counted."""
    clauses = [steps.step(entry) for entry in demand.items("安排")]
    clauses += [bare(line) for line in demand.lines("说明")]
    said = packed(desk, clauses) + stop(demand.text("导向"))
    case = liable(demand)
    return said + desk.frame("要点问责", "", demand, 情形=case) if case else said


def _planned(task: Item, measure: Item, alone: str, due: str) -> str:
    """Return a measure; its deadline goes to the brackets where it is that of the whole point."""
    values = {**measure.values}
    if due and bare(measure.text("时限")) == due and not task.text("时限"):
        values.pop("时限")
    return steps.step(Item(values, measure.places, measure.place), without=alone)


def _units(task: Item, parent: Item | None) -> list[str]:
    own = [bare(unit) for unit in task.lines("责任单位")]
    named = own or [
        unit
        for measure in task.items("措施")
        for unit in (measure.lines("责任单位") or (measure.text("谁"),))
        if unit
    ]
    inherited = list(parent.lines("责任单位")) if parent and not named else []
    return list(dict.fromkeys([*named, *inherited]))


def _only_due(task: Item) -> str:
    """Return the deadline of the only measure, or the one that all measures share."""
    dues = {bare(m.text("时限")) for m in task.items("措施")}
    return dues.pop() if len(dues) == 1 else ""


def _last_stage(task: Item) -> str:
    stages = task.items("阶段目标")
    return bare(stages[-1].text("时限")) if stages else ""


def _brackets(task: Item, parent: Item | None) -> str:
    units = _units(task, parent)
    helpers = [*task.lines("配合单位")] or [*(parent.lines("配合单位") if parent else ())]
    due = _due(task)
    told = due if is_point_of_time(due) or not task.items("措施") else ""
    parts = [("责任单位", "、".join(map(bare, units))), ("配合单位", joined_names(helpers))]
    shown = "；".join(f"{label}：{value}" for label, value in [*parts, ("完成时限", told)] if value)
    return f"（{shown}）" if shown else ""


def joined_names(names: Sequence[str]) -> str:
    """Return all names, none left out: brackets are where a unit looks for itself."""
    return "、".join(joined([name]) for name in names)


def _advise(desk: Desk, task: Item) -> None:
    desk.advise(
        task.where("要点"),
        "no-owner",
        f"“{desk.print(bare(task.text('要点')))}”没有写由谁来办",
        "补上“责任单位”",
    )


FUNCTIONS = {
    "要点题": item_head,
    "要点正文": item_text,
    "要点组": group_text,
    "保障题": guarantee_head,
    "保障句": guarantee,
}
