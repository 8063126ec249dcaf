"""A table of figures as a Word table (layout.md §3): as wide as the text, its head repeated."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from math import ceil

from speechgen.document import Run, Table
from speechgen.word.placing import em
from speechgen.word.roles import TABLE, TABLE_HEAD, TABLE_NUMBER, TABLE_TEXT

Cell = tuple[Run, ...]
CellWriter = Callable[[Cell, str, bool], str]
"""Writes a cell's runs in a style; whether its row is kept with the next."""

_ROW = '<w:trHeight w:val="425"/>'  # at least 7.5 mm: 12 pt must not stick to the lines
_TOGETHER = 8  # rows: a table of no more is not split between two pages
_CHARACTER = 240  # twips: a cell's text is 12 pt
_MARGINS = 0.75  # characters: what the table's style keeps free left and right in a cell
_NARROWEST = 3.0  # characters: a column of single digits still takes its head
_NARROW = 3.0  # characters: where there is no room, words stand three by three
_WORDS = 6.0  # characters: a name of a town stays on one line
_ONE_LINE = 4.0  # characters of a head on one line; up to twice as many take two


def table_xml(table: Table, width: int, cell_xml: CellWriter) -> str:
    """Return the table, `width` twips wide; its cells by `cell_xml`."""
    widths = column_widths(table, width)
    heads = [_head(text, each) for text, each in zip(table.columns, widths, strict=True)]
    rows = [_row(heads, widths, cell_xml, TABLE_HEAD)]
    last = len(table.rows) - 1
    together = last < _TOGETHER
    for at, cells in enumerate(table.rows):
        keep = at < last if together else at == last - 1
        rows.append(_row(cells, widths, cell_xml, "", keep=keep))
    columns = "".join([f'<w:gridCol w:w="{each}"/>' for each in widths])
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE}"/><w:tblW w:w="{width}" w:type="dxa"/>'
        '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def column_widths(table: Table, width: int) -> list[int]:
    """Share `width` twips among the columns; the sum is exact.

    Where all fits on one line, by the longest text. Where it does not, heads and words turn
    lines first; numbers are broken last of all.
    """
    columns = [[head, *_column(table, at)] for at, head in enumerate(table.columns)]
    levels = [[wants(column) + _MARGINS for column in columns] for wants in (_least, _fair, _full)]
    shares = [int(each) for each in _between(levels, width / _CHARACTER, width)]
    shares[0] += width - sum(shares)
    return shares


def _between(levels: list[list[float]], room: float, width: int) -> list[float]:
    """Return `width` shared so that each column gets as much of the next level as there is."""
    wants = levels[-1]
    for low, high in pairwise(levels):
        if sum(low) <= room < sum(high):
            part = (room - sum(low)) / (sum(high) - sum(low))
            wants = [a + (b - a) * part for a, b in zip(low, high, strict=True)]
            break
    else:
        if room < sum(levels[0]):
            wants = levels[0]
    total = sum(wants)
    return [width * want / total for want in wants]


def _full(column: list[str]) -> float:
    """Return the characters that a column takes with every text on one line."""
    return max([_NARROWEST, *map(_breadth, column)])


def _fair(column: list[str]) -> float:
    """Return what it takes with its head on two or three lines, long words on some."""
    words = [min(_breadth(text), _WORDS) for text in column[1:] if not is_number(text)]
    head = em(_pieces(column[0])[0])
    lines = 1 + (head > _ONE_LINE) + (head > 2 * _ONE_LINE)
    return max([_least(column), ceil(head / lines), *words])


def _least(column: list[str]) -> float:
    """Return what its numbers take, and the unit in its head: they are not to be broken."""
    numbers = [_breadth(text) for text in column[1:] if is_number(text)]
    units = map(em, _pieces(column[0])[1:])
    return max([*numbers, *units] if numbers else [_NARROW, *units])


def _breadth(text: str) -> float:
    """Return how wide `text` is in characters; a per cent sign is broad in some fonts."""
    return em(text) + text.count("%") / 2


def is_number(text: str) -> bool:
    """Return whether a cell holds a number alone, or the mark of a missing one."""
    return bool(text) and not text.strip("0123456789.+-%‰X—")


def _column(table: Table, at: int) -> list[str]:
    return ["".join([run.text for run in row[at]]) for row in table.rows if at < len(row)]


def _head(text: str, width: int) -> Cell:
    """Return the head of a column; a unit that does not fit beside it stands below: 来访（件）."""
    pieces = _pieces(text)
    fits = (em(text) + _MARGINS) * _CHARACTER <= width
    return (Run(text if fits else "\n".join(pieces)),)


def _pieces(head: str) -> list[str]:
    """Return a head and the bracket at its end: 来访, （件）."""
    at = head.rfind("（")
    return [head[:at], head[at:]] if at > 0 and head.endswith("）") else [head]


def _row(
    cells: list[Cell] | tuple[Cell, ...],
    widths: list[int],
    cell_xml: CellWriter,
    style: str,
    *,
    keep: bool = False,
) -> str:
    """Return one row; a row that is short of cells gets empty ones."""
    heads = "<w:tblHeader/>" if style else ""
    row = [f"<w:tr><w:trPr><w:cantSplit/>{_ROW}{heads}</w:trPr>"]
    for at, width in enumerate(widths):
        cell = cells[at] if at < len(cells) else ()
        look = style or (TABLE_NUMBER if _is_figure(at, cell) else TABLE_TEXT)
        row.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/>'
            f"</w:tcPr>{cell_xml(cell, look, keep)}</w:tc>"
        )
    row.append("</w:tr>")
    return "".join(row)


def _is_figure(at: int, cell: Cell) -> bool:
    """Return whether a cell is set flush right: a number, but not in the column of names."""
    return at > 0 and is_number("".join([run.text for run in cell]))
