"""What the facts still lack, figure by figure and name by name: the list to send out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from speechgen.facts.facts import Facts
from speechgen.facts.figure import Figure
from speechgen.facts.lists.filling import A_NAME
from speechgen.facts.lists.inventory import beside

_UNITLESS = frozenset({"位次", "时段", "同比", "环比", "占比"})


class Lack(NamedTuple):
    """One thing that somebody has to supply."""

    name: str
    """Of the figure (`重复信访`, `乡镇表[东镇].来访`) or name (`延期小区`)."""

    what: str
    """Key that is missing: 值, 上年同期, 市定目标 …; `A_NAME` of a name."""

    unit: str = ""
    from_whom: str = ""
    due: str = ""
    """ISO date; empty where none is typed."""

    @property
    def is_name(self) -> bool:
        """Whether it prints ×× and not X."""
        return self.what == A_NAME


def lacks(facts: Facts, spoken: Iterable[str] = ()) -> tuple[Lack, ...]:
    """Return all that is 待核, in the order of the facts: figures, then names.

    `spoken` is what papers lack as phrases say it (`信访总量的上年同期`): a key that no line of
    the facts holds is asked for too. A derived figure, and a total whose parts are missing, is
    not asked for: its inputs are.
    """
    asked = {lack: None for figure in facts.figures.values() for lack in _of_figure(figure, facts)}
    asked |= {lack: None for text in spoken for lack in _of_phrase(text, facts)}
    names = [
        Lack(name.name, A_NAME, "", name.from_whom, name.due)
        for name in facts.names.values()
        if name.value is None
    ]
    return (*asked, *names)


def _of_figure(figure: Figure, facts: Facts) -> Iterator[Lack]:
    amount = None if figure.formula or _follows(figure, facts) else figure.amount
    if amount is not None and amount.value is None:
        yield _lack(figure, "值")
    for one in beside(figure):
        if one.value is None:
            yield _lack(figure, one.key)
    if figure.rank is not None and figure.rank.now is None:
        yield _lack(figure, "位次")


def _follows(figure: Figure, facts: Facts) -> bool:
    """Return whether a column of a table waits for its cells only."""
    cells = [facts.figures[name] for name in figure.cells if name in facts.figures]
    return any(cell.value is None for cell in cells)


def whose(text: str, facts: Facts) -> tuple[str, str]:
    """Return figure or name, and key, of what a phrase lacks: `信访总量的上年同期`.

    A name may itself hold 的: 群众的诉求 is the figure, and no key is given then.
    """
    if text in facts.figures or text in facts.names:
        return text, ""
    name, _, key = text.rpartition("的")
    return (name, key) if name else (text, "")


def _of_phrase(text: str, facts: Facts) -> Iterator[Lack]:
    name, key = whose(text, facts)
    figure = facts.figures.get(name)
    if figure is not None and key:
        yield _lack(figure, key)


def _lack(figure: Figure, key: str) -> Lack:
    unit = "" if key in _UNITLESS else figure.unit
    return Lack(figure.name, key, unit, figure.from_whom, figure.due)
