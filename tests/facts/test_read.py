"""Facts: what stands in the file comes out typed, in one form, with its place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest

from speechgen.facts.figure import Name
from speechgen.facts.item import END, MARK, PARAGRAPH, Item
from speechgen.facts.read import Facts, read, read_text
from speechgen.problems import FactsPlace, SpeechgenError

ROOT = Path(__file__).parent.parent.parent
SAMPLES = [*sorted(ROOT.glob("sample_inputs/*.yaml")), *sorted(ROOT.glob("tests/exemplars/*.yaml"))]


class Told(NamedTuple):
    """A problem as a test looks at it."""

    line: int
    column: int
    code: str


def facts(text: str) -> Facts:
    return read_text(f"文种: 工作会议讲话\n{text}", "素材.yaml")


def told(text: str) -> list[Told]:
    """Return the problems that keep `text` from being read; its first line is line 2."""
    with pytest.raises(SpeechgenError) as caught:
        facts(text)
    places = [(problem.place, problem.code) for problem in caught.value.problems]
    return [Told(at.line, at.column, code) for at, code in places if isinstance(at, FactsPlace)]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_sample_reads_without_a_word(path: Path) -> None:
    found = read(path)

    assert found.kinds
    assert not found.problems


def test_scalars_stay_as_typed() -> None:
    root = facts("主题: no\n范围: 0571\n听众: 12:30\n称谓: 1e3\n自称: 是\n标题: '2025'\n").root

    typed = [root.text(key) for key in ("主题", "范围", "听众", "称谓", "自称", "标题")]
    assert typed == ["no", "0571", "12:30", "1e3", "是", "2025"]


@pytest.mark.parametrize(
    "typed",
    ["2025-08-12", "2025-8-12", "2025年8月12日", "2025/8/12", "２０２５．８．１２", "'2025-08-12'"],
)
def test_a_date_may_be_typed_as_offices_type_it(typed: str) -> None:
    assert facts(f"日期: {typed}\n").root.get("日期") == date(2025, 8, 12)


def test_english_and_chinese_keys_make_the_same_facts() -> None:
    chinese = facts("主题: 信访\n任务:\n  - {要点: 抓落实, 责任单位: 县信访局}\n")
    english = facts("topic: 信访\ntasks:\n  - {point: 抓落实, owner: 县信访局}\n")

    assert english.root == chinese.root


def test_a_line_where_a_record_may_stand_becomes_one() -> None:
    root = facts("任务:\n  - 落实首办责任\n  - 要点: 做实帮扶\n    措施: 逐户走访\n").root

    first, second = root.items("任务")
    assert first.text("要点") == "落实首办责任"
    assert [item.text("做什么") for item in second.items("措施")] == ["逐户走访"]


def test_one_record_alone_is_a_list_of_one() -> None:
    root = facts("案例: {地点: 一个村, 结果: 谈成了}\n成效: 办结率提高\n").root

    assert [item.text("地点") for item in root.items("案例")] == ["一个村"]
    assert root.get("成效") == ("办结率提高",)


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        pytest.param("折起来\n    的一句", "折起来的一句", id="a folded line joins Chinese"),
        pytest.param("in 2025\n    by rail", "in 2025 by rail", id="and parts English"),
        pytest.param("分三步走\n    3年完成", "分三步走3年完成", id="digits join too"),
        pytest.param("甲 乙\n    丙", "甲 乙丙", id="a typed space stays"),
        pytest.param('"甲\n    乙"', "甲乙", id="in quotes as well"),
        pytest.param(">-\n    甲\n    乙", "甲乙", id="in a folded block as well"),
        pytest.param("|\n    甲\n    乙", f"甲{PARAGRAPH}乙", id="a | block makes paragraphs"),
        pytest.param(
            "|\n    　　甲\n\n    　　乙\n", f"甲{PARAGRAPH}乙", id="indented as on paper"
        ),
        pytest.param('"# 一、甲"', "# 一、甲", id="a heading mark is text"),
    ],
)
def test_lines_and_paragraphs(typed: str, read_as: str) -> None:
    assert facts(f"背景:\n  - {typed}\n").root.get("背景") == (read_as,)


def test_windows_line_ends_and_a_byte_order_mark_change_no_place() -> None:
    text = "主题: 信访\n会议:\n  名称: 甲\n  日期: 2024-02-30\n"

    with pytest.raises(SpeechgenError) as caught:
        read_text(
            "\ufeff文种: 工作会议讲话\n".replace("\n", "\r\n") + text.replace("\n", "\r\n"), "a"
        )

    assert [(str(p.place), p.quote) for p in caught.value.problems] == [
        ("a:5:7", "  日期: 2024-02-30")
    ]


@pytest.mark.parametrize(
    ("typed", "value", "unit", "magnitude"),
    [
        pytest.param("{值: 135, 单位: 件}", "135", "件", "", id="a count"),
        pytest.param("{值: 88.50, 单位: 分}", "88.50", "分", "", id="decimals stay as typed"),
        pytest.param("92%", "92", "%", "", id="a percentage alone"),
        pytest.param("{值: ９２．５％}", "92.5", "%", "", id="full-width digits"),
        pytest.param('{值: 92%, 单位: "%"}', "92", "%", "", id="percent typed twice"),
        pytest.param("{值: 3.4万, 单位: 人次}", "34000", "人次", "万", id="a magnitude"),
        pytest.param("{值: 0.5, 单位: 分}", "0.5", "分", "", id="a zero before the point"),
    ],
)
def test_a_number_of_the_file(typed: str, value: str, unit: str, magnitude: str) -> None:
    figure = facts(f"数据:\n  甲: {typed}\n").figures["甲"]

    assert figure.amount is not None
    assert (f"{figure.amount.value:f}", figure.unit, figure.amount.magnitude) == (
        value,
        unit,
        magnitude,
    )


def test_every_key_of_a_figure_arrives() -> None:
    figure = facts(
        """
