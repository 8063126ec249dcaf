"""平均: a figure for each person, household, village of another one (人均1.2万元).

The units may have 万 and 亿 in them on either side; the result is printed in what reads best.
"""

from __future__ import annotations

from decimal import Decimal

from speechgen.facts.book import Book, ExpressionError, divisor, lack, lacking, said
from speechgen.facts.figure import Figure, Spoken
from speechgen.facts.printing import MISSING, derived
from speechgen.facts.wording import POINTS_OF, is_money, may_lose
from speechgen.numerals import EXACT, MAGNITUDES, fixed

HEADS = {
    "人": "人均",
    "名": "人均",
    "口人": "人均",
    "户": "户均",
    "村": "村均",
    "个村": "村均",
    "亩": "亩均",
}
"""How an average by this unit is called; by any other one it is 平均每家, 平均每公里."""

_WHOLE = Decimal(100)
"""From here on an average in 元 has no decimals."""

_ONE = Decimal(1)


def average(figure: Figure, args: tuple[str, ...], book: Book) -> Spoken:
    """人均5632元; 户均4万元; 平均每家12件; 户均亏损300元; 人均X元."""
    other = book.figures[args[0]]
    _countable(figure, "不能摊到每一份")
    _countable(other, "不能拿来平均")
    size, unit = _magnitude(figure.unit)
    by, each = _magnitude(other.unit)
    head = HEADS.get(each) or (f"平均每{each}" if each else "平均")
    number = divisor(other, "", other.value)
    if figure.value is None or number is None:
        shown = unit if by > _ONE else figure.unit
        return lacking(figure, f"{head}{MISSING}{shown}", lack(book, figure, other))
    value = EXACT.divide(EXACT.multiply(figure.value, size), EXACT.multiply(number, by))
    loss = value < 0 and may_lose(figure.name, unit)
    text = _readable(abs(value) if loss else value, unit)
    return said(figure, f"{head}{'亏损' if loss else ''}{text}", value)


def _countable(figure: Figure, why: str) -> None:
    if figure.unit in POINTS_OF:
        message = f"“{figure.name}”是比率，{why}"
        raise ExpressionError(message, "平均要用数量，如【投资.平均(户数)】")


def _magnitude(unit: str) -> tuple[Decimal, str]:
    """Return how much `unit` is of what: 万元 → 10000 元, 万亿元 → 10 ** 12 元, 件 → 1 件."""
    size = _ONE
    while len(unit) > 1 and unit[0] in MAGNITUDES:
        size, unit = EXACT.multiply(size, MAGNITUDES[unit[0]]), unit[1:]
    return size, unit


def _readable(value: Decimal, unit: str) -> str:
    """Return `value` of `unit` in 元, 万元 or 亿元, whichever has the fewest digits."""
    for sign in ("亿", "万"):
        size = MAGNITUDES[sign]
        if fixed(abs(value), 0) >= size:
            return _rounded(EXACT.divide(value, size), 2 if sign == "亿" else 1) + sign + unit
    whole = is_money(unit) and abs(value) >= _WHOLE
    return _rounded(value, 0 if whole else 1) + unit


def _rounded(value: Decimal, places: int) -> str:
    """Return `value` to `places` without zeros at the end; what is not zero prints as more."""
    return derived(fixed(value, places) or value, "")


PHRASES = {"平均": average}
