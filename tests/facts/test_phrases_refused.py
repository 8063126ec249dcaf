"""What can never be said of one figure, by what it is and not by its value."""

from __future__ import annotations

import pytest

from speechgen.facts.speak import check
from tests.facts.making import sheet

BOOK = sheet("""
新建项目: {值: 30, 单位: 个, 时段: 二季度, 全年目标: 50}
办结率: {值: 92%, 时段: 1至7月, 全年目标: 95%}
在库积案: {值: 48, 单位: 件, 性质: 存量, 时段: 1至7月}
受理: {值: 48, 单位: 件, 性质: 流量, 时段: 1至7月}
人次: {值: 300, 单位: 人次}
走访位次: {位次: {由: 9, 至: 5}}
""")


@pytest.mark.parametrize(
    ("expression", "message", "hint"),
    [
        pytest.param(
            "在库积案.累计",
            "“在库积案”是存量，不累加，不说“累计”",
            "请改用“截至”：【在库积案.截至】共【在库积案】",
            id="a stock does not add up",
        ),
        pytest.param(
            "办结率.新增",
            "“办结率”是比率，不累加，不说“新增”",
            "请改用“达到”或“同比”",
            id="a rate does not come in",
        ),
        pytest.param(
            "人次.截至",
            "“人次”没有写时段，不能说“截至”",
            "时段写成“1至7月”或“截至7月20日”这样",
            id="up to when is not guessed",
        ),
        pytest.param(
            "人次.连续",
            "“人次”的单位是人次，不是时间，不说“连续”",
            "单位写成年、个月、个季度、周或天，如 {值: 5, 单位: 年}",
            id="a streak is counted in time",
        ),
        pytest.param(
            "办结率.以万计",
            "“办结率”的单位是%，不能用万作单位",
            "直接写【办结率】",
            id="a rate has no size",
        ),
        pytest.param(
            "办结率.目标增幅",
            "“办结率”是比率，不是增幅，不说“目标增幅”",
            "请改用“力争”或“不低于”；是增幅的，写上 类别: 经济",
            id="a rate is not growth",
        ),
        pytest.param(
            "新建项目.增长左右",
            "“新建项目”的时段“二季度”不是全年，上年同期不能同全年目标比，不说“增长左右”",
            "时段写成“2026年”这样，上年同期写上年全年的数",
            id="a year's goal is not set against a part of last year",
        ),
        pytest.param(
            "走访位次.达到",
            "“走访位次”只有位次，没有值，不能说“达到”",
            "可以说“位次”“前移”“由到”",
            id="a rank reaches no amount",
        ),
        pytest.param(
            "受理.仍有",
            "“受理”是流量，是一段时间发生的，不说“仍有”",
            "写成【受理.仍有(已办的)】，或改用“累计”",
            id="what came in is not what is left",
        ),
    ],
)
def test_what_does_not_fit_a_figure_is_refused(expression: str, message: str, hint: str) -> None:
    error = check(expression, BOOK)

    assert error is not None
    assert (error.code, error.message, error.hint) == ("phrase-unfit", message, hint)
