"""Demands: what is already arranged, who does what, what counts, who answers (§3.6)."""

from __future__ import annotations

import re
from itertools import groupby

from speechgen.drafting.desk import Desk
from speechgen.drafting.lines.acting import acting, closed, how_often, is_bound
from speechgen.drafting.lines.sentence import bare, liable, owners, packed, stop
from speechgen.drafting.lines.shapes import FREQUENCY, is_point_of_time
from speechgen.drafting.marks import lead, masked
from speechgen.drafting.speech.measures import PEERS, US
from speechgen.drafting.speech.task_forms import is_own
from speechgen.facts.item import Item
from speechgen.numerals import chinese

_REPORT = re.compile("报告|汇报|报送|通报|反馈")
BRIEF = 10  # characters of an arrangement before which a deadline needs no comma
STRICT = ("主要领导",)  # 求7: only these threaten with consequences themselves


def head(_: Desk, demand: Item, number: int, total: int) -> str:
    """Return 第一，组织领导要强。 A single demand has no ordinal."""
    ordinal = f"第{chinese(number)}，" if total > 1 else ""
    return lead(stop(ordinal + bare(demand.text("要点"))))


def arrangements(desk: Desk, demand: Item, *, with_details: bool = True) -> str:
    """Return the office's own arrangements: decided ones without 要, together (求2)."""
    out = [stop(line) for line in demand.lines("说明")] if with_details else []
    for decided, run in groupby(demand.items("安排"), _decided):
        if decided:
            told = [bare(entry.text("谁")) + bare(entry.text("做什么")) for entry in run]
            out.append(packed(desk, told, "，"))
        else:
            out += [_arrangement(desk, entry) for entry in run]
    return "".join(out)


def accountability(desk: Desk, demand: Item) -> str:
    """Return 导向 and 问责: what is counted, and what is answered for."""
    orientation = _orientation(desk, demand)
    case = liable(demand)
    if not case:
        return orientation
    ident = "问责" if desk.rank in STRICT else "问责提请"
    return orientation + desk.frame(ident, 情形=case)


def care(desk: Desk, demand: Item) -> str:
    """Return what is done for those who work; behind a threat something turns to it first."""
    said = desk.stock("关心干部")
    turn = desk.frame("问责到关心") if said and demand.text("问责") else ""
    return turn + said


def _orientation(desk: Desk, demand: Item) -> str:
    """Return 导向; what only says 看…… gets its subject (求10)."""
    typed = bare(demand.text("导向"))
    if typed.startswith("看") and not typed.startswith(("看到", "看似")):
        return desk.frame("导向看", "", demand, 标准=typed.removeprefix("看"))
    return stop(typed)


def _decided(entry: Item) -> bool:
    only = set(entry.values) - {"编号"} == {"谁", "做什么"}
    return only and FREQUENCY.match(entry.text("做什么")) is not None


def _arrangement(desk: Desk, entry: Item) -> str:
    due = bare(entry.text("时限"))
    who = bare(entry.text("谁"))
    is_ours = desk.tone in PEERS and is_own(desk, who)
    slots = {
        "单位": US if is_ours else who,
        "配合单位": owners(entry, "配合单位"),
        "措施": acting(entry.text("做什么"), desk.words),
    }
    if due:
        timely = due.endswith(("前", "内"))
        due = due if is_point_of_time(due) else how_often(due)
        slots["频次" if not is_point_of_time(due) else "期限" if timely else "起止"] = due
    if is_bound(entry.text("做什么"), desk.words):  # not 要必须守住
        with_whom = f"会同{slots['配合单位']}，" if slots["配合单位"] else ""
        return stop(f"{f'{due}，' if due else ''}{slots['单位']}{with_whom}{slots['措施']}")
    head = ""
    if slots["措施"].startswith("在") and "期限" in slots:  # not 要在7月底前，在学校……
        head = f"{slots.pop('期限')}，"
    short = "期限" in slots and len(masked(slots["措施"])) <= BRIEF and "，" not in slots["措施"]
    said = _reported(desk, slots) or (desk.frame("安排短", **slots) if short else "")
    said = "" if is_ours else said or desk.frame("安排", **slots)
    if said:
        return head + closed(said, due, slots["措施"])
    together = f"会同{slots['配合单位']}，" if slots["配合单位"] else ""
    often = slots.get("频次", "")
    when = f"{due}，" if due and not often else ""
    return stop(f"{when}{slots['单位']}要{together}{often}{slots['措施']}")


def _reported(desk: Desk, slots: dict[str, str]) -> str:
    """Return a report that is due again and again, and by when the first (求8); else nothing."""
    often = FREQUENCY.match(slots["措施"])
    if often is None or "期限" not in slots or not _REPORT.search(slots["措施"]):
        return ""
    rest = {**slots, "频次": often[0], "措施": slots["措施"][often.end() :]}
    return desk.frame("安排报告", **rest)


FUNCTIONS = {"要求领句": head, "安排句": arrangements, "问责句": accountability, "关心句": care}
