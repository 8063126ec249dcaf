"""A table of 表格 is made of what a sheet holds, not of its notes, and of exact numbers."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from speechgen.facts.facts import Facts
from speechgen.facts.speak import speak
from tests.facts.sources.making import Rows, facts, problems, workbook


def table(folder: Path, rows: Rows, keys: str = "单位: 件", merged: tuple[str, ...] = ()) -> Facts:
    workbook(folder / "乡镇.xlsx", rows, merged=merged)
    return facts(folder, f"表格: [{{名称: 甲表, 数据来源: 乡镇.xlsx, {keys}}}]\n")


def test_numbers_are_added_up_exact_and_printed_as_the_cells_show_them(tmp_path: Path) -> None:
    rows: Rows = [("乡镇", "投资"), ("东镇", 45.4), ("西镇", 30.4), ("南镇", 20.4)]
    workbook(tmp_path / "乡镇.xlsx", rows, {"B2": "0", "B3": "0", "B4": "0"})

    read = facts(tmp_path, "表格: [{名称: 甲表, 单位: 万元, 数据来源: 乡镇.xlsx}]\n")

    assert read.figures["甲表.投资"].value == Decimal("96.2")
    assert speak("甲表.投资", read).text == "96"
    assert speak("甲表[东镇].投资", read).text == "45"


def test_a_long_result_without_a_format_is_told_once_a_column(tmp_path: Path) -> None:
    read = table(tmp_path, [("乡镇", "平均"), ("东镇", 10 / 3), ("西镇", 20 / 3)])

    assert [(one.code, str(one.place)) for one in read.problems] == [
        ("long-decimals", "乡镇.xlsx!汇总!B2")
    ]
    assert speak("甲表[西镇].平均", read).text == "6.67"


def test_a_computed_column_is_compared_as_the_sheet_shows_it(tmp_path: Path) -> None:
    rows: Rows = [("乡镇", "来访", "化解", "化解率"), ("东镇", 3, 2, 2 / 3)]
    workbook(tmp_path / "乡镇.xlsx", rows, {"D2": "0.0%"})
    columns = "{乡镇: 文字, 来访: 件, 化解: 件, 化解率: = 化解 / 来访}"

    read = facts(tmp_path, f"表格: [{{名称: 甲表, 数据来源: 乡镇.xlsx, 列: {columns}}}]\n")

    assert not read.problems


@pytest.mark.parametrize(
    "note",
    [
        pytest.param(("注：数据截至7月31日，来自信访系统",), id="a note"),
        pytest.param(("填表人：某甲", None, "审核人：某乙"), id="signatures"),
        pytest.param((None, "联系电话：12345"), id="a telephone"),
    ],
)
def test_what_is_written_below_is_no_row(note: tuple[str | None, ...], tmp_path: Path) -> None:
    rows: Rows = [("乡镇", "来访", "走访"), ("东镇", 1, 2), ("西镇", 3, 4), ("合计", 4, 6), note]

    read = table(tmp_path, rows)

    assert not read.problems
    assert read.figures["甲表.行数"].value == 2
    assert read.figures["甲表.来访"].value == 4


def test_lines_above_the_header_are_passed_over(tmp_path: Path) -> None:
    above: Rows = [
        ("全县情况",),
        ("填报单位：某局", None, "单位：件"),
        ("乡镇", "来访"),
        ("东镇", 1),
    ]

    assert table(tmp_path, above).figures["甲表[东镇].来访"].value == 1
    assert table(tmp_path, above, "列: {乡镇: 文字, 来访: 件}").figures["甲表.来访"].value == 1


UNIT_ABOVE: Rows = [
    ("全县情况",),
    (None, None, "单位：万元"),
    ("乡镇", "投资", "户数（户）", "完成率"),
]


def test_the_unit_above_the_header_is_that_of_the_table(tmp_path: Path) -> None:
    rows: Rows = [*UNIT_ABOVE, ("东镇", 45, 3, "60%"), ("西镇", 30, 4, "70%")]

    read = table(tmp_path, rows, "位置: 文后")

    assert not read.problems
    units = [read.figures[f"甲表.{head}"].unit for head in ("投资", "户数", "完成率")]
    assert units == ["万元", "户", "%"]
    assert table(tmp_path, rows, "单位: 元").figures["甲表.投资"].unit == "元"


def test_a_unit_above_the_header_that_nobody_knows_is_none(tmp_path: Path) -> None:
    workbook(tmp_path / "乡镇.xlsx", [("单位：某局",), ("乡镇", "投资"), ("东镇", 45)])

    assert [one.code for one in problems(tmp_path, _with("位置: 文后"))] == ["unit-missing"]


@pytest.mark.parametrize("head", ["完成率", "所占比重", "受益户数"])
def test_the_unit_above_the_header_is_not_that_of_a_rate_or_count(
    head: str, tmp_path: Path
) -> None:
    rows: Rows = [("单位：万元",), ("乡镇", "投资", head), ("东镇", 45, 67.5), ("西镇", 30, 6)]
    workbook(tmp_path / "乡镇.xlsx", rows)

    found = problems(tmp_path, _with("位置: 文后"))

    assert [(one.code, one.message) for one in found] == [
        ("unit-missing", f"“甲表”的“{head}”列没有单位，不像是“万元”")
    ]
    columns = f"列: {{乡镇: 文字, 投资: 万元, {head}: 户}}"
    assert not problems(tmp_path, _with(columns))


def test_a_heading_among_the_rows_is_told(tmp_path: Path) -> None:
    read = table(tmp_path, [("乡镇", "来访"), ("一、城区",), ("东镇", 1)])

    assert [one.code for one in read.problems] == ["empty-value"]
    assert read.figures["甲表.行数"].value == 1


def test_a_total_may_reach_over_number_and_name(tmp_path: Path) -> None:
    rows: Rows = [("序号", "乡镇", "来访"), (1, "东镇", 1), (2, "西镇", 2), ("合计", None, 3)]

    read = table(tmp_path, rows, merged=("A4:B4",))

    assert not read.problems
    assert read.figures["甲表.行数"].value == 2


def test_a_unit_behind_the_number_that_is_the_columns_own_is_fine(tmp_path: Path) -> None:
    rows: Rows = [("乡镇", "来访（件）"), ("东镇", "6件"), ("西镇", "1,234 件")]

    assert table(tmp_path, rows, "位置: 文后").figures["甲表.来访"].value == 1240
    assert [one.code for one in problems(tmp_path, _with("列: {乡镇: 文字, 来访: 人}"))] == [
        *("unit-in-value", "thousands-comma")
    ]


def _with(keys: str) -> str:
    return f"表格: [{{名称: 甲表, 数据来源: 乡镇.xlsx, {keys}}}]\n"


def test_a_column_of_words_keeps_what_is_written(tmp_path: Path) -> None:
    rows: Rows = [("乡镇", "文号", "来访"), ("东镇", "1,234", 1)]

    read = table(tmp_path, rows, "列: {乡镇: 文字, 文号: 文字, 来访: 件}")

    (found,) = read.tables
    assert found.rows[0].cells[1].text == "1,234"


def test_two_columns_of_one_name_are_told_by_their_letters(tmp_path: Path) -> None:
    workbook(tmp_path / "乡镇.xlsx", [("乡镇", "来访", "来访"), ("东镇", 1, 2)])

    (found,) = problems(tmp_path, _with("列: {乡镇: 文字, 来访: 件}"))

    assert found.code == "columns-unclear"
    assert "B 列、C 列" in found.message


@pytest.mark.parametrize("merged", [("A1:A2", "B1:C1"), ("B1:C1",), ()])
def test_a_header_may_have_two_rows(merged: tuple[str, ...], tmp_path: Path) -> None:
    rows: Rows = [("乡镇", "来访", None), (None, "本年", "上年"), ("东镇", 1, 2)]

    read = table(tmp_path, rows, merged=merged)

    assert read.figures["甲表[东镇].来访上年"].value == 2
