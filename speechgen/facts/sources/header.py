"""The header of a sheet: which column holds which key. Natural words are known beside the keys.

A header may have two or three rows (merged, or with blanks below): the lowest word counts first,
and what stands over it helps where that says nothing, or only 数值.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from unicodedata import normalize

from speechgen.facts.filling import FILL, LACK, NAME
from speechgen.facts.keys import RECORDS
from speechgen.facts.sources.sheet import Cell, Reason, Sheet, Unreadable, blanks_folded
from speechgen.problems import letters, nearest, visible

LOOKED_AT = 20
"""Rows in which a header is looked for."""

AMOUNTS = ("值", "上年同期", "上期", "全年目标", "全年控制数")
_FIGURE = RECORDS["数据项"]
_NATURAL = {
    NAME: ("指标", "指标名称", "项目", "项目名称", "数据名", "数据名称", "name"),
    "值": (
        *("本期", "本期数", "本期值", "数值", "数量", "数据", "本月", "本月数", "本季", "本季度"),
        *("累计", "累计数", "本年累计", "本期累计", "本年", "今年", "实际", "完成", "完成数"),
    ),
    "上年同期": (
        *("去年同期", "上年同期数", "去年同期数", "同期", "同期数", "上年", "去年"),
        *("上年数", "去年数", "同期累计", "上年累计", "去年累计", "上年同期累计", "去年同期累计"),
    ),
    "上期": ("上月", "上期数", "上月数", "上季", "上季度", "上期累计"),
    "全年目标": ("目标", "目标数", "年度目标", "全年任务", "年度任务", "任务数", "目标任务"),
    "全年控制数": ("控制数", "控制指标", "控制目标", "年度控制数", "控制值"),
    "由谁提供": ("提供单位", "填报单位", "报送单位"),
    "期限": ("填报期限", "报送期限"),
    "来源": ("数据来源",),
    "位次": ("排名", "名次"),
}
_KEYS = {name: key.name for key in _FIGURE.keys for name in key.names if key.kind != "record"}
_KEYS |= {word: key for key, words in _NATURAL.items() for word in (key, *words)}
_LEFT_OUT = frozenset(
    ("序号", "编号", "备注", "说明", "注", "增减", "增减数", "增减额", "增减量", "增减率", "增幅")
) | {"增长", "增长率", "增速", "升降", "完成率", "完成比例", "用在哪里", "同比", "环比", "占比"}
"""Columns that the program works out itself, or that are for people; no word is lost on them."""

_PLAIN_VALUE = frozenset({"数值", "数量", "数据", "累计", "累计数", "实际", "完成", "完成数", "值"})
_BRACKETS = re.compile(r"(.+?)\(([^()]*)\)")
_PERIOD = re.compile(r".*[年月季度旬日]")
_LETTERS = re.compile(r"[A-Za-z]{1,2}")


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
    for one in rows:
        if one > below and (found := _header(sheet, one, named, is_stated=bool(row))) is not None:
            below = found.last
            yield found


def known_key(word: str) -> str:
    """Return the key that a word of 列 means; empty where it means none."""
    return _KEYS.get(_folded(word), "")


def _header(sheet: Sheet, row: int, named: Mapping[str, str], *, is_stated: bool) -> Header | None:
    last, found = heads(sheet, row)
    try:
        mine = _named(found, named)
    except Unreadable:
        if is_stated:
            raise
        return None
    columns = _columns(found, mine)
    if NAME not in columns or not _says_something(columns):
        return None
    taken = {head.column for head in columns.values()}
    unknown = [
        head.text
        for head in found
        if head.column not in taken and not head.key and not _is_left_out(head)
    ]
    return Header(last, columns, tuple(unknown))


def _says_something(columns: Mapping[str, Head]) -> bool:
    if FILL in columns:
        return LACK in columns
    return any(key in columns for key in (*AMOUNTS, "位次"))


def _columns(found: tuple[Head, ...], mine: Mapping[str, Head]) -> dict[str, Head]:
    columns = dict(mine)
    taken = {head.column for head in mine.values()}
    for head in found:
        if not head.key or head.column in taken or head.key in mine:
            continue
        other = columns.setdefault(head.key, head)
        if other is not head and NAME in {one.key for one in found}:
            raise _unclear(head.key, other, head)
    return columns


def _unclear(key: str, one: Head, other: Head) -> Unreadable:
    places = "、".join(f"{letters(head.column)} 列“{head.text}”" for head in (one, other))
    ways = f"列: {{{one.text}: {key}}} 或 列: {{{letters(other.column)}: {key}}}"
    hint = f"请用“列”指明用哪一列，如 {ways}"
    return Unreadable(Reason("columns-unclear", f"有两列都可以是“{key}”：{places}", hint))


def _named(found: tuple[Head, ...], named: Mapping[str, str]) -> dict[str, Head]:
    """Return the columns that 列 names.

    Raises:
        Unreadable: there is no such column.
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
            raise Unreadable(Reason("no-header", f"的表头里没有“{visible(word)}”这一列", hint))
        columns[key] = matches[0]
    return columns


