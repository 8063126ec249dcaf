"""A workbook: its sheets, read by openpyxl in a stream."""

from __future__ import annotations

import io
import sys
import warnings
import zlib
from functools import lru_cache
from math import isfinite
from typing import Any
from zipfile import BadZipFile

from speechgen.facts.sources.package import damaged, look_over
from speechgen.facts.sources.sheet import Cell, Content, Reason, Sheet, Unreadable
from speechgen.facts.sources.survey import Survey


class Workbook:
    """An open workbook. A sheet is read when it is asked for, once."""

    def __init__(self, data: bytes) -> None:
        look_over(data)
        self._book = _load(data)
        sheets = [one for one in self._book.worksheets if hasattr(one, "reset_dimensions")]
        self.names = tuple([str(one.title) for one in sheets])
        self.shown = tuple([str(one.title) for one in sheets if one.sheet_state == "visible"])
        """Sheets that are not hidden."""

        self._sheets: dict[str, Sheet] = {}
        if not self.names:
            raise damaged()

    def sheet(self, name: str) -> Sheet:
        """Return the sheet called `name`.

        Raises:
            Unreadable: it is damaged, or too large.
        """
        if name not in self._sheets:
            self._sheets[name] = _read(self._book[name], name)
        return self._sheets[name]


@lru_cache(maxsize=4)
def workbook(data: bytes) -> Workbook:
    """Return the workbook `data` is. Several tables may come from one; the same bytes say the same.

    Raises:
        Unreadable: it is none, is damaged or too large, or openpyxl is not installed.
    """
    return Workbook(data)


def _load(data: bytes) -> Any:  # noqa: ANN401 - openpyxl is imported here only
    try:
        from openpyxl import load_workbook  # noqa: PLC0415 - an extra, and slow to import
    except ImportError:
        install = f"{sys.executable} -m pip install openpyxl"
        hint = f"请先运行 {install}；或者在 Excel 里另存为 CSV，再写 .csv"
        raise Unreadable(
            Reason(
                "excel-not-installed", "读不了：读 Excel 文件要用 openpyxl，这台机器上没有装", hint
            )
        ) from None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of looks that it does not know
            return load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    except _broken():
        raise damaged() from None


def _broken() -> tuple[type[Exception], ...]:
    """Return what openpyxl raises for a damaged workbook; lxml's and expat's are SyntaxErrors."""
    from openpyxl.utils import exceptions  # noqa: PLC0415 - see _load

    return (
        *(ArithmeticError, AttributeError, BadZipFile, EOFError, LookupError, OSError),
        *(RuntimeError, SyntaxError, TypeError, ValueError, zlib.error),
        *(exceptions.CellCoordinatesException, exceptions.InvalidFileException),
    )


def _read(sheet: Any, name: str) -> Sheet:  # noqa: ANN401 - see _load
    archive, path = sheet.parent._archive, sheet._worksheet_path  # noqa: SLF001 - said nowhere else
    try:
        with archive.open(path) as part:
            survey = Survey().read(part)
        sheet.reset_dimensions()  # systems that export write A1 for all of it
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            rows = _rows(sheet, survey)
    except _broken():
        raise damaged() from None
    return Sheet(name, rows, survey.merged)


def _rows(sheet: Any, survey: Survey) -> dict[int, dict[int, Cell]]:  # noqa: ANN401 - see _load
    if not survey.filled:
        return {}
    last = max(survey.filled)
    right = max(max(columns) for columns in survey.filled.values())
    rows: dict[int, dict[int, Cell]] = {}
    for number, row in enumerate(sheet.iter_rows(max_row=last, max_col=right), 1):
        cells: dict[int, Cell] = {}
        for column in survey.filled.get(number, ()):
            if (found := _cell(row[column - 1], number, column, survey)) is not None:
                cells[column] = found
        if cells:
            rows[number] = cells
    return rows


def _cell(cell: Any, row: int, column: int, survey: Survey) -> Cell | None:  # noqa: ANN401 - see _load
    if (row, column) in survey.unanswered:
        return Cell(row, column, "", fault="unanswered")
    content: Content | None = cell.value
    if content is None or (isinstance(content, str) and not content.strip()):
        return None
    if cell.data_type == "e":
        return Cell(row, column, str(content), fault="error")
    if isinstance(content, float) and not isfinite(content):
        return Cell(row, column, str(content), fault="error")
    return Cell(row, column, content, cell.number_format)
