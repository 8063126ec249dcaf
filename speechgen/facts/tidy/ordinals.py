"""Ordinals typed at the head of entries: 一是 二要 第一， （一） 一、 1. ① ● are taken off.

What only looks like one stays: 一是一、二是二, 三个带头, 1.5万户, 二、三产业. Some are told only by
their list: `二、三个带头` is the second entry where the first one begins with `一、`.

Rule: docs/facts.md, “随手打的符号”; cases: tests/cases/facts/ordinals.txt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from speechgen.facts.tidy.signs import BULLETS

_HAN = "一二三四五六七八九十"
_TEN = 10
_MOST = 40
_FIRSTS = ("首先", "其次", "再次", "最后")
_THESE = ("其一", "其二", "其三", "其四", "其五")
_CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_PARENTHESISED = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽"
_DOTTED = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑"
_HAN_CIRCLES = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
_ROWS = (_FIRSTS, _THESE, _CIRCLES, _PARENTHESISED, _DOTTED, _HAN_CIRCLES)
_AFTER = "[，,、：: \u3000]*"
_MEASURE = "(?:点|项|条|方面)?"
_NUMBER = rf"(?:(?P<han>[{_HAN}]{{1,3}})|(?P<digits>\d{{1,2}}))"
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rf"(?P<han>[{_HAN}]{{1,3}})(?P<style>是|要){_AFTER}",
        rf"(?P<style>第){_NUMBER}{_MEASURE}[，,、：:]{_AFTER}",
        rf"(?P<row>{'|'.join((*_FIRSTS, *_THESE))})[，,、：:]{_AFTER}",
        rf"(?P<style>[（(]){_NUMBER}[）)][.．]?{_AFTER}",
        rf"(?P<han>[{_HAN}]{{1,3}})(?P<style>[、，,.．）)]){_AFTER}",
        rf"(?P<digits>\d{{1,2}})(?P<style>[.．，,](?!\d)|[、）)]){_AFTER}",
        rf"(?P<row>[{_CIRCLES}{_PARENTHESISED}{_DOTTED}{_HAN_CIRCLES}]){_AFTER}",
    )
)
_BULLET = re.compile(f"(?:[{BULLETS}]|[-–](?=[ \u3000]*[\u4e00-\u9fff“《【]))[ \u3000]*")
_KINDS = frozenset("期号班类级组标段")
"""What （三） and ③ may count: （三）期工程, ③号地块."""

_NO_KINDS = frozenset(
    ("组织", "组建", "组成", "类型", "标准", "标本", "号召", "班子", "期限", "级差")
)
_NOT_WANTED = frozenset("件素求点领害目职义员塞务强闻案旨紧么价不")
"""What makes 三要 the head of a word: 三要件, 三要素, 一要务."""

_NOTHING = frozenset("，。、；：！？,.;:!?…—）)")


class Ordinal(NamedTuple):
    """What an entry seems to begin with."""

    style: str
    number: int
    length: int
    sure: bool
    """False: it is one only where its list says so."""

    runs_on: bool = False
    """The next ordinal stands in the same sentence, which is the office's own."""


def without_ordinals(entries: Sequence[str]) -> list[tuple[str, str]]:
    """Return each entry without its ordinal, and the ordinal; empty where it has none."""
    found = [ordinal(entry) for entry in entries]
    rows = _rows(found)
    done: list[tuple[str, str]] = []
    for at, (entry, one) in enumerate(zip(entries, found, strict=True)):
        if one and not one.runs_on and (one.sure or (one.style, one.number - at) in rows):
            done.append((entry[one.length :], entry[: one.length].rstrip(" ，,\u3000")))
        else:
            done.append((entry, ""))
    return done


def running_on(entries: Sequence[str]) -> list[int]:
    """Return which entries hold the next one too: the second of 一是甲 | 二是乙，三是丙."""
    found = [ordinal(entry) for entry in entries]
    rows = _rows(found)
    return [
        at
        for at, one in enumerate(found)
        if one and one.runs_on and (one.style, one.number - at) in rows
    ]


