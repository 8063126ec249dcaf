"""Taking the manifest of a fresh draft: its passages, and every figure where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from speechgen.document import Block, Document, Run, Table
from speechgen.ledger import Entry, Ledger
from speechgen.manifest.records import TABLE, Manifest, Occurrence, Passage
from speechgen.numerals import plain


def manifest_of(document: Document, ledger: Ledger) -> Manifest:
    """Return the manifest of a fresh draft; its occurrences are numbered as they appear."""
    passages: list[Passage] = []
    found: list[Occurrence] = []
    for index, block in enumerate(document.blocks):
        passage, figures = _table(block) if isinstance(block, Table) else _paragraph(block)
        passages.append(passage)
        for figure in figures:
            found.append(_occurrence(len(found) + 1, index, figure, ledger))
    return Manifest(
        ident=document.ident,
        kind=document.kind,
        seed=document.seed,
        template=document.template,
        next_number=len(found) + 1,
        passages=tuple(passages),
        occurrences=tuple(found),
        spoken=_spoken(ledger, found),
    )


class _Figure(NamedTuple):
    """A figure run in its passage."""

    run: Run
    start: int
    row: str = ""
    column: str = ""


@lru_cache(maxsize=4096)
def _paragraph(block: Block) -> tuple[Passage, tuple[_Figure, ...]]:
    """Return the passage of a paragraph, and the figures in it."""
    figures = tuple([_Figure(run, start) for run, start in _figures(block.runs, 0)])
    return Passage(block.key, block.role.value, block.text), figures


def _table(table: Table) -> tuple[Passage, tuple[_Figure, ...]]:
    figures: list[_Figure] = []
    start = len("\t".join(table.columns)) + 1
    for cells in table.rows:
        head = "".join([run.text for run in cells[0]]) if cells else ""
        for position, cell in enumerate(cells):
            column = table.columns[position] if position < len(table.columns) else ""
            figures.extend([_Figure(run, at, head, column) for run, at in _figures(cell, start)])
            start += sum([len(run.text) for run in cell]) + 1
    return Passage(table.key, TABLE, table.text), tuple(figures)


def _figures(runs: tuple[Run, ...], start: int) -> list[tuple[Run, int]]:
    """Return the figures of `runs`, each with its offset; the first run stands at `start`."""
    figures = []
    for run in runs:
        if run.expression:
            figures.append((run, start))
        start += len(run.text)
    return figures


def _occurrence(number: int, block: int, figure: _Figure, ledger: Ledger) -> Occurrence:
    run, start, row, column = figure
    entry = ledger.get(run.expression)
    return Occurrence(
        number,
        run.expression,
        run.context,
        block,
        start,
        start + len(run.text),
        run.text,
        "" if entry is None or entry.value is None else plain(entry.value),
        "" if entry is None else entry.unit,
        run.status,
        row,
        column,
    )


def _spoken(ledger: Ledger, occurrences: Iterable[Occurrence]) -> tuple[Entry, ...]:
    """Return the entries of what is spoken, in order of first mention.

    The parts of a sum are named only where the paper speaks every one of them: the others are
    not ours to tell, and a sum with a part unknown cannot be checked in the paper anyway. Nor
    does it travel which inputs a missing figure lacks.
    """
    expressions = dict.fromkeys([occurrence.expression for occurrence in occurrences])
    entries = [ledger[expression] for expression in expressions if expression in ledger]
    named = {entry.figure for entry in entries}
    return tuple(
        [_discreet(entry, named) if entry.parts or entry.lacks else entry for entry in entries]
    )


def _discreet(entry: Entry, named: set[str]) -> Entry:
    return Entry(
        entry.expression,
        entry.figure,
        entry.printed,
        entry.unit,
        entry.value,
        entry.status,
        entry.parts if named.issuperset(entry.parts) else (),
    )
