"""占比, 全部: a figure as a part of another one, which stands in brackets."""

from __future__ import annotations

from decimal import Decimal

from speechgen.facts.book import Book, ExpressionError, divisor, lack, lacking, said, same_unit
from speechgen.facts.figure import Figure, Spoken
from speechgen.facts.printing import MISSING, typed
from speechgen.numerals import EXACT, percent

_HUNDRED = Decimal(100)


def share(figure: Figure, args: tuple[str, ...], book: Book) -> Spoken:
    """占信访总量的23%; 占信访总量的X%. A part that exceeds its whole is disputed."""
    whole = book.figures[args[0]]
    same_unit(figure, whole)
    total = divisor(whole, "", whole.value)
    text = f"占{whole.name}的"
    if figure.value is None or total is None:
        return lacking(figure, f"{text}{MISSING}%", lack(book, figure, whole))
    _not_negative(figure)
    value = EXACT.multiply(EXACT.divide(figure.value, total), _HUNDRED)
    shown = book.shares.get((figure.name, whole.name))
    printed = percent(value) if shown is None else f"{shown}%"
    return _within(said(figure, text + printed, value), figure.value, total)


def all_of(figure: Figure, args: tuple[str, ...], book: Book) -> Spoken:
    """全部 where the two are equal; else 有28件, also of an unknown whole; 均未 of none; 有X件."""
    whole = book.figures[args[0]]
    same_unit(figure, whole)
    some = f"有{typed(figure, figure.amount)}{figure.unit}"
    if figure.value is None:
        return lacking(figure, some, lack(book, figure))
    _not_negative(figure)
    if figure.value == whole.value:
        return said(figure, "全部", figure.value)
    spoken = said(figure, some if figure.value else "均未", figure.value)
    return spoken if whole.value is None else _within(spoken, figure.value, whole.value)


def _within(spoken: Spoken, value: Decimal, total: Decimal) -> Spoken:
    return spoken if value <= total else spoken._replace(status="disputed")


def _not_negative(figure: Figure) -> None:
    if figure.value is not None and figure.value < 0:
        message = f"“{figure.name}”是负数，不是别的数据的一部分"
        raise ExpressionError(message, "请核对数字，或去掉这个说法")


PHRASES = {"占比": share, "全部": all_of}
