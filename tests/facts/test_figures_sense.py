"""Sense and pace: which way a figure turned, and how it stands in the year."""

from __future__ import annotations

import pytest

from speechgen.facts.period import elapsed, months
from speechgen.facts.sense import exceeded, pace, sense
from tests.facts.making import sheet


@pytest.mark.parametrize(
    ("figure", "turned"),
    [
        ("{值: 135, 上年同期: 148, 单位: 件, 向好: 下降}", "good"),
        ("{值: 148, 上年同期: 135, 单位: 件, 向好: 下降}", "bad"),
        ("{值: 92%, 上年同期: 90%, 向好: 上升}", "good"),
        ("{值: 90%, 上年同期: 92%, 向好: 上升}", "bad"),
        ("{值: 90%, 上年同期: 90%, 向好: 上升}", "flat"),
        ("{值: 10001, 上年同期: 10000, 单位: 件, 向好: 上升}", "flat"),
        ("{值: 待核, 上年同期: 148, 单位: 件, 向好: 下降}", "unknown"),
        ("{值: 135, 上年同期: 待核, 单位: 件, 向好: 下降}", "unknown"),
        ("{值: 135, 单位: 件, 向好: 下降}", ""),
        ("{值: 135, 上年同期: 148, 单位: 件}", ""),
        ("{值: 1, 上年同期: 0, 单位: 起, 向好: 下降}", "bad"),
        ("{值: 0, 上年同期: 1, 单位: 起, 向好: 下降}", "good"),
        ("{值: 0, 上年同期: 0, 单位: 起, 向好: 下降}", "flat"),
        ("{值: 0, 上年同期: 2, 单位: 家, 向好: 上升}", "bad"),
        ("{值: -5, 上年同期: 3, 单位: 万元, 向好: 上升}", "bad"),
        ("{值: -3, 上年同期: -5, 单位: 万元, 向好: 上升}", "good"),
        ("{值: 0, 上年同期: -5, 单位: 万元, 向好: 上升}", "good"),
        ("{值: -5, 上年同期: 0, 单位: 万元, 向好: 上升}", "bad"),
        ("{位次: {由: 前3, 至: 10, 向好: 下降}}", "good"),
        ("{位次: {由: 9, 至: 5, 向好: 上升}}", "good"),
        ("{位次: {由: 5, 至: 9, 向好: 上升}}", "bad"),
        ("{位次: {由: 5, 至: 5, 向好: 上升}}", "flat"),
        ("{位次: {由: 5, 至: 待核, 向好: 上升}}", "unknown"),
        ("{位次: {由: 5, 至: 9}}", ""),
    ],
)
def test_a_figure_turned_for_good_or_bad(figure: str, turned: str) -> None:
    assert sense(sheet(f"甲: {figure}").figures["甲"]) == turned


@pytest.mark.parametrize(
    ("figure", "stands"),
    [
        ("{值: 135, 单位: 件, 时段: 1至7月, 全年控制数: 200}", "above"),
        ("{值: 110, 单位: 件, 时段: 1至7月, 全年控制数: 200}", "below"),
        ("{值: 50, 单位: 件, 时段: 上半年, 全年目标: 100}", "level"),
        ("{值: 待核, 单位: 件, 时段: 上半年, 全年目标: 100}", "unknown"),
        ("{值: 50, 单位: 件, 时段: 上半年, 全年目标: 待核}", "unknown"),
        ("{值: 50, 单位: 件, 时段: 二季度, 全年目标: 100}", ""),
        ("{值: 50, 单位: 件, 全年目标: 100}", ""),
        ("{值: 50, 单位: 件, 时段: 上半年}", ""),
        ("{值: 50%, 时段: 上半年, 全年目标: 100%}", ""),
        ("{值: 50, 单位: 件, 时段: 上半年, 全年控制数: 0}", ""),
        ("{位次: {至: 5}, 时段: 上半年}", ""),
    ],
)
def test_a_figure_stands_above_or_below_the_pace_of_the_year(figure: str, stands: str) -> None:
    assert pace(sheet(f"甲: {figure}").figures["甲"]) == stands


@pytest.mark.parametrize(
    ("figure", "over"),
    [
        ("{值: 135, 单位: 件, 全年控制数: 200}", False),
        ("{值: 200, 单位: 件, 全年控制数: 200}", True),
        ("{值: 205, 单位: 件, 全年控制数: 200}", True),
        ("{值: 待核, 单位: 件, 全年控制数: 200}", None),
        ("{值: 135, 单位: 件}", None),
    ],
)
def test_a_ceiling_is_used_up_or_not(figure: str, over: bool | None) -> None:  # noqa: FBT001 - of a case
    assert exceeded(sheet(f"甲: {figure}").figures["甲"]) is over


@pytest.mark.parametrize(
    ("period", "found"),
    [
        ("1至7月", (1, 7)),
        ("1—7月", (1, 7)),
        ("1-7月份", (1, 7)),
        ("１～７月", (1, 7)),
        ("1月至7月", (1, 7)),
        ("1月到7月", (1, 7)),
        ("2025年1至7月", (1, 7)),
        ("今年1-7月", (1, 7)),
        ("前7个月", (1, 7)),
        ("截至7月底", (1, 7)),
        ("截至7月31日", (1, 7)),
        ("1月1日至7月31日", (1, 7)),
        ("1月", (1, 1)),
        ("4至7月", (4, 7)),
        ("7月", (7, 7)),
        ("一季度", (1, 3)),
        ("第一季度", (1, 3)),
        ("1季度", (1, 3)),
        ("二季度", (4, 6)),
        ("上半年", (1, 6)),
        ("2025年上半年", (1, 6)),
        ("前三季度", (1, 9)),
        ("前3季度", (1, 9)),
        ("一至三季度", (1, 9)),
        ("下半年", (7, 12)),
        ("全年", (1, 12)),
        ("2025年", (1, 12)),
        ("5月27日至10月底", None),
        ("1至7月15日", None),
        ("7月20日", None),
        ("7至1月", None),
        ("1至13月", None),
        ("今年以来", None),
        ("", None),
        ("2024年10月至2025年3月", None),
    ],
)
def test_a_period_covers_months(period: str, found: tuple[int, int] | None) -> None:
    assert months(period) == found


def test_only_a_period_from_january_has_months_behind_it() -> None:
    assert elapsed("1至7月") == 7
    assert elapsed("二季度") is None
    assert elapsed("今年以来") is None


@pytest.mark.parametrize(
    ("value", "used_up"),
    [("0", False), ("1", True), ("待核", None)],
    ids=["none", "one", "missing"],
)
def test_a_ceiling_of_zero_is_used_up_by_the_first(value: str, used_up: bool | None) -> None:  # noqa: FBT001 - of a case
    book = sheet(f"较大事故: {{值: {value}, 单位: 起, 全年控制数: 0}}")

    assert exceeded(book.figures["较大事故"]) is used_up
