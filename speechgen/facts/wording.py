"""Which words a change takes: 增长 or 上升, 提高 or 延长; in percent, points or its own unit.

Everything here is decided by 类别, 单位 and 向好 alone, never by the value.
Rule: docs/figures.md, “词语”.
"""

from __future__ import annotations

from functools import lru_cache

from speechgen.facts.figure import PERCENT, POINTS

UP_DOWN = {
    "经济": ("增长", "下降"),
    "事件": ("上升", "下降"),
    "人和项目": ("增加", "减少"),
    "率": ("提高", "下降"),
    "时长": ("延长", "缩短"),
    "价格": ("上涨", "下跌"),
}
"""Words by 类别 for a change in percent or points."""

OWN_UP_DOWN = {key: UP_DOWN[key] for key in ("率", "时长", "价格")}
"""Words for a change in the figure's own unit, where they are not 增加 and 减少."""

POINTS_OF = {PERCENT: POINTS, "‰": "个千分点"}
TIMES = frozenset({"秒", "分钟", "小时", "个小时", "天", "日", "个工作日", "工作日"}) | {
    *("周", "星期", "个星期", "个月", "季度", "个季度", "年")
}
AGES = frozenset({"岁"})
PEOPLE_AND_PROJECTS = frozenset("人名户家项个座所处位支亩")
SMALL_COUNTS = frozenset("件起例宗人名户家项个座所处位支次批场条台辆部份间村") | {"批次", "人次"}
"""Units of things one counts: below ten of them a percentage says nothing."""

SMALL = 10


@lru_cache(maxsize=512)
def category(typed: str, unit: str, better: str) -> str:
    """Return the 类别 of a figure: as typed, else by its unit and by which way is good.

    A rate changes in points, and so is 率 whatever is typed (nobody says 下跌0.4个百分点). One
    that should fall (失业率) is 上升, not 提高: nobody is praised for it.
    """
    if unit in POINTS_OF or (unit in AGES and not typed):
        return "事件" if better == "下降" else "率"
    if typed:
        return typed
    if unit in TIMES:
        return "人和项目" if better == "上升" else "时长"
    if unit.startswith(("元/", "元每")):
        return "价格"
    if _counted(unit) in PEOPLE_AND_PROJECTS and better != "上升":
        return "人和项目"
    return "事件" if better == "下降" else "经济"


def _counted(unit: str) -> str:
    """Return what is counted: 人 of 万人."""
    return unit[1:] if unit.startswith(("万", "亿")) else unit


def own_words(kind: str) -> tuple[str, str]:
    """Return the words for more and less in the figure's own unit: 增加、减少."""
    return OWN_UP_DOWN.get(kind, ("增加", "减少"))


NO_PROFIT = ("流入", "流出", "净额", "差额", "缺口", "兑现", "顺差", "逆差", "净增")
"""Ends of names of money whose minus is no loss."""


def is_money(unit: str) -> bool:
    """Return whether `unit` is money: 元, 万元, 亿元."""
    return unit.endswith("元")


def may_lose(name: str, unit: str) -> bool:
    """Return whether the minus of a figure is a loss: of 利润 in 万元, not of 净流入."""
    return unit.endswith("元") and not name.endswith(NO_PROFIT)
