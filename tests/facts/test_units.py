"""万 and 亿 in units: converted exactly where the file states what it wants, and never else."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speechgen.facts.formulas.units import split
from tests.facts.making import say, sheet

MONEY = """甲: {值: 1, 单位: 亿元}
乙: {值: 5000, 单位: 万元}
人数: {值: 2, 单位: 万人}
"""


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        pytest.param("{值: = 甲 + 乙, 单位: 亿元}", "1.5亿元", id="a sum in 亿元"),
        pytest.param("{值: = 甲 + 乙, 单位: 万元}", "15000万元", id="a sum in 万元"),
        pytest.param("{值: = 甲 - 乙, 单位: 元}", "50000000元", id="a difference in 元"),
        pytest.param("{值: = 合计(甲、乙), 单位: 亿元}", "1.5亿元", id="合计"),
        pytest.param("{值: = 最大(甲、乙), 单位: 万元}", "10000万元", id="最大"),
        pytest.param("= 乙 / 甲", "50%", id="a share needs no unit"),
        pytest.param("= 占比(乙、甲)", "50%", id="占比"),
        pytest.param("{值: = (甲 - 乙) / 甲, 单位: 百分比}", "50%", id="a share of a difference"),
        pytest.param("{值: = 甲 / 乙, 单位: 倍}", "2倍", id="how many times"),
        pytest.param("{值: = 乙, 单位: 亿元}", "0.5亿元", id="one figure in another unit"),
        pytest.param("{值: = 甲 / 人数, 单位: 元}", "5000元", id="a head, in 元"),
        pytest.param("{值: = 甲 / 人数, 单位: 万元}", "0.5万元", id="a head, in 万元"),
        pytest.param("{值: = 甲 / 人数, 单位: 元/人}", "5000元/人", id="a head, said so"),
        pytest.param("{值: = 甲 / 人数, 单位: 亿元/万人}", "0.5亿元/万人", id="as the figures are"),
    ],
)
def test_units_are_brought_to_the_one_that_is_stated(figure: str, said: str) -> None:
    assert say("得", f"{MONEY}得: {figure}") == said


def test_without_a_unit_nothing_is_converted_and_the_way_is_told() -> None:
    (problem,) = sheet(f"{MONEY}得: = 甲 + 乙").problems

    assert problem.message == "“得”的算式“= 甲 + 乙”：单位不同，不能相加（亿元和万元）"
    assert problem.hint == (
        "要换算的，请给这个数据写明单位，如 单位: 亿元；得百分数的写 单位: 百分比"
    )


@pytest.mark.parametrize("unit", ["", ", 单位: 件", ", 单位: 人次"])
def test_what_counts_other_things_is_never_added(unit: str) -> None:
    figures = "甲: {值: 1, 单位: 件}\n乙: {值: 2, 单位: 人次}\n"

    (problem,) = sheet(f"{figures}得: {{值: = 甲 + 乙{unit}}}").problems

    assert problem.code == "unit-mismatch"
    assert "单位不同，不能相加（件和人次）" in problem.message


def test_a_phrase_converts_nothing() -> None:
    book = sheet(f"{MONEY}丙: {{值: 1, 单位: 万元, 总量: 甲}}")

    assert book.codes() == ["unit-mismatch"]


@given(
    st.decimals(0, 10**6, places=2),
    st.decimals(0, 10**6, places=2),
    st.sampled_from(["吨", "万吨", "亿吨"]),
    st.sampled_from(["吨", "万吨", "亿吨"]),
    st.sampled_from(["吨", "万吨", "亿吨"]),
)
@settings(max_examples=100, deadline=None)
def test_a_converted_sum_is_exact(one: Decimal, other: Decimal, a: str, b: str, c: str) -> None:
    book = sheet(
        f"甲: {{值: {one:f}, 单位: {a}}}\n乙: {{值: {other:f}, 单位: {b}}}\n"
        f"得: {{值: = 甲 + 乙, 单位: {c}}}"
    )

    tons = [value.scaleb(split(unit)[0]) for value, unit in ((one, a), (other, b))]
    found = book.figures["得"].value
    assert found is not None
    assert found.scaleb(split(c)[0]) == sum(tons)


@pytest.mark.parametrize(
    ("unit", "parts"),
    [("万元", (4, "元")), ("亿元", (8, "元")), ("万亿元", (12, "元")), ("元", (0, "元"))],
)
def test_a_unit_is_parted(unit: str, parts: tuple[int, str]) -> None:
    assert split(unit) == parts
