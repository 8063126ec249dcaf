"""How long a paper is to be, and which level of length comes nearest (篇幅, 时长).

Only stock sentences follow the length; what the facts say is never dropped. Lengths are taken of
the wording, every figure as `FIGURE` characters, so that another value never changes a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from speechgen.drafting.desk import USUAL, Desk
from speechgen.drafting.marks import EXPRESSION, LEAD, LEAD_END, LINE, LINE_END
from speechgen.facts.item import Item
from speechgen.numerals import DIGITS, normalised

LEVELS = {"短": 2, "中": USUAL, "长": 4}
SHORTEST, LONGEST = 1, 5
FIGURE = "一二三四"
"""What a figure counts for while its print is not known."""

A_MINUTE = 200  # characters a speaker says in a minute
NEAR = 10  # hundredths by which a paper may miss the length that was asked for

_MARKS = re.compile(f"{LINE}[^{LINE_END}]*{LINE_END}|[{LEAD}{LEAD_END}]|" + r"\s")
_MINUTES = re.compile(r"(\d+(?:\.\d+)?|[一二两三四五六七八九十]+)\s*(?:个)?(分钟|分|小时|刻钟)")
_HALF = re.compile("半(?:个)?小时")

Words = Callable[[int], tuple[str, Desk]]


def fitted(root: Item, worded: Words) -> tuple[str, Desk]:
    """Return the wording whose length comes nearest to what the facts ask for."""
    asked = target(root)
    if not asked:
        length = root.text("篇幅")
        text, desk = worded(LEVELS.get(length, USUAL))
        if "时长" in root and not length:
            place, message = (
                root.where("时长"),
                f"“时长: {root.text('时长')}”没有看懂，按中等篇幅写",
            )
            desk.advise(place, "duration-unread", message, "请写成 20分钟、半小时")
        least = int(desk.kind.settings.get("不少于", "0"))
        if least and (length == "长" or size(text) < least):
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
    """Return 20 for `20分钟`, 30 for `半小时`; 0 where no duration is found."""
    text = normalised(duration)
    if _HALF.search(text):
        return 30
    found = _MINUTES.search(text)
    if found is None:
        return 0
    sizes = {"小时": 60, "刻钟": 15}
    return round(_number(found[1]) * sizes.get(found[2], 1))


def _number(digits: str) -> float:
    """Return 15 for `15` and for 十五."""
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


def _advise_more(desk: Desk, length: int, asked: int) -> None:
    root = desk.facts.root
    useful = desk.kind.settings.get("充实", "").split()
    short = [(key, says) for key, says in MORE if len(root.items(key)) < FEW]
    lacking = [says for key, says in short if not useful or key in useful][:FEW]
    wanted = f"要求约{asked}字，" if asked else ""
    desk.advise(
        root.where("时长" if "时长" in root else "篇幅"),
        "length-short",
        f"{wanted}照现有素材写出来约{round(length, -1)}字，没有用套话硬凑",
        f"要更充实，可以补上：{'；'.join(lacking)}" if lacking else "要更长，请补充事实",
    )


def _advise_less(desk: Desk, length: int, asked: int) -> None:
    root = desk.facts.root
    desk.advise(
        root.where("时长" if "时长" in root else "篇幅"),
        "length-long",
        f"要求约{asked}字，套话减到最少还有约{round(length, -1)}字，素材一句没有删",
        "还要更短，请删去次要的要点，或改写成讲话提纲（文种: 讲话提纲）",
    )
