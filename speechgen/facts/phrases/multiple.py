"""倍数, 翻番: a figure as a multiple of another one, or of last year's.

Never false: below one it is no 倍, and short of double no 翻番.
Rule: docs/figures.md, “倍数、翻番”.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from speechgen.facts.book import Book, divisor, lack, lack_of, lacking, said, same_unit
from speechgen.facts.change import Turn, against
from speechgen.facts.figure import PERCENT, Amount, Figure, Spoken
from speechgen.facts.phrases.comparing import direction, told
from speechgen.facts.printing import MISSING, apart, derived
from speechgen.facts.wording import POINTS_OF
from speechgen.numerals import EXACT, counted, fixed, hedge_holds, percent, trimmed

MOST_DOUBLINGS = 4
"""Nobody says 翻九番; from 翻五番 on it is 增长31倍."""

_HUNDRED = Decimal(100)
_NEARLY = Decimal("0.0005")
_TWO = Decimal(2)


class Base(NamedTuple):
    """What a figure is measured against: another one, or last year's value."""

    called: str
    divides: tuple[Figure, str]
    """Whose value it is, and the key it stands at, for `divisor`."""

    value: Decimal | None
    shown: Amount | None
    """The same as it is printed: a derived one rounded."""

    lacks: tuple[str, ...]
    """What is missing of the figure and of its base."""


def times(figure: Figure, args: tuple[str, ...], book: Book) -> Spoken:
    """是2020年产值的3.2倍; 相当于上年同期的80%; 与上年同期持平; 是上年同期的X倍."""
    base = _base(figure, args, book)
    now, then = figure.value, divisor(*base.divides, base.value)
    if now is None or then is None:
        return lacking(figure, f"是{base.called}的{MISSING}倍", base.lacks)
    ratio = EXACT.divide(now, then)
    if abs(EXACT.subtract(ratio, Decimal(1))) < _NEARLY:
        return said(figure, f"与{base.called}{'基本' if now != then else ''}持平", ratio)
    if ratio > 1:
        return said(figure, f"是{base.called}的{_multiple(ratio)}倍", ratio)
    if ratio > 0:
        share = EXACT.multiply(ratio, _HUNDRED)
        return said(figure, f"相当于{base.called}的{percent(share)}", ratio)
    extent = apart(figure.unit, EXACT.subtract(now, then))
    rate = figure.unit in POINTS_OF
    text = f"低于{base.called}{extent}" if rate else f"比{base.called}少{extent}"
    return said(figure, text, ratio)


def doubled(figure: Figure, args: tuple[str, ...], book: Book) -> Spoken:
    """翻一番; 翻了一番多; 接近翻番; 翻两番; short of that 增长80%; 下降20%; 持平; X.

    Nothing is doubled from zero or from a loss: there it is 由零增至5件, 扭亏为盈.
    """
    base = _base(figure, args, book)
    now, then = figure.value, base.value
    if now is None or then is None:
        return lacking(figure, MISSING, base.lacks)
    text = _doublings(now, then) or told_against(figure, then, base.shown)
    return said(figure, text, EXACT.divide(now, then) if then > 0 else None)


def told_against(figure: Figure, then: Decimal, shown: Amount | None) -> str:
    """Return how `figure`, which is known, changed over `then`: 增长80%, 持平, 增长40倍."""
    change = against(figure, Amount(then, figure.place))
    more = EXACT.divide(change.amount or Decimal(0), _HUNDRED)
    if change.turn is Turn.RISE and change.unit == PERCENT and more > _TWO:
        return f"{direction(figure, change)}{_multiple(more)}倍"
    return told(figure, change, shown, "")


def shown(figure: Figure) -> Amount | None:
    """Return the amount of `figure` as it may be printed for another: a derived one rounded."""
    amount = figure.amount
    if amount is None or amount.value is None or not figure.formula:
        return amount
    return Amount(Decimal(derived(amount.value, figure.unit, figure.decimals)), amount.place)


def _base(figure: Figure, args: tuple[str, ...], book: Book) -> Base:
    if not args:
        last = figure.last_year
        value = None if last is None else last.value
        lacks = lack(book, figure) + lack_of(figure, "上年同期", last)
        return Base("上年同期", (figure, "上年同期"), value, last, lacks)
    other = book.figures[args[0]]
    same_unit(figure, other)
    lacks = lack(book, figure, other)
    return Base(other.label, (other, ""), other.value, shown(other), lacks)


def _multiple(ratio: Decimal) -> str:
    """Return 3.2 of 3.16; 1.02 of 1.02, for 1倍 would say that nothing changed."""
    places = 1
    while fixed(ratio, places) == 1 != ratio:
        places += 1
    return trimmed(fixed(ratio, places))


def _doublings(now: Decimal, then: Decimal) -> str:
    """Return how often `then` was doubled, in words; nothing where it was not, or too often."""
    if then <= 0:
        return ""
    number, named = 0, then
    while EXACT.multiply(named, _TWO) <= now and number <= MOST_DOUBLINGS:
        number, named = number + 1, EXACT.multiply(named, _TWO)
    if number > MOST_DOUBLINGS:
        return ""
    if hedge_holds("接近", now, EXACT.multiply(named, _TWO)):
        return f"接近翻{counted(number + 1)}番" if number else "接近翻番"
    if not number:
        return ""
    return f"翻{counted(number)}番" if now == named else f"翻了{counted(number)}番多"


PHRASES = {"倍数": times, "翻番": doubled}
