"""The record of a kind of paper (文种), as its `文种.yaml` describes it."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple


class Kind(NamedTuple):
    """A kind of paper (文种)."""

    name: str
    english: str
    aliases: tuple[str, ...]
    """Other names it goes by: 纪要 for 会议纪要."""

    about: str
    """One line for `speechgen kinds`."""

    needs: tuple[str, ...]
    """Top-level keys without which this paper cannot be written, with an example line each."""

    examples: Mapping[str, str]
    title: str
    """Frame of the title where the facts give none; slots are dotted keys."""

    settings: Mapping[str, str]
    """What else the body asks of its kind (`口吻`, `共用` …)."""

    folder: Path

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it may be asked for by, the Chinese one first."""
        return (self.name, *self.aliases, self.english)

    @property
    def order(self) -> tuple[int, str]:
        """Where it stands in the list of kinds."""
        return int(self.settings.get("次序", "99")), self.name
