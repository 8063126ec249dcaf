"""The text a template gave, cut into blocks and runs; here, and only here, figures are spoken."""

from __future__ import annotations

import re

from speechgen.document import Block, Role, Run
from speechgen.drafting.desk import Desk
from speechgen.drafting.marks import LEAD, LEAD_END, LINE, LINE_END
from speechgen.facts.item import END, MARK, PARAGRAPH
from speechgen.ledger import Entry, Ledger

_PIECES = re.compile(f"([{LEAD}{LEAD_END}]|{MARK}[^{END}]*{END})")
_HEADING_ENDS = "。；，、：;,"


def blocks_of(text: str, desk: Desk) -> tuple[tuple[Block, ...], Ledger]:
    """Return the blocks of a rendered template, and the ledger of what they speak.

    A line that came out empty makes no block. A key that comes twice gets `~2`, `~3`.
    """
    out: list[Block] = []
    ledger: Ledger = {}
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
                out.append(Block(unique, role, _runs(line, desk, ledger)))
    return tuple(out), ledger


def _trimmed(text: str, role: Role) -> str:
    line = text.strip(" \n\t")
    if role in (Role.HEADING_1, Role.HEADING_2, Role.TITLE):
        return line.rstrip(_HEADING_ENDS)
    return line


def _runs(text: str, desk: Desk, ledger: Ledger) -> tuple[Run, ...]:
    runs: list[Run] = []
    lead = False
    plain = ""
    for piece in _PIECES.split(text):
        if piece in (LEAD, LEAD_END):
            if plain:
                runs.append(Run(plain, lead=lead))
                plain = ""
            lead = piece == LEAD
        elif piece.startswith(MARK):
            if plain:
                runs.append(Run(plain, lead=lead))
            inner = piece[1:-1]
            spoken = desk.speak(inner)
            plain = spoken.unit
            runs.append(Run(spoken.text, inner, spoken.status, lead))
            if inner not in ledger:
                ledger[inner] = _entry(inner, desk)
        else:
            plain += piece
    if plain:
        runs.append(Run(plain, lead=lead))
    return tuple(runs)


def _entry(inner: str, desk: Desk) -> Entry:
    spoken = desk.speak(inner)
    figure = desk.facts.figures.get(spoken.figure)
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
