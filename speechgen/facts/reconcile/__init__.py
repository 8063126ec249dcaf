"""Figures that must agree: totals with parts, what is stated with what it should be, hedges.

What is found here stops no draft: the figures are printed, marked, and listed with both values.
A kind of check is imported when a figure asks for it: a paper pays for what it states.
Rule: docs/figures.md, “程序会核对什么”.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from speechgen.facts.figure import PERCENT, Figure
from speechgen.problems import Problem

Figures = Mapping[str, Figure]

_NOT_DONE = ("未", "尚未")
_MOST = Decimal(100)


def reconcile(figures: Figures) -> tuple[list[Problem], frozenset[str]]:
    """Return what does not agree in `figures`, and the names of the figures in dispute.

    Where a value is missing nothing is checked. A difference that the rounding of the typed
    number explains is accepted (12.33 stated as 12.3, 34018 as 3.4万, 61.9 % as 62 %), and so is
    one within 允许误差.
    """
    problems: list[Problem] = []
    disputed: set[str] = set()
    for figure in figures.values():
        if figure.parts or figure.whole:
            from speechgen.facts.reconcile.sums import check_sums  # noqa: PLC0415 - see above

            check_sums(figure, figures, problems, disputed)
        if figure.hedge:
            from speechgen.facts.reconcile.hedges import check_hedge  # noqa: PLC0415 - see above

            check_hedge(figure, problems, disputed)
        if figure.check or figure.yoy or figure.pop or figure.share:
            from speechgen.facts.reconcile.stated import check_stated  # noqa: PLC0415 - see above

            check_stated(figure, figures, problems, disputed)
        if figure.unit == PERCENT or figure.target is not None:
            _check_bounds(figure, problems, disputed)
    if any(_tells(name) for name in figures):
        from speechgen.facts.reconcile.by_name import check_names  # noqa: PLC0415 - see above

        check_names(figures, problems)
    return problems, frozenset(disputed)


def _check_bounds(figure: Figure, problems: list[Problem], disputed: set[str]) -> None:
    stated = (figure.last_year, figure.last_period, figure.target, figure.ceiling)
    amounts = (figure.amount, *stated)
    values = [one.value for one in amounts if one is not None and one.value is not None]
    if any(value <= 0 or value > _MOST for value in values):
        from speechgen.facts.reconcile.bounds import check_bounds  # noqa: PLC0415 - see reconcile

        check_bounds(figure, problems, disputed)


def _tells(name: str) -> bool:
    """Return whether a name says that something is not done yet, or at what rate: 未化解积案."""
    return name.endswith("率") or "未" in name
