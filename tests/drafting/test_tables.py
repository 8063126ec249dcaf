"""Tables of the facts in the paper: where they stand, how they are headed, what their cells say."""

from __future__ import annotations

import pytest

from speechgen import manifest, resources
from speechgen.document import Block, Document, Role, Run, Table
from speechgen.drafting.blocks import block_of
from speechgen.drafting.draft import Draft, draft
from speechgen.drafting.speaker import Speaker
from speechgen.drafting.tables.places import place_of
from speechgen.drafting.tables.printing import with_tables
from speechgen.drafting.telling.missing import lines_of
from speechgen.facts.read import read_text
from speechgen.facts.speak import speak
from speechgen.problems import FactsPlace
from speechgen.style import Layout
from speechgen.word.reader import read
from speechgen.word.writer import write
from tests.drafting.papers import MEETING, drafted

TABLE = """\
表格:
- 名称: 乡镇表
  标题: 各乡镇1至7月信访情况
  列: {乡镇: 文字, 来访: 件, 办结: 件, 办结率: = 办结 / 来访}
  行:
  - [城关镇, 120, 108]
  - [东河镇, 待核, 60]
  - [西河镇, 21, 13]
  合计: 是
"""
SPOKEN = """\
成绩:
- 城关镇受理来访【乡镇表[城关镇].来访】
任务: [抓好源头治理]
"""
OTHER = """\
- 名称: 项目表
  列: {项目: 文字, 投资: 万元}
  行:
  - [供水改造, 300]
"""


def text_of(block: Block | Table) -> str:
    return "⟦表⟧" if isinstance(block, Table) else block.text


def tail(paper: Draft, count: int) -> list[str]:
    return [text_of(block) for block in paper.document.blocks[-count:]]


def around_tables(paper: Draft) -> list[tuple[str, str]]:
    """Return (role, text) of what stands for tables: captions, unit lines, enclosures."""
    roles = (Role.CAPTION, Role.UNIT_LINE, Role.ATTACHMENT_NOTE, Role.ATTACHMENT_LABEL)
    blocks = [block for block in paper.document.blocks if isinstance(block, Block)]
    return [(block.role.value, block.text) for block in blocks if block.role in roles]


def tables(paper: Draft) -> list[Table]:
    return [block for block in paper.document.blocks if isinstance(block, Table)]


def table_of(body: str) -> Table:
    (found,) = tables(drafted(MEETING + body))
    return found


def rows(table: Table) -> list[str]:
    return table.text.split("\n")


def test_a_table_stands_behind_the_paragraph_that_speaks_it() -> None:
    blocks = drafted(MEETING + TABLE + SPOKEN).document.blocks

    at = next(at for at, block in enumerate(blocks) if isinstance(block, Table))

    assert "城关镇受理来访120件" in blocks[at - 3].text
    assert [text_of(block) for block in blocks[at - 2 : at]] == [
        "表1\u3000各乡镇1至7月信访情况",
        "单位：件",
    ]
    assert rows(tables(drafted(MEETING + TABLE + SPOKEN))[0]) == [
        "乡镇\t来访\t办结\t办结率",
        "城关镇\t120\t108\t90.0%",
        "东河镇\tX\t60\tX%",
        "西河镇\t21\t13\t61.9%",
        "合计\tX\t181\tX%",
    ]


def test_tables_are_counted_as_they_are_printed() -> None:
    spoken = "成绩:\n- 供水改造投资【项目表[供水改造].投资】\n问题: [来访【乡镇表.来访】]\n"

    paper = drafted(MEETING + TABLE + OTHER + spoken + "任务: [抓好源头治理]\n")

    assert around_tables(paper) == [
        ("表题", "表1\u3000项目表"),
        ("表题", "表2\u3000各乡镇1至7月信访情况"),
        ("表单位", "单位：件"),
    ]


@pytest.mark.parametrize("typed", ["表1　情况", "表 3：情况", "附表二、情况", "情况"])
def test_a_number_typed_before_a_caption_is_left_to_the_program(typed: str) -> None:
    paper = drafted(MEETING + TABLE.replace("各乡镇1至7月信访情况", typed) + SPOKEN)

    assert around_tables(paper)[0] == ("表题", "表1\u3000情况")


