"""Reading a manifest: it comes from outside, so every value is checked before it is believed."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

from speechgen.document import Role
from speechgen.ledger import Entry
from speechgen.manifest.records import TABLE, VERSION, Manifest, Occurrence, Passage
from speechgen.problems import FactsPlace, Problem, SpeechgenError

LARGEST = 8_000_000
"""Bytes of JSON: a hundred times the longest paper seen."""

MOST_ROWS = 100_000
LONGEST = 100_000
"""Characters of one text: a passage is a paragraph or a table."""

_DIGEST = 64
_HEX = frozenset("0123456789abcdef")
_ROLES = frozenset({TABLE, *(role.value for role in Role)})
_STATUSES = frozenset({"known", "missing", "nameless", "disputed"})
_HEAD = b'{"sha256":"'
_Row = TypeVar("_Row")


class _DamageError(Exception):
    """Something is not as `dumps` writes it; the message says what, for the problem."""


def loads(text: str, file: str) -> Manifest:
    """Return the manifest that `text` holds; `file` is named in the problem.

    Raises:
        SpeechgenError: it is no manifest, is damaged, or a newer speechgen wrote it.
    """
    return _manifest(_record(text, file), file)


def read_sidecar(data: bytes, file: str) -> tuple[Manifest, str]:
    """Return the manifest of a sidecar, and the sha256 of the .docx it was written beside.

    Raises:
        SpeechgenError: as `loads`.
    """
    if len(data) > LARGEST:
        raise damaged(file, "文件过大")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise damaged(file, "不是 UTF-8 文字") from error
    record = _record(text, file)
    digest = record.get("sha256")
    if not isinstance(digest, str) or not _is_digest(digest):
        raise damaged(file, "sha256 不是 64 位十六进制数")
    return _manifest(record, file), digest


def written_digest(data: bytes) -> str | None:
    """Return the sha256 at the head of a sidecar, the rest unread; None where there is none."""
    head = data[: len(_HEAD) + _DIGEST]
    digest = head[len(_HEAD) :].decode("ascii", "replace")
    return digest if head.startswith(_HEAD) and _is_digest(digest) else None


def check_version(version: object, file: str) -> None:
    """Refuse a manifest that another version of speechgen wrote.

    Raises:
        SpeechgenError: `version` is newer than ours, or none at all.
    """
    if version != VERSION:
        raise _newer(file, version) if _is_newer(version) else damaged(file, "没有版本号")


def damaged(file: str, what: str) -> SpeechgenError:
    """Return the error that says what is wrong with the manifest of `file`."""
    return SpeechgenError(
        Problem(
            FactsPlace(file, 0, 0),
            "manifest-damaged",
            f"随文数据清单已损坏：{what}",
            "请改用未损坏的稿件，或重新生成",
        )
    )


def _record(text: str, file: str) -> dict[str, object]:
    if len(text) > LARGEST:
        raise damaged(file, "内容过长")
    try:
        record = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise damaged(file, "不是 JSON") from error
    if not isinstance(record, dict):
        raise damaged(file, "最外层不是记录")
    return record


def _manifest(record: dict[str, object], file: str) -> Manifest:
    check_version(record.get("v"), file)
    try:
        return _checked(record)
    except _DamageError as error:
        raise damaged(file, str(error)) from error


def _checked(record: dict[str, object]) -> Manifest:
    passages = _rows(record, "passages", _passage)
    occurrences = _rows(record, "occurrences", lambda row: _occurrence(row, passages))
    following = _count(record.get("next"), "next")
    _check_numbers(occurrences, following)
    ident = _text(record.get("id"), "id")
    if ident and not (len(ident) == 8 and _HEX.issuperset(ident)):  # noqa: PLR2004 - refresh.md
        message = "id 不是八位十六进制数"
        raise _DamageError(message)
    return Manifest(
        ident=ident,
        kind=_text(record.get("kind"), "kind"),
        seed=_text(record.get("seed"), "seed"),
        template=_text(record.get("template"), "template"),
        next_number=following,
        passages=passages,
        occurrences=occurrences,
        spoken=_rows(record, "spoken", _entry),
    )


def _rows(
    record: dict[str, object], name: str, read: Callable[[list[object]], _Row]
) -> tuple[_Row, ...]:
    rows = record.get(name)
    if not isinstance(rows, list) or len(rows) > MOST_ROWS:
        message = f"{name} 不是列表或过长"
        raise _DamageError(message)
    return tuple([read(_fields(row, name)) for row in rows])


def _fields(row: object, name: str) -> list[object]:
    if not isinstance(row, list):
        message = f"{name} 里有一行不是列表"
        raise _DamageError(message)
    return row


def _passage(row: list[object]) -> Passage:
    _length(row, 3, "passages")
    key, role, text = (_text(field, "passages") for field in row)
    _among(role, _ROLES, "passages")
    return Passage(key, role, text)


def _occurrence(row: list[object], passages: tuple[Passage, ...]) -> Occurrence:
    _length(row, len(Occurrence._fields), "occurrences")
    number, expression, context, block, start, end, printed, value, *rest = row
    unit, status, head, column, seen = (_text(field, "occurrences") for field in rest)
    found = Occurrence(
        _count(number, "occurrences"),
        _text(expression, "occurrences"),
        _text(context, "occurrences"),
        _count(block, "occurrences"),
        _count(start, "occurrences"),
        _count(end, "occurrences"),
        _text(printed, "occurrences"),
        _digits(value),
        unit,
        _among(status, _STATUSES, "occurrences"),
        head,
        column,
        seen,
    )
    inside = found.block < len(passages) and found.end <= len(passages[found.block].text)
    if not inside or found.start > found.end:
        message = f"第 {found.number} 处数据不在正文之内"
        raise _DamageError(message)
    return found


def _check_numbers(occurrences: tuple[Occurrence, ...], following: int) -> None:
    numbers = {occurrence.number for occurrence in occurrences}
    if len(numbers) != len(occurrences) or any(not 0 < number < following for number in numbers):
        message = "数据编号重复或越界"
        raise _DamageError(message)


def _entry(row: list[object]) -> Entry:
    _length(row, 7, "spoken")
    *texts, value, status, parts = row
    expression, figure, printed, unit = (_text(field, "spoken") for field in texts)
    digits = _digits(value)
    if not isinstance(parts, list) or len(parts) > MOST_ROWS:
        message = "spoken 的分项不是列表"
        raise _DamageError(message)
    return Entry(
        expression,
        figure,
        printed,
        unit,
        Decimal(digits) if digits else None,
        _among(_text(status, "spoken"), _STATUSES, "spoken"),
        tuple([_text(part, "spoken") for part in parts]),
    )


def _length(row: list[object], length: int, name: str) -> None:
    if len(row) != length:
        message = f"{name} 里有一行不是 {length} 项"
        raise _DamageError(message)


def _text(value: object, name: str) -> str:
    if not isinstance(value, str) or len(value) > LONGEST:
        message = f"{name} 里该是文字的不是文字，或过长"
        raise _DamageError(message)
    if not value.isascii() and any("\ud800" <= character <= "\udfff" for character in value):
        message = f"{name} 里有残缺的字符"
        raise _DamageError(message)
    return value


def _count(value: object, name: str) -> int:
    if type(value) is not int or not 0 <= value <= LARGEST:  # a bool is an int to isinstance
        message = f"{name} 里该是序号的不是序号"
        raise _DamageError(message)
    return value


def _digits(value: object) -> str:
    """Check a number as `plain` prints it: no exponent that could grow."""
    text = _text(value, "value")
    number = text.removeprefix("-").replace(".", "", 1)
    if text and not (number.isascii() and number.isdigit() and text[-1] != "."):
        message = "数值不是十进制数"
        raise _DamageError(message)
    return text


def _among(value: str, allowed: frozenset[str], name: str) -> str:
    if value not in allowed:
        message = f"{name} 里有不认识的标记"
        raise _DamageError(message)
    return value


def _is_digest(text: str) -> bool:
    return len(text) == _DIGEST and _HEX.issuperset(text)


def _is_newer(version: object) -> bool:
    if not isinstance(version, str) or len(version) > len("999999"):
        return False
    return version.isascii() and version.isdigit() and int(version) > int(VERSION)


def _newer(file: str, version: object) -> SpeechgenError:
    return SpeechgenError(
        Problem(
            FactsPlace(file, 0, 0),
            "manifest-newer",
            f"这份稿件由更新版本的 speechgen 生成（清单版本 {version}，本程序读到 {VERSION}）",
            "请先升级 speechgen",
        )
    )