数据:
  甲:
    值: 135
    计量单位: 件
    时段: 1至7月
    上年同期: 148
    上期: 140
    目标值: {市定: 120, 县定: 110}
    全年控制数: 200
    类别: 事件
    性质: 流量
    分项: [乙, 丙]
    位次: {由: 前3, 至: 第5位, 共: 16, 范围: 全市, 口径: 增速, 向好: 上升}
    向好: 下降
    约数: 余
    小数: 1
    由谁提供: 县信访局
    期限: 2025年8月1日
    来源: 县信访局月报
    容差: {值: 0.1, 理由: 四舍五入}
    原名: 信访件
  乙: {值: 100, 单位: 件}
  丙: {值: 35, 单位: 件, 总量: 甲}
"""
    ).figures["甲"]

    amounts = (
        figure.last_year,
        figure.last_period,
        figure.ceiling,
        *(t[1] for t in figure.targets),
    )
    assert [a.value for a in amounts if a] == [Decimal(n) for n in (148, 140, 200, 120, 110)]
    assert (figure.period, figure.category, figure.nature) == ("1至7月", "事件", "流量")
    assert (figure.better, figure.hedge, figure.decimals) == ("下降", "余", 1)
    assert (figure.from_whom, figure.due, figure.source) == (
        "县信访局",
        "2025-08-01",
        "县信访局月报",
    )
    assert (figure.tolerance, figure.parts, figure.formerly) == (
        Decimal("0.1"),
        ("乙", "丙"),
        ("信访件",),
    )
    assert figure.rank is not None
    assert (figure.rank.was, figure.rank.among_first, figure.rank.now) == (3, True, 5)


def test_a_formula_is_worked_out_wherever_it_stands() -> None:
    found = facts("数据:\n  率: ＝ 甲 ÷ 乙\n  甲: {值: 1, 单位: 件}\n  乙: {值: 4, 单位: 件}\n")

    assert (found.figures["率"].value, found.figures["率"].unit) == (Decimal(25), "%")


def test_a_figure_may_be_there_and_unknown() -> None:
    found = facts("数据:\n  甲: {值: 待核, 单位: 件, 由谁提供: 县信访局}\n成效: 有【甲】\n")

    assert found.figures["甲"].value is None
    assert found.root.get("成效") == (f"有{MARK}甲{END}",)


def test_sentences_hold_canonical_expressions_wherever_the_figures_stand() -> None:
    found = facts(
        "成绩: 总量【 信访总量 】，【信访总量。同比】，【信访总量的同比】，在【小区】\n"
        "数据:\n  信访总量: {值: 135, 单位: 件, 上年同期: 148}\n"
        "名称:\n  小区: 待核\n"
    )

    (result,) = found.root.items("成绩")
    said = [f"{MARK}信访总量{END}", *[f"{MARK}信访总量.同比{END}"] * 2, f"在{MARK}小区{END}"]
    assert result.text("要点") == "总量" + "，".join(said)


def test_doubled_brackets_are_print() -> None:
    root = facts("数据:\n  甲: {值: 1, 单位: 件}\n成效: 印发【【【甲】】，【【乙】\n").root

    assert root.get("成效") == (f"印发【{MARK}甲{END}】，【乙】",)


def test_what_is_missing_in_a_key_becomes_a_name_with_its_mark() -> None:
    found = facts(
        """