def _is_called(head: Head, word: str) -> bool:
    folded = _folded(word)
    texts = [_folded(text) for text in head.texts]
    return folded in texts or folded in {"".join(texts), "/".join(texts)}


def _number_of(word: str) -> int:
    number = 0
    for letter in word:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _is_left_out(head: Head) -> bool:
    return any(
        _folded(text) in _LEFT_OUT or _folded(text).partition("(")[0].rstrip("%") in _LEFT_OUT
        for text in head.texts
    )


def _span(sheet: Sheet, row: int) -> tuple[int, int]:
    """Return first and last row of the header that `row` is in."""
    cells = [
        cell
        for column in _filled(sheet, row)
        if (cell := sheet.at(row, column)) is not None and _key(_word(cell))[0] == NAME
    ]
    if not cells:
        return row, row
    top, column = cells[0].row, cells[0].column
    last = max(
        (
            below
            for (below, side), (r, c) in _merged_near(sheet, top)
            if (r, c) == (top, column) and side == column
        ),
        default=row,
    )
    last = max(last, row)
    if last == row and not sheet.merged and _is_second(sheet, row + 1, column):
        last += 1
    return top, last


def _merged_near(sheet: Sheet, top: int) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    return [(place, anchor) for place, anchor in sheet.merged.items() if top <= place[0] < top + 4]


def _is_second(sheet: Sheet, row: int, name_column: int) -> bool:
    """Return whether `row` of a CSV goes on with the header: no name, but words that are known."""
    cells = sheet.rows.get(row, {})
    return name_column not in cells and any(_key(_word(cell))[0] for cell in cells.values())


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
    return Head(column, tuple(texts), *_meant(texts))


def _group(sheet: Sheet, row: int, column: int, last: int) -> Cell | None:
    """Return the word over a group of columns: in a CSV it stands over the first of them only."""
    if sheet.merged or sheet.at(last, column) is None:
        return None
    left = [one for one in sheet.rows.get(row, {}) if one < column]
    over = sheet.rows[row][max(left)] if left else None
    return over if over is not None and sheet.at(last, over.column) is not None else None


def _meant(texts: list[str]) -> tuple[str, str, str]:
    """Return key, unit and period that the words over one column mean."""
    found = [_key(text) for text in (*texts, "".join(texts))]
    *upper, lowest = found[:-1] or [("", "", "")]
    others = [one for one in upper if one[0] and one[0] not in {NAME, "值"}]
    if others and (not lowest[0] or _folded(texts[-1]) in _PLAIN_VALUE):
        return others[-1]
    known = [one for one in (lowest, found[-1], *upper) if one[0]]
    return known[0] if known else ("", "", "")


def _key(text: str) -> tuple[str, str, str]:
    """Return key, unit and period of one word: 本期(件) is 值, 件."""
    word = _folded(text)
    if word in _KEYS:
        return _KEYS[word], "", ""
    match = _BRACKETS.fullmatch(word)
    if match is None or match[1] not in _KEYS:
        return "", "", ""
    inner = match[2].removeprefix("单位:")
    if _PERIOD.fullmatch(inner):
        return _KEYS[match[1]], "", inner
    return _KEYS[match[1]], inner, ""


def _word(cell: Cell) -> str:
    return blanks_folded(cell.content) if isinstance(cell.content, str) else str(cell.content)


def _folded(text: str) -> str:
    return "".join(normalize("NFKC", text).split()).strip(":*").lower()


_KEYS |= {LACK: LACK, FILL: FILL}
