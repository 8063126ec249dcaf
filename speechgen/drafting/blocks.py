"""The text a template gave, cut into blocks and runs; here, and only here, figures are spoken."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple, cast

from speechgen.document import Block, Role, Run
from speechgen.drafting.marks import LEAD, LEAD_END, LINE, LINE_END
from speechgen.drafting.speaker import Speaker
from speechgen.facts.item import END, MARK, PARAGRAPH
from speechgen.facts.speak import CHANGES
from speechgen.ledger import Entry, Ledger

_PIECES = re.compile(f"([{LEAD}{LEAD_END}]|{MARK}[^{END}]*{END})")
_CLAUSES = re.compile("[，。；！？：]")
_HEADING_ENDS = "。；，、：;,"


def blocks_of(text: str, speaker: Speaker) -> tuple[tuple[Block, ...], Ledger]:
    """Return the blocks of a rendered template, and the ledger of what they speak.

    A line that came out empty makes no block. A key that comes twice gets `~2`, `~3`.
    """
    ledger: Ledger = {}
    blocks = [_spoken(frame, speaker, ledger) for frame in _frames(text)]
    return tuple(blocks), ledger


def block_of(key: str, role: Role, text: str, speaker: Speaker, ledger: Ledger) -> Block:
    """Return one paragraph of `text`, its figures spoken and in the ledger."""
    return _spoken(_cut(key, role, _trimmed(text, role)), speaker, ledger)


class _Frame(NamedTuple):
    """A block whose figures are not spoken yet."""

    key: str
    role: Role
    pieces: tuple[tuple[str, str, bool, bool], ...]
    """(plain text, expression, lead, named), one of the first two empty.

    `named`: an expression of a change, right behind the name of its figure.
    """


@lru_cache(maxsize=16)
def _frames(text: str) -> tuple[Block | _Frame, ...]:
    """Cut a rendered template into blocks; those without a figure are finished."""
    out: list[Block | _Frame] = []
    seen: dict[str, int] = {}
    for chunk in text.split(LINE)[1:]:
        mark, _, body = chunk.partition(LINE_END)
        name, _, key = mark.partition("\t")
        role = Role[name]
        for part in body.split(PARAGRAPH):
            line = _trimmed(part, role)
            if line:
                seen[key] = seen.get(key, 0) + 1
                unique = key if seen[key] == 1 else f"{key}~{seen[key]}"
                out.append(_cut(unique, role, line))
    return tuple(out)


def _trimmed(text: str, role: Role) -> str:
    line = text.strip(" \n\t")
    if role in (Role.HEADING_1, Role.HEADING_2, Role.TITLE):
        return line.rstrip(_HEADING_ENDS)
    return line


def _cut(key: str, role: Role, text: str) -> Block | _Frame:
    pieces: list[tuple[str, str, bool, bool]] = []
    lead, before = False, ""
    for piece in _PIECES.split(text):
        if piece in (LEAD, LEAD_END):
            lead = piece == LEAD
        elif piece.startswith(MARK):
            pieces.append(("", piece[1:-1], lead, _is_named(piece[1:-1], before)))
            before = ""
        elif piece:
            pieces.append((piece, "", lead, False))
            before = piece
    if any(inner for _, inner, _, _ in pieces):
        return _Frame(key, role, tuple(pieces))
    return Block(key, role, tuple([Run(plain, lead=lead) for plain, _, lead, _ in pieces]))


def _is_named(inner: str, before: str) -> bool:
    """Return whether the clause before an expression of a change names its figure."""
    name, _, phrase = inner.rpartition(".")
    return phrase in CHANGES and name in _CLAUSES.split(before)[-1]


def _spoken(frame: Block | _Frame, speaker: Speaker, ledger: Ledger) -> Block:
    if type(frame) is _Frame:
        return Block(frame.key, frame.role, _filled(frame, speaker, ledger))
    return cast("Block", frame)


def _filled(frame: _Frame, speaker: Speaker, ledger: Ledger) -> tuple[Run, ...]:
    """Return the runs of a block, its figures spoken; a unit joins the text behind it."""
    runs: list[Run] = []
    unit = ""
    was_lead = False
    for plain, inner, lead, named in frame.pieces:
        if unit and (inner or lead is not was_lead):
            runs.append(Run(unit, lead=was_lead))
            unit = ""
        if inner:
            spoken = speaker.behind_name(inner) if named else speaker.speak(inner)
            runs.append(Run(spoken.text, inner, spoken.status, lead, spoken.context))
            unit, was_lead = spoken.unit, lead
            if inner not in ledger:
                ledger[inner] = entry_of(inner, speaker)
        else:
            runs.append(Run(unit + plain, lead=lead))
            unit = ""
    if unit:
        runs.append(Run(unit, lead=was_lead))
    return tuple(runs)


def entry_of(inner: str, speaker: Speaker) -> Entry:
    """Return the ledger's entry for an expression."""
    spoken = speaker.speak(inner)
    figure = speaker.facts.figures.get(spoken.figure)
    parts = figure.parts if figure else ()
    return Entry(
        inner,
        spoken.figure,
        spoken.text,
        spoken.unit,
        spoken.value,
        spoken.status,
        parts,
        spoken.lacks,
    )
