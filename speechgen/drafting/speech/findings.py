"""Problems: each with its evidence, then what it says of our own work (exemplars.md §3.3)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from speechgen.drafting.desk import Desk
from speechgen.drafting.lines import acting
from speechgen.drafting.lines.sentence import bare, is_only, opening_expression, period_of, stop
from speechgen.drafting.marks import MASK, expressions, lead, masked
from speechgen.facts.item import Item
from speechgen.numerals import chinese, counted

_PACED = ("余下时段", "余量", "余量月均", "已过时段", "已月均")
ROOM_SLOTS = {"紧": _PACED, "够": _PACED, "超出": ("距控制数",), "未知": ("余量",)}
"""What is said of the room left under a ceiling, by how it stands."""

_STILL = re.compile("还(?:没|未|在|有)|仍|尚")
_COMPARES = (".同比", ".环比", ".同比增减", ".完成")
"""What a line cannot begin with: what is it that 同比减少9.7%?"""

LONG_CONDUCT = 34  # characters; two longer 表现 are parted by ； not ，
_SIDES = (
    *("条件", "配备", "结构", "布局", "风气", "效能"),
    *("队伍", "能力", "作风", "医德", "师德", "意识", "机制", "制度", "责任", "水平", "质量"),
    *("力量", "投入", "基础", "落实", "进度", "氛围", "服务", "管理"),
)
NOUN_LENGTH = 10  # characters; a longer 要点 is a clause
_NOUN = re.compile(
    r"(?:责任|落实|机制|能力|作风|队伍|建设|管理|服务|质量|水平|意识|保障|投入|监管|治理|培训|宣传|基础|设施|力度|执法|协同|配合)$"
)


def head(desk: Desk, problem: Item, siblings: Sequence[Item]) -> str:
    """Return the sentence that names the problem, by its angle or its ordinal.

    Siblings that all have an 角度 are not counted; where only some have one, all are.
    """
    angled = all(s.text("角度") for s in siblings)
    total = 0 if angled else len(siblings)
    number = next((n for n, s in enumerate(siblings, 1) if s is problem), 0)
    deep = any(s.items("具体问题") for s in siblings)
    angle, text = problem.text("角度"), bare(problem.text("要点"))
    specifics = problem.items("具体问题")
    collective = problem.text("统称") or "问题"
    if angle and not text and specifics:
        kinds = counted(len(specifics))
        said = desk.frame("问题统称", 角度=angle, 几=kinds, 统称=collective)
        return _counted(said, number, total, deep=deep)
    if angle:
        return _counted(desk.frame("问题角度", 角度=angle, 要点=text), number, total, deep=deep)
    noun = len(text) <= NOUN_LENGTH and _NOUN.search(text) is not None
    clause = bare(desk.frame("问题名称", 要点=text)) if noun else text
    domain = bare(problem.text("领域"))
    if domain and domain not in clause:
        clause = bare(desk.frame("领域问题", 领域=domain, 要点=clause))
    if specifics and problem.text("统称"):
        clause = f"{clause}，{counted(len(specifics))}类{collective}比较突出"
    return lead(_counted(stop(clause), number, total, deep=deep))


def _counted(said: str, number: int, total: int, *, deep: bool) -> str:
    """Return a sentence with its ordinal: 第一， over problems of their own, else 一是."""
    if total < 2:  # noqa: PLR2004 - one alone is not counted
        return said
    return f"第{chinese(number)}，{said}" if deep else f"{chinese(number)}是{said}"


def evidence(desk: Desk, problem: Item, *, with_details: bool = True) -> str:
    """Return the evidence of a problem as sentences: 说明, 表现, 原因."""
    lines = problem.lines("说明") if with_details else ()
    before = ("", *lines)
    said = [detail(desk, line, before[n]) for n, line in enumerate(lines)]
    limit = _ceiling_at(lines)
    if limit is not None:
        said[limit] += desk.stock("控制数", problem)
    return "".join(said) + _conduct(desk, problem) + _cause(desk, problem)


def detail(desk: Desk, line: str, before: str) -> str:
    """Return one line of evidence as a sentence; `before` is the line it may be an instance of."""
    figure = is_only(line, "余量")
    if figure:
        return remaining(desk, figure)
    opening = opening_expression(line)
    if opening.endswith(_COMPARES):
        return stop(period_of(desk, line) + opening.rpartition(".")[0] + bare(line))
    if opening and desk.ask("name", opening) and _is_instance(line, before):
        return desk.frame("问题实例", 说明=bare(line)) or stop(line)
    if opening and desk.ask("nature", opening) == "存量":
        if _STILL.search(line):
            return desk.frame("问题存量在", "", line, 说明=bare(line)) or stop(line)
        again = "再" if _said_before(desk, "存量") else ""
        return desk.frame(f"问题存量{again}", "", line, 说明=bare(line)) or stop(line)
    return stop(period_of(desk, line) + bare(line))


def _is_instance(line: str, before: str) -> bool:
    """Return whether a line goes on with what the line before it named: two characters alike."""
    text = bare(masked(line)).removeprefix(MASK).split("，")[0]
    return not _pairs(text).isdisjoint(_pairs(before))


def _pairs(text: str) -> set[str]:
    """Return every two characters of `text` that stand side by side."""
    return {text[n : n + 2] for n in range(len(text) - 1)}


def remaining(desk: Desk, figure: str) -> str:
    """Return what is left under a ceiling (问3), or by how much it is passed.

    今后5个月只剩65件的余地，月均13件，而前7个月月均19.3件。
    """
    state = desk.ask("room", figure)
    slots = {name: desk.expression(f"{figure}.{name}") for name in ROOM_SLOTS[str(state)]}
    return desk.frame(f"余量{state}", **slots)


def _ceiling_at(lines: tuple[str, ...]) -> int | None:
    """Return which line speaks of the ceiling last; the sentence that explains it follows."""
    return max(
        (n for n, line in enumerate(lines) if any(_of_ceiling(e) for e in expressions(line))),
        default=None,
    )


def _of_ceiling(expression: str) -> bool:
    return expression.endswith((".占控制数", ".余量", ".距控制数"))


def _conduct(desk: Desk, problem: Item) -> str:
    """Return 表现 as 有的…，有的… (two), 有的…；有的…；还有的… (three and more)."""
    lines = [conduct_of(line) for line in problem.lines("表现")]
    if len(lines) > 1 and all(map(acting.is_state, lines)):
        return desk.frame("表现短", "", problem, 列="、".join(lines))
    said = _several(desk, problem, lines) if lines else ""
    for line in filter(acting.has_own_count, lines):
        for word in ("还有的", "有的", "个别"):
            said = said.replace(f"{word}{line}", line)
    return said


def _several(desk: Desk, problem: Item, lines: Sequence[str]) -> str:
    after = bool(problem.lines("说明"))
    if len(lines) == 1:
        ident = "表现一谁" if desk.words.actor_of(lines[0]) else "表现一"
        return desk.frame(ident, "", problem, 甲=lines[0])
    if len(lines) == 2:  # noqa: PLR2004 - two
        long = sum(map(desk.length, lines)) > 2 * LONG_CONDUCT
        mark = "；" if long or any("，" in line for line in lines) else "，"
        ident = "表现二" if after else "表现二起"
        slots = {"甲": lines[0], "乙": lines[1], "点": mark}
        if _said_before(desk, "表现二"):
            return desk.frame("表现二再", "", problem, **slots)
        return desk.frame(ident, **slots)
    middle = "".join(f"有的{line}；" for line in lines[:-1])
    return desk.frame("表现三", 前=middle, 末=lines[-1])


def _said_before(desk: Desk, what: str) -> bool:
    """Return whether the paper has said its first sentence of a kind; the next vary."""
    mark = f"{what}："
    before = mark in desk.used
    desk.used.add(mark)
    return before


def conduct_of(line: str) -> str:
    """Return a line of 表现 without the 有的 it may have been typed with."""
    text = bare(line)
    for word in ("还有的", "有的", "有些"):
        text = text.removeprefix(word) or text
    return text


def _cause(desk: Desk, problem: Item) -> str:
    causes = [bare(line) for line in problem.lines("原因")]
    return desk.frame("原因", "", problem, 原因="，".join(causes)) if causes else ""


def _are_sides(desk: Desk) -> bool:
    """Return whether what the paper names by 领域 are sides of one thing: 人才队伍, 服务能力."""
    root = desk.facts.root
    entries = (*root.items("问题"), *root.items("任务"))
    return any(bare(entry.text("领域")).endswith(_SIDES) for entry in entries)


def domain_head(desk: Desk, item: Item) -> str:
    """Return the heading of a problem or task of one domain: 房地产领域，交付难仍较集中."""
    domain = bare(item.text("领域"))
    text = bare(item.text("要点"))
    if not domain or text.startswith(domain):
        return text
    word = "方面" if _are_sides(desk) else "领域"
    field = domain if domain.endswith(("领域", "方面")) else f"{domain}{word}"
    return f"{field}，{text}"


def only_problems(desk: Desk, problems: Sequence[Item]) -> str:
    """Return the sentence that opens 问题 where no 成绩 went before; one problem is not counted."""
    return desk.stock("只有问题", 几=counted(len(problems))) if len(problems) > 1 else ""


FUNCTIONS = {
    "只有问题": only_problems,
    "领域题": domain_head,
    "问题句": head,
    "问题说明": evidence,
    "余量句": remaining,
}
