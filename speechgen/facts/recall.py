"""A top-level value that was read before, from the very same block, is not read again.

What is read while problems go untold (there are too many, or a table is broken) is not kept.

`blocks` hands out the same node for a block that has not changed. Its value is the same as long
as the names it speaks of are; what its expressions say is spoken anew, for the figures may have
changed. A block with a problem, or with a name that is 待核, is always read.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping

from speechgen.facts.book import ExpressionError
from speechgen.facts.file.lines import Node
from speechgen.facts.item import Value
from speechgen.facts.reading import MOST_WARNINGS, Reading, Told
from speechgen.facts.speak import speak

MOST = 256  # values kept
FIGURES = frozenset({"数据", "名称", "数据来源"})
"""Keys that are read before all others, by figure_entries."""

_Kept = tuple[Value, Mapping[str, str], tuple[Told, ...]]
_KEPT: OrderedDict[tuple[Node, str, tuple[str, ...]], _Kept] = OrderedDict()


def recalled(node: Node, reading: Reading, read: Callable[[], Value | None]) -> Value | None:
    """Return the value of a top-level node: as it was read before, else by `read`."""
    page = reading.page
    if page.is_mended:
        return read()
    asked = (node, page.file, reading.vocabulary)
    kept = _KEPT.get(asked)
    if kept is not None and _say(kept[1], reading):
        reading.told += kept[2]
        return kept[0]
    before, names, outer = len(reading.problems), dict(reading.names), reading.canonicals
    told, tidied = len(reading.told), len(reading.tidied)
    used: dict[str, str] = {}
    reading.canonicals = used
    value = read()
    outer.update(used)
    reading.canonicals = outer
    silent = reading.full or reading.broken or reading.warnings >= MOST_WARNINGS
    is_odd = len(reading.problems) > before or len(reading.tidied) > tidied
    untold = reading.mends or silent or is_odd
    if value is not None and not untold and reading.names == names:
        _KEPT[asked] = (value, used, tuple(reading.told[told:]))
        while len(_KEPT) > MOST:
            _KEPT.popitem(last=False)
    return value


def _say(used: Mapping[str, str], reading: Reading) -> bool:
    """Speak the expressions of a value that is recalled; return whether all can be said."""
    try:
        for inner, expression in used.items():
            if expression not in reading.said:
                reading.said[expression] = speak(expression, reading)
            reading.canonicals[inner] = expression
    except ExpressionError:
        return False
    return True
