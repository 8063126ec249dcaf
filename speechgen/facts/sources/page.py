"""A sheet as the reader of the facts sees it: a page whose places are cells."""

from __future__ import annotations

from speechgen.facts.file.lines import Scalar
from speechgen.facts.file.page import Page
from speechgen.facts.sources.sheet import Cell, Sheet, blanks_folded
from speechgen.problems import CellPlace

_QUOTED = 120
_SHORT = 16


class CellMark:
    """A position as the parser of YAML counts: from 0."""

    __slots__ = ("column", "index", "line")

    def __init__(self, line: int, column: int) -> None:
        self.line = line
        self.column = column
        self.index = 0


class SheetPage(Page):
    """One sheet. `file` is `月报.xlsx!汇总`; of a CSV its name alone."""

    __slots__ = ("sheet",)

    def __init__(self, sheet: Sheet, name: str) -> None:
        super().__init__("", f"{name}!{sheet.name}" if sheet.name else name)
        self.sheet = sheet

    def at(self, line: int, column: int) -> CellPlace:
        """Return the cell at a position counted from 0."""
        return CellPlace(self.file, line + 1, column + 1)

    def cell(self, cell: Cell) -> CellPlace:
        """Return the place of a cell."""
        return CellPlace(self.file, cell.row, cell.column)

    def quote(self, line: int) -> str:
        """Return row `line` as it reads: 信访总量 | 件 | 135."""
        cells = self.sheet.rows.get(line, {}).values()
        texts = [blanks_folded(str(cell.content))[:_SHORT] for cell in cells]
        return " | ".join(texts)[:_QUOTED]


def mark(cell: Cell) -> CellMark:
    """Return where a cell stands."""
    return CellMark(cell.row - 1, cell.column - 1)


def scalar(text: str, cell: Cell) -> Scalar:
    """Return `text` as if it had been typed in the facts file, at the place of `cell`."""
    at = mark(cell)
    return Scalar(text, at, at, "")
