"""A key that its record does not have: which one was meant, or where it belongs."""

from __future__ import annotations

from speechgen.facts.file import glances
from speechgen.facts.file.lines import Node, Pairs, Scalar
from speechgen.facts.keys.key import Record
from speechgen.facts.keys.table import known_words
from speechgen.facts.reading import Reading, shown
from speechgen.problems import nearest

MERGE = "<<"
_LISTED = 12
_HOMES = 4
_ONE_PAIR = 2
_DEEPEST = {
    "分点": (
        "：最多三层（要点、分点、分点的分点），这里是第四层",
        "第三层的“说明”，一句一条；或者把上面的要点拆成两个",
    ),
    "具体问题": ("：问题下面只分一层“具体问题”", "这一条的“说明”或“表现”，一句一条"),
    "具体任务": ("：任务下面只分一层“具体任务”", "这一条的“措施”，一句一条"),
}
"""Keys that go no deeper: how deep they go, and where the words may stand instead."""


def unknown_key(name: Node, value: Node, outer: Pairs, record: Record, reading: Reading) -> str:
    """Report a key that `record` does not have; return the key that was probably meant."""
    if type(name) is not Scalar:
        hint = "句子里的数据请写成【数据名】，不用花括号"
        reading.report(name.start, "template-braces", "这里应是一个键，现在是括号里的内容", hint)
        return record.main
    if glances.strange_key(name, value, outer, reading):
        return record.main
    if name.text == MERGE:
        hint = "请把要合并的各项直接写出来"
        reading.report(name.start, "merge-key", "不能用“<<”合并别处的内容", hint)
        return MERGE
    near = nearest(name.text, record.lookup)
    if name.text in known_words():
        _misplaced(name, near, record, reading)
    else:
        _unknown(name, near, outer, record, reading)
    return record.lookup[near].name if near else record.main


def _misplaced(name: Scalar, near: str | None, record: Record, reading: Reading) -> None:
    homes = known_words()[name.text]
    called = homes[0].lookup[name.text].name
    if called == record.name or any(home.title == record.title for home in homes):
        levels, where = _DEEPEST.get(called, ("", "上一层"))
        message = f"“{shown(name.text)}”不能再往下分了{levels}"
        hint = f"请把它下面的话并进{where}"
        reading.report(name.start, "misplaced-key", message, hint)
        return
    titles = [*dict.fromkeys(home.title for home in homes)][:_HOMES]
    message = f"{record.title}里不能写“{shown(name.text)}”"
    hint = f"它应写在{'、'.join(titles)}里，请看行首的空格对不对"
    if near and (near in name.text or name.text in near):
        hint += f"；是不是“{near}”？"
    reading.report(name.start, "misplaced-key", message, hint)


def _unknown(
    name: Scalar, near: str | None, outer: Pairs, record: Record, reading: Reading
) -> None:
    hint = f"是不是“{near}”？" if near else f"可以写：{_offered(record)}"
    if record.main and len(outer.children) == _ONE_PAIR:
        hint += "；如果这是一句话，请把英文冒号改成全角的“：”"
    message = f"{record.title}里没有“{shown(name.text)}”这一项"
    reading.report(name.start, "unknown-key", message, hint, fix=near)


def _offered(record: Record) -> str:
    names = [key.name for key in record.keys]
    return "、".join(names[:_LISTED]) + ("等" if len(names) > _LISTED else "")
