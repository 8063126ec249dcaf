"""约数 that must be true: 3000 is not 3000余."""

from __future__ import annotations

from speechgen.facts.figure import Figure
from speechgen.facts.printing import hedged
from speechgen.facts.reconcile.saying import number
from speechgen.problems import Problem


def check_hedge(figure: Figure, problems: list[Problem], disputed: set[str]) -> None:
    """Report a 约数 that nothing can be printed for."""
    value = figure.value
    if value is None or hedged(value, figure.hedge, figure.unit, figure.decimals) is not None:
        return
    disputed.add(figure.name)
    message = f"“{figure.name}”是 {number(figure)}，不能说成“{figure.hedge}”多少"
    hint = f"请去掉 约数: {figure.hedge}，照实印数"
    problems.append(Problem(figure.place, "hedge-false", message, hint))
