"""数据来源: the figures that tables give, merged into the entries of 数据."""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import normalize

from speechgen.facts.figure import Amount
from speechgen.facts.figure_entries import Taken, usable
from speechgen.facts.file.lines import Node
from speechgen.facts.item import Item
from speechgen.facts.keys.table import TOP
from speechgen.facts.reading import Reading, shown
from speechgen.facts.records import records
from speechgen.facts.sources.choosing import Used, used_sheet
from speechgen.facts.sources.filled import answers
from speechgen.facts.sources.header import Header
from speechgen.facts.sources.merging import differ, merged
from speechgen.facts.sources.page import SheetPage, scalar
from speechgen.facts.sources.rows import Entry, entries
from speechgen.facts.sources.said import is_same, said_at
from speechgen.facts.sources.vocabulary import AMOUNTS, is_last_month
from speechgen.problems import FactsPlace, nearest

_UNIT = "单位"
_DEFAULTS = ("时段", _UNIT, "来源")
MOST_FIGURES = 20_000
"""Rows of figures in all tables together: read in some five seconds."""

_GIVEN = frozenset({"值", "位次", "状态"})

Strays = dict[str, FactsPlace]
"""Names that the filled list has and 数据 has not: cells of tables, or nothing that is known."""


class Gathered:
    """What all tables together have given so far."""

    __slots__ = ("_unparted", "blanks", "owners", "reading", "rows", "strays", "taken")

    def __init__(self, reading: Reading, taken: Taken) -> None:
        self.reading = reading
        self.taken = taken
        self.owners: dict[tuple[str, str], FactsPlace] = {}
        """By figure and key: the cell that gives the number."""

        self.blanks: dict[str, FactsPlace] = {}
        self.strays: Strays = {}
        self.rows = 0
        """Rows of figures that were read."""

        self._unparted = {_unparted(name): known for name, known in taken.items()}

    def known(self, name: str) -> str | None:
        """Return the name that the facts have for `name`, whatever blanks are in either."""
        found = self.taken.get(normalize("NFKC", name))
        return self._unparted.get(_unparted(name)) if found is None else found


def _unparted(name: str) -> str:
    return "".join(normalize("NFKC", name).split())


def read_into(node: Node, reading: Reading, taken: Taken) -> Strays:
    """Merge what 数据来源 gives into `reading.entries`; return names that 数据 does not have.

    Filled names (××) wait in `reading.fills`. All problems go to `reading`.
    """
    items = records(node, TOP.lookup["数据来源"], reading, (None, "", None, 0)) or ()
    reading.sources = items
    used = [(item, found) for item in items if (found := used_sheet(item, reading)) is not None]
    reading.is_cut = len(used) < len(items)
    gathered = Gathered(reading, taken)
    for item, (page, header) in used:
        if not header.is_filling:
            _read_figures(page, header, item, gathered)
    if gathered.rows > MOST_FIGURES:
        message = f"表里的数太多：几张表加起来最多 {MOST_FIGURES // 10_000} 万行数"
        hint = "请只留下要用的行"
        reading.report(reading.page.place(node.start), "source-too-large", message, hint)
        reading.is_cut = True
    for _, (page, header) in used:
        if header.is_filling:
            _read_answers(page, header, gathered)
    _say_blanks(gathered)
    _say_valueless(used, gathered)
    if reading.is_cut:
        _leave_open(reading, tuple(reading.entries))
    return gathered.strays


def _leave_open(reading: Reading, names: Iterable[str]) -> None:
    """Count figures as 待核 whose value may stand in a table that could not be read."""
    for name in names:
        item = reading.entries[name]
        if "值" not in item and "位次" not in item:
            values = {"值": Amount(None, item.place), **item.values}
            reading.entries[name] = Item(values, item.places, item.place)


def check_strays(strays: Strays, reading: Reading) -> None:
    """Report the names of the filled list that neither 数据 nor a table has."""
    for name, place in strays.items():
        if reading.entries.pop(name, None) is not None:
            _report_unknown(name, place, reading)


def check_fills(reading: Reading, root: Item) -> None:
    """Report filled names that the facts do not lack, or of which `root` says something else."""
    for name, (text, place) in reading.fills.items():
        if name not in reading.names:
            known = said_at(name, root)
            if known is None:
                _report_unknown(name, place, reading)
            elif not is_same(text, known.text):
                _differ(name, text, known.text, place, known.place, reading)


def _report_unknown(name: str, place: FactsPlace, reading: Reading) -> None:
    near = nearest(name, [*reading.entries, *reading.names])
    hint = f"是不是“{near}”？" if near else "素材里已经没有它的，请从清单里删去这一行"
    message = f"清单里的“{shown(name)}”，素材里没有"
    reading.report(place, "unknown-figure", message, hint)


def fill_names(reading: Reading) -> None:
    """Give the names that were missing what the filled list says."""
    for name, (text, place) in reading.fills.items():
        known = reading.names.get(name)
        if known is not None and known.value is None:
            reading.names[name] = known._replace(value=text)
        elif known is not None and known.value != text:
            _differ(name, text, known.value or "", place, known.place, reading)


