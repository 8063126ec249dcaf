"""Problems: evidence first, then what it says of our own work; nothing is blamed on people."""

from __future__ import annotations

from time import perf_counter

import pytest

from tests.drafting.papers import line_with, speech

CEILING = """\
数据:
  总量: {{值: {value}, 单位: 件, 时段: 1至7月, 上年同期: 148, 全年控制数: 200, 向好: 下降}}
问题:
  - 要点: 总量压力还比较大
    说明:
      - 全县总量【总量】
      - 【总量.余量】
"""


@pytest.mark.parametrize(
    ("conduct", "said"),
    [
        pytest.param(["值班脱岗"], "有的值班脱岗，", id="one"),
        pytest.param(
            ["值班脱岗", "预案照抄"], "从反映的情况看，有的值班脱岗，有的预案照抄。", id="two (问9)"
        ),
        pytest.param(
            ["值班脱岗", "预案照抄", "物资过期"],
            "有的值班脱岗；有的预案照抄；还有的物资过期。",
            id="three (问11)",
        ),
    ],
)
def test_conduct_is_told_by_its_count(conduct: list[str], said: str) -> None:
    body = f"问题:\n  - 要点: 责任还没有压实\n    表现: [{', '.join(conduct)}]\n"

    assert said in line_with(body, "责任还没有压实")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        pytest.param("135", "今后5个月只剩65件的余地，月均13件，而前7个月月均19.3件。", id="tight"),
        pytest.param(
            "70", "今后5个月还有130件的余地，月均26件，前7个月月均10件，仍须稳住。", id="enough"
        ),
        pytest.param("210", "已超出控制目标10件。", id="passed"),
        pytest.param("待核", "X件的余地", id="unknown"),
    ],
)
def test_what_is_left_under_a_ceiling_is_told_by_its_size(value: str, said: str) -> None:
    assert said in line_with(CEILING.format(value=value), "总量压力")


def test_a_period_is_said_once_in_a_section() -> None:
    paragraph = line_with(CEILING.format(value="135"), "总量压力")

    assert paragraph.count("1至7月") == 1


def test_kinds_of_problems_are_counted() -> None:
    body = """\
问题:
  - 角度: 结构
    统称: 风险
    具体问题: [堤防还有薄弱段, 预案还没有落到人]
"""

    assert "从结构上看，两类风险比较突出。" in speech(body)
    assert line_with(body, "堤防").startswith("一是堤防还有薄弱段。")


def test_two_long_lines_are_compared_at_once() -> None:
    before, line = "乙甲" * 50_000, "甲" * 100_000
    body = f"名称: {{某镇: 城关镇}}\n问题:\n  - 要点: 甲\n    说明: [{before}, 【某镇】{line}]\n"
    start = perf_counter()

    speech(body)

    assert perf_counter() - start < 4
