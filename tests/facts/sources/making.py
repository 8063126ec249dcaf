"""Small workbooks for tests, and what the facts beside them say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook

from speechgen.facts.facts import Facts
from speechgen.facts.printing import with_unit
from speechgen.facts.read import read_text
from speechgen.problems import Problem, SpeechgenError

Content = str | int | float | bool | date | None
Rows = Sequence[Sequence[Content]]
HEAD = "文种: 工作会议讲话\n"


def workbook(
    path: Path,
    rows: Rows,
    forms: Mapping[str, str] | None = None,
    merged: Sequence[str] = (),
    title: str = "汇总",
) -> Path:
    """Write one sheet of `rows`; `forms` are number formats by cell, `merged` ranges."""
    book = Workbook()
    sheet = book.create_sheet(title, 0)
    del book["Sheet"]
    for row in rows:
        sheet.append(list(row))
    for cell, form in (forms or {}).items():
        sheet[cell].number_format = form
    for one in merged:
        sheet.merge_cells(one)
    book.save(path)
    return path


def facts(folder: Path, text: str) -> Facts:
    """Return the facts that `text` says, in a file of `folder`."""
    return read_text(HEAD + text, str(folder / "素材.yaml"))


def problems(folder: Path, text: str) -> tuple[Problem, ...]:
    try:
        return facts(folder, text).problems
    except SpeechgenError as error:
        return error.problems


def told(folder: Path, text: str) -> str:
    """Return the problems as a secretary reads them, or what the figures are."""
    found = problems(folder, text)
    if found:
        return "\n".join(map(str, found)).replace(f"{folder}/", "")
    return "\n".join(lines(facts(folder, text)))


def lines(read: Facts) -> list[str]:
    """Return one line a figure or name: name, value, last year's, source."""
    figures = [
        f"{one.name} {with_unit(one, one.amount)}"
        + (f"（{with_unit(one, one.last_year)}）" if one.last_year else "")
        + f" {one.source}"
        for one in read.figures.values()
    ]
    return [line.rstrip() for line in figures] + [
        f"{name.name} {name.value or name.mark}" for name in read.names.values()
    ]
