"""A meeting as every paper of it tells it: who was there, where and when, what was heard."""

from __future__ import annotations

import re
from collections.abc import Sequence

from speechgen.drafting.agenda import SPEECH, Entry, agenda, does
from speechgen.drafting.dates import date_text
from speechgen.drafting.desk import Desk
from speechgen.drafting.lines.sentence import bare, owners, packed, stop, without_modal
from speechgen.drafting.lines.shapes import read_line
from speechgen.facts.item import Item

PACKED = 100  # characters of a sentence that lists
_YEAR = re.compile(r"^\d{4}年")
_WORK = re.compile(
    "(?:组织|宣传|监督|督促|督导|督查|协调|协同|统筹|指导|考核|沟通|教育|监测)"
    "(?:领导|引导|检查|配合|协调|服务|考核|管理|发动|评价|指导|保障|问责|联动|培训|落实|预警)"
)
"""Heads of two verbs and no object: 组织领导, 宣传引导, 监督检查."""

_MANNERS = ("文明", "公正", "廉洁", "科学", "依法", "规范", "从严", "密切", "真心")
"""Words of manner that a demand may begin with, its verb behind them: 文明执法."""


def meeting_of(desk: Desk) -> Item | None:
    """Return the record of the meeting; None where the facts name none."""
    meeting = desk.facts.root.get("会议")
    return meeting if isinstance(meeting, Item) else None


def meeting_name(desk: Desk) -> str:
    """Return the name of the meeting; where it is not known, what the meeting is about."""
    meeting = meeting_of(desk)
    name = bare(meeting.text("名称")) if meeting else ""
    return name or f"{desk.scope}{desk.subject.removesuffix('工作')}工作会议"


def place_of(desk: Desk) -> str:
    """Return where the meeting was held."""
    meeting = meeting_of(desk)
    return bare(meeting.text("地点")) if meeting else ""


def day_of(desk: Desk) -> str:
    """Return the day of the meeting without its year: 10月28日."""
    return _YEAR.sub("", date_text(desk.facts.root))


def person(desk: Desk, key: str) -> str:
    """Return the post and name of 讲话人 or 主持人, as the agenda has them.

    Where one person is both, the name may stand under either.
    """
    keys = ("讲话人", "主持人") if host_speaks(desk) else (key,)
    found = [item for item in map(desk.facts.root.get, keys) if isinstance(item, Item)]
    return max((bare(p.text("职务")) + bare(p.text("姓名")) for p in found), key=len, default="")


def host_speaks(desk: Desk) -> bool:
    """Return whether who presides also gives the speech."""
    host, speaker = desk.facts.root.get("主持人"), desk.facts.root.get("讲话人")
    if not isinstance(host, Item) or not isinstance(speaker, Item):
        return False
    names = {host.text("姓名"), speaker.text("姓名")} - {""}
    return bool(host.text("职务")) and host.text("职务") == speaker.text("职务") and len(names) < 2  # noqa: PLR2004 - two persons


def people(desk: Desk, key: str) -> str:
    """Return who is listed under 出席, 列席, 请假 or 来宾, in the order typed."""
    lines = [bare(line) for line in desk.facts.root.lines(key)]
    return between(lines).join(lines)


def others(desk: Desk, key: str) -> str:
    """Return who is listed under a key beside those who speak and preside."""
    named = {person(desk, "讲话人"), person(desk, "主持人")}
    for each in ("讲话人", "主持人"):
        found = desk.facts.root.get(each)
        if isinstance(found, Item):
            named.add(bare(found.text("职务")))
    lines = [line for line in map(bare, desk.facts.root.lines(key)) if line not in named]
    return between(lines).join(lines)


def between(lines: Sequence[str]) -> str:
    """Return what parts people in a list: ， where one entry names several with 、."""
    return "，" if any("、" in line for line in lines) else "、"


def superior(desk: Desk) -> Entry | None:
    """Return the speech given after that of 讲话人, by one above him; None where there is none.

    The host, who may sum up last, is not one.
    """
    entries = agenda(desk)
    at = next((n for n, entry in enumerate(entries) if entry.is_ours), len(entries))
    later = [entry for entry in entries[at + 1 :] if entry.kind == SPEECH and entry.who]
    host = desk.facts.root.get("主持人")
    if not later or (isinstance(host, Item) and does(host, later[-1])):
        return None
    return later[-1]


def form_of(desk: Desk) -> str:
    """Return 以视频形式 where the facts say how the meeting was held."""
    meeting = meeting_of(desk)
    form = bare(meeting.text("形式")) if meeting else ""
    form = form.removesuffix("会议").removesuffix("会").removesuffix("形式").removeprefix("以")
    return f"以{form}形式" if form else ""


