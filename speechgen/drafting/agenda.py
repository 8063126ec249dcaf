"""The agenda of the meeting: one list, read by the speech, the host script, the minutes alike.

Typed whole (`议程`), or as what went before and comes after the speech (`此前议程`, `此后议程`).
An entry of what went before is in the past (通报了……); `what` has it as it was planned (通报……).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from speechgen.drafting.desk import Desk
from speechgen.drafting.sentence import bare
from speechgen.facts.item import Item

SPEECH = "讲话"
_DONE = re.compile(r"^([\u4e00-\u9fff]{1,2}?)了")
_VERBS = (
    "通报", "汇报", "介绍", "宣读", "传达", "签订", "观看", "表彰", "总结", "部署", "解读", "说明",
    "考察", "参观", "点评", "学习", "审议", "讨论", "作", "发", "讲", "颁",
)  # fmt: skip

_KINDS = {
    **dict.fromkeys(("讲话", "总结讲话"), "讲话"),
    **dict.fromkeys(("发言", "介绍", "表态", "交流"), "发言"),
    **dict.fromkeys(("表彰", "颁奖", "授牌"), "表彰"),
    **{word: word for word in ("通报", "汇报", "宣读", "签订", "观看", "考察")},
    "传达": "宣读",
    "参观": "考察",
}
"""Words of an agenda and the 类型 they mean, the plainest first."""


class Entry(NamedTuple):
    """One item of the agenda."""

    who: str
    """谁, else the 职务; empty where the item has no speaker."""

    post: str
    what: str
    """As planned: 通报1至7月全县信访工作情况, 作交流发言, 作讲话."""

    done: str
    """As it was: 通报了……."""

    kind: str
    """类型; empty where the facts do not say."""

    is_ours: bool
    """Whether this is the speech of 讲话人."""

    took: str = ""
    """时长, for the host."""

    def __str__(self) -> str:
        return self.who + self.what


def agenda(desk: Desk) -> tuple[Entry, ...]:
    """Return every item of the meeting in order, the speech of 讲话人 among them."""
    root = desk.facts.root
    ours = _speech(desk)
    if "议程" in root:
        return _with_speech([_entry(item, guess=True) for item in root.items("议程")], ours)
    before = map(_entry, root.items("此前议程"))
    return (*before, *([ours] if ours else []), *map(_entry, root.items("此后议程")))


def before_us(desk: Desk) -> tuple[Entry, ...]:
    """Return what has been on the agenda when the speaker begins."""
    root = desk.facts.root
    if "议程" not in root:
        return tuple(map(_entry, root.items("此前议程")))
    entries = agenda(desk)
    return entries[: _ours(entries, 0)]


def after_us(desk: Desk) -> tuple[Entry, ...]:
    """Return what is still to come when the speaker has ended."""
    root = desk.facts.root
    if "议程" not in root:
        return tuple(map(_entry, root.items("此后议程")))
    entries = agenda(desk)
    return entries[_ours(entries, len(entries)) + 1 :]


def _ours(entries: tuple[Entry, ...], otherwise: int) -> int:
    return next((n for n, entry in enumerate(entries) if entry.is_ours), otherwise)


def _with_speech(entries: list[Entry], ours: Entry | None) -> tuple[Entry, ...]:
    """Return the typed agenda; our speech is the entry of that speaker, else the last speech."""
    if ours is None:
        return tuple(entries)
    names = {ours.who, ours.post} - {""}
    at = [n for n, e in enumerate(entries) if e.kind in {SPEECH, ""} and {e.who, e.post} & names]
    if not at:
        return (*entries, ours)
    entries[at[-1]] = entries[at[-1]]._replace(is_ours=True, kind=SPEECH)
    return tuple(entries)


def _speech(desk: Desk) -> Entry | None:
    speaker = desk.facts.root.get("讲话人")
    if not isinstance(speaker, Item):
        return None
    post, name = bare(speaker.text("职务")), bare(speaker.text("姓名"))
    who = post + name
    return Entry(who, post, "作讲话", "作了讲话", SPEECH, is_ours=True) if who else None


def _entry(item: Item, *, guess: bool = False) -> Entry:
    what = bare(item.text("事项"))
    return Entry(
        bare(item.text("谁")) or bare(item.text("职务")),
        bare(item.text("职务")),
        _DONE.sub(r"\1", what),
        what if _DONE.match(what) else _done(what),
        item.text("类型") or (_kind_of(what) if guess else ""),
        is_ours=False,
        took=bare(item.text("时长")),
    )


def _kind_of(what: str) -> str:
    """Return the 类型 an item has by its words: 作交流发言 → 发言; 其他 where they do not say."""
    return next((kind for word, kind in _KINDS.items() if word in what), "其他")


def _done(what: str) -> str:
    """Return a planned item as it was: 通报…… → 通报了……; what begins otherwise stays."""
    verb = next((verb for verb in _VERBS if what.startswith(verb)), "")
    return f"{verb}了{what[len(verb) :]}" if verb else what
