"""The layout record: all that an office may choose of the look of a paper (layout.md §9)."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

FontSet = Literal["gb2312", "system", "fangzheng", "mac"]


class Layout(NamedTuple):
    """Lengths are in twips (1/20 pt), sizes in half-points, as Word counts them."""

    fonts: FontSet = "gb2312"
    digits: Literal["body", "times"] = "body"
    """Digits and Latin letters: in the font of the text, or in Times New Roman."""

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
    page_number: Literal["outside", "centre", "none"] = "outside"
    page_number_dashes: bool = True
    lead_bold: bool = False
    """Run-in leads in bold 仿宋 instead of 楷体."""

    cover: str = ""
    """会议材料之×; empty: no cover."""


def layout(options: Mapping[str, object], base: Layout = Layout()) -> Layout:  # noqa: B008 - frozen
    """Return `base` with `options` (field names of Layout) put in.

    Raises:
        TypeError: an option that Layout does not have; the key table has refused it before.
    """
    return base._replace(**options)  # type: ignore[arg-type]
