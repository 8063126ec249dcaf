"""Half-width signs among Chinese become full-width; numbers, Latin text and 【…】 stay as typed.

Rule: docs/facts.md, “随手打的符号”. What is mended needs no more mending.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterator
from itertools import accumulate
from typing import NamedTuple

from speechgen.facts.tidy.quotes import MOST, QUOTES, STRAIGHT, lone, paired

_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_CHINESE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]")
_SIGNS = frozenset("，。、；：？！“”‘’（）《》〈〉【】…—％〔〕「」『』·")
_DIGITS = frozenset("0123456789")
_WORDS = _DIGITS | frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_OPERATORS = frozenset("+-*/=×÷^<>≥≤")
_FINAL = _DIGITS | frozenset("%)")
_ENDS = frozenset("\n\ufdd2")
_TRAILING = ",.;:!?()\"'"
_ROUNDS = 9
_EXPRESSION = 2
_KEPT = re.compile(
    r"(?P<expression>【[^【】]*】)"
    r"|(?P<address>[a-z][a-z0-9+.-]{0,9}://[!-~]+|www\.[!-~]+|(?a:[\w.+-]{1,64}@[\w.-]+))"
    r"|[a-z]:\\[^\s，。；]*"
    r"|[\w-]{1,60}(?:\([^()]{0,40}\)[\w-]{0,40}){0,3}\."
    r"(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|csv|txt|ya?ml|zip|rar|jpe?g|png|mp[34])(?![a-z0-9])"
    r"|(?a:\d{1,4}'\d{1,4}(?:\.\d{1,4})?\"?)"
    r"|(?<=[a-z0-9])['’](?=[a-z])",
    re.IGNORECASE,
)
"""Expressions, addresses, paths, names of files, 5'30" and it's."""

_NARROW = {wide: wide - 0xFEE0 for wide in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B))} | {
    wide: wide - 0xFEE0 for wide in range(0xFF41, 0xFF5B)
}
_WIDE = re.compile(
    "【[^【】]*】|[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+"
    "|(?<=[0-9\uff10-\uff19])(?:．(?=[0-9\uff10-\uff19])|％)"
)
"""Full-width digits and letters, their point and percent sign; expressions, which are no match."""

_BRACKETS = frozenset("()（）")
_STOPS = frozenset(".")
_ROW = re.compile("[.]{3,}|。{3,}")
_PAIRS = {"(": "（", ")": "）"}


class Mended(NamedTuple):
    """A text set right."""

    text: str
    signs: tuple[int, ...] = ()
    """Where in the text as typed a sign was changed."""

    lone: int | None = None
    """Where a quote stands that has no partner; all its quotes are left as typed."""


def mended(text: str) -> Mended:
    """Return `text` with Chinese punctuation where Chinese stands round it."""
    if not _CHINESE.search(text):
        return Mended(text)
    line = _Line(_WIDE.sub(_narrow, text))
    for _ in range(_ROUNDS):  # what was mended may be what stands beside the next
        before = list(line.signs)
        line.quotes()
        line.brackets()
        line.marks()
        line.dots()
        line.stops()
        if before == line.signs:
            break
    pairs = enumerate(zip(text, line.signs, strict=True))
    changed = [index for index, (old, new) in pairs if new not in {"", old}]
    return Mended("".join(line.signs), tuple(changed), line.lone)


def _narrow(found: re.Match[str]) -> str:
    if found[0].startswith("【"):
        return found[0]
    return found[0].translate(_NARROW | {ord("．"): ".", ord("％"): "%"})


class _Line:
    """A text sign by sign, each at the place where it was typed."""

    def __init__(self, text: str) -> None:
        self.signs = list(text)
        self.kept = bytearray(len(text))
        """1 for what is not touched, `_EXPRESSION` for an expression, which counts as Chinese."""

        self.lone: int | None = None
        for found in _KEPT.finditer(text):
            start, end = found.span()
            if found["address"]:
                end = start + len(found[0].rstrip(_TRAILING))
            mark = _EXPRESSION if found["expression"] else 1
            self.kept[start:end] = bytes([mark]) * (end - start)
        words = (bool(_CHINESE.match(sign)) for sign in text)
        self.chinese = [0, *accumulate(words)]
        """How many Chinese characters stand before each place."""

    def free(self, wanted: Collection[str]) -> list[int]:
        """Return where signs of `wanted` stand that may be mended."""
        return [i for i, sign in enumerate(self.signs) if sign in wanted and not self.kept[i]]

    def beside(self, index: int, step: int) -> int:
        """Return the next place before or behind `index` that is no space; -1 where none is."""
        index += step
        while 0 <= index < len(self.signs):
            if self.signs[index] not in {"", " "}:
                return index
            index += step
        return -1

    def is_chinese(self, index: int) -> bool:
        """Return whether a Chinese sign, or an expression, stands at `index`; not at -1."""
        if index < 0:
            return False
        if self.kept[index] == _EXPRESSION or self.has_chinese(index, index + 1):
            return True
        return not self.kept[index] and self.signs[index] in _SIGNS

    def has_chinese(self, start: int, end: int) -> bool:
        """Return whether a Chinese character stands between two places."""
        return self.chinese[end] > self.chinese[start]

    def near_chinese(self, start: int, end: int) -> bool:
        """Return whether Chinese stands before `start` or behind `end`."""
        return self.is_chinese(self.beside(start, -1)) or self.is_chinese(self.beside(end, 1))

    def put(self, index: int, sign: str) -> None:
        """Put a full-width sign, and drop the spaces round it."""
        self.signs[index] = sign
        for step in (-1, 1):
            other = index + step
            while 0 <= other < len(self.signs) and self.signs[other] in {"", " "}:
                self.signs[other] = ""
                other += step

    def quotes(self) -> None:
        """Pair the quotes; where one is left over, all stay as typed and it is noted."""
        places = self.free(QUOTES)
        if not places or len(places) > MOST:
            return
        places = self._without_odd(self._in_chinese(places))
        typed = [self.signs[i] for i in places]
        meant = paired(typed)
        self.lone = places[lone(typed)] if meant is None else None
        for index, sign in zip(places, meant or typed, strict=True):
            self.signs[index] = sign

    def _in_chinese(self, places: list[int]) -> list[int]:
        """Return `places` without straight pairs in Latin text."""
        found: list[int] = []
        for index in places:
            found.append(index)
            if len(found) > 1:
                start, end = found[-2:]
                same = self.signs[start] == self.signs[end] and self.signs[end] in STRAIGHT
                if same and not (self.near_chinese(start, end) or self.has_chinese(start, end)):
                    del found[-2:]
        return found

    def _without_odd(self, places: list[int]) -> list[int]:
        """Return `places` without a straight quote left over that is one of inches: 21"."""
        if not len(places) % 2:
            return places
        for index in places:
            if self.signs[index] in STRAIGHT and (
                (index and self.signs[index - 1] in _DIGITS) or not self.near_chinese(index, index)
            ):
                return [place for place in places if place != index]
        return places

    def brackets(self) -> None:
        """Make brackets round or beside Chinese full-width, both of a pair."""
        for start, end in sorted(self._bracketed()):  # the inner ones stand in the outer ones
            is_mixed = (self.signs[start] == "(") != (self.signs[end] == ")")
            if is_mixed or self._is_chinese_pair(start, end):
                for index in (start, end):
                    if self.signs[index] in _PAIRS:
                        self.put(index, _PAIRS[self.signs[index]])

    def _bracketed(self) -> Iterator[tuple[int, int]]:
        opened: list[int] = []
        for index in self.free(_BRACKETS):
            if self.signs[index] in "(（":
                opened.append(index)
            elif opened:
                yield opened.pop(), index

    def _is_chinese_pair(self, start: int, end: int) -> bool:
        before, after = self.beside(start, -1), self.beside(end, 1)
        if self.signs[start] != "(" or self._is_any(before, _OPERATORS):
            return False
        if self._is_any(after, _OPERATORS):
            return False
        if self.is_chinese(before) or self.has_chinese(start, end):
            return True
        return self.is_chinese(after) and not self._is_any(before, _WORDS)

    def _is_any(self, index: int, signs: Container[str]) -> bool:
        return index >= 0 and self.signs[index] in signs

    def marks(self) -> None:
        """Make , ; : ? ! beside Chinese full-width; from both ends, for they stand in rows."""
        places = self.free(_FULL)
        for index in (*places, *reversed(places)):
            sign = self.signs[index]
            if sign in _FULL and self.near_chinese(index, index) and not self._is_ratio(index):
                self.put(index, _FULL[sign])

    def _is_ratio(self, index: int) -> bool:
        """Return whether the colon at `index` stands between two figures: 【甲】:1."""
        sides = (self.beside(index, -1), self.beside(index, 1))
        return self.signs[index] == ":" and all(
            side >= 0 and (self.kept[side] == _EXPRESSION or self.signs[side] in _DIGITS)
            for side in sides
        )

    def dots(self) -> None:
        """Make three full stops or more behind Chinese what they stand for: ……."""
        for found in _ROW.finditer("".join([sign or " " for sign in self.signs])):
            start, end = found.span()
            if not any(self.kept[start:end]) and self.is_chinese(self.beside(start, -1)):
                self.signs[start:end] = ["…", "…", *[""] * (end - start - 2)]

    def stops(self) -> None:
        """Make the full stop at the end of a Chinese line full-width."""
        for index in self.free(_STOPS):
            before, after = self.beside(index, -1), self.beside(index, 1)
            is_last = after < 0 or self.signs[after] in _ENDS
            if is_last and (self.is_chinese(before) or self._is_any(before, _FINAL)):
                self.put(index, "。")
