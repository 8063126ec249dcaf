"""Experience reports: the thesis, wrong ideas and what was done about them (§3.7)."""

from __future__ import annotations

from speechgen.drafting.desk import Desk
from speechgen.drafting.lines.numbered import enumerated, numbered
from speechgen.drafting.lines.sentence import LONG, bare, packed, period_of, spoken_line, stop
from speechgen.drafting.lines.shapes import read_line
from speechgen.drafting.marks import lead, masked
from speechgen.facts.item import Item
from speechgen.numerals import counted

FEARS = ("不敢",)
_HELD = ("认为", "以为", "觉得", "担心", "怕")
LACKS = ("不会", "不善", "不能")


def thesis(desk: Desk) -> str:
    """Return the thesis: what had to be overcome, what was attained (论1)."""
    item = desk.facts.root.get("论点")
    if not isinstance(item, Item):
        return ""
    slots = {"短板": bare(item.text("短板")), "做到": bare(item.text("做到"))}
    return desk.frame("论点", 主题=short_subject(desk), **slots)


def short_subject(desk: Desk) -> str:
    """Return the topic as a subject; 接访 for 领导干部接访 stands in the bank (`简称`)."""
    for topic in desk.topics:
        for stock in topic.stock.get("简称", ()):
            short: str = stock.text
            if short in desk.subject:
                return short
    return desk.subject or "工作"


def misconceptions(desk: Desk, practice: Item, number: int) -> str:
    """Return the wrong ideas of 不愿 (一是认为), 不敢 (一怕) or 不会 (三种表现) (误1–误3)."""
    lines = [_held(line) for line in practice.lines("误区")]
    shortcoming = bare(practice.text("短板"))
    if not lines:
        return ""
    if not shortcoming:
        return desk.frame(
            "误区无",
            列="；".join(numbered(lines, "是认为")) if len(lines) > 1 else f"认为{lines[0]}",
        )
    who = "领导干部" if "领导" in desk.subject else "干部"
    if len(lines) == 1:
        held = f"怕{lines[0]}" if shortcoming.startswith(FEARS) else f"认为{lines[0]}"
        return desk.frame("误区一", 谁=who, 短板=shortcoming, 甲=held)
    if shortcoming.startswith(FEARS):
        return desk.frame("误区不敢", 谁=who, 短板=shortcoming, 列="；".join(numbered(lines, "怕")))
    if shortcoming.startswith(LACKS):
        kinds = f"{counted(len(lines))}种"
        return desk.frame("误区不会", 短板=shortcoming, 几种=kinds, 列="；".join(numbered(lines)))
    ident = "误区不愿" if number == 1 else "误区再"
    return desk.frame(ident, 谁=who, 短板=shortcoming, 列="；".join(numbered(lines, "是认为")))


def _held(line: str) -> str:
    """Return a wrong idea without the 怕 or 认为 that its frame says: 怕接了烫手山芋."""
    text = bare(line)
    return next((text.removeprefix(w) for w in _HELD if text.startswith(w)), text)


def practised(desk: Desk, practice: Item) -> str:
    """Return what was done: 一是摆上全局的位置。市委把…… (做1, 做2); terse ones in one breath."""
    told = [_parted(line) for line in practice.lines("措施")]
    titles = _ordered([title for title, _ in told])
    if all(len(masked(title + text)) <= TERSE and "；" not in title + text for title, text in told):
        return _in_one_breath(desk, titles, [text for _, text in told])
    out = []
    for title, (_, text) in zip(titles, told, strict=True):
        out.append((lead(stop(title)) if text else stop(title)) + spoken_line(desk, text))
    return "".join(out)


def spoken(desk: Desk, practice: Item) -> str:
    """Return what was done as a model unit tells it: 我们 in front where nothing is counted."""
    lines = [bare(line) for line in practice.lines("措施")]
    if len(lines) >= COUNTED_FROM or any(text for _, text in map(_parted, lines)):
        return practised(desk, practice)
    ours = read_line(lines[0], desk.words).shape in ("动", "把", "对") if lines else False
    if ours and not lines[0].startswith((desk.self_name, "我们")):
        lines[0] = f"{desk.self_name}{lines[0]}"
    if all(len(masked(line)) <= TERSE and "，" not in line for line in lines):
        return _in_one_breath(desk, lines, [""] * len(lines), "，")
    return "".join(spoken_line(desk, line) for line in lines)


def _parted(line: str) -> tuple[str, str]:
    """Return title and text of `小标题：做法`; of another line all of it, and nothing."""
    title, _, text = line.partition("：" if "：" in line else ":")
    return bare(title), bare(text)


def _ordered(titles: list[str]) -> list[str]:
    """Return 一是……, 二是……; a title that begins with 一 itself is quoted: 一是“一村一品”."""
    if len(titles) < 2:  # noqa: PLR2004 - one alone has no ordinal
        return titles
    quoted = [f"“{title}”" if title.startswith("一") else title for title in titles]
    return numbered(quoted)


def _in_one_breath(desk: Desk, titles: list[str], texts: list[str], mark: str = "；") -> str:
    clauses = [
        f"{title}，{text}" if text else title for title, text in zip(titles, texts, strict=True)
    ]
    clauses[:1] = [period_of(desk, clause) + clause for clause in clauses[:1]]
    return packed(desk, clauses, mark)


TERSE = 26
"""Characters of a measure that does not fill a sentence of its own."""

COUNTED_FROM = 3
"""Fewer measures than these are told, not counted."""

MOST_STEPS = 3
"""More next steps than these are no longer one sentence."""


def next_steps(desk: Desk) -> str:
    """Return what comes next: in one sentence (下1), or, of many, one after the other."""
    lines = [bare(line) for line in desk.facts.root.lines("下步")]
    if not lines:
        return ""
    whole = "，".join(lines)
    if len(lines) <= MOST_STEPS and desk.length(whole) <= LONG:
        return desk.frame("下步", 下步=whole)
    begun = desk.stock("下步引")
    return begun + enumerated(desk, lines)


def insights(desk: Desk) -> str:
    """Return 体会, counted; one alone says whose it is: 我们体会到，……."""
    lines = [bare(line) for line in desk.facts.root.lines("体会") if bare(line)]
    if len(lines) == 1:
        plain = lines[0].startswith(("我们", desk.self_name))
        return stop(lines[0]) if plain else desk.frame("体会一", 体会=lines[0])
    begun = "体会数" if "体会数" in desk.library.bank_of(desk.kind).stock else "体会引"
    return desk.stock(begun, 几=counted(len(lines))) + enumerated(desk, lines)


FUNCTIONS = {
    "论点句": thesis,
    "误区句": misconceptions,
    "做法句": practised,
    "下步句": next_steps,
    "我们做": spoken,
    "体会句": insights,
}
