"""约数, 余, 近, 约, 逾, 不足: the number, rounded, with a hedge that is true."""

from __future__ import annotations

from speechgen.facts.book import Book, lack, lacking, said
from speechgen.facts.figure import PERCENT, Figure, Spoken
from speechgen.facts.printing import MISSING, head_of, hedged, scale_of, typed
from speechgen.numerals import EXACT, fixed, trimmed

NEXT = {
    "余": ("余", "近"),
    "逾": ("逾", "近"),
    "近": ("近", "余"),
    "不足": ("不足", "余"),
    "约": ("约", "余", "近"),
}
"""What is tried, in this order, until one is true. Where none is, the number is round."""


def about(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """3.4万余 (人 behind it), by the 约数 of the figure or 余; 3万 of 30000; X."""
    return _hedged(figure, figure.hedge or "余", book)


def odd(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """3.4万余 (人 behind it); 逾67%, for 余 does not go with a percentage."""
    return _hedged(figure, "余", book)


def nearly(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """近3.5万 (人 behind it)."""
    return _hedged(figure, "近", book)


def roughly(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """约3.5万 (人 behind it)."""
    return _hedged(figure, "约", book)


def over(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """逾3.4万 (人 behind it)."""
    return _hedged(figure, "逾", book)


def short_of(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """不足3.5万 (人 behind it)."""
    return _hedged(figure, "不足", book)


def _hedged(figure: Figure, word: str, book: Book) -> Spoken:
    """Return the number with `word`, or with the next one that is true; the 万 of 万元 in it.

    The 万 always stands with the number, so that what is behind it does not turn with the value.
    """
    unit = figure.unit
    head = head_of(unit)
    sign, behind = (PERCENT, "") if unit == PERCENT else (head, unit[len(head) :])
    value = figure.value
    if value is None:
        return lacking(figure, MISSING + sign, lack(book, figure), behind)
    for one in NEXT[word]:
        text = hedged(value, one, unit, figure.decimals)
        if text is not None:
            return said(figure, text, value, behind)
    return said(figure, _by_size(figure) + sign, value, behind)


def _by_size(figure: Figure) -> str:
    """Return the exact number, with 万 or 亿 where that is short: 3万 of 30000, but 3000."""
    value = figure.value
    if value is not None and figure.decimals is None:
        size, sign = scale_of(value, figure.unit)
        scaled = EXACT.divide(value, size)
        if sign and scaled == fixed(scaled, 2):
            return trimmed(scaled) + sign
    return typed(figure, figure.amount)


PHRASES = {
    "约数": about,
    "余": odd,
    "近": nearly,
    "约": roughly,
    "逾": over,
    "不足": short_of,
}
