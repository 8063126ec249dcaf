"""The words of an official title: what may be parted from what.

title_words.txt is no dictionary: what is not listed is kept whole as a name would be, and only
its edges may become the end of a line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

SPACES = "\u3000 "
CLOSING = frozenset("》”’）〉」』】、，。：；！？…—·")
OPENING = frozenset("《“‘（〈「『【")

_PAIRS = {"《": "》", "“": "”", "‘": "’", "（": "）"}
_NUMERALS = frozenset("〇零一二三四五六七八九十百0123456789")
_AFTER_DIGITS = tuple("年月日届次号级个期")
_AFTER_ORDINAL = ("季度", "阶段", *"次届批期个轮")
_SESSIONS = ("全体会议", "全会", "")
_CLINGING = frozenset("上中下前后里时对向从把将于等地得")
_LONGEST_WORD = 8
_UNKNOWN = 3.0  # what one character outside the list costs, against 1 for a word
_IMPOSSIBLE = 1000.0


@cache
def listed_words() -> frozenset[str]:
    """Return the words of title_words.txt."""
    text = Path(__file__).with_name("title_words.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return frozenset(" ".join(lines).split())


def words_of(title: str) -> list[str]:
    """Part `title` into listed words and what stands between them, which is kept whole."""
    words: list[str] = []
    loose = ""
    for piece, known in _without_splinters(_pieces_of(title)):
        if known:
            words.extend([loose, piece] if loose else [piece])
            loose = ""
        else:
            loose += piece
    return [*words, loose] if loose else words


def _pieces_of(title: str) -> Iterator[tuple[str, bool]]:
    at = 0
    for end, known in _cheapest(title):
        piece = title[at:end]
        at = end
        yield piece, known or piece in SPACES or piece in CLOSING or piece in OPENING


def _without_splinters(pieces: Iterable[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    """Give 上, 地, 对 … beside an unknown word back to it: 基地, 上游, 对口 are no two words."""
    row = list(pieces)
    known = [True, *(is_known for _, is_known in row), True]
    for at, (piece, is_known) in enumerate(row):
        yield piece, is_known and (piece not in _CLINGING or (known[at] and known[at + 2]))


def _cheapest(title: str) -> list[tuple[int, bool]]:
    """Return the ends of the pieces of the cheapest segmentation, each with whether it is known."""
    price = [0.0] + [_IMPOSSIBLE] * len(title)
    came: list[tuple[int, bool]] = [(0, True)] * (len(title) + 1)
    for start in range(len(title)):
        for end, known, cost in _pieces(title, start):
            if price[start] + cost < price[end]:
                price[end] = price[start] + cost
                came[end] = (start, known)
    ends = []
    at = len(title)
    while at:
        start, known = came[at]
        ends.append((at, known))
        at = start
    return ends[::-1]


def _pieces(title: str, start: int) -> Iterator[tuple[int, bool, float]]:
    whole = _whole_end(title, start)
    if whole > start:
        yield whole, True, 0.5
        return
    yield start + 1, False, _UNKNOWN
    listed = listed_words()
    for end in range(start + 1, min(start + _LONGEST_WORD, len(title)) + 1):
        if title[start:end] in listed:
            yield end, True, 1.0


def _whole_end(title: str, start: int) -> int:
    """Return where a piece that is never parted ends: a quotation, a number, an ordinal.

    《信访工作条例》, 2025年, 第四季度, 二十届三中全会; `start` where none begins there.
    """
    first = title[start]
    if first in _PAIRS:
        return title.find(_PAIRS[first], start) + 1 or start
    if first.isascii() and first.isalnum():
        end = _while(title, start, lambda c: c.isascii() and (c.isalnum() or c in ".%+-"))
        return end + _suffix(title, end, _AFTER_DIGITS)
    if first == "第":
        end = _while(title, start + 1, _NUMERALS.__contains__)
        return end + _suffix(title, end, _AFTER_ORDINAL) if end > start + 1 else start
    return _session_end(title, start)


def _session_end(title: str, start: int) -> int:
    """Return where (党的)二十届三中全会(精神), or a year in Chinese numerals, ends."""
    begin = start + _suffix(title, start, ("党的",))
    end = _while(title, begin, _NUMERALS.__contains__)
    if end - begin == len("二〇二五") and title.startswith("年", end) and begin == start:
        return end + 1
    if end == begin or not title.startswith("届", end):
        return start
    number = _while(title, end + 1, _NUMERALS.__contains__)
    if number == end + 1 or title[number : number + 1] not in ("中", "次"):
        return start
    session = number + 1 + _suffix(title, number + 1, _SESSIONS)
    return session + _suffix(title, session, ("精神",))


def _while(title: str, at: int, belongs: Callable[[str], bool]) -> int:
    while at < len(title) and belongs(title[at]):
        at += 1
    return at


def _suffix(title: str, at: int, endings: tuple[str, ...]) -> int:
    """Return the length of the first of `endings` that stands at `at`, else 0."""
    return next((len(ending) for ending in endings if title.startswith(ending, at)), 0)
