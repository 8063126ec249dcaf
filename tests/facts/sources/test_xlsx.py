"""A workbook gives the numbers its cells show, exactly; what is no number is told by its cell."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from speechgen.facts.speak import speak
from tests.facts.sources.making import Rows, facts, problems, told, workbook

HEAD = ("指标", "单位", "本期", "去年同期")
SOURCE = "数据来源: 月报.xlsx\n"


@pytest.mark.parametrize(
    ("content", "form", "value", "said"),
    [
        pytest.param(135, "General", "135", "135", id="a whole number"),
        pytest.param(1234567, "#,##0", "1234567", "1234567", id="thousands are not printed"),
        pytest.param(88.5, "0.00", "88.50", "88.50", id="as many decimals as the cell shows"),
        pytest.param(0.1 + 0.2, "General", "0.3", "0.3", id="no tail of a float"),
        pytest.param(12345.678, "#,##0.0", "12345.678", "12345.7", id="exact, printed as shown"),
        pytest.param(
            12345.678, "_ * #,##0.00_ ;_ * -#,##0.00_ ", "12345.678", "12345.68", id="会计"
        ),
        pytest.param(135.4, "0", "135.4", "135", id="shown without decimals"),
        pytest.param(-3.5, "0.0;[Red]-0.0", "-3.5", "-3.5", id="a negative in red"),
        pytest.param(
            13579, '0!.0,"万"', "13579", "13579", id="a format that scales is not followed"
        ),
        pytest.param("1,234", "General", "1234", "1234", id="a text with a comma"),
        pytest.param("１３５", "@", "135", "135", id="full-width digits"),
        pytest.param(" 135 万元 ", "@", "135", "135", id="the unit in the cell"),
    ],
)
def test_a_number_is_exact_and_printed_as_shown(
    content: str | float, form: str, value: str, said: str, tmp_path: Path
) -> None:
    workbook(tmp_path / "月报.xlsx", [HEAD, ("盈余", "万元", content)], {"C2": form})

    read = facts(tmp_path, SOURCE)

    assert read.figures["盈余"].value == Decimal(value)
    assert speak("盈余", read).text == said


@pytest.mark.parametrize(
    ("content", "form", "value", "said"),
    [
        (0.92, "0%", "92", "92%"),
        (0.6749, "0.0%", "67.49", "67.5%"),
        (0.6749, "0.00%", "67.49", "67.49%"),
        (1.05, "0.0%", "105.0", "105.0%"),
        ("67.5%", "@", "67.5", "67.5%"),
    ],
)
def test_a_percent_format_is_a_percentage(
    content: str | float, form: str, value: str, said: str, tmp_path: Path
) -> None:
    workbook(tmp_path / "月报.xlsx", [HEAD, ("完成进度", None, content)], {"C2": form})

    read = facts(tmp_path, SOURCE)

    assert (read.figures["完成进度"].value, read.figures["完成进度"].unit) == (Decimal(value), "%")
    assert speak("完成进度", read).text == said


def test_the_change_is_worked_out_from_what_the_cells_hold(tmp_path: Path) -> None:
    rows: Rows = [HEAD, ("办结率", None, 0.9249, 0.9051)]
    workbook(tmp_path / "月报.xlsx", rows, {"C2": "0.0%", "D2": "0.0%"})

    said = speak("办结率.同比", facts(tmp_path, SOURCE))

    assert said.text == "同比提高2个百分点"  # 1.98, and not 92.5 − 90.5


def test_a_long_number_without_a_format_is_cut_and_told(tmp_path: Path) -> None:
    workbook(tmp_path / "月报.xlsx", [HEAD, ("平均用时", "天", 10 / 3)])

    read = facts(tmp_path, SOURCE)

    assert speak("平均用时", read).text == "3.33"
    assert [problem.code for problem in read.problems] == ["long-decimals"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(date(2025, 7, 31), "cell-type", id="a date"),
        pytest.param(True, "cell-type", id="TRUE"),
        pytest.param("#DIV/0!", "cell-error", id="an error"),
        pytest.param("#REF!", "cell-error", id="a lost reference"),
        pytest.param("=1+2", "formula-no-result", id="a formula whose result nobody stored"),
        pytest.param("约300", "bad-number", id="a hedge"),
        pytest.param("1,23", "bad-number", id="a comma astray"),
    ],
)
def test_what_is_no_number_is_told_by_its_cell(
    content: str | date, code: str, tmp_path: Path
) -> None:
    path = workbook(tmp_path / "月报.xlsx", [HEAD, ("信访总量", "件", content)])

    (found,) = problems(tmp_path, SOURCE)

    assert (found.code, str(found.place)) == (code, f"{path.name}!汇总!C2")


def test_a_formula_gives_its_stored_result(tmp_path: Path) -> None:
    import zipfile  # noqa: PLC0415 - openpyxl cannot store a result

    path = workbook(tmp_path / "原.xlsx", [HEAD, ("信访总量", "件", "=41+94")])
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(tmp_path / "月报.xlsx", "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"<v></v>", b"<v>135</v>"))

    assert facts(tmp_path, SOURCE).figures["信访总量"].value == 135


def test_merged_cells_of_a_header_and_of_units(tmp_path: Path) -> None:
    rows = [
        ("全县信访工作月报",),
        ("指标", "计量\n单位", "1至7月", None, "7月"),
        (None, None, "本期", "去年\n同期", "上期"),
        ("来信", "件", 41, 40, 6),
        ("来访", None, 94, 108, 20),
    ]
    merged = ["A1:E1", "A2:A3", "B2:B3", "C2:D2", "B4:B5"]
    workbook(tmp_path / "月报.xlsx", rows, merged=merged)

    assert told(tmp_path, SOURCE).splitlines() == [
        "来信 41件（40件） 月报.xlsx!汇总!C4",
        "来访 94件（108件） 月报.xlsx!汇总!C5",
    ]


def test_the_sheet_with_a_header_is_found_and_hidden_ones_are_not_asked(tmp_path: Path) -> None:
    book = Workbook()
    book["Sheet"].append(["填表说明"])
    book["Sheet"].append(["请各单位于每月3日前报送", "谢谢"])
    for title in ("七月", "六月"):
        book.create_sheet(title).append(["指标", "单位", "本期"])
        book[title].append(["信访总量", "件", 135 if title == "七月" else 20])
    book["六月"].sheet_state = "hidden"
    book.save(tmp_path / "月报.xlsx")

    assert facts(tmp_path, SOURCE).figures["信访总量"].value == 135
    hidden = facts(tmp_path, "数据来源: {文件: 月报.xlsx, 工作表: 六月}\n")
    assert hidden.figures["信访总量"].value == 20


def test_several_sheets_that_would_do_are_listed(tmp_path: Path) -> None:
    path = workbook(tmp_path / "月报.xlsx", [HEAD, ("信访总量", "件", 135)], title="七月")
    book = load_workbook(path)
    book.copy_worksheet(book["七月"]).title = "六月"
    book.save(path)

    assert "里有几张工作表都能用：七月、六月" in told(tmp_path, SOURCE)
    assert "工作表: 七月" in told(tmp_path, SOURCE)


def test_a_sheet_of_another_name_is_told_with_the_nearest(tmp_path: Path) -> None:
    workbook(tmp_path / "月报.xlsx", [HEAD, ("信访总量", "件", 135)], title="汇总表")

    (found,) = problems(tmp_path, "数据来源: {文件: 月报.xlsx, 工作表: 汇总}\n")

    assert (found.code, found.message) == ("no-sheet", "“月报.xlsx”里没有叫“汇总”的工作表")
    assert found.hint == "是不是“汇总表”？"


def test_a_row_far_down_is_found_where_the_workbook_says_it_has_one_cell(tmp_path: Path) -> None:
    """Systems that export write `<dimension ref="A1"/>`."""
    import zipfile  # noqa: PLC0415 - openpyxl writes it right

    path = workbook(tmp_path / "原.xlsx", [HEAD, ("信访总量", "件", 135)])
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(tmp_path / "月报.xlsx", "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'ref="A1:D2"', b'ref="A1"'))

    assert facts(tmp_path, SOURCE).figures["信访总量"].value == 135


def test_dates_in_word_columns_are_read_as_meant(tmp_path: Path) -> None:
    rows: Rows = [
        (*HEAD, "时段", "期限"),
        ("信访总量", "件", 135, 148, date(2025, 7, 1), date(2025, 8, 3)),
    ]
    workbook(tmp_path / "月报.xlsx", rows, {"E2": 'yyyy"年"m"月"'})

    figure = facts(tmp_path, SOURCE).figures["信访总量"]

    assert (figure.period, figure.due) == ("2025年7月", "2025-08-03")


def test_two_files_that_give_one_figure_are_told_with_both_cells(tmp_path: Path) -> None:
    workbook(tmp_path / "月报.xlsx", [HEAD, ("信访总量", "件", 135)])
    (tmp_path / "另报.csv").write_text("指标,单位,值\n信访总量,件,135\n", encoding="utf-8")

    (found,) = problems(tmp_path, "数据来源: [月报.xlsx, 另报.csv]\n")

    assert (found.code, str(found.place)) == ("source-conflict", "另报.csv!C2")
    assert "月报.xlsx!汇总!C2" in found.message


def test_two_files_may_give_two_keys_of_one_figure(tmp_path: Path) -> None:
    workbook(tmp_path / "月报.xlsx", [HEAD, ("信访总量", "件", 135)])
    (tmp_path / "去年.csv").write_text("指标,上年同期\n信访总量,148\n", encoding="utf-8")

    read = facts(tmp_path, "数据来源: [月报.xlsx, 去年.csv]\n")

    assert speak("信访总量.同比", read).text == "同比下降8.8%"


def test_a_name_over_two_rows_names_both_and_that_is_told(tmp_path: Path) -> None:
    rows: Rows = [("指标", "单位", "本期"), ("信访总量", "件", 10), (None, "批次", 3)]
    workbook(tmp_path / "月报.xlsx", rows, merged=["A2:A3"])

    (found,) = problems(tmp_path, "数据来源: 月报.xlsx\n")

    assert (found.code, str(found.place)) == ("source-conflict", "月报.xlsx!汇总!A3")


@pytest.mark.parametrize(
    ("number", "form", "printed"),
    [
        pytest.param(0.5, "# ?/?", "0.5", id="a fraction"),
        pytest.param(0.0000001, "General", "0.0000001", id="next to nothing"),
        pytest.param("−8", "@", "-8", id="the minus of typesetters"),
    ],
)
def test_a_number_is_not_lost_in_its_look(
    number: str | float, form: str, printed: str, tmp_path: Path
) -> None:
    rows: Rows = [("指标", "单位", "本期"), ("利润", "万元", number)]
    workbook(tmp_path / "月报.xlsx", rows, {"C2": form})

    read = facts(tmp_path, "数据来源: 月报.xlsx\n")

    assert speak("利润", read).text == printed


@pytest.mark.parametrize(
    ("heads", "period"),
    [
        pytest.param([("2025年1-7月", "2024年1-7月")], "1至7月", id="two years"),
        pytest.param([("1—7月累计",)], "1至7月", id="a sum"),
        pytest.param([("2025年",)], "", id="a year"),
        pytest.param([("1至7月", None), ("本期", "去年同期")], "1至7月", id="a row above"),
    ],
)
def test_a_period_over_a_column_is_the_figures_period(
    heads: list[tuple[str | None, ...]], period: str, tmp_path: Path
) -> None:
    rows: Rows = [("指标", "单位", *heads[0]), *((None, None, *one) for one in heads[1:])]
    workbook(tmp_path / "月报.xlsx", [*rows, ("来信", "件", 3, 4)])

    assert facts(tmp_path, "数据来源: 月报.xlsx\n").figures["来信"].period == period
