"""The address: guests welcomed, what the place has to offer, what we will do together, wishes.

Warm prose without an ordinal.
"""

from __future__ import annotations

from speechgen.drafting.desk import Desk
from speechgen.drafting.kinds.meeting import PACKED, between, listed, meeting_name, place_of
from speechgen.drafting.lines.acting import matter, with_will
from speechgen.drafting.lines.breaths import breaths
from speechgen.drafting.lines.sentence import bare, packed, spoken_line, stop, without_modal
from speechgen.drafting.lines.shapes import is_point_of_time, read_line
from speechgen.drafting.speech import steps
from speechgen.drafting.speech.results import results
from speechgen.facts.item import Item

_BY = ("前", "内")
LEADERS = ("主要领导", "")
FEW = 5
"""Tasks that have a paragraph each; more of them share sentences."""

_WISHES = ("预祝", "祝愿", "祝", "愿")
_FROM_AFAR = (
    "招商", "推介", "洽谈", "对接会", "博览", "展销", "论坛", "旅游", "文旅", "文化节", "艺术节",
    "美食节", "采摘节", "丰收节", "赛龙舟", "马拉松", "研讨",
)  # fmt: skip
"""Words of occasions that people travel to."""

_CLAUSES = frozenset({"动", "把", "对"})


def welcome(desk: Desk) -> str:
    """Return why all are here, and the welcome, in the name of whom the speaker stands for."""
    speaker = desk.facts.root.get("讲话人")
    whom = bare(speaker.text("代表")) if isinstance(speaker, Item) else ""
    meeting = desk.frame("致辞相聚", 会议=meeting_name(desk), 地点=place_of(desk))
    listeners = bare(desk.facts.root.text("听众"))
    named = [bare(line) for line in desk.facts.root.lines("来宾")]
    guests, *more = breaths(desk, named, between(named)) or [""]
    if listeners and not guests:  # who belongs here is greeted, not welcomed
        return meeting + desk.frame("致辞问好", 代表=whom, 来宾=listeners)
    guests = guests or "各位来宾、各位朋友"
    ident = "致辞欢迎" if desk.rank in LEADERS else "致辞受托"
    said = desk.frame(ident if whom else "致辞欢迎", 代表=whom, 来宾=guests)
    return meeting + said + "".join(desk.frame("致辞欢迎再", "", each, 来宾=each) for each in more)


def offers(desk: Desk) -> str:
    """Return 背景 and 成绩 as prose; empty where the facts have neither."""
    background = "".join(spoken_line(desk, line) for line in desk.facts.root.lines("背景"))
    entries = listed(desk, "成绩")
    achieved = results(desk, entries) if entries else ""
    effects = "".join(spoken_line(desk, line) for line in desk.facts.root.lines("成效"))
    said = background + achieved + effects
    return desk.frame("致辞介绍" if background else "致辞报告") + said if said else ""


def invitation(desk: Desk) -> str:
    """Return the invitation: guests from elsewhere are asked to look round, neighbours are not."""
    name = meeting_name(desk)
    if any(word in name for word in _FROM_AFAR):
        return desk.stock("致辞邀请")
    return ""


def together(desk: Desk) -> str:
    """Return the sentence before what we will do; empty where nothing is planned."""
    planned = listed(desk, "任务") or desk.facts.root.lines("下步")
    return desk.stock("致辞合作") if planned else ""


def intentions(desk: Desk) -> tuple[Item, ...]:
    """Return the tasks that have a paragraph each: a few; more are said by `many`."""
    entries = listed(desk, "任务")
    return entries if len(entries) <= FEW else ()


def intended(desk: Desk, entry: Item) -> str:
    """Return 我们将……，让……。 and what is done for it, by when.

    A host promises in his own name: which office does it is nothing for guests, and not said.
    """
    parts = entry.items("具体任务")
    head = _will(desk, entry, due="" if parts or _has_more(entry) else bare(entry.text("时限")))
    alone = bool(entry.text("用意"))
    done = _done_for(desk, entry, alone=alone)
    first = done.partition("。")[0]
    runs_on = bool(entry.items("措施")) and not alone
    short = runs_on and desk.length(head) + desk.length(first) < PACKED
    said = f"{bare(head)}，{done}" if short else head + done
    return said + "".join(intended(desk, part) for part in parts)


