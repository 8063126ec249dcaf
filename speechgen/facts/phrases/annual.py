"""年均增长: from one year to another, by the geometric mean; rates by points a year."""

from __future__ import annotations

import re
from decimal import Decimal

from speechgen.facts.book import Book, ExpressionError, divisor, lack, lacking, said, same_unit
from speechgen.facts.change import Change, Turn, against, measure
from speechgen.facts.figure import PERCENT, Figure, Spoken
from speechgen.facts.phrases.comparing import direction, extent, told
from speechgen.facts.phrases.multiple import shown
from speechgen.facts.printing import MISSING
from speechgen.numerals import EXACT, normalised

_HUNDRED = Decimal(100)
_HALF_STEP = Decimal("0.05")
_CERTAIN = Decimal(1).scaleb(-20)
"""A root is right to here; what is exactly 8.45 % must round as such."""

_YEAR = re.compile(r"(?:截至)?(?<!\d)(\d{4})年(.*)")
_OF_THE_YEAR = re.compile(
    r"第?[一二三四1-4]季度|[上下]半年|前[一二两三]季度|\d{1,2}(至\d{1,2})?月份?"
)
"""What may follow the year in a name: the figure of 2020年上半年 is not that of a whole year."""

_DASHES = str.maketrans("到-－—–~～", "至至至至至至至")


def a_year(figure: Figure, args: tuple[str, ...], book: Book) -> Spoken:
    """年均增长8.4%; 年均下降3%; 年均提高0.5个百分点; 持平; 年均X."""
    other = book.figures[args[0]]
    same_unit(figure, other)
    years = _years(figure, other)
    now, then = figure.value, other.value
    if now is not None and then is not None and measure(figure.unit, now, then) == PERCENT:
        divisor(other, "", then)
    change = against(figure, other.amount, other)
    if now is None or then is None:
        return lacking(figure, f"年均{MISSING}", lack(book, figure, other))
    if change.turn not in {Turn.RISE, Turn.FALL}:
        return said(figure, told(figure, change, shown(other), ""), change.signed)
    mean = change._replace(amount=_mean(change, now, then, years), shown="")
    if mean.unit == PERCENT and (mean.amount or _HUNDRED) < _HALF_STEP:
        return said(figure, "年均基本持平", mean.signed)
    return said(figure, f"年均{direction(figure, change)}{extent(mean)}", mean.signed)


def _mean(change: Change, now: Decimal, then: Decimal, years: int) -> Decimal:
    """Return the change a year: of a percentage the geometric mean, else the plain one."""
    if change.unit != PERCENT:
        return EXACT.divide(change.amount or Decimal(0), years)
    root = EXACT.power(EXACT.divide(now, then), EXACT.divide(Decimal(1), years))
    growth = EXACT.multiply(EXACT.subtract(root, Decimal(1)), _HUNDRED)
    return EXACT.abs(growth).quantize(_CERTAIN, None, EXACT)


def _years(figure: Figure, other: Figure) -> int:
    """Return how many years lie between the two figures.

    Raises:
        ExpressionError: it cannot be told, or the one in brackets is not the earlier one.
    """
    now, then = _year(figure), _year(other)
    hint = "时段写成“2025年”“2020年”，括号里写早的那一年"
    if now is None or then is None:
        unclear = figure if now is None else other
        message = f"看不出“{unclear.name}”是哪一年的数，不能说“年均增长”"
        raise ExpressionError(message, hint)
    if now[1] != then[1] or now[0] <= then[0]:
        periods = f"{now[0]}年{now[1]}和{then[0]}年{then[1]}"
        message = f"“{figure.name}”和“{other.name}”的时段（{periods}）算不出年均"
        raise ExpressionError(message, hint)
    return now[0] - then[0]


def _year(figure: Figure) -> tuple[int, str] | None:
    """Return year and part of the year: (2020, ""), (2025, 上半年); by the name without 时段."""
    text = normalised(figure.period or figure.name).replace(" ", "").translate(_DASHES)
    found = _YEAR.match(text) if figure.period else _YEAR.search(text)
    if found is None:
        return None
    rest = found[2].removeprefix("全年").removeprefix("度")
    if not figure.period:
        part = _OF_THE_YEAR.match(rest)
        rest = part[0] if part else ""
    return int(found[1]), rest


PHRASES = {"年均增长": a_year}
