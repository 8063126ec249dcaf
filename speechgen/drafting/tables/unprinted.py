"""Tables that a paper neither prints nor speaks."""

from __future__ import annotations

from collections.abc import Iterator

from speechgen.drafting.marks import EXPRESSION
from speechgen.drafting.tables.places import speaks
from speechgen.facts.facts import Facts
from speechgen.facts.tables.record import TableFacts
from speechgen.problems import Problem, visible


def unprinted(facts: Facts, text: str) -> list[Problem]:
    """Return a warning for each table that is neither printed nor spoken in `text`, the wording.

    One whose numbers other figures are computed from does its work unseen.
    """
    expressions = [*EXPRESSION.findall(text), *_used(facts)]
    several = len(facts.kinds) > 1
    return [
        _warning_of_table(table, several)
        for table in facts.tables
        if table.position == "不印" or (several and table.position == "文中")
        if not any(map(speaks(table.name), expressions))
    ]


def _used(facts: Facts) -> Iterator[str]:
    """Yield the names that figures outside tables are computed from, or part of."""
    own = {f"{table.name}." for table in facts.tables}
    for name, figure in facts.figures.items():
        if not figure.row and not any(map(name.startswith, own)):
            yield from (*figure.inputs, *figure.parts, figure.whole)
            yield from figure.check.inputs if figure.check else ()


def _warning_of_table(table: TableFacts, several: bool) -> Problem:  # noqa: FBT001 - called here alone
    message = f"表格“{visible(table.name)}”没有印进稿子，稿子里也没有说到它"
    hint = "要印，请写“位置: 文后”" if several else "要印，请删去“位置: 不印”，或在句子里说到它"
    return Problem(table.place, "not-printed", message, hint, severity="warn")
