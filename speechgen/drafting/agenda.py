"""The agenda of the meeting: one list, read by the speech, the host script, the minutes alike.

Typed whole (`议程`), or as what went before and comes after the speech (`此前议程`, `此后议程`);
where both are there `议程` alone counts, and that is said.
An entry of what went before is in the past (通报了……); `what` has it as it was planned (通报……).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from speechgen.drafting.desk import Desk
from speechgen.drafting.lines.sentence import bare
from speechgen.facts.item import Item

SPEECH = "讲话"
_DONE = re.compile(r"^(?!为了|除了)([\u4e00-\u9fff]{1,4}?)了(?!解)")
_VERBS = (
    "通报", "汇报", "介绍", "宣读", "传达", "签订", "签署", "观看", "播放", "表彰", "总结", "部署",
    "解读", "讲解", "说明", "考察", "参观", "观摩", "点评", "学习", "审议", "讨论", "听取", "公布",
    "颁发", "发布",
)  # fmt: skip
_ALONE = "宣读|观看|播放|听取|公布|颁发|发布"  # what follows is their object: 宣读表彰决定
_ACTS = re.compile(
    f"(?:实地|现场|集体|共同)?(?:{_ALONE}|(?:{'|'.join(_VERBS)})+|安排(?!在))|作出?(?!为)"
    "|(?:就|对|围绕)[^，；]{2,30}?作(?!为)|[同与和][^，；]{1,16}(?:签订|签署)"
)
_SPEECHES = re.compile("[\u4e00-\u9fff]{0,4}(?:讲话|发言)")

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

    is_his: bool = False
    """Whether it is 讲话人 who does it: the speech, or something before or after it."""

    def __str__(self) -> str:
        return self.who + self.what


def agenda(desk: Desk) -> tuple[Entry, ...]:
    """Return every item of the meeting in order, the speech of 讲话人 among them."""
    root = desk.facts.root
    ours = _speech(desk)
    if "议程" in root:
        return _with_speech(_read(desk, "议程", guess=True), ours)
    return (*before_us(desk), *([ours] if ours else []), *after_us(desk))


def before_us(desk: Desk) -> tuple[Entry, ...]:
    """Return what has been on the agenda when the speaker begins."""
    if "议程" not in desk.facts.root:
        return tuple(_read(desk, "此前议程"))
    entries = agenda(desk)
    return entries[: _ours(entries, 0)]


def after_us(desk: Desk) -> tuple[Entry, ...]:
    """Return what is still to come when the speaker has ended."""
    if "议程" not in desk.facts.root:
        later = _read(desk, "此后议程", guess=True)
        return tuple(entry for entry in later if not (entry.is_his and entry.kind == SPEECH))
    entries = agenda(desk)
    return entries[_ours(entries, len(entries)) + 1 :]


def not_ours_to_say(desk: Desk) -> str:
    """Return what of the agenda a speech leaves unsaid: that it is given, and what comes after."""
    entries = [entry for entry in agenda(desk) if entry.is_ours]
    if desk.tone == desk.rank:
        entries += after_us(desk)
    return "，".join(map(str, entries))


def advise_typed_twice(desk: Desk) -> None:
    """Note where the agenda stands in the facts whole and in halves."""
    root = desk.facts.root
    for key in ("此前议程", "此后议程"):
        if key in root and "议程" in root:
            message = f"“议程”和“{key}”都写了，以“议程”为准"
            hint = f"把会议的各项议程按次序写在“议程”里，“{key}”整块删去"
            desk.advise(root.where(key), "agenda-twice", message, hint)


def _ours(entries: tuple[Entry, ...], otherwise: int) -> int:
    """Return where our speech stands; where the facts name no speaker, the last one is ours."""
    at = [n for n, entry in enumerate(entries) if entry.is_ours]
    at = at or [n for n, entry in enumerate(entries) if entry.kind == SPEECH]
    return at[-1] if at else otherwise


def _with_speech(entries: list[Entry], ours: Entry | None) -> tuple[Entry, ...]:
    """Return the typed agenda; our speech is the last one of that speaker, else it comes last."""
    if ours is None:
        return tuple(entries)
    at = [n for n, entry in enumerate(entries) if entry.is_his and entry.kind in {SPEECH, ""}]
    if not at:
        return (*entries, ours)
    entries[at[-1]] = entries[at[-1]]._replace(is_ours=True, kind=SPEECH)
    return tuple(entries)


def _read(desk: Desk, key: str, *, guess: bool = False) -> list[Entry]:
    """Return the entries typed under a key, those of 讲话人 known as his."""
    speaker = desk.facts.root.get("讲话人")
    entries = [_entry(item, guess=guess) for item in desk.facts.root.items(key)]
    if not isinstance(speaker, Item):
        return entries
    return [entry._replace(is_his=does(speaker, entry)) for entry in entries]


def names_of(person: Item) -> set[str]:
    """Return every way a person is written: 市委副书记、市长周明远, 市长周明远, 周明远, 市长."""
    post, name = _plain(person.text("职务")), _plain(person.text("姓名"))
    posts = {post, *(each for each in post.split("、") if not each.startswith("副"))} - {""}
    return (posts | {each + name for each in posts} | {name}) - {""}


def does(person: Item, entry: Entry) -> bool:
    """Return whether it is this person who does an item of the agenda."""
    return bool({_plain(entry.who), _plain(entry.post)} & names_of(person))


def _plain(name: str) -> str:
    return "".join(bare(name).split())


def _speech(desk: Desk) -> Entry | None:
    speaker = desk.facts.root.get("讲话人")
    if not isinstance(speaker, Item):
        return None
    post, name = bare(speaker.text("职务")), bare(speaker.text("姓名"))
    who = post + name
    if not who:
        return None
    return Entry(who, post, "作讲话", "作了讲话", SPEECH, is_ours=True, is_his=True)


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
    if what.startswith("介绍") and what.endswith("情况"):
        return "汇报"
    return next((kind for word, kind in _KINDS.items() if word in what), "其他")


def _done(what: str) -> str:
    """Return a planned item as it was: 传达学习…… → 传达学习了……; what begins otherwise stays."""
    if _SPEECHES.fullmatch(what) and not what.startswith(("作", "传达", "学习", "宣读")):
        return f"作了{what}"
    verbs = _ACTS.match(what)
    return f"{verbs[0]}了{what[verbs.end() :]}" if verbs else what
