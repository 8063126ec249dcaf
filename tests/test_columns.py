"""Text in columns: aligned as a Chinese console shows it, never too wide."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from speechgen.columns import NARROWEST, aligned, width

CELLS = st.text(st.sampled_from("件人次，、（）aB19% .→…é"), max_size=40)
ROWS = st.integers(1, 5).flatmap(
    lambda n: st.lists(st.lists(CELLS, min_size=n, max_size=n), min_size=1, max_size=6)
)


def test_a_chinese_character_takes_two_places() -> None:
    assert width("信访135件") == 9


def test_columns_stand_below_each_other() -> None:
    assert aligned([["名称", "印出"], ["信访总量", "135件"]]) == [
        "名称      印出",
        "信访总量  135件",
    ]


def test_a_column_with_nothing_in_it_takes_no_place() -> None:
    assert aligned([["甲", "", "乙"], ["丙", "", "丁"]]) == ["甲  乙", "丙  丁"]


def test_the_widest_cell_is_wrapped_in_its_column() -> None:
    rows = aligned([["名称", "用在哪里"], ["信访", "开头第2段；一、第3段"]], 18)

    assert rows[1].split("\n") == ["信访  开头第2段；", "      一、第3段"]


def test_no_line_begins_with_a_sign_that_closes_and_no_number_is_broken() -> None:
    (row,) = aligned([["一二三四、12345"]], 9)

    assert row.split("\n") == ["一二三", "四、12345"]


def test_no_rows_are_no_lines() -> None:
    assert aligned([]) == []


@given(ROWS, st.integers(60, 120))
def test_nothing_is_lost_and_no_line_is_too_wide(rows: list[list[str]], most: int) -> None:
    said = aligned(rows, most)

    assert len(said) == (len(rows) if any(cell for row in rows for cell in row) else 0)
    for row, text in zip(rows, said, strict=False):
        assert sorted(text.replace("\n", "").replace(" ", "")) == sorted(
            "".join(row).replace(" ", "")
        )
        assert all(
            width(line) <= max(most, (NARROWEST + 2) * len(row)) for line in text.split("\n")
        )
