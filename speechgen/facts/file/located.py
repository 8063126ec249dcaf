"""An Item that works out its places only when asked: most are never asked for."""

from __future__ import annotations

from collections.abc import Mapping

from speechgen.facts.file.lines import Mark
from speechgen.facts.file.page import Page
from speechgen.facts.item import Item, Value
from speechgen.problems import FactsPlace


class Located(Item):
    """A record as it was read from a page."""

    __slots__ = ("_mark", "_marks", "_page", "values")

    def __init__(
        self, values: dict[str, Value], marks: Mapping[str, Mark], page: Page, mark: Mark
    ) -> None:
        self.values: dict[str, Value] = values
        self._marks = marks
        self._page = page
        self._mark = mark

    @property
    def place(self) -> FactsPlace:  # type: ignore[override]  # read-only here
        """Place of the record."""
        return self._page.place(self._mark)

    @property
    def places(self) -> Mapping[str, FactsPlace]:  # type: ignore[override]  # read-only here
        """Place of each value; of a list, of its key."""
        return {key: self._page.place(mark) for key, mark in self._marks.items()}

    def where(self, key: str) -> FactsPlace:
        """Return the place of `key`, or of the record where it is absent."""
        return self._page.place(self._marks.get(key, self._mark))
