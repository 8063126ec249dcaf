"""What is wrong with an expression that names no cell and no column of a table."""

from __future__ import annotations

from collections.abc import Iterable

from speechgen.facts.book import ExpressionError
from speechgen.problems import nearest, visible

_SHOWN = 5
_JOINS = ".。．｡的"


def unknown(typed: str, table: str, figures: Iterable[str]) -> ExpressionError:
    """Return the error for `typed`, brackets as ASCII; `table` is the table it begins with.

    It names the nearest known table, row or column, or else the first few there are.
    """
    known = list(figures)
    if not table:
        return _no_table(typed.partition("[")[0], known)
    inner = [name[len(table) :] for name in known if name.startswith((f"{table}[", f"{table}."))]
    rows = list(dict.fromkeys(name[1:].partition("].")[0] for name in inner if name[0] == "["))
    row, closed, rest = typed[len(table) + 1 :].partition("]")
    if typed[len(table) : len(table) + 1] == "[":
        if not closed:
            return _form(table, typed, rows, inner)
        if row not in rows:
            message = f"“{visible(table)}”里没有“{visible(row)}”这一行"
            return ExpressionError(message, _nearest(row, rows, "行"), "unknown-row")
    else:
        rest = typed[len(table) :]
    rest = rest.strip()
    if not rest or rest[0] not in _JOINS:
        return _form(table, typed, rows, inner)
    return _no_column(table, rest[1:], inner)


def _no_table(table: str, known: list[str]) -> ExpressionError:
    tables = dict.fromkeys(name.partition("[")[0] for name in known if "]." in name)
    near = nearest(table, tables)
    hint = f"是不是“{near}”" if near else "表格写在“表格”里"
    return ExpressionError(f"没有叫“{visible(table)}”的表格", hint, "unknown-table")


def _no_column(table: str, typed: str, inner: list[str]) -> ExpressionError:
    columns = list(dict.fromkeys(name[1:] for name in inner if name[0] == "."))
    head = typed if nearest(typed, columns) else typed.partition(".")[0]
    message = f"“{visible(table)}”里没有“{visible(head)}”这一列的数"
    return ExpressionError(message, _nearest(head, columns, "列"), "unknown-cell")


def _form(table: str, typed: str, rows: list[str], inner: list[str]) -> ExpressionError:
    """Return the error for a table without a column: 【乡镇表】, 【乡镇表[城关镇]】."""
    column = next((name[1:] for name in inner if name[0] == "."), "列")
    row = rows[0] if rows else "行"
    message = f"“{visible(typed)}”没有说是表格的哪一列"
    hint = f"写成【{table}.{column}】或【{table}[{row}].{column}】"
    return ExpressionError(message, hint, "unknown-cell")


def _nearest(word: str, known: list[str], what: str) -> str:
    near = nearest(word, known)
    if near:
        return f"是不是“{near}”"
    more = "……" if len(known) > _SHOWN else ""
    return f"有这几{what}：{'、'.join(known[:_SHOWN])}{more}"
