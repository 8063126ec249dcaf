"""How a message names a number and its line."""

from __future__ import annotations

from collections.abc import Iterable

from speechgen.facts.figure import Amount, Figure
from speechgen.facts.printing import typed
from speechgen.numerals import plain
from speechgen.problems import CellPlace, FactsPlace


def number(figure: Figure) -> str:
    """Return the value of `figure` as a message quotes it: 34000, 61.9; X of a missing one."""
    amount = figure.amount
    if amount is not None and amount.value is not None and not figure.formula:
        return plain(amount.value)
    return typed(figure, amount)


def measured(figure: Figure) -> str:
    """Return the value with its unit: 135件, 92%."""
    return number(figure) + figure.unit


def place_of(figure: Figure) -> FactsPlace:
    """Return where the value is typed."""
    return figure.place if figure.amount is None else figure.amount.place


def line(figure: Figure) -> str:
    """Return `第 12 行`, or the cell of a workbook."""
    return lines((place_of(figure),))


def line_of(amount: Amount) -> str:
    """Return the line of one number of a figure."""
    return lines((amount.place,))


def lines(places: Iterable[FactsPlace]) -> str:
    """Return 第 13 至 15 行 of neighbouring lines, else 第 13、17 行; a cell by its name."""
    found = sorted(set(places))
    said = [str(place) for place in found if isinstance(place, CellPlace)]
    numbers = sorted({place.line for place in found if not isinstance(place, CellPlace)})
    if len(numbers) > 1 and numbers[-1] - numbers[0] == len(numbers) - 1:
        said.append(f"第 {numbers[0]} 至 {numbers[-1]} 行")
    elif numbers:
        said.append(f"第 {'、'.join(map(str, numbers))} 行")
    return "、".join(said)
