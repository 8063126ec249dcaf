"""How long a paper is to be, and which level of length comes nearest (篇幅, 时长).

Only stock sentences follow the length; what the facts say is never dropped. Lengths are taken of
the wording, every figure as `FIGURE` characters, so that another value never changes a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from speechgen.drafting.desk import USUAL, Desk
from speechgen.drafting.marks import EXPRESSION, LEAD, LEAD_END, LINE, LINE_END
from speechgen.facts.item import MARK, Item
from speechgen.numerals import DIGITS, normalised
from speechgen.problems import FactsPlace

LEVELS = {"短": 2, "中": USUAL, "长": 4}
SHORTEST, LONGEST = 1, 5
FIGURE = "一二三四"
"""What a figure counts for while its print is not known."""

HOUR, QUARTER = 60, 15  # minutes
A_MINUTE = 200  # characters a speaker says in a minute
NEAR = 10  # hundredths by which a paper may miss the length that was asked for

_MARKS = re.compile(f"{LINE}[^{LINE_END}]*{LINE_END}|[{LEAD}{LEAD_END}]|" + r"\s")
_ONES = "[一二三四五六七八九]"
_NUMBER = rf"(?<![百千万十一二两三四五六七八九\d.])(\d+(?:\.\d+)?|{_ONES}?十{_ONES}?|{_ONES}|两)个?"
_DURATION = re.compile(
    rf"半个?小时|(?:{_NUMBER}(半)?小时(半)?)?(?:零|又)?(?:{_NUMBER}刻钟|{_NUMBER}分钟?)?"
)

Words = Callable[[int], tuple[str, Desk]]


def fitted(root: Item, worded: Words) -> tuple[str, Desk]:
    """Return the wording whose length comes nearest to what the facts ask for."""
    asked = target(root)
    if not asked:
        length = root.text("篇幅")
        text, desk = worded(LEVELS.get(length, USUAL))
        if "时长" in root and not length:
            _advise_unread(desk)
        least = int(desk.kind.settings.get("不少于", "0"))
        if length == "长" or (least and length != "短" and size(text) < least):
            _advise_more(desk, size(text), 0)
        return text, desk
    found = {USUAL: worded(USUAL)}
    level = USUAL
    step = 1 if size(found[USUAL][0]) < asked else -1
    while SHORTEST <= level + step <= LONGEST and _misses(found[level][0], asked) * step < 0:
        level += step
        found[level] = worded(level)
    best = min(found, key=lambda one: (abs(_misses(found[one][0], asked)), abs(one - USUAL)))
    text, desk = found[best]
    if abs(_misses(text, asked)) * 100 > NEAR * asked:
        (_advise_more if size(text) < asked else _advise_less)(desk, size(text), asked)
    return text, desk


def target(root: Item) -> int:
    """Return how many characters the facts ask for; 0 where they name no number."""
    length = root.get("篇幅")
    if isinstance(length, int):
        return length
    return 0 if length else minutes(root.text("时长")) * A_MINUTE


def minutes(duration: str) -> int:
    """Return 20 for `20分钟`, 90 for `一个半小时`, of a range its end; 0 where none is found."""
    text = "".join(normalised(duration).split())
    found = [match for match in _DURATION.finditer(text) if match[0]]
    if not found:
        return 0
    last = found[-1]
    if last[0].startswith("半"):
        return HOUR // 2
    hours, half, half_after, quarters, rest = last.groups()
    more = HOUR // 2 if half or half_after else 0
    return round(_number(hours) * HOUR + more + _number(quarters) * QUARTER + _number(rest))


def _number(digits: str | None) -> float:
    """Return 15 for `15` and for 十五, nothing for nothing."""
    if not digits:
        return 0
    if digits[0].isdigit() and digits[0] not in DIGITS:
        return float(digits)
    tens, ten, ones = digits.rpartition("十")
    return (_digit(tens) or 1) * 10 + _digit(ones) if ten else _digit(ones)


def _digit(sign: str) -> int:
    return DIGITS.find(sign.replace("两", "二")) if sign else 0


def size(text: str) -> int:
    """Return how many characters a wording will have, its figures at a flat rate."""
    return len(EXPRESSION.sub(FIGURE, _MARKS.sub("", text)))


def _misses(text: str, asked: int) -> int:
    return size(text) - asked


MORE = (
    ("成绩", "成绩（做成了什么，带上【数据】）"),
    ("问题", "问题和它的说明、表现"),
    ("任务", "任务的措施、责任单位、时限和目标"),
    ("做法", "每条做法的措施和案例"),
    ("案例", "一两个实例（案例）"),
    ("要求", "要求里本单位自己的安排"),
)
"""What makes a paper longer: lists that are absent or short."""

FEW = 3


def _advise_unread(desk: Desk) -> None:
    place, duration = desk.facts.root.where("时长"), desk.facts.root.text("时长")
    what = "还待核" if MARK in duration else f"“{duration}”没有看懂"
    hint = "请写成 20分钟、半小时"
    desk.advise(place, "duration-unread", f"时长{what}，按中等篇幅写", hint)


def _asked_at(root: Item) -> FactsPlace:
    """Return where the length was asked for; 篇幅 goes over 时长."""
    return root.where("时长" if "时长" in root and "篇幅" not in root else "篇幅")


def _advise_more(desk: Desk, length: int, asked: int) -> None:
    root = desk.facts.root
    useful = desk.kind.settings.get("充实", "").split()
    short = [(key, says) for key, says in MORE if len(root.items(key)) < FEW]
    lacking = [says for key, says in short if not useful or key in useful][:FEW]
    wanted = f"要求约{asked}字，" if asked else ""
    desk.advise(
        _asked_at(root),
        "length-short",
        f"{wanted}照现有素材写出来约{round(length, -1)}字，没有用套话硬凑",
        f"要更充实，可以补上：{'；'.join(lacking)}" if lacking else "要更长，请补充事实",
    )


def _advise_less(desk: Desk, length: int, asked: int) -> None:
    root = desk.facts.root
    desk.advise(
        _asked_at(root),
        "length-long",
        f"要求约{asked}字，套话减到最少还有约{round(length, -1)}字，素材一句没有删",
        "还要更短，请删去次要的要点，或改写成讲话提纲（文种: 讲话提纲）",
    )
