"""数据, built: the entries of the file become figures, their formulas worked out."""

from __future__ import annotations

from collections.abc import Mapping

from speechgen.facts.derive import derive, read_formulas
from speechgen.facts.entry import check_print, typed
from speechgen.facts.figure import Figure
from speechgen.facts.item import Item
from speechgen.problems import Problem, nearest, visible


def build(entries: Mapping[str, Item], sink: list[Problem]) -> dict[str, Figure]:
    """Return the figures of `entries` in their order, the derived ones worked out.

    A formula is exact and unrounded; a missing input makes its figure missing. Every problem
    found goes to `sink`, and each keeps the facts from being used: the figures returned beside
    it are for looking at only.
    """
    programs = read_formulas(entries, sink)
    figures = {
        name: typed(name, item, sink) for name, item in entries.items() if name not in programs
    }
    if programs:
        derive(entries, programs, figures, sink)
        figures = {name: figures[name] for name in entries}
    for name, figure in figures.items():
        check_print(figure, entries[name], sink)
        if figure.parts or figure.whole:
            _check_names(figure, entries[name], figures, sink)
    return figures


def _check_names(
    figure: Figure, item: Item, figures: Mapping[str, Figure], sink: list[Problem]
) -> None:
    """Report 分项 and 总量 that name no figure, or the figure itself."""
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
