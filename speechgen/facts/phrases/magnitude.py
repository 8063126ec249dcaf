"""以万计, 以亿计: the number in another size. Only these words change a unit that was typed."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from speechgen.facts.book import Book, ExpressionError, lack, lacking, said
from speechgen.facts.figure import Figure, Spoken
from speechgen.facts.printing import MISSING, typed
from speechgen.facts.wording import AGES, POINTS_OF
from speechgen.numerals import EXACT, MAGNITUDES, trimmed

_PLACES = 2
_MOST_PLACES = 6
"""What is less than this in 万 stands as it was typed."""

_NO_SIZE = ("十", "百", "千万", "万亿")
"""百万元 has a size of its own already."""


def in_wan(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """3.46万 (人 behind it) of 34618人."""
    return _in(figure, "万", book)


def in_yi(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """1.23亿 (元 behind it) of 12345万元."""
    return _in(figure, "亿", book)


def _in(figure: Figure, sign: str, book: Book) -> Spoken:
    unit = figure.unit
    if unit in POINTS_OF or unit in AGES or unit.startswith(_NO_SIZE):
        message = f"“{figure.name}”的单位是{unit}，不能用{sign}作单位"
        raise ExpressionError(message, f"直接写【{figure.name}】")
    head = unit[:1] if unit[:1] in MAGNITUDES else ""
    behind = unit[len(head) :]
    value = figure.value
    if value is None:
        return lacking(figure, MISSING + sign, lack(book, figure), behind)
    factor = EXACT.divide(MAGNITUDES.get(head, Decimal(1)), MAGNITUDES[sign])
    text = "" if head == sign else _short(EXACT.multiply(value, factor))
    if text:
        return said(figure, text + sign, value, behind)
    return said(figure, typed(figure, figure.amount) + (head if value else ""), value, behind)


def _short(scaled: Decimal) -> str:
    """Return `scaled` with at most two decimals, half up; below 0.1 with two digits.

    小数 is of the unit as typed, not of this one. Nothing is returned of 0, and of what would need
    more than six decimals.
    """
    places = max(_PLACES, 1 - scaled.adjusted())
    if not scaled or places > _MOST_PLACES:
        return ""
    return trimmed(scaled.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, EXACT))


PHRASES = {"以万计": in_wan, "以亿计": in_yi}
