"""核对, 同比, 环比, 占比 as stated: what is not so is said with both values and both lines."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from speechgen.facts.read import read_text
from speechgen.facts.reconcile.saying import lines
from speechgen.problems import CellPlace, FactsPlace, SpeechgenError
from tests.facts.making import sheet

BACKLOG = """排查积案: {{值: 98, 单位: 件}}
化解积案: {{值: 50, 单位: 件}}
未化解积案: {{值: {left}, 单位: 件, 核对: = 排查积案 - 化解积案}}
"""


def test_found_less_settled_is_what_is_left() -> None:
    assert not sheet(BACKLOG.format(left=48)).problems


def test_what_a_check_gives_is_said_beside_what_is_stated() -> None:
    book = sheet("\n" * 11 + BACKLOG.format(left=50))

    (problem,) = book.problems

    assert str(problem) == (
        "素材.yaml:14:12: “未化解积案”填报 50件，按“排查积案 - 化解积案”应为 48件"
        "（排查积案 98件，化解积案 50件）[check-mismatch]\n"
        "    请核对第 14 行的未化解积案，或第 12 至 13 行的排查积案、化解积案"
    )
    assert problem.severity == "error"
    assert book.disputed == {"排查积案", "化解积案", "未化解积案"}


def test_a_check_with_a_missing_figure_checks_nothing() -> None:
    assert not sheet(BACKLOG.format(left="待核")).problems


@pytest.mark.parametrize(
    ("rate", "agrees"),
    [
        pytest.param("值: 90%", True, id="as it is"),
        pytest.param("值: 90.0%", True, id="with a decimal"),
        pytest.param("值: 89.96%", True, id="with two"),
        pytest.param("值: 89.9%", False, id="one step off"),
        pytest.param("值: 89%", False, id="a whole point off"),
        pytest.param("值: 89%, 允许误差: {值: 1, 理由: 按上报口径}", True, id="accepted"),
        pytest.param("值: 88%, 允许误差: {值: 1, 理由: 按上报口径}", False, id="beyond it"),
    ],
)
def test_a_stated_rate_agrees_within_the_rounding_shown(rate: str, agrees: bool) -> None:  # noqa: FBT001 - of a case
    book = sheet(f"""
排查: {{值: 1056, 单位: 件}}
化解: {{值: 950, 单位: 件}}
息访率: {{{rate}, 核对: = 化解 / 排查}}
""")

    assert book.codes() == ([] if agrees else ["check-mismatch"])


def test_a_ratio_typed_without_percent_is_checked_as_a_ratio() -> None:
    figures = (
        "甲: {值: 3, 单位: 件}\n乙: {值: 4, 单位: 件}\n比: {值: %s, 单位: 无, 核对: = 甲 / 乙}"
    )

    assert not sheet(figures % "0.75").problems
    assert sheet(figures % "0.80").codes() == ["check-mismatch"]


@pytest.mark.parametrize(
    ("check", "code", "message"),
    [
        (
            "= 排查件 - 化解",
            "unknown-figure",
            "“未解”的核对“= 排查件 - 化解”：没有叫“排查件”的数据",
        ),
        ("= 排查 - ", "formula-error", "“未解”的核对“= 排查 -”：没有写完"),
        (
            "= 化解 / 排查",
            "unit-mismatch",
            "“未解”的核对“= 化解 / 排查”：写的单位是件，算出来的是%",
        ),
    ],
)
def test_a_check_that_cannot_be_worked_out_is_refused(check: str, code: str, message: str) -> None:
    text = f"""文种: 工作会议讲话
数据:
  排查: {{值: 4, 单位: 件}}
  化解: {{值: 3, 单位: 件}}
  未解: {{值: 1, 单位: 件, 核对: {check}}}