def test_a_stop_at_the_end_of_a_caption_is_dropped() -> None:
    paper = drafted(MEETING + TABLE.replace("信访情况", "信访情况。") + SPOKEN)

    assert around_tables(paper)[0] == ("表题", "表1\u3000各乡镇1至7月信访情况")


def test_a_column_of_words_has_nothing_in_the_row_of_totals() -> None:
    body = "表格:\n- 名称: 表\n  列: {序号: 文字, 镇: 文字, 电话: 文字, 来访: 件}\n  合计: 是\n"

    table = table_of(body + "  行: [[1, 甲镇, 5551234, 2], [2, 乙镇, —, 3]]\n任务: [抓好工作]\n")

    assert rows(table)[2:] == ["2\t乙镇\t—\t3", "\t合计\t\t5"]
    assert table.rows[2][2] == ()


@pytest.mark.parametrize("caption", ["表彰情况", "表十分简单", "1至7月情况"])
def test_a_caption_that_only_looks_numbered_stays(caption: str) -> None:
    paper = drafted(MEETING + TABLE.replace("各乡镇1至7月信访情况", caption) + SPOKEN)

    assert around_tables(paper)[0] == ("表题", f"表1\u3000{caption}")


def test_a_caption_may_speak_figures() -> None:
    paper = drafted(MEETING + TABLE.replace("信访情况", "信访情况（【乡镇表.行数】）") + SPOKEN)

    block = next(b for b in paper.document.blocks if b.key == "表格/乡镇表/表题")
    assert isinstance(block, Block)
    assert block.text == "表1\u3000各乡镇1至7月信访情况（3个）"
    assert Run("3", "乡镇表.行数") in block.runs


@pytest.mark.parametrize(
    ("columns", "unit_line", "heads"),
    [
        ("{乡镇: 文字, 来访: 件, 办结: 件}", "单位：件", "乡镇 来访 办结"),
        ("{乡镇: 文字, 来访: 件, 来访人: 人次}", "", "乡镇 来访（件） 来访人（人次）"),
        ("{乡镇: 文字, 接访批次: 批次, 接访人次: 人次}", "", "乡镇 接访批次 接访人次"),
        ("{乡镇: 文字, 来访（件）: 件, 人数: 人}", "", "乡镇 来访（件） 人数（人）"),
        ("{乡镇: 文字, 占比: '%', 提高: '%'}", "", "乡镇 占比 提高"),
        ("{乡镇: 文字, 来访: 件, 占比: '%'}", "", "乡镇 来访（件） 占比"),
        ("{乡镇: 文字, 来访: 件, 办结: 件, 占比: '%'}", "单位：件", "乡镇 来访 办结 占比"),
    ],
)
def test_a_unit_stands_above_the_table_or_in_the_heads(
    columns: str, unit_line: str, heads: str
) -> None:
    cells = ", ".join(["7"] * columns.count(","))
    body = f"表格:\n- 名称: 表\n  列: {columns}\n  行:\n  - [甲镇, {cells}]\n任务: [抓好工作]\n"

    paper = drafted(MEETING + body)

    lines = [text for role, text in around_tables(paper) if role == "表单位"]
    assert lines == ([unit_line] if unit_line else [])
    assert list(tables(paper)[0].columns) == heads.split()


def test_a_cell_is_a_figure_without_its_unit() -> None:
    table = table_of(TABLE + SPOKEN)

    assert table.rows[0] == (
        (Run("城关镇"),),
        (Run("120", "乡镇表[城关镇].来访"),),
        (Run("108", "乡镇表[城关镇].办结"),),
        (Run("90.0%", "乡镇表[城关镇].办结率", context="一位小数"),),
    )
    assert table.rows[1][1] == (Run("X", "乡镇表[东河镇].来访", "missing"),)
    assert table.rows[3][2] == (Run("181", "乡镇表.办结"),)


