"""Columns of tables in formulas of 数据: 平均(乡镇表.满意度) is the average of its cells."""

from __future__ import annotations

from collections.abc import Mapping

from speechgen.facts.book import ExpressionError
from speechgen.facts.figure import Figure
from speechgen.facts.formulas.formula import Program, Step, inputs

_OVER_CELLS = frozenset({"平均", "最大", "最小"})


def spread(program: Program, figures: Mapping[str, Figure]) -> Program:
    """Return `program` with cells in place of a column that stands alone in 平均, 最大, 最小.

    Raises:
        ExpressionError: what is left names a column without total, or a cell that has no value.
    """
    steps: list[Step] = []
    for step in program:
        last = figures.get(steps[-1].text) if steps and steps[-1].kind == "figure" else None
        if step.kind == "call" and step.takes == 1 and step.text in _OVER_CELLS and last:
            cells = last.cells
            if cells:
                steps[-1:] = [Step("figure", cell) for cell in cells]
                steps.append(step._replace(takes=len(cells)))
                continue
        steps.append(step)
    found = tuple(steps)
    for name in inputs(found):
        _check(figures[name])
    return found


def _check(figure: Figure) -> None:
    if figure.amount is not None or figure.rank is not None:
        return
    if figure.cells:
        message = f"“{figure.name}”没有合计"
        hint = "可以写 = 平均(…)、最大(…)、最小(…)，或在表格的“合计”里写上数"
    else:
        message, hint = f"“{figure.name}”没有数可算", "请核对表格"
    raise ExpressionError(message, hint, "zero-base")