"""

    with pytest.raises(SpeechgenError) as caught:
        read_text(text, "素材.yaml")

    (problem,) = caught.value.problems
    assert (problem.code, problem.message) == (code, message)
    assert str(problem.place) == "素材.yaml:5:25"


@pytest.mark.parametrize(
    ("figure", "should"),
    [
        pytest.param("值: 135, 单位: 件, 上年同期: 148, 同比: -8.8%", "", id="percent"),
        pytest.param("值: 135, 单位: 件, 上年同期: 148, 同比: 下降9%", "", id="whole percent"),
        pytest.param("值: 135, 单位: 件, 上年同期: 148, 同比: 减少13件", "", id="own unit"),
        pytest.param("值: 135, 单位: 件, 上年同期: 148, 同比: -8.9%", "下降8.8%", id="a step off"),
        pytest.param("值: 135, 单位: 件, 上年同期: 148, 同比: 8.8%", "下降8.8%", id="wrong way"),
        pytest.param("值: 135, 单位: 件, 上年同期: 148, 同比: 持平", "下降8.8%", id="not level"),
        pytest.param("值: 135, 单位: 件, 上年同期: 148, 同比: 减少12件", "减少13件", id="one off"),
        pytest.param("值: 92%, 上年同期: 90%, 同比: 上升2个百分点", "", id="points"),
        pytest.param(
            "值: 92%, 上年同期: 90%, 同比: 上升3个百分点", "上升2个百分点", id="points off"
        ),
        pytest.param("值: 92%, 上年同期: 92%, 同比: 持平", "", id="level"),
        pytest.param("值: 92%, 上年同期: 92%, 同比: 上升1个百分点", "持平", id="not at all level"),
        pytest.param("值: 5, 单位: 件, 上年同期: 0, 同比: 增加5件", "", id="from zero"),
        pytest.param("值: 5, 单位: 件, 上年同期: 0, 同比: 增长100%", "增加5件", id="of zero"),
        pytest.param("值: 0, 单位: 件, 上年同期: 0, 同比: 增长0%", "", id="zero of zero"),
        pytest.param("值: -30, 单位: 万元, 上年同期: -50, 同比: 上升40%", "", id="a smaller loss"),
        pytest.param("值: 34.6, 单位: 亿元, 上年同期: 32.0, 同比: 8.2%", "", id="rounded inputs"),
        pytest.param(
            "值: 34.6, 单位: 亿元, 上年同期: 32.0, 同比: 9%", "上升8.1%", id="beyond them"
        ),
        pytest.param(
            "值: 8, 单位: 亿元, 上年同期: 7, 同比: 14.3%", "", id="whole numbers are exact"
        ),
        pytest.param("值: 3.4万, 单位: 人, 上年同期: 3.7万, 同比: -8.5%", "", id="rounded to 万"),
        pytest.param("值: 待核, 单位: 件, 上年同期: 148, 同比: -8.9%", "", id="value missing"),
        pytest.param("值: 135, 单位: 件, 上年同期: 148, 同比: 待核", "", id="change missing"),
    ],
)
def test_a_stated_change_is_held_against_last_year(figure: str, should: str) -> None:
    book = sheet(f"甲: {{{figure}}}")

    assert book.codes() == (["change-mismatch"] if should else [])
    assert not should or f"按数据应为{should}（" in book.problems[0].message
    assert book.disputed == ({"甲"} if should else set())


def test_a_change_that_is_not_so_is_said_with_both_values() -> None:
    book = sheet("信访:\n  值: 135\n  单位: 件\n  上期: 150\n\n  环比: 下降12%")

    assert str(book.problems[0]) == (
        "素材.yaml:6:7: “信访”的环比填报“下降12%”，按数据应为下降10%（135件，上期 150件）"
        "[change-mismatch]\n    请核对第 2、4、6 行的值、上期和环比"
    )


def test_a_difference_in_percent_may_be_allowed_for() -> None:
    figure = (
        "产值: {值: 56, 单位: 亿元, 上年同期: 52, 同比: 6.1%, 允许误差: {值: %s, 理由: 可比价}}"
    )

    assert not sheet(figure.replace("%s", "2%")).problems
    assert sheet(figure.replace("%s", "1%")).codes() == ["change-mismatch"]
    assert sheet(figure.replace("%s", "2")).codes() == ["change-mismatch"]


def test_a_difference_that_is_allowed_without_a_reason_asks_for_it() -> None:
    book = sheet("产值: {值: 56, 单位: 亿元, 上年同期: 52, 同比: 6.1%, 允许误差: {值: 2%}}")

    (problem,) = book.problems
    assert (problem.code, problem.severity) == ("tolerance-reason", "warn")
    assert problem.message == (
        "“产值”的同比填报“6.1%”，按数据应为上升7.7%（56亿元，上年同期 52亿元）"
        "，在允许误差以内，没有写理由"
    )
    assert not book.disputed


def test_nothing_falls_by_more_than_all_of_it() -> None:
    book = sheet("甲: {值: 3, 单位: 件, 同比: 下降120%}")

    assert book.problems[0].message == "“甲”的同比填报“下降120%”，下降不会超过100%"
    assert not sheet("甲: {值: 3, 单位: 件, 同比: 下降99%}").problems


@given(
    st.integers(0, 10**6),
    st.integers(1, 10**6),
    st.integers(0, 3),
    st.sampled_from(["件", "万元", "人次"]),
)
@settings(max_examples=150, deadline=None)
def test_what_rounding_explains_is_never_flagged_and_a_step_more_always(
    now: int, then: int, places: int, unit: str
) -> None:
    step = Decimal(1).scaleb(-places)
    exact = Decimal(now - then) * 100 / then
    stated = exact.quantize(step, ROUND_HALF_UP)

    def codes(change: Decimal) -> list[str]:
        figure = f"值: {now}, 单位: {unit}, 上年同期: {then}, 同比: {change:+f}%"
        return sheet(f"甲: {{{figure}}}").codes()

    assert codes(stated) == []
    for other in (stated + step, stated - step):
        off = abs(other - exact) > step / 2
        assert codes(other) == (["change-mismatch"] if off else [])


@given(st.integers(0, 10**5), st.integers(1, 10**5), st.integers(0, 2))
@settings(max_examples=100, deadline=None)
def test_a_stated_share_agrees_within_its_rounding(part: int, whole: int, places: int) -> None:
    assume(part <= whole)
    step = Decimal(1).scaleb(-places)
    exact = Decimal(part) * 100 / whole
    stated = exact.quantize(step, ROUND_HALF_UP)

    def codes(share: Decimal) -> list[str]:
        figures = f"总: {{值: {whole}, 单位: 件}}\n"
        return sheet(f"{figures}甲: {{值: {part}, 单位: 件, 总量: 总, 占比: {share:f}%}}").codes()

    assert codes(stated) == []
    assert codes(stated + step * 2) == ["share-mismatch"]


def test_a_share_that_is_not_so_is_said_with_both_values() -> None:
    book = sheet("总量数: {值: 135, 单位: 件}\n重复: {值: 31, 单位: 件, 总量: 总量数, 占比: 24%}")

    assert str(book.problems[0]) == (
        "素材.yaml:2:33: “重复”填报占总量数的 24%，应为 23%（31件，总量数 135件）[share-mismatch]\n"
        "    请核对第 2 行的值和占比，或第 1 行的总量"
    )
    assert book.disputed == {"重复", "总量数"}


@pytest.mark.parametrize(
    ("part", "whole"), [("待核", "135"), ("31", "待核"), ("31", "0")], ids=["part", "whole", "zero"]
)
def test_a_share_of_what_is_not_known_is_not_checked(part: str, whole: str) -> None:
    figures = f"总: {{值: {whole}, 单位: 件}}\n甲: {{值: {part}, 单位: 件, 总量: 总, 占比: 24%}}"

    assert "share-mismatch" not in sheet(figures).codes()


def test_cells_of_a_workbook_are_named() -> None:
    cell = CellPlace("月报.xlsx!汇总", 5, 2)

    assert lines([cell, cell]) == "月报.xlsx!汇总!B5"
    assert lines([cell, FactsPlace("素材.yaml", 7, 3)]) == "月报.xlsx!汇总!B5、第 7 行"