def test_what_a_cell_says_can_be_said_again_by_its_expression_and_context() -> None:
    facts = read_text(MEETING + TABLE + SPOKEN, "素材.yaml")
    (table,) = tables(draft(facts, facts.kinds[0], resources.templates()))

    cells = [run for row in table.rows for cell in row for run in cell if run.expression]

    again = [speak(run.expression, facts, run.context) for run in cells]
    assert [(said.text, said.status) for said in again] == [(c.text, c.status) for c in cells]
    assert len(cells) == 12


def test_typed_rates_keep_the_decimals_they_were_typed_with() -> None:
    body = "表格:\n- 名称: 表\n  列: {镇: 文字, 率: '%'}\n  行: [[甲镇, 90%], [乙镇, 61.92%]]\n"

    assert rows(table_of(body + "任务: [抓好工作]\n"))[1:] == ["甲镇\t90%", "乙镇\t61.92%"]


def test_a_cell_that_does_not_reconcile_is_marked() -> None:
    table = table_of(
        TABLE.replace("合计: 是", "合计: [合计, 211, 190]").replace("待核", "70") + SPOKEN
    )

    assert table.rows[3][2] == (Run("190", "乡镇表.办结", "disputed"),)


def test_a_table_that_asks_for_it_is_an_enclosure() -> None:
    paper = drafted(MEETING + TABLE + "  位置: 文后\n" + SPOKEN)

    assert tail(paper, 5) == [
        "附件：各乡镇1至7月信访情况",
        "附件",
        "各乡镇1至7月信访情况",
        "单位：件",
        "⟦表⟧",
    ]
    assert paper.document.title == "在全县防汛工作会议上的讲话"


def test_several_enclosures_are_counted() -> None:
    paper = drafted(MEETING + TABLE + "  位置: 文后\n" + OTHER + "  位置: 文后\n" + SPOKEN)

    assert [text for _, text in around_tables(paper) if text.startswith(("附件", "2."))] == [
        "附件：1. 各乡镇1至7月信访情况",
        "2. 项目表",
        "附件1",
        "附件2",
    ]


def test_a_table_that_no_sentence_speaks_is_an_enclosure() -> None:
    paper = drafted(MEETING + TABLE + "任务: [抓好源头治理]\n")

    assert around_tables(paper)[0] == ("附件说明", "附件：各乡镇1至7月信访情况")


def test_of_several_papers_only_those_that_speak_a_table_print_it() -> None:
    meeting = MEETING.replace("文种: 工作会议讲话", "文种: [工作会议讲话, 表态发言]")
    practice = "做法:\n- {标题: 领导带头, 措施: [摆上位置：每月会商1次]}\n"
    facts = read_text(meeting + TABLE + SPOKEN + practice, "素材.yaml")

    speaking, silent = (draft(facts, kind, resources.templates()) for kind in facts.kinds)

    assert len(tables(speaking)) == 1
    assert tables(silent) == []
    assert [
        p.message for p in silent.advice if p.code == "not-printed" and "表格" in p.message
    ] == ["表格“乡镇表”没有印进稿子，稿子里也没有说到它"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("（见表1）", []),
        ("（见表3）", ["句子里说到“表3”，而稿子里的表编到表1"]),
        ("，详见附件5", ["句子里说到“附件5”，而稿子没有附件"]),
        ("，代表3名、附件2份、文附件5", []),
    ],
)
def test_a_typed_number_that_no_table_has_is_told(typed: str, told: list[str]) -> None:
    spoken = SPOKEN.replace("来访】", f"来访】{typed}")

    paper = drafted(MEETING + TABLE + spoken)

    found = [problem for problem in paper.advice if problem.code == "table-number"]
    assert [problem.message for problem in found] == told
    lines = (MEETING + TABLE + spoken).splitlines()
    assert all(typed in lines[p.place.line - 1] for p in found if isinstance(p.place, FactsPlace))


def test_a_table_that_is_not_to_be_printed_is_spoken_only() -> None:
    paper = drafted(MEETING + TABLE + "  位置: 不印\n" + SPOKEN)

    assert tables(paper) == []
    assert not [p for p in paper.advice if p.code == "not-printed"]


