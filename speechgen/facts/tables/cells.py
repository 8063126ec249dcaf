"""One cell of numbers: a number as in 数据, 待核, or — where none applies."""

from __future__ import annotations

from typing import Literal, NamedTuple

from speechgen.facts.entry import MOST_DECIMALS, MOST_DIGITS, is_too_long
from speechgen.facts.figure import Amount
from speechgen.facts.keys.key import MISSING
from speechgen.facts.numbers import is_count, parsed
from speechgen.facts.reading import Reading, shown
from speechgen.facts.tables.typed import Typed
from speechgen.numerals import MAGNITUDES

BLANKS = frozenset({"—", "——", "–", "－", "-", "--", "/", "／"})
NOTHING = frozenset({"", "~"})
_MAGNITUDES: dict[str, Literal["", "万", "亿"]] = {"": "", "万": "万", "亿": "亿"}


class Number(NamedTuple):
    """What a cell of numbers holds."""

    amount: Amount
    percent: bool
    """Typed with %."""


def is_number(text: str) -> bool:
    """Return whether `text` is a number or 待核: what makes a column one of numbers."""
    return text == MISSING or (parsed(text) is not None and is_count(text))


def number(cell: Typed, where: str, reading: Reading) -> Number | None:
    """Return what `cell` holds; None of — and of an empty one. What is no number is reported.

    `where` is what a message calls the cell: `乡镇表[城关镇].来访`.
    """
    text, place = cell
    if text == MISSING:
        return Number(Amount(None, place), percent=False)
    if text in BLANKS:
        return None
    if text in NOTHING:
        hint = "不适用的写 —，还没有的写 待核，没有发生的写 0"
        reading.warn(place, "empty-value", f"“{shown(where)}”空着，按不适用印 —", hint)
        return None
    found = parsed(text)
    if found is None or not is_count(text):
        _report(cell, where, reading)
        return Number(Amount(None, place), percent=False)
    value, magnitude, percent = found
    if magnitude:
        value = value.scaleb(MAGNITUDES[magnitude].adjusted())
    if is_too_long(value):
        _report_length(cell, where, reading)
        return Number(Amount(None, place), bool(percent))
    return Number(Amount(value, place, _MAGNITUDES[magnitude]), bool(percent))


def _report(cell: Typed, where: str, reading: Reading) -> None:
    from speechgen.facts.no_number import no_number  # noqa: PLC0415 - only a slip needs it

    if cell.text[:1] in {"=", "＝"}:
        hint = "算式写在“列”里，如 化解率: = 化解 / 来访；这里写数"
        message = f"“{shown(where)}”的格子里是算式“{shown(cell.text)}”"
        reading.report(cell.place, "bad-number", message, hint)
        return
    code, message, hint = no_number(cell.text)
    if code == "unit-in-value":
        hint = "格子里只写数，单位写在“列”里"
    elif "“约数: " in hint:
        hint = "请写准确的数"
    reading.report(cell.place, code, f"“{shown(where)}”填报的{message}", hint)


def _report_length(cell: Typed, where: str, reading: Reading) -> None:
    message = f"“{shown(where)}”位数太多（整数最多{MOST_DIGITS}位，小数最多{MOST_DECIMALS}位）"
    reading.report(cell.place, "number-too-long", message, "请核对数字，或换大一些的单位")
