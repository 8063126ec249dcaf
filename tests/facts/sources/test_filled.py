"""The list of what was missing comes back filled, and the facts are whole."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from speechgen.facts.lists.filling import HEADERS
from speechgen.facts.speak import speak
from tests.facts.sources.making import facts, problems, workbook

FACTS = """数据来源: 清单.xlsx
讲话人: {职务: 县长, 姓名: 待核}
数据:
  信访总量: {值: 135, 单位: 件, 上年同期: 待核, 全年目标: {市定: 待核, 县定: 200}}
  重复信访: {状态: 待核, 单位: 件, 由谁提供: 县信访局}
  办结率: {值: 待核, 单位: "%", 位次: {由: 5, 至: 待核, 共: 16}}
名称:
  延期小区: 待核
成效:
  - 重复信访【重复信访】，【延期小区】小区已经交付
"""
ROWS = (
    ("信访总量", "上年同期", 148),
    ("信访总量", "市定目标", "150 件"),
    ("重复信访", "值", "12"),
    ("办结率", "值", "67.5%"),
    ("办结率", "位次", 3),
    ("延期小区", "名称", "幸福里"),
    ("讲话人.姓名", "名称", "某同志"),
)


def filled(folder: Path, *rows: tuple[str, str, str | int | None]) -> None:
    workbook(folder / "清单.xlsx", [HEADERS, *rows])


def test_each_answer_goes_where_it_was_missing(tmp_path: Path) -> None:
    filled(tmp_path, *ROWS)

    read = facts(tmp_path, FACTS)

    assert not read.problems
    said = [speak(one, read).text for one in ("信访总量.同比", "重复信访", "办结率", "办结率.位次")]
    assert said == ["同比下降8.8%", "12", "67.5%", "居第3位"]
    assert {level: amount.value for level, amount in read.figures["信访总量"].targets} == {
        "市定": Decimal(150),
        "县定": Decimal(200),
    }
    assert read.names["延期小区"].value == "幸福里"
    assert read.names["讲话人.姓名"].value == "某同志"
    assert read.figures["重复信访"].source == "清单.xlsx!汇总!C4"


@pytest.mark.parametrize("blank", [None, "", "待核", "—", " / "])
def test_what_nobody_filled_stays_missing(blank: str | None, tmp_path: Path) -> None:
    filled(tmp_path, ("重复信访", "值", blank), ("延期小区", "名称", blank))

    read = facts(tmp_path, FACTS)

    assert not read.problems
    assert read.figures["重复信访"].value is None
    assert read.names["延期小区"].value is None


@pytest.mark.parametrize(
    ("row", "code"),
    [
        pytest.param(("信访总量", "值", 136), "source-conflict", id="another value than typed"),
        pytest.param(("没有的", "值", 3), "unknown-figure", id="a figure that is gone"),
        pytest.param(("没有的", "名称", "甲"), "unknown-figure", id="a name that is gone"),
        pytest.param(("信访总量", "去年的数", 3), "unknown-key", id="a word that is no key"),
        pytest.param(("重复信访", "值", "十二"), "bad-number", id="no number"),
        pytest.param(("重复信访", "值", "12人"), "source-conflict", id="another unit"),
        pytest.param(("重复信访", "值", -12), "negative-count", id="less than none"),
        pytest.param(("重复信访", "值", "=6+6"), "formula-no-result", id="a formula"),
    ],
)
def test_an_answer_that_does_not_fit_is_told_by_its_cell(
    row: tuple[str, str, str | int], code: str, tmp_path: Path
) -> None:
    filled(tmp_path, row)

    (found,) = problems(tmp_path, FACTS)

    assert (found.code, str(found.place)) == (code, "清单.xlsx!汇总!C2")


def test_an_answer_that_says_the_same_is_fine(tmp_path: Path) -> None:
    filled(tmp_path, ("信访总量", "值", "135 件"))

    assert not problems(tmp_path, FACTS)


def test_a_cell_of_a_table_is_filled(tmp_path: Path) -> None:
    filled(tmp_path, ("乡镇表[东镇].来访", "值", 7))
    table = "表格:\n  - {名称: 乡镇表, 列: {乡镇: 文字, 来访: 件}, 行: [[东镇, 待核], [西镇, 5]]}\n"

    read = facts(tmp_path, f"数据来源: 清单.xlsx\n{table}")

    assert read.figures["乡镇表[东镇].来访"].value == 7
    assert read.figures["乡镇表.来访"].value == 12


def test_the_list_fills_what_the_monthly_sheet_leaves_blank(tmp_path: Path) -> None:
    (tmp_path / "月报.csv").write_text("指标,单位,值\n来信,件,\n", encoding="utf-8")
    filled(tmp_path, ("来信", "值", 41))

    read = facts(tmp_path, "数据来源: [清单.xlsx, 月报.csv]\n")

    assert not read.problems
    assert read.figures["来信"].value == 41


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        (("幸福里",), ""),
        (("幸福里", "幸福里"), ""),
        (("幸福里", "和平里"), "source-conflict"),
    ],
)
def test_two_answers_for_one_name_are_one_or_told(
    answers: tuple[str, ...], code: str, tmp_path: Path
) -> None:
    filled(tmp_path, *[("延期小区", "名称", answer) for answer in answers])

    assert [problem.code for problem in problems(tmp_path, FACTS)] == [code][: bool(code)]


@pytest.mark.parametrize(
    ("name", "answer", "codes"),
    [
        ("讲话人.姓名", "某同志", []),
        ("讲话人.姓名", "另一同志", ["source-conflict"]),
        ("会议.日期", "2025年8月12日", []),
        ("会议.日期", "2025年8月21日", ["source-conflict"]),
        ("任务[推广新时代].责任单位", "县信访局", []),
        ("任务[2].责任单位", "县信访局", ["source-conflict"]),
        ("名册[甲].责任人", "某某", []),
        ("名册[甲].责任人", "另一人", ["source-conflict"]),
        ("名册[丙].责任人", "另一人", ["unknown-figure"]),
    ],
)
def test_an_answer_that_the_facts_have_meanwhile_is_fine_unless_it_differs(
    name: str, answer: str, codes: list[str], tmp_path: Path
) -> None:
    text = """数据来源: 清单.xlsx
