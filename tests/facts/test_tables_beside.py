"""What 数据 and the filled list say of a cell or column stands beside what the table says."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from speechgen.facts.figure import PERCENT
from speechgen.facts.speak import speak
from tests.facts.sources.making import facts, problems

COUNTS = """\
表格:
- 名称: 乡镇表
  向好: 下降
  列: {乡镇: 文字, 来访: 件, 满意率: 百分比, 占比: = 来访 / 来访合计}
  行: [[甲, 30, 90%], [乙, 待核, 80%], [丙, —, —]]
"""
WHOLE = COUNTS.replace("待核", "70")
CELL = "乡镇表[乙].来访"


def filled(folder: Path, *rows: str) -> str:
    """Return the facts whose list of what is missing came back with `rows`."""
    lines = ("名称,缺什么,填在这里", *rows, "")
    (folder / "清单.csv").write_text("\n".join(lines), encoding="utf-8")
    return f"数据来源: 清单.csv\n{COUNTS}"


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ("20 人", "unit-conflict"),
        ("20%", "unit-conflict"),
        ("-3", "negative-count"),
        ("1234567890123456789012", "number-too-long"),
    ],
)
def test_an_answer_for_a_cell_is_looked_at_as_one_for_a_figure(
    answer: str, code: str, tmp_path: Path
) -> None:
    text = filled(tmp_path, f"{CELL},值,{answer}")

    assert code in {problem.code for problem in problems(tmp_path, text)}


def test_all_that_a_cell_lacks_can_be_filled(tmp_path: Path) -> None:
    rows = (f"{CELL},值,20件", f"{CELL},上年同期,40", f"{CELL},市定目标,50")

    read = facts(tmp_path, filled(tmp_path, *rows, "乡镇表.占比,上年同期,90%"))

    assert speak(f"{CELL}.同比", read).text == "同比下降50%"
    assert [level for level, _ in read.figures[CELL].targets] == ["市定"]
    assert speak("乡镇表.来访", read).text == "50"
    assert speak("乡镇表.占比.同比", read).text == "同比上升10个百分点"
    assert not read.problems


def test_a_cell_that_does_not_apply_is_not_filled(tmp_path: Path) -> None:
    text = filled(tmp_path, "乡镇表[丙].来访,值,20")

    assert [problem.code for problem in problems(tmp_path, text)] == ["unknown-figure"]


def test_an_entry_of_the_figures_speaks_of_one_cell_or_column(tmp_path: Path) -> None:
    entries = "  乡镇表.来访: {上年同期: 200, 向好: 上升}\n  乡镇表[甲].来访: {状态: 不公开}\n"

    figures = facts(tmp_path, f"数据:\n{entries}{WHOLE}").figures

    column, cell = figures["乡镇表.来访"], figures["乡镇表[甲].来访"]
    assert (column.value, column.formula, column.better) == (Decimal(100), "合计", "上升")
    assert column.last_year is not None
    assert (cell.private, cell.better, cell.row) == (True, "下降", "甲")


def test_an_entry_gives_the_total_that_rates_do_not_add_up_to(tmp_path: Path) -> None:
    read = facts(tmp_path, "数据:\n  乡镇表.满意率: {值: 86%}\n" + WHOLE)

    rate = read.figures["乡镇表.满意率"]
    assert (rate.value, rate.unit, len(rate.cells)) == (Decimal(86), PERCENT, 2)


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("乡镇表.来访: {值: 99, 单位: 件}", "sum-mismatch"),
        ("乡镇表[甲].来访: {值: 31, 单位: 件}", "source-conflict"),
        ("乡镇表.来访: {单位: 人, 上年同期: 5}", "unit-conflict"),
        ("乡镇表.来访: {值: = 别的 + 1}", "bad-name"),
        ("乡镇表.来访: {分项: [别的]}", "misplaced-key"),
        ("乡镇表[甲].来访: {总量: 别的}", "misplaced-key"),
        ("乡镇表.占比: {值: 90%}", "check-mismatch"),
        ("乡镇表.来访: {上年同期: -5}", "negative-count"),
    ],
)
def test_nothing_of_an_entry_vanishes(entry: str, code: str, tmp_path: Path) -> None:
    text = f"数据:\n  别的: {{值: 1, 单位: 件}}\n  {entry}\n{WHOLE}"

    assert [problem.code for problem in problems(tmp_path, text)] == [code]


@pytest.mark.parametrize(("stated", "codes"), [("85%", []), ("99%", ["check-mismatch"])])
def test_a_stated_average_is_checked_against_the_cells(
    stated: str, codes: list[str], tmp_path: Path
) -> None:
    check = '核对: "= 平均(乡镇表.满意率)"'
    text = f"数据:\n  平均满意率: {{值: {stated}, {check}}}\n{WHOLE}"

    assert [problem.code for problem in problems(tmp_path, text)] == codes


def test_a_change_over_last_year_may_be_a_column(tmp_path: Path) -> None:
    column = WHOLE.replace("占比: = 来访 / 来访合计", '同比: "= 同比(来访)"')
    entries = "  乡镇表.来访: {上年同期: 200}\n  乡镇表[甲].来访: {上年同期: 60}\n"

    read = facts(tmp_path, f"数据:\n{entries}{column}")

    said = [speak(f"乡镇表{one}.同比", read).text for one in ("", "[甲]", "[乙]")]
    assert said == ["-50%", "-50%", "X%"]
    assert read.figures["乡镇表[丙].同比"].amount is None
