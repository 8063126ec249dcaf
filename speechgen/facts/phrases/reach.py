"""达到, 突破: how far a figure has come; 突破 only where that is so."""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal

from speechgen.facts.book import Book, lack, lacking, said
from speechgen.facts.figure import Figure, Spoken
from speechgen.facts.printing import CRUDEST, scale_of, shown
from speechgen.numerals import EXACT, hedge_holds, trimmed

_BEFORE = ("逾", "近", "不足")
"""Hedges that take the place of 达到: 近3.5万人, not 达到近3.5万人."""


def reached(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """达到135件; 达到3.4万余人 as 约数; 为0件, for nothing is reached there; 达到X件."""
    text = "".join(shown(figure))
    if figure.value is None:
        return lacking(figure, f"达到{text}", lack(book, figure))
    if figure.value <= 0:
        return said(figure, f"为{text}", figure.value)
    word = "" if text.startswith(_BEFORE) else "达到"
    return said(figure, word + text, figure.value)


def broken(figure: Figure, args: tuple[str, ...], book: Book) -> Spoken:
    """突破50亿元 of 56.32; 超过50亿元 where that was so last year, or is not wanted; 达到30亿元."""
    value = figure.value
    if value is None:
        return reached(figure._replace(hedge=""), args, book)
    if value <= 0:
        return said(figure, f"为{''.join(shown(figure))}", value)
    size, sign = scale_of(value, figure.unit)
    named = _round(EXACT.divide(value, size))
    bound = EXACT.multiply(named, size)
    text = trimmed(named) + sign + figure.unit
    if not hedge_holds("突破", value, bound):
        return said(figure, f"达到{text}", value)
    crossed = figure.better == "上升" and _was_below(figure, bound)
    return said(figure, f"{'突破' if crossed else '超过'}{text}", value)


def _round(value: Decimal) -> Decimal:
    """Return the round number at or below `value`: 3 of 3.46, 1.9 of 1.92, for 1 is too crude."""
    step = Decimal(1).scaleb(value.adjusted())
    named = value.quantize(step, ROUND_FLOOR, EXACT)
    if value < named * CRUDEST:
        return named
    return value.quantize(step.scaleb(-1), ROUND_FLOOR, EXACT)


def _was_below(figure: Figure, bound: Decimal) -> bool:
    last = figure.last_year
    return last is None or last.value is None or last.value < bound


PHRASES = {"达到": reached, "突破": broken}
