"""A table in Word: as wide as the text, its head repeated, its numbers flush right."""

from __future__ import annotations

import pytest

from speechgen.document import Document, Run, Table
from speechgen.style import Layout
from speechgen.word.table import column_widths, is_number
from speechgen.word.writer import write
from tests.word.unzipped import found, tree_of, values

TABLE = Table(
    "t",
    ("单位", "接访批次", "化解率", "备注"),
    (
        ((Run("县市区党政正职"),), (Run("1924", "批次"),), (Run("90.0%"),), (Run("约占七成"),)),
        ((Run("2024"),), (Run("X", "缺数", "missing"),), (Run("—"),), ()),
    ),
)


def test_the_columns_fill_the_type_area() -> None:
    widths = column_widths(TABLE, 8844)

    assert sum(widths) == 8844
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
    assert sum(map(int, grid)) == 8844 == int(values(tree, "//w:tblW/@w:w")[0])
