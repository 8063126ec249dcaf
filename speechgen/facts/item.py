"""One record of the facts file, as the key table shaped it: values by Chinese key, with places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Union

from speechgen.facts.figure import Amount
from speechgen.problems import FactsPlace

MARK = "\ufdd0"
"""Opens an expression in text from the facts: `MARK + "信访总量.同比" + END`."""

END = "\ufdd1"
"""Closes an expression in text from the facts."""

PARAGRAPH = "\ufdd2"
"""Parts two paragraphs inside one value (typed as a `|` block)."""

Value = Union[str, bool, int, Decimal, date, Amount, "Item", tuple["Value", ...]]


class Item:
    """A record of the facts. Keys are the Chinese names of the table, whichever the file used.

    Sentences hold their figures as canonical expressions between `MARK` and `END`. A list whose
    entries may be a line or a record holds records only: a line becomes a record with its main
    key (`要点`, `做什么` …).
    """

    __slots__ = ("place", "places", "values")

    def __init__(
        self, values: Mapping[str, Value], places: Mapping[str, FactsPlace], place: FactsPlace
    ) -> None:
        self.values = values
        self.places = places
        """Place of each value; of a list, of its key."""
        self.place = place

    def get(self, key: str) -> Value | None:
        """Return the value of `key`, or None where the file has no such key."""
        return self.values.get(key)

    def text(self, key: str) -> str:
        """Return the text of `key`; empty where it is absent."""
        value = self.values.get(key)
        return value if isinstance(value, str) else ""

    def lines(self, key: str) -> tuple[str, ...]:
        """Return the lines of `key`; one line typed alone counts as a list of one."""
        value = self.values.get(key)
        if isinstance(value, str):
            return (value,)
        return tuple(v for v in value if isinstance(v, str)) if isinstance(value, tuple) else ()

    def items(self, key: str) -> tuple[Item, ...]:
        """Return the records of `key`; a record typed alone counts as a list of one."""
        value = self.values.get(key)
        if isinstance(value, Item):
            return (value,)
        return tuple(v for v in value if isinstance(v, Item)) if isinstance(value, tuple) else ()

    def where(self, key: str) -> FactsPlace:
        """Return the place of `key`, or of the record where it is absent."""
        return self.places.get(key, self.place)

    def __contains__(self, key: object) -> bool:
        return key in self.values

    def __iter__(self) -> Iterator[str]:
        return iter(self.values)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Item) and self.values == other.values

    __hash__ = None  # type: ignore[assignment]  # compared by content
