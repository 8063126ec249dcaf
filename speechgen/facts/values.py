"""Values by kind: text, dates, choices, whole numbers. Each returns None where it reported."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from itertools import pairwise

from speechgen.facts.file import glances
from speechgen.facts.file.characters import forbidden, is_strange
from speechgen.facts.file.lines import PLAIN, WIDE, Node, Scalar
from speechgen.facts.item import PARAGRAPH
from speechgen.facts.keys.key import MISSING, Key
from speechgen.facts.keys.table import known_words
from speechgen.facts.reading import Reading, Trail, found, shown
from speechgen.facts.tidy.signs import in_chinese
from speechgen.numerals import normalised
from speechgen.problems import nearest

_DATE = re.compile(r"(\d{4})\s*[年/.-]\s*(\d{1,2})\s*[月/.-]\s*(\d{1,2})\s*[日号]?")
_BLANKS = " \t\n\u3000\xa0"
_RUNG = r"(前|第)?\s*(\d{1,4})\s*(名|位)?"
_CHARACTERS = r"(\d{3,6})\s*(字|个字)?"
_TRUTH = {"是": True, "true": True, "否": False, "false": False}
_LENGTHS = frozenset({"短", "中", "长"})
_WIDE_PUNCTUATION = frozenset("“”‘’…—·")
NOTHING = frozenset({"", "~"})
_PRINTED = frozenset({"编号", "时段", "称谓", "自称", "署名单位", "封面"})
"""Labels that are printed, or found again in what is: 编号 in 对应."""

ABSENT = frozenset({"无", "暂无", "没有"})
"""What an office types where there is nothing to say."""

_MISSES = 20
"""Folds not found again (of escapes) before the search is given up."""

_MONTHS = 12


def clean(node: Scalar, reading: Reading) -> str:
    """Return the text of `node` as it is meant: trimmed, folded lines joined, paragraphs parted."""
    text = node.text
    if node.style in PLAIN:
        if (" " not in text or node.start.line == node.end.line) and text[:1] not in WIDE:
            return text
    elif node.style == '"' and is_strange(text) and forbidden().search(text):
        hint = "请删去引号里的 \\ 转义"
        reading.report(node.start, "forbidden-character", "这里有稿子里不能用的字符", hint)
        text = forbidden().sub("", text)
    return _unfolded(node, text, reading)


def _unfolded(node: Scalar, text: str, reading: Reading) -> str:
    if node.start.line != node.end.line and node.style != "|":
        if node.style in PLAIN and not glances.keyed(node, known_words(), reading):
            glances.swallowed(node, reading)
        text = _joined(text, reading.page.written(node))
    elif text[:1] in WIDE and node.style in PLAIN:
        hint = "首行缩进由版式决定，不用打空格"
        reading.warn(node.start, "wide-space", "文字前面有全角空格，已经去掉", hint)
    paragraphs = [line.strip(_BLANKS) for line in text.replace("\t", " ").split("\n")]
    return PARAGRAPH.join([line for line in paragraphs if line])


def _joined(text: str, written: str) -> str:
    """Return `text` without the spaces that folding put between Chinese lines."""
    done: list[str] = []
    position = misses = 0
    for above, below in pairwise(written.split("\n")):
        before, after = above.strip().lstrip("'\"")[-3:], below.strip().rstrip("'\"")[:1]
        if before and after and (_is_wide(before[-1]) or _is_wide(after[0])):
            fold = text.find(f"{before} {after}", position) if misses < _MISSES else -1
            misses += fold < 0
            if fold >= 0:
                done.append(text[position : fold + len(before)])
                position = fold + len(before) + 1
    return "".join(done) + text[position:]


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF" or character in _WIDE_PUNCTUATION


def empty(node: Scalar, key: Key, reading: Reading) -> None:
    """Note a key with nothing behind it."""
    if key.required:
        reading.report(node.start, "missing-key", f"“{key.name}”没有填", "暂缺的请写：待核")
    else:
        message = f"“{key.name}”没有填，按没有这一项处理"
        reading.warn(node.start, "empty-value", message, "暂缺的请写：待核；不要这一项就删去这一行")


def word(node: Node, key: Key, reading: Reading, _trail: Trail) -> str | None:
    """Return a label as typed."""
    if type(node) is not Scalar:
        reading.expected(node, key)
        return None
    text = clean(node, reading).replace(PARAGRAPH, "")
    if text in NOTHING:
        empty(node, key, reading)
        return None
    if text == MISSING:
        left_out(node, key, reading)
        return None
    if "【" in text or "】" in text:
        message = f"“{key.name}”是“{shown(text)}”，这里不能用【】引用数据"
        reading.report(node.start, "figure-not-here", message)
        return None
    return in_chinese(text, node, reading) if key.name in _PRINTED else text


def typed(node: Node, key: Key, reading: Reading) -> str | None:
    """Return what was typed for a single value; None where it is none, or nothing, and said so."""
    if type(node) is not Scalar:
        reading.expected(node, key)
        return None
    text = node.text.strip(_BLANKS)
    if text in NOTHING:
        empty(node, key, reading)
        return None
    return text


def day(node: Node, key: Key, reading: Reading) -> date | None:
    """Return a date: 2025-08-12, 2025年8月12日, 2025/8/2; zeros may be left out."""
    text = typed(node, key, reading)
    if text is None:
        return None
    numbers = _ymd(text)
    if numbers is None:
        message = f"“{key.name}”这里应写年月日俱全的日期，现在写的是“{shown(text)}”"
        reading.report(node.start, "bad-date", message, "请写成 2025-08-12 或 2025年8月12日")
        return None
    year, month, number = numbers
    if year and 1 <= month <= _MONTHS and 1 <= number <= monthrange(year, month)[1]:
        return date(year, month, number)
    reading.report(node.start, "impossible-date", *_impossible(text, year, month))
    return None


def deadline(node: Node, key: Key, reading: Reading, _trail: Trail) -> date | None:
    """Return a date; one that is itself 待核 is left out."""
    if type(node) is Scalar and node.text == MISSING:
        left_out(node, key, reading)
        return None
    return day(node, key, reading)


def left_out(node: Scalar, key: Key, reading: Reading) -> None:
    """Note a value that says there is none."""
    message = f"“{key.name}”写的是“{shown(node.text)}”，按没有这一项处理"
    reading.warn(node.start, "empty-value", message)


@lru_cache(maxsize=512)
def _ymd(text: str) -> tuple[int, int, int] | None:
    match = _DATE.fullmatch(normalised(text))
    return (int(match[1]), int(match[2]), int(match[3])) if match else None


def _impossible(text: str, year: int, month: int) -> tuple[str, str]:
    if not year or not 1 <= month <= _MONTHS:
        return f"没有“{shown(text)}”这一天", "月份是 1 到 12"
    days = monthrange(year, month)[1]
    return f"没有“{shown(text)}”这一天", f"{year}年{month}月只有{days}天"


def choice(node: Node, key: Key, reading: Reading, _trail: Trail) -> str | None:
    """Return one of the choices of `key`."""
    text = typed(node, key, reading)
    if text is None:
        return None
    known = _spellings(key.choices)
    if text in known:
        return known[text]
    near = nearest(text, known)
    hint = f"是不是“{near}”？" if near else ""
    message = f"“{key.name}”不能写“{shown(text)}”，可以写：{'、'.join(_offered(key))}"
    reading.report(node.start, "bad-choice", message, hint, fix=near)
    return None


def _offered(key: Key) -> list[str]:
    return [spelling for spellings in key.choices for spelling in spellings]


@lru_cache(maxsize=64)
def _spellings(choices: tuple[tuple[str, ...], ...]) -> Mapping[str, str]:
    return {spelling: spellings[0] for spellings in choices for spelling in spellings}


def truth(node: Node, key: Key, reading: Reading, _trail: Trail) -> bool | None:
    """Return 是 or 否, true or false."""
    if type(node) is not Scalar or node.text.strip(_BLANKS).lower() not in _TRUTH:
        message = f"“{key.name}”请写“是”或“否”，现在写的是{found(node)}"
        reading.report(node.start, "bad-truth", message)
        return None
    return _TRUTH[node.text.strip(_BLANKS).lower()]


def whole(node: Node, key: Key, reading: Reading, _trail: Trail) -> int | None:
    """Return a whole number, not negative."""
    text = normalised(node.text.strip(_BLANKS)) if type(node) is Scalar else ""
    if text.isascii() and text.isdecimal() and len(text) <= len("100000"):
        return int(text)
    reading.expected(node, key)
    return None


def position(node: Node, key: Key, reading: Reading, _trail: Trail) -> int | str | None:
    """Return a rank: 5 of 5 or 第5位; `前3` stays a text, and so does 待核."""
    text = node.text.strip(_BLANKS) if type(node) is Scalar else ""
    if text == MISSING:
        return text
    match = re.fullmatch(_RUNG, normalised(text))
    if match is None or not int(match[2]):
        reading.expected(node, key)
        return None
    return f"前{int(match[2])}" if match[1] == "前" else int(match[2])


def length(node: Node, key: Key, reading: Reading, _trail: Trail) -> str | int | None:
    """Return 短, 中 or 长, or a number of characters: 4000, 4000字."""
    text = normalised(node.text.strip(_BLANKS)) if type(node) is Scalar else ""
    if text in _LENGTHS:
        return text
    match = re.fullmatch(_CHARACTERS, text)
    if match is None or not int(match[1]):
        reading.expected(node, key)
        return None
    return int(match[1])


def naming(node: Node, key: Key, reading: Reading, trail: Trail) -> str | None:
    """Return what a name stands for; 待核 stays as typed."""
    if type(node) is Scalar and node.text == MISSING:
        return MISSING
    named = word(node, key, reading, trail)
    return in_chinese(named, node, reading) if type(node) is Scalar and named else named
