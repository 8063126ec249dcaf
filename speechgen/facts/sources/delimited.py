"""A CSV as offices have it: UTF-8, GBK or UTF-16; commas, semicolons or tabs."""

from __future__ import annotations

import csv
import io

from speechgen.facts.lists.filling import as_meant
from speechgen.facts.sources.package import too_large
from speechgen.facts.sources.sheet import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    Reason,
    Sheet,
    Unreadable,
)

_SEPARATORS = ",;\t"
_LOOKED_AT = 20
"""Lines that say how the columns are parted."""

_SAVE_AS = "请在 Excel 或 WPS 里另存为“CSV UTF-8”，或另存为 .xlsx"
_NO_CSV = {b"PK\x03\x04": "其实是 .xlsx 或压缩包", b"\xd0\xcf\x11\xe0": "其实是旧格式的 Excel 文件"}


def sheet(data: bytes) -> Sheet:
    """Return the one sheet of a CSV.

    Raises:
        Unreadable: it is no text, or holds too much.
    """
    text = _text(data)
    first, _, rest = text.partition("\n")
    if first.strip().lower() in {f"sep={one}" for one in _SEPARATORS}:
        separator, text = first.strip()[-1], rest  # Excel's own note
    else:
        separator = max(_SEPARATORS, key="".join(text.split("\n", _LOOKED_AT)[:_LOOKED_AT]).count)
    return Sheet("", _rows(text, separator))


def _rows(text: str, separator: str) -> dict[int, dict[int, Cell]]:
    rows: dict[int, dict[int, Cell]] = {}
    total = 0
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text, ""), delimiter=separator), 1):
            cells = {
                column: Cell(number, column, as_meant(entry))
                for column, entry in enumerate(row[:MOST_COLUMNS], 1)
                if entry.strip()
            }
            total += len(cells)
            if cells and (number > MOST_ROWS or total > MOST_CELLS):
                raise too_large()
            if cells:
                rows[number] = cells
    except csv.Error:
        message = "里有一格太长，多半是英文引号没有成对"
        raise Unreadable(
            Reason("source-damaged", message, "请用 Excel 或 WPS 打开看一看")
        ) from None
    return rows


def _text(data: bytes) -> str:
    for start, what in _NO_CSV.items():
        if data.startswith(start):
            raise Unreadable(
                Reason("source-type", f"不是 CSV，{what}", "请把扩展名改对，或另存为 .xlsx")
            )
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Unreadable(Reason("wrong-encoding", "不是 UTF-8 或 GBK 编码的文字", _SAVE_AS))
