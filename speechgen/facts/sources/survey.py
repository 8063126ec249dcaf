"""What openpyxl does not tell of a sheet it streams: merged cells, formulas without a result."""

from __future__ import annotations

from collections.abc import Mapping
from re import compile as pattern
from typing import IO
from xml.parsers import expat

from speechgen.facts.sources.package import damaged, too_large
from speechgen.facts.sources.sheet import MOST_CELLS, MOST_COLUMNS, MOST_ROWS

_CHUNK = 1 << 16
_MOST_MERGED = 20_000
"""Cells under merged ranges that are kept; a sheet merged further is no table."""

_MOST_RANGES = 5_000
_MOST_ELEMENTS = 3_000_000
"""Of a sheet of `MOST_CELLS` formulas there are half as many."""

_REFERENCE = pattern(r"([A-Z]{1,3})([0-9]{1,7})")
_MAIN = ("spreadsheetml/2006/main ", "spreadsheetml/main ")
"""Ends of the namespaces of a sheet: the usual one and that of the strict form."""

Place = tuple[int, int]


class Survey:
    """One pass over the XML of a sheet. It ends early where the sheet is too large."""

    def __init__(self) -> None:
        self.merged: dict[Place, Place] = {}
        self.unanswered: set[Place] = set()
        """Formulas whose result was never stored, as (row, column)."""

        self.filled: dict[int, list[int]] = {}
        """Row → columns that hold something."""

        self._row = 0
        self._column = 0
        self._cells = 0
        self._rows = 0
        self._elements = 0
        self._ranges = 0
        self._tags: dict[str, str] = {}
        self._is_text = False
        self._formula = False
        self._in_value = False
        self._filled = False

    def read(self, stream: IO[bytes]) -> Survey:
        """Take the sheet in; return self.

        Raises:
            Unreadable: it is no XML, or holds too many rows or cells.
        """
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        try:
            while chunk := stream.read(_CHUNK):
                parser.Parse(chunk, False)  # noqa: FBT003 - the parser's own signature
            parser.Parse(b"", True)  # noqa: FBT003 - see above
        except (expat.ExpatError, ValueError):
            raise damaged() from None
        return self

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        tag = self._tags.get(name)
        if tag is None:
            tag = self._tags[name] = _tag(name)
        self._elements += 1
        if self._elements > _MOST_ELEMENTS:
            raise too_large()
        if tag == "row":
            self._count_rows()
            self._row = _whole(attributes.get("r"), self._row + 1)
            self._column = 0
        elif tag == "c":
            self._count_cells()
            self._row, self._column = _place(attributes.get("r", ""), self._row, self._column + 1)
            self._is_text = attributes.get("t") == "str"
            self._formula = self._filled = False
        elif tag == "f":
            self._formula = True
        elif tag in {"v", "is"}:
            self._in_value = True
        elif tag == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def _end(self, name: str) -> None:
        tag = self._tags.get(name)
        if tag in {"v", "is"}:
            self._in_value = False
        elif tag == "c":
            if self._filled:
                self._keep()
            elif self._formula and not self._is_text:
                self.unanswered.add((self._row, self._column))
                self._keep()

    def _text(self, text: str) -> None:
        self._filled = self._filled or (self._in_value and bool(text))

    def _count_rows(self) -> None:
        """Count a row, filled or not: rows by the million take as long as cells do."""
        self._rows += 1
        if self._rows > MOST_CELLS:
            raise too_large()

    def _count_cells(self) -> None:
        """Count a cell, filled or not: a border makes one, down to the end of the sheet."""
        self._cells += 1
        if self._cells > MOST_CELLS:
            raise too_large()

    def _keep(self) -> None:
        if self._row > MOST_ROWS:
            raise too_large()
        if self._column <= MOST_COLUMNS:
            self.filled.setdefault(self._row, []).append(self._column)

    def _merge(self, reference: str) -> None:
        self._ranges += 1
        if self._ranges > _MOST_RANGES:
            return
        first, _, last = reference.partition(":")
        top, left = _place(first, 0, 0)
        bottom, right = _place(last, 0, 0)
        if not (0 < top <= bottom <= MOST_ROWS and 0 < left <= right <= MOST_COLUMNS):
            return
        if len(self.merged) + (bottom - top + 1) * (right - left + 1) > _MOST_MERGED:
            return
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                self.merged[row, column] = (top, left)


def _tag(name: str) -> str:
    space = name.rfind(" ") + 1
    return name[space:] if name[:space].endswith(_MAIN) else ""


def _place(reference: str, row: int, column: int) -> Place:
    """Return (5, 2) of B5; `row` and `column` where it names no cell."""
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        return row, column
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), column


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() else otherwise
