"""A table in Word: as wide as the text, its head repeated, its numbers flush right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechgen.document import Document, Run, Table
from speechgen.style import Layout
from speechgen.word.placing import em
from speechgen.word.reader import read
from speechgen.word.table import is_numeric
from speechgen.word.table_fit import fit, is_number
from speechgen.word.writer import write
from tests.word.unzipped import found, tree_of, values

WIDTH = 8844  # twips
CELL = 170  # twips that a cell keeps free left and right
CHARACTER = 240  # twips of 12 pt

TABLE = Table(
    "t",
    ("单位", "接访批次", "化解率", "电话"),
    (
        (
            (Run("县市区党政正职"),),
            (Run("1924", "表[正职].批次"),),
            (Run("90.0%", "表[正职].率"),),
            (Run("0571-5551235"),),
        ),
        ((Run("2024"),), (Run("X", "表[2024].批次", "missing"),), (Run("—"),), (Run("2020"),)),
        ((Run("合计"),), (Run("1924", "表.批次"),), ()),
    ),
)


def test_the_columns_fill_the_type_area() -> None:
    widths = fit(TABLE, WIDTH).widths

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
def test_a_number_stands_alone_in_its_cell(text: str, number: bool) -> None:  # noqa: FBT001 - of a case
    assert is_number(text) is number


def test_only_the_first_row_is_the_head() -> None:
    tree = tree_of(write(Document("报告", "题", (TABLE,)), {}, Layout()))

    assert len(found(tree, "//w:tr[w:trPr/w:tblHeader]")) == 1
    assert len(found(tree, "//w:tr[w:trPr/w:cantSplit]")) == 4
    assert set(values(tree, "//w:tr[1]//w:pStyle/@w:val")) == {"TableHead"}


def test_columns_of_numbers_are_flush_right_and_those_of_words_are_centred() -> None:
    tree = tree_of(write(Document("报告", "题", (TABLE,)), {}, Layout()))

    styles = [values(row, ".//w:pStyle/@w:val") for row in found(tree, "//w:tr")[1:]]
    assert styles == [["TableText", "TableNumber", "TableNumber", "TableText"]] * 3


@pytest.mark.parametrize(
    ("cells", "numeric"),
    [
        ([Run("7", "表[甲].数"), Run("—"), Run("")], True),
        ([Run("X", "表[甲].数", "missing"), Run("90%", "表.数")], True),
        ([Run("2019"), Run("2020年")], False),
        ([Run("3"), Run("7", "表[甲].数")], False),
        ([Run("××", "表[甲].姓名", "nameless")], False),
        ([Run("—"), Run("")], False),
        ([], False),
    ],
)
def test_a_column_is_one_of_numbers_where_its_cells_are_figures(
    cells: list[Run],
    numeric: bool,  # noqa: FBT001 - of a case
) -> None:
    table = Table("t", ("名", "值"), tuple([((Run("甲"),), (cell,)) for cell in cells]))

    assert is_numeric(table, 1) is numeric


def test_widths_are_written_for_every_cell() -> None:
    tree = tree_of(write(Document("报告", "题", (TABLE,)), {}, Layout()))

    grid = values(tree, "//w:gridCol/@w:w")
    assert [values(row, ".//w:tcW/@w:w") for row in found(tree, "//w:tr")] == [grid] * 4
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
    _, widths, _, whole_numbers = found_fit = fit(WIDE, WIDTH)

    texts = [[WIDE.columns[at], *(row[at][0].text for row in WIDE.rows)] for at in range(9)]
    room = [(width - CELL) / (found_fit.size * 10) for width in widths]
    assert sum(widths) == WIDTH
    assert whole_numbers
    for column, characters in zip(texts, room, strict=True):
        units = [text[text.index("（") :] for text in column[:1] if "（" in text]
        whole = units + [text for text in column if is_number(text)]
        assert all(em(text) <= characters for text in whole), (column, characters)


@pytest.mark.parametrize("columns", [1, 2, 5, 9, 14, 30])
def test_any_number_of_columns_fills_the_type_area(columns: int) -> None:
    row = tuple([(Run(f"{1234 * at}.5%"),) for at in range(columns)])
    table = Table("t", tuple([f"第{at}项指标完成率" for at in range(columns)]), (row,))

    widths = fit(table, WIDTH).widths

    assert sum(widths) == WIDTH
    assert min(widths) > 0


def test_a_table_of_heads_alone_fills_the_type_area() -> None:
    assert sum(fit(Table("t", ("甲", "乙"), ()), WIDTH).widths) == WIDTH


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


def kept_rows(count: int, words: str = "") -> list[int]:
    """Return which rows, the head left out, are kept with the next one."""
    rows = tuple([((Run(f"{at}号{words}"),), (Run("1"),)) for at in range(count)])
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


def test_a_row_that_would_fill_a_page_may_be_split() -> None:
    rows = tuple(
        [
            ((Run(name),), (Run(words),))
            for name, words in (("甲", "略"), ("乙", "抓好工作。" * 300))
        ]
    )
    tree = tree_of(write(Document("报告", "题", (Table("t", ("名", "说明"), rows),)), {}, Layout()))

    assert [bool(found(row, "w:trPr/w:cantSplit")) for row in found(tree, "//w:tr")] == [
        True,
        True,
        False,
    ]


def test_a_table_of_few_rows_that_are_high_may_be_split() -> None:
    assert kept_rows(5, "每周调度一次进展。" * 30) == [3]


def table_of(heads: list[str], *rows: list[str]) -> Table:
    return Table("t", tuple(heads), tuple([tuple([(Run(c),) for c in row]) for row in rows]))


def many(columns: int) -> Table:
    """Return a table of so many columns of eight digits and a decimal each."""
    heads = ["县区", *[f"指标{at}" for at in range(columns)]]
    return table_of(heads, ["清江县", *["2345678.5"] * columns])


@pytest.mark.parametrize(
    ("columns", "size", "whole"), [(6, 24, True), (7, 21, True), (8, 18, True), (9, 18, False)]
)
def test_a_broad_table_is_set_in_smaller_type_before_a_number_is_broken(
    columns: int,
    size: int,
    whole: bool,  # noqa: FBT001 - of a case
) -> None:
    found_fit = fit(many(columns), WIDTH)

    assert (found_fit.size, found_fit.whole) == (size, whole)
    if whole:
        room = [(each - CELL) / (size * 10) for each in found_fit.widths[1:]]
        assert min(room) >= em("2345678.5")


def test_where_nothing_else_helps_a_unit_is_broken_and_no_number() -> None:
    heads = ["县区", *[f"外资{at}（万美元）" for at in range(9)]]
    row = ["清江县", *["345678.5"] * 9]

    found_fit = fit(table_of(heads, row), WIDTH)

    assert (found_fit.size, found_fit.whole) == (18, True)
    assert min(found_fit.widths[1:]) - CELL >= em("345678.5") * 180


def test_one_size_smaller_is_set_where_a_short_head_does_not_stand_on_one_line() -> None:
    heads = [f"第{at}项" for at in range(6)]
    row = ["县教育局", *["1234567.5"] * 4, *["1234567.25"] * 2]

    assert fit(table_of(["单位", *heads], row), WIDTH).size == 24
    assert fit(table_of(["牵头部门", *heads], row), WIDTH).size == 21


def test_smaller_type_has_styles_of_its_own() -> None:
    data = write(Document("报告", "题", (many(7),)), {}, Layout())

    styles = set(values(tree_of(data), "//w:tbl//w:pStyle/@w:val"))
    assert styles == {"TableHeadSmall", "TableTextSmall"}
    sizes = values(
        tree_of(data, "word/styles.xml"), "//w:style[@w:styleId='TableTextSmall']//w:sz/@w:val"
    )
    assert sizes == ["21"]


PLAN = table_of(
    ["序号", "任务", "措施", "责任单位", "完成时限"],
    *[
        [str(at), f"第{at}项任务", "组织力量拉网式排查，建立清单，每周调度。" * 3, unit, "12月底前"]
        for at, unit in ((1, "县住房和城乡建设局"), (2, "县应急管理局"), (3, "县教育局"))
    ],
)


def test_room_goes_where_it_saves_lines() -> None:
    characters = [(width - CELL) / CHARACTER for width in fit(PLAN, WIDTH).widths]

    assert characters[0] == pytest.approx(2, abs=0.5)
    assert characters[2] == max(characters)
    assert characters[3] >= 4  # 责任单位 on one line
    assert characters[4] >= 4  # 12月底前 and its head


@given(
    st.lists(
        st.lists(
            st.sampled_from(["", "—", "12", "X%", "104.5%", "县教育局", "每周调度。" * 9]),
            min_size=4,
            max_size=4,
        ),
        max_size=6,
    )
)
def test_whatever_is_in_a_table_its_widths_add_up_and_its_numbers_are_whole(
    rows: list[list[str]],
) -> None:
    table = table_of(["序号", "群众满意率", "来访（件）", "责任单位"], *rows)

    found_fit = fit(table, WIDTH)

    assert sum(found_fit.widths) == WIDTH
    assert len(found_fit.heights) == len(rows) + 1
    for at, width in enumerate(found_fit.widths):
        numbers = [em(row[at]) for row in rows if is_number(row[at])]
        assert max([2, *numbers]) <= (width - CELL) / CHARACTER
