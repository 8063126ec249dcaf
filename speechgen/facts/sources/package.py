"""The zip of a workbook, looked over before anything in it is believed."""

from __future__ import annotations

import io
import zlib
from zipfile import BadZipFile, ZipFile

from speechgen.facts.sources.sheet import Reason, Unreadable

MOST_UNPACKED = 100 * 1024 * 1024
MOST_OF_A_PART = 8 * 1024 * 1024
"""Of styles and the like, which openpyxl makes objects of; sheets and texts it streams."""

_STREAMED = ("xl/worksheets/", "xl/sharedStrings", "xl/media/")
_CHUNK = 1 << 20
_OLD = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DOCTYPE = b"<!DOCTYPE"
_DAMAGED = (BadZipFile, zlib.error, EOFError, LookupError, OSError, RuntimeError, ValueError)
"""What zipfile raises of a damaged file; RuntimeError of an entry with a password of its own."""


def look_over(data: bytes) -> None:
    """Look at a workbook from outside.

    No part unpacks to more than the directory says: `zipfile` stops there.

    Raises:
        Unreadable: it is no .xlsx, has a password, is damaged, unpacks to too much, or declares
            a document type, which no office program writes.
    """
    if not data.startswith(b"PK"):
        raise _no_workbook(data)
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            _check_sizes(archive)
            for entry in archive.infolist():
                if entry.filename.lower().endswith((".xml", ".rels")):
                    _check_part(archive, entry.filename)
    except _DAMAGED:
        raise damaged() from None


def damaged() -> Unreadable:
    """Return what is said of a workbook that is broken."""
    hint = "请用 Excel 或 WPS 打开，另存一份再用；打不开的，请找一份完好的"
    return Unreadable(Reason("source-damaged", "已损坏，读不了", hint))


def too_large() -> Unreadable:
    """Return what is said of a workbook that holds too much."""
    hint = "请只留下要用的工作表和行；后面的空行也请整行删去"
    return Unreadable(
        Reason("source-too-large", "太大：最多 10 万行、50 万个格子，解压以后最多 100 MB", hint)
    )


def _no_workbook(data: bytes) -> Unreadable:
    if data.startswith(_OLD) and _ENCRYPTED in data:
        hint = "请在 Excel 或 WPS 里去掉打开密码，保存以后再用"
        return Unreadable(Reason("source-encrypted", "设有打开密码，读不了", hint))
    if data.startswith(_OLD):
        hint = "请用 Excel 或 WPS 打开，另存为 .xlsx"
        return Unreadable(
            Reason("source-old", "是旧格式的 Excel 文件（.xls），只是改了扩展名", hint)
        )
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        hint = "这是从业务系统导出的网页或 XML；请用 Excel 或 WPS 打开，另存为 .xlsx"
        return Unreadable(Reason("source-type", "不是真正的 .xlsx 文件", hint))
    hint = "请用 Excel 或 WPS 打开，另存为 .xlsx；是 CSV 的，请把扩展名改回 .csv"
    return Unreadable(Reason("source-type", "不是真正的 .xlsx 文件", hint))


def _check_sizes(archive: ZipFile) -> None:
    entries = archive.infolist()
    names = {entry.filename for entry in entries}
    if "[Content_Types].xml" not in names:
        raise damaged()
    if len(names) < len(entries):
        raise damaged()
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise too_large()
    for entry in entries:
        if entry.file_size > MOST_OF_A_PART and not entry.filename.startswith(_STREAMED):
            raise too_large()


def _check_part(archive: ZipFile, name: str) -> None:
    """Look for a DOCTYPE, whatever the encoding; no text of a sheet can hold one unescaped."""
    end = b""
    with archive.open(name) as part:
        while chunk := part.read(_CHUNK):
            text = end + chunk.replace(b"\0", b"")
            if _DOCTYPE in text:
                hint = "Excel 和 WPS 不会写出这种内容，请不要用这个文件"
                raise Unreadable(Reason("source-damaged", "里面有不该有的声明（DOCTYPE）", hint))
            end = text[-len(_DOCTYPE) :]
