"""Every figure and name of the facts: how it prints, how it was made, and from what."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from speechgen.facts.book import ExpressionError, lack
from speechgen.facts.facts import Facts
from speechgen.facts.figure import PERCENT, Figure, Name
from speechgen.facts.printing import with_unit
from speechgen.facts.speak import speak

MISSING, PRIVATE, DISPUTED = "待核", "不公开", "对不上"
STATED, CELL, TOTAL, STATED_TOTAL, ROWS = "填报", "表格", "表格合计", "填报合计", "表格行数"

_SUM = "合计"
_ROWS = "行数"


class Line(NamedTuple):
    """One figure or name."""

    name: str
    printed: str
    """With its unit: 135件, 92%, X件, ××; empty for a column that has no total."""

    made: str
    """填报, 表格, 表格合计 … or the formula: `= 排查积案 - 化解积案`; empty for a name."""

    source: str = ""
    period: str = ""
    states: tuple[str, ...] = ()
    """待核, 不公开, 对不上, and keys that are missing: 上年同期待核."""

    cells: tuple[str, ...] = ()
    """Of a column of a table: the names of its cells."""

    row: str = ""
    """Of a cell of a table: its row."""


class Beside(NamedTuple):
    """A number that stands beside the value of a figure."""

    key: str
    """上年同期, 全年目标, 市定目标, 同比 …"""

    value: Decimal | None
    """None = 待核."""

    printed: str


def figure_line(figure: Figure, facts: Facts) -> Line:
    """Return the line of a figure."""
    return Line(
        figure.name,
        printed(figure, facts),
        _made(figure, facts),
        figure.source,
        figure.period,
        _states(figure, facts),
        figure.cells,
        figure.row,
    )


def name_line(name: Name) -> Line:
    """Return the line of a name."""
    known = name.value is not None
    return Line(name.name, name.value or name.mark, "", states=() if known else (MISSING,))


def printed(figure: Figure, facts: Facts) -> str:
    """Return the figure as it prints, unit and all; one that is not public as it would print."""
    if figure.amount is None and figure.rank is None:
        return ""
    try:
        spoken = speak(figure.name, facts)
    except ExpressionError:
        return with_unit(figure, figure.amount)
    return spoken.text + spoken.unit


def beside(figure: Figure) -> tuple[Beside, ...]:
    """Return the numbers beside the value that the file gives, 全年目标 level by level."""
    amounts = (
        ("上年同期", figure.last_year),
        ("上期", figure.last_period),
        ("全年目标", None if figure.targets else figure.target),
        *((f"{level}目标", amount) for level, amount in figure.targets),
        ("全年控制数", figure.ceiling),
    )
    found = [
        Beside(key, amount.value, with_unit(figure, amount))
        for key, amount in amounts
        if amount is not None
    ]
    for key, stated in (("同比", figure.yoy), ("环比", figure.pop)):
        if stated is not None:
            found.append(Beside(key, stated.value, stated.typed))
    if figure.share is not None:
        percent = with_unit(figure._replace(unit=PERCENT), figure.share)
        found.append(Beside("占比", figure.share.value, percent))
    return tuple(found)


def _made(figure: Figure, facts: Facts) -> str:
    if figure.cells and figure.formula in {"", _SUM}:
        return TOTAL if figure.formula else STATED_TOTAL
    if figure.formula:
        return f"= {figure.formula}"
    if figure.row:
        return CELL
    table, _, last = figure.name.rpartition(".")
    tables = {item.text("名称") for item in facts.root.items("表格")}
    return ROWS if last == _ROWS and table in tables else STATED


def _states(figure: Figure, facts: Facts) -> tuple[str, ...]:
    states = []
    if figure.amount is not None and figure.value is None:
        states.append(_waiting(figure, facts))
    states += [f"{one.key}{MISSING}" for one in beside(figure) if one.value is None]
    if figure.private:
        states.append(PRIVATE)
    if figure.name in facts.disputed:
        states.append(DISPUTED)
    return tuple(states)


def _waiting(figure: Figure, facts: Facts) -> str:
    inputs = [name for name in lack(facts, figure) if name != figure.name]
    return f"{MISSING}（缺{'、'.join(inputs)}）" if inputs else MISSING
