"""A table as it is typed: 列, 行 and 合计 brought to one form, every cell with its place."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from speechgen.facts import values
from speechgen.facts.figure import Sense
from speechgen.facts.file.lines import Node, Pairs, Scalar
from speechgen.facts.item import Value
from speechgen.facts.keys.key import Key
from speechgen.facts.keys.table import RECORDS
from speechgen.facts.reading import Reading, Trail
from speechgen.problems import FactsPlace

TABLE = RECORDS["表格"]
NOWHERE: Trail = (None, "", None, 0)
_SENSES: dict[str, Sense] = {"上升": "上升", "下降": "下降"}
_SIMPLE = {"word": values.word, "choice": values.choice, "deadline": values.deadline}


Parts = dict[str, tuple[Key, Node]]
"""The values of one table by Chinese key."""


class Typed(NamedTuple):
    """One cell as typed."""

    text: str
    place: FactsPlace


Line = tuple[Typed | None, ...]
"""Cells in the order of the columns; None where the row has none (a computed column)."""


class Spec(NamedTuple):
    """One column as typed: `来访: 件`, `化解率: = 化解 / 来访`."""

    head: str
    place: FactsPlace
    unit: str = ""
    formula: str = ""
    """Without its `=`."""

    worded: bool = False
    """文字: a column of words, whatever its cells look like."""

    decimals: int | None = None
    better: Sense = ""
    category: str = ""


class Totals(NamedTuple):
    """The row of totals."""

    label: str
    cells: Line
    """None where the total is to be computed."""

    place: FactsPlace
    first: bool = False


class Sheet(NamedTuple):
    """One table as typed. What could not be read has been reported."""

    name: str
    place: FactsPlace
    unit: str
    period: str
    from_whom: str
    due: str
    source: str
    better: Sense
    category: str
    specs: tuple[Spec, ...]
    naming: int
    """Number of the column that names the rows, from 0."""

    rows: tuple[Line, ...]
    totals: Totals | None


def parts_of(node: Pairs) -> Parts:
    """Return the values of a table by Chinese key; of a repeated one the first."""
    found: Parts = {}
    children = iter(node.children)
    for name, child in zip(children, children, strict=False):
        key = TABLE.lookup.get(name.text) if type(name) is Scalar else None
        if key is not None:
            found.setdefault(key.name, (key, child))
    return found


def labels_of(parts: Parts, reading: Reading) -> dict[str, str]:
    """Return the words among `parts`. What is wrong in them is reported when all is read."""
    quiet = Reading(reading.page)
    found: dict[str, str] = {}
    for name, (key, node) in parts.items():
        read = _SIMPLE.get(key.kind)
        value: Value | None = read(node, key, quiet, NOWHERE) if read else None
        if value is not None:
            found[name] = value.isoformat() if isinstance(value, date) else str(value)
    return found


def sense(text: str) -> Sense:
    """Return 向好 as typed; empty for anything else."""
    return _SENSES.get(text, "")


def typed(node: Scalar, reading: Reading) -> Typed:
    """Return a cell with its place."""
    return Typed(values.clean(node, reading).strip(), reading.page.place(node.start))
