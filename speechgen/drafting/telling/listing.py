"""The table of all figures: how each prints, how it was made, and where it is spoken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from speechgen.columns import aligned
from speechgen.drafting.draft import Draft
from speechgen.drafting.telling.uses import Uses
from speechgen.facts.facts import Facts
from speechgen.facts.figure import Figure
from speechgen.facts.lists.inventory import MISSING, PRIVATE, Line, figure_line, name_line
from speechgen.problems import visible

HEADERS = ("名称", "印出", "怎么来的", "来源", "时段", "状态", "用在哪里")
NAMES = "名称（不是数）"
WITHHELD = "（不公开）"


class Row(NamedTuple):
    """One line of the table, its cells in the order of `HEADERS`."""

    name: str
    printed: str
    made: str
    source: str
    period: str
    state: str
    where: str


class Listing(NamedTuple):
    """The table: figures, then names, which are no figures."""

    figures: tuple[Row, ...]
    names: tuple[Row, ...]


def listing(facts: Facts, papers: Sequence[Draft], *, every: bool = False) -> Listing:
    """Return every figure and name of `facts`, and where `papers` speak them.

    Of a table each column is one row, its cells counted; `every` gives each cell a row.
    """
    uses = Uses(facts, papers)
    figures = [
        _of_figure(figure, facts, uses, every=every)
        for figure in facts.figures.values()
        if every or not figure.row
    ]
    names = [_row(name_line(name), uses.of(name.name)) for name in facts.names.values()]
    return Listing(tuple(figures), tuple(names))


def lines(found: Listing, most: int = 100) -> list[str]:
    """Return the table as text, no wider than `most`; columns that are empty are left out."""
    rows = [*found.figures, *found.names]
    kept = [n for n in range(len(HEADERS)) if any(row[n] for row in rows)]
    table = [[HEADERS[n] for n in kept], *([visible(row[n]) for n in kept] for row in rows)]
    said = aligned(table, most)
    if found.names:
        said.insert(len(found.figures) + 1, f"\n{NAMES}")
    return said if rows else ["素材里没有数据，也没有名称"]


def cells(found: Listing) -> list[tuple[str, ...]]:
    """Return the table as rows of a sheet."""
    return [HEADERS, *found.figures, *found.names]


def public(found: Listing) -> Listing:
    """Return the table to hand on: the numbers that are not public are withheld."""
    return found._replace(
        figures=tuple(
            row._replace(printed=WITHHELD, made=WITHHELD) if PRIVATE in row.state else row
            for row in found.figures
        )
    )


def _of_figure(figure: Figure, facts: Facts, uses: Uses, *, every: bool) -> Row:
    line = figure_line(figure, facts)
    if every or not figure.cells:
        return _row(line, uses.of(figure.name))
    below = [figure_line(facts.figures[name], facts) for name in figure.cells]
    counted = tuple(_counted(below))
    own = [state for state in line.states if not (counted and state.startswith(MISSING))]
    states = (*own, *counted)
    made = f"{line.made}（{len(below)}行）"
    return _row(line._replace(states=states, made=made), uses.of(figure.name, *figure.cells))


def _counted(cells: Sequence[Line]) -> Iterator[str]:
    """Yield 待核2格: how many cells of a column are not as they should be."""
    states = [state.partition("（")[0] for line in cells for state in line.states]
    for state in dict.fromkeys(states):
        yield f"{state}{states.count(state)}格"


def _row(line: Line, where: str) -> Row:
    state = "、".join(line.states)
    return Row(line.name, line.printed, line.made, line.source, line.period, state, where)