会议: {名称: 待核, 日期: 待核}
讲话人: {姓名: 待核, 单位: 待核}
依据:
  - {名称: 待核, 层级: 省, 类型: 文件}
  - {名称: 待核, 层级: 省, 类型: 会议}
  - {名称: 待核}
任务:
  - {要点: 抓落实, 时限: 待核}
  - {要点: 【乙】抓落实, 编号: 三, 责任单位: [县信访局, 待核]}
背景: [好, 待核]
名称:
  乙: {值: 待核, 类型: 人名, 由谁提供: 县委组织部, 期限: 2025-08-11}
  丙: 城关镇
"""
    )

    marks = {name.name: name.mark for name in found.names.values() if name.value is None}
    assert marks == {
        "乙": "×××",
        "会议.名称": "××",
        "会议.日期": "X月X日",
        "讲话人.姓名": "×××",
        "讲话人.单位": "××",
        "依据[省].名称": "《××》",
        "依据[2].名称": "××",
        "依据[3].名称": "××",
        "任务[抓落实].时限": "××",
        "任务[三].责任单位[2]": "××",
        "背景[2]": "××",
    }
    meeting = found.root.get("会议")
    assert isinstance(meeting, Item)
    assert meeting.text("日期") == f"{MARK}会议.日期{END}"
    place = found.names["乙"].place
    assert found.names["乙"] == Name("乙", place, None, "×××", "县委组织部", "2025-08-11")
    assert found.names["丙"].value == "城关镇"


def test_items_know_their_places() -> None:
    root = facts("会议:\n  名称: 甲\n  主要任务:\n    - 乙\n").root

    (meeting,) = root.items("会议")
    assert str(meeting.place) == "素材.yaml:3:3"
    assert str(meeting.where("名称")) == "素材.yaml:3:7"
    assert str(meeting.where("主要任务")) == "素材.yaml:4:3"
    assert str(meeting.where("地点")) == str(meeting.place)
    assert str(meeting.places["名称"]) == "素材.yaml:3:7"


def test_figures_that_do_not_reconcile_stop_no_draft() -> None:
    found = facts(
        "数据:\n  甲: {值: 9, 单位: 件, 分项: [乙, 丙]}\n"
        "  乙: {值: 4, 单位: 件}\n  丙: {值: 4, 单位: 件}\n"
    )

    assert [(p.code, p.severity, p.quote.strip()[:1]) for p in found.problems] == [
        ("sum-mismatch", "error", "甲")
    ]
    assert found.disputed == {"甲", "乙", "丙"}


def test_choices_come_in_one_spelling() -> None:
    root = facts("版式: {字体: 国标, 数字字体: times, 二级加粗: 是, 三级加粗: false}\n").root

    (layout,) = root.items("版式")
    assert dict(layout.values) == {
        "字体": "gb2312",
        "数字字体": "Times",
        "二级加粗": True,
        "三级加粗": False,
    }


@pytest.mark.parametrize(("typed", "length"), [("短", "短"), ("4000", 4000), ("４０００字", 4000)])
def test_a_length(typed: str, length: str | int) -> None:
    assert facts(f"篇幅: {typed}\n").root.get("篇幅") == length


def test_several_kinds() -> None:
    assert read_text("文种: [工作会议讲话, 主持词]\n", "a").kinds == ("工作会议讲话", "主持词")


def test_a_point_nests_to_three_levels() -> None:
    root = facts(
        "部分:\n- 标题: 甲\n  要点:\n  - 要点: 乙\n    分点:\n    - 要点: 丙\n      分点: [丁]\n"
    ).root

    (part,) = root.items("部分")
    (first,) = part.items("要点")
    (second,) = first.items("分点")
    assert [item.text("要点") for item in second.items("分点")] == ["丁"]


def test_a_table_and_short_names_are_read() -> None:
    found = facts(
        "简称: {县信访局: 信访局}\n表格:\n- 名称: 乡镇表\n  列: {乡镇: '', 来访: 批}\n"
        "  行: [[城关镇, 12], {乡镇: 东关镇, 来访: 3}]\n  合计: [合计, 15]\n"
    )

    (names,) = found.root.items("简称")
    (table,) = found.tables
    assert names.text("县信访局") == "信访局"
    assert found.figures["乡镇表.来访"].value == Decimal(15)
    assert [row.name for row in table.rows] == ["城关镇", "东关镇"]


def test_a_double_quoted_escape_makes_no_mark_of_ours() -> None:
    assert told('主题: "\\uFDD0甲\\uFDD1"\n') == [(2, 5, "forbidden-character")]


def test_self_made_characters_are_kept_with_a_warning() -> None:
    found = facts("讲话人: {姓名: 李\ue123}\n")

    assert [(p.code, p.severity) for p in found.problems] == [("private-use", "warn")]
    assert found.root.items("讲话人")[0].text("姓名") == "李\ue123"


def test_a_problem_on_a_mended_line_stands_where_it_was_typed() -> None:
    assert told(
        "会议:\n  名称：甲\n  日期：2024-02-30\n数据: {甲: {值：1，单位:件, 小数: 两}}\n"
    ) == [
        (3, 5, "fullwidth-colon"),
        (4, 5, "fullwidth-colon"),
        (4, 6, "impossible-date"),
        (5, 11, "fullwidth-colon"),
        (5, 24, "wrong-type"),
    ]


def test_the_nearest_known_word_is_offered_as_a_fix() -> None:
    with pytest.raises(SpeechgenError) as caught:
        facts("主提: 信访\n讲话人: {身份: 主要}\n")

    assert [problem.fix for problem in caught.value.problems] == ["主题", "主要领导"]


def test_what_the_core_asks_of_people_and_dates_is_at_the_root() -> None:
    root = read_text(
        "文种: 工作会议讲话\n听众: 各乡镇主要负责同志\n在座上级: 省督导组组长\n"
        "数据截至: 2025-07-31\n讲话人: {职务: 县长, 代表: 县委、县政府}\n"
        "简称: {县住房和城乡建设局: 县住建局}\n",
        "素材.yaml",
    ).root

    assert root.text("听众") == "各乡镇主要负责同志"
    assert root.lines("在座上级") == ("省督导组组长",)
    assert root.get("数据截至") == date(2025, 7, 31)
    assert root.items("讲话人")[0].text("代表") == "县委、县政府"
    assert dict(root.items("简称")[0].values) == {"县住房和城乡建设局": "县住建局"}
