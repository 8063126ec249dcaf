"""The drafts of the samples that ship with the program, measured on the page."""

from __future__ import annotations

from pathlib import Path

import pdfplumber
import pytest

from tests.office.conftest import SHIPPED
from tests.office.printed import Line, dash_ink, lines

pytestmark = pytest.mark.office

EVERY_SAMPLE = pytest.mark.parametrize("name", SHIPPED)
BOTTOM = 297 - 35  # mm
HANGING = "，。、；：！？”》）"  # may stand one character outside the line


def pages_of(pdf: Path) -> list[list[Line]]:
    """Return the lines of every page, without its page number."""
    with pdfplumber.open(pdf) as document:
        count = len(document.pages)
    return [lines(pdf, page)[:-1] for page in range(count)]


def pages_of_text(pdf: Path) -> list[list[Line]]:
    """Return the lines of every page that has no table: its rows have a height of their own."""
    with pdfplumber.open(pdf) as document:
        tables = [bool(page.find_tables()) for page in document.pages]
    return [page for page, table in zip(pages_of(pdf), tables, strict=True) if not table]


@EVERY_SAMPLE
def test_a_full_page_has_22_lines_and_none_has_more(pages: dict[str, Path], name: str) -> None:
    counts = [len(page) for page in pages_of_text(pages[name])]
    full = counts[1:-1]  # the first has the title block; a paper of two pages has none

    assert max(counts) <= 22
    assert not full or max(full) == 22
    assert all(count >= 21 for count in full)  # a heading does not stay behind alone


def test_most_samples_have_a_full_page(pages: dict[str, Path]) -> None:
    lengths = [len(pages_of_text(pages[name])) for name in SHIPPED]

    assert sum(length > 2 for length in lengths) > len(lengths) / 2


@EVERY_SAMPLE
def test_a_full_line_has_28_characters(pages: dict[str, Path], name: str) -> None:
    printed = [line.text.rstrip(HANGING) for page in pages_of(pages[name]) for line in page]

    chinese = [len(text) for text in printed if not any(c.isascii() for c in text)]
    assert max(chinese) == 28


@EVERY_SAMPLE
def test_the_page_number_is_7_mm_below_the_text(
    pages: dict[str, Path], name: str, tmp_path: Path
) -> None:
    for page in (0, 1):
        assert abs(dash_ink(pages[name], page, tmp_path) - BOTTOM - 7) <= 1
