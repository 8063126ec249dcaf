"""What one facts file says, read."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from speechgen.facts.figure import Figure, Name, Spoken
from speechgen.facts.item import Item
from speechgen.facts.tables.record import TableFacts
from speechgen.problems import Problem


class Facts(NamedTuple):
    """One facts file. It is a `book.Book`: everything in it can be spoken."""

    file: str
    root: Item
    """All keys. In sentences an expression stands as MARK + canonical + END."""

    kinds: tuple[str, ...]
    """文种, as typed."""

    figures: dict[str, Figure]
    names: dict[str, Name]
    """名称, and every key whose value is 待核 by its path (`讲话人.姓名`)."""

    problems: tuple[Problem, ...] = ()
    """What does not stop a draft: warnings, advice, and figures that do not reconcile."""

    disputed: frozenset[str] = frozenset()
    """Figures that do not reconcile."""

    said: Mapping[str, Spoken] = MappingProxyType({})
    """What each expression in `root` says."""

    shares: Mapping[tuple[str, str], Decimal] = MappingProxyType({})
    """Shares that are said together: (part, whole) → what is printed (`together`)."""

    tables: tuple[TableFacts, ...] = ()
    """表格, for the printer; their numbers are figures."""
