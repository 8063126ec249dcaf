"""A sheet of a workbook or a CSV, read: its filled cells by row and column, and what is merged."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import Literal, NamedTuple

MOST_ROWS = 100_000
MOST_CELLS = 500_000
MOST_COLUMNS = 500
"""Columns looked at; what stands to the right of them is no figure of an office."""

Content = str | int | float | bool | date | time | timedelta
Grid = Mapping[int, Mapping[int, "Cell"]]


class Reason(NamedTuple):
    """Why a file or a cell cannot be read: code, message and hint of the problem it becomes."""

    code: str
    message: str
    """Of a file: what goes on behind its name."""

    hint: str = ""


class Unreadable(Exception):  # noqa: N818 - it says what the file is
    """A file that cannot be read as a table. The reader of 数据来源 makes a Problem of it."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.message)
        self.reason = reason


class Cell(NamedTuple):
    """One filled cell."""

    row: int
    """Counted from 1, as a workbook shows it."""

    column: int
    content: Content
    form: str = "General"
    """Number format: `0.0%`, `#,##0`; of a CSV always General."""

    fault: Literal["", "error", "unanswered"] = ""
    """`error`: holds #REF! or the like; `unanswered`: a formula whose result was never stored."""


class Sheet(NamedTuple):
    """One sheet."""

    name: str
    """Empty for a CSV, which has no sheets."""

    rows: Grid
    """Filled cells only, from the top down, from left to right."""

    merged: Mapping[tuple[int, int], tuple[int, int]] = {}
    """Place of a cell inside merged ones → place of the one that holds their content."""

    def at(self, row: int, column: int) -> Cell | None:
        """Return the cell, or the one it is merged into; None where nothing is written."""
        row, column = self.merged.get((row, column), (row, column))
        return self.rows.get(row, {}).get(column)


def blanks_folded(text: str) -> str:
    """Return a text without its line ends, and without the blanks that part Chinese characters.

    `合 　计` is 合计; `PM 2.5` stays.
    """
    words = text.split()
    joined = words[:1]
    for word in words[1:]:
        ascii_both = joined[-1][-1:].isascii() and word[:1].isascii()
        joined.append(f" {word}" if ascii_both else word)
    return "".join(joined)
