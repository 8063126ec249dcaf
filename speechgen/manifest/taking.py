"""Taking the manifest of a fresh draft: its passages, and every figure where it stands."""

from __future__ import annotations

from collections.abc import Iterable

from speechgen.document import Block, Document, Run, Table
from speechgen.ledger import Entry, Ledger
from speechgen.manifest.records import TABLE, Manifest, Occurrence, Passage
from speechgen.numerals import plain


def manifest_of(document: Document, ledger: Ledger) -> Manifest:
    """Return the manifest of a fresh draft; its occurrences are numbered as they appear."""
    notes = _Notes(ledger)
    passages = tuple([notes.passage(block, index) for index, block in enumerate(document.blocks)])
    return Manifest(
        ident=document.ident,
        kind=document.kind,
        seed=document.seed,
        template=document.template,
        next_number=len(notes.found) + 1,
        passages=passages,
        occurrences=tuple(notes.found),
        spoken=_spoken(ledger, notes.found),
    )


class _Notes:
    """Walks through a document once and notes where its figures stand."""

    __slots__ = ("found", "ledger")

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.found: list[Occurrence] = []

    def passage(self, block: Block | Table, index: int) -> Passage:
        if isinstance(block, Table):
            self._table(block, index)
            return Passage(block.key, TABLE, block.text)
        return Passage(block.key, block.role.value, self._runs(block.runs, index, 0))

    def _runs(self, runs: tuple[Run, ...], index: int, start: int) -> str:
        texts = []
        for run in runs:
            text = run.text
            texts.append(text)
            if run.expression:
                self._figure(run, index, start)
            start += len(text)
        return "".join(texts)

    def _figure(self, run: Run, index: int, start: int) -> None:
        entry = self.ledger.get(run.expression)
        self.found.append(
            Occurrence(
                len(self.found) + 1,
                run.expression,
                run.context,
                index,
                start,
                start + len(run.text),
                run.text,
                "" if entry is None or entry.value is None else plain(entry.value),
                "" if entry is None else entry.unit,
                run.status,
            )
        )

    def _table(self, table: Table, index: int) -> None:
        start = len("\t".join(table.columns)) + 1
        for cells in table.rows:
            head = "".join([run.text for run in cells[0]]) if cells else ""
            for position, cell in enumerate(cells):
                first = len(self.found)
                start += len(self._runs(cell, index, start)) + 1
                column = table.columns[position] if position < len(table.columns) else ""
                for at in range(first, len(self.found)):
                    self.found[at] = self.found[at]._replace(row=head, column=column)


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
