"""What the style file of an office says, read."""

from typing import NamedTuple

from speechgen.facts.item import Item
from speechgen.house import House
from speechgen.problems import Problem


class StyleFile(NamedTuple):
    """What a style file says; empty where there is none."""

    layout: Item | None = None
    """版式 as typed, with places; `layouts.settle` makes the record of it."""

    house: House = House()
    problems: tuple[Problem, ...] = ()
    """What does not stop a draft."""
