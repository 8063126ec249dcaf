"""同比, 环比, 增幅, 走势: a figure against last year or the last period, in its proper measure."""

from __future__ import annotations

from speechgen.facts.book import Book, lack, lack_of, lacking, said
from speechgen.facts.change import Change, Turn, period_on_period, year_on_year
from speechgen.facts.edges import edge
from speechgen.facts.figure import PERCENT, Amount, Figure, Spoken
from speechgen.facts.printing import MISSING, derived
from speechgen.facts.wording import UP_DOWN, category, may_lose, own_words
from speechgen.numerals import percent


def yoy(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """同比下降8.8%; 同比提高2个百分点; 同比缩短0.3天; 同比X."""
    change = year_on_year(figure)
    if change.turn is Turn.UNKNOWN:
        return _unknown(figure, "同比" + MISSING, book)
    return said(figure, told(figure, change, figure.last_year, "同比"), change.signed)


def pop(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """环比下降8.8%, against 上期."""
    change = period_on_period(figure)
    if change.turn is Turn.UNKNOWN:
        return lacking(figure, "环比" + MISSING, lacks_pop(figure, book))
    return said(figure, told(figure, change, figure.last_period, "环比"), change.signed)


def growth(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """As 同比, without the word: 下降8.8%."""
    change = year_on_year(figure)
    if change.turn is Turn.UNKNOWN:
        return _unknown(figure, MISSING, book)
    return said(figure, told(figure, change, figure.last_year, ""), change.signed)


def course(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """Give the direction alone: 下降, 持平, X; of money 扭亏为盈, 亏损收窄."""
    change = year_on_year(figure)
    if change.turn is Turn.UNKNOWN:
        return _unknown(figure, MISSING, book)
    if change.turn in _TURNS:
        return said(figure, direction(figure, change), change.signed)
    if change.turn is Turn.STILL_ZERO:
        return said(figure, str(Turn.SAME.value), change.signed)
    if change.turn in {Turn.FROM_ZERO, Turn.TO_ZERO}:
        return said(figure, _past_zero(figure, change), change.signed)
    return said(figure, str(change.turn.value), change.signed)


def told(figure: Figure, change: Change, baseline: Amount | None, word: str) -> str:
    """Return a known change in words behind `word` (同比, 环比 or nothing)."""
    turn = change.turn
    if turn in _TURNS:
        return f"{word}{direction(figure, change)}{extent(change)}"
    if turn is Turn.SAME or turn is Turn.NEARLY_SAME:
        return f"{word}{turn.value}"
    if turn in _LOSSES:
        return f"{turn.value[:2]}{word}{turn.value[2:]}{extent(change)}"
    return edge(figure, turn, baseline, word)


def direction(figure: Figure, change: Change) -> str:
    """Return the word for a rise or fall of this figure: 增长, 缩短."""
    kind = category(figure.category, figure.unit, figure.better)
    words = own_words(kind) if change.unit == figure.unit else UP_DOWN[kind]
    return words[change.turn is Turn.FALL]


def _past_zero(figure: Figure, change: Change) -> str:
    """Return the direction of a change from zero or to it: 增长, 减少; of a loss 转亏, 扭亏."""
    now, last = figure.value, figure.last_year
    then = None if last is None else last.value
    if may_lose(figure.name, figure.unit) and min(now or 0, then or 0) < 0:
        return "转亏" if now else "扭亏"
    rose = (now or 0) > (then or 0)
    return direction(figure, change._replace(turn=Turn.RISE if rose else Turn.FALL))


def extent(change: Change) -> str:
    """Return how far it went, with its unit: 8.8%, 2个百分点, 0.3天."""
    amount = change.amount
    if amount is None:
        return ""
    if change.shown:
        return change.shown + change.unit
    if change.unit == PERCENT:
        return percent(amount)
    points = change.unit.endswith("分点")
    return derived(amount, PERCENT if points else change.unit) + change.unit


def lacks_yoy(book: Book, *figures: Figure) -> tuple[str, ...]:
    """Return what is missing for the 同比 of `figures`: values, 上年同期, or a stated 同比."""
    unknown = [one for one in figures if year_on_year(one).turn is Turn.UNKNOWN]
    lacks = lack(book, *unknown)
    for one in unknown:
        stated = one.yoy is not None and one.last_year is None
        lacks += (f"{one.name}的同比",) if stated else lack_of(one, "上年同期", one.last_year)
    return lacks


def lacks_pop(figure: Figure, book: Book) -> tuple[str, ...]:
    """Return what is missing for the 环比 of `figure`."""
    lacks = lack(book, figure)
    if figure.pop is not None and figure.last_period is None:
        return (*lacks, f"{figure.name}的环比")
    return lacks + lack_of(figure, "上期", figure.last_period)


def _unknown(figure: Figure, text: str, book: Book) -> Spoken:
    return lacking(figure, text, lacks_yoy(book, figure))


_TURNS = (Turn.RISE, Turn.FALL)
_LOSSES = (Turn.LESS_LOSS, Turn.MORE_LOSS)

PHRASES = {"同比": yoy, "环比": pop, "增幅": growth, "走势": course}
