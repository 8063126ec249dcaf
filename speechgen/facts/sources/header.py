"""The header of a sheet: which column holds which key.

A header may have two or three rows (merged, or with blanks below): the lowest word counts first,
and what stands over it helps where that says nothing, or only 数值.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from speechgen.facts.keys.table import RECORDS
from speechgen.facts.lists.filling import FILL, LACK, NAME
from speechgen.facts.sources.notes import is_number
from speechgen.facts.sources.sheet import (
    MOST_COLUMNS,
    Cell,
    Reason,
    Sheet,
    Unreadable,
    blanks_folded,
)
from speechgen.facts.sources.vocabulary import (
    AMOUNTS,
    dated_head,
    folded,
    is_left_out,
    key_of,
    meant,
)
from speechgen.problems import letters, nearest, visible

LOOKED_AT = 20
"""Rows in which a header is looked for."""

_LONGEST = 10
"""Of a word that may be meant for one of the choices of a key."""

_LETTERS = re.compile(r"[A-Za-z]{1,2}")


class Misnamed(Unreadable):
    """A row that does not have the columns that 列 names."""


class Head(NamedTuple):
    """One column and what stands over it."""

    column: int
    texts: tuple[str, ...]
    """From the top down, each once."""

    key: str = ""
    """Empty where the words say nothing."""

    unit: str = ""
    """Of `本期（件）`."""

    period: str = ""
    """Of `本期（1至7月）`."""

    @property
    def text(self) -> str:
        """The words as a message shows them: 信访总量/本期."""
        return visible("/".join(self.texts))


class Header(NamedTuple):
    """The header of a sheet."""

    last: int
    """Its last row; what stands below are figures."""

    columns: Mapping[str, Head]
    """By key; 名称 is one of them."""

    unknown: tuple[str, ...] = ()
    """Columns that nobody knows."""

    @property
    def is_filling(self) -> bool:
        """Whether this is the list of what was missing, come back filled."""
        return FILL in self.columns


def heads(sheet: Sheet, row: int) -> tuple[int, tuple[Head, ...]]:
    """Return the last row of the header that has `row` in it, and its columns."""
    first, last = _span(sheet, row)
    columns = sorted({column for one in range(first, last + 1) for column in _filled(sheet, one)})
    return last, tuple([_head(sheet, column, first, last) for column in columns])


def headers(sheet: Sheet, row: int, named: Mapping[str, str]) -> Iterator[Header]:
    """Yield the headers that can be used: in `row` alone, or where it is 0 in the first rows.

    `named` is 列 of the facts file: word over a column, or its letter → key.

    Raises:
        Unreadable: two columns claim the same key, or `row` is none that can be used.
    """
    rows = [row] if row else [one for one in sheet.rows if one <= LOOKED_AT]
    below = 0
    failed: list[tuple[int, Unreadable]] = []
    for one in rows:
        try:
            found = _header(sheet, one, named) if one > below else None
        except Misnamed as error:
            failed.append((_known(sheet, one, named), error))
            continue
        if found is not None:
            below = found.last
            yield found
    best = max(failed, key=lambda one: one[0], default=None)
    if best and not below and (best[0] or row):
        raise best[1]


def _known(sheet: Sheet, row: int, named: Mapping[str, str]) -> int:
    """Return how many heads of `row` are known, by themselves or by 列."""
    found = heads(sheet, row)[1]
    return sum(bool(head.key) or any(_is_called(head, word) for word in named) for head in found)


def without_other_words(header: Header, sheet: Sheet) -> Header:
    """Return a header without columns whose words are not even near the choices of their key.

    类别 over 信访, 安全 groups the figures; it is no 类别 of ours.
    """
    strange = [
        head
        for key, head in header.columns.items()
        if (words := _choices(key))
        and not any(nearest(said, words) for said in _below(sheet, header, head))
    ]
    left = {key: head for key, head in header.columns.items() if head not in strange}
    return Header(header.last, left, (*header.unknown, *(head.text for head in strange)))


def _choices(key: str) -> frozenset[str]:
    known = RECORDS["数据项"].lookup.get(key)
    spellings = known.choices if known is not None and known.kind == "choice" else ()
    return frozenset(word for words in spellings for word in words)


def _below(sheet: Sheet, header: Header, head: Head) -> set[str]:
    cells = [row.get(head.column) for number, row in sheet.rows.items() if number > header.last]
    return {word for cell in cells if cell is not None and len(word := _word(cell)) <= _LONGEST}


def _header(sheet: Sheet, row: int, named: Mapping[str, str]) -> Header | None:
    last, found = heads(sheet, row)
    mine = _named(found, named)
    columns = _columns(found, mine)
    if NAME not in columns or not _says_something(columns):
        return None
    taken = {head.column for head in columns.values()}
    unknown = [
        head.text
        for head in found
        if head.column not in taken and not head.key and not any(map(is_left_out, head.texts))
    ]
    return Header(last, columns, tuple(unknown))


def _says_something(columns: Mapping[str, Head]) -> bool:
    if FILL in columns:
        return LACK in columns
    return any(key in columns for key in (*AMOUNTS, "位次"))


def _columns(found: tuple[Head, ...], mine: Mapping[str, Head]) -> dict[str, Head]:
    columns = dict(mine)
    taken = {head.column for head in mine.values()}
    if not any(head.key == "值" for head in found) and "值" not in mine:
        found = _by_period(found, taken)
    for head in found:
        if not head.key or head.column in taken or head.key in mine:
            continue
        other = columns.setdefault(head.key, head)
        if other is not head and NAME in {one.key for one in found}:
            raise _unclear(head.key, other, head)
    return columns


def _by_period(found: tuple[Head, ...], taken: set[int]) -> tuple[Head, ...]:
    """Return columns with those that are called by their period known: 2025年1-7月 is 值.

    Of two years the later is 值, the one before it 上年同期; anything else stays unknown.
    """
    dated = {
        head.column: said
        for head in found
        if not head.key and head.column not in taken and (said := dated_head(head.texts[-1:]))
    }
    years = sorted({year for year, _ in dated.values()})
    spans = {span for _, span in dated.values()}
    lone = len(dated) == 1
    pair = len(dated) == len(years) == 2 and years[1] - years[0] == 1 and len(spans) == 1  # noqa: PLR2004 - this year and the last
    if not (lone or pair):
        return found
    return tuple(
        [
            head
            if head.column not in dated
            else head._replace(key="值", period=dated[head.column][1])
            if dated[head.column][0] == years[-1]
            else head._replace(key="上年同期")
            for head in found
        ]
    )


def _unclear(key: str, one: Head, other: Head) -> Unreadable:
    places = "、".join(f"{letters(head.column)} 列“{head.text}”" for head in (one, other))
    ways = f"列: {{{one.text}: {key}}} 或 列: {{{letters(other.column)}: {key}}}"
    hint = f"请用“列”指明用哪一列，如 {ways}"
    return Unreadable(Reason("columns-unclear", f"有两列都可以是“{key}”：{places}", hint))


def _named(found: tuple[Head, ...], named: Mapping[str, str]) -> dict[str, Head]:
    """Return the columns that 列 names.

    Raises:
        Misnamed: there is no such column, or two of one name.
    """
    columns: dict[str, Head] = {}
    for word, key in named.items():
        matches = [head for head in found if _is_called(head, word)]
        if not matches and _LETTERS.fullmatch(word):
            column = _number_of(word.upper())
            matches = [head for head in found if head.column == column] or [Head(column, (word,))]
        if not matches:
            listed = [head.text for head in found]
            near = nearest(word, listed)
            hint = f"是不是“{near}”？" if near else f"表头里有：{'、'.join(listed)[:120]}"
            raise Misnamed(Reason("no-header", f"的表头里没有“{visible(word)}”这一列", hint))
        if len(matches) > 1:
            places = "、".join(f"{letters(head.column)} 列“{head.text}”" for head in matches)
            hint = f"请写列的字母，如 列: {{{letters(matches[0].column)}: {key}}}"
            message = f"的表头里有{len(matches)}列都叫“{visible(word)}”：{places}"
            raise Misnamed(Reason("columns-unclear", message, hint))
        columns[key] = matches[0]
    return columns


def _is_called(head: Head, word: str) -> bool:
    called = folded(word)
    texts = [folded(text) for text in head.texts]
    return called in texts or called in {"".join(texts), "/".join(texts)}


def _number_of(word: str) -> int:
    number = 0
    for letter in word:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _span(sheet: Sheet, row: int) -> tuple[int, int]:
    """Return first and last row of the header that `row` is in: how far its first name reaches."""
    found = [sheet.at(row, column) for column in _filled(sheet, row)]
    cells = [cell for cell in found if cell is not None]
    if not cells:
        return row, row
    named = [cell for cell in cells if key_of(_word(cell))[0] == NAME]
    top, column = (named or cells)[0][:2]
    below = [
        place[0]
        for place, anchor in _merged_near(sheet, top)
        if anchor == (top, column) and place[1] == column
    ]
    last = max([row, *below])
    if last == row and _is_second(sheet, row + 1, column, is_known=bool(named)):
        last += 1
    return top, last


def _merged_near(sheet: Sheet, top: int) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    if not sheet.merged:
        return []
    near = [(row, column) for row in range(top, top + 4) for column in range(1, MOST_COLUMNS + 1)]
    return [(place, sheet.merged[place]) for place in near if place in sheet.merged]


def _is_second(sheet: Sheet, row: int, name_column: int, *, is_known: bool) -> bool:
    """Return whether `row` goes on with the header: no name, but words that are known.

    Where the header itself has no word that is known, as over a table, any words will do.
    """
    cells = sheet.rows.get(row, {})
    if not cells or name_column in cells or (row, name_column) in sheet.merged:
        return False
    if any(map(is_number, cells.values())):
        return False
    return not is_known or any(key_of(_word(cell))[0] for cell in cells.values())


def _filled(sheet: Sheet, row: int) -> list[int]:
    """Return the columns that have something in `row`, of its own or merged into it."""
    own = sheet.rows.get(row, {})
    merged = [place[1] for place, _ in _merged_near(sheet, row) if place[0] == row]
    return sorted({*own, *(column for column in merged if sheet.at(row, column) is not None)})


def _head(sheet: Sheet, column: int, first: int, last: int) -> Head:
    texts: list[str] = []
    for row in range(first, last + 1):
        cell = sheet.at(row, column)
        if cell is None and row < last:
            cell = _group(sheet, row, column, last)
        if cell is not None and (text := _word(cell)) and text not in texts:
            texts.append(text)
    return Head(column, tuple(texts), *meant(texts))


def _group(sheet: Sheet, row: int, column: int, last: int) -> Cell | None:
    """Return the word over a group of columns: in a CSV it stands over the first of them only."""
    if sheet.at(last, column) is None or any(at == row for (at, _), _ in _merged_near(sheet, row)):
        return None
    left = [one for one in sheet.rows.get(row, {}) if one < column]
    over = sheet.rows[row][max(left)] if left else None
    return over if over is not None and sheet.at(last, over.column) is not None else None


def _word(cell: Cell) -> str:
    return blanks_folded(cell.content) if isinstance(cell.content, str) else str(cell.content)
