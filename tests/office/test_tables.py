"""Tables on the printed page, measured from the PDF that LibreOffice makes (layout.md §3)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pdfplumber
import pytest
from pdfplumber.page import Page
from pdfplumber.table import Table

from tests.office.printed import MM

pytestmark = pytest.mark.office

LEFT, WIDTH, RIGHT_PAGE_LEFT = 28.0, 156.0, 26.0  # mm; even pages are mirrored
TOP, BOTTOM = 37.0, 297.0 - 35.0
LINE, BODY = 28.95, 16  # points
BROAD = 9  # columns
LONG_HEAD = ["序号", "项目", "投资（万元）", "完成率"]


@pytest.fixture(scope="session")
def tables(pages: dict[str, Path]) -> Path:
    return pages["tables"]


@pytest.fixture(scope="session")
def opened(tables: Path) -> Iterator[list[Page]]:
    with pdfplumber.open(tables) as document:
        yield list(document.pages)


def printed(pages: list[Page]) -> list[tuple[Page, Table]]:
    return [(page, table) for page in pages for table in page.find_tables()]


def rows(table: Table) -> list[list[str]]:
    """Return the cells of a table as printed, the lines of a cell joined."""
    return [[(cell or "").replace("\n", "") for cell in row] for row in table.extract()]


def test_every_table_is_as_wide_as_the_text(opened: list[Page]) -> None:
    for page, table in printed(opened):
        left, _, right, bottom = table.bbox
        margin = LEFT if page.page_number % 2 else RIGHT_PAGE_LEFT

        assert left / MM == pytest.approx(margin, abs=0.5)
        assert (right - left) / MM == pytest.approx(WIDTH, abs=0.5)
        assert bottom / MM <= BOTTOM + 0.5


def test_a_cell_is_12_points_and_in_a_broad_table_one_size_less(opened: list[Page]) -> None:
    sizes = {
        (len(rows(table)[0]) == BROAD, round(character["size"], 1))
        for page, table in printed(opened)
        for character in page.crop(table.bbox).chars
    }

    assert sizes == {(False, 12.0), (True, 10.5)}


def test_a_long_table_repeats_its_head_on_every_page(opened: list[Page]) -> None:
    parts = [rows(table) for _, table in printed(opened) if rows(table)[0] == LONG_HEAD]

    assert len(parts) == 3
    assert [row[0] for part in parts for row in part[1:]] == [str(n) for n in range(1, 61)]


def test_no_row_is_split_between_two_pages(opened: list[Page]) -> None:
    parts = [rows(table) for _, table in printed(opened) if rows(table)[0] == LONG_HEAD]

    names = {row[1] for part in parts for row in part[1:]}
    assert names == {"道路改造", "供水管网改造", "老旧小区河道治理与供水管网改造工程"}


def test_a_caption_and_a_head_stay_with_the_first_row(opened: list[Page]) -> None:
    captions = [
        (page, word["bottom"])
        for page in opened
        for word in page.extract_words()
        if word["text"].startswith("表") and word["text"][1:].isdigit()
    ]
    assert len(captions) == 14

    below = [
        min((t for t in page.find_tables() if t.bbox[1] > bottom), key=lambda t: t.bbox[1])
        for page, bottom in captions
    ]

    assert all(len(rows(table)) > 1 for table in below)
    first = [page.page_number for page, bottom in captions if bottom < (TOP + 12) * MM]
    ends = [end_of(opened[number - 2]) for number in first]
    assert min(ends) < BOTTOM * MM - LINE  # one that could have stayed there alone


def end_of(page: Page) -> float:
    """Return where the last line of text above the page number ends."""
    return float(max(c["bottom"] for c in page.chars if c["bottom"] < BOTTOM * MM))


def test_a_small_table_stays_on_one_page(opened: list[Page]) -> None:
    small = [rows(table) for _, table in printed(opened) if len(rows(table)[0]) == 3]

    assert [len(table) for table in small] == [4] * 13


def test_numbers_are_flush_right(opened: list[Page]) -> None:
    (page, table) = next((p, t) for p, t in printed(opened) if rows(t)[0] == LONG_HEAD)
    cells = [row.cells[2] for row in table.rows[1:]]

    ends = {
        round(cell[2] - max(c["x1"] for c in page.crop(cell).chars), 1) for cell in cells if cell
    }

    assert max(ends) - min(ends) <= 0.5
    assert 0.5 < min(ends) / MM < 2.5


def test_no_number_of_a_broad_table_is_broken(opened: list[Page]) -> None:
    broad = [table for _, table in printed(opened) if len(rows(table)[0]) == BROAD]

    texts = [cell for table in broad for row in table.extract() for cell in row[1:-1]]
    assert broad
    assert [text for text in texts if text and text[0].isdigit() and "\n" in text] == []
    assert [text.splitlines()[-1] for text in broad[0].extract()[0][:5] if text] == [
        *("（街道）", "（件）", "（批次）", "（人次）", "（件）"),
    ]


def test_the_lines_before_and_behind_a_table_stay_28_95_points_apart(opened: list[Page]) -> None:
    for page in opened[:3]:
        texts = sorted({round(c["bottom"], 1) for c in page.chars if round(c["size"]) == BODY})
        steps = [after - before for before, after in pairwise(texts)]

        lines = [step for step in steps if step < 1.5 * LINE]  # else a table stands between

        assert len(lines) > 5
        assert all(abs(step - LINE) <= 0.25 for step in lines), lines
