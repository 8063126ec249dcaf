"""目标增幅, 增长左右: by how much a figure is to grow: 增长6%以上, 增长6%左右."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from speechgen.facts.book import Book, ExpressionError, lack_of, lacking, said
from speechgen.facts.change import Change, Turn, against
from speechgen.facts.figure import PERCENT, Figure, Spoken
from speechgen.facts.period import YEAR, months
from speechgen.facts.phrases.comparing import direction, extent, told
from speechgen.facts.phrases.goal import Bound, bound_of
from speechgen.facts.printing import MISSING, typed
from speechgen.facts.wording import UP_DOWN
from speechgen.numerals import EXACT, trimmed

GROWTH = ("增速", "增幅", "增长", "涨幅")
"""Names of figures in % that are growth themselves; 类别 经济 and 价格 say so too."""

_STEP = Decimal("0.1")


def at_least(figure: Figure, _args: tuple[str, ...], _book: Book) -> Spoken:
    """增长6%以上; 下降2%以内; of what is to fall 下降3%以上, 增长3%以内; 持平; X."""
    return _growth(figure, "目标增幅", "")


def around(figure: Figure, _args: tuple[str, ...], _book: Book) -> Spoken:
    """增长6%左右; 下降2%左右; 持平; X."""
    return _growth(figure, "增长左右", "左右")


def _growth(figure: Figure, phrase: str, behind: str) -> Spoken:
    bound = bound_of(figure)
    if figure.unit != PERCENT:
        return _over_last_year(figure, bound, phrase, behind)
    if not _is_growth(figure):
        message = f"“{figure.name}”是比率，不是增幅，不说“{phrase}”"
        raise ExpressionError(message, "请改用“力争”或“不低于”；是增幅的，写上 类别: 经济")
    goal = None if bound.amount is None else bound.amount.value
    if goal is None:
        return lacking(figure, MISSING, lack_of(figure, bound.key, bound.amount))
    if not goal:
        return said(figure, "持平", goal)
    prices = figure.category == "价格" or "涨幅" in figure.name
    word = UP_DOWN["价格" if prices else "经济"][goal < 0]
    number = typed(figure, bound.amount).removeprefix("-") + PERCENT
    return said(figure, word + number + (behind or _side(bound, rises=goal > 0)), goal)


def _over_last_year(figure: Figure, bound: Bound, phrase: str, behind: str) -> Spoken:
    """Return the goal for the year over the whole of last year, in its proper measure."""
    if months(figure.period) != (1, YEAR):
        shown = f"的时段“{figure.period}”不是全年" if figure.period else "没有写时段"
        message = f"“{figure.name}”{shown}，上年同期不能同全年目标比，不说“{phrase}”"
        raise ExpressionError(message, "时段写成“2026年”这样，上年同期写上年全年的数")
    goal = figure._replace(amount=bound.amount, formula="")
    change = against(goal, figure.last_year)
    if change.turn is Turn.UNKNOWN:
        lacks = lack_of(figure, bound.key, bound.amount)
        return lacking(figure, MISSING, lacks + lack_of(figure, "上年同期", figure.last_year))
    if change.turn not in {Turn.RISE, Turn.FALL}:
        return said(figure, told(goal, change, figure.last_year, ""), change.signed)
    side = _side(bound, rises=change.turn is Turn.RISE)
    far = extent(change) if behind else _within(change, side)
    return said(figure, direction(figure, change) + far + (behind or side), change.signed)


def _within(change: Change, side: str) -> str:
    """Return how far, rounded so that 以上 and 以内 are true: 5.97 % is not 6%以上."""
    if change.amount is None or change.unit != PERCENT:
        return extent(change)
    way = ROUND_FLOOR if side == "以上" else ROUND_CEILING
    step = _STEP
    while not (shown := change.amount.quantize(step, way, EXACT)):
        step = step.scaleb(-1)
    return trimmed(shown) + PERCENT


def _side(bound: Bound, *, rises: bool) -> str:
    return "以上" if rises == bound.above else "以内"


def _is_growth(figure: Figure) -> bool:
    named = any(word in figure.name for word in GROWTH)
    return named or figure.category in {"经济", "价格"}


PHRASES = {"目标增幅": at_least, "增长左右": around}
