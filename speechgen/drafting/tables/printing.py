"""Tables of the facts as blocks of the paper: caption, unit line and table, or an enclosure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from speechgen.document import Block, Role, Run, Table
from speechgen.drafting.blocks import block_of, entry_of
from speechgen.drafting.speaker import Speaker
from speechgen.drafting.tables.places import Blocks, behind_notes, place_of
from speechgen.facts.figure import PERCENT, Figure
from speechgen.facts.speak import ONE_PLACE
from speechgen.facts.tables.record import BLANK, Cell, Column, Row, TableFacts
from speechgen.ledger import Ledger

_NUMBERED = re.compile(r"^附?表\s*[0-9０-９一二三四五六七八九十]+[\s:：.．、]+")
"""表1 as typed before a caption: tables are counted by the program."""

_NOTE = "附件："


def with_tables(blocks: tuple[Block, ...], speaker: Speaker, ledger: Ledger) -> Blocks:
    """Return `blocks` with the tables of the facts among and behind them.

    A table stands behind the first paragraph that speaks it; one that asks for it (位置: 文后),
    or that the paper does not speak, is an enclosure. Where the facts make several papers, a
    table that one of them does not speak is left out there. Cells join the ledger.
    """
    several = len(speaker.facts.kinds) > 1
    inside: dict[int, list[TableFacts]] = {}
    enclosed: list[TableFacts] = []
    for table in speaker.facts.tables:
        at = place_of(table.name, blocks) if table.position == "文中" else None
        if at is not None:
            inside.setdefault(at, []).append(table)
        elif table.position == "文后" or (table.position == "文中" and not several):
            enclosed.append(table)
    found = _among(blocks, inside, speaker, ledger)
    return _enclosed(found, enclosed, speaker, ledger) if enclosed else tuple(found)


def _among(
    blocks: tuple[Block, ...],
    inside: dict[int, list[TableFacts]],
    speaker: Speaker,
    ledger: Ledger,
) -> list[Block | Table]:
    """Put each table behind its block, counted as they are printed: 表1, 表2 (GB/T 1.1)."""
    out: list[Block | Table] = []
    number = 0
    for at, block in enumerate(blocks):
        out.append(block)
        for table in inside.get(at, ()):
            number += 1
            text = f"表{number}\u3000{_caption(table)}"
            out.append(block_of(key_of(table, "表题"), Role.CAPTION, text, speaker, ledger))
            out += _printed(table, speaker, ledger)
    return out


def _enclosed(
    blocks: list[Block | Table], tables: list[TableFacts], speaker: Speaker, ledger: Ledger
) -> Blocks:
    """Put tables behind everything as 附件, and their names below the text (GB/T 9704, 7.3.4)."""
    at, before = behind_notes(blocks)
    single = len(tables) == 1 and not before
    notes: list[Block | Table] = []
    ends: list[Block | Table] = []
    for number, table in enumerate(tables, before + 1):
        caption = _caption(table)
        note = ("" if notes or before else _NOTE) + ("" if single else f"{number}. ") + caption
        label = "附件" if single else f"附件{number}"
        notes.append(
            block_of(key_of(table, "附件说明"), Role.ATTACHMENT_NOTE, note, speaker, ledger)
        )
        ends.append(Block(key_of(table, "附件"), Role.ATTACHMENT_LABEL, (Run(label),)))
        ends.append(block_of(key_of(table, "附件标题"), Role.TITLE, caption, speaker, ledger))
        ends += _printed(table, speaker, ledger)
    return (*blocks[:at], *notes, *blocks[at:], *ends)


def key_of(table: TableFacts, what: str = "") -> str:
    """Return the key of a table's block, or of what stands above it: `表格/乡镇表/表题`."""
    return f"表格/{table.name}/{what}" if what else f"表格/{table.name}"


def _caption(table: TableFacts) -> str:
    """Return 标题 without a number typed before it, or a stop; else the table's name."""
    return _NUMBERED.sub("", table.caption.strip()).strip("。 \u3000") or table.name


def _printed(table: TableFacts, speaker: Speaker, ledger: Ledger) -> Iterable[Block | Table]:
    """Yield the unit line, where one unit is that of several columns, and the table."""
    unit = _shared_unit(table.columns)
    if unit:
        yield Block(key_of(table, "单位"), Role.UNIT_LINE, (Run(f"单位：{unit}"),))
    totals = [_without_blanks(table.totals, table.columns)] if table.totals else []
    rows = [*totals, *table.rows] if table.totals_first else [*table.rows, *totals]
    heads = tuple([column.head if unit else _head(column) for column in table.columns])
    yield Table(key_of(table), heads, tuple([_row(row, speaker, ledger) for row in rows]))


def _shared_unit(columns: Iterable[Column]) -> str:
    """Return the unit that all columns of numbers share; percents bear their sign in the cell.

    The unit of a single column stands in its head.
    """
    units = [each.unit for each in columns if each.kind == "number" and each.unit != PERCENT]
    return units[0] if len(units) > 1 and len(set(units)) == 1 else ""


def _head(column: Column) -> str:
    """Return the head with its unit, unless it ends with it: 来访（件）, 接访批次."""
    head, unit = column.head, column.unit
    if column.kind != "number" or unit in ("", PERCENT) or head.rstrip("）)").endswith(unit):
        return head
    return f"{head}（{unit}）"


def _without_blanks(totals: Row, columns: Iterable[Column]) -> Row:
    """Return the totals with nothing in columns of words, which have no total."""
    pairs = zip(totals.cells, columns, strict=True)
    cells = [
        Cell() if column.kind == "text" and cell.text == BLANK else cell for cell, column in pairs
    ]
    return totals._replace(cells=tuple(cells))


def _row(row: Row, speaker: Speaker, ledger: Ledger) -> tuple[tuple[Run, ...], ...]:
    """Return the cells of a row; an empty one has no run."""
    return tuple([(_run(c, speaker, ledger),) if c != Cell() else () for c in row.cells])


def _run(cell: Cell, speaker: Speaker, ledger: Ledger) -> Run:
    """Return a cell: a word as it stands, or a figure without the unit that the head has."""
    expression = cell.expression
    if not expression:
        return Run(cell.text)
    figure = speaker.facts.figures.get(expression)
    alike = figure is not None and figure.unit == PERCENT and _is_rounded(figure)
    spoken = speaker.speak(expression, ONE_PLACE if alike else "")
    if expression not in ledger:
        ledger[expression] = entry_of(expression, speaker)
    return Run(spoken.text, expression, spoken.status, context=spoken.context)


def _is_rounded(figure: Figure) -> bool:
    """Return whether its decimals are ours to choose: it is computed, and asks for none."""
    return bool(figure.formula) and figure.decimals is None
