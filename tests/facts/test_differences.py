"""What differs between two versions of the facts."""

from __future__ import annotations

import pytest

from speechgen.facts.lists.differences import Difference, differences, turned
from speechgen.facts.read import read_text

HEAD = "文种: 工作会议讲话\n会议: {名称: 会}\n数据:\n"
OLD = """\
  排查: {值: 126, 单位: 件}
  化解: {值: 78, 单位: 件, 上年同期: 60}
  未化解: = 排查 - 化解
  化解率: = 化解 / 排查
"""


def compared(old: str, new: str) -> list[Difference]:
    return list(differences(read_text(HEAD + old, "旧.yaml"), read_text(HEAD + new, "新.yaml")))


def told(old: str, new: str) -> list[str]:
    return [
        f"{one.sort} {one.name}：" + "；".join(f"{key} {a}→{b}" for key, a, b in one.aspects)
        for one in compared(old, new)
    ]


def test_the_same_facts_do_not_differ() -> None:
    assert compared(OLD, OLD) == []


def test_a_derived_figure_follows_its_inputs() -> None:
    new = OLD.replace("值: 78", "值: 80")

    assert told(OLD, new) == [
        "改动 化解：值 78件→80件",
        "连带变化 未化解：值 48件→46件",
        "连带变化 化解率：值 61.9%→63.5%",
    ]
    assert [one.because for one in compared(OLD, new)] == [(), ("化解",), ("化解",)]


def test_what_moves_below_the_digits_that_print_is_told() -> None:
    old = "  总数: {值: 34618, 单位: 人, 约数: 余}\n"

    assert told(old, old.replace("34618", "34700")) == [
        "改动 总数：值 34618人→34700人（印出的都是3.4万余人）"
    ]


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("值: 78, 单位: 件", "值: 待核, 单位: 件", "已知变待核 化解：值 78件→X件"),
        ("上年同期: 60", "上年同期: 待核", "已知变待核 化解：上年同期 60件→X件"),
        ("上年同期: 60", "上年同期: 66", "改动 化解：上年同期 60件→66件"),
        (", 上年同期: 60", "", "改动 化解：上年同期 60件→没有写"),
        ("上年同期: 60", "上年同期: 60, 时段: 1至7月", "改动 化解：时段 没有写→1至7月"),
        ("上年同期: 60", "上年同期: 60, 状态: 不公开", "改动 化解：状态 没有写→不公开"),
    ],
)
def test_every_key_that_shows_in_print_is_compared(was: str, now: str, said: str) -> None:
    old = "".join(OLD.splitlines(keepends=True)[:2])

    assert told(old, old.replace(was, now)) == [said]


def test_what_was_waited_for_came() -> None:
    old = OLD.replace("值: 78", "值: 待核")

    assert told(old, OLD)[:2] == ["待核变已知 化解：值 X件→78件", "连带变化 未化解：值 X件→48件"]


def test_a_unit_that_changed_is_told() -> None:
    old = "  来访: {值: 96, 单位: 批次}\n"

    assert told(old, old.replace("批次", "人次")) == ["改动 来访：值 96批次→96人次；单位 批次→人次"]


def test_another_formula_is_a_change() -> None:
    assert told(OLD, OLD.replace("排查 - 化解", "排查 - 化解 - 化解")) == [
        "改动 未化解：值 48件→-30件；算式 排查 - 化解→排查 - 化解 - 化解"
    ]


def test_a_renamed_figure_is_the_same_figure() -> None:
    old = "  排查: {值: 126, 单位: 件}\n"
    new = "  排查积案: {值: 130, 单位: 件, 原名: 排查}\n"

    (one,) = compared(old, new)

    assert (one.sort, one.name, one.before) == ("改名", "排查积案", "排查")
    assert told(old, new) == ["改名 排查积案：值 126件→130件"]


def test_figures_come_and_go() -> None:
    assert told("  甲: {值: 1, 单位: 件}\n", "  乙: {值: 2, 单位: 件}\n") == [
        "新增 乙：值 →2件",
        "删去 甲：值 1件→",
    ]


def test_names_are_compared_too() -> None:
    figure = "  甲: {值: 1, 单位: 件}\n"
    old = f"{figure}名称: {{小区: {{值: 待核}}, 水库: 石门水库}}\n讲话人: {{姓名: 待核}}\n"
    new = f"{figure}名称: {{小区: 和苑小区, 水库: 龙门水库}}\n"

    assert told(old, new) == [
        "改动 水库：名称 石门水库→龙门水库",
        "待核变已知 小区：名称 ××→和苑小区",
        "待核变已知 讲话人.姓名：名称 ×××→不再待核",
    ]


@pytest.mark.parametrize(
    ("was", "now", "opposite"),
    [
        ("同比上升3%", "同比下降2%", True),
        ("同比下降3%", "同比下降2%", False),
        ("同比增长3%", "同比持平", True),
        ("分别下降3%、上升2%", "分别上升2%、下降3%", True),
        ("高于时序进度3个百分点", "低于时序进度1个百分点", True),
        ("还差5件", "超出全年目标5件", True),
        ("同比X", "同比下降3%", False),
        ("占信访总量的3%", "占信访总量的4%", False),
    ],
)
def test_a_phrase_that_says_the_opposite_is_known(was: str, now: str, *, opposite: bool) -> None:
    assert turned(was, now) is opposite
