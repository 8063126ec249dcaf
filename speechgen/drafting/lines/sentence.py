"""Small joinery: full stops, owners, deadlines, the modal 要, the period before a figure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from speechgen.drafting.desk import Desk
from speechgen.drafting.lines.shapes import is_point_of_time, read_line
from speechgen.drafting.marks import EXPRESSION, expressions, masked
from speechgen.facts.item import END, MARK, Item

LONG = 90  # characters; a longer sentence of several clauses is split (exemplars.md §3.1)
OWNERS_NAMED = 3
_OFFICES = ("局", "委", "办", "厅", "部", "办公室", "委员会")
_REACHES = re.compile(
    r"(?<!要)(?:达到|保持在?|控制在|提高到|提升到|降到|下降到|压减到|缩短到|减少到|增加到|稳定在|不低于|不超过|实现|力争)"
)
_WEAKER = re.compile("要(?=必须|应当|不得|严禁|务必)")
_STRIVES = "力争"
MASKED = "\ufdd5"
"""Stands for each sign of an expression while words are looked for."""

OF_TIME = (".时段", ".截至")
_ENDS = "。；;，,．.、：: 　"


def bare(line: str) -> str:
    """Return `line` without the stop it may have been typed with."""
    return line.rstrip(_ENDS)


def stop(line: str) -> str:
    """Return `line` as a sentence: one full stop, or the ！, ？ or …… it has."""
    text = bare(line)
    return text if not text or text.endswith(("！", "？", "……", "。”", "！”")) else f"{text}。"


def as_work(subject: str) -> str:
    """Return 主题 as what is worked at: 安全生产工作, 信访工作 as typed; empty stays empty."""
    return subject if not subject or subject.endswith("工作") else f"{subject}工作"


def _owner(name: str) -> str:
    text = bare(name)
    for word in ("牵头负责", "牵头", "负责", "配合"):
        text = text.removesuffix(word) or text
    return text


def joined(names: Sequence[str]) -> str:
    """Return owners as one subject: 甲、乙和丙; from the fourth on 甲、乙、丙等部门."""
    names = list(dict.fromkeys(_owner(name) for name in names if name))
    if len(names) < 2:  # noqa: PLR2004 - one owner
        return "".join(names)
    if len(names) > OWNERS_NAMED:
        kind = "部门" if all(name.endswith(_OFFICES) for name in names) else "单位"
        return "、".join(names[:OWNERS_NAMED]) + f"等{kind}"
    if any("和" in name or "、" in name for name in names):
        return "、".join(names)
    return "、".join(names[:-1]) + "和" + names[-1]


def owners(item: Item, key: str = "责任单位") -> str:
    """Return the owners (or partners) of a task as one subject; empty where none are named."""
    return joined(item.lines(key))


def without_modal(line: str) -> str:
    """Return `line` without a leading 要: one modal is enough."""
    text = bare(line)
    return (
        text[1:]
        if text.startswith("要") and not text.startswith(("要点", "要素", "要求", "要害"))
        else text
    )


def one_modal(text: str) -> str:
    """Return a sentence without the 要 before a stronger word: not 要必须, but 必须."""
    return _WEAKER.sub("", text)


def demanded(desk: Desk, line: str) -> str:
    """Return `line` as a demand: 要 goes where its shape allows, or nowhere."""
    text = bare(line)
    reading = read_line(text, desk.words)
    if reading.cut < 0 or not desk.demands:
        return text
    if MARK in text[: reading.cut + 1] and reading.cut > 0:
        return text
    if text[reading.cut :].startswith(desk.words.modals):
        return text
    return f"{text[: reading.cut]}要{text[reading.cut :]}"


def goal(desk: Desk, item: Item) -> str:
    """Return 目标 as a clause: 矛盾纠纷化解率要达到95%以上."""
    text = bare(item.text("目标"))
    if not text:
        return ""
    if text.startswith(desk.words.modals) or not desk.demands:
        return text
    reached = _REACHES.search(EXPRESSION.sub(_goal_mask, text))
    if reached and reached[0] == _STRIVES:
        return text
    if reached and reached.start() > 1 and reached[0] != "不超过":  # 要不超过 is nobody's
        return f"{text[: reached.start()]}要{text[reached.start() :]}"
    return f"确保{text}"


def _goal_mask(found: re.Match[str]) -> str:
    """Return an expression as so many signs, with the word that a goal is said with in front.

    力争 asks by itself; 不低于 and 达到 want 要 before them.
    """
    phrase = found[1].rpartition(".")[2]
    word = _STRIVES if phrase == "力争" else "达到" if phrase in {"不低于", "达到"} else ""
    return word.ljust(len(found[0]), MASKED)


def liable(item: Item) -> str:
    """Return 问责 as who answers for what: 弄虚作假 of 对弄虚作假的."""
    return bare(item.text("问责")).removeprefix("对").removesuffix("的")


def due_head(item: Item) -> str:
    """Return 时限 at the head of a sentence: `10月底前，`; empty for a frequency."""
    due = bare(item.text("时限"))
    return f"{due}，" if due and is_point_of_time(due) else ""


def period_of(desk: Desk, line: str) -> str:
    """Return `1至7月，` where the first figure of `line` has a period not stated yet.

    A stock stands at a point of time: before one that comes first, another's period would be
    taken for its own.
    """
    inners = list(expressions(line))
    if inners and desk.ask("stock", inners[0]):
        return ""
    found = (str(desk.ask("period", inner)) for inner in inners)
    period = next((period for period in found if period), "")
    if not period or period == desk.period:
        return ""
    desk.period = period
    if period in line or line.startswith(("其中", "截至", "今年", "去年", "目前")):
        return ""
    said = [str(desk.ask("period", inner)) for inner in inners if inner.endswith(OF_TIME)]
    comma = (
        "" if line.startswith(("全年", "全季", "全月")) else "，"
    )  # 2025年全年, not 2025年，全年
    return "" if period in said else f"{period}{comma}"


def spoken_line(desk: Desk, line: str) -> str:
    """Return a facts line as a sentence, its period in front where that is new."""
    return stop(period_of(desk, line) + bare(line))


def opening_expression(line: str) -> str:
    """Return the expression a line begins with; empty where it begins with words."""
    return line[1 : line.index(END)] if line.startswith(MARK) and END in line else ""


def is_only(line: str, phrase: str) -> str:
    """Return the figure of a line that is nothing but `【figure.phrase】`; else empty."""
    text = bare(line)
    inner = opening_expression(text)
    if masked(text) == "【】" and inner.endswith(f".{phrase}"):
        return inner[: -len(phrase) - 1]
    return ""


def packed(desk: Desk, clauses: Sequence[str], mark: str = "；", limit: int = LONG) -> str:
    """Return clauses joined by `mark` into sentences of at most `limit` characters."""
    out: list[str] = []
    group: list[str] = []
    size = 0
    for clause in map(bare, clauses):
        length = desk.length(clause)
        if group and size + length > limit:
            out.append(stop(mark.join(group)))
            group, size = [], 0
        group.append(clause)
        size += length
    if group:
        out.append(stop(mark.join(group)))
    return "".join(out)