def _differ(  # noqa: PLR0913, PLR0917 - both sides, and where they stand
    name: str, here: str, there: str, place: FactsPlace, other: FactsPlace, reading: Reading
) -> None:
    what = f"“{shown(name)}”这里是“{shown(here)}”，另一处是“{shown(there)}”"
    differ(what, place, other, reading)


def _read_figures(page: SheetPage, header: Header, item: Item, gathered: Gathered) -> None:
    defaults = {key: text for key in _DEFAULTS if (text := item.text(key))}
    mine, reading = Reading(page), gathered.reading
    seen: dict[str, FactsPlace] = {}
    before = header.columns.get("上期")
    monthly = before is not None and is_last_month(before.texts)
    if max(page.sheet.rows, default=0) <= header.last:
        message = f"“{shown(page.file)}”的表头下面没有数"
        reading.warn(item.where("文件"), "no-header", message, "请核对是不是拿错了文件")
    for entry in entries(page, header, defaults, mine):
        gathered.rows += 1
        if gathered.rows > MOST_FIGURES:
            break
        name = _name(entry, page, seen, mine, gathered)
        if name:
            seen[name] = page.cell(entry.cell)
            if monthly and "上期" in entry.item and "上期" not in reading.entries.get(name, ()):
                reading.monthly[name] = entry.item.where("上期")
            _add(name, entry, gathered)
    reading.problems += mine.problems
    reading.warnings += mine.warnings


def _name(entry: Entry, page: SheetPage, seen: Strays, mine: Reading, gathered: Gathered) -> str:
    """Return the name under which a row goes into 数据; empty where it does not go there."""
    place = page.cell(entry.cell)
    known = gathered.known(entry.name)
    if entry.is_bare and (known is None or known in seen):
        return ""  # a heading, or who filled the list
    if known is None:
        good = usable(entry.name, scalar(entry.name, entry.cell), "数据", mine, gathered.taken)
        return entry.name if good else ""
    if known not in seen:
        return known
    differ(f"“{shown(entry.name)}”在一张表里写了两次", place, seen[known], mine)
    return ""


def _add(name: str, entry: Entry, gathered: Gathered) -> None:
    given, reading = entry.item, gathered.reading
    for key in AMOUNTS:
        amount = given.get(key)
        if isinstance(amount, Amount) and amount.value is not None:
            other = gathered.owners.setdefault((name, key), amount.place)
            if other != amount.place:
                differ(f"“{shown(name)}”的{key}，两张表都有", amount.place, other, reading)
                return
    typed = reading.entries.get(name, Item({}, {}, given.place))
    if not entry.has_own_unit and _UNIT in typed:
        given = _without_unit(given)
    reading.entries[name] = merged(name, typed, given, reading)
    if entry.is_blank and "值" not in typed:
        gathered.blanks[name] = given.where("值")


def _say_valueless(used: Iterable[tuple[Item, Used]], gathered: Gathered) -> None:
    """Report once a table without a column of 值, where nothing else gives its figures any."""
    reading = gathered.reading
    for item, (page, header) in used:
        if "值" in header.columns or "位次" in header.columns or header.is_filling:
            continue
        names = [
            name
            for name, entry in reading.entries.items()
            if not _GIVEN.intersection(entry)
            and any(at.file == page.file for at in (entry.place, *entry.places.values()))
        ]
        if names:
            message = f"“{shown(page.file)}”里没有“值”这一栏（本期、本年累计、今年）"
            hint = "请在“列”里写明哪一栏是值，如 列: {本年数: 值}"
            reading.report(item.where("文件"), "no-header", message, hint)
            _leave_open(reading, names)


def _without_unit(item: Item) -> Item:
    values = {key: value for key, value in item.values.items() if key != _UNIT}
    return Item(values, item.places, item.place)


def _say_blanks(gathered: Gathered) -> None:
    """Say of which figures nobody has filled the value, in no table and not in the list."""
    for name, place in gathered.blanks.items():
        value = gathered.reading.entries[name].get("值")
        if isinstance(value, Amount) and value.value is None:
            message = f"“{shown(name)}”在表里没有填数，按待核处理"
            hint = "填上以后再运行一次，就有了"
            gathered.reading.warn(place, "empty-value", message, hint)


def _read_answers(page: SheetPage, header: Header, gathered: Gathered) -> None:
    reading = gathered.reading
    mine = Reading(page)
    for answer in answers(page, header, mine):
        name = gathered.known(answer.name) or answer.name
        place = page.cell(answer.cell)
        if answer.item is None:
            text, first = reading.fills.setdefault(name, (answer.text, place))
            if text != answer.text:
                _differ(name, answer.text, text, place, first, reading)
            continue
        if name not in reading.entries:
            gathered.strays.setdefault(name, place)
        typed = reading.entries.get(name, Item({}, {}, place))
        reading.entries[name] = merged(name, typed, answer.item, reading)
    reading.problems += mine.problems
    reading.warnings += mine.warnings
