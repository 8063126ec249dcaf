"""Long lists in several sentences: forty guests cannot be named in one breath."""

from __future__ import annotations

from collections.abc import Sequence

from speechgen.drafting.desk import Desk
from speechgen.drafting.lines.sentence import bare

BREATH = 80  # characters of a list that stands in a sentence with other words


def breaths(desk: Desk, entries: Sequence[str], mark: str, most: int = BREATH) -> list[str]:
    """Return entries joined by `mark` into lists of at most `most` characters."""
    out: list[str] = []
    for entry in filter(None, map(bare, entries)):
        if out and desk.length(out[-1]) + desk.length(entry) < most:
            out[-1] += mark + entry
        else:
            out.append(entry)
    return out


def told(desk: Desk, ident: str, slot: str, entries: Sequence[str], mark: str) -> str:
    """Return a list in the frame `ident`; what it cannot hold goes on in `{ident}再`."""
    first, *rest = breaths(desk, entries, mark) or [""]
    said = desk.frame(ident, **{slot: first}) if first else ""
    return said + "".join(desk.frame(f"{ident}再", "", each, **{slot: each}) for each in rest)
