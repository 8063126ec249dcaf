"""A figure against its baseline: which way it went and how far. No words of the print here."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from speechgen.facts.figure import PERCENT, Amount, Figure, Stated
from speechgen.facts.printing import exactly
from speechgen.facts.wording import AGES, POINTS_OF, SMALL, SMALL_COUNTS, TIMES, is_money, may_lose
from speechgen.numerals import EXACT, trimmed

_HUNDRED = Decimal(100)
_HALF_STEP = Decimal("0.05")


class Turn(Enum):
    """Which way a figure went; the value is the plain word, 向好 and 类别 may give another."""

    RISE = "增长"
    FALL = "下降"
    SAME = "持平"
    NEARLY_SAME = "基本持平"
    FROM_ZERO = "由零增至"
    TO_ZERO = "降为零"
    STILL_ZERO = "仍为零"
    TO_PROFIT = "扭亏为盈"
    TO_LOSS = "由盈转亏"
    LESS_LOSS = "亏损收窄"
    MORE_LOSS = "亏损扩大"
    UNKNOWN = "X"


class Change(NamedTuple):
    """A figure against its baseline: which way it went, and how far."""

    turn: Turn
    amount: Decimal | None
    """Never negative, unrounded; None where the turn says all, or a side is missing."""

    unit: str
    """`%`, 个百分点, or the figure's own unit (天, and counts below ten)."""

    shown: str = ""
    """`amount` as it prints, of a change that is stated (8.80, 1.2万) or of exact points."""

    @property
    def signed(self) -> Decimal | None:
        """The change with its sign: a fall is negative."""
        down = self.turn in {Turn.FALL, Turn.MORE_LOSS}
        return -self.amount if down and self.amount is not None else self.amount


def year_on_year(figure: Figure) -> Change:
    """Return the 同比 change of `figure` over the same period of last year.

    Counts change in percent: 135 件 over 120 件 is a rise of 12.5 %. Rates, which are in
    percent already, change in percentage points: 92 % over 90 % is 2 个百分点. Times, ages and
    counts below ten change in their own unit. Nothing is divided by zero: 0 → 5 has a turn
    (`FROM_ZERO`) and no amount. A missing side gives `UNKNOWN`. Rounding is left to the phrase
    that prints it. Where 上年同期 or the value is missing, the 同比 that the file states counts.

    Rule: docs/figures.md, “同比”.
    """
    change = against(figure, figure.last_year)
    return as_stated(figure, figure.yoy) or change if change.turn is Turn.UNKNOWN else change


def period_on_period(figure: Figure) -> Change:
    """Return the 环比 change of `figure` over the period just before; as `year_on_year`."""
    change = against(figure, figure.last_period)
    return as_stated(figure, figure.pop) or change if change.turn is Turn.UNKNOWN else change


def as_stated(figure: Figure, stated: Stated | None) -> Change | None:
    """Return the change that the file states (同比: -8.8%); None where it states none, or 待核."""
    if stated is None or stated.value is None:
        return None
    value, unit = stated.value, stated.unit or measure(figure.unit, None, None)
    if value:
        turn = Turn.RISE if value > 0 else Turn.FALL
        return Change(turn, abs(value), unit, stated.shown)
    if figure.value == 0:
        return Change(Turn.STILL_ZERO, None, unit)
    return Change(Turn.NEARLY_SAME if stated.nearly else Turn.SAME, None, unit)


def against(figure: Figure, baseline: Amount | None, *others: Figure) -> Change:
    """Return the change of `figure` over `baseline`, a value in the figure's own unit.

    `others` are the figures behind the baseline, where it is not one of the figure's own. Points
    between rates that are typed are exact: 92.25 % over 92 % shows 0.25.
    """
    now, then = figure.value, None if baseline is None else baseline.value
    if now is None or then is None:
        return Change(Turn.UNKNOWN, None, measure(figure.unit, now, then))
    places = (now.as_tuple().exponent, then.as_tuple().exponent)
    derived = not all(map(exactly, (figure, *others)))
    kind = (derived, may_lose(figure.name, figure.unit))
    return _change((now, then), places, figure.unit, kind)


@lru_cache(maxsize=1024)
def _change(
    values: tuple[Decimal, Decimal],
    _places: tuple[object, object],
    own: str,
    kind: tuple[bool, bool],
) -> Change:
    """Return the change from the second of `values` to the first, of a figure of the unit `own`.

    `kind` says whether it is derived, and whether its minus is a loss. Places are given, for 3.0
    counts as another value than 3.
    """
    now, then = values
    derived, loses = kind
    unit = measure(own, now, then, loses=loses)
    turn = _edge(now, then, own, loses=loses)
    if turn is not None:
        return Change(turn, None, unit)
    amount = EXACT.subtract(now, then)
    if unit == PERCENT:
        amount = EXACT.multiply(EXACT.divide(amount, abs(then)), _HUNDRED)
    rise = amount > 0
    amount = abs(amount)
    if unit == POINTS_OF.get(own) and not derived:
        return Change(Turn.RISE if rise else Turn.FALL, amount, unit, trimmed(amount))
    if amount < _HALF_STEP and (unit != own or derived):
        return Change(Turn.NEARLY_SAME, amount, unit)
    if then < 0 and loses:
        return Change(Turn.LESS_LOSS if rise else Turn.MORE_LOSS, amount, unit)
    return Change(Turn.RISE if rise else Turn.FALL, amount, unit)


def measure(
    unit: str, now: Decimal | None, then: Decimal | None, *, loses: bool | None = None
) -> str:
    """Return the unit in which a figure of `unit` changes: `%`, 个百分点, or `unit` itself."""
    points = POINTS_OF.get(unit)
    if points:
        return points
    if unit in TIMES or unit in AGES:
        return unit
    if now is None or then is None:
        return PERCENT
    if unit in SMALL_COUNTS and then < SMALL:
        return unit
    loses = is_money(unit) if loses is None else loses
    return unit if (now < 0 or then < 0) and not loses else PERCENT


def _edge(now: Decimal, then: Decimal, unit: str, *, loses: bool) -> Turn | None:
    """Return the turn of two values that have no rate of change, else None."""
    if now == then:
        return Turn.SAME if now else Turn.STILL_ZERO
    if unit in POINTS_OF:
        return None
    if not then:
        return Turn.FROM_ZERO
    if not now:
        return Turn.TO_ZERO
    if loses and (now > 0) != (then > 0):
        return Turn.TO_PROFIT if now > 0 else Turn.TO_LOSS
    return None
