"""A table as the printer takes it: heads, rows, totals; every number is the name of a figure."""

from __future__ import annotations

from typing import Literal, NamedTuple

from speechgen.problems import FactsPlace

BLANK = "—"
"""Printed where a cell does not apply, and where there is nothing to divide by."""

Position = Literal["文中", "文后", "不印"]
ColumnKind = Literal["name", "text", "number"]


class Cell(NamedTuple):
    """One cell: an expression to be spoken, or a text that is printed as it stands."""

    text: str = ""
    """A word, the name of the row, 合计, or `BLANK`; empty where there is an expression."""

    expression: str = ""
    """`乡镇表[城关镇].来访`: a figure, or a name that is 待核. It can be spoken."""


class Column(NamedTuple):
    """One column: what stands over it, and what its cells are."""

    head: str
    kind: ColumnKind
    """`name` for the one that names the rows."""

    unit: str = ""
    """Of numbers: 件, %, empty for none."""

    figure: str = ""
    """Of numbers: the name of the column's figure, `乡镇表.来访`."""


class Row(NamedTuple):
    """One row: its cells in the order of the columns."""

    name: str
    cells: tuple[Cell, ...]


class TableFacts(NamedTuple):
    """One table of the facts file."""

    name: str
    caption: str
    """标题, expressions between MARK and END; empty where there is none."""

    unit: str
    """单位 of the table as typed; empty where there is none."""

    position: Position
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    totals: Row | None
    """The row of totals; None where none is printed."""

    totals_first: bool
    """The totals stand above the rows, as typed."""

    place: FactsPlace
