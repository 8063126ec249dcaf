"""How a table fits its page: the type its cells are set in, its columns' widths, its rows' heights.

Widths are counted in characters. First of all each column gets what its numbers take, for these
are never broken; where that is too much, the whole table is set in smaller type. What room is
left goes, character by character, where it saves most lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from speechgen.document import Document, Run, Table
from speechgen.word.placing import em

SIZES = (24, 21, 18)
"""Half-points: 小四, and 五号 and 小五 where the numbers of a broad table need it."""

HIGHEST = 9200
"""Twips: what is no higher leaves room on its page for what stands above it."""

LOWEST = 425  # twips: 7.5 mm, 12 pt must not stick to the lines
_MARGINS = 180  # twips: what the table's style keeps free left and right in a cell, and a hair
_ABOVE_AND_BELOW = 100  # twips: what it keeps free above and below
_LINE = 13  # twips of a line of single spacing for each half-point of type
_NARROWEST = 2.0  # characters: 序号, and the digits below it
_NARROW = 3.0  # characters: where there is no room, words stand three by three
_SHORT_HEAD = 4.0  # characters of a head that is to stand on one line
_FIRST = 1000.0  # lines: a short head comes before all else
_APART = 0.25  # characters
_BESIDE = re.compile(r"(?<=[0-9A-Za-z])(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])")
_NUMBER = re.compile(r"[0-9.+%‰X-]+")


class Fit(NamedTuple):
    """How a table is set."""

    size: int
    """Of `SIZES`."""

    widths: tuple[int, ...]
    """Of the columns, in twips; the sum is exact."""

    heights: tuple[int, ...]
    """Of the rows as estimated, in twips; the head is the first."""

    whole: bool
    """Every number stands on one line; where not, the table has too many columns."""


class _Column(NamedTuple):
    """What one column asks for; all in characters."""

    least: float
    """What its numbers take, and the unit in its head: they are not to be broken."""

    bare: float
    """What its numbers take alone: where nothing else helps, the unit may be broken."""

    fair: float
    """What it takes with a short head on one line."""

    head: tuple[float, ...]
    """Of the words of its head, and of the unit behind them."""

    cells: Counter[float]
    weight: float
    """What a line in a cell counts for: more where the rows are named."""

    head_weight: float


def fit(table: Table, width: int) -> Fit:
    """Return how `table` is set, `width` twips wide."""
    texts = [[text_at(row, at) for row in table.rows] for at in range(len(table.columns))]
    names = next(
        (at for at, each in enumerate(texts) if any(t and not is_number(t) for t in each)), 0
    )
    columns = [
        _column(head, each, is_name=at == names)
        for at, (head, each) in enumerate(zip(table.columns, texts, strict=True))
    ]
    least = sum([column.least for column in columns])
    margins = len(columns) * _MARGINS
    size = _size((width - margins) / 10, least, sum([column.fair for column in columns]))
    room = (width - margins) / (size * 10)
    if least > room:
        columns = [column._replace(least=column.bare, fair=column.bare) for column in columns]
        least = sum([column.bare for column in columns])
    characters = _shared(columns, room) if least <= room else [each.bare for each in columns]
    widths = _filled([each * size * 10 + _MARGINS for each in characters], width)
    rooms = [(each - _MARGINS) / (size * 10) for each in widths]
    heights = _heights(table, columns, texts, rooms, size)
    return Fit(size, tuple(widths), tuple(heights), least <= room)


def too_broad(document: Document, width: int) -> list[Table]:
    """Return the tables of `document` whose numbers do not stand on one line in any type."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return [table for table in tables if not fit(table, width).whole]


def _size(room: float, least: float, fair: float) -> int:
    """Return the type for `room` half-point characters: none smaller than the numbers need.

    One size is given for short heads to stand on one line.
    """
    first, second, _ = SIZES
    if fair * first <= room or (least * first <= room and fair * second > room):
        return first
    return next((size for size in SIZES[1:] if least * size <= room), SIZES[-1])


def fits(text: str, at: int, fitted: Fit) -> bool:
    """Return whether `text` stands on one line in column `at`."""
    return em(text) * fitted.size * 10 + _MARGINS <= fitted.widths[at]