def test_a_table_neither_printed_nor_spoken_is_told() -> None:
    paper = drafted(MEETING + TABLE + "  位置: 不印\n任务: [抓好源头治理]\n")

    assert ["表格“乡镇表”" in p.message for p in paper.advice if p.code == "not-printed"] == [True]


def test_a_table_that_others_are_computed_from_need_not_be_spoken() -> None:
    body = "  位置: 不印\n数据:\n  结案: = 乡镇表.办结\n任务: [结案达到【结案】]\n"

    paper = drafted(MEETING + TABLE + body)

    assert not [p for p in paper.advice if p.code == "not-printed"]


def test_a_kept_wording_gets_its_tables_with_new_values() -> None:
    drafted(MEETING + TABLE + SPOKEN + "种子: 表格\n")

    again = drafted(MEETING + TABLE.replace("120", "240") + SPOKEN + "种子: 表格\n")

    (table,) = tables(again)
    assert rows(table)[1] == "城关镇\t240\t108\t45.0%"
    assert any("受理来访240件" in text_of(block) for block in again.document.blocks)


def test_a_draft_with_tables_read_back_is_the_same() -> None:
    paper = drafted(MEETING + TABLE + OTHER + "  位置: 文后\n" + SPOKEN)
    data = write(paper.document, paper.ledger, Layout())

    document, notes = read(data, "稿.docx")

    assert document == paper.document
    assert notes == manifest.manifest_of(paper.document, paper.ledger)
    places = {each.expression: (each.row, each.column) for each in notes.occurrences if each.row}
    assert places["乡镇表[东河镇].来访"] == ("东河镇", "来访")
    assert places["乡镇表.办结率"] == ("合计", "办结率")


def test_a_missing_cell_is_listed_once() -> None:
    paper = drafted(MEETING + TABLE + "  由谁提供: 县信访局\n" + SPOKEN)

    assert lines_of(paper.missing) == (
        "缺数 1 项：",
        "  乡镇表[东河镇].来访（件），请县信访局提供，文中4处（表格）",
    )


def test_many_missing_cells_of_a_table_share_a_line() -> None:
    empty = TABLE.replace("120", "待核").replace("108", "待核").replace("21", "待核")
    spoken = SPOKEN + "数据:\n  重复信访: {值: 待核, 单位: 件}\n问题: [重复信访【重复信访】]\n"

    paper = drafted(MEETING + empty + "  由谁提供: 县信访局\n" + spoken)

    cells = "城关镇的来访、办结，东河镇的来访等"
    assert sorted(lines_of(paper.missing)) == [
        f"  乡镇表里的4个数（{cells}），请县信访局提供，文中各处（本数、表格）",
        "  重复信访（件），素材里没有写由谁提供，文中1处（本数）",
        "缺数 5 项：",
    ]


def paper_of(*lines: tuple[Role, str]) -> list[Block]:
    runs = {True: Run("3", "表.来访"), False: Run("字")}
    return [
        Block(str(at), role, (Run(text.replace("●", "")), runs["●" in text]))
        for at, (role, text) in enumerate(lines)
    ]


BODY, HEAD, SUBHEAD = Role.BODY, Role.HEADING_1, Role.HEADING_2


