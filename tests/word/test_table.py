"""A table in Word: as wide as the text, its head repeated, its numbers flush right."""

from __future__ import annotations

import pytest

from speechgen.document import Document, Run, Table
from speechgen.style import Layout
from speechgen.word.placing import em
from speechgen.word.reader import read
from speechgen.word.table import column_widths, is_number
from speechgen.word.writer import write
from tests.word.unzipped import found, tree_of, values

WIDTH = 8844  # twips
CELL = 170  # twips that a cell keeps free left and right
CHARACTER = 240  # twips of 12 pt

TABLE = Table(
    "t",
    ("单位", "接访批次", "化解率", "备注"),
    (
        ((Run("县市区党政正职"),), (Run("1924", "批次"),), (Run("90.0%"),), (Run("约占七成"),)),
        ((Run("2024"),), (Run("X", "缺数", "missing"),), (Run("—"),), ()),
    ),
)


def test_the_columns_fill_the_type_area() -> None:
    widths = column_widths(TABLE, WIDTH)

    assert sum(widths) == WIDTH
    assert widths[0] == max(widths)
    assert min(widths) > 0


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *[(text, True) for text in ("135", "90.0%", "-3.5", "X%", "—")],
        *[(text, False) for text in ("135件", "约占七成", "")],
    ],
)
def test_a_number_stands_alone_in_its_cell(text: str, number: bool) -> None:  # noqa: FBT001
    assert is_number(text) is number


def test_only_the_first_row_is_the_head() -> None:
    tree = tree_of(write(Document("报告", "题", (TABLE,)), {}, Layout()))

    assert len(found(tree, "//w:tr[w:trPr/w:tblHeader]")) == 1
    assert len(found(tree, "//w:tr[w:trPr/w:cantSplit]")) == 3
    assert set(values(tree, "//w:tr[1]//w:pStyle/@w:val")) == {"TableHead"}


def test_numbers_are_flush_right_but_not_in_the_column_of_names() -> None:
    tree = tree_of(write(Document("报告", "题", (TABLE,)), {}, Layout()))

    styles = [values(row, ".//w:pStyle/@w:val") for row in found(tree, "//w:tr")[1:]]
    assert styles == [
        ["TableText", "TableNumber", "TableNumber", "TableText"],
        ["TableText", "TableNumber", "TableNumber", "TableText"],
    ]


def test_widths_are_written_for_every_cell() -> None:
    tree = tree_of(write(Document("报告", "题", (TABLE,)), {}, Layout()))

    grid = values(tree, "//w:gridCol/@w:w")
    assert [values(row, ".//w:tcW/@w:w") for row in found(tree, "//w:tr")] == [grid] * 3
    assert sum(map(int, grid)) == WIDTH == int(values(tree, "//w:tblW/@w:w")[0])


WIDE = Table(
    "t",
    (
        *("乡镇（街道）", "来信（件）", "来访（批次）", "来访（人次）", "网上投诉（件）"),
        *("初次信访事项及时受理率", "初次信访事项按期办结率", "群众满意率", "责任单位"),
    ),
    tuple(
        [
            tuple([(Run(text),) for text in (town, *numbers, office)])
            for town, numbers, office in (
                ("柳林街道", ("12", "130", "3300", "—", "73.2%", "100%", "95.55%"), "县信访局"),
                ("河湾镇", ("7", "13", "330", "X", "X%", "90%", "88%"), "县住房和城乡建设局"),
            )
        ]
    ),
)


def test_in_a_wide_table_no_number_and_no_unit_is_broken() -> None:
    widths = column_widths(WIDE, WIDTH)

    texts = [[WIDE.columns[at], *(row[at][0].text for row in WIDE.rows)] for at in range(9)]
    room = [(width - CELL) / CHARACTER for width in widths]
    assert sum(widths) == WIDTH
    for column, characters in zip(texts, room, strict=True):
        units = [text[text.index("（") :] for text in column[:1] if "（" in text]
        whole = units + [text for text in column if is_number(text)]
        assert all(em(text) <= characters for text in whole), (column, characters)


@pytest.mark.parametrize("columns", [1, 2, 5, 9, 14, 30])
def test_any_number_of_columns_fills_the_type_area(columns: int) -> None:
    row = tuple([(Run(f"{1234 * at}.5%"),) for at in range(columns)])
    table = Table("t", tuple([f"第{at}项指标完成率" for at in range(columns)]), (row,))

    widths = column_widths(table, WIDTH)

    assert sum(widths) == WIDTH
    assert min(widths) > 0


def test_a_table_of_heads_alone_fills_the_type_area() -> None:
    assert sum(column_widths(Table("t", ("甲", "乙"), ()), WIDTH)) == WIDTH


def test_a_unit_that_does_not_fit_beside_its_head_stands_below_it() -> None:
    data = write(Document("报告", "题", (WIDE,)), {}, Layout())

    heads = found(tree_of(data), "//w:tr[1]/w:tc")
    got, _ = read(data, "稿.docx")

    assert [values(head, ".//w:t/text()") for head in heads[:2]] == [
        ["乡镇", "（街道）"],
        ["来信", "（件）"],
    ]
    assert got.blocks == (WIDE,)


def test_a_head_does_not_stay_alone_at_the_foot_of_a_page() -> None:
    tree = tree_of(write(Document("报告", "题", (TABLE,)), {}, Layout()), "word/styles.xml")

    assert found(tree, "//w:style[@w:styleId='TableHead']/w:pPr/w:keepNext")


def test_what_follows_a_table_at_the_end_is_too_low_for_a_page_of_its_own() -> None:
    tree = tree_of(write(Document("报告", "题", (TABLE,)), {}, Layout()))

    last = found(tree, "//w:body/w:p")[-1]
    assert values(last, "w:pPr/w:spacing/@w:line") == ["20"]
    assert not found(last, "w:r")


def kept_rows(count: int) -> list[int]:
    """Return which rows, the head left out, are kept with the next one."""
    rows = tuple([((Run(f"{at}号"),), (Run("1"),)) for at in range(count)])
    tree = tree_of(write(Document("报告", "题", (Table("t", ("甲", "乙"), rows),)), {}, Layout()))
    found_rows = found(tree, "//w:tr")[1:]
    return [
        at
        for at, row in enumerate(found_rows)
        if len(found(row, "w:tc")) == len(found(row, ".//w:keepNext"))
    ]


def test_a_small_table_stays_on_one_page_and_of_a_large_one_the_last_two_rows() -> None:
    assert kept_rows(1) == []
    assert kept_rows(8) == [0, 1, 2, 3, 4, 5, 6]
    assert kept_rows(30) == [28]
