"""Lists in running text: 一是……；二是……, each with its ordinal."""

from __future__ import annotations

from collections.abc import Sequence

from speechgen.drafting.desk import Desk
from speechgen.drafting.lines.sentence import bare, packed, stop
from speechgen.numerals import chinese


def numbered(clauses: Sequence[str], word: str = "是") -> list[str]:
    """Return clauses with their ordinals: 一是……, 二是……; with 怕 for `word`, 一怕……, 二怕……."""
    return [f"{chinese(number)}{word}{clause}" for number, clause in enumerate(clauses, 1)]


def several(clauses: Sequence[str]) -> list[str]:
    """Return clauses with their ordinals; one alone has none."""
    return numbered(clauses) if len(clauses) > 1 else list(clauses)


def enumerated(desk: Desk, lines: Sequence[str]) -> str:
    """Return 一是……；二是……。 of short lines, 一是……。二是……。 of others; one alone as it is."""
    listed = several([text for text in map(bare, lines) if text])
    short = all("，" not in text for text in listed)
    return packed(desk, listed) if short else "".join(map(stop, listed))


FUNCTIONS = {"列举句": enumerated}
