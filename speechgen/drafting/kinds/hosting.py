"""The host script: who is here, item by item who speaks, thanks after, what was said, what to do.

Nothing is praised before it was given; after an award, applause stands as a stage direction.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from speechgen.drafting.agenda import SPEECH, Entry, agenda, does, names_of
from speechgen.drafting.desk import Desk
from speechgen.drafting.kinds.meeting import (
    PACKED,
    between,
    field_of,
    heads_demanded,
    host_speaks,
    listed,
)
from speechgen.drafting.lines.breaths import breaths, told
from speechgen.drafting.lines.numbered import numbered
from speechgen.drafting.lines.sentence import bare, packed, stop
from speechgen.drafting.lines.shapes import is_point_of_time
from speechgen.drafting.marks import EXPRESSION
from speechgen.facts.item import MARK, Item
from speechgen.numerals import chinese, counted

NAMED = 6
"""Tasks the host names one by one; of more he says how many."""

_STOP = re.compile(f"({EXPRESSION.pattern})|；")

STAGES = {
    "表彰": "颁奖，鼓掌",
    "签订": "签订",
    "观看": "播放",
    "考察": "现场考察",
}
"""What happens at an item of the agenda that nobody speaks at."""

SPOKEN = frozenset({"通报", "汇报", "发言", "讲话", "宣读"})
FIRST_AND_LAST = 2
BREATH = 112  # characters of the agenda in one sentence; a longer one is told in two halves


def items(desk: Desk) -> tuple[Entry, ...]:
    """Return the agenda, item by item."""
    return agenda(desk)


def present(desk: Desk) -> str:
    """Return who is here: 出席, 列席 and 听众, in sentences that can be said in a breath."""
    root = desk.facts.root
    out: list[str] = []
    for key, ident in (("出席", "到会"), ("列席", "到会列席")):
        lines = [line for line in map(bare, root.lines(key)) if not _is_host(desk, line)]
        if not lines:
            continue
        first, *rest = [
            bare(s) for s in packed(desk, lines, between(lines), PACKED).split("。") if s
        ]
        out.append(desk.frame(ident, 谁=first))
        out += [desk.frame("到会再", 谁=each) for each in rest]
    audience = bare(root.text("听众"))
    return "".join(out) + (desk.frame("到会听众", 谁=audience) if audience else "")


def _is_host(desk: Desk, line: str) -> bool:
    """Return whether an entry of 出席 is the host alone: nobody announces himself."""
    host = desk.facts.root.get("主持人")
    return isinstance(host, Item) and "".join(line.split()) in names_of(host)


def welcome(desk: Desk) -> str:
    """Return the welcome of superiors who came, and of 来宾."""
    above = [bare(line).removeprefix("尊敬的") for line in desk.facts.root.lines("在座上级")]
    guests = [bare(line) for line in desk.facts.root.lines("来宾")]
    said = told(desk, "欢迎上级", "谁", above, between(above))
    return said + told(desk, "欢迎来宾", "谁", guests, between(guests))


def order_of_day(desk: Desk) -> str:
    """Return 今天的会议有三项议程：一是……；二是……。 An agenda of one is not listed."""
    entries = agenda(desk)
    if len(entries) < FIRST_AND_LAST:
        return ""
    clauses = numbered([_announced(desk, entry) for entry in entries])
    head = bare(desk.frame("议程数", 几=counted(len(entries))))
    whole = "；".join([f"{head}：{clauses[0]}", *clauses[1:]])
    if desk.length(whole) < BREATH:
        return stop(whole)
    half = (len(clauses) + 1) // 2
    halves = [f"{head}：{'；'.join(clauses[:half])}", "；".join(clauses[half:])]
    if all(desk.length(each) < BREATH for each in halves):
        return "".join(map(stop, halves))
    return packed(desk, [f"{head}：{clauses[0]}", *clauses[1:]], "；", PACKED)


def _announced(desk: Desk, entry: Entry) -> str:
    """Return an item as the list of them has it; what the host does himself is 我's."""
    if entry.is_ours and host_speaks(desk):
        return "我讲几点意见"
    return f"{'由我' if _by_host(desk, entry) else entry.who}{entry.what}"


def _by_host(desk: Desk, entry: Entry) -> bool:
    """Return whether the host himself does an item."""
    host = desk.facts.root.get("主持人")
    return isinstance(host, Item) and does(host, entry)


def call(desk: Desk, entry: Entry) -> str:
    """Return the thanks for the item before, then the call of this one."""
    entries = agenda(desk)
    at = entries.index(entry)
    before = _thanks(desk, entries[at - 1]) if at else ""
    return before + _called(desk, entry, at + 1, len(entries))


def _called(desk: Desk, entry: Entry, number: int, total: int) -> str:
    alone = "一" if total == 1 else ""
    ordinal = "" if alone else chinese(number)
    if entry.is_ours and host_speaks(desk):
        return desk.frame(f"请出我{alone}", "", entry, 序=ordinal)
    slots = {"序": ordinal, "谁": entry.who, "事项": _asked(entry)}
    if _by_host(desk, entry):
        return desk.frame(f"请出由我{alone}", "", entry, 序=ordinal, 事项=entry.what)
    if not entry.who:
        return desk.frame(f"请出事项{alone}", "", entry, **slots)
    if entry.kind == SPEECH:
        return desk.frame(f"请出讲话{alone}", "", entry, **slots)
    place = alone or ("首" if number == 1 else "末" if number == total else "")
    return desk.frame(f"请出{place}", "", entry, **slots)


