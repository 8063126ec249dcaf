"""时序, 已月均, 余量月均, 已过时段, 余下时段: what the year has behind it and before it.

All need a 时段 that starts in January and a figure that grows through the year: a rate or a
stock (存量) has no pace.
"""

from __future__ import annotations

from decimal import Decimal

from speechgen.facts.book import Book, ExpressionError, divisor, lack, lack_of, lacking, said
from speechgen.facts.figure import Amount, Figure, Spoken
from speechgen.facts.period import YEAR, elapsed
from speechgen.facts.phrases.ceiling import ceiling_of, none_at_all, room, spoken_room
from speechgen.facts.printing import MISSING, monthly, points
from speechgen.facts.wording import POINTS_OF
from speechgen.numerals import EXACT

_HUNDRED = Decimal(100)
_HALF_STEP = Decimal("0.05")


def pace(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """高于时序进度9.2个百分点; 与时序进度持平; 与时序进度相差X个百分点; of 零控制 as 占控制数."""
    key, bound = bound_of(figure)
    behind = months_behind(figure, "时序")
    if figure.ceiling is not None and figure.ceiling.value == 0:
        return none_at_all(figure, book)
    limit = divisor(figure, key, None if bound is None else bound.value)
    if figure.value is None or limit is None:
        lacks = lack(book, figure) + lack_of(figure, key, bound)
        return lacking(figure, f"与时序进度相差{points(None)}", lacks)
    ahead = lead(figure.value, limit, behind)
    if not ahead:
        return said(figure, "与时序进度持平", ahead)
    if abs(ahead) < _HALF_STEP:
        return said(figure, "与时序进度基本持平", ahead)
    return said(figure, f"{'高于' if ahead > 0 else '低于'}时序进度{points(ahead)}", ahead)


def spent_a_month(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """19.3 (件 behind it): the average of the months that have passed."""
    behind = months_behind(figure, "已月均")
    if figure.value is None:
        return lacking(figure, MISSING, lack(book, figure), figure.unit)
    average = EXACT.divide(figure.value, behind)
    return said(figure, monthly(average, figure.unit), average, figure.unit)


def left_a_month(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """13 (件 behind it): what each month that is left may take of the 余量."""
    ceiling_of(figure, "余量月均", "还差")
    rest = room(figure)
    ahead = _months_ahead(figure, "余量月均")
    if rest is None:
        return spoken_room(figure, None, book)
    average = EXACT.divide(rest, ahead)
    text = monthly(max(average, Decimal(0)), figure.unit)
    return said(figure, text, average, figure.unit)


def months_gone(figure: Figure, _args: tuple[str, ...], _book: Book) -> Spoken:
    """前7个月; 1月."""
    behind = months_behind(figure, "已过时段")
    return said(figure, f"前{behind}个月" if behind > 1 else "1月")


def months_to_come(figure: Figure, _args: tuple[str, ...], _book: Book) -> Spoken:
    """今后5个月."""
    return said(figure, f"今后{_months_ahead(figure, '余下时段')}个月")


def bound_of(figure: Figure) -> tuple[str, Amount | None]:
    """Return what the year's pace is measured against, and its key: the ceiling, else the goal."""
    if figure.ceiling is not None:
        return "全年控制数", figure.ceiling
    return "全年目标", figure.target


def lead(value: Decimal, bound: Decimal, months: int) -> Decimal:
    """Return by how many points `value` of `bound` is ahead of `months` of the year."""
    share = EXACT.multiply(EXACT.divide(value, bound), _HUNDRED)
    return EXACT.subtract(share, EXACT.divide(_HUNDRED * months, YEAR))


def months_behind(figure: Figure, phrase: str) -> int:
    """Return how many months of the year the figure covers.

    Raises:
        ExpressionError: it has no period that starts in January, or does not grow with the year.
    """
    if figure.unit in POINTS_OF or figure.nature == "存量":
        what = "比率" if figure.unit in POINTS_OF else "存量"
        message = f"“{figure.name}”是{what}，不随月份累加，不说“{phrase}”"
        raise ExpressionError(message, "请去掉这个说法")
    behind = elapsed(figure.period)
    if behind is None:
        shown = f"时段“{figure.period}”不是从1月起的整月" if figure.period else "没有写时段"
        message = f"“{figure.name}”{shown}，不能说“{phrase}”"
        raise ExpressionError(message, "时段写成“1至7月”“上半年”这样")
    return behind


def _months_ahead(figure: Figure, phrase: str) -> int:
    ahead = YEAR - months_behind(figure, phrase)
    if not ahead:
        message = f"“{figure.name}”的时段“{figure.period}”已到年底，不能说“{phrase}”"
        raise ExpressionError(message, "请去掉这个说法")
    return ahead


PHRASES = {
    "时序": pace,
    "已月均": spent_a_month,
    "余量月均": left_a_month,
    "已过时段": months_gone,
    "余下时段": months_to_come,
}
