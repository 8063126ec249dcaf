"""The zip of a draft: fixed order, times of 1980-01-01, static parts never compressed again.

A skeleton is a whole, empty .docx. Its static parts are taken over as they lie in it, already
deflated; the parts of the draft itself are put behind them.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

DOCUMENT = "word/document.xml"
CORE = "docProps/core.xml"
MANIFEST = "customXml/item1.xml"
OWN_PARTS = (DOCUMENT, CORE, MANIFEST)
"""The parts that a draft brings itself; in a skeleton they stand last."""

LEVEL = 2
"""Measured on a draft of 60 figures: 0.14 ms, against 0.33 ms at level 6 for 0.6 KB less."""
_TOGETHER = 6  # pieces, say paragraphs: fewer make the file larger, more are not met again
_MEMORY = 7  # of 9: half of what zlib takes unasked, and no slower
_LAST_BLOCK = b"\3\0"  # empty, final: RFC 1951, 3.2.3
_ZLIB_HEAD = b"\x78\x5e"  # deflate, window of 32 KB, fast: RFC 1950, 2.2
_idle: list[zlib._Compress] = []

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_DATE = 0x21  # 1980-01-01, the first day of a zip
_VERSION = 20


class Part(NamedTuple):
    """One file of the zip."""

    name: str
    data: bytes
    """Raw deflate data, or the content itself."""

    crc: int
    size: int
    method: int = zlib.DEFLATED


class Skeleton(NamedTuple):
    """The static parts of a draft, ready to be copied, and the end of its document.xml."""

    records: bytes
    directory: bytes
    number: int
    """Entries in the directory."""

    tail: bytes
    """From `<w:sectPr` on."""


def part(name: str, pieces: Sequence[bytes]) -> Part:
    """Return the content that `pieces` make up, deflated."""
    content = b"".join(pieces)
    return Part(name, deflated(pieces), zlib.crc32(content), len(content))


def deflated(pieces: Sequence[bytes]) -> bytes:
    """Return `pieces` as one raw deflate stream.

    A few pieces at a time are deflated for themselves: in a batch most come again and again, and
    what was deflated once is kept.
    """
    groups = [tuple(pieces[at : at + _TOGETHER]) for at in range(0, len(pieces), _TOGETHER)]
    return b"".join([*map(_squeezed, groups), _LAST_BLOCK])


@lru_cache(maxsize=1024)
def _squeezed(pieces: tuple[bytes, ...]) -> bytes:
    """Return whole blocks of deflate data, which look back at nothing before them.

    A compressor that has flushed in full has forgotten all, and serves again: to make a new one
    takes as long as to deflate a draft.
    """
    try:
        deflate = _idle.pop()
    except IndexError:
        deflate = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS, _MEMORY)
    data = deflate.compress(b"".join(pieces)) + deflate.flush(zlib.Z_FULL_FLUSH)
    _idle.append(deflate)
    return data


def zlib_stream(pieces: Sequence[bytes]) -> bytes:
    """Return `pieces` as `zlib.decompress` takes them."""
    check = zlib.adler32(b"".join(pieces))
    return _ZLIB_HEAD + deflated(pieces) + check.to_bytes(4, "big")


def stored(name: str, content: bytes) -> Part:
    """Return `content` as it is: base64 of compressed data is not worth deflating again."""
    return Part(name, content, zlib.crc32(content), len(content), 0)


def assemble(skeleton: Skeleton, parts: list[Part]) -> bytes:
    """Return a zip of the skeleton's parts and then `parts`."""
    offset = len(skeleton.records)
    records, directory = [skeleton.records], [skeleton.directory]
    for each in parts:
        record, entry = _record(each, offset)
        records.append(record)
        directory.append(entry)
        offset += len(record)
    entries = b"".join(directory)
    count = skeleton.number + len(parts)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(entries), offset, 0)
    return b"".join([*records, entries, end])


def is_whole(data: bytes) -> bool:
    """Return whether `data` ends as `assemble` ends it, and nothing is cut off."""
    if len(data) < _END.size:
        return False
    mark, _, _, _, _, length, start, _ = _END.unpack_from(data, len(data) - _END.size)
    return bool(mark == b"PK\5\6" and start + length + _END.size == len(data))


def parse(data: bytes) -> Skeleton:
    """Return the skeleton in a .docx that `assemble` wrote, with `OWN_PARTS` last."""
    _, _, _, count, _, _, start, _ = _END.unpack_from(data, len(data) - _END.size)
    at = start
    for number in range(count):
        fields = _CENTRAL.unpack_from(data, at)
        size, length, offset = fields[8], fields[10], fields[16]
        name_end = at + _CENTRAL.size + length
        if data[at + _CENTRAL.size : name_end].decode() == DOCUMENT:
            document = data[offset + _LOCAL.size + length :][:size]
            return Skeleton(data[:offset], data[start:at], number, _tail(document))
        at = name_end
    message = f"no {DOCUMENT} in the skeleton"
    raise ValueError(message)


def _tail(deflated: bytes) -> bytes:
    document = zlib.decompress(deflated, -zlib.MAX_WBITS)
    return document[document.index(b"<w:sectPr") :]


def _record(each: Part, offset: int) -> tuple[bytes, bytes]:
    """Return the local record of a part, and its entry in the central directory."""
    name = each.name.encode("ascii")
    common = (_VERSION, 0, each.method, 0, _DATE, each.crc, len(each.data), each.size)
    local = _LOCAL.pack(b"PK\3\4", *common, len(name), 0)
    central = _CENTRAL.pack(b"PK\1\2", _VERSION, *common, len(name), 0, 0, 0, 0, 0, offset)
    return b"".join([local, name, each.data]), central + name
