"""Statements of commitment: who pledges, what of the meeting's problems is ours, what we will do.

The facts may be those of the whole meeting: then 任务 stand for 承诺, and the speaker is who is
down on the agenda for it, not the leader who speaks at the end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from speechgen.drafting.agenda import Entry, agenda, before_us
from speechgen.drafting.desk import Desk
from speechgen.drafting.lines.acting import is_lasting, lasting, with_will
from speechgen.drafting.lines.sentence import bare, owners, packed, stop, without_modal
from speechgen.drafting.lines.shapes import FREQUENCY, TIME, is_point_of_time, read_line
from speechgen.drafting.marks import lead
from speechgen.drafting.speech import steps
from speechgen.drafting.speech.opening import post
from speechgen.drafting.speech.results import results
from speechgen.drafting.speech.task_forms import is_of
from speechgen.facts.item import Item
from speechgen.numerals import chinese, counted

MOST_COUNTED = 10  # promises; nobody announces forty
_POST = re.compile(
    "(?:主要|有关)?(?:负责同志|负责人|代表)$|(?:党委|党组|党工委|党支部)?书记$"
    "|(?:副|总)?(?:局长|主任|部长|厅长|镇长|乡长|院长|校长|所长|站长|经理|董事长)$"
)
"""What stands behind a unit in 城关镇负责同志, 县教育局局长."""

_EVERYBODY = re.compile("^(?:全体)?(?:与会|参会)(?:同志|人员|代表)$")
LEADERS = ("主要领导", "分管领导")
CLAUSES = 80  # characters of one promise's sentence


def pledger(desk: Desk) -> str:
    """Return who pledges, as it stands under the title: 讲话人, else the agenda's 表态."""
    speaker = desk.facts.root.get("讲话人")
    if isinstance(speaker, Item) and pledges_himself(desk):
        name = bare(speaker.text("姓名"))
        return f"{post(desk)}{f'　{name}' if name else ''}"
    entry = _stated(desk)
    return entry.who if entry else desk.facts.root.text("署名单位")


def pledges_himself(desk: Desk) -> bool:
    """Return whether 讲话人 pledges: nobody else is down for it, and he is no leader over all.

    A leader with a 单位 of his own (县长 of 云岭县, at a meeting of the city) pledges for it.
    """
    speaker = desk.facts.root.get("讲话人")
    if not isinstance(speaker, Item):
        return False
    if speaker.text("身份") not in LEADERS:
        return True
    stated = _stated(desk)
    return bool(speaker.text("单位")) and (stated is None or stated.is_his)


def unit(desk: Desk) -> str:
    """Return the unit in whose name is pledged; empty where the facts do not say."""
    root = desk.facts.root
    speaker = root.get("讲话人")
    if isinstance(speaker, Item) and pledges_himself(desk):
        return (
            bare(speaker.text("代表") or speaker.text("单位"))
            or _unit_of(speaker.text("职务"), desk)
            or bare(root.text("署名单位"))
        )
    stated = _stated(desk)
    return _POST.sub("", stated.who) if stated else bare(root.text("署名单位"))


def _unit_of(post: str, desk: Desk) -> str:
    """Return the owner of a task whose post it is: 县教育局 of 县教育局局长."""
    tasks = steps.deep(desk.facts.root.items("任务"))
    return next((u for task in tasks for u in task.lines("责任单位") if is_of(post, bare(u))), "")


def _stated(desk: Desk) -> Entry | None:
    return next((entry for entry in agenda(desk) if "表态" in entry.what), None)


def opening(desk: Desk) -> str:
    """Return at which meeting we speak, and what has been heard there before us."""
    meeting = desk.facts.root.get("会议")
    name = bare(meeting.text("名称")) if isinstance(meeting, Item) else ""
    return desk.frame("表态开头", "", None, 会议=name) if name else ""


def heard(desk: Desk) -> str:
    """Return 刚才，……通报了……，听了很受触动。 for what was before us; never praise."""
    before = _before(desk)
    if not before:
        return ""
    told = [_EVERYBODY.sub("大家", entry.who) + entry.done for entry in before]
    return desk.frame("表态听", 议程=bare(packed(desk, told, "，", CLAUSES)))


