"""Lists of entries and their heads: typed ordinals taken off, long lists and long heads advised on.

Rule: docs/facts.md, “随手打的符号”.
"""

from __future__ import annotations

from collections.abc import Sequence

from speechgen.facts.doubts.written import EXPRESSION
from speechgen.facts.file.lines import Node
from speechgen.facts.file.located import Located
from speechgen.facts.item import Item
from speechgen.facts.keys.key import Key, Record
from speechgen.facts.keys.table import RECORDS
from speechgen.facts.reading import Reading, Trail, keys_of
from speechgen.facts.tidy.ordinals import running_on, without_ordinals
from speechgen.facts.tidy.signs import LONGEST_HEAD, MOST_ENTRIES
from speechgen.problems import FactsPlace

HEADS = frozenset({"要点", "标题"})
_SENTENCES = frozenset({"成绩"})
"""Lists whose 要点 is printed as a sentence, not as a head."""

_SPOKEN = frozenset(
    ("成绩", "成效", "问题", "具体问题", "表现", "原因", "误区", "任务", "具体任务", "措施", "要求")
) | {"安排", "做法", "下步", "说明", "主要任务", "部分", "要点", "分点", "体会", "承诺", "祝愿"}
"""Lists whose entries the program counts, or parts by itself; too long ones are not listened to."""

_READ = frozenset(("议定事项", "请示", "表扬", "批评", "议程", "此前议程", "此后议程")) | {
    "出席",
    "列席",
    "请假",
    "来宾",
    "主送",
    "在座上级",
}
"""Lists that may be of any length."""

_LISTS = _SPOKEN | _READ

_ANSWERS = "对应"
"""Names the 要点 of problems, whose ordinals are gone."""

_GROUPS = {
    "问题": "请分成几组，每组写成一个“问题”，里面用“具体问题”列出，或只留最要紧的几条",
    "任务": "请分成几组，每组写成一项“任务”，里面用“具体任务”列出，或只留最要紧的几条",
    "要点": "请分成几组，每组写成一个“要点”，里面用“分点”列出，或只留最要紧的几条",
}
_FEWER = "请合并相近的，分成几组，或只留最要紧的几条"


def tidy_records(found: Sequence[Item], node: Node, key: Key, reading: Reading) -> None:
    """Take the ordinals off the heads of a list of records, and say so once."""
    _check_length(len(found), node, key, reading)
    for head in _heads(RECORDS[key.record]) if key.name in _LISTS else ():
        headed = [item for item in found if item.text(head)]
        entries = [item.text(head) for item in headed]
        places = [item.where(head) for item in headed]
        typed = without_ordinals(entries)
        for item, (text, ordinal) in zip(headed, typed, strict=True):
            if ordinal and isinstance(item, Located):
                item.values[head] = text
        _tell([ordinal for _, ordinal in typed], places, key, reading)
        _tell_running(entries, places, key, reading)


def _heads(spec: Record) -> tuple[str, ...]:
    """Return the keys of a record that an ordinal may stand before."""
    if spec.main:
        return (spec.main,)
    return tuple([name for name in ("标题", "谁", "事项") if name in spec.lookup])


def tidy_lines(
    lines: Sequence[str], nodes: Sequence[Node], node: Node, key: Key, reading: Reading
) -> tuple[str, ...]:
    """Return lines without their ordinals, and say so once; `nodes` is where they were typed."""
    _check_length(len(lines), node, key, reading)
    if key.name not in _LISTS and key.name != _ANSWERS:
        return tuple(lines)
    typed = without_ordinals(lines)
    if key.name != _ANSWERS:
        whole = len(nodes) == len(lines)  # else a line was refused, and that is said of it
        places = [reading.page.place((one if whole else node).start) for one in nodes]
        _tell([ordinal for _, ordinal in typed], places[: len(lines)], key, reading)
        _tell_running(lines, places, key, reading)
    return tuple([line for line, _ in typed])


def _tell(
    ordinals: Sequence[str], places: Sequence[FactsPlace], key: Key, reading: Reading
) -> None:
    there = [(one, at) for one, at in zip(ordinals, places, strict=True) if one]
    if there:
        first, place = there[0]
        count = (
            f"有{len(there)}条自己带了序号，第一处是“{first}”"
            if len(there) > 1
            else f"有一条自己带了序号“{first}”"
        )
        message = f"“{key.name}”里{count}，已经去掉"
        hint = "序号由程序排，增减一条也不会错，素材里不用写"
        reading.report(place, "ordinal-typed", message, hint, severity="advice")


def _tell_running(
    entries: Sequence[str], places: Sequence[FactsPlace], key: Key, reading: Reading
) -> None:
    """Advise on entries that hold more than one: `二是抓链条，三是抓平台` behind `一是抓龙头`."""
    for at in running_on(entries):
        message = f"“{key.name}”里的这一条写着不止一项，序号照原样印"
        hint = "请分成几条，一条一项，序号由程序排"
        reading.report(places[at], "ordinal-typed", message, hint, severity="advice")


def _check_length(count: int, node: Node, key: Key, reading: Reading) -> None:
    if count > MOST_ENTRIES and key.name in _SPOKEN:
        message = f"“{key.name}”列了{count}条，念不完，听的人也记不住"
        hint = _GROUPS.get(key.name, _FEWER)
        reading.report(node.start, "list-long", message, hint, severity="advice")


def check_head(text: str, node: Node, trail: Trail, reading: Reading) -> None:
    """Advise on a head of more than `LONGEST_HEAD` characters, as printed."""
    keys = list(keys_of(trail))
    if keys[0] not in HEADS:
        return
    printed = EXPRESSION.sub(lambda found: _said(found[1], reading), text)
    if len(printed) > LONGEST_HEAD and not _SENTENCES & set(keys[1:]):
        message = f"“{keys[0]}”有{len(printed)}个字，作标题太长"
        hint = "请留下一句20字左右的话，其余的写进“说明”"
        if keys[0] == "标题":
            hint = f"请留下一句20字左右的话，其余的写进“{'导语' if keys[1] == '部分' else '措施'}”"
        reading.report(node.start, "head-long", message, hint, severity="advice")


def _said(expression: str, reading: Reading) -> str:
    spoken = reading.said.get(expression)
    return spoken.text + spoken.unit if spoken else expression
