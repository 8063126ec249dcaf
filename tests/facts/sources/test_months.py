"""What was counted since January has no 环比 with the last month alone: that is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.facts.sources.making import problems

SAID = "成绩:\n  - 信访【信访】，【信访.环比】\n"
CUMULATIVE = "时段: 1至7月"


def told(folder: Path, head: str, said: str = SAID, typed: str = CUMULATIVE) -> list[str]:
    """Return what is told of a sheet whose 上期 stands under `head`."""
    (folder / "月报.csv").write_text(f"指标,单位,本期,{head}\n信访,件,1214,176\n", "utf-8")
    text = f"数据来源: 月报.csv\n数据: {{信访: {{{typed}}}}}\n{said}"
    return [f"{one.place} {one.message}" for one in problems(folder, text)]


@pytest.mark.parametrize("head", ["上月", "上月数", "上月（件）"])
@pytest.mark.parametrize("phrase", ["环比", "环比增减"])
def test_a_cumulative_figure_told_against_last_month_is_warned_of_once(
    head: str, phrase: str, tmp_path: Path
) -> None:
    said = f"成绩:\n  - 信访【信访】，【信访.{phrase}】\n问题:\n  - 信访【信访.环比】\n"

    assert told(tmp_path, head, said) == [
        "月报.csv!D2 “信访”的时段是“1至7月”，是累计数，同上月比不出环比"
    ]


@pytest.mark.parametrize("period", ["上半年", "2025年1—7月", "前三季度"])
def test_every_period_of_several_months_from_january_on_is_cumulative(
    period: str, tmp_path: Path
) -> None:
    assert len(told(tmp_path, "上月", typed=f"时段: {period}")) == 1


def test_the_period_may_stand_in_the_sheet(tmp_path: Path) -> None:
    (tmp_path / "月报.csv").write_text("指标,单位,时段,本期,上月\n信访,件,1至7月,9,2\n", "utf-8")

    found = problems(tmp_path, f"数据来源: 月报.csv\n{SAID}")

    assert [(one.code, one.severity) for one in found] == [("period-mixed", "warn")]


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("时段: 7月", id="a month"),
        pytest.param("时段: 二季度", id="not from January on"),
        pytest.param("时段: 1月", id="January alone"),
        pytest.param("时段: 截至7月底", id="at one time"),
        pytest.param(f"{CUMULATIVE}, 性质: 存量", id="a stock"),
        pytest.param("向好: 下降", id="no period"),
    ],
)
def test_a_figure_that_can_be_told_against_last_month_is_silent(typed: str, tmp_path: Path) -> None:
    assert told(tmp_path, "上月", "任务:\n  - 信访【信访】，【信访.环比】\n", typed) == []


@pytest.mark.parametrize("head", ["上期", "上季度", "上期累计"])
def test_what_does_not_stand_under_last_month_is_silent(head: str, tmp_path: Path) -> None:
    assert told(tmp_path, head) == []


def test_a_figure_whose_change_is_not_told_is_silent(tmp_path: Path) -> None:
    assert told(tmp_path, "上月", "成绩:\n  - 信访【信访】\n") == []


def test_a_former_value_typed_in_the_facts_is_silent(tmp_path: Path) -> None:
    assert told(tmp_path, "上月", typed=f"{CUMULATIVE}, 上期: 176") == []
