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

VERBS = (
    ("化解", ("排查", "受理", "登记")),
    ("办结", ("受理", "收到", "登记", "立案", "交办")),
    ("审结", ("受理", "收到")),
    ("答复", ("受理", "收到")),
    ("整改", ("排查", "发现", "查出", "反馈")),
    ("解决", ("收集", "反映", "排查", "梳理")),
    ("销号", ("排查", "反馈", "交办")),
    ("兑现", ("承诺",)),
    ("完成", ("计划", "下达")),
)
"""What was done, and what there was to do: 化解N of 排查N leaves 未化解N, at a 化解率."""

_DONE = tuple([done for done, _ in VERBS])
_TO_DO = tuple({verb for _, verbs in VERBS for verb in verbs})
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
    if any(map(_done, figures)) and any(map(_tells, figures)):
        from speechgen.facts.reconcile.by_name import check_names  # noqa: PLC0415 - see above

        check_names(figures, VERBS, problems)
    return problems, frozenset(disputed)


def _check_bounds(figure: Figure, problems: list[Problem], disputed: set[str]) -> None:
    stated = (figure.last_year, figure.last_period, figure.target, figure.ceiling)
    amounts = (figure.amount, *stated) if figure.unit == PERCENT else (figure.target,)
    values = [one.value for one in amounts if one is not None and one.value is not None]
    if any(value <= 0 or (value > _MOST and figure.unit == PERCENT) for value in values):
        from speechgen.facts.reconcile.bounds import check_bounds  # noqa: PLC0415 - see reconcile

        check_bounds(figure, problems, disputed)


def _tells(name: str) -> bool:
    """Return whether a name says what there was to do, what is left of it, or at what rate."""
    return name.endswith("率") or "未" in name or name.rpartition(".")[2].startswith(_TO_DO)


def _done(name: str) -> bool:
    """Return whether a name says what was done: 化解积案, 乡镇表[甲镇].化解."""
    return name.rpartition(".")[2].startswith(_DONE) and not name.endswith("率")
