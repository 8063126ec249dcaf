"""Numbers typed beside a figure: 接近70%, 突破130件, 130余件, 不足五成, 过半."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from speechgen.claims.words import HEDGES_BEFORE, HEDGES_BEHIND, NOT_HEDGES
from speechgen.numerals import EXACT, MAGNITUDES, fixed, hedge_holds, trimmed

_BEFORE = f"{NOT_HEDGES}(?:{'|'.join(HEDGES_BEFORE)})"
_BEHIND = "|".join(HEDGES_BEHIND)
_TYPED = re.compile(
    rf"(?P<before>{_BEFORE})?(?<![\d.])(?P<digits>\d{{1,15}}(?:\.\d{{1,6}})?)(?P<scale>[万亿])?"
    rf"(?P<much>[余多])?(?P<scale_behind>[万亿])?(?P<after>[^\d\s，。、；：！？（）]{{0,12}})"
)
_HEDGED_BEHIND = re.compile(_BEHIND)
_PART = re.compile(
    rf"(?P<before>{_BEFORE})?(?:(?P<tenths>[一二两三四五六七八九])成"
    r"(?P<half>半|[一二三四五六七八九](?![一-鿿]))?"
    r"|(?P<of>[二三四五六七八九十])分之(?P<parts>[一二三四五六七八九])|(?P<middle>一半|半数))"
    rf"(?P<much>多)?(?P<behind>{_BEHIND})?"
)
_MORE_THAN_HALF = re.compile(r"(?:超过|过)半数?")
_NEARLY_HALF = re.compile(r"(?:接近|近)半数?(?![年月天日小个])")
CHINESE_DIGITS = {sign: number for number, sign in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
"""What a numeral of one sign stands for."""

_NOT_UNITS = (
    "个月",
    "个百分点",
    "个千分点",
    "个工作日",
    "个小时",
    "个季度",
    "人次",
    "件次",
    "家次",
)
_HUNDRED = Decimal(100)
_MOST_PLACES = 12


class Typed(NamedTuple):
    """A hedged number as it was typed."""

    start: int
    end: int
    words: str
    """接近70%."""

    stem: str
    """70%: the words without the hedge."""

    hedge: str
    """A word of `numerals.HEDGES`, 以上 or 以下."""

    named: Decimal
    """In units without 万 and 亿."""

    unit: str = ""
    """Empty: to be found by `of_unit` from what follows."""

    step: Decimal = Decimal(0)
    """Of 余 and 多: one of the last digit that was named, which the value must stay under."""


def typed_numbers(text: str) -> Iterator[Typed]:
    """Yield the numbers of `text` that may be hedged, in their order, parts of a whole last."""
    for found in _TYPED.finditer(text):
        if found["before"] or found["much"] or _HEDGED_BEHIND.search(found["after"]):
            yield _number(found)
    for found in _PART.finditer(text):
        if found["before"] or found["much"] or found["behind"]:
            yield _part(found)
    for pattern, hedge in ((_MORE_THAN_HALF, "超过"), (_NEARLY_HALF, "近")):
        for found in pattern.finditer(text):
            yield Typed(*found.span(), found[0], "一半", hedge, Decimal(50), "%")


def typed_shares(text: str) -> Iterator[Typed]:
    """Yield the shares of a whole in `text`, as percent; the hedge of a bare 九成 is empty."""
    for found in _PART.finditer(text):
        if not (found["before"] or found["much"] or found["behind"]):
            yield _part(found)
    for typed in typed_numbers(text):
        share = of_unit(typed, text, "%")
        if share is not None:
            yield share


def of_unit(typed: Typed, text: str, unit: str) -> Typed | None:
    """Return `typed` as a number of `unit`, with the hedge behind it; None where it is of another.

    34.6万余元 is a number of 万元 and of 元.
    """
    if typed.unit:
        return typed if typed.unit == unit and typed.hedge else None
    base = scale_of(unit)[1]
    if not base or not text.startswith(base, typed.end):
        return None
    if text.startswith(_NOT_UNITS, typed.end) and not base.startswith(_NOT_UNITS):
        return None
    end = typed.end + len(base)
    behind = next((word for word in HEDGES_BEHIND if text.startswith(word, end)), "")
    hedge = typed.hedge or HEDGES_BEHIND.get(behind, "")
    if not hedge:
        return None
    words = typed.words + base + behind
    return typed._replace(
        end=end + len(behind), words=words, stem=typed.stem + base, hedge=hedge, unit=unit
    )


def scale_of(unit: str) -> tuple[Decimal, str]:
    """Return 万元 as (10000, 元), 件 as (1, 件)."""
    if unit[:1] in MAGNITUDES and len(unit) > 1:
        return MAGNITUDES[unit[0]], unit[1:]
    return Decimal(1), unit


def holds(typed: Typed, value: Decimal) -> bool:
    """Return whether `value`, in units without 万 and 亿, may be called what was typed."""
    if typed.hedge == "以上":
        return value >= typed.named
    if typed.hedge == "以下":
        return value <= typed.named
    below = not typed.step or value < typed.named + typed.step
    return below and hedge_holds(typed.hedge, value, typed.named)


def true_words(value: Decimal, named: Decimal) -> str:
    """Return the word under which `value` may be set beside `named`: 超过, 达到, 接近, 不足."""
    if value == named:
        return "达到"
    if value > named:
        return "超过"
    return "接近" if hedge_holds("接近", value, named) else "不足"


def apart(value: Decimal, named: Decimal, places: int) -> str:
    """Return `value` with `places` decimals, or more where it would look like `named` and is not.

    98.996 is 99 with two decimals, and 98.996 beside a claimed 99.
    """
    while places < _MOST_PLACES and fixed(value, places) in {named, 0} and value not in {named, 0}:
        places += 1
    return trimmed(fixed(value, places))


def _number(found: re.Match[str]) -> Typed:
    digits, much = Decimal(found["digits"]), found["much"] or ""
    size = Decimal(1)
    for sign in (found["scale"], found["scale_behind"]):
        size = EXACT.multiply(size, MAGNITUDES.get(sign or "", Decimal(1)))
    end = found.start("after")
    hedge = HEDGES_BEFORE.get(found["before"] or "", "余" if much else "")
    named = EXACT.multiply(digits, size)
    stem = found["digits"] + (found["scale"] or "") + (found["scale_behind"] or "")
    step = EXACT.multiply(_last_place(digits), size) if much else Decimal(0)
    words = found.string[found.start() : end]
    return Typed(found.start(), end, words, stem, hedge, named, "", step)


def _last_place(digits: Decimal) -> Decimal:
    """Return one of the last digit that is not zero: 130 → 10, 3.4 → 0.1, 0 → 1."""
    exponent = digits.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if digits and isinstance(exponent, int) else Decimal(1)


def of_tenths(tenths: str, half: str | None) -> Decimal:
    """Return 七成 as 70, 七成半 and 七成五 as 75."""
    return Decimal(
        10 * CHINESE_DIGITS[tenths] + (5 if half == "半" else CHINESE_DIGITS.get(half or "", 0))
    )


def _part(found: re.Match[str]) -> Typed:
    if found["tenths"]:
        named = of_tenths(found["tenths"], found["half"])
        stem = f"{found['tenths']}成{found['half'] or ''}"
    elif found["of"]:
        parts, of = CHINESE_DIGITS[found["parts"]], CHINESE_DIGITS[found["of"]]
        named = EXACT.divide(_HUNDRED * parts, Decimal(of))
        stem = f"{found['of']}分之{found['parts']}"
    else:
        named, stem = Decimal(50), found["middle"]
    hedge = HEDGES_BEFORE.get(found["before"] or "", "余" if found["much"] else "")
    hedge = hedge or HEDGES_BEHIND.get(found["behind"] or "", "")
    step = Decimal(10) if found["much"] and found["tenths"] else Decimal(0)
    return Typed(found.start(), found.end(), found[0], stem, hedge, named, "%", step)
