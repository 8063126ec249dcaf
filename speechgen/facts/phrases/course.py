"""由到: from last year's value, or another figure's, to this one; or from rank to rank."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from speechgen.facts.book import Book, ExpressionError, lack, lack_of, lacking, said, same_unit
from speechgen.facts.figure import Amount, Figure, Spoken
from speechgen.facts.phrases.rank import from_to as ranks_from_to
from speechgen.facts.printing import with_unit
from speechgen.facts.wording import POINTS_OF, UP_DOWN, category, may_lose
from speechgen.numerals import EXACT

TO = {"增长": "增加到", "提高": "提高到"}
"""What 由…到 says where it is not the category's word and 到."""

_PROFITS = ("利润", "盈", "亏", "损益")


class _Start(NamedTuple):
    """From where a figure came: last year's value, or another figure."""

    called: str
    value: Decimal | None
    shown: str
    lacks: tuple[str, ...]
    """What is missing of the figure and of its start."""


def from_to(figure: Figure, args: tuple[str, ...], book: Book) -> Spoken:
    """由90%提高到92%; 由5件下降到零; 由X件到135件; 与上年同期持平; 由第9位升至第5位.

    From the figure in brackets, if there is one. Money below zero is a loss: 由亏损50万元转为盈利
    30万元, 由盈亏平衡转为亏损5万元.
    """
    if figure.amount is None:
        return _ranks(figure, args, book)
    start = _start(figure, args, book)
    now, then = figure.value, start.value
    is_now = _shown(figure, figure.amount)
    if now is None or then is None:
        return lacking(figure, f"由{start.shown}到{is_now}", start.lacks)
    change = EXACT.subtract(now, then)
    if not change:
        return said(figure, f"与{start.called}持平", change)
    if may_lose(figure.name, figure.unit) and (
        min(now, then) < 0 or (not then and _is_profit(figure))
    ):
        return said(figure, _through_loss(now, then, start.shown, is_now), change)
    word = UP_DOWN[category(figure.category, figure.unit, figure.better)][change < 0]
    return said(figure, f"由{start.shown}{TO.get(word, word + '到')}{is_now}", change)


def _start(figure: Figure, args: tuple[str, ...], book: Book) -> _Start:
    if not args:
        last = figure.last_year
        lacks = lack(book, figure) + lack_of(figure, "上年同期", last)
        value = None if last is None else last.value
        return _Start("上年同期", value, _shown(figure, last), lacks)
    other = book.figures[args[0]]
    same_unit(figure, other)
    lacks = lack(book, figure, other)
    return _Start(other.label, other.value, _shown(other, other.amount), lacks)


def _ranks(figure: Figure, args: tuple[str, ...], book: Book) -> Spoken:
    if args:
        message = f"“{figure.name}”只有位次，没有值，不能由“{args[0]}”说到它"
        raise ExpressionError(message, f"写成【{figure.name}.由到】")
    return ranks_from_to(figure, args, book)


def _shown(figure: Figure, amount: Amount | None) -> str:
    """Return `amount` with its unit; 零 of nothing, but 0% of a rate."""
    zero = amount is not None and amount.value == 0
    return "零" if zero and figure.unit not in POINTS_OF else with_unit(figure, amount)


def _through_loss(now: Decimal, then: Decimal, was: str, is_now: str) -> str:
    """Return 由亏损50万元转为盈利30万元; 由亏损50万元收窄到30万元; 由盈亏平衡转为亏损5万元."""
    was, is_now = was.removeprefix("-"), is_now.removeprefix("-")
    if now >= 0 or then >= 0:
        return f"由{_result(then, was)}转为{_result(now, is_now)}"
    return f"由亏损{was}{'收窄' if now > then else '扩大'}到{is_now}"


def _result(value: Decimal, shown: str) -> str:
    if not value:
        return "盈亏平衡"
    return f"{'盈利' if value > 0 else '亏损'}{shown}"


def _is_profit(figure: Figure) -> bool:
    """Return whether a 0 of `figure` is 盈亏平衡: 利润 is such, 投资 is not."""
    return any(word in figure.label for word in _PROFITS)


PHRASES = {"由到": from_to}
