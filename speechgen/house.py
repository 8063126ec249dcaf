"""How an office speaks: its form of address, its name for itself, words it does not use."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class House(NamedTuple):
    """What a style file says of words; empty where it says nothing. The facts go over it."""

    salutation: str = ""
    """称谓, without its colon."""

    self_name: str = ""
    """自称: 我们, 我县."""

    unit: str = ""
    """署名单位."""

    avoid: tuple[str, ...] = ()
    """Words that our own sentences must not hold."""

    prefer: Mapping[str, str] = MappingProxyType({})
    """A word → the one that our own sentences say instead."""

    @property
    def unwanted(self) -> tuple[str, ...]:
        """Every word the office does not want to read, longest first."""
        return tuple(sorted({*self.avoid, *self.prefer}, key=lambda word: (-len(word), word)))


PLAIN = House()
"""An office without a style file."""
