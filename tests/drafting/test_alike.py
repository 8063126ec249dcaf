"""Advice on numbers that meet in a paragraph: same value, other name; two periods, none said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.drafting.papers import EXEMPLARS, MEETING, SAMPLES, drafted, drafted_file

OURS = frozenset({"same-value", "mixed-periods"})


def advice(figures: str, *lines: str) -> list[str]:
    """Return our advice on a speech whose first point says `lines`: code and message."""
    said = "".join(f"      - {line}\n" for line in lines)
    text = f"{MEETING}数据:\n{figures}\n问题:\n  - 要点: 隐患还没有除尽\n    说明:\n{said}"
    return [f"{p.code} {p.message}" for p in drafted(text).advice if p.code in OURS]


TWINS = "  巡查堤段: {值: 48, 单位: 处}\n  加固堤段: {值: 48, 单位: 处}"


def test_one_number_under_two_names_in_a_paragraph_is_told() -> None:
    (told,) = advice(TWINS, "巡查堤段【巡查堤段】，加固堤段【加固堤段】")

    assert told.startswith("same-value “巡查堤段”和“加固堤段”都是 48处，又在同一段里：“")
    assert "巡查堤段48处，加固堤段48处" in told


def test_the_advice_points_at_the_second_figure() -> None:
    text = (
        f"{MEETING}数据:\n{TWINS}\n成绩:\n  - 巡查堤段【巡查堤段】，加固堤段【加固堤段】\n"
        "任务: [守住河堤]\n"
    )

    (problem,) = [p for p in drafted(text).advice if p.code in OURS]

    assert str(problem.place).startswith("素材.yaml:7:")
    assert problem.severity == "advice"


@pytest.mark.parametrize(
    "figures",
    [
        pytest.param("  甲: {值: 3, 单位: 处}\n  乙: {值: 3, 单位: 处}", id="small counts"),
        pytest.param("  甲: 100%\n  乙: 100%", id="all of it"),
        pytest.param("  甲: {值: 48, 单位: 处}\n  乙: {值: 48, 单位: 公里}", id="other units"),
        pytest.param("  甲: {值: 48, 单位: 处}\n  乙: = 甲", id="one is the other"),
        pytest.param(
            "  甲: {值: 48, 单位: 处, 总量: 乙}\n  乙: {值: 48, 单位: 处}", id="all of the whole"
        ),
        pytest.param("  甲: {值: 待核, 单位: 处}\n  乙: {值: 待核, 单位: 处}", id="both missing"),
    ],
)
def test_numbers_that_may_well_be_equal_are_left_alone(figures: str) -> None:
    assert not advice(figures, "有【甲】，又有【乙】")


def test_equal_numbers_of_two_paragraphs_are_left_alone() -> None:
    text = (
        f"{MEETING}数据:\n{TWINS}\n问题:\n  - {{要点: 隐患多, 说明: [巡查【巡查堤段】]}}\n"
        "  - {要点: 力量少, 说明: [加固【加固堤段】]}\n"
    )

    assert not [p for p in drafted(text).advice if p.code in OURS]


PERIODS = """\
  巡堤: {值: 480, 单位: 次, 时段: 一季度}
  抢险: {值: 16, 单位: 次, 时段: 1至4月, 上年同期: 20}
  清淤: {值: 31, 单位: 次, 时段: 4月}
  存水: {值: 52, 单位: 万方, 时段: 2024年末}
  值守: {值: 96, 单位: 次, 时段: 截至3月底}"""


def test_two_periods_in_one_sentence_are_told_where_they_are_not_said() -> None:
    (told,) = advice(PERIODS, "巡堤【巡堤】，其中抢险【抢险.同比】")

    assert told.startswith(
        "mixed-periods 一句话里有不同时段的数：巡堤（一季度）、抢险（1至4月），没有都说明：“"
    )


def test_a_month_is_not_said_by_the_months_up_to_it() -> None:
    (told,) = advice(PERIODS, "1至4月抢险【抢险】，其中清淤【清淤】")

    assert "抢险（1至4月）、清淤（4月），没有都说明" in told


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("一季度巡堤【巡堤】，1至4月抢险【抢险】", id="both are said"),
        pytest.param("一季度巡堤【巡堤】，2025年1—4月抢险【抢险】", id="said in other signs"),
        pytest.param("一季度巡堤【巡堤】，【抢险.时段】抢险【抢险】", id="said by a phrase"),
        pytest.param("巡堤【巡堤】，值守【值守】", id="the same months in other words"),
        pytest.param("巡堤【巡堤】。抢险【抢险】", id="two sentences"),
        pytest.param("巡堤【巡堤】；抢险【抢险】", id="two halves of a sentence"),
        pytest.param("一季度巡堤【巡堤】，头4个月抢险【抢险】", id="the same months, first"),
        pytest.param("一季度巡堤【巡堤】，截至目前抢险【抢险】", id="up to now"),
        pytest.param("上月清淤【清淤】，头4个月抢险【抢险】", id="last month"),
        pytest.param("上年末存水【存水】，目前抢险【抢险】", id="the end of last year"),
    ],
)
def test_periods_that_are_said_or_the_same_are_left_alone(line: str) -> None:
    assert not advice(PERIODS, line)


def test_advice_on_values_keeps_no_wording_from_being_kept() -> None:
    line = "巡查堤段【巡查堤段】，加固堤段【加固堤段】"

    first, again = advice(TWINS, line), advice(TWINS, line)
    other = advice(TWINS.replace("48", "47", 1), line)

    assert first == again
    assert len(first) == 1
    assert not other


@pytest.mark.parametrize("path", [*SAMPLES, *EXEMPLARS], ids=lambda path: path.stem)
def test_the_samples_need_no_such_advice(path: Path) -> None:
    assert not [p.message for p in drafted_file(path).advice if p.code in OURS]
