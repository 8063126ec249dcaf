"""仅, 仍有: few, and how many are left. What the file shows to be much is not called 仅."""

from __future__ import annotations

from decimal import Decimal

from speechgen.facts.book import Book, ExpressionError, lack, lacking, said, same_unit
from speechgen.facts.figure import PERCENT, Amount, Figure, Spoken
from speechgen.facts.printing import apart, shown, with_unit
from speechgen.facts.sense import pace
from speechgen.facts.wording import SMALL_COUNTS
from speechgen.numerals import EXACT, NEAR_GOAL, SHARE_OF_MOST, reaches


def only(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """仅135件; without 仅 where it is not little (`_is_little`), or is not known: 135件, X件."""
    text = with_unit(figure, figure.amount)
    if figure.value is None:
        return lacking(figure, text, lack(book, figure))
    word = "仅" if _is_little(figure, figure.value, book) else ""
    return said(figure, word + text, figure.value)


def still(figure: Figure, args: tuple[str, ...], book: Book) -> Spoken:
    """仍有48件; less the figure in brackets; 已无一件 of none. Less than none is disputed."""
    if not args and figure.nature == "流量":
        message = f"“{figure.name}”是流量，是一段时间发生的，不说“仍有”"
        raise ExpressionError(message, f"写成【{figure.name}.仍有(已办的)】，或改用“累计”")
    others = tuple(book.figures[name] for name in args)
    for other in others:
        same_unit(figure, other)
    lacks = lack(book, figure, *others)
    rest = _rest(figure, others)
    if rest is None:
        return lacking(figure, f"仍有{apart(figure, None) if args else _own(figure)}", lacks)
    if rest > 0:
        return said(figure, f"仍有{apart(figure, rest, *others) if args else _own(figure)}", rest)
    spoken = said(figure, _none_left(figure.unit), rest)
    return spoken._replace(status="disputed") if rest < 0 else spoken


def _is_little(figure: Figure, value: Decimal, book: Book) -> bool:
    """Return whether nothing in the file shows that `value` is much.

    Much is: nine tenths of the goal, half of the ceiling, or ahead of the pace of the year; half
    of its 总量, or of all where it is a rate with nothing else to compare with; without a goal,
    more than last year.
    """
    goal, last = _known(figure.target), _known(figure.last_year)
    for bound, most in ((goal, NEAR_GOAL), (_known(figure.ceiling), SHARE_OF_MOST)):
        if bound is not None and reaches(value, most, bound):
            return False
    if value <= 0 or pace(figure) == "above" or _over_half(figure, value, book):
        return False
    if goal is not None:
        return True
    if last is not None:
        return value <= last
    return figure.unit != PERCENT or value < SHARE_OF_MOST


def _over_half(figure: Figure, value: Decimal, book: Book) -> bool:
    whole = book.figures.get(figure.whole)
    if whole is None or whole.value is None or whole.unit != figure.unit:
        return False
    return EXACT.add(value, value) >= whole.value


def _known(amount: Amount | None) -> Decimal | None:
    return None if amount is None else amount.value


def _rest(figure: Figure, others: tuple[Figure, ...]) -> Decimal | None:
    rest = figure.value
    for other in others:
        if rest is None or other.value is None:
            return None
        rest = EXACT.subtract(rest, other.value)
    return rest


def _own(figure: Figure) -> str:
    return "".join(shown(figure))


def _none_left(unit: str) -> str:
    """Return 已无一件; 已无 where one does not count by ones (亿元, 人次)."""
    return f"已无一{unit}" if unit in SMALL_COUNTS and len(unit) == 1 else "已无"


PHRASES = {"仅": only, "仍有": still}
