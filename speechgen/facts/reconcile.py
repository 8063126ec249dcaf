"""Figures that must agree: totals with their parts, parts with their whole, hedges with values.

What is found here stops no draft: the figures are printed, marked, and listed with both values.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from speechgen.facts.figure import Amount, Figure
from speechgen.facts.printing import hedged, typed
from speechgen.numerals import EXACT, plain, trimmed
from speechgen.problems import Problem

Figures = Mapping[str, Figure]


def reconcile(figures: Figures) -> tuple[list[Problem], frozenset[str]]:
    """Return what does not agree in `figures`, and the names of the figures in dispute.

    A total with a missing part is not checked; a difference within 允许误差 is accepted, and so
    is one that the rounding of the total explains (12.33 stated as 12.3, 34018 as 3.4万).
    """
    problems: list[Problem] = []
    disputed: set[str] = set()
    for figure in figures.values():
        if figure.parts:
            _check_sum(figure, figures, problems, disputed)
        if figure.whole:
            _check_whole(figure, figures, problems, disputed)
        if figure.hedge:
            _check_hedge(figure, problems, disputed)
    return problems, frozenset(disputed)


def _check_sum(
    total: Figure, figures: Figures, problems: list[Problem], disputed: set[str]
) -> None:
    parts = [figures[name] for name in total.parts if name in figures]
    if len(parts) < len(total.parts) or not _same_units(total, parts, problems):
        return
    stated = total.value
    values = [part.value for part in parts if part.value is not None]
    if stated is None or len(values) < len(parts):
        return
    added = values[0]
    for value in values[1:]:
        added = EXACT.add(added, value)
    if _agrees(total, stated, added):
        return
    disputed.update((total.name, *total.parts))
    terms = " + ".join([_number(part) for part in parts])
    given = "计算为" if total.formula else "填报"
    message = f"“{total.name}”{given} {_number(total)}，与分项之和 {trimmed(added)} 不符（{terms}）"
    hint = f"请核对第 {_line(total)} 行的合计，或{_lines(parts)}的分项"
    problems.append(Problem(total.place, "sum-mismatch", message, hint))


def _agrees(total: Figure, stated: Decimal, added: Decimal) -> bool:
    difference = abs(EXACT.subtract(stated, added))
    if not difference or (total.tolerance is not None and difference <= total.tolerance):
        return True
    exponent = stated.as_tuple().exponent
    if total.formula or not isinstance(exponent, int) or not exponent:
        return False
    return added.quantize(Decimal(1).scaleb(exponent), ROUND_HALF_UP, EXACT) == stated


def _same_units(total: Figure, parts: Sequence[Figure], problems: list[Problem]) -> bool:
    for part in parts:
        if part.unit != total.unit:
            units = f"“{part.name}”的单位是{part.unit}，“{total.name}”的单位是{total.unit}"
            message = f"{units}，对不上账"
            hint = f"请核对第 {_line(part)} 行和第 {_line(total)} 行的单位"
            problems.append(Problem(part.place, "unit-mismatch", message, hint))
            return False
    return True


def _check_whole(
    part: Figure, figures: Figures, problems: list[Problem], disputed: set[str]
) -> None:
    """Report a part that is larger than the whole it belongs to."""
    whole = figures.get(part.whole)
    if whole is None or part.name in whole.parts or not _same_units(whole, [part], problems):
        return
    if part.value is None or whole.value is None or part.value <= whole.value:
        return
    disputed.update((part.name, whole.name))
    message = f"“{part.name}”填报 {_number(part)}，比总量“{whole.name}”的 {_number(whole)} 还大"
    hint = f"请核对第 {_line(part)} 行和第 {_line(whole)} 行"
    problems.append(Problem(part.place, "part-over-whole", message, hint))


def _check_hedge(figure: Figure, problems: list[Problem], disputed: set[str]) -> None:
    value = figure.value
    if value is None or hedged(value, figure.hedge, figure.unit, figure.decimals) is not None:
        return
    disputed.add(figure.name)
    message = f"“{figure.name}”是 {_number(figure)}，不能说成“{figure.hedge}”多少"
    hint = f"请去掉 约数: {figure.hedge}，照实印数"
    problems.append(Problem(figure.place, "hedge-false", message, hint))


def _number(figure: Figure) -> str:
    amount = figure.amount
    if amount is not None and amount.value is not None and not figure.formula:
        return plain(amount.value)
    return typed(figure, amount)


def _line(figure: Figure) -> int:
    return _place(figure.amount, figure)


def _place(amount: Amount | None, figure: Figure) -> int:
    return figure.place.line if amount is None else amount.place.line


def _lines(parts: Sequence[Figure]) -> str:
    """Return 第 13 至 15 行 of neighbouring lines, else 第 13、17、20 行."""
    lines = sorted({_line(part) for part in parts})
    if len(lines) > 1 and lines[-1] - lines[0] == len(lines) - 1:
        return f"第 {lines[0]} 至 {lines[-1]} 行"
    return f"第 {'、'.join(map(str, lines))} 行"
