"""The words of claims. Their bounds stand in `numerals`: `HEDGES`, `JUDGEMENTS`."""

from __future__ import annotations

SLOT = "\ufdd4"
"""Stands in a text for a figure; its nth is the nth of `Sentence.said`."""

HEDGES_BEFORE = {
    "接近": "接近",
    "将近": "将近",
    "近": "近",
    "超过": "超过",
    "高于": "超过",
    "多于": "超过",
    "超": "超过",
    "突破": "突破",
    "逾": "逾",
    "不足": "不足",
    "不到": "不足",
    "低于": "不足",
    "少于": "不足",
    "大约": "约",
    "约": "约",
}
"""Words before a number, and the word of `numerals.HEDGES` that says when they are true."""

HEDGES_BEHIND = {"左右": "约", "上下": "约", "以上": "以上", "以下": "以下", "以内": "以下"}
"""Words behind a number with its unit; 以上 and 以下 take in the number itself."""

HEDGES_OF_NAMES = ("接近", "超过", "高于", "多于", "不足", "不到", "低于", "少于")
"""Those a name may follow before its figure: 高于全市办结率【全市办结率】."""

NOT_HEDGES = r"(?<![最附邻就靠临远])(?<![预节合违签制条公契失履邀])(?<![不未没高])(?<!没有)"
"""What must not stand before a hedge: 最近, 签约, 不超过, 没有突破."""

UP = (
    "增长",
    "上升",
    "增加",
    "提高",
    "上涨",
    "攀升",
    "回升",
    "增多",
    "延长",
    "提升",
    "加快",
    "增产",
)
DOWN = ("下降", "减少", "降低", "回落", "下跌", "缩短", "下滑", "减低", "放缓", "减产")
MORE = {"多": "增加", "少": "减少"}
"""Directions that are told before a number alone: 比上年同期多200余件."""

LEVEL = ("基本持平", "持平")
LEVELS = frozenset({"", "达到", "突破", "累计", "截至", "新增", "仍有", "以万计", "以亿计"})
"""Phrases that say the figure itself; the empty one is its number alone."""

HEDGED = frozenset({"约数", "余", "近", "约", "逾", "不足"})
"""Phrases that say the figure itself with a hedge."""

YARDSTICKS = frozenset({"上年同期", "上期", "全年目标", "全年控制数"})
"""Phrases that say what the file states beside a value."""

DOUBLE = {"翻一番": 2, "翻了一番": 2, "翻番": 2, "翻两番": 4, "翻了两番": 4}
OPPOSITE = {
    "增长": "下降",
    "上升": "下降",
    "增加": "减少",
    "提高": "下降",
    "上涨": "下跌",
    "攀升": "下降",
    "回升": "回落",
    "增多": "减少",
    "延长": "缩短",
    "提升": "下降",
    "加快": "放缓",
    "增产": "减产",
    "下降": "上升",
    "减少": "增加",
    "降低": "提高",
    "回落": "回升",
    "下跌": "上涨",
    "缩短": "延长",
    "下滑": "上升",
    "减低": "提高",
    "放缓": "加快",
    "减产": "增产",
    "降至": "升至",
    "降到": "升到",
    "升至": "降至",
    "升到": "降到",
    "增至": "降至",
    "降幅": "增幅",
    "增幅": "降幅",
    "升幅": "降幅",
    "涨幅": "跌幅",
}
"""The word that is true where a direction is not."""

ONLY_OF = {
    "加快": ("增速", "增幅", "增长率", "速度"),
    "放缓": ("增速", "增幅", "增长率", "速度"),
    "增产": ("产量", "产"),
    "减产": ("产量", "产"),
}
"""Directions that are told of figures alone whose names end so."""

CHANGES = frozenset({"同比", "环比", "增幅", "走势", "同比增减", "环比增减"})
"""Phrases that say how their figure changed."""

GOAL_WORDS = ("完成", "达到", "高于", "超过", "超出", "突破", "低于", "不及")
GOALS_NAMED = (
    *("全年目标任务", "年度目标任务", "全年目标", "年度目标", "全年任务", "年度任务"),
    *("全年控制目标", "全年控制数", "控制目标", "控制数"),
)
"""What 全年目标 and 全年控制数 are called; 目标 alone is one only behind a word of `GOAL_WORDS`."""

REACHES = ("降至", "降到", "升至", "升到", "增至")
"""Directions that lead up to a figure."""

BIG = ("大幅度", "大幅", "明显", "显著", "较快", "快速", "迅速", "急剧")
SMALL = ("略有", "稍有", "小幅度", "小幅", "微幅", "略微", "稍稍")
BIG_BEHIND = ("明显", "显著", "较快", "较大", "较多", "迅速")
SMALL_BEHIND = ("不大", "不多", "较小", "有限", "不明显")
EXTENTS = {"增幅": "增长", "升幅": "上升", "涨幅": "上涨", "降幅": "下降"}
"""增幅较大 says 增长, and how far."""


ONLY = ("仅仅", "仅有", "仅为", "仅", "只有")
AS_MUCH = ("高达", "多达")

ALL = ("全部", "全都", "均已", "百分之百", "100%")
PAST = "上年|去年|上期|上月|上季度|年初|同期"
"""Words that speak of another time."""

MIDDLES = ("", "都", "均", "已", "已经", "得到")
"""What may stand between 全部 and what was done: 全部已办结."""

DONE = ("办结", "化解", "整改", "销号", "解决", "完成", "整治", "答复", "交付", "回访")
"""What can be done to all of a whole; its rate is 办结率, 化解率 …"""

GOALS = (
    *("力争", "确保", "争取", "计划", "预计", "打算", "有望", "下一步", "今后", "努力实现", "要求"),
    *("如果", "假如", "一旦", "即使", "无论", "是否", "能否", "可能", "防止", "避免", "遏制"),
    *("要达到", "要实现", "要控制", "要突破", "要超过", "要在", "要把", "要使", "目标是", "底前"),
)
"""A sentence with one of these speaks of what is to be, not of what is."""

BUT = ("但", "然而", "不过", "可是", "却")
THOUGH = ("虽", "尽管", "固然")