def _has_more(entry: Item) -> bool:
    return bool(entry.items("措施") or entry.text("目标"))


def _done_for(desk: Desk, entry: Item, *, alone: bool) -> str:
    """Return the measures, goal and stages of what will be done, without owners.

    `alone`: they stand in a sentence of their own, which wants somebody who does it.
    """
    due = bare(entry.text("时限"))
    for each in (entry, *entry.items("措施")):
        desk.kept_back += [*each.lines("责任单位"), *each.lines("配合单位")]
    clauses = [_measure(measure) for measure in entry.items("措施")]
    clauses += [bare(line) for line in entry.lines("说明")]
    goal = steps.target(entry, due)
    acts = bool(clauses) and read_line(clauses[0], desk.words).shape in _CLAUSES
    if alone and acts and not clauses[0].startswith("对"):
        when = due if due and not goal else ""
        comma = "，" if is_point_of_time(when) and when else ""
        will = f"{when}{comma}我们将" if comma else f"我们将{when}"
        clauses[0] = with_will(will + clauses[0])
    elif clauses and due and not goal:
        comma = "，" if is_point_of_time(due) and not (acts and due.endswith(_BY)) else ""
        clauses[0] = f"{due}{comma}{clauses[0]}"
    clauses += steps.stages(entry)
    return packed(desk, clauses, "，", PACKED) + stop(goal)


def _measure(measure: Item) -> str:
    """Return a measure as a clause; who does it stands only where it is no office."""
    target, result = matter(measure.text("对象")), bare(measure.text("结果"))
    due, who = bare(measure.text("时限")), bare(measure.text("谁"))
    if due and is_point_of_time(due) and not result and not who:
        due = f"{due}，"
    head = f"对{target}，" if target else ""
    act = without_modal(measure.text("做什么"))
    return f"{head}{who}{act}，{due}{result}" if result else f"{head}{who}{due}{act}"


def many(desk: Desk) -> str:
    """Return many tasks by their heads alone, and 下步."""
    entries = listed(desk, "任务")
    heads = [without_modal(e.text("要点")) for e in entries] if len(entries) > FEW else []
    lines = [without_modal(line) for line in desk.facts.root.lines("下步")]
    said = [bare(s) for s in packed(desk, [*heads, *lines], "，", PACKED).split("。") if s]
    return "".join(desk.frame("致辞我们", "", each, 做=each) for each in said)


def _will(desk: Desk, entry: Item, due: str = "") -> str:
    text = without_modal(entry.text("要点"))
    purpose = bare(entry.text("用意"))
    clause = "，".join(part for part in (text, purpose) if part)
    shape = read_line(text, desk.words).shape
    if shape in _CLAUSES or desk.words.is_nominal(text):
        when = {"期限" if is_point_of_time(due) else "频次": due} if due else {}
        made = clause if shape in _CLAUSES else f"做好{clause}"
        return desk.frame("致辞我们", "", entry, 做=made, **when)
    return desk.frame("致辞做到", "", entry, 做=clause)


def wishes(desk: Desk) -> str:
    """Return 祝……，祝……！ of the facts' own; where they wish nothing, the stock."""
    lines = [_bare_wish(line) for line in desk.facts.root.lines("祝愿")]
    if not lines:
        return desk.stock("致辞结尾")
    *more, last = breaths(desk, lines, "，祝")
    return "".join(f"祝{each}！" for each in more) + desk.frame("致辞祝愿", 列=last)


def _bare_wish(line: str) -> str:
    text = bare(line).rstrip("！")
    return next((text.removeprefix(word) for word in _WISHES if text.startswith(word)), text)


FUNCTIONS = {
    "致辞欢迎": welcome,
    "致辞介绍": offers,
    "致辞邀客": invitation,
    "致辞合作": together,
    "致辞打算": intentions,
    "致辞一项": intended,
    "致辞多项": many,
    "致辞祝愿": wishes,
}
