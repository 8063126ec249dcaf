"""An office's own layout, measured from the PDF that LibreOffice makes (layout.md §1, §7, §9)."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from tests.office.printed import MM, baselines, dash_ink, ink, inked_rows, lines

pytestmark = pytest.mark.office

MIDDLE = (28 + 210 - 26) / 2 * MM
FULL_PAGE = 3
A_LINE = 28.95


def test_a_centred_number_stands_in_the_middle_of_each_page(pages: dict[str, Path]) -> None:
    for page in (0, 1):
        number = lines(pages["office"], page)[-1]
        middle = MIDDLE if page == 0 else 210 * MM - MIDDLE  # mirrored margins

        assert number.text == f"— {page + 1} —"
        assert (number.left + number.right) / 2 == pytest.approx(middle, abs=1)


def test_the_number_keeps_its_distance_from_the_text(
    pages: dict[str, Path], tmp_path: Path
) -> None:
    below = dash_ink(pages["office"], 0, tmp_path) - (297 - 30)

    assert abs(below - 7) <= 1


def test_margins_hold_as_many_lines_as_fit(pages: dict[str, Path]) -> None:
    assert len(lines(pages["office"], FULL_PAGE)) == int(237 * MM / A_LINE) + 1


def test_blank_lines_stand_above_the_title(pages: dict[str, Path]) -> None:
    with_blank, without = (baselines(pages[name], 0)[0] for name in ("office", "speech"))

    assert with_blank - without == pytest.approx(2 * A_LINE - 7 * MM, abs=0.1 * A_LINE)


def test_the_ruler_profile_has_22_lines_and_its_ink_at_37_mm(
    pages: dict[str, Path], tmp_path: Path
) -> None:
    assert len(lines(pages["ruler"], FULL_PAGE)) == 22 + 1
    first, _ = inked_rows(ink(pages["ruler"], FULL_PAGE, tmp_path), 0, 262)
    assert 0 <= first - 37 <= 1  # LibreOffice sets it 0.9 mm low, and 2 mm in the standard profile


def test_the_reading_copy_has_24_characters_and_19_lines(pages: dict[str, Path]) -> None:
    body = baselines(pages["aloud"], FULL_PAGE)[:-1]
    steps = [after - before for before, after in pairwise(body)]

    assert max(len(line.text) for line in lines(pages["aloud"], FULL_PAGE)[:-1]) == 24
    assert len(body) == 19
    assert all(abs(step - 33) <= 0.25 for step in steps), steps


def test_a_cover_has_no_number_and_page_1_follows(pages: dict[str, Path]) -> None:
    cover, paper = lines(pages["cover"], 0), lines(pages["cover"], 1)

    assert cover[0].text == "会议材料之三"
    assert [line.text for line in cover[1:3]] == [line.text for line in paper[:2]]  # the title
    assert "—" not in cover[-1].text
    assert cover[-1].baseline < (297 - 35) * MM
    assert paper[-1].text == "— 1 —"
