"""数据, built: the entries of the file become figures, their formulas worked out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from speechgen.facts.entry import check_print, printable, typed
from speechgen.facts.figure import Figure
from speechgen.facts.formulas.derive import Computed, derive, read_formulas
from speechgen.facts.formulas.quantity import Quantity
from speechgen.facts.item import Item
from speechgen.facts.tables.record import TableFacts
from speechgen.problems import Problem, nearest, visible

CHECK = "核对"


class Tabled(Protocol):
    """A table whose typed cells are figures (`tables.making.Table`)."""

    @property
    def figures(self) -> Mapping[str, Figure]:
        """Figures of the typed cells and of their columns."""

    @property
    def computed(self) -> Sequence[Computed]:
        """Columns with a formula."""

    def names(self) -> Iterable[str]:
        """Return the names of all its figures, computed ones too."""

    def printed(self, items: Sequence[Item], figures: Mapping[str, Figure]) -> TableFacts | None:
        """Return it for the printer; None where `items`, the records of 表格, lack it."""


def build(
    entries: Mapping[str, Item], sink: list[Problem], tables: Sequence[Tabled] = ()
) -> dict[str, Figure]:
    """Return the figures of `entries` in their order, the derived ones worked out.

    Those of `tables` stand behind them; formulas here and there may use each other's figures.

    A formula is exact and unrounded; a missing input makes its figure missing. Every problem
    found goes to `sink`, and each keeps the facts from being used: the figures returned beside
    it are for looking at only.
    """
    cells = _names(tables)
    columns = {column.name: column for table in tables for column in table.computed}
    programs = read_formulas(entries, sink, cells)
    figures = {
        name: printable(typed(name, item, sink), sink)
        for name, item in entries.items()
        if name not in programs
    }
    exact: Mapping[str, Quantity] = {}
    for table in tables:
        figures.update(table.figures)
    if programs or columns:
        for column in columns.values():
            column.read(tuple(entries), (*entries, *cells), sink)
        exact = derive(entries, programs, figures, sink, columns)
        figures = {name: figures[name] for name in (*entries, *figures)}
    for name in entries:
        figure = figures[name]
        if name in programs:
            figure = figures[name] = printable(figure, sink)
        check_print(figure, entries[name], sink)
        if figure.parts or figure.whole:
            _check_names(figure, entries[name], figures, sink)
    if any(CHECK in item for item in entries.values()):
        from speechgen.facts.formulas.checks import add_checks  # noqa: PLC0415 - few files have a 核对

        add_checks(entries, figures, exact, sink)
    return figures


def _names(tables: Sequence[Tabled]) -> tuple[str, ...]:
    """Return the names of the figures in `tables`, computed ones too."""
    return tuple([name for table in tables for name in table.names()])


def _check_names(
    figure: Figure, item: Item, figures: Mapping[str, Figure], sink: list[Problem]
) -> None:
    """Report 分项 and 总量 that name no figure, or the figure itself."""
    if len(set(figure.parts)) < len(figure.parts):
        twice = next(name for name in figure.parts if figure.parts.count(name) > 1)
        message = f"“{figure.name}”的分项里“{visible(twice)}”写了两次"
        sink.append(Problem(item.where("分项"), "circular-parts", message, "请删去一次"))
    for key, names in (("分项", figure.parts), ("总量", (figure.whole,) if figure.whole else ())):
        for name in names:
            if name not in figures:
                near = nearest(name, figures)
                hint = f"是不是“{near}”" if near else "请先在“数据”里写上它"
                message = f"“{figure.name}”的{key}里没有叫“{visible(name)}”的数据"
                sink.append(Problem(item.where(key), "unknown-figure", message, hint))
            elif name == figure.name:
                message = f"“{name}”的{key}写的是它自己"
                sink.append(Problem(item.where(key), "circular-parts", message))