@pytest.mark.parametrize(
    ("lines", "behind"),
    [
        pytest.param([(BODY, "甲"), (BODY, "乙●"), (BODY, "丙●")], 1, id="the first that speaks"),
        pytest.param([(HEAD, "甲●"), (BODY, "乙"), (BODY, "丙")], 1, id="below a heading"),
        pytest.param(
            [(HEAD, "甲●"), (SUBHEAD, "乙"), (BODY, "丙"), (BODY, "丁")], 2, id="two headings"
        ),
        pytest.param(
            [(BODY, "一是甲"), (BODY, "二是乙●"), (BODY, "三是丙"), (BODY, "丁")], 2, id="points"
        ),
        pytest.param(
            [(BODY, "第一，甲●"), (BODY, "一要乙"), (BODY, "第二，丙")], 0, id="a point's own text"
        ),
        pytest.param(
            [(BODY, "二要甲●"), (BODY, "一要乙"), (BODY, "二要丙")], 0, id="the next list"
        ),
        pytest.param(
            [(BODY, "一是甲●"), (HEAD, "乙"), (BODY, "二是丙")], 0, id="a heading between"
        ),
        pytest.param([(BODY, "甲"), (BODY, "乙")], None, id="nobody speaks"),
        pytest.param([(BODY, "甲"), (HEAD, "乙●")], None, id="a heading with nothing below"),
    ],
)
def test_a_table_parts_no_list_and_no_heading(
    lines: list[tuple[Role, str]], behind: int | None
) -> None:
    assert place_of("表", paper_of(*lines)) == behind


def test_what_a_colon_announces_stays_with_it() -> None:
    blocks = [
        Block("1", BODY, (Run("来访"), Run("3", "表.来访"), Run("件，主要有："))),
        Block("2", BODY, (Run("征地拆迁。"),)),
        Block("3", BODY, (Run("下一步。"),)),
    ]

    assert place_of("表", blocks) == 1


@pytest.mark.parametrize(
    ("expression", "speaks"),
    [
        ("表.来访", True),
        ("表[甲镇].来访.占比(表.来访)", True),
        ("信访.占比(表.来访)", True),
        ("甲.分别同比(乙,表.来访)", True),
        ("乡镇表.来访", False),
        ("信访.占比(乡镇表.来访)", False),
        ("表彰", False),
    ],
)
def test_a_phrase_may_name_the_table_in_brackets(expression: str, speaks: bool) -> None:  # noqa: FBT001 - of a case
    block = Block("1", BODY, (Run("3", expression),))

    assert (place_of("表", [block]) == 0) is speaks


def test_the_names_of_enclosures_stand_above_the_signature() -> None:
    facts = read_text(MEETING + TABLE + "  位置: 文后\n" + SPOKEN, "素材.yaml")
    speaker = Speaker(facts)
    ends = [
        block_of("a", Role.BODY, "完。", speaker, {}),
        block_of("b", Role.SIGNATURE, "县信访局", speaker, {}),
        block_of("c", Role.SIGN_DATE, "2025年8月1日", speaker, {}),
    ]

    found = with_tables(tuple(ends), speaker, {})

    assert [text_of(block) for block in found][:6] == [
        *("完。", "附件：各乡镇1至7月信访情况", "县信访局", "2025年8月1日", "附件"),
        "各乡镇1至7月信访情况",
    ]


def test_enclosures_of_the_template_are_counted_on() -> None:
    facts = read_text(MEETING + TABLE + "  位置: 文后\n" + SPOKEN, "素材.yaml")
    speaker = Speaker(facts)
    ends = [
        block_of("a", Role.ATTACHMENT_NOTE, "附件：1. 任务清单", speaker, {}),
        block_of("b", Role.ATTACHMENT_LABEL, "附件1", speaker, {}),
    ]

    found = with_tables(tuple(ends), speaker, {})

    assert [text_of(block) for block in found][:4] == [
        *("附件：1. 任务清单", "2. 各乡镇1至7月信访情况", "附件1", "附件2"),
    ]


def test_a_paper_of_tables_is_a_document() -> None:
    paper = drafted(MEETING + TABLE + SPOKEN)

    assert isinstance(paper.document, Document)
    assert set(paper.ledger) >= {"乡镇表[西河镇].办结", "乡镇表.办结率"}
    assert paper.ledger["乡镇表.办结"].parts == tuple(
        [f"乡镇表[{town}].办结" for town in ("城关镇", "东河镇", "西河镇")]
    )


def test_a_total_in_the_text_that_waits_for_a_cell_is_called_a_total() -> None:
    spoken = "成绩: [来访共【乡镇表.来访】]\n"
    table = TABLE.replace("120", "待核")
    paper = drafted(MEETING + table + spoken)

    assert any("来访合计" in line for line in lines_of(paper.missing))
