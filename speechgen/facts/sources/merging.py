"""What several places say of one figure, brought together; what they say differently, reported."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from speechgen.facts.figure import PERCENT, Amount
from speechgen.facts.figure_entries import settle_unit
from speechgen.facts.item import Item, Value
from speechgen.facts.keys.key import MISSING
from speechgen.facts.reading import Reading, shown
from speechgen.facts.sources.vocabulary import AMOUNTS
from speechgen.numerals import plain
from speechgen.problems import CellPlace, FactsPlace

_OWN_WORDS = frozenset({"来源", "由谁提供", "期限", "小数"})
"""Keys of which the facts file has the last word."""

_UNIT = "单位"
_SOURCE = "来源"


def merged(name: str, typed: Item, given: Item, reading: Reading) -> Item:
    """Return the entry `name` of 数据 with what a table gives; where the two differ, it is said.

    What is 待核 in one place is taken from the other. The facts file keeps its own words.
    """
    values, places = _taken_apart(typed)
    _take(name, values, places, given, reading)
    if values.get("状态") == MISSING and not _is_missing(values.get("值")):
        del values["状态"]
    value_at = places.get("值")
    if isinstance(value_at, CellPlace):
        values.setdefault(_SOURCE, str(value_at))
    reading.signs[:] = [*_signs(typed, values), *_signs(given, values)]
    settle_unit(values, reading)
    return Item(values, places, typed.place)


def differ(what: str, here: FactsPlace, there: FactsPlace, reading: Reading) -> None:
    """Report that two places give the same thing; `what` tells both."""
    other = f" {there}" if isinstance(there, CellPlace) else f"素材第{there.line}行"
    reading.report(here, "source-conflict", f"{what}（另一处在{other}）", "请核对，只留一处")


def _taken_apart(item: Item) -> tuple[dict[str, Value], dict[str, FactsPlace]]:
    """Return values and places of an entry without a unit that nobody typed."""
    places = dict(item.places)
    values = dict(item.values)
    if _UNIT not in places:
        values.pop(_UNIT, None)
    return values, places


def _take(
    name: str,
    values: dict[str, Value],
    places: dict[str, FactsPlace],
    given: Item,
    reading: Reading,
) -> None:
    theirs, where = _taken_apart(given)
    for key, value in theirs.items():
        mine = values.get(key)
        if mine is None or (_is_missing(mine) and not _is_missing(value)):
            values[key], places[key] = value, where.get(key, given.place)
        elif isinstance(mine, Item) and isinstance(value, Item):
            inner, at = dict(mine.values), dict(mine.places)
            _take(f"{name}的{key}", inner, at, value, reading)
            values[key] = Item(inner, at, mine.place)
        elif not _is_missing(value) and key not in _OWN_WORDS and not _same(mine, value):
            what = f"“{shown(name)}”的{key}，这里是{_said(value)}，另一处是{_said(mine)}"
            differ(what, where.get(key, given.place), places.get(key, given.place), reading)


def _is_missing(value: Value | None) -> bool:
    return value is None or value == MISSING or (isinstance(value, Amount) and value.value is None)


def _same(one: Value, other: Value) -> bool:
    if isinstance(one, Amount) and isinstance(other, Amount):
        return one.value == other.value
    return one == other


def _said(value: Value) -> str:
    if isinstance(value, Amount):
        return "待核" if value.value is None else plain(value.value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return "、".join(map(_said, value))
    return "几项" if isinstance(value, Item) else f"“{shown(str(value))}”"


def _signs(item: Item, values: Mapping[str, Value]) -> Iterator[tuple[str, bool, FactsPlace]]:
    """Yield what was typed with % and what without, of numbers that stand in `values`."""
    if _UNIT in item.places or item.text(_UNIT) not in {"", PERCENT}:
        return
    for key in AMOUNTS:
        amount = item.get(key)
        if isinstance(amount, Amount) and amount.value is not None and amount is values.get(key):
            yield key, item.text(_UNIT) == PERCENT, amount.place
