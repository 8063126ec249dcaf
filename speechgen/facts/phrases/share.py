"""占比, 全部: a figure as a part of another one, which stands in brackets or is its 总量."""

from __future__ import annotations

from decimal import Decimal

from speechgen.facts.book import (
    Book,
    ExpressionError,
    divisor,
    lack,
    lacking,
    not_private,
    said,
    same_unit,
)
from speechgen.facts.figure import Figure, Spoken
from speechgen.facts.printing import MISSING, typed
from speechgen.facts.wording import POINTS_OF
from speechgen.numerals import EXACT, percent, plain

_HUNDRED = Decimal(100)


def share(figure: Figure, args: tuple[str, ...], book: Book) -> Spoken:
    """占信访总量的23%; 占信访总量的X%. A part that exceeds its whole is disputed.

    Without brackets it is the share of the 总量; where that or the value is missing, the 占比
    that the file states is said.
    """
    whole = _whole(figure, args, "占比", book)
    _countable(figure, whole)
    total = divisor(whole, "", whole.value)
    text = f"占{whole.label}的"
    if figure.value is None or total is None:
        stated = figure.share if whole.name == figure.whole else None
        if stated is not None and stated.value is not None:
            return said(figure, f"{text}{plain(stated.value)}%", stated.value)
        return lacking(figure, f"{text}{MISSING}%", lack(book, figure, whole))
    _not_negative(figure)
    value = EXACT.multiply(EXACT.divide(figure.value, total), _HUNDRED)
    shown = book.shares.get((figure.name, whole.name))
    printed = percent(value) if shown is None else f"{shown}%"
    spoken = _within(said(figure, text + printed, value), figure.value, total)
    return _doubted(spoken, whole, book)


def all_of(figure: Figure, args: tuple[str, ...], book: Book) -> Spoken:
    """全部 where the two are equal; else 有28件, also of an unknown whole; 均未 of none; 有X件."""
    whole = _whole(figure, args, "全部", book)
    _countable(figure, whole)
    some = f"有{typed(figure, figure.amount)}{figure.unit}"
    if figure.value is None:
        return lacking(figure, some, lack(book, figure))
    _not_negative(figure)
    if figure.value == whole.value:
        return said(figure, "全部", figure.value)
    spoken = said(figure, some if figure.value else "均未", figure.value)
    spoken = spoken if whole.value is None else _within(spoken, figure.value, whole.value)
    return _doubted(spoken, whole, book)


def _whole(figure: Figure, args: tuple[str, ...], phrase: str, book: Book) -> Figure:
    """Return the figure in brackets, else the 总量.

    Raises:
        ExpressionError: neither is there, or the 总量 is not public.
    """
    if args:
        return book.figures[args[0]]
    whole = book.figures.get(figure.whole)
    if whole is None:
        message = f"“{figure.name}”没有写总量，“{phrase}”后面要用括号写另一个数据的名称"
        hint = f"写成【{figure.name}.{phrase}(另一个数据)】，或在这个数据里加上 总量: 数据名"
        raise ExpressionError(message, hint, "phrase-argument")
    not_private(whole)
    if whole.amount is None:
        message = f"总量“{whole.name}”没有值，不能说“{phrase}”"
        raise ExpressionError(message, "请在括号里写另一个数据")
    return whole


def _countable(figure: Figure, whole: Figure) -> None:
    """Refuse a part and a whole that count different things, and two rates.

    Raises:
        ExpressionError: the units differ, or are both % or ‰.
    """
    same_unit(figure, whole)
    if figure.unit in POINTS_OF:
        message = f"“{figure.name}”和“{whole.name}”都是比率，一个不是另一个的一部分"
        raise ExpressionError(message, f"请改用“相比”：【{figure.name}.相比({whole.name})】")


def _within(spoken: Spoken, value: Decimal, total: Decimal) -> Spoken:
    return spoken if value <= total else spoken._replace(status="disputed")


def _doubted(spoken: Spoken, whole: Figure, book: Book) -> Spoken:
    return spoken._replace(status="disputed") if whole.name in book.disputed else spoken


def _not_negative(figure: Figure) -> None:
    if figure.value is not None and figure.value < 0:
        message = f"“{figure.name}”是负数，不是别的数据的一部分"
        raise ExpressionError(message, "请核对数字，或去掉这个说法")


PHRASES = {"占比": share, "全部": all_of}
