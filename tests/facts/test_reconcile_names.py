"""What the names alone say: warned of where one reading fits, and never otherwise."""

from __future__ import annotations

import pytest

from tests.facts.making import sheet

THREE = "排查积案: {值: 98, 单位: 件}\n化解积案: {值: 50, 单位: 件}\n"


@pytest.mark.parametrize(
    ("figures", "message"),
    [
        pytest.param(
            THREE + "未化解积案: {值: 50, 单位: 件}",
            "“未化解积案”填报 50件，而 排查积案 − 化解积案 = 48件，对不上",
            id="what is left",
        ),
        pytest.param(
            THREE + "尚未化解积案: {值: 50, 单位: 件}",
            "“尚未化解积案”填报 50件，而 排查积案 − 化解积案 = 48件，对不上",
            id="what is left yet",
        ),
        pytest.param(
            "受理: {值: 98, 单位: 件}\n办结: {值: 50, 单位: 件}\n未办结: {值: 50, 单位: 件}",
            "“未办结”填报 50件，而 受理 − 办结 = 48件，对不上",
            id="verbs alone",
        ),
        pytest.param(
            THREE + "化解率: 52%",
            "“化解率”填报 52%，而 化解积案 ÷ 排查积案 = 51%，对不上",
            id="rate",
        ),
        pytest.param(
            THREE + "积案化解率: 52.0%",
            "“积案化解率”填报 52.0%，而 化解积案 ÷ 排查积案 = 51%，对不上",
            id="rate of what",
        ),
        pytest.param(
            "排查隐患: {值: 3240, 单位: 处}\n整改隐患: {值: 3052, 单位: 处}\n隐患整改率: 94.3%",
            "“隐患整改率”填报 94.3%，而 整改隐患 ÷ 排查隐患 = 94.2%，对不上",
            id="another pair of verbs",
        ),
    ],
)
def test_what_the_names_say_and_the_numbers_do_not_is_warned_of(figures: str, message: str) -> None:
    book = sheet(figures)

    (problem,) = book.problems
    assert (problem.code, problem.severity, problem.message) == ("looks-off", "warn", message)
    assert not book.disputed


def test_more_done_than_there_was_to_do_is_warned_of() -> None:
    book = sheet("排查隐患: {值: 100, 单位: 处}\n整改隐患: {值: 120, 单位: 处}")

    (problem,) = book.problems

    assert (problem.code, problem.severity) == ("looks-off", "warn")
    assert problem.message == "整改隐患比排查隐患还多（120处，100处）"
    assert problem.hint == "请核对第 1 至 2 行；包括以前结转来的，不用管"


@pytest.mark.parametrize(
    "figures",
    [
        pytest.param("排查隐患: {值: 100, 单位: 处}\n整改隐患: {值: 100, 单位: 处}", id="all"),
        pytest.param(
            "排查积案: {值: 3.4万, 单位: 件}\n化解积案: {值: 34018, 单位: 件}", id="round"
        ),
        pytest.param("计划投资: {值: 3, 单位: 亿元}\n完成投资: {值: 4, 单位: 亿元}", id="a plan"),
        pytest.param("排查隐患: {值: 3, 单位: 处}\n整改隐患: {值: 4, 单位: 次}", id="other units"),
        pytest.param("排查隐患: {值: 待核, 单位: 处}\n整改隐患: {值: 4, 单位: 处}", id="missing"),
    ],
)
def test_as_much_done_as_there_was_or_more_than_planned_is_left_alone(figures: str) -> None:
    assert not sheet(figures).problems


