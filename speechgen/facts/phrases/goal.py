"""力争, 不低于: the goal itself, or the ceiling, as a thing to strive for."""

from __future__ import annotations

from typing import NamedTuple

from speechgen.facts.book import Book, lack_of, lacking, said
from speechgen.facts.figure import Amount, Figure, Spoken
from speechgen.facts.phrases.target import label_of
from speechgen.facts.printing import with_unit
from speechgen.facts.wording import POINTS_OF


class Bound(NamedTuple):
    """What is to be reached, or kept under."""

    amount: Amount | None
    key: str
    above: bool
    """True: to be reached; False: not to be exceeded."""


def bound_of(figure: Figure) -> Bound:
    """Return the 全年目标, the first of several; else the 全年控制数.

    Where less is better (向好: 下降) a goal too is not to be exceeded.
    """
    if figure.target is None and figure.ceiling is not None:
        return Bound(figure.ceiling, "全年控制数", above=False)
    return Bound(figure.target, label_of(figure), figure.better != "下降")


def strive(figure: Figure, _args: tuple[str, ...], _book: Book) -> Spoken:
    """力争达到95%; 力争控制在200件以内; 力争降为零; 力争不低于-3%; 力争达到X家."""
    bound = bound_of(figure)
    return _spoken(figure, bound, "力争" + _striven(figure, bound))


def at_least(figure: Figure, _args: tuple[str, ...], _book: Book) -> Spoken:
    """不低于95%; of what is not to be exceeded 不高于5.5%, 不超过200件."""
    bound = bound_of(figure)
    return _spoken(figure, bound, _limit(figure, bound))


def _striven(figure: Figure, bound: Bound) -> str:
    value = None if bound.amount is None else bound.amount.value
    if value == 0 and not bound.above:
        now = figure.value
        return "控制为零" if now is None else f"{'降' if now else '保持'}为零"
    if value is not None and value <= 0:
        return _limit(figure, bound)
    text = with_unit(figure, bound.amount)
    return f"达到{text}" if bound.above else f"控制在{text}以内"


def _limit(figure: Figure, bound: Bound) -> str:
    most = "不高于" if figure.unit in POINTS_OF else "不超过"
    return ("不低于" if bound.above else most) + with_unit(figure, bound.amount)


def _spoken(figure: Figure, bound: Bound, text: str) -> Spoken:
    lacks = lack_of(figure, bound.key, bound.amount)
    if lacks:
        return lacking(figure, text, lacks)
    return said(figure, text, None if bound.amount is None else bound.amount.value)


PHRASES = {"力争": strive, "不低于": at_least}
