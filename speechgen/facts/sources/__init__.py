"""Tables the office keeps: .xlsx and .csv beside the facts file."""

from __future__ import annotations

from collections.abc import Sequence

from speechgen.facts.item import Item
from speechgen.facts.reading import Reading
from speechgen.facts.sources.grid import Grid, grid
from speechgen.facts.sources.opening import refuse, sheets
from speechgen.facts.sources.sheet import Unreadable


def table_rows(
    path_text: str, item: Item, reading: Reading, wanted: Sequence[str] = ()
) -> Grid | None:
    """Return heads and rows of the sheet that a table of 表格 takes its cells from.

    `item` is the record that names the file: its 工作表 and 表头 are heeded, where it has them.
    Without them the first sheet that is not hidden is read, and its first row that has the heads
    `wanted`, or words only, is the header. Numbers are exact and as a facts file has them typed
    (`1234`, `67.49%`), with the decimals that the cell shows; an empty cell is empty. A merged
    cell counts for the first of its rows. Notes, signatures and headings are no rows.

    What keeps the file from being read is reported at the place of 数据来源 or of `item`, what
    is wrong in a cell at the cell; None then, or where the sheet has no rows.
    """
    place = item.where("数据来源")
    found = sheets(path_text, item.text("工作表"), place, reading)
    if not found:
        return None
    try:
        return grid(found[0](), path_text, item, wanted, reading)
    except Unreadable as error:
        refuse(path_text, error, place, reading)
        return None
