"""Writing a list as .xlsx or .csv that any office opens: cells are text, never a formula."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Sequence
from datetime import datetime, timezone
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from speechgen.columns import width
from speechgen.facts.lists.filling import FILL, plain_cell
from speechgen.problems import FactsPlace, Problem, SpeechgenError, letters

Rows = Sequence[Sequence[str]]

_EPOCH = (1980, 1, 1, 0, 0, 0)
_STAMP = datetime(2000, 1, 1, tzinfo=timezone.utc)
_SHADE = "FFF2CC"
_BOM = "\ufeff"
_WIDEST, _NARROWEST = 48, 12


def csv_bytes(rows: Rows) -> bytes:
    """Return `rows` as CSV in UTF-8 with the mark by which Excel knows it.

    A cell that Excel would take for a formula has an apostrophe before it (`plain_cell`).
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([plain_cell(cell) for cell in row] for row in rows)
    return (_BOM + text.getvalue()).encode()


def xlsx_bytes(rows: Rows, file: str, title: str) -> bytes:
    """Return `rows`, the first of them the header, as a workbook of one sheet called `title`.

    The column headed 填在这里 is shaded. The same rows give the same bytes.

    Raises:
        SpeechgenError: openpyxl is not installed; `file` is what the message calls the output.
    """
    book = _new_book(file)
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append([cell or None for cell in row])
    _dress(sheet, rows)
    book.properties.creator = "speechgen"
    book.properties.created = _STAMP
    packed = io.BytesIO()
    book.save(packed)
    return _settled(packed, book.properties)


def _new_book(file: str) -> Any:  # noqa: ANN401 - openpyxl is imported here only
    try:
        from openpyxl import Workbook  # noqa: PLC0415 - an extra, and slow to import
    except ImportError:
        message = "写 .xlsx 要用 openpyxl，这台机器上没有装"
        hint = f"请先运行 {sys.executable} -m pip install openpyxl，或把输出文件名改成 .csv"
        place = FactsPlace(file, 0, 0)
        raise SpeechgenError(Problem(place, "excel-not-installed", message, hint)) from None
    return Workbook()


def _dress(sheet: Any, rows: Rows) -> None:  # noqa: ANN401 - see _new_book
    """Make every cell wrapped text, the header bold and standing, the column to fill shaded."""
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415 - see _new_book

    wrapped, bold = Alignment(wrap_text=True, vertical="top"), Font(bold=True)
    shade = PatternFill("solid", start_color=_SHADE)
    for number, row in enumerate(sheet.iter_rows()):
        for cell in row:
            cell.alignment, cell.number_format = wrapped, "@"
            if cell.value is not None and plain_cell(cell.value) != cell.value:
                cell.data_type, cell.quotePrefix = "s", True
            if not number:
                cell.font = bold
            elif rows[0][cell.column - 1] == FILL:
                cell.fill = shade
    for number, column in enumerate(zip(*rows, strict=True), 1):
        most = max(map(width, column)) + 2
        sheet.column_dimensions[letters(number)].width = min(max(most, _NARROWEST), _WIDEST)
    sheet.freeze_panes = "A2"


def _settled(packed: io.BytesIO, properties: Any) -> bytes:  # noqa: ANN401 - see _new_book
    """Return the package with fixed times, inside and out."""
    from openpyxl.xml.functions import tostring  # noqa: PLC0415 - see _new_book

    properties.modified = _STAMP
    out = io.BytesIO()
    with ZipFile(packed) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "docProps/core.xml":
                data = tostring(properties.to_tree())
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, data)
    return out.getvalue()
