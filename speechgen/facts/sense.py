"""How a figure stands, for the choice of sentences: good or bad, ahead of the year or behind it."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from speechgen.facts.book import ExpressionError
from speechgen.facts.change import Change, Turn, year_on_year
from speechgen.facts.figure import Figure, Rank
from speechgen.facts.phrases.ceiling import room
from speechgen.facts.phrases.pace import bound_of, lead, months_behind

Turned = Literal["good", "bad", "flat", "unknown", ""]
Pace = Literal["above", "below", "level", "unknown", ""]

_FLAT = frozenset({Turn.SAME, Turn.NEARLY_SAME, Turn.STILL_ZERO})
_UP = frozenset({Turn.RISE, Turn.FROM_ZERO, Turn.TO_PROFIT, Turn.LESS_LOSS})
_HALF_STEP = Decimal("0.05")


def sense(figure: Figure) -> Turned:
    """Return how `figure` turned against last year: good or bad by its 向好.

    `flat` where it did not move; `unknown` where it or last year's value is 待核; empty where the
    file does not say which way is good, or has nothing to compare with. A figure that has only a
    位次 is judged by the 向好 of its rank.
    """
    if figure.amount is None:
        return _rank_sense(figure.rank)
    if not figure.better or (figure.last_year is None and figure.yoy is None):
        return ""
    change = year_on_year(figure)
    if change.turn is Turn.UNKNOWN:
        return "unknown"
    if change.turn in _FLAT:
        return "flat"
    return "good" if _rose(figure, change) == (figure.better == "上升") else "bad"


def pace(figure: Figure) -> Pace:
    """Return whether `figure` is above or below what the months that have passed would allow.

    Above is bad for a 全年控制数 and good for a 全年目标. `level` within half of 0.1 point;
    `unknown` where a value is 待核; empty where 时序 cannot be said of it.
    """
    _, bound = bound_of(figure)
    if bound is None or figure.amount is None:
        return ""
    try:
        months = months_behind(figure, "时序")
    except ExpressionError:
        return ""
    if bound.value is not None and bound.value <= 0:
        return ""
    if figure.value is None or bound.value is None:
        return "unknown"
    ahead = lead(figure.value, bound.value, months)
    if abs(ahead) < _HALF_STEP:
        return "level"
    return "above" if ahead > 0 else "below"


def exceeded(figure: Figure) -> bool | None:
    """Return whether the 全年控制数 is used up; None where that is not known.

    None of none is not: 较大事故 0起 under a 全年控制数 of 0.
    """
    rest = room(figure)
    return None if rest is None else rest < 0 or (not rest and bool(figure.value))


def _rose(figure: Figure, change: Change) -> bool:
    if change.turn is Turn.TO_ZERO:
        last = None if figure.last_year is None else figure.last_year.value
        return last is not None and last < 0
    if change.turn is Turn.FROM_ZERO:
        return figure.value is not None and figure.value > 0
    return change.turn in _UP


def _rank_sense(rank: Rank | None) -> Turned:
    if rank is None or not rank.better:
        return ""
    if rank.was is None or rank.now is None:
        return "unknown"
    if rank.now == rank.was or (rank.among_first and rank.now < rank.was):
        return "flat"
    return "good" if (rank.now < rank.was) == (rank.better == "上升") else "bad"
