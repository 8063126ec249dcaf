"""A table of figures as a Word table (layout.md §3): as wide as the text, its head repeated."""

from __future__ import annotations

from collections.abc import Callable

from speechgen.document import Run, Table
from speechgen.word.placing import em
from speechgen.word.roles import TABLE, TABLE_HEAD, TABLE_NUMBER, TABLE_TEXT

Cell = tuple[Run, ...]

_ROW = '<w:trHeight w:val="425"/>'  # at least 7.5 mm: 12 pt must not stick to the lines
_NARROWEST = 3.0  # characters: a column of single digits still takes its head


def table_xml(table: Table, width: int, cell_xml: Callable[[Cell, str], str]) -> str:
    """Return the table, `width` twips wide; `cell_xml` writes a cell's runs in a style."""
    widths = column_widths(table, width)
    rows = [_row([_head(column) for column in table.columns], widths, cell_xml, TABLE_HEAD)]
    rows.extend([_row(cells, widths, cell_xml, "") for cells in table.rows])
    columns = "".join([f'<w:gridCol w:w="{each}"/>' for each in widths])
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE}"/><w:tblW w:w="{width}" w:type="dxa"/>'
        '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def column_widths(table: Table, width: int) -> list[int]:
    """Share `width` among the columns by their longest text; the sum is exact."""
    texts = [[column, *_column(table, at)] for at, column in enumerate(table.columns)]
    wants = [max(_NARROWEST, *map(em, each)) + 1 for each in texts]
    shares = [int(width * want / sum(wants)) for want in wants]
    shares[0] += width - sum(shares)
    return shares


def is_number(text: str) -> bool:
    """Return whether a cell holds a number alone, or the mark of a missing one."""
    return bool(text) and not text.strip("0123456789.+-%‰X—")


def _column(table: Table, at: int) -> list[str]:
    return ["".join([run.text for run in row[at]]) for row in table.rows if at < len(row)]


def _head(column: str) -> Cell:
    return (Run(column),)


def _row(
    cells: list[Cell] | tuple[Cell, ...],
    widths: list[int],
    cell_xml: Callable[[Cell, str], str],
    style: str,
) -> str:
    """Return one row; a row that is short of cells gets empty ones."""
    heads = "<w:tblHeader/>" if style else ""
    row = [f"<w:tr><w:trPr><w:cantSplit/>{_ROW}{heads}</w:trPr>"]
    for at, width in enumerate(widths):
        cell = cells[at] if at < len(cells) else ()
        look = style or (TABLE_NUMBER if _is_figure(at, cell) else TABLE_TEXT)
        row.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/>'
            f"</w:tcPr>{cell_xml(cell, look)}</w:tc>"
        )
    row.append("</w:tr>")
    return "".join(row)


def _is_figure(at: int, cell: Cell) -> bool:
    """Return whether a cell is set flush right: a number, but not in the column of names."""
    return at > 0 and is_number("".join([run.text for run in cell]))
