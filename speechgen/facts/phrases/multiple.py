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
_MOST_PLACES = 12
_LEVEL = (Turn.SAME, Turn.NEARLY_SAME)


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

    others: tuple[Figure, ...] = ()
    """The figure whose value it is, if it is another one."""


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
    extent = apart(figure, EXACT.subtract(now, then), *base.others)
    rate = figure.unit in POINTS_OF
    text = f"低于{base.called}{extent}" if rate else f"比{base.called}少{extent}"
    return said(figure, text, ratio)


def doubled(figure: Figure, args: tuple[str, ...], book: Book) -> Spoken:
    """比上年同期翻一番, 翻了一番多, 接近翻番; short of that 比上年同期增长80%, 与上年同期持平; X.

    Nothing is doubled from zero or from a loss: there it is 由零增至5件, 扭亏为盈.
    """
    base = _base(figure, args, book)
    now, then = figure.value, base.value
    if now is None or then is None:
        return lacking(figure, f"比{base.called}{MISSING}", base.lacks)
    doublings = _doublings(now, then)
    text = f"比{base.called}{doublings}" if doublings else _short_of_double(figure, base, then)
    return said(figure, text, EXACT.divide(now, then) if then > 0 else None)


def _short_of_double(figure: Figure, base: Base, then: Decimal) -> str:
    """Return how `figure` changed over `then`: 比上年同期增长80%, 增长40倍; 与上年同期持平."""
    change = against(figure, Amount(then, figure.place), *base.others)
    turn, word = change.turn, f"比{base.called}"
    if turn in _LEVEL or (turn is Turn.STILL_ZERO and figure.unit in POINTS_OF):
        return f"与{base.called}{'基本' if turn is Turn.NEARLY_SAME else ''}持平"
    more = EXACT.divide(change.amount or Decimal(0), _HUNDRED)
    if turn is Turn.RISE and change.unit == PERCENT and more > _TWO:
        return f"{word}{direction(figure, change)}{_multiple(more)}倍"
    return told(figure, change, base.shown, "" if change.amount is None else word)


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
    return Base(other.label, (other, ""), other.value, shown(other), lacks, (other,))


def _multiple(ratio: Decimal) -> str:
    """Return 3.2 of 3.16; 1.95 of 1.95, for 2倍 is not reached; 1.02, for 1倍 is no change."""
    places = 1
    shown = fixed(ratio, places)
    while shown == shown.to_integral_value() and (shown > ratio or shown == 1 != ratio):
        places += 1
        shown = fixed(ratio, places) if places <= _MOST_PLACES else EXACT.plus(ratio)
    return trimmed(shown)


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