def is_number(text: str) -> bool:
    """Return whether a cell holds a number alone, or the mark of a missing one."""
    return bool(text) and not text.strip("0123456789.+-%‰X—")


def pieces(head: str) -> list[str]:
    """Return a head and the bracket at its end: 来访, （件）."""
    at = head.rfind("（")
    return [head[:at], head[at:]] if at > 0 and head.endswith("）") else [head]


def text_at(row: tuple[tuple[Run, ...], ...], at: int) -> str:
    """Return the text of a cell; of a row that is short of cells, nothing."""
    return "".join([run.text for run in row[at]]) if at < len(row) else ""


def _column(head: str, texts: list[str], *, is_name: bool) -> _Column:
    breadths = Counter(map(breadth, texts))
    parts = tuple(map(em, pieces(head)))
    numbers = [breadth(each) for text in texts for each in _NUMBER.findall(text)]
    words = (
        []
        if texts and not any(t and not is_number(t) for t in texts)
        else [min(_NARROW, max(breadths, default=0))]
    )
    least = max([_NARROWEST, *numbers, *words, *parts[1:]])
    return _Column(
        least=least,
        bare=max([_NARROWEST, *numbers]),
        fair=max(least, parts[0]) if parts[0] <= _SHORT_HEAD else least,
        head=parts,
        cells=breadths,
        weight=3.0 if is_name else 1.0,
        head_weight=1 + len(texts) / 4,
    )


def breadth(text: str) -> float:
    """Return how wide `text` is in characters.

    A per cent sign is broad in some fonts, and digits stand apart from the words beside them.
    """
    return em(text) + text.count("%") / 2 + len(_BESIDE.findall(text)) * _APART


def _shared(columns: list[_Column], room: float) -> list[float]:
    """Return the characters of each column; a step is given only where it saves a line."""
    given = [column.least for column in columns]
    steps = [_steps(column, room) for column in columns]
    left = room - sum(given)
    while True:
        best, chosen = 0.0, None
        for at, costs in enumerate(steps):
            now = costs[given[at]]
            for wide, cost in costs.items():
                more = wide - given[at]
                if 0 < more <= left and (now - cost) / more > best:
                    best, chosen = (now - cost) / more, (at, wide)
        if chosen is None:
            return given
        at, wide = chosen
        left -= wide - given[at]
        given[at] = wide


def _steps(column: _Column, room: float) -> dict[float, float]:
    """Return what a column costs in lines at its least width, and at each whole one above."""
    widths = [column.least, *map(float, range(int(column.least) + 1, int(room) + 1))]
    return {wide: _cost(column, wide) for wide in widths}


def _cost(column: _Column, wide: float) -> float:
    """Return the lines of a column; one more below many counts for more."""
    cells = sum([count * _lines(each, wide) ** 2 for each, count in column.cells.items()])
    head = column.head_weight * _head_lines(column.head, wide) ** 2
    return column.weight * cells + head + (0 if wide >= column.fair else _FIRST)


def _lines(breadth: float, wide: float) -> int:
    return 1 if breadth <= wide else ceil(breadth / max(1, int(wide)))


def _head_lines(parts: Sequence[float], wide: float) -> int:
    """Return the lines of a head; a unit that does not fit beside it stands below."""
    return 1 if sum(parts) <= wide else sum([_lines(part, wide) for part in parts])


def _filled(wants: list[float], width: int) -> list[int]:
    """Return `width` shared as `wants` are to each other."""
    total = sum(wants)
    shares = [int(width * want / total) for want in wants]
    shares[0] += width - sum(shares)
    return shares


def _heights(
    table: Table, columns: list[_Column], texts: list[list[str]], rooms: list[float], size: int
) -> list[int]:
    """Return the height of each row in twips: its highest cell's."""
    head = max(
        [_head_lines(column.head, wide) for column, wide in zip(columns, rooms, strict=True)]
    )
    rows = [
        max([_lines(breadth(each[at]), wide) for each, wide in zip(texts, rooms, strict=True)])
        for at in range(len(table.rows))
    ]
    return [max(LOWEST, lines * size * _LINE + _ABOVE_AND_BELOW) for lines in (head, *rows)]
