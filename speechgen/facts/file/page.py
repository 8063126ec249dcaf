"""The text of a facts file as typed and as mended, and the places in both.

Where a slip of typing breaks the YAML, the slip is reported, mended here and the reading goes on,
so that one pass finds all there is to find. Places and quotes always speak of the text as typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from speechgen.facts.file.lines import Mark, Scalar
from speechgen.problems import FactsPlace, Problem

_QUOTED = 200
"""Characters of a line that a problem quotes."""

_BREAK = "[\n\x85\u2028\u2029]"
"""What YAML counts as the end of a line."""


class Edit(NamedTuple):
    """Characters of one line replaced by others."""

    column: int
    """Counted from 0, in the line as it stands now."""

    removed: int
    put: str


class Mend(NamedTuple):
    """A slip of typing on one line, and how to mend it."""

    line: int
    """Counted from 0."""

    edits: tuple[Edit, ...]
    """From left to right; empty: nothing is mended, only said."""

    code: str
    message: str
    hint: str = ""
    at: int | None = None
    """Where the slip is, if not where it is mended first."""

    @property
    def column(self) -> int:
        """Where the slip is."""
        if self.at is not None:
            return self.at
        return self.edits[0].column if self.edits else 0


class Page:
    """One facts file."""

    __slots__ = ("_edits", "_lines", "_starts", "_typed", "cut", "file", "text")

    def __init__(self, text: str, file: str) -> None:
        text = text.removeprefix("\ufeff")
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        self.file = file
        self.text = text
        """As mended so far: what is parsed."""

        self.cut = False
        """A line that could not be mended was left out: what it said is not missing."""

        self._typed = text
        self._lines: list[str] = []
        self._starts: list[int] = []
        self._edits: dict[int, list[tuple[Edit, ...]]] = {}

    @property
    def is_mended(self) -> bool:
        """Whether a slip was mended, so that places must be told in the text as typed."""
        return bool(self._edits)

    def quote(self, line: int) -> str:
        """Return line `line` (from 1) as typed."""
        if not self._lines:
            self._lines = self._typed.split("\n")
        return self._lines[line - 1][:_QUOTED] if 0 < line <= len(self._lines) else ""

    def quote_at(self, place: FactsPlace) -> str:
        """Return the line of `place` as typed; empty where it is in another file."""
        return self.quote(place.line) if place.file == self.file else ""

    def place(self, mark: Mark) -> FactsPlace:
        """Return the place of `mark` in the text as typed."""
        return self.at(mark.line, mark.column)

    def at(self, line: int, column: int) -> FactsPlace:
        """Return the place of a position (from 0) of the mended text in the text as typed."""
        if line in self._edits:
            for edits in reversed(self._edits[line]):
                column = _before(column, edits)
        return FactsPlace(self.file, line + 1, column + 1)

    def index(self, mark: Mark) -> int:
        """Return where `mark` is in `text`. Its own index is that in the block it was parsed in."""
        if not self._starts:
            ends = (found.end() for found in re.finditer(_BREAK, self.text))
            self._starts = [0, *ends]
        return self._starts[mark.line] + mark.column

    def inside(self, scalar: Scalar, offset: int) -> FactsPlace:
        """Return the place `offset` characters behind the start of `scalar`, as it is written."""
        start = self.index(scalar.start)
        index = start + offset
        line_start = self.text.rfind("\n", 0, index) + 1
        line = scalar.start.line + self.text.count("\n", start, index)
        return self.at(line, index - line_start)

    def written(self, scalar: Scalar) -> str:
        """Return `scalar` as it is written, with its quotes and line ends."""
        return self.text[self.index(scalar.start) : self.index(scalar.end)]

    def problem(self, mend: Mend) -> Problem:
        """Return the slip as a problem of the text as typed."""
        place = self.at(mend.line, mend.column)
        return Problem(place, mend.code, mend.message, mend.hint, quote=self.quote(place.line))

    def apply(self, mends: Iterable[Mend]) -> None:
        """Mend the text, from its end to its beginning: several mends may be on one line."""
        lines = self.text.split("\n")
        for mend in sorted(mends, key=_where, reverse=True):
            lines[mend.line] = mended(lines[mend.line], mend.edits)
            self._edits.setdefault(mend.line, []).append(mend.edits)
        self.text = "\n".join(lines)
        self._starts = []


def _where(mend: Mend) -> tuple[int, int]:
    return mend.line, mend.column


def mended(line: str, edits: tuple[Edit, ...]) -> str:
    """Return `line` with `edits` made."""
    for column, removed, put in reversed(edits):
        line = line[:column] + put + line[column + removed :]
    return line


def _before(column: int, edits: tuple[Edit, ...]) -> int:
    """Return where `column` of the mended line was before `edits`."""
    shift = 0
    for edit in edits:
        start = edit.column + shift
        if column < start:
            break
        if column < start + len(edit.put):
            return edit.column + min(column - start, edit.removed)
        shift += len(edit.put) - edit.removed
    return column - shift