def _before(desk: Desk) -> tuple[Entry, ...]:
    """Return what was on the agenda before the statement."""
    stated = _stated(desk)
    entries = agenda(desk)
    return entries[: entries.index(stated)] if stated in entries else before_us(desk)


def admitted(desk: Desk) -> str:
    """Return that the problems named are ours too: nobody else is blamed for them."""
    names = [bare(name) for problem in desk.facts.root.items("问题") for name in _names_of(problem)]
    if not names:
        return ""
    ident = "表态认领" if _before(desk) else "表态自查"
    if len(names) == 1:
        return desk.frame(f"{ident}一", 问题=_quoted(names))
    *before, last = _in_breaths(desk, names)
    said = "".join(
        desk.frame("表态认领多", "", each[0], 问题=_quoted(each), 几=counted(len(each)))
        for each in before
    )
    if len(last) == 1:
        return said + desk.frame(f"{ident}一", 问题=_quoted(last))
    return said + desk.frame(ident, 问题=_quoted(last), 几=counted(len(last)))


def _in_breaths(desk: Desk, names: Sequence[str]) -> list[list[str]]:
    """Return problems in groups that a sentence can hold."""
    groups: list[list[str]] = [[]]
    for name in names:
        if groups[-1] and desk.length("".join(groups[-1])) + desk.length(name) > CLAUSES:
            groups.append([])
        groups[-1].append(name)
    return groups


def _names_of(problem: Item) -> list[str]:
    """Return what a problem is called: its 要点, else those of its parts."""
    text = problem.text("要点")
    return [text] if text else [part.text("要点") for part in problem.items("具体问题")]


def _quoted(names: Sequence[str]) -> str:
    """Return problems as they run on in a sentence; long ones are quoted."""
    if any("“" in name for name in names):
        return "、".join(names)
    if any("，" in name for name in names):
        return "".join(f"“{name}”" for name in names)
    return "、".join(names)


def ours(desk: Desk) -> tuple[Item, ...]:
    """Return what is pledged: 承诺, else the tasks of our unit, else all tasks."""
    root = desk.facts.root
    pledged = root.items("承诺")
    if pledged:
        return pledged
    tasks = root.items("任务")
    own = unit(desk)
    mine = [t for t in steps.deep(tasks) if own and _names(t, own)]
    if not mine:
        _advise_unit(desk, own)
    return tuple(mine) or tasks


def _advise_unit(desk: Desk, own: str) -> None:
    if any(problem.code == "no-unit" for problem in desk.advice):
        return
    named = desk.print(own)
    desk.advise(
        desk.facts.root.where("任务"),
        "no-unit",
        f"会议的任务里没有“{named}”的" if named else "没有写代表哪个单位表态",
        "写上“承诺”，或在“讲话人”里写明“单位”，稿子只说本单位的任务",
    )


def _names(task: Item, own: str) -> bool:
    units = [*task.lines("责任单位"), *task.lines("配合单位")]
    for measure in task.items("措施"):
        units += [*measure.lines("责任单位"), *measure.lines("配合单位"), measure.text("谁")]
    return any(each in bare(name) for name in units for each in own.split("、"))


def promise(desk: Desk, pledges: Sequence[Item]) -> str:
    """Return 在此，我代表……郑重作出三点承诺。 One promise is not counted."""
    count = f"{counted(len(pledges))}点" if 1 < len(pledges) <= MOST_COUNTED else ""
    slots = {"代表": unit(desk), "几点": count}
    return desk.frame("表态承诺", "", None, **slots)


def head(_: Desk, pledge: Item, number: int, total: int) -> str:
    """Return 第一，入学的事早公布. A single promise has no ordinal."""
    ordinal = f"第{chinese(number)}，" if total > 1 else ""
    purpose = bare(pledge.text("用意"))
    clause = "，".join(filter(None, (without_modal(pledge.text("要点")), purpose)))
    return lead(stop(ordinal + clause))


