"""表格, read before all sentences: every table becomes figures, and later a record to print."""

from __future__ import annotations

from collections.abc import Mapping

from speechgen.facts.figure_entries import Taken, usable
from speechgen.facts.lines import Node, Pairs, Scalar, Series
from speechgen.facts.reading import Reading, shown
from speechgen.facts.tables.grid import Fit, complete, lines, named, stated, totals_of
from speechgen.facts.tables.making import Table
from speechgen.facts.tables.specs import FORBIDDEN, naming, specs
from speechgen.facts.tables.typed import Sheet, labels_of, parts_of, sense


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
    sheet = _sheet(node, reading, taken)
    if sheet is None:
        return None
    table = Table(sheet, reading)
    for name in table.figures:
        if name in reading.entries:
            message = f"“{shown(name)}”同表格“{shown(sheet.name)}”里的一个数重名"
            reading.report(reading.entries[name].place, "bad-name", message, "请换一个名字")
    return table


def _sheet(node: Pairs, reading: Reading, taken: Taken) -> Sheet | None:
    """Return the table as typed; None where there is nothing to make figures of."""
    parts = parts_of(node)
    labels = labels_of(parts, reading)
    name = _name(parts["名称"][1] if "名称" in parts else None, labels, reading, taken)
    if not name or "列" not in parts or "行" not in parts:
        return None
    key, heads = parts["列"]
    columns = specs(heads, key, reading)
    if not columns:
        return None
    fit = Fit(name, columns, naming(columns, reading), reading)
    rows = lines(parts["行"][1], parts["行"][0], fit)
    totals = totals_of(rows, fit)
    if "合计" in parts:
        given = stated(parts["合计"][1], parts["合计"][0], fit)
        if totals is not None and given is not None and any(given.cells):
            message = f"的合计写了两次：“合计”里一次，{totals.label}行一次"
            fit.report(totals.place, message, "请删去一处", "table-row")
        totals = totals or given
    if not complete(rows, fit) or not named(rows, fit):
        return None
    place = reading.page.place(node.start)
    return Sheet(
        name,
        place,
        labels.get("单位", ""),
        labels.get("时段", ""),
        labels.get("由谁提供", ""),
        labels.get("期限", ""),
        labels.get("来源", ""),
        sense(labels.get("向好", "")),
        labels.get("类别", ""),
        columns,
        fit.naming,
        tuple(rows),
        totals,
    )


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
