"""Rows as plain text in columns: aligned by how wide characters are shown, long cells wrapped."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

GAP = "  "
NARROWEST = 8
"""A column is not pressed below this width."""

_CLOSING = frozenset("，。、；：）”》】")
_UNBROKEN = re.compile(r"[!-~]+|.", re.DOTALL)


def width(text: str) -> int:
    """Return how many places of a console `text` takes: 件 takes two, 1 one.

    Signs that some consoles show wide (“ ” … ×) count as wide, as they are on a Chinese one.
    """
    return sum(map(_places, text))


def _places(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WFA" else 1


def aligned(rows: Sequence[Sequence[str]], most: int = 100, indent: str = "") -> list[str]:
    """Return one text a row, its cells in columns; a row with a wrapped cell has several lines.

    No line is wider than `most`, as long as that leaves every column `NARROWEST`. All rows have
    as many cells as the first; a column with nothing in it takes no place.
    """
    filled = [column for column in zip(*rows, strict=True) if any(column)]
    natural = [max(map(width, column)) for column in filled]
    given = _pressed(natural, most - width(indent) - len(GAP) * (len(natural) - 1))
    return [_row(row, given, indent) for row in zip(*filled, strict=True)]


def _pressed(natural: Sequence[int], room: int) -> list[int]:
    """Return widths that fit into `room`: the widest columns give way first."""
    given = list(natural)
    while sum(given) > room and max(given) > NARROWEST:
        given[given.index(max(given))] -= 1
    return given


def _row(row: Sequence[str], given: Sequence[int], indent: str) -> str:
    cells = [list(_wrapped(cell, most)) for cell, most in zip(row, given, strict=True)]
    lines = []
    for number in range(max(map(len, cells))):
        parts = [cell[number] if number < len(cell) else "" for cell in cells]
        padded = [
            part + " " * (most - width(part)) for part, most in zip(parts, given, strict=True)
        ]
        lines.append((indent + GAP.join(padded)).rstrip())
    return "\n".join(lines)


def _wrapped(cell: str, most: int) -> Iterator[str]:
    """Yield the lines of a cell; numbers and Latin words stay whole where they fit.

    No line begins with a sign that closes: the character before it comes down with it.
    """
    line: list[str] = []
    for piece in _pieces(cell, most):
        if line and width("".join(line)) + width(piece) > most:
            down: list[str] = []
            while len(line) > 1 and (down[0] if down else piece) in _CLOSING:
                down.insert(0, line.pop())
            yield "".join(line)
            line = down
        line.append(piece)
    yield "".join(line)


def _pieces(cell: str, most: int) -> Iterator[str]:
    for piece in _UNBROKEN.findall(cell):
        if width(piece) > most:
            yield from piece
        else:
            yield piece