def _asked(entry: Entry) -> str:
    """Return what somebody is asked to do: 请县长讲话, not 请县长作讲话."""
    return "讲话" if entry.what == "作讲话" else entry.what


def stage(desk: Desk, entry: Entry) -> str:
    """Return the stage direction of an item: （县水利局局长通报）."""
    if entry.is_ours and host_speaks(desk):
        return "（讲话）"
    if entry.kind in SPOKEN and _by_host(desk, entry):
        return f"（{entry.kind}）"
    if entry.kind in SPOKEN and entry.who:
        return f"（{entry.who}{entry.kind}）"
    return f"（{STAGES.get(entry.kind, '进行此项议程')}）"


def _thanks(desk: Desk, entry: Entry) -> str:
    """Return what the host says after an item; of what he said himself nothing."""
    if (entry.is_ours and host_speaks(desk)) or _by_host(desk, entry):
        return ""
    pledge = entry.kind == "发言" and "表态" in entry.what
    return desk.stock(f"致谢{'表态' if pledge else entry.kind}", entry, 谁=entry.who or "大家")


def summary(desk: Desk) -> str:
    """Return what the speech was about, by its heads; else thanks for the last item."""
    entries = agenda(desk)
    speeches = [e for e in entries if e.is_ours] or [e for e in entries if e.kind == SPEECH]
    ours = speeches[-1] if speeches else None
    last = entries[-1] if entries else None
    before = "" if last is None or last == ours else _thanks(desk, last)
    return before + (_summed_up(desk, ours, last) if ours else "")


def _summed_up(desk: Desk, ours: Entry, last: Entry | None) -> str:
    opening = _looking_back(desk, ours, last)
    parts = desk.facts.root.items("部分")
    if parts:
        return opening + _named(desk, "小结部分", [bare(part.text("标题")) for part in parts])
    tasks = [field_of(task) + bare(task.text("要点")) for task in listed(desk, "任务")]
    return opening + _named(desk, "小结任务", tasks) + _demands(desk)


def _looking_back(desk: Desk, ours: Entry, last: Entry | None) -> str:
    """Return who spoke, and of what; not of his own speech, and not behind a superior's."""
    if (ours.is_ours and host_speaks(desk)) or (last and last != ours and last.kind == SPEECH):
        return ""
    results, problems = listed(desk, "成绩"), listed(desk, "问题")
    about = ("成绩" if results else "") + ("问题" if problems else "")
    return desk.frame(f"小结{about or '部署'}", 谁=ours.who)


def _named(desk: Desk, ident: str, heads: Sequence[str]) -> str:
    """Return the heads of the speech as one list; a single one stands alone, many are counted."""
    if not heads:
        return ""
    if len(heads) == 1:
        return desk.frame(f"{ident}一", 要点=heads[0])
    count = counted(len(heads))
    if len(heads) > NAMED:
        return desk.frame(f"{ident}多", 几=count)
    clauses = numbered([_in_one(head) for head in heads])
    opening = bare(desk.frame(ident, 几=count))
    return packed(desk, [f"{opening}：{clauses[0]}", *clauses[1:]], "；", PACKED)


def _in_one(head: str) -> str:
    """Return a head without ；, that of an expression's name left alone."""
    return _STOP.sub(lambda found: found[1] or "，", head)


def _demands(desk: Desk) -> str:
    heads = heads_demanded(desk, listed(desk, "要求"))
    ident = "小结要求我" if host_speaks(desk) else "小结要求"
    parted = [heads] if MARK in heads else heads.split("，")  # an expression holds commas too
    first, *rest = breaths(desk, parted, "，") or [""]
    return desk.frame(ident, 列=first) + "".join(map(stop, rest)) if first else ""


def follow_up(desk: Desk) -> str:
    """Return who has to do what by when after the meeting: the arrangements with a date."""
    clauses = []
    for demand in listed(desk, "要求"):
        for entry in demand.items("安排"):
            due, who = bare(entry.text("时限")), bare(entry.text("谁"))
            if who and due and is_point_of_time(due):
                clauses.append(f"请{who}在{due}{bare(entry.text('做什么'))}")
    if not clauses:
        return ""
    if len(clauses) == 1:
        return desk.frame("会后一", 列=clauses[0])
    opening = bare(desk.frame("会后几", 几=counted(len(clauses))))
    return stop(opening) + packed(desk, numbered(clauses), "；", PACKED)


def last_words(desk: Desk) -> str:
    """Return the end of the meeting."""
    return desk.frame("散会")


FUNCTIONS = {
    "议程项": items,
    "到会句": present,
    "欢迎句": welcome,
    "议程表": order_of_day,
    "请出句": call,
    "提示句": stage,
    "小结句": summary,
    "会后句": follow_up,
    "散会句": last_words,
}
