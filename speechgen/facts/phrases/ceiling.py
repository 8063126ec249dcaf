"""占控制数, 余量, 距控制数: a figure against what is not to be exceeded. A goal is refused here."""

from __future__ import annotations

from decimal import Decimal

from speechgen.facts.book import Book, ExpressionError, divisor, lack, lack_of, lacking, said
from speechgen.facts.figure import Amount, Figure, Spoken
from speechgen.facts.printing import MISSING, apart, bare_apart, with_unit
from speechgen.facts.wording import POINTS_OF
from speechgen.numerals import EXACT, percent

_HUNDRED = Decimal(100)
_NONE = Decimal(0)
KEPT_AT_NONE = "符合全年零控制目标"
"""Said of 0 where the 全年控制数 is 0."""


def of_ceiling(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """占全年控制目标200件的67.5%; of a rate, and of 零控制, how far it is from it."""
    ceiling = ceiling_of(figure, "占控制数", "完成")
    now, limit = figure.value, None if ceiling is None else ceiling.value
    if figure.unit in POINTS_OF or (now is not None and now < 0):
        return _beside(figure, book)
    if limit == 0:
        return none_at_all(figure, book)
    divisor(figure, "全年控制数", limit)
    text = f"占全年控制目标{with_unit(figure, ceiling)}的"
    if now is None or limit is None:
        return lacking(figure, f"{text}{MISSING}%", lack_ceiling(figure, book))
    share = EXACT.multiply(EXACT.divide(now, limit), _HUNDRED)
    return said(figure, text + percent(share), share)


def left(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """65 (件 behind it): what is left below the ceiling; 0 once it is exceeded, never less."""
    ceiling_of(figure, "余量", "还差")
    return spoken_room(figure, room(figure), book)


def to_ceiling(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """距控制目标还有65件; 已达到控制目标; 已超出控制目标5件."""
    ceiling_of(figure, "距控制数", "还差")
    rest = room(figure)
    if rest is None:
        lacks = lack_ceiling(figure, book)
        return lacking(figure, f"距控制目标还有{apart(figure, None)}", lacks)
    if not rest:
        used_up = "已达到控制目标" if figure.value else KEPT_AT_NONE
        return said(figure, used_up, rest)
    extent = apart(figure, rest)
    text = f"距控制目标还有{extent}" if rest > 0 else f"已超出控制目标{extent}"
    return said(figure, text, rest)


def ceiling_of(figure: Figure, phrase: str, instead: str) -> Amount | None:
    """Return the 全年控制数; None where the file has neither it nor a 全年目标.

    Raises:
        ExpressionError: the figure has a goal, of which `instead` is said.
    """
    if figure.ceiling is None and figure.target is not None:
        message = f"“{figure.name}”写的是全年目标，不是控制数，不说“{phrase}”"
        raise ExpressionError(message, f"请改用“{instead}”")
    return figure.ceiling


def none_at_all(figure: Figure, book: Book) -> Spoken:
    """Return how a figure stands to a 全年控制数 of 0, of which there are no shares and no pace.

    符合全年零控制目标; 超出全年控制目标1起; 与全年控制目标相差X起.
    """
    rest = room(figure)
    if rest is None or rest > 0:
        return _beside(figure, book)
    if not rest:
        return said(figure, KEPT_AT_NONE, rest)
    return said(figure, f"超出全年控制目标{apart(figure, rest)}", rest)


def room(figure: Figure) -> Decimal | None:
    """Return what is left below the ceiling, below zero once it is exceeded; None if unknown."""
    limit = None if figure.ceiling is None else figure.ceiling.value
    if figure.value is None or limit is None:
        return None
    return EXACT.subtract(limit, figure.value)


def spoken_room(figure: Figure, value: Decimal | None, book: Book) -> Spoken:
    """Return `value` as a bare number with its unit behind it; what is below zero prints 0."""
    unit = POINTS_OF.get(figure.unit, figure.unit)
    if value is None:
        return lacking(figure, MISSING, lack_ceiling(figure, book), unit)
    return said(figure, bare_apart(figure, max(value, _NONE)), value, unit)


def lack_ceiling(figure: Figure, book: Book) -> tuple[str, ...]:
    """Return what is missing for a phrase about the ceiling."""
    return lack(book, figure) + lack_of(figure, "全年控制数", figure.ceiling)


def _beside(figure: Figure, book: Book) -> Spoken:
    """Return what 占控制数 says where a share of the ceiling would be nonsense."""
    rest = room(figure)
    if rest is None:
        text = f"与全年控制目标相差{apart(figure, None)}"
        return lacking(figure, text, lack_ceiling(figure, book))
    if not rest:
        return said(figure, "达到全年控制目标", rest)
    word = "低于" if rest > 0 else "高于"
    return said(figure, f"{word}全年控制目标{apart(figure, rest)}", rest)


PHRASES = {"占控制数": of_ceiling, "余量": left, "距控制数": to_ceiling}
