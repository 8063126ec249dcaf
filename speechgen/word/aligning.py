"""Which block of a document is which passage of its manifest."""

from __future__ import annotations

from collections.abc import Sequence

from speechgen.manifest import Passage

Signature = tuple[str, str]
"""Role and text."""


def keys_of(blocks: Sequence[Signature], passages: Sequence[Passage]) -> list[str]:
    """Return the key of each block; empty for one that no passage stands behind.

    Blocks that read as they were written keep their keys whatever was put in between them;
    where as many were reworded as there were, they are taken in order. Anything finer is the
    business of refresh.
    """
    if len(blocks) == len(passages):
        return [passage.key for passage in passages]
    import difflib  # noqa: PLC0415 - an untouched draft needs none

    keys = [""] * len(blocks)
    written = [(passage.role, passage.text) for passage in passages]
    matcher = difflib.SequenceMatcher(None, written, list(blocks), autojunk=False)
    for _, first, last, start, end in matcher.get_opcodes():
        if last - first == end - start:
            keys[start:end] = [passage.key for passage in passages[first:last]]
    return keys
