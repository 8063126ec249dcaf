"""表格: its cells are figures, and the printer gets a record of it."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechgen.facts.facts import Facts
from speechgen.facts.figure import Figure
from speechgen.facts.read import read_text
from speechgen.facts.speak import speak
from speechgen.facts.tables.record import BLANK, Cell
from speechgen.problems import CellPlace, FactsPlace, SpeechgenError

HEAD = "文种: 工作会议讲话\n"
TABLE = """\
表格:
  - 名称: 乡镇表
    标题: 各乡镇来访共【乡镇表.来访】件
    位置: 文后
    时段: 1至7月
    由谁提供: 县信访局
    期限: 2025-08-11
    来源: 县信访局月报
    向好: 下降
    列: {乡镇: 文字, 来访: 件, 化解: 件, 化解率: = 化解 / 来访, 责任人: 文字}
    行:
      - [城关镇, 45, 待核, 甲]
      - {乡镇: 东镇, 来访: 30, 化解: 30, 责任人: 待核}
      - [西镇, 0, 0, —]
    合计: 是
"""


def read(text: str, file: str = "素材.yaml") -> Facts:
    return read_text(HEAD + text, file)


def codes(text: str) -> list[str]:
    with pytest.raises(SpeechgenError) as refused:
        read(text)
    return [problem.code for problem in refused.value.problems]


def table(rows: list[list[str]], heads: str, totals: str = "") -> str:
    """Return 表格 with one table 甲表 of `rows`."""
    typed = "".join(f"    - [{', '.join(row)}]\n" for row in rows)
    return f"表格:\n- 名称: 甲表\n  列: {{行: 文字, {heads}}}\n  行:\n{typed}{totals}"


def test_a_cell_is_a_figure_with_what_the_table_says_of_all() -> None:
    cell = read(TABLE).figures["乡镇表[城关镇].化解"]

    assert (cell.value, cell.unit, cell.row, cell.period) == (None, "件", "城关镇", "1至7月")
    assert (cell.from_whom, cell.due, cell.source) == ("县信访局", "2025-08-11", "县信访局月报")
    assert (cell.better, cell.place) == ("下降", FactsPlace("素材.yaml", 13, 19))


def test_a_column_is_a_figure_that_knows_its_cells() -> None:
    column = read(TABLE).figures["乡镇表.来访"]

    assert (column.value, column.formula) == (Decimal(75), "合计")
    assert column.cells == ("乡镇表[城关镇].来访", "乡镇表[东镇].来访", "乡镇表[西镇].来访")
    assert column.parts == column.cells == column.inputs


def test_a_total_of_a_missing_cell_is_missing_and_lacks_that_cell() -> None:
    facts = read(TABLE)

    assert speak("乡镇表.化解", facts).lacks == ("乡镇表[城关镇].化解",)
    assert speak("乡镇表.化解率", facts).lacks == ("乡镇表[城关镇].化解",)


def test_what_divides_by_zero_is_no_figure_to_be_said() -> None:
    facts = read(TABLE)

    assert facts.figures["乡镇表[西镇].化解率"].amount is None
    assert "乡镇表[西镇].化解率" not in facts.figures["乡镇表.化解率"].cells
    assert codes(TABLE + "成绩: [化解率【乡镇表［西镇］.化解率】]\n") == ["zero-base"]


def test_the_printer_gets_heads_cells_and_totals() -> None:
    (found,) = read(TABLE).tables

    assert (found.name, found.position, found.totals_first) == ("乡镇表", "文后", False)
    assert "乡镇表.来访" in found.caption
    assert [(one.head, one.kind, one.unit) for one in found.columns] == [
        ("乡镇", "name", ""),
        ("来访", "number", "件"),
        ("化解", "number", "件"),
        ("化解率", "number", "%"),
        ("责任人", "text", ""),
    ]
    assert found.rows[1].cells == (
        Cell("东镇"),
        Cell(expression="乡镇表[东镇].来访"),
        Cell(expression="乡镇表[东镇].化解"),
        Cell(expression="乡镇表[东镇].化解率"),
        Cell(expression="乡镇表[东镇].责任人"),
    )
    assert found.rows[2].cells[3:] == (Cell(BLANK), Cell(BLANK))
    assert found.totals is not None
    assert found.totals.cells[:2] == (Cell("合计"), Cell(expression="乡镇表.来访"))
    assert found.totals.cells[4] == Cell(BLANK)


def test_every_expression_of_the_record_can_be_spoken() -> None:
    facts = read(TABLE)
    (found,) = facts.tables
    rows = [*found.rows, *([found.totals] if found.totals else [])]

    said = [speak(c.expression, facts).text for row in rows for c in row.cells if c.expression]

    assert said == ["45", "X", "X%", "30", "30", "100%", "×××", "0", "0", "75", "X", "X%"]


def test_no_totals_are_printed_where_none_are_asked_for() -> None:
    (found,) = read(TABLE.replace("合计: 是", "合计: 否")).tables

    assert found.totals is None


def test_totals_typed_above_the_rows_stay_there() -> None:
    (found,) = read(table([["合计", "3"], ["甲", "1"], ["乙", "2"]], "来访: 件")).tables

    assert found.totals_first
    assert [row.name for row in found.rows] == ["甲", "乙"]


def test_a_total_that_makes_no_sense_is_left_out() -> None:
    facts = read(table([["甲", "3"], ["乙", "2"]], "天数: 天", "  合计: [合计, —]\n"))

    assert facts.figures["甲表.天数"].amount is None
    assert facts.tables[0].totals is not None
    assert facts.tables[0].totals.cells[1] == Cell(BLANK)


def test_a_stated_total_that_does_not_add_up_disputes_column_and_cells() -> None:
    facts = read(table([["甲", "1"], ["乙", "2"]], "来访: 件", "  合计: [4]\n"))

    assert [problem.code for problem in facts.problems] == ["sum-mismatch"]
    assert facts.disputed == {"甲表.来访", "甲表[甲].来访", "甲表[乙].来访"}


def test_a_changed_cell_keeps_the_words_and_is_never_spoken_stale() -> None:
    text = TABLE + "成绩: [来访【乡镇表.来访】件, 城关镇【乡镇表［城关镇］.来访】]\n"
    before, after = read(text), read(text.replace("45", "46"))

    assert before.root == after.root
    assert after.said["乡镇表.来访"].text == "76"
    assert after.said["乡镇表[城关镇].来访"].text == "46"


def test_a_changed_row_is_another_vocabulary() -> None:
    text = TABLE + "成绩: [城关镇【乡镇表［城关镇］.来访】]\n"
    read(text)

    assert codes(text.replace("[城关镇, 45", "[南镇, 45")) == ["unknown-row"]


def test_a_missing_cell_may_be_given_in_the_figures() -> None:
    facts = read("数据:\n  乡镇表[城关镇].化解: {值: 40, 单位: 件}\n" + TABLE)

    assert facts.figures["乡镇表.化解"].value == Decimal(70)
    assert facts.figures["乡镇表[城关镇].化解"].place.line == 3


def test_the_rows_may_stand_in_a_sheet(tmp_path: Path) -> None:
    sheet = "乡镇,来访,备注\n城关镇,45,好\n东镇,30,\n合计,76,\n"
    (tmp_path / "乡镇.csv").write_text(sheet, encoding="utf-8")
    text = "表格: [{名称: 甲表, 单位: 件, 数据来源: 乡镇.csv}]\n"

    facts = read(text, str(tmp_path / "素材.yaml"))

    cell = facts.figures["甲表[东镇].来访"]
    assert (cell.value, cell.place) == (Decimal(30), CellPlace("乡镇.csv", 3, 2))
    assert [problem.code for problem in facts.problems] == ["sum-mismatch"]
    assert [column.kind for column in facts.tables[0].columns] == ["name", "number", "text"]


def test_a_thousand_rows_with_one_faulty_formula_are_told_once() -> None:
    rows = [[f"第{n}村", str(n), "2"] for n in range(1000)]

    assert codes(table(rows, "来访: 件, 投资: 万元, 差: = 来访 - 投资")) == ["unit-mismatch"]


def test_a_thousand_rows_are_added_up() -> None:
    facts = read(table([[f"第{n}村", str(n)] for n in range(1000)], "来访: 件"))

    assert facts.figures["甲表.来访"].value == Decimal(499500)
    assert facts.figures["甲表.行数"].value == Decimal(1000)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (table([["甲" * 61, "1"]], "来访: 件"), "table-row"),
        (table([["甲", "1"]], f"{'长' * 61}: 件"), "table-column"),
        (table([["甲", "1" * 19]], "来访: 件"), "number-too-long"),
        (table([["甲", "1e3"]], "来访: 件"), "bad-number"),
        (table([["甲", "3万"]], "投资: 万元"), "magnitude-twice"),
        (table([["甲", "1"]], "来访: 件", "  合计: 也许\n"), "wrong-type"),
        (table([["甲", "1"]], "来访: 件", "  合计: [合计, 1, 2]\n"), "table-shape"),
        ("表格: 一张\n", "wrong-type"),
        ("表格:\n- 名称: 甲表\n  列: 乡镇\n  行: [[甲]]\n", "wrong-type"),
        ("表格:\n- 名称: 甲表\n  列: [乡镇]\n  行: 没有\n", "wrong-type"),
        ("表格:\n- 名称: 甲表\n  列: [乡镇]\n  行: [[[甲]]]\n", "wrong-type"),
        ("表格:\n- 名称: 甲表\n  列: {乡镇: [甲]}\n  行: [[甲]]\n", "wrong-type"),
        ("表格:\n- 列: [乡镇]\n  行: [[甲]]\n", "missing-key"),
    ],
)
def test_what_is_no_table_is_told(text: str, code: str) -> None:
    assert code in codes(text)


def test_a_table_of_names_and_words_has_no_figures_but_its_rows() -> None:
    facts = read("表格:\n- 名称: 甲表\n  列: [乡镇, 分工]\n  行: [[甲, 接访], [乙, 督办]]\n")

    assert list(facts.figures) == ["甲表.行数"]
    assert facts.tables[0].rows[0].cells == (Cell("甲"), Cell("接访"))


def test_a_sentence_calls_a_cell_by_row_and_column() -> None:
    place = FactsPlace("", 1, 1)

    assert Figure("甲表[东镇].来访", place, row="东镇").label == "东镇来访"
    assert Figure("甲表.来访", place, cells=("甲表[东镇].来访",)).label == "来访"
    assert Figure("PM2.5", place).label == "PM2.5"


def test_a_file_without_tables_loads_nothing_of_them() -> None:
    code = (
        "import sys; from speechgen.facts.read import read_text\n"
        "read_text('文种: 讲话\\n数据: {甲: {值: 1, 单位: 件}, 乙: = 甲 + 1}\\n', '')\n"
        "print(*[name for name in sys.modules if '.tables.' in name])"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == ["speechgen.facts.tables.record"]


COUNTS = st.lists(st.integers(0, 10**7), min_size=1, max_size=15)


@given(COUNTS)
def test_cells_add_up_to_their_column(values: list[int]) -> None:
    facts = read(table([[f"第{n}行", str(value)] for n, value in enumerate(values)], "来访: 件"))

    column = facts.figures["甲表.来访"]
    assert column.value == sum(values)
    assert not facts.problems


@given(COUNTS)
def test_shares_of_a_column_add_up_to_a_hundred_as_printed(values: list[int]) -> None:
    rows = [[f"第{n}行", str(value)] for n, value in enumerate(values)]
    facts = read(table(rows, "来访: 件, 比重: = 来访 / 来访合计"))

    cells = facts.figures["甲表.比重"].cells
    said = [Decimal(speak(cell, facts).text.removesuffix("%")) for cell in cells]
    assert sum(said) == (100 if sum(values) else 0)
    assert len(said) == (len(values) if sum(values) else 0)


@pytest.mark.parametrize(
    ("named", "said", "expected"),
    [
        ("名称: 乡镇表, ", "【乡镇表.来访】", False),
        ("名称: 乡镇表, ", "【乡镇表［甲］的来访】", False),
        ("名称: 乡, ", "【乡镇表.来访】", True),
        ("", "【没有这个】", True),
    ],
)
def test_a_table_that_cannot_be_read_hides_only_what_speaks_of_it(
    named: str, said: str, *, expected: bool
) -> None:
    broken = f"表格:\n- {{{named}列: {{行: 文字, 来访: 件}}, 行: [[甲, 1, 2]]}}\n"

    assert ("unknown-figure" in codes(f"{broken}成绩: [共{said}]\n")) is expected


def test_a_figure_without_a_value_is_no_table() -> None:
    text = "文种: 工作会议讲话\n数据:\n  信访总量: {单位: 件}\n成绩: [信访总量【信访总量】]\n"

    with pytest.raises(SpeechgenError) as caught:
        read_text(text, "素材.yaml")

    messages = [problem.message for problem in caught.value.problems]
    assert messages == ["“信访总量”没有写值", "“信访总量”没有写值，不能直接说"]


@pytest.mark.parametrize("word", ["平均", "最大", "最小", "合计"])
def test_a_column_formula_over_one_cell_is_refused(word: str) -> None:
    column = (
        f"列: {{乡镇: 文字, 来访: 件, 比: '= 来访 / {word}(来访)'}}\n  行: [[甲镇, 3], [乙镇, 4]]\n"
    )
    text = f"文种: 工作会议讲话\n表格:\n- 名称: 表\n  {column}"

    with pytest.raises(SpeechgenError) as caught:
        read_text(text, "素材.yaml")

    (problem,) = caught.value.problems
    assert f"“{word}(来访)”在列的算式里只有本行一格" in problem.message


def test_the_total_of_a_computed_column_leaves_out_rows_that_do_not_apply() -> None:
    table = (
        "文种: 工作会议讲话\n表格:\n- 名称: 表\n"
        "  列: {乡镇: 文字, 来访: 件, 化解: 件, 未化解: = 来访 - 化解, 化解率: = 化解 / 来访}\n"
        "  行: [[甲镇, 5, 3], [乙镇, 4, —], [丙镇, 10, 6]]\n"
    )

    figures = read_text(table, "素材.yaml").figures

    assert [figures[f"表.{head}"].value for head in ("来访", "未化解", "化解率")] == [19, 6, 60]
    assert sum(figures[name].value or 0 for name in figures["表.未化解"].cells) == 6
