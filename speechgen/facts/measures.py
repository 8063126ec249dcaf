"""Lengths, sizes of type and names of fonts, as an office writes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from speechgen.facts.file.lines import Node
from speechgen.facts.keys.key import Key
from speechgen.facts.reading import Reading, shown
from speechgen.facts.values import typed
from speechgen.numerals import normalised

SIZES: Mapping[str, int] = {
    "初号": 84,
    "小初": 72,
    "一号": 52,
    "小一": 48,
    "二号": 44,
    "小二": 36,
    "三号": 32,
    "小三": 30,
    "四号": 28,
    "小四": 24,
    "五号": 21,
    "小五": 18,
}
"""Sizes of type by name, in half-points."""

_MILLIMETRES = re.compile(r"(\d+(?:\.\d+)?)\s*(毫米|mm|厘米|cm)?", re.IGNORECASE)
_POINTS = re.compile(r"(?:固定值)?\s*(\d+(?:\.\d+)?)\s*(?:磅|pt)?", re.IGNORECASE)
_FONT = re.compile(r"\w[\w \-.·()（）+]{0,30}")
_NUMERALS = str.maketrans("12345", "一二三四五")
_MARGIN = (Decimal(5), Decimal(100))
_PITCH = (Decimal(8), Decimal(120))
_TYPE = (18, 84)


def millimetres(node: Node, key: Key, reading: Reading) -> Decimal | None:
    """Return a length in millimetres: 37, 37mm, 3.7厘米."""
    found = _matched(node, key, reading, _MILLIMETRES)
    if found is None:
        return None
    text, match = found
    length = Decimal(match[1]) * (10 if (match[2] or "").lower() in {"厘米", "cm"} else 1)
    return _within(length, _MARGIN, (node, key, text, "5 至 100 毫米", reading))


def points(node: Node, key: Key, reading: Reading) -> Decimal | None:
    """Return a pitch in points: 28.95, 28.95磅, 固定值28.95磅."""
    found = _matched(node, key, reading, _POINTS)
    if found is None:
        return None
    text, match = found
    return _within(Decimal(match[1]), _PITCH, (node, key, text, "8 至 120 磅", reading))


def _matched(
    node: Node, key: Key, reading: Reading, pattern: re.Pattern[str]
) -> tuple[str, re.Match[str]] | None:
    """Return what was typed, and how it reads; None where it does not, and said so."""
    text = typed(node, key, reading)
    if text is None:
        return None
    match = pattern.fullmatch(normalised(text))
    if match is None:
        _unread(node, key, text, reading)
        return None
    return text, match


def _within(
    value: Decimal, limits: tuple[Decimal, Decimal], told: tuple[Node, Key, str, str, Reading]
) -> Decimal | None:
    """Return a value that is not too small or large; None of another, which is told."""
    if limits[0] <= value <= limits[1]:
        return value
    _outside(*told)
    return None


def type_size(node: Node, key: Key, reading: Reading) -> int | None:
    """Return a size of type in half-points: 三号 is 32, 22磅 is 44."""
    text = typed(node, key, reading)
    if text is None:
        return None
    named = text.removesuffix("字")
    if named.endswith("号") or named.startswith("小"):
        named = normalised(named).translate(_NUMERALS)
    size = SIZES.get(named) or SIZES.get(named.removesuffix("号"))
    if size:
        return size
    match = _POINTS.fullmatch(normalised(text))
    if match is None or Decimal(match[1]) * 2 % 1:
        _unread(node, key, text, reading)
        return None
    size = int(Decimal(match[1]) * 2)
    if _TYPE[0] <= size <= _TYPE[1]:
        return size
    _outside(node, key, text, "小五（9 磅）至初号（42 磅）", reading)
    return None


def font(node: Node, key: Key, reading: Reading) -> str | None:
    """Return the name of one font."""
    text = typed(node, key, reading)
    if text is None:
        return None
    if _FONT.fullmatch(text):
        return text
    message = f"“{key.name}”应写一种字体的名字，最多31个字，现在写的是“{shown(text)}”"
    hint = "写 Word 字体框里的名字，只写一个，如 仿宋_GB2312"
    reading.report(node.start, "layout-font", message, hint)
    return None


def _unread(node: Node, key: Key, text: str, reading: Reading) -> None:
    what = {"millimetres": "毫米数，如 37", "points": "磅数，如 28.95"}
    expected = what.get(key.kind, "字号，如 三号、小二、22磅")
    message = f"“{key.name}”应写{expected}，现在写的是“{shown(text)}”"
    hint = ""
    if "倍" in text:
        hint = "请写固定值：1.5 倍行距约合 28.95 磅，每页 22 行"
    reading.report(node.start, "layout-size", message, hint)


def _outside(node: Node, key: Key, text: str, span: str, reading: Reading) -> None:
    message = f"“{key.name}”写的是“{shown(text)}”，应在{span}之间"
    reading.report(node.start, "layout-size", message)


READERS: Mapping[str, Callable[[Node, Key, Reading], Decimal | int | str | None]] = {
    "millimetres": millimetres,
    "points": points,
    "type_size": type_size,
    "font": font,
}
