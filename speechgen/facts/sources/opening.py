"""From a file name to the sheets that may be meant."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from speechgen.facts.reading import Reading, shown
from speechgen.facts.sources import delimited, paths
from speechgen.facts.sources.sheet import Reason, Sheet, Unreadable
from speechgen.facts.sources.xlsx import Workbook, workbook
from speechgen.problems import FactsPlace, nearest

Sheets = tuple[Callable[[], Sheet], ...]
"""Sheets that are read when they are called."""


def sheets(name: str, wanted: str, place: FactsPlace, reading: Reading) -> Sheets:
    """Return the sheet `wanted` of the file `name`; where it is empty, all that are not hidden.

    What keeps the file from being read is reported at `place`, and nothing is returned.
    """
    data = paths.content(name, place, reading)
    if data is None:
        return ()
    try:
        return _sheets(name, data, wanted)
    except Unreadable as error:
        refuse(name, error, place, reading)
        return ()


def refuse(name: str, error: Unreadable, place: FactsPlace, reading: Reading) -> None:
    """Report at `place` why the file `name` cannot be read."""
    code, message, hint = error.reason
    reading.report(place, code, f"“{shown(name)}”{message}", hint)


def _sheets(name: str, data: bytes, wanted: str) -> Sheets:
    if PurePath(name).suffix.lower() == paths.CSV:
        if wanted:
            raise Unreadable(Reason("no-sheet", "是 CSV，没有工作表", "请删去“工作表”这一项"))
        found = delimited.sheet(data)
        return (lambda: found,)
    book = workbook(data)
    chosen = (_called(wanted, book),) if wanted else book.shown or book.names
    return tuple([_later(book, one) for one in chosen])


def _later(book: Workbook, name: str) -> Callable[[], Sheet]:
    return lambda: book.sheet(name)


def _called(wanted: str, book: Workbook) -> str:
    by_name = {name.strip(): name for name in book.names}
    if wanted in by_name:
        return by_name[wanted]
    near = nearest(wanted, by_name)
    listed = shown("、".join(by_name), 80)
    hint = f"是不是“{shown(near)}”？" if near else f"里面有：{listed}"
    raise Unreadable(Reason("no-sheet", f"里没有叫“{shown(wanted)}”的工作表", hint))
