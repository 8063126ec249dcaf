"""Where in a paper a table may stand: behind the paragraph that speaks it, parting no list."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from speechgen.document import Block, Role, Table

Blocks = tuple[Block | Table, ...]

_POINT = re.compile(r"(第|（)?([一二三四五六七八九十]+)([是要，、）])")
_ENDS = frozenset({Role.ATTENDANCE, Role.SIGNATURE, Role.SIGN_DATE, Role.ATTACHMENT_LABEL})


def place_of(name: str, blocks: Sequence[Block]) -> int | None:
    """Return behind which block the table `name` stands; None where no block speaks it.

    That is the first paragraph of text that speaks it; below a heading that does, the first
    one that follows. 一是…… 二是…… stay together, and so do a paragraph that ends with a
    colon and what it announces.
    """
    spoken = speaks(name)
    told = False
    for at, block in enumerate(blocks):
        told = told or any(run.expression and spoken(run.expression) for run in block.runs)
        if told and block.role is Role.BODY:
            return _last_of_list(at, blocks)
    return None


def speaks(name: str) -> Callable[[str], object]:
    """Return what tells whether an expression is about the table `name`, or names it."""
    return re.compile(rf"(?:^|[(,]){re.escape(name)}[\[.]").search


def behind_notes(blocks: Sequence[Block | Table]) -> tuple[int, int]:
    """Return where the names of enclosures stand, and how many stand there already."""
    roles = [block.role if isinstance(block, Block) else None for block in blocks]
    notes = [at for at, role in enumerate(roles) if role is Role.ATTACHMENT_NOTE]
    if notes:
        return notes[-1] + 1, len(notes)
    return next((at for at, role in enumerate(roles) if role in _ENDS), len(blocks)), 0


def _last_of_list(at: int, blocks: Sequence[Block]) -> int:
    while at + 1 < len(blocks) and _belong_together(blocks[at], blocks[at + 1]):
        at += 1
    return at


def _belong_together(block: Block, after: Block) -> bool:
    if after.role is not Role.BODY:
        return False
    this, other = _POINT.match(block.text), _POINT.match(after.text)
    if this and other and (this[1], this[3]) == (other[1], other[3]) and other[2] != "一":
        return True
    return block.text.endswith(("：", ":"))
