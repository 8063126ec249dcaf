"""A table of figures as a Word table (layout.md §3): as wide as the text, its head repeated."""

from __future__ import annotations

from collections.abc import Callable

from speechgen.document import Run, Table
from speechgen.word.roles import TABLE, TABLE_HEAD, TABLE_NUMBER, TABLE_TEXT
from speechgen.word.table_fit import (
    HIGHEST,
    LOWEST,
    SIZES,
    Fit,
    fit,
    fits,
    is_number,
    pieces,
    text_at,
)

Cell = tuple[Run, ...]
CellWriter = Callable[[Cell, str, bool], str]
"""Writes a cell's runs in a style; whether its row is kept with the next."""

_ROW = f'<w:trHeight w:val="{LOWEST}"/>'
_TOGETHER = 8  # rows: a table of no more is not split between two pages
_BLANKS = frozenset({"", "—"})
_SUFFIXES = dict(zip(SIZES, ("", "Small", "Least"), strict=True))


def table_xml(table: Table, width: int, cell_xml: CellWriter) -> str:
    """Return the table, `width` twips wide; its cells by `cell_xml`."""
    size, widths, heights, _ = fitted = fit(table, width)
    suffix = _SUFFIXES[size]
    heads = [_head(text, at, fitted) for at, text in enumerate(table.columns)]
    rows = [_row(heads, widths, cell_xml, [f"{TABLE_HEAD}{suffix}"] * len(widths), is_head=True)]
    looks = [
        f"{TABLE_NUMBER if at and is_numeric(table, at) else TABLE_TEXT}{suffix}"
        for at in range(len(widths))
    ]
    last = len(table.rows) - 1
    together = last < _TOGETHER and sum(heights) <= HIGHEST
    for at, cells in enumerate(table.rows):
        keep = at < last if together else at == last - 1
        whole = heights[at + 1] <= HIGHEST
        rows.append(_row(cells, widths, cell_xml, looks, keep=keep and whole, whole=whole))
    columns = "".join([f'<w:gridCol w:w="{each}"/>' for each in widths])
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE}"/><w:tblW w:w="{width}" w:type="dxa"/>'
        '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def is_numeric(table: Table, at: int) -> bool:
    """Return whether column `at` is one of numbers: its cells are figures, or do not apply.

    A year or a telephone number in a column of words is a word.
    """
    filled = [row[at] for row in table.rows if text_at(row, at) not in _BLANKS]
    figures = [all(run.expression for run in cell) for cell in filled]
    texts = ["".join([run.text for run in cell]) for cell in filled]
    return all(figures) and any(map(is_number, texts))


def _head(text: str, at: int, fitted: Fit) -> Cell:
    """Return the head of a column; a unit that does not fit beside it stands below: 来访（件）."""
    return (Run(text if fits(text, at, fitted) else "\n".join(pieces(text))),)


def _row(  # noqa: PLR0913 - what a row is made of
    cells: list[Cell] | tuple[Cell, ...],
    widths: tuple[int, ...],
    cell_xml: CellWriter,
    looks: list[str],
    *,
    keep: bool = False,
    whole: bool = True,
    is_head: bool = False,
) -> str:
    """Return one row; a row that is short of cells gets empty ones.

    One that would fill a page may be split between two, or its caption would stand alone.
    """
    unsplit = "<w:cantSplit/>" if whole else ""
    heads = "<w:tblHeader/>" if is_head else ""
    row = [f"<w:tr><w:trPr>{unsplit}{_ROW}{heads}</w:trPr>"]
    for at, (width, look) in enumerate(zip(widths, looks, strict=True)):
        cell = cells[at] if at < len(cells) else ()
        row.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/>'
            f"</w:tcPr>{cell_xml(cell, look, keep)}</w:tc>"
        )
    row.append("</w:tr>")
    return "".join(row)