@pytest.mark.parametrize(
    "figures",
    [
        pytest.param(THREE + "未化解积案: {值: 48, 单位: 件}", id="it agrees"),
        pytest.param(THREE + "化解率: 51%", id="the rate agrees"),
        pytest.param(THREE + "化解率: 51.0%", id="the rate agrees to the decimal"),
        pytest.param(
            "排查积案: {值: 3.4万, 单位: 件}\n化解积案: {值: 1.2万, 单位: 件}\n"
            "未化解积案: {值: 21960, 单位: 件}\n化解率: 35.4%",
            id="rounding explains it",
        ),
        pytest.param(THREE + "未化解积案: {值: 50, 单位: 人}", id="another unit"),
        pytest.param(THREE + "未化解积案: {值: 50, 单位: 件, 时段: 1至7月}", id="another period"),
        pytest.param(THREE + "化解率: {值: 52%, 时段: 1至7月}", id="a rate of another period"),
        pytest.param(THREE + "未化解积案: {值: 待核, 单位: 件}", id="missing"),
        pytest.param(THREE + "未化解积案: = 排查积案 - 化解积案", id="computed"),
        pytest.param(THREE + "未化解信访: {值: 50, 单位: 件}", id="of something else"),
        pytest.param(THREE + "信访化解率: 52%", id="a rate of something else"),
        pytest.param(
            THREE + "受理积案: {值: 120, 单位: 件}\n未化解积案: {值: 50, 单位: 件}",
            id="two readings",
        ),
        pytest.param(
            THREE + "排查隐患: {值: 9, 单位: 处}\n化解隐患: {值: 3, 单位: 处}\n化解率: 52%",
            id="a rate of one of two",
        ),
        pytest.param(
            "排查积案: {值: 98, 单位: 件}\n化解积案: {值: 待核, 单位: 件}\n"
            "未化解积案: {值: 50, 单位: 件}",
            id="an input is missing",
        ),
        pytest.param(
            "排查积案: {值: 0, 单位: 件}\n化解积案: {值: 0, 单位: 件}\n化解率: 100%", id="0/0"
        ),
        pytest.param(
            "未成年人: {值: 50, 单位: 件}\n成年人: {值: 5, 单位: 件}", id="only the sign 未"
        ),
    ],
)
def test_nobody_cries_wolf(figures: str) -> None:
    assert not sheet(figures).problems


def test_what_the_file_declares_is_reported_once() -> None:
    book = sheet(
        "排查积案: {值: 98, 单位: 件, 分项: [化解积案, 未化解积案]}\n"
        "化解积案: {值: 50, 单位: 件}\n未化解积案: {值: 50, 单位: 件}"
    )

    assert book.codes() == ["sum-mismatch"]


@pytest.mark.parametrize(
    ("figure", "message"),
    [
        ("满意率: 104%", "“满意率”的值是 104%，这样的比率应在0至100%之间"),
        ("初访办结率: -2%", "“初访办结率”的值是 -2%，这样的比率应在0至100%之间"),
        (
            "办结率: {值: 98%, 上年同期: 120%}",
            "“办结率”的上年同期是 120%，这样的比率应在0至100%之间",
        ),
        (
            "办结率: {值: 98%, 全年目标: 120%}",
            "“办结率”的全年目标是 120%，这样的比率应在0至100%之间",
        ),
    ],
)
def test_a_rate_that_cannot_exceed_all_of_it_is_in_dispute(figure: str, message: str) -> None:
    book = sheet(figure)

    (problem,) = book.problems
    assert (problem.code, problem.severity, problem.message) == ("rate-range", "error", message)
    assert book.disputed == {figure.partition(":")[0]}


def test_a_computed_rate_over_all_of_it_is_in_dispute_too() -> None:
    book = sheet("甲: {值: 3, 单位: 件}\n乙: {值: 2, 单位: 件}\n覆盖率: = 甲 / 乙")

    assert book.problems[0].message == "“覆盖率”的值是 150%，这样的比率应在0至100%之间"


@pytest.mark.parametrize(
    "figure",
    ["完成率: 104%", "增长率: -3%", "增速: 120%", "利用率: 104%", "满意率: 100%", "办结率: 0%"],
)
def test_other_rates_may_be_what_they_are(figure: str) -> None:
    assert not sheet(figure).problems


def test_a_goal_of_zero_is_told_to_be_a_ceiling() -> None:
    (problem,) = sheet("亡人事故: {值: 1, 单位: 起, 全年目标: 0}").problems

    assert (problem.code, problem.severity) == ("zero-target", "warn")
    assert "全年控制数: 0" in problem.hint


def test_a_ceiling_of_zero_is_a_ceiling() -> None:
    assert not sheet("亡人事故: {值: 0, 单位: 起, 全年控制数: 0}").problems
