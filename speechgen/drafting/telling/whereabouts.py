"""Where in a paper something stands, as a person finds it: 一、（二）第3段, 表1."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from speechgen.document import HEADINGS, Block, Document, Role, Run, Table, ordinals

OPENING = "开头"
_LABELS = frozenset({Role.CAPTION, Role.ATTACHMENT_LABEL})
_COUNTED = frozenset({Role.BODY, Role.STAGE})


class Mention(NamedTuple):
    """One place where a paper speaks an expression."""

    paper: str
    """Name of the kind (工作会议讲话)."""

    place: str
    expression: str


def mentions(document: Document) -> tuple[Mention, ...]:
    """Return where the paper speaks what, in its order; what a paragraph says twice, once."""
    found = [
        Mention(document.kind, place, run.expression)
        for block, place in zip(document.blocks, places(document.blocks), strict=True)
        for run in runs(block)
        if run.expression
    ]
    return tuple(dict.fromkeys(found))


def places(blocks: Sequence[Block | Table]) -> list[str]:
    """Return for each block where it stands: 标题, 开头第2段, 一、（二）第3段, 表1.

    A paper without headings has no 开头: its paragraphs are 第1段, 第2段.
    """
    has_heads = any(block.role in HEADINGS for block in blocks if isinstance(block, Block))
    counter = _Counter(OPENING if has_heads else "")
    tagged = zip(blocks, ordinals(tuple(blocks)), strict=True)
    return [counter.place(block, ordinal) for block, ordinal in tagged]


def runs(block: Block | Table) -> Iterator[Run]:
    """Yield the runs of a paragraph, or of a table cell by cell."""
    if isinstance(block, Block):
        yield from block.runs
    else:
        for row in block.rows:
            for cell in row:
                yield from cell


class _Counter:
    """The headings above the place where one stands, and the paragraphs counted below them."""

    def __init__(self, opening: str) -> None:
        self.opening = opening
        """What stands before the first heading is called; nothing in a paper without any."""

        self.path: list[str] = []
        self.paragraphs = 0
        self.tables = 0
        self.label = ""
        """Number above the next table: 表1, or 附件2 of an enclosure."""

    def place(self, block: Block | Table, ordinal: str) -> str:
        if isinstance(block, Table):
            self.tables += 1
            label, self.label = self.label, ""
            return label or f"表{self.tables}"
        if block.role in _LABELS:
            self.label = block.text.partition("　")[0]
        if block.role in HEADINGS:
            return self._heading(HEADINGS.index(block.role), ordinal)
        if block.role not in _COUNTED:
            return block.role.value
        self.paragraphs += 1
        return f"{''.join(self.path) or self.opening}第{self.paragraphs}段"

    def _heading(self, level: int, ordinal: str) -> str:
        del self.path[level:]
        self.path += [""] * (level - len(self.path)) + [ordinal]
        self.paragraphs = 0
        return f"{''.join(self.path)}标题"
