"""Indents and blank lines as XML: Word reads characters and lines, LibreOffice twips."""

from __future__ import annotations

from math import ceil, floor

from speechgen.style import Layout

PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838
HEADER = 851
_FOOTER_ABOVE = 567  # twips from the foot of the page number to the type area: the dash at 7 mm
_FOOTER_LEAST = 283  # a printer's edge
TITLE_MARGIN = 2
"""Characters that a line of the title leaves free."""

FLUSH = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'


def type_width(layout: Layout) -> int:
    """Return how wide the text is, in twips."""
    return PAGE_WIDTH - layout.inside - layout.outside


def margins(layout: Layout) -> str:
    """Return `w:pgSz` and `w:pgMar`; the page number keeps its distance from the text."""
    footer = max(_FOOTER_LEAST, layout.bottom - _FOOTER_ABOVE)
    return (
        f'<w:pgSz w:w="{PAGE_WIDTH}" w:h="{PAGE_HEIGHT}"/><w:pgMar w:top="{layout.top}"'
        f' w:right="{layout.outside}" w:bottom="{layout.bottom}" w:left="{layout.inside}"'
        f' w:header="{min(HEADER, layout.top)}" w:footer="{footer}" w:gutter="0"/>'
    )


def grid(layout: Layout) -> str:
    """Return the grid; charSpace is in 1/4096 pt, as Word's own 22行28字 dialog writes it."""
    kind, space = layout.grid, ""
    if kind == "linesAndChars":
        width = type_width(layout) / 20
        size = layout.body_size / 2
        space = f' w:charSpace="{floor((width / ceil(width / size) - size) * 4096)}"'
    return f'<w:docGrid w:type="{kind}" w:linePitch="{layout.line_pitch}"{space}/>'


def indent(layout: Layout) -> str:
    """Return the indent of two characters: Word reads the one value, LibreOffice the other."""
    return f'<w:ind w:firstLineChars="200" w:firstLine="{layout.body_size * 20}"/>'


def right_indent(characters: float, layout: Layout) -> str:
    """Return a right indent of so many characters of body text, for a flush paragraph."""
    twips = round(characters * layout.body_size * 10)
    return (
        f'<w:ind w:rightChars="{round(characters * 100)}" w:right="{twips}"'
        ' w:firstLineChars="0" w:firstLine="0"/>'
    )


def hanging_indent(left: float, hanging: float, layout: Layout) -> str:
    """Return an indent by characters whose first line begins `hanging` further left."""
    pitch = layout.body_size * 10 + character_spacing(layout)
    return (
        f'<w:ind w:leftChars="{round(left * 100)}" w:left="{round(left * pitch)}"'
        f' w:hangingChars="{round(hanging * 100)}" w:hanging="{round(hanging * pitch)}"/>'
    )


def blank_before(layout: Layout, lines: int = 1) -> str:
    """Return the attributes that keep `lines` blank above a paragraph."""
    return f'w:beforeLines="{lines * 100}" w:before="{lines * layout.line_pitch}"'


def blank_after(layout: Layout, lines: int = 1) -> str:
    """Return the attributes that keep `lines` blank below a paragraph."""
    return f'w:afterLines="{lines * 100}" w:after="{lines * layout.line_pitch}"'


def character_spacing(layout: Layout) -> int:
    """Return the spacing between characters of body text; a grid of characters brings its own."""
    return layout.body_spacing if layout.grid == "lines" else 0
