"""Minutes: when, where and who presided; what was heard, held, stressed and decided; who was there.

Third person throughout: the kind bars 我 from its stock (`不说`).
"""

from __future__ import annotations

from collections.abc import Sequence

from speechgen.drafting.dates import date_text
from speechgen.drafting.desk import Desk
from speechgen.drafting.kinds.meeting import (
    PACKED,
    are_brief,
    between,
    form_of,
    heads_demanded,
    heard,
    host_speaks,
    in_brief,
    listed,
    meeting_name,
    modal,
    person,
    place_of,
    run_on,
)
from speechgen.drafting.lines.breaths import told
from speechgen.drafting.lines.numbered import numbered, several
from speechgen.drafting.lines.sentence import bare, packed, stop
from speechgen.drafting.marks import lead
from speechgen.drafting.speech import tasks
from speechgen.drafting.speech.findings import domain_head
from speechgen.drafting.speech.opening import aims
from speechgen.drafting.speech.results import results
from speechgen.facts.item import Item
from speechgen.numerals import chinese, counted

SEVERAL = 2


def opening(desk: Desk) -> str:
    """Return 2025年10月28日，县长在县会议中心主持召开……会议。 and what it was to do."""
    host = person(desk, "主持人")
    both = host_speaks(desk)
    said = desk.frame(
        "纪要开头" if host and not both else "纪要召开",
        日期=date_text(desk.facts.root),
        地点=place_of(desk),
        形式=form_of(desk),
        主持="" if both else host,
        会议=meeting_name(desk),
    )
    said += desk.frame("纪要主持讲话", 谁=host) if both else ""
    return said + told(desk, "会议任务", "任务", aims(desk), "，")


def agenda_told(desk: Desk) -> str:
    """Return what was heard, in the order of the agenda; who presides and speaks is said so."""
    return heard(desk, with_speech=not host_speaks(desk))


def meeting_says(desk: Desk, slot: str) -> str:
    """Return 会议指出，……。 from the stock of that name; nothing where there is none."""
    said = desk.stock(slot)
    return desk.frame(f"{slot}起") + said if said else ""


def results_held(desk: Desk) -> str:
    """Return 会议认为，…… before what was achieved."""
    entries = listed(desk, "成绩")
    return desk.frame("会议认为") + results(desk, entries) if entries else ""


def problems_lead(desk: Desk, problems: Sequence[Item]) -> str:
    """Return the sentence before the problems; a single one is not counted."""
    if len(problems) < SEVERAL:
        return desk.frame("纪要问题一")
    if any("角度" in problem for problem in problems):
        return desk.frame("纪要问题角度")
    return desk.frame("纪要问题", 几=counted(len(problems)))


def demand_head(desk: Desk, demand: Item, number: int, demands: Sequence[Item]) -> str:
    """Return 第一，要加强组织领导。 A single demand has no ordinal."""
    heads = [bare(each.text("要点")) for each in demands]
    ordinal = f"第{chinese(number)}，" if len(heads) > 1 else ""
    asked = modal(desk, heads) if heads[0] and modal(desk, heads) != "要做到" else ""
    return lead(stop(f"{ordinal}{asked}{bare(demand.text('要点'))}"))


def decided_in_brief(desk: Desk, entries: Sequence[Item]) -> str:
    """Return decisions that are a line each as one list."""
    return packed(desk, numbered(in_brief(desk, entries)), "；", PACKED)


def problems_in_brief(desk: Desk, entries: Sequence[Item]) -> str:
    """Return problems that are heads alone as one list (一是……；二是……)."""
    heads = [bare(entry.text("要点")) for entry in entries]
    return packed(desk, several(heads), "；", PACKED)


def are_heads(_: Desk, entries: Sequence[Item]) -> bool:
    """Return whether entries say nothing beyond their heads."""
    return all(entry.values.keys() <= {"要点", "编号", "领域", "角度"} for entry in entries)


def decisions(desk: Desk) -> tuple[Item, ...]:
    """Return what was decided: 议定事项, else 任务."""
    return desk.facts.root.items("议定事项") or listed(desk, "任务")


def decisions_lead(desk: Desk) -> str:
    """Return 会议议定以下三项事项。 A single one is not counted."""
    total = len(decisions(desk))
    if not total:
        return ""
    return desk.frame("议定", 几=counted(total)) if total >= SEVERAL else desk.frame("议定一")


def decision_head(desk: Desk, decision: Item) -> str:
    """Return a decision as a heading: of several clauses parted by ；, the first."""
    return domain_head(desk, decision).partition("；")[0]


def decision_rest(desk: Desk, decision: Item) -> str:
    """Return what the heading has left of a decision of several clauses, as sentences."""
    rest = domain_head(desk, decision).partition("；")[2]
    return packed(desk, rest.split("；"), "；", PACKED) if rest else ""


def decided(desk: Desk, decision: Item, parent: Item | None = None) -> str:
    """Return who does what by when for a decision, or for a part of one."""
    if decision.items("具体任务"):
        return run_on(desk, tasks.whole(desk, decision))
    return run_on(desk, tasks.measures(desk, decision, parent))


def attendance(desk: Desk, key: str) -> str:
    """Return 出席：甲、乙、丙; parted by ； where one entry names several."""
    names = [bare(line) for line in desk.facts.root.lines(key)]
    mark = "；" if between(names) == "，" else "、"
    return lead(f"{key}：") + mark.join(names) if names else ""


FUNCTIONS = {
    "纪要开头": opening,
    "会上句": agenda_told,
    "会议句": meeting_says,
    "会议成绩": results_held,
    "纪要问题引": problems_lead,
    "只有题": are_heads,
    "都是短的": are_brief,
    "纪要要求": demand_head,
    "略列议定": decided_in_brief,
    "略列问题": problems_in_brief,
    "略列要求": heads_demanded,
    "议定项": decisions,
    "议定题": decision_head,
    "议定余": decision_rest,
    "议定引": decisions_lead,
    "议定句": decided,
    "到会名单": attendance,
}
