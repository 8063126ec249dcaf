"""Texts with expressions, and where a word of them is written in the file."""

from __future__ import annotations

import re

from speechgen.claims.sentence import SLOT
from speechgen.facts.item import END, MARK

EXPRESSION = re.compile(f"{MARK}([^{END}]*){END}")


def flat(text: str) -> str:
    """Return `text` with every expression as one `SLOT`."""
    return EXPRESSION.sub(SLOT, text)


def written_at(index: int, text: str, written: str) -> int:
    """Return where the character `index` of the flat `text` stands in `written`.

    What is written has more than what is read of it: quotes, line ends, indents.
    """
    position = last = 0
    for sign in flat(text)[: index + 1]:
        start = written.find("【" if sign == SLOT else sign, position)
        if start < 0:
            continue
        last = start
        position = written.find("】", start) + 1 if sign == SLOT else start + 1
    return last
