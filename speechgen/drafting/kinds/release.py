"""The press release: lead, what was heard, what the meeting pointed out, stressed and asked for.

Written for readers outside: problems stand only as what is to be improved, and no X at all
(`缺数: 略`, see `leaving`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from speechgen.drafting.agenda import agenda
from speechgen.drafting.desk import Desk
from speechgen.drafting.kinds.meeting import (
    PACKED,
    between,
    day_of,
    field_of,
    form_of,
    heads_demanded,
    heard,
    host_speaks,
    in_brief,
    listed,
    meeting_name,
    others,
    people,
    person,
    place_of,
    superior,
)
from speechgen.drafting.lines.breaths import told
from speechgen.drafting.lines.sentence import bare, packed, stop, without_modal
from speechgen.drafting.lines.shapes import read_line
from speechgen.drafting.speech import demands, tasks
from speechgen.drafting.speech.opening import aims
from speechgen.drafting.speech.parts import TASK_KEYS, subpoints
from speechgen.drafting.speech.results import results
from speechgen.facts.item import Item

IMPROVED = 3
"""Problems named as what is to be improved."""

_LISTS = re.compile("[，、]")
_SECOND = re.compile("^([^，。]{2,12}[前内]，)?要(?!点|素|求|害)")
"""The 要 of the first measure, behind its deadline."""

SHORT = 22  # characters; a longer problem is a sentence, not what is to be improved


def opening(desk: Desk) -> str:
    """Return the lead: dateline, day, meeting and place, who spoke and who presided."""
    dateline = bare(desk.facts.root.text("电头"))
    slots = {"日期": day_of(desk), "会议": meeting_name(desk)}
    slots |= {"地点": place_of(desk), "形式": form_of(desk)}
    said = desk.frame("通稿导语", **slots)
    speaker, host = person(desk, "讲话人"), person(desk, "主持人")
    above = superior(desk)
    if above and not host_speaks(desk):
        ours = next(entry.done for entry in agenda(desk) if entry.is_ours)
        said += desk.frame("通稿上级讲话", 上级=above.who, 讲话=speaker + ours, 主持=host)
    elif host_speaks(desk):
        said += desk.frame("通稿主持讲话", 谁=host)
    elif speaker or host:
        said += desk.frame("通稿讲话", 讲话=speaker, 主持=host)
    said += told(desk, "通稿任务", "任务", aims(desk), "，")
    return f"{dateline}　{said}" if dateline else said


def agenda_told(desk: Desk) -> str:
    """Return what was heard, in order; the speeches stand in the lead."""
    above = superior(desk)
    return heard(desk, with_speech=False, but=above.who if above else "")


def held(desk: Desk) -> str:
    """Return 会议指出，…… and what was achieved."""
    stock = desk.stock("会议指出")
    entries = listed(desk, "成绩")
    said = stock + (results(desk, entries) if entries else "")
    return desk.frame("会议指出起") + said if said else ""


def improving(desk: Desk) -> str:
    """Return the problems as what is to be improved; those that are whole sentences stay out."""
    heads = [bare(problem.text("要点")) for problem in listed(desk, "问题")]
    short = [head for head in heads if head and not _LISTS.search(head) and len(head) <= SHORT][
        :IMPROVED
    ]
    return desk.frame("通稿改进", 列="、".join(short)) if short else ""


def task(desk: Desk, entry: Item) -> str:
    """Return a task with all that is to be done for it, as one paragraph."""
    own = subpoints(desk, entry)
    if not own:
        return _joined(desk, entry, None)
    said = _head(desk, entry) + (
        tasks.whole(desk, entry) if TASK_KEYS & entry.values.keys() else ""
    )
    return said + "".join(_joined(desk, each, entry) for each in own)


def _head(desk: Desk, entry: Item) -> str:
    text = without_modal(entry.text("要点"))
    purpose = bare(entry.text("用意"))
    clause = "，".join(part for part in (text, purpose) if part)
    shape = read_line(text, desk.words).shape
    field = f"{field_of(entry)}，" if field_of(entry) else ""
    plain = shape not in ("动", "把", "名") or (shape == "名" and "、" in text)
    if text.startswith(desk.words.modals) or plain:
        return stop(field + clause)
    return stop(f"{field}要{'抓好' if shape == '名' else ''}{clause}")


def _joined(desk: Desk, entry: Item, parent: Item | None) -> str:
    """Return a task or part, its head running into its first measure where that is short."""
    head, measures = _head(desk, entry), tasks.measures(desk, entry, parent)
    if head.startswith("要"):  # 要加快进度，抓紧倒排工期: one 要 of a sentence is enough
        measures = _SECOND.sub(r"\1", measures)
    first = measures.partition("。")[0]
    if measures and desk.length(head) + desk.length(first) < PACKED:
        return f"{bare(head)}，{measures}"
    return head + measures


def brief(desk: Desk, entries: Sequence[Item]) -> str:
    """Return tasks that are a line each in one paragraph."""
    return desk.frame("会议明确起") + packed(desk, in_brief(desk, entries), "；", PACKED)


def part(desk: Desk, entry: Item) -> str:
    """Return a part with a heading of its own: 会议强调，…… and the heads of its points."""
    said = desk.frame("会议强调起") + stop(entry.text("标题"))
    lead = "".join(stop(line) for line in entry.lines("导语"))
    points = (*entry.items("任务"), *entry.items("要点"))
    if not points and not lead:
        return ""
    return said + lead + "".join(task(desk, point) for point in points)


def demanded(desk: Desk) -> str:
    """Return 会议要求，……: the stock, the heads of the demands, the office's own arrangements."""
    entries = listed(desk, "要求")
    said = desk.stock("会议要求")
    if entries:
        said += heads_demanded(desk, entries) + "".join(
            demands.arrangements(desk, entry) for entry in entries
        )
        said += "".join(stop(entry.text("导向")) for entry in entries)
    return desk.frame("会议要求起") + said if said else ""


def present(desk: Desk) -> str:
    """Return who attended, in one sentence."""
    root = desk.facts.root
    there = [each for each in (others(desk, "出席"), people(desk, "来宾")) if each]
    listened = bare(root.text("听众"))
    who = "，".join([*there, *([listened] if listened else [])])
    observers = [bare(line) for line in root.lines("列席")]
    if desk.length(who) > PACKED:
        each = [line for key in ("出席", "来宾") for line in map(bare, root.lines(key))]
        said = told(desk, "通稿到会", "谁", [*each, listened], between(each))
    else:
        said = desk.frame("通稿到会", 谁=who) if who else ""
    return said + told(desk, "通稿列席", "谁", observers, between(observers))


FUNCTIONS = {
    "通稿导语": opening,
    "通稿会上": agenda_told,
    "通稿指出": held,
    "通稿改进": improving,
    "通稿任务": task,
    "通稿略列": brief,
    "通稿部分": part,
    "通稿要求": demanded,
    "通稿到会": present,
}
