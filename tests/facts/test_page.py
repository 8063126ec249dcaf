"""A page: places in the mended text are told as places in the text as typed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from speechgen.facts.file.page import Edit, Mend, Page


def mend(column: int, removed: int, put: str) -> Mend:
    return Mend(0, (Edit(column, removed, put),), "code", "message")


def test_several_mends_of_one_line_are_made_from_its_end() -> None:
    page = Page("值：135，单位：件\n", "素材.yaml")

    page.apply([mend(1, 1, ": "), mend(5, 1, ", "), mend(8, 1, ": ")])

    assert page.text == "值: 135, 单位: 件\n"
    assert page.quote(1) == "值：135，单位：件"


@given(
    st.lists(st.tuples(st.integers(0, 2), st.text("：, ", max_size=3)), max_size=4),
    st.integers(0, 30),
)
def test_a_character_that_stayed_is_found_where_it_was(
    edits: list[tuple[int, str]], number: int
) -> None:
    line = "".join(chr(0x4E00 + n) for n in range(31))
    page = Page(line, "素材.yaml")
    page.apply([mend(7 * n, removed, put) for n, (removed, put) in enumerate(edits)])

    column = page.text.find(line[number])

    if column >= 0:
        assert page.at(0, column).column == number + 1
