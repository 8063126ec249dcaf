"""What can be said of a figure: one word each (同比, 占比 …), one small file a family.

A new phrase is a function in its family's file and a word here. A family is imported when one of
its words is first spoken: a paper pays for what it says.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from speechgen.facts.book import Book
from speechgen.facts.figure import Figure, Spoken

Phrase = Callable[[Figure, tuple[str, ...], Book], Spoken]
"""Takes the figure, the names in brackets, and the book they are in.

Raises:
    ExpressionError: this can never be said of this figure (完成 of a ceiling).
"""

FAMILIES = {
    "comparing": ("同比", "环比", "增幅", "走势"),
    "difference": ("同比增减", "环比增减", "比去年任务", "相比"),
    "course": ("由到",),
    "together": ("分别同比",),
    "target": ("完成", "还差", "分级完成"),
    "ceiling": ("占控制数", "余量", "距控制数"),
    "pace": ("时序", "已月均", "余量月均", "已过时段", "余下时段"),
    "share": ("占比", "全部"),
    "rank": ("位次", "前移", "位次由到"),
    "zero": ("零发生",),
    "reach": ("达到", "突破"),
    "flow": ("累计", "截至", "新增"),
    "few": ("仅", "仍有"),
    "streak": ("连续",),
    "hedging": ("约数", "余", "近", "约", "逾", "不足"),
    "magnitude": ("以万计", "以亿计"),
    "goal": ("力争", "不低于"),
    "goal_growth": ("目标增幅", "增长左右"),
    "multiple": ("倍数", "翻番"),
    "annual": ("年均增长",),
    "average": ("平均",),
    "outcome": ("比率", "办理"),
    "composition": ("其中", "构成", "占比构成"),
    "listing": ("列举", "至"),
    "column": ("最高", "最低", "前二", "前三", "前五", "后三", "突出", "为零"),
    "stated": ("时段", "上年同期", "上期", "全年目标", "全年控制数"),
}

ALIASES = {
    "同比增长": "同比",
    "同比增幅": "同比",
    "同比增速": "同比",
    "环比增长": "环比",
    "增速": "增幅",
    "涨幅": "增幅",
    "降幅": "增幅",
    "增减": "同比增减",
    "高于": "相比",
    "低于": "相比",
    "超过": "相比",
    "多于": "相比",
    "少于": "相比",
    "后移": "前移",
    "排名": "位次",
    "名次": "位次",
    "比重": "占比",
    "去年同期": "上年同期",
    "上月": "上期",
    "目标": "全年目标",
    "目标值": "全年目标",
    "控制数": "全年控制数",
    "控制目标": "全年控制数",
    "时序进度": "时序",
    "序时进度": "时序",
    "月均": "已月均",
    "任务增减": "比去年任务",
    "达": "达到",
    "跨上": "突破",
    "只有": "仅",
    "多": "余",
    "接近": "近",
    "将近": "近",
    "大约": "约",
    "按万": "以万计",
    "万": "以万计",
    "按亿": "以亿计",
    "亿": "以亿计",
    "不少于": "不低于",
    "不高于": "不低于",
    "不超过": "不低于",
    "增长以上": "目标增幅",
    "人均": "平均",
    "户均": "平均",
    "村均": "平均",
    "亩均": "平均",
    "年均": "年均增长",
    "化解率": "比率",
    "办结率": "比率",
    "整改率": "比率",
    "完成率": "比率",
    "连说": "列举",
    "最多": "最高",
    "最少": "最低",
    "前两名": "前二",
    "前三名": "前三",
    "前五名": "前五",
    "后三名": "后三",
}
"""Other words a secretary would guess. A canonical expression has the word of `FAMILIES`."""

ARGUMENTS = {
    "占比": (0, 1),
    "全部": (0, 1),
    "相比": (1, 1),
    "分别同比": (1, 9),
    "仍有": (0, 1),
    "倍数": (0, 1),
    "翻番": (0, 1),
    "年均增长": (1, 1),
    "由到": (0, 1),
    "平均": (1, 1),
    "比率": (1, 1),
    "办理": (1, 2),
    "其中": (0, 9),
    "构成": (0, 9),
    "占比构成": (0, 9),
    "列举": (1, 9),
    "至": (1, 1),
}
"""Phrases that name other figures in brackets: how many at least, and at most."""

OF_RANKS = frozenset({"位次", "前移", "位次由到", "由到", "时段", "截至"})
"""Phrases that a figure with only a 位次 has."""

OF_COLUMNS = frozenset({*FAMILIES["column"], "其中"})
"""Phrases that a column without a total has (rates typed row by row)."""

_FAMILY = {word: family for family, words in FAMILIES.items() for word in words}
_found: dict[str, Phrase] = {}


def is_phrase(word: str) -> bool:
    """Return whether `word` is a phrase, or another word for one."""
    return word in _FAMILY or word in ALIASES


def proper(word: str) -> str:
    """Return the word a canonical expression has for `word`: 后移 → 前移."""
    return ALIASES.get(word, word)


def allowed(word: str, number: int) -> bool:
    """Return whether `word` may stand with `number` figures in brackets."""
    least, most = ARGUMENTS.get(word, (0, 0))
    return least <= number <= most


def every_word() -> tuple[str, ...]:
    """Return all phrases and aliases, for the nearest one and for the docs."""
    return (*_FAMILY, *ALIASES)


def find(word: str) -> Phrase:
    """Return the phrase `word`, a word of `FAMILIES`.

    Raises:
        KeyError: it is none; `expression` has refused it before.
    """
    phrase = _found.get(word)
    if phrase is None:
        family = import_module(f"speechgen.facts.phrases.{_FAMILY[word]}")
        phrases: Mapping[str, Phrase] = family.PHRASES
        _found.update(phrases)
        phrase = phrases[word]
    return phrase