def _rows(found: Sequence[Ordinal | None]) -> set[tuple[str, int]]:
    """Return the rows that are counted through a list: the style, and where it begins."""
    return {
        (one.style, one.number - at)
        for at, one in enumerate(found)
        if one and one.sure and not one.runs_on
    }


def ordinal(entry: str) -> Ordinal | None:
    """Return what `entry` begins with; None where it is no ordinal.

    一是抓组织，二是抓落实 runs on in the sentence: it is the office's own.
    """
    bullet = _BULLET.match(entry)
    if bullet:
        rest = entry[bullet.end() :]
        is_one = bool(rest) and rest[0] not in _NOTHING
        return Ordinal(BULLETS, 0, bullet.end(), sure=True) if is_one else None
    for shape in _SHAPES:
        match = shape.match(entry)
        if match:
            rest = entry[match.end() :]
            style, number = _style(match), _number(match)
            if not rest or rest[0] in _NOTHING or not 0 < number <= _MOST:
                return None
            runs_on = _counts_on(style, number, match, rest)
            return Ordinal(style, number, match.end(), _is_sure(style, number, rest), runs_on)
    return None


def _style(match: re.Match[str]) -> str:
    groups = match.groupdict()
    if groups.get("row"):
        return next(str(row[0]) for row in _ROWS if match["row"] in row)
    return f"{match['style']}{'1' if groups.get('digits') else '一'}"


def _number(match: re.Match[str]) -> int:
    groups = match.groupdict()
    if groups.get("row"):
        return next(row.index(match["row"]) + 1 for row in _ROWS if match["row"] in row)
    return int(match["digits"]) if groups.get("digits") else _value(match["han"])


def _value(han: str) -> int:
    """Return 12 of 十二, 20 of 二十; 0 of 二三, which is no number."""
    tens, ten, units = han.rpartition("十")
    if len(tens) > 1 or len(units) > 1:
        return 0
    value = _HAN.index(units) + 1 if units else 0
    return value if not ten else value + (_HAN.index(tens) + 1 if tens else 1) * _TEN


def _counts_on(style: str, number: int, match: re.Match[str], rest: str) -> bool:
    """Return whether the next ordinal stands in the rest of the sentence."""
    if "row" in match.groupdict():
        row = next(row for row in _ROWS if match["row"] in row)
        return number < len(row) and row[number] in rest
    following = _spelt(number + 1) if style.endswith("一") else str(number + 1)
    sign = style[0]
    if sign == "第":
        return rest[0] == "第" or bool(re.search(f"第{following}{_MEASURE}[，,、：:]", rest))
    if sign in "（(":
        return bool(re.search(rf"[（(]{following}[）)]", rest))
    behind = "[是要]" if sign in "是要" else rf"{re.escape(sign)}(?!\d)"
    return bool(re.search(rf"(?<![第\d{_HAN}]){following}{behind}", rest))


def _spelt(number: int) -> str:
    tens, units = divmod(number, _TEN)
    head = "" if not tens else "十" if tens == 1 else f"{_HAN[tens - 1]}十"
    return head + (_HAN[units - 1] if units else "")


def _is_sure(style: str, number: int, rest: str) -> bool:
    """Return whether it is an ordinal whatever stands beside it."""
    first, sign = rest[0], style[0]
    same = first in _HAN and _HAN.index(first) + 1 == number
    if sign == "是":
        return not same and first not in "否非"
    if sign == "要":
        return first not in _HAN and first not in _NOT_WANTED
    if sign == "第":
        return first not in _HAN and not first.isdecimal()
    if sign in "（(" or style in {"①", "⑴", "⒈", "㈠"}:
        return first not in _KINDS or rest[:2] in _NO_KINDS
    if sign in {"首", "其"}:
        return True
    return not first.isdecimal() and (same or first not in _HAN)
