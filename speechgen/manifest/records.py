"""The records of a manifest."""

from __future__ import annotations

from typing import NamedTuple

from speechgen.ledger import Entry

VERSION = "1"
TABLE = "表格"
"""Role of a table's passage; other passages have the value of their `Role`."""

# Rows of the JSON are named tuples: the encoder takes them as they are, and a draft has hundreds.


class Passage(NamedTuple):
    """One block as rendered: what later edits are compared with."""

    key: str
    role: str
    text: str


class Occurrence(NamedTuple):
    """One place where an expression is spoken."""

    number: int
    """Counted from 1 in order of appearance; never used again."""

    expression: str
    context: str
    block: int
    """Index in `Manifest.passages`."""

    start: int
    """Offset in the passage's text."""

    end: int
    printed: str
    """What we printed last."""

    value: str
    """Unrounded value in digits; empty where there is none."""

    unit: str
    status: str
    row: str = ""
    """In a table: the text of the row's first cell."""

    column: str = ""
    """In a table: the head of the column."""

    seen: str = ""
    """What a conflict was last reported with; empty where none was."""


class Manifest(NamedTuple):
    """What travels with the draft."""

    ident: str
    kind: str
    seed: str
    template: str
    next_number: int
    passages: tuple[Passage, ...]
    occurrences: tuple[Occurrence, ...]
    spoken: tuple[Entry, ...]
    """The ledger's entries that the paper speaks, in order of first mention."""
