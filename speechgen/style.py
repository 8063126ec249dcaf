"""The layout record: all that an office may choose of the look of a paper (layout.md §9)."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

FontSet = Literal["gb2312", "system", "fangzheng", "mac"]


class Layout(NamedTuple):
    """Lengths are in twips (1/20 pt), sizes in half-points, as Word counts them."""

    fonts: FontSet = "gb2312"
    title_font: str = ""
    """By name, as the office has it; empty, here and below: that of the set."""

    body_font: str = ""
    head_1_font: str = ""
    head_2_font: str = ""
    head_3_font: str = ""
    number_font: str = ""
    digits: Literal["body", "times"] = "body"
    """Digits and Latin letters: in the font of the text, or in Times New Roman."""

    title_bold: bool = False
    bold_1: bool = False
    bold_2: bool = False
    bold_3: bool = True
    top: int = 2098
    bottom: int = 1984
    inside: int = 1588
    outside: int = 1474
    line_pitch: int = 579
    grid: Literal["lines", "linesAndChars"] = "lines"
    mirror_margins: bool = True
    auto_space: bool = False
    title_size: int = 44
    title_line: int = 660
    body_size: int = 32
    body_spacing: int = -5
    blank_lines_before_title: int = 0
    speaker_before_date: bool = True
    date_brackets: bool = True
    page_number: Literal["outside", "centre", "none"] = "outside"
    page_number_dashes: bool = True
    number_size: int = 28
    lead_bold: bool = False
    """Run-in leads in bold 仿宋 instead of 楷体."""

    cover: str = ""
    """会议材料之×; empty: no cover."""

    reading_copy: bool = False
    """Beside the paper, the same in large type for whoever reads it aloud."""


RULER = Layout(top=1962, bottom=1848, line_pitch=592)
"""The profile that puts the ink of line 1 at 37 mm sharp (layout.md §1)."""


def reading_copy(of: Layout) -> Layout:
    """Return the layout of the speaker's own copy: 小二 on 33-point lines, the title in 小一."""
    return of._replace(
        body_size=36,
        line_pitch=660,
        title_size=max(of.title_size, 48),
        title_line=max(of.title_line, 720),
        body_spacing=0,
        grid="lines",
        cover="",
        reading_copy=False,
    )


def layout(options: Mapping[str, object], base: Layout = Layout()) -> Layout:  # noqa: B008 - frozen
    """Return `base` with `options` (field names of Layout) put in.

    Raises:
        TypeError: an option that Layout does not have; the key table has refused it before.
    """
    return base._replace(**options)  # type: ignore[arg-type]
