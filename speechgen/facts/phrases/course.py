"""由到: from last year's value to this year's (由90%提高到92%), or from rank to rank."""

from __future__ import annotations

from decimal import Decimal

from speechgen.facts.book import Book, lack, lack_of, lacking, said
from speechgen.facts.figure import Amount, Figure, Spoken
from speechgen.facts.phrases.rank import from_to as ranks_from_to
from speechgen.facts.printing import with_unit
from speechgen.facts.wording import POINTS_OF, UP_DOWN, category, is_money
from speechgen.numerals import EXACT

TO = {"增长": "增加到", "提高": "提高到"}
"""What 由…到 says where it is not the category's word and 到."""


def from_to(figure: Figure, args: tuple[str, ...], book: Book) -> Spoken:
    """由90%提高到92%; 由5件下降到零; 由X件到135件; 与上年同期持平; 由第9位升至第5位.

    Money below zero is a loss: 由亏损50万元转为盈利30万元.
    """
    if figure.amount is None:
        return ranks_from_to(figure, args, book)
    now, last = figure.value, figure.last_year
    then = None if last is None else last.value
    was, is_now = _shown(figure, last), _shown(figure, figure.amount)
    if now is None or then is None:
        lacks = lack(book, figure) + lack_of(figure, "上年同期", last)
        return lacking(figure, f"由{was}到{is_now}", lacks)
    change = EXACT.subtract(now, then)
    if not change:
        return said(figure, "与上年同期持平", change)
    if min(now, then) < 0 and max(now, then) and is_money(figure.unit):
        return said(figure, _through_loss(now, then, was, is_now), change)
    word = UP_DOWN[category(figure.category, figure.unit, figure.better)][change < 0]
    return said(figure, f"由{was}{TO.get(word, word + '到')}{is_now}", change)


def _shown(figure: Figure, amount: Amount | None) -> str:
    """Return `amount` with its unit; 零 of nothing, but 0% of a rate."""
    zero = amount is not None and amount.value == 0
    return "零" if zero and figure.unit not in POINTS_OF else with_unit(figure, amount)


def _through_loss(now: Decimal, then: Decimal, was: str, is_now: str) -> str:
    """Return 由亏损50万元转为盈利30万元; 由亏损50万元收窄到30万元. Neither side is zero."""
    was, is_now = was.removeprefix("-"), is_now.removeprefix("-")
    if now > 0:
        return f"由亏损{was}转为盈利{is_now}"
    if then > 0:
        return f"由盈利{was}转为亏损{is_now}"
    return f"由亏损{was}{'收窄' if now > then else '扩大'}到{is_now}"


PHRASES = {"由到": from_to}
