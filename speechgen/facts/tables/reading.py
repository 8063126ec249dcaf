"""表格, read before all sentences: every table becomes figures, and later a record to print."""

from __future__ import annotations

from collections.abc import Mapping

from speechgen.facts.figure_entries import Taken, usable
from speechgen.facts.file.lines import Node, Pairs, Scalar, Series
from speechgen.facts.reading import Reading, shown
from speechgen.facts.tables.grid import Fit, lines, named, stated, totals_of
from speechgen.facts.tables.making import Table
from speechgen.facts.tables.specs import FORBIDDEN, checked, naming, specs
from speechgen.facts.tables.typed import Line, Parts, Sheet, labels_of, parts_of, sense


def tables(node: Node, reading: Reading, taken: Taken) -> list[Table]:
    """Return the tables of 表格, their cells made figures; what is wrong is reported.

    A key that has nothing to do with figures is read and reported later, with the sentences.
    """
    return [
        table
        for child in (node.children if type(node) is Series else [node])
        if type(child) is Pairs and (table := _table(child, reading, taken)) is not None
    ]


def _table(node: Pairs, reading: Reading, taken: Taken) -> Table | None:
    parts = parts_of(node)
    labels = labels_of(parts, reading)
    name = _name(parts["名称"][1] if "名称" in parts else None, labels, reading, taken)
    sheet = _sheet(name, parts, labels, reading) if name else None
    if sheet is None:
        if called := labels.get("名称", name):
            reading.broken.add(called)
        return None
    sheet = sheet._replace(place=reading.page.place(node.start))
    table = Table(sheet, reading)
    for figure in table.names():
        if figure in reading.entries:
            message = f"“{shown(figure)}”同表格“{shown(sheet.name)}”里的一个数重名"
            reading.report(reading.entries[figure].place, "bad-name", message, "请换一个名字")
    return table


def _sheet(name: str, parts: Parts, labels: Mapping[str, str], reading: Reading) -> Sheet | None:
    """Return the table as typed; None where there is nothing to make figures of."""
    filled = _filled(name, parts, labels, reading)
    if filled is None:
        return None
    fit, rows, unit = filled
    before = len(reading.problems)
    totals = totals_of(rows, fit)
    if "合计" in parts:
        given = stated(parts["合计"][1], parts["合计"][0], fit)
        if totals is not None and given is not None and any(given.cells):
            message = f"的合计写了两次：“合计”里一次，{totals.label}行一次"
            fit.report(totals.place, message, "请删去一处", "table-row")
        totals = totals or given
    if not named(rows, fit) or len(reading.problems) > before:
        return None
    return Sheet(
        name,
        fit.specs[0].place,
        unit,
        labels.get("时段", ""),
        labels.get("由谁提供", ""),
        labels.get("期限", ""),
        labels.get("来源", ""),
        sense(labels.get("向好", "")),
        labels.get("类别", ""),
        fit.specs,
        fit.naming,
        tuple(rows),
        totals,
    )


def _filled(
    name: str, parts: Parts, labels: Mapping[str, str], reading: Reading
) -> tuple[Fit, list[Line], str] | None:
    """Return columns, rows that fit them (typed, or standing in a sheet), and the unit of all."""
    if "数据来源" in parts:
        return _sourced(name, parts, labels, reading)
    if "列" not in parts or "行" not in parts:
        return None
    heads = specs(parts["列"][1], parts["列"][0], reading)
    if not heads:
        return None
    fit = Fit(name, heads, naming(heads, reading), reading)
    return fit, lines(parts["行"][1], parts["行"][0], fit), labels.get("单位", "")


def _sourced(
    name: str, parts: Parts, labels: Mapping[str, str], reading: Reading
) -> tuple[Fit, list[Line], str] | None:
    from speechgen.facts.tables import from_sheet  # noqa: PLC0415 - few tables stand in a sheet

    if "行" in parts:
        place = reading.page.place(parts["行"][1].start)
        message = f"“{shown(name)}”的行写了，又写了数据来源"
        reading.report(place, "table-shape", message, "请只留一样")
        return None
    sheet = from_sheet.sourced(parts, labels.get("单位", ""), reading)
    if sheet is None:
        return None
    given = parts.get("列")
    heads = specs(given[1], given[0], reading) if given else from_sheet.columns(sheet)
    heads = checked(heads, reading)
    if not heads:
        return None
    found = from_sheet.lines(sheet, name, heads, reading)
    if found is None:
        return None
    heads, rows = found
    return Fit(name, heads, naming(heads, reading), reading), rows, sheet.unit


def _name(node: Node | None, labels: Mapping[str, str], reading: Reading, taken: Taken) -> str:
    """Return the name of a table where it can be used."""
    name = labels.get("名称", "")
    if not name or type(node) is not Scalar or not usable(name, node, "表格", reading, taken):
        return ""
    if FORBIDDEN.intersection(name) or "." in name:
        message = f"表格的名字“{shown(name)}”里不能有“.”和括号“[]”"
        reading.report(node.start, "bad-name", message, "请换一个名字")
        return ""
    return name