def body(desk: Desk, pledge: Item) -> str:
    """Return what we will do for it, and the target that can be checked."""
    own = unit(desk)
    out = [_said(desk, low, own) for low in steps.deep([pledge])]
    return "".join(out)


def _said(desk: Desk, pledge: Item, own: str) -> str:
    """Return one promise: who does what by when, then the target."""
    due = bare(pledge.text("时限"))
    goal = bare(pledge.text("目标"))
    measures = pledge.items("措施")
    owner, helpers = _doers(desk, pledge, own)
    clauses = steps.steps(pledge, without=own, owner=owner, partners=helpers)
    head = f"{due}，" if due and not goal and is_point_of_time(due) else ""
    often = due if due and not goal and not head else ""
    out = ""
    if clauses:
        clauses[0] = head + _will(desk, often + clauses[0], measures)
        out = packed(desk, clauses, "，", CLAUSES)
    elif due and not goal:
        out = _by_when(desk, pledge, due)
    if goal:
        when = f"{due}，" if due and is_point_of_time(due) else due
        out += desk.frame("承诺目标", "", pledge, 目标=when + without_modal(goal))
    return out


def _by_when(desk: Desk, pledge: Item, due: str) -> str:
    """Return the 时限 of a promise that says nothing else: by when, how often, all the time."""
    if is_lasting(due):
        return desk.frame("承诺长期", "", pledge, 时限=lasting(due))
    if not is_point_of_time(due):
        return desk.frame("承诺频次", "", pledge, 时限=due)
    if due.endswith(("前", "内")):
        return desk.frame("承诺期限", "", pledge, 期限=due)
    return desk.frame("承诺时段", "", pledge, 时限=due)


def _doers(desk: Desk, pledge: Item, own: str) -> tuple[str, str]:
    """Return who else does it, as it stands before the first measure, and who helps."""
    owner, helpers = owners(pledge), owners(pledge, "配合单位")
    if not owner or (own and own in owner):
        return "", helpers
    if any(each in helpers for each in own.split("、") if each):  # who helps says so
        return f"{desk.self_name}配合{owner}，", ""
    measures = pledge.items("措施")
    line = bare(measures[0].text("做什么")) if measures else ""
    means = {"主": "组织", "物": "牵头，", "句": "牵头，", "名": "牵头，", "数": "牵头，"}
    return owner + means.get(read_line(line, desk.words).shape, ""), helpers


def achieved(desk: Desk) -> str:
    """Return what the pledging unit has done before; what all have done is not its own."""
    entries = desk.facts.root.items("成绩")
    if not entries or not desk.facts.root.items("承诺") or not pledges_himself(desk):
        return ""
    return desk.stock("表态成绩引") + results(desk, entries)


def _will(desk: Desk, text: str, measures: Sequence[Item]) -> str:
    """Return a clause of what is promised: 我们将……, 对……，我们将……; else as it stands."""
    time = TIME.match(text)
    if time and read_line(text[time.end() :].lstrip("，"), desk.words).shape in {"动", "把", "对"}:
        return f"{time[0]}，{desk.self_name}将{text[time.end() :].lstrip('，')}"
    if text.startswith(("我们", "我", desk.self_name)):
        return text
    target = bare(measures[0].text("对象")) if measures else ""
    if target and text.startswith(f"对{target}，"):
        cut = len(target) + 2
        other = desk.words.actor_of(text[cut:]) or measures[0].lines("责任单位")
        return text if other else f"{text[:cut]}{desk.self_name}将{text[cut:]}"
    acts = read_line(text, desk.words).shape in {"动", "把", "对"}
    acts = acts or FREQUENCY.match(text) is not None or text.startswith("会同")
    return with_will(f"{desk.self_name}将{text}") if acts else text


FUNCTIONS = {
    "表态人": pledger,
    "表态开头": opening,
    "表态听": heard,
    "表态认领": admitted,
    "表态成绩": achieved,
    "诺": ours,
    "表态承诺": promise,
    "承诺领句": head,
    "承诺句": body,
}
