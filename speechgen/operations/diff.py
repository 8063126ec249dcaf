"""Two facts files side by side, and the papers they make."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from speechgen.drafting.draft import Draft
from speechgen.drafting.two_drafts import comparing
from speechgen.facts.facts import Facts
from speechgen.facts.read import read
from speechgen.operations import drafts, problems_of
from speechgen.operations.sources import sources
from speechgen.problems import Problem, SpeechgenError


class Compared(NamedTuple):
    """What differs between two facts files, as it is shown, and as records."""

    lines: tuple[str, ...]
    records: tuple[Mapping[str, object], ...]
    problems: tuple[Problem, ...]
    """Of the new file."""


def diff(old_path: Path, new_path: Path, *, templates: Path | None = None) -> Compared:
    """Return what differs between two facts files, and which paragraphs of the papers change.

    Raises:
        SpeechgenError: one of them cannot be read, or no draft can be made of the new one.
    """
    old, old_problems = _read(old_path)
    new, new_problems = _read(new_path)
    if old is None or new is None:
        raise SpeechgenError(*old_problems, *new_problems)
    fresh = drafts(new, templates, ())
    pairs = [(_before(old, after, templates), after) for after in fresh]
    notes = [
        f"旧素材写不出“{after.document.kind}”，这一篇没有对比"
        for before, after in pairs
        if before is None
    ]
    notes += _same_sources(old, old_path, new, new_path)
    both = [(before, after) for before, after in pairs if before is not None]
    found = comparing.comparison(old, new, both, notes)
    problems = problems_of(new, fresh)
    return Compared(tuple(comparing.lines(found)), tuple(comparing.records(found)), problems)


def _same_sources(old: Facts, old_path: Path, new: Facts, new_path: Path) -> list[str]:
    """Return a note where both sides read the very same sheet: what changed there is not seen."""
    before = sources(old, old_path)
    names = [name for path, name in sources(new, new_path).items() if path in before]
    if not names:
        return []
    return [f"两份素材读的是同一份{'、'.join(names)}，里面改了什么看不出来；对比时旧的也要留一份"]


def _read(path: Path) -> tuple[Facts | None, tuple[Problem, ...]]:
    """Return a facts file, or what keeps it from being read."""
    try:
        return read(path), ()
    except SpeechgenError as error:
        return None, error.problems


def _before(old: Facts, after: Draft, templates: Path | None) -> Draft | None:
    """Return the draft that `old` makes of the same kind; None where it lacks what that needs."""
    try:
        return drafts(old, templates, (after.document.kind,))[0]
    except SpeechgenError:
        return None
