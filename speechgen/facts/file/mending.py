"""Why a text is no YAML: the slip that broke it is found, said and mended, and the parser goes on.

The parser's words are never looked at, only the places it names. Near such a place every rule of
faults.py is tried; a slip counts as found when mending it lets the parser get further.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import yaml

from speechgen.facts.file import indenting
from speechgen.facts.file.faults import LATE, ON_THE_SPOT, Rule
from speechgen.facts.file.lines import Mark, Tree, build
from speechgen.facts.file.page import Edit, Mend, Page, mended
from speechgen.facts.reading import shown
from speechgen.problems import Problem

_MOST_SLIPS = 100
_MOST_PARSED = 20_000_000
"""Characters given to the parser over all tries: a few seconds."""

_WINDOW = 15
"""Lines above the place of failure where a slip may stand."""

Position = tuple[int, int]
_END: Position = (1 << 60, 0)


class Failure(NamedTuple):
    """Where the parser gave up."""

    at: Position
    since: Position | None
    """Where what it was in the middle of began."""


def mend(page: Page) -> tuple[list[Problem], Tree]:
    """Return the slips that broke the YAML, and the tree of the page without them.

    What cannot be mended is left out line by line; past `_MOST_SLIPS` the tree is empty.
    """
    problems: list[Problem] = []
    tries = _Tries(page)
    for _ in range(_MOST_SLIPS):
        failure, tree = tries.parse(page.text)
        if tree is not None:
            return problems, tree
        if failure is None:
            break
        slips = tries.slips(failure)
        problems += [page.problem(slip) for slip in slips if slip.message]
        page.apply(slips)
        if not any(slip.edits for slip in slips):
            break
    page.cut = True
    return problems, Tree()


class _Tries:
    """Tries of one page, and how much may still be parsed."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.left = _MOST_PARSED

    def parse(self, text: str) -> tuple[Failure | None, Tree | None]:
        """Return where parsing `text` fails, or its tree; neither where tries are used up."""
        if self.left < 0:
            return None, None
        self.left -= len(text)
        try:
            return None, build(text)
        except yaml.MarkedYAMLError as error:
            at = _position(error.problem_mark) or _position(error.context_mark) or (0, 0)
            return Failure(at, _position(error.context_mark)), None

    def slips(self, failure: Failure) -> list[Mend]:
        """Return the slip behind `failure`, or several that broke it together."""
        lines = self.page.text.split("\n")
        last = min(failure.at[0], len(lines) - 1)
        if indenting.has_tab(lines[last]):
            ways = [indenting.tabs(lines, width) for width in (2, 4, 8)]
            return max(ways, key=lambda way: self.reach(way, lines))
        wide = indenting.wide_spaces(lines)
        if wide and self.reach(wide, lines) > failure.at:
            return wide
        spots = _spots(failure, last)
        found = self.on_the_spot(spots, failure, lines)
        for rule in LATE:
            found = found or self.together(rule, failure, lines, last)
        found = found or self.aligned(last, failure, lines)
        return found or [self.left_out(failure, lines, spots)]

    def on_the_spot(self, spots: list[int], failure: Failure, lines: list[str]) -> list[Mend]:
        """Return the first slip on one of `spots` that helps."""
        for number in spots:
            for rule in ON_THE_SPOT:
                for slip in rule(lines, number):
                    if self.gets_further([slip], failure, lines):
                        return [slip]
        return []

    def aligned(self, last: int, failure: Failure, lines: list[str]) -> list[Mend]:
        """Return the likeliest change of indentation among those that lead furthest."""
        ways = [
            (self.reach([slip], lines), doubt, slip)
            for doubt, slip in indenting.shifts(lines, last)
        ]
        furthest = max((way[0] for way in ways), default=failure.at)
        if furthest[0] <= failure.at[0]:
            return []
        return [min((way for way in ways if way[0] == furthest), key=lambda way: way[1])[2]]

    def reach(self, slips: Sequence[Mend], lines: list[str]) -> Position:
        """Return where parsing fails with `slips` mended; far behind the end where it does not."""
        tried = list(lines)
        for slip in slips:
            tried[slip.line] = mended(lines[slip.line], slip.edits)
        failure, tree = self.parse("\n".join(tried))
        return _END if tree is not None else failure.at if failure is not None else (0, 0)

    def together(self, rule: Rule, failure: Failure, lines: list[str], last: int) -> list[Mend]:
        """Return slips of one rule above the failure, as many as must be mended together."""
        first = max(0, last - _WINDOW)
        found = [slip for n in range(last, first - 1, -1) for slip in rule(lines, n)]
        alone = ([slip] for slip in found)
        grouped = (found[number::-1] for number in range(1, len(found)))
        for slips in (*alone, *grouped):
            if self.gets_further(slips, failure, lines):
                return slips
        return []

    def gets_further(self, slips: Sequence[Mend], failure: Failure, lines: list[str]) -> bool:
        """Return whether parsing with `slips` mended fails later than `failure`, or not at all."""
        line, column = self.reach(slips, lines)
        if slips[0].code == "unclosed-quote":  # it hid every slip down to the next quote
            return line > slips[0].line
        for slip in slips:
            if line == slip.line:
                column -= sum(len(e.put) - e.removed for e in slip.edits if e.column <= column)
        return (line, column) > failure.at

    def left_out(self, failure: Failure, lines: list[str], spots: list[int]) -> Mend:
        """Return what is said of a line that no rule explains; it is left out if that helps."""
        for number in spots:
            line = lines[number]
            slip = _unreadable(number, line, (Edit(0, len(line), ""),))
            if line.strip() and self.gets_further([slip], failure, lines):
                self.page.cut = True
                return slip
        return _unreadable(spots[0], lines[spots[0]], ())


def _spots(failure: Failure, last: int) -> list[int]:
    """Return the lines to look at, the likeliest first."""
    spots = [last, max(last - 1, 0)]
    if failure.since is not None:
        spots.insert(0, min(failure.since[0], last))
    return list(dict.fromkeys(spots))


def _unreadable(number: int, line: str, edits: tuple[Edit, ...]) -> Mend:
    if line.lstrip().startswith("- "):
        message = f"“{shown(line.strip())}”上面没有能列出它的键"
        hint = "列表要写在“键:”的下面，前面的空格要一样多"
        return Mend(number, edits, "yaml-syntax", message, hint)
    message = f"“{shown(line.strip())}”附近的写法读不懂"
    hint = "请看缩进、冒号、引号和括号是否成对；句子里有特殊符号的，给整句加上英文引号"
    if re.search(r"【[^】]*\[", line):
        hint = "在方括号的列表里说表格的一格，用全角括号：【乡镇表［城关镇］.来访】；或用“- ”列出"
    return Mend(number, edits, "yaml-syntax", message, hint)


def _position(mark: Mark | None) -> Position | None:
    return None if mark is None else (mark.line, mark.column)
