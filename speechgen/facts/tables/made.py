"""The figure of a cell or column, with what 数据 or the filled list say of it beside the table."""

from __future__ import annotations

from speechgen.facts.entry import UNITLESS, check_print, make, printable, unit_of
from speechgen.facts.figure import Amount, Figure
from speechgen.facts.figure_entries import COUNTED, check_counts
from speechgen.facts.item import Item
from speechgen.facts.reading import Reading, shown
from speechgen.facts.tables.typed import Sheet, Spec

_NOTHING = Figure._field_defaults
"""What a figure holds where nothing is said."""

_OF_THE_TABLE = ("分项", "总量", "占比", "核对")
"""What only an entry that stands by itself can have."""

_FIELDS_OF_THE_TABLE = frozenset({"parts", "whole", "share"})


def made(  # noqa: PLR0913 - what it is made of
    sheet: Sheet, spec: Spec, name: str, amount: Amount | None, unit: str, *, row: str = ""
) -> Figure:
    """Return the figure `name` with all that the table says of it; `row` is empty for a column."""
    return Figure(
        name,
        spec.place if amount is None else amount.place,
        amount,
        unit,
        sheet.period,
        category=spec.category or sheet.category,
        better=spec.better or sheet.better,
        decimals=spec.decimals,
        from_whom=sheet.from_whom,
        due=sheet.due,
        source=sheet.source,
        row=row,
    )


def told(name: str, amount: Amount | None, item: Item, reading: Reading) -> Amount | None:
    """Return the number of a cell that may be given beside the table: what is 待核 is taken.

    Two numbers that differ, and a formula, are reported.
    """
    found = item.get("值")
    if isinstance(found, str):
        message = f"“{shown(name)}”是表格里的数，不能再写算式"
        reading.report(item.where("值"), "bad-name", message, "请换一个名字，或把算式写在“列”里")
    if not isinstance(found, Amount) or found.value is None:
        return amount
    if amount is None or amount.value is None:
        return found
    if found.value != amount.value:
        message = f"“{shown(name)}”在表格里和别处写的数不同，表格里在第{amount.place.line}行"
        reading.report(found.place, "source-conflict", message, "请删去一处")
    return amount


def completed(figure: Figure, item: Item, reading: Reading) -> Figure:
    """Return `figure` with what `item`, its entry beside the table, adds: 上年同期, 向好.

    The entry speaks of this one figure and the table of all, so its words come first. What does
    not fit the figure of a table is reported.
    """
    _check(figure, item, reading)
    own = make(figure.name, item, None, figure.unit)
    kept = _FIELDS_OF_THE_TABLE | ({"decimals"} if figure.decimals is not None else set())
    said = {
        field: value
        for field, value in own._asdict().items()
        if field not in kept and value != _NOTHING.get(field, value)
    }
    found = figure._replace(**said)
    check_print(found, item, reading.problems)
    return printable(found, reading.problems)


def _check(figure: Figure, item: Item, reading: Reading) -> None:
    unit = unit_of(item)
    if unit and unit != figure.unit:
        message = f"“{shown(figure.name)}”这里写的单位是“{shown(unit)}”"
        hint = f"表格里的单位是“{shown(figure.unit or UNITLESS)}”，请核对"
        place = item.where("单位") if "单位" in item.places else item.place
        reading.report(place, "unit-conflict", message, hint)
    elif figure.unit in COUNTED:
        check_counts(item.values, figure.unit, reading)
    for key in _OF_THE_TABLE:
        if key in item:
            message = f"“{shown(figure.name)}”是表格里的数，不能写“{key}”"
            hint = "要写的，请在“数据”里另起一个名字"
            reading.report(item.where(key), "misplaced-key", message, hint)
