"""Indents and blank lines as XML: Word reads characters and lines, LibreOffice twips."""

from __future__ import annotations

from speechgen.style import Layout

_PAGE_WIDTH = 11906
FLUSH = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'


def type_width(layout: Layout) -> int:
    """Return how wide the text is, in twips."""
    return _PAGE_WIDTH - layout.inside - layout.outside


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
