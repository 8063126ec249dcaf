"""What nobody has supplied yet, each once, with who is to supply it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from speechgen.document import Block, Run, Table
from speechgen.facts.facts import Facts
from speechgen.facts.figure import Figure
from speechgen.ledger import Ledger
from speechgen.problems import visible

MOST_CELLS = 3
"""Missing cells of a table that get a line each; more of one supplier share one."""

IN_TABLE = "表格"


class Missing(NamedTuple):
    """A figure (缺数, prints X) or a name (缺名, prints ××) that the paper speaks."""

    name: str
    is_figure: bool
    unit: str
    from_whom: str
    due: str
    """ISO date; empty where none is typed."""

    phrases: tuple[str, ...]
    """Where it is spoken: 本数, 占比 …; empty for a name."""

    places: int
    """How often the paper speaks it, cells of tables counted."""

    table: str = ""
    """Of a cell: the name of its table."""

    row: str = ""
    column: str = ""


def lines_of(missing: Iterable[Missing]) -> tuple[str, ...]:
    """Return the list of 缺数 and 缺名 as printed, each figure and name once.

    缺数 1 项：
      重复信访（件），请县信访局于8月11日前提供，文中2处（本数、占比）
    """
    each = {one.name: one for one in missing}.values()
    out: list[str] = []
    for title, is_figure in (("缺数", True), ("缺名", False)):
        asked = [one for one in each if one.is_figure is is_figure]
        if asked:
            out += [f"{title} {len(asked)} 项：", *[f"  {line}" for line in _lines(asked)]]
    return tuple(out)


def _lines(asked: Iterable[Missing]) -> Iterator[str]:
    """Yield a line for each, and one for the many cells of a table that one unit supplies."""
    groups: dict[tuple[str, ...], list[Missing]] = {}
    for one in asked:
        alone = "" if one.table else one.name
        groups.setdefault((one.table, one.from_whom, one.due, alone), []).append(one)
    for group in groups.values():
        if len(group) > MOST_CELLS:
            yield _line_of_cells(group)
        else:
            yield from map(_line, group)


def _line(one: Missing) -> str:
    unit = f"（{one.unit}）" if one.unit else ""
    return f"{visible(one.name)}{unit}，{_ask(one)}，文中{one.places}处{_said(one.phrases)}"


def _line_of_cells(cells: list[Missing]) -> str:
    """Return 乡镇表里的12个数（城关镇的来访、办结，东河镇的来访等），请县信访局提供，文中…."""
    rows: dict[str, list[str]] = {}
    for one in cells[:MOST_CELLS]:
        rows.setdefault(one.row, []).append(one.column)
    named = "，".join([f"{visible(row)}的{visible('、'.join(of))}" for row, of in rows.items()])
    phrases = tuple(dict.fromkeys(phrase for one in cells for phrase in one.phrases))
    what = f"{visible(cells[0].table)}里的{len(cells)}个数（{named}等）"
    return f"{what}，{_ask(cells[0])}，文中各处{_said(phrases)}"


def _ask(one: Missing) -> str:
    due = f"于{day(one.due)}前" if one.due else ""
    return f"请{one.from_whom}{due}提供" if one.from_whom else "素材里没有写由谁提供"


def _said(phrases: tuple[str, ...]) -> str:
    return f"（{'、'.join(phrases)}）" if phrases else ""


def day(iso: str) -> str:
    """Return 8月11日 of 2025-08-11; anything else as it is."""
    parts = iso.split("-")
    return f"{int(parts[1])}月{int(parts[2])}日" if len(parts) == 3 else iso  # noqa: PLR2004 - year, month, day


def missing_of(
    facts: Facts, ledger: Ledger, blocks: Sequence[Block | Table]
) -> tuple[Missing, ...]:
    """Return the missing figures, then the missing names, in order of first mention."""
    lacking: dict[str, list[str]] = {}
    for inner, entry in ledger.items():
        if entry.status in ("missing", "nameless"):
            for name in entry.lacks or (entry.figure,):
                lacking.setdefault(name, []).append(inner)
    if not lacking:
        return ()
    times = _times(blocks)
    found = [_missing(facts, name, inners, times) for name, inners in lacking.items()]
    return tuple(sorted(found, key=lambda missing: not missing.is_figure))


class _Times(NamedTuple):
    """How often each expression is spoken."""

    in_text: Counter[str]
    in_tables: Counter[str]


def _times(blocks: Sequence[Block | Table]) -> _Times:
    times = _Times(Counter(), Counter())
    for block in blocks:
        if isinstance(block, Table):
            times.in_tables.update(_expressions([r for row in block.rows for c in row for r in c]))
        else:
            times.in_text.update(_expressions(block.runs))
    return times


def _expressions(runs: Iterable[Run]) -> list[str]:
    return [run.expression for run in runs if run.expression]


def _missing(facts: Facts, name: str, inners: list[str], times: _Times) -> Missing:
    places = sum(times.in_text[inner] + times.in_tables[inner] for inner in inners)
    if name in facts.names:
        known = facts.names[name]
        return Missing(name, False, "", known.from_whom, known.due, (), places)  # noqa: FBT003
    base = facts.figures.get(name) or facts.figures.get(name.rpartition("的")[0])
    said = [_phrase(facts, inner, name) for inner in inners if times.in_text[inner]]
    tabled = [IN_TABLE] if any(times.in_tables[inner] for inner in inners) else []
    phrases = tuple(dict.fromkeys(said + tabled))
    if base is None:
        return Missing(name, True, "", "", "", phrases, places)  # noqa: FBT003
    cell = _cell(base)
    return Missing(name, True, base.unit, base.from_whom, base.due, phrases, places, *cell)  # noqa: FBT003


def _cell(figure: Figure) -> tuple[str, str, str]:
    """Return table, row and column of `乡镇表[城关镇].来访`; nothing of other figures."""
    if not figure.row:
        return "", "", ""
    table, _, column = figure.name.partition(f"[{figure.row}].")
    return table, figure.row, column


def _phrase(facts: Facts, inner: str, name: str) -> str:
    if inner == name:
        return "本数"
    column = facts.figures.get(inner)
    if column is not None and column.cells:
        return f"{inner.rpartition('.')[2]}合计"
    return inner.removeprefix(f"{name}.").partition("(")[0].rpartition(".")[2]
