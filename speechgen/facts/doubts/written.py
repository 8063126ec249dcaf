"""Texts with expressions, and where a word of them is written in the file."""

from __future__ import annotations

import re

from speechgen.claims.words import SLOT
from speechgen.facts.item import END, MARK

SENTENCE = re.compile("[^。！？；]+")
_WIDTHS = str.maketrans(",;:?!()\"'’‘”", "，；：？！（）“““““")
"""Signs that are mended as a text is read, one way or the other (`tidy`)."""

EXPRESSION = re.compile(f"{MARK}([^{END}]*){END}")


def flat(text: str) -> str:
    """Return `text` with every expression as one `SLOT`."""
    return EXPRESSION.sub(SLOT, text)


def written_at(index: int, text: str, written: str) -> int:
    """Return where the character `index` of the flat `text` stands in `written`.

    What is written has more than what is read of it: quotes, line ends, indents.
    """
    position = last = 0
    for number, piece in enumerate(flat(text)[: index + 1].split(SLOT)):
        if number:
            last = written.find("【", position)
            position = written.find("】", last) + 1
        if piece:
            last = _end(piece, written, position)
            position = last + 1
    return last


def _end(piece: str, written: str, position: int) -> int:
    """Return where the last character of `piece` is written, from `position` on."""
    start = written.find(piece, position)
    if start >= 0:
        return start + len(piece) - 1
    piece, written = piece.translate(_WIDTHS), written.translate(_WIDTHS)
    start = written.find(piece, position)
    if start >= 0:
        return start + len(piece) - 1
    last = position
    for sign in piece:
        found = written.find(sign, position)
        if found >= 0:
            last, position = found, found + 1
    return last


def sentence_round(text: str, index: int) -> str:
    """Return the sentence of `text` that `index` stands in, its expressions as they are."""
    around = (found for found in SENTENCE.finditer(text) if found.start() <= index < found.end())
    return next((found[0] for found in around), "")
