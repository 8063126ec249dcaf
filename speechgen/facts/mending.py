"""Why a text is no YAML: the slip that broke it is found, said and mended, and the parser goes on.

The parser's words are never looked at, only the places it names. Near such a place every rule of
faults.py is tried; a slip counts as found when mending it lets the parser get further.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import yaml

from speechgen.facts.faults import LATE, ON_THE_SPOT, Rule, indentation
from speechgen.facts.lines import Mark, Tree, build
from speechgen.facts.page import Edit, Mend, Page, mended
from speechgen.facts.reading import shown
from speechgen.problems import Problem

_MOST_SLIPS = 100
_MOST_PARSED = 20_000_000
"""Characters given to the parser over all tries: a few seconds."""

_NAMED = 8
_TABBED = re.compile(r" *\t[ \t]*(?=\S)")
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
        for slip in reversed(slips):
            page.apply(slip)
        if not any(slip.edits for slip in slips):
            break
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
        if _TABBED.match(lines[last]):
            return self.tabs(lines)
        spots = _spots(failure, last)
        found = self.first(ON_THE_SPOT, spots, failure, lines)
        for rule in LATE:
            found = found or self.together(rule, failure, lines, last)
        found = found or self.first([indentation], [last, *spots], failure, lines)
        return found or [self.left_out(failure, lines, spots)]

    def first(
        self, rules: Iterable[Rule], spots: list[int], failure: Failure, lines: list[str]
    ) -> list[Mend]:
        """Return the first slip on one of `spots` that helps."""
        for number in dict.fromkeys(spots):
            for rule in rules:
                for slip in rule(lines, number):
                    if self.helps(slip, failure, lines):
                        return [slip]
        return []

    def tabs(self, lines: list[str]) -> list[Mend]:
        """Return all indentation by tabs at once; the first says where the others are."""
        tabbed = [number for number, line in enumerate(lines) if _TABBED.match(line)]
        best = max((2, 4, 8), key=lambda width: self.reach(_untabbed(lines, width)))
        named = "、".join(str(number + 1) for number in tabbed[:_NAMED])
        more = f"等 {len(tabbed)} 行" if len(tabbed) > _NAMED else "行"
        hint = "请都改成空格，每一级两个；编辑器里可以把 Tab 全部替换成空格"
        found: list[Mend] = []
        for number in tabbed:
            match = _TABBED.match(lines[number])
            lead = match[0] if match else ""
            message = f"第 {named} {more}的缩进用了 Tab 键" if not found else ""
            edits = (Edit(0, len(lead), lead.replace("\t", " " * best)),)
            found.append(Mend(number, edits, "tab", message, hint))
        return found

    def reach(self, lines: list[str]) -> Position:
        """Return where parsing `lines` fails; far behind the end where it does not."""
        failure, tree = self.parse("\n".join(lines))
        return _END if tree is not None else failure.at if failure is not None else (0, 0)

    def together(self, rule: Rule, failure: Failure, lines: list[str], last: int) -> list[Mend]:
        """Return slips of one rule above the failure that only help when all are mended."""
        first = max(0, last - _WINDOW)
        found = [slip for n in range(last, first - 1, -1) for slip in rule(lines, n)]
        for slip in found:
            if self.helps(slip, failure, lines):
                return [slip]
        tried = list(lines)
        for number, slip in enumerate(found):
            tried[slip.line] = mended(lines[slip.line], slip.edits)
            if number and self.gets_further(tried, failure, found[: number + 1]):
                return found[number::-1]
        return []

    def helps(self, slip: Mend, failure: Failure, lines: list[str]) -> bool:
        """Return whether the parser gets further with `slip` mended."""
        tried = list(lines)
        tried[slip.line] = mended(lines[slip.line], slip.edits)
        return self.gets_further(tried, failure, [slip])

    def gets_further(self, tried: list[str], failure: Failure, slips: Sequence[Mend]) -> bool:
        """Return whether parsing `tried` fails later than `failure`, or not at all."""
        after, tree = self.parse("\n".join(tried))
        if tree is not None:
            return True
        if after is None:
            return False
        line, column = after.at
        for slip in slips:
            if line == slip.line:
                column -= sum(len(e.put) - e.removed for e in slip.edits if e.column <= column)
        if slips[0].code == "unclosed-quote":  # it hid every slip down to the next quote
            return line > slips[0].line
        return line > failure.at[0] if slips[0].code == "indent" else (line, column) > failure.at

    def left_out(self, failure: Failure, lines: list[str], spots: list[int]) -> Mend:
        """Return what is said of a line that no rule explains; it is left out if that helps."""
        for number in spots:
            line = lines[number]
            slip = _unreadable(number, line, (Edit(0, len(line), ""),))
            if line.strip() and self.helps(slip, failure, lines):
                self.page.cut = True
                return slip
        return _unreadable(spots[0], lines[spots[0]], ())


def _untabbed(lines: list[str], width: int) -> list[str]:
    return [_TABBED.sub(lambda match: match[0].replace("\t", " " * width), one) for one in lines]


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
    return Mend(number, edits, "yaml-syntax", message, hint)


def _position(mark: Mark | None) -> Position | None:
    return None if mark is None else (mark.line, mark.column)
