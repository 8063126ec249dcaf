"""The printed page, measured from the PDF that LibreOffice makes (layout.md §8)."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pdfplumber
import pytest

from tests.office.printed import MM, baselines, dash_ink, ink, inked_rows, lines

pytestmark = pytest.mark.office

TOP, BOTTOM = 37.0, 297.0 - 35.0  # mm
LEFT, RIGHT = 28.0, 210.0 - 26.0
FULL_PAGE = 3  # the fourth page of the speech has nothing but body text
CHARACTER_14 = 14.0  # points


@pytest.fixture(scope="session")
def speech(pages: dict[str, Path]) -> Path:
    return pages["speech"]


def test_a_full_page_has_22_lines(speech: Path) -> None:
    assert len(lines(speech, FULL_PAGE)) == 22 + 1  # and the page number


def test_a_full_line_has_28_characters(speech: Path) -> None:
    lengths = [len(line.text) for line in lines(speech, FULL_PAGE)[:-1]]

    assert max(lengths) == 28
    assert lengths.count(28) > 10


def test_lines_are_28_95_points_apart(speech: Path) -> None:
    body = baselines(speech, FULL_PAGE)[:-1]

    steps = [after - before for before, after in pairwise(body)]

    assert all(abs(step - 28.95) <= 0.25 for step in steps), steps
    assert (body[-1] - body[0]) / 21 == pytest.approx(28.95, abs=0.02)


@pytest.mark.parametrize("page", [0, 1, 2])
def test_the_dash_is_7_mm_below_the_text(speech: Path, page: int, tmp_path: Path) -> None:
    below = dash_ink(speech, page, tmp_path) - BOTTOM

    assert abs(below - 7) <= 1


def test_the_first_ink_is_at_most_2_5_mm_below_the_margin(speech: Path, tmp_path: Path) -> None:
    first, _ = inked_rows(ink(speech, 0, tmp_path), 0, BOTTOM)

    assert 0 <= first - TOP <= 2.5


def test_the_text_stands_in_the_type_area(speech: Path) -> None:
    odd, even = lines(speech, 2)[5], lines(speech, FULL_PAGE)[5]

    assert odd.left / MM == pytest.approx(LEFT, abs=0.3)
    assert even.left / MM == pytest.approx(210 - RIGHT, abs=0.3)  # mirrored: 26 mm outside


def test_the_page_number_is_on_the_outer_side_one_character_in(speech: Path) -> None:
    odd, even = lines(speech, 0)[-1], lines(speech, 1)[-1]

    assert (odd.text, even.text) == ("— 1 —", "— 2 —")
    assert odd.right == pytest.approx(RIGHT * MM - CHARACTER_14, abs=1)
    assert even.left == pytest.approx((210 - RIGHT) * MM + CHARACTER_14, abs=1)


def test_headings_are_numbered_by_word(speech: Path) -> None:
    printed = [line.text for page in range(4) for line in lines(speech, page)]

    numbered = [text for text in printed if text.startswith(("一、", "二、", "（", "1.", "2."))]

    assert [text[:6] for text in numbered if "年" not in text] == [
        "一、认清形势",
        "（一）关于征",
        "（二）关于楼",
        "1.压实责任",
        "（1）县住房",
        "（2）县自然",
        "2.限期交付",
        "二、聚焦重点",
        "（一）把牢源",
    ]


def test_the_title_is_broken_by_meaning_and_centred(speech: Path) -> None:
    first, second = lines(speech, 0)[:2]

    assert (first.text, second.text) == ("在全县第四季度重点领域", "信访事项工作推进会上的讲话")
    middle = (LEFT + RIGHT) / 2 * MM
    assert (first.left + first.right) / 2 == pytest.approx(middle, abs=2)


def test_a_figure_is_text_and_no_form_field(speech: Path) -> None:
    printed = "".join(line.text for page in range(2) for line in lines(speech, page)[:-1])

    assert "信访总量135件，同比下降8.8%，但已占全年控制目标200件的67.5%" in printed


def test_the_date_stands_two_characters_right_of_the_signature(pages: dict[str, Path]) -> None:
    found = [line for page in range(3) for line in lines(pages["report"], page)]
    signature = [line for line in found if line.text == "市信访工作联席会议办公室"][-1]
    date = next(line for line in found if line.text == "2025年11月18日")

    # By their right ends: LibreOffice 7.4 spaces the digits out whatever autoSpaceDN says.
    longer = len(signature.text) - len("年月日") - len("20251118") / 2
    assert signature.right - date.right == pytest.approx((longer - 2) * 16, abs=2)


def test_the_table_is_as_wide_as_the_text(pages: dict[str, Path]) -> None:
    with pdfplumber.open(pages["report"]) as document:
        table = document.pages[0].find_tables()[0]

    left, _, right, _ = table.bbox
    assert left / MM == pytest.approx(LEFT, abs=0.5)
    assert right / MM == pytest.approx(RIGHT, abs=0.5)
    assert [len(row.cells) for row in table.rows] == [4, 4, 4, 4]


@pytest.mark.parametrize("name", ["bold-times", "mac", "fangzheng"])
def test_other_layouts_keep_22_lines_of_28(pages: dict[str, Path], name: str) -> None:
    body = [line for line in lines(pages[name], 2) if line.text.strip()]

    assert max(len(line.text) for line in body) == 28
