"""All figures, and what is missing: shown, or written as a list to hand on or send out."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from speechgen import outputs
from speechgen.drafting.draft import Draft
from speechgen.drafting.telling import asking, listing
from speechgen.facts.facts import Facts
from speechgen.facts.lists import workbook
from speechgen.facts.read import read
from speechgen.operations import drafts, problems_of
from speechgen.operations.sources import sources
from speechgen.outputs import Output
from speechgen.problems import Problem, SpeechgenError

BOOK, SHEET, TEXT = ".xlsx", ".csv", ".txt"


class Listed(NamedTuple):
    """A list about the facts, as it is shown, and where it was written."""

    lines: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """The same as rows of a sheet, the header first."""

    problems: tuple[Problem, ...]
    path: Path | None = None
    """None where it was only shown."""


def figures(  # noqa: PLR0913 - the options of the command
    facts_path: Path,
    out: Path | None = None,
    *,
    kind: str = "",
    missing: bool = False,
    every: bool = False,
    force: bool = False,
    templates: Path | None = None,
) -> Listed:
    """Return the table of all figures, or the list of what is `missing`; write it to `out`.

    An empty list is not written.

    Raises:
        SpeechgenError: the facts cannot be read; something else stands at `out`, or it cannot be
            written. Nothing is written then.
    """
    facts = read(facts_path)
    papers, lacking = _papers(facts, templates, kind)
    if missing:
        asked = asking.asking(facts, papers)
        lines, rows = asking.lines(asked), asking.cells(asked)
    else:
        table = listing.listing(facts, papers, every=every)
        table = table if out is None else listing.public(table)
        lines, rows = listing.lines(table), listing.cells(table)
    listed = Listed(tuple(lines), tuple(rows), (*problems_of(facts, papers), *lacking))
    if out is None or len(rows) == 1:
        return listed
    for source in (facts_path, *sources(facts, facts_path)):
        outputs.refuse_input(source, [out])
    _put_down(listed, out, "待核清单" if missing else "数据表", force=force)
    return listed._replace(path=out)


def _papers(
    facts: Facts, templates: Path | None, kind: str
) -> tuple[tuple[Draft, ...], tuple[Problem, ...]]:
    """Return the drafts; none, and why, where the facts are not enough for a paper yet.

    Raises:
        SpeechgenError: there is no such kind, or a template is faulty.
    """
    try:
        return drafts(facts, templates, (kind,) if kind else ()), ()
    except SpeechgenError as error:
        if any(problem.code != "kind-needs" for problem in error.problems):
            raise
        return (), tuple([problem._replace(severity="warn") for problem in error.problems])


def _put_down(listed: Listed, out: Path, title: str, *, force: bool) -> None:
    """Write a list as the kind of file that `out` names.

    Raises:
        SpeechgenError: as `figures`.
    """
    suffix = out.suffix.lower()
    if suffix not in (BOOK, SHEET, TEXT):
        raise SpeechgenError(outputs.not_written(out, (BOOK, SHEET, TEXT)))
    if suffix == TEXT:
        data = "\n".join([*listed.lines, ""]).encode()
    elif suffix == SHEET:
        data = workbook.csv_bytes(listed.rows)
    else:
        data = workbook.xlsx_bytes(listed.rows, str(out), title)
    outputs.refuse_standing(out, data, force=force)
    outputs.write_all([Output(out, data, keep=force)])