讲话人: {职务: 县长, 姓名: 某同志}
会议: {名称: 全县信访工作会议, 日期: 2025-08-12}
任务:
  - {要点: 推广新时代, 责任单位: 县信访局}
  - {要点: 攻坚积案, 责任单位: 县法院}
表格:
  - {名称: 名册, 列: {乡镇: 文字, 责任人: 文字}, 行: [[甲, 某某], [乙, 待核]]}
"""
    filled(tmp_path, (name, "名称", answer))

    assert [problem.code for problem in problems(tmp_path, text)] == codes


@pytest.mark.parametrize(
    ("row", "code"),
    [
        pytest.param((None, "值", 3), "unknown-figure", id="no name"),
        pytest.param(("重复信访", None, 3), "unknown-figure", id="nothing said of what it is"),
        pytest.param(("重复信访", "值", 3, "人"), "source-conflict", id="another unit"),
        pytest.param(("重复信访", "值", "3件", "人"), "unit-conflict", id="two units"),
    ],
)
def test_an_answer_that_lost_its_question_is_told(
    row: tuple[str | int | None, ...], code: str, tmp_path: Path
) -> None:
    workbook(tmp_path / "清单.xlsx", [HEADERS, row])

    assert code in [found.code for found in problems(tmp_path, FACTS)]


def test_a_blank_in_a_name_does_not_matter(tmp_path: Path) -> None:
    filled(tmp_path, ("PM2.5 浓度", "值", 31))
    text = "数据来源: 清单.xlsx\n数据:\n  PM2.5 浓度: {值: 待核, 单位: 微克}\n"

    assert facts(tmp_path, text).figures["PM2.5 浓度"].value == 31