def told(entries: Sequence[Entry]) -> list[str]:
    """Return items of the agenda as they were, in order: 县水利局局长通报了汛情."""
    return [entry.who + entry.done for entry in entries]


def heard(desk: Desk, *, with_speech: bool, but: str = "") -> str:
    """Return what was heard at the meeting, in order; empty where nothing was.

    A release has told in its lead what the last speaker did: `but` him, by what he is called.
    """
    entries = [e for e in agenda(desk) if with_speech or not e.is_ours]
    if but:
        entries = [e for e in entries if not (e.kind == SPEECH and e.who == but)]
    said = packed(desk, told(entries), "，", PACKED)
    return desk.frame("会上", 列=bare(said)) if said else ""


def heads_demanded(desk: Desk, entries: Sequence[Item]) -> str:
    """Return the heads of demands in one sentence; 要 stands once, where all are verbs.

    要压实责任，文明执法; of clauses 要做到责任再压实，执法再从严. What has its own 要 takes none.
    """
    heads = [bare(entry.text("要点")) for entry in entries]
    if not heads:
        return ""
    if len(heads) > 1 and all(map(_WORK.fullmatch, heads)):
        return stop(f"要加强{'、'.join(heads[:-1])}和{heads[-1]}")
    return packed(desk, [modal(desk, heads) + heads[0], *heads[1:]], "，", PACKED)


def modal(desk: Desk, heads: Sequence[str]) -> str:
    """Return what heads of demands take in front: 要, 要做到 or nothing."""
    if any("要" in head or "必须" in head for head in heads):
        return ""
    if all(map(_WORK.fullmatch, heads)):
        return "要加强"
    if desk.words.verb_at(heads[0]) and all(
        desk.words.verb_at(head) or head.startswith(_MANNERS) for head in heads
    ):
        return "要"
    clauses = all(read_line(head, desk.words).shape in ("物", "句", "动") for head in heads)
    return "要做到" if clauses and not desk.words.verb_at(heads[0]) else ""


def field_of(entry: Item) -> str:
    """Return 房地产领域 where an entry names its 领域, and does not begin with it."""
    field = bare(entry.text("领域"))
    if not field or entry.text("要点").startswith(field):
        return ""
    return field if field.endswith(("领域", "方面")) else f"{field}领域"


BRIEF = frozenset({"要点", "责任单位", "配合单位", "时限", "编号", "领域", "对应"})


def are_brief(_: Desk, entries: Sequence[Item]) -> bool:
    """Return whether there are several tasks, and none says more than what, who and by when."""
    return len(entries) > 1 and all(entry.values.keys() <= BRIEF for entry in entries)


def in_brief(desk: Desk, entries: Sequence[Item]) -> list[str]:
    """Return such tasks as clauses: 由县水利局会同县城管局，11月底前清理河道."""
    return [_brief(desk, entry) for entry in entries]


def _brief(desk: Desk, entry: Item) -> str:
    text, due = field_of(entry) + without_modal(entry.text("要点")), bare(entry.text("时限"))
    owner, partners = owners(entry), owners(entry, "配合单位")
    if not owner:
        if not desk.words.names_actor(text):
            says = f"“{desk.print(text)}”没有写由谁来办"
            desk.advise(entry.where("要点"), "no-owner", says, "补上“责任单位”")
        return f"{'' if text.startswith(desk.words.modals) else '要'}{due}{text}"
    together = f"会同{partners}，" if partners else ""
    if read_line(text, desk.words).shape in ("动", "把"):
        return f"由{owner}{together}{due}{text}"
    return f"{text}，由{owner}{together.removesuffix('，')}负责{f'，{due}完成' if due else ''}"


def run_on(desk: Desk, text: str) -> str:
    """Return sentences of one owner run together (……逐一验收，把……接入平台).

    A measure of a paper that does not demand would stand there without anyone who does it.
    """
    out: list[str] = []
    for sentence in filter(None, text.split("。")):
        follows = read_line(sentence, desk.words).shape in ("动", "把") and "，" not in sentence
        if out and follows and desk.length(out[-1]) + desk.length(sentence) < PACKED:
            out[-1] += f"，{sentence}"
        else:
            out.append(sentence)
    return "".join(f"{sentence}。" for sentence in out)


def listed(desk: Desk, key: str) -> tuple[Item, ...]:
    """Return the entries of a top-level list, or, where the paper has parts, those of its parts."""
    root = desk.facts.root
    own = root.items(key)
    return own or tuple(entry for part in root.items("部分") for entry in part.items(key))
