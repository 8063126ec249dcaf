"""表格, 简称, 数据来源: read and shape-checked; later versions print tables and read workbooks."""

from __future__ import annotations

from speechgen.facts.item import Item, Value
from speechgen.facts.key import Key
from speechgen.facts.lines import Mark, Node, Pairs, Scalar, Series
from speechgen.facts.located import Located
from speechgen.facts.reading import Reading, Trail, shown
from speechgen.facts.values import clean, word

_DRIVE = 2
Cells = tuple[str, ...]


def short_names(node: Node, key: Key, reading: Reading, trail: Trail) -> Item | None:
    """Return full name → short name."""
    return _texts_by_name(node, key, reading, trail)


def source(node: Node, key: Key, reading: Reading, trail: Trail) -> Value | None:
    """Check the paths of 数据来源, and say that this version does not read tables yet."""
    for child in node.children if type(node) is Series else (node,):
        path = word(child, key, reading, trail)
        if path is not None:
            _check_path(path, child, reading)
    return None


def _check_path(path: str, node: Node, reading: Reading) -> None:
    steps = path.replace("\\", "/").split("/")
    hint = "请把表格同素材文件放在一个文件夹里，只写文件名，如 月报.xlsx"
    if "://" in path:
        reading.report(node.start, "bad-path", f"“{shown(path)}”是网址，程序不联网", hint)
    elif not steps[0] or path[1:_DRIVE] == ":" or path.startswith("~"):
        reading.report(node.start, "bad-path", f"“{shown(path)}”是完整路径，只能写相对路径", hint)
    elif ".." in steps:
        reading.report(node.start, "bad-path", f"“{shown(path)}”指到了文件夹外面", hint)
    else:
        message = f"这个版本还不能从表格“{shown(path)}”读数据"
        hint = "请先把数据写在“数据”里，并删去“数据来源”"
        reading.report(node.start, "data-source-later", message, hint)


def columns(node: Node, key: Key, reading: Reading, trail: Trail) -> Value | None:
    """Return the names of the columns, or name → unit or formula."""
    if type(node) is Pairs:
        return _texts_by_name(node, key, reading, trail)
    return _cells(node, key, reading)


def rows(node: Node, key: Key, reading: Reading, trail: Trail) -> Value | None:
    """Return rows: of cells in the order of the columns, or of column → cell."""
    if type(node) is not Series:
        reading.expected(node, key)
        return None
    found = [totals(child, key, reading, trail) for child in node.children]
    return tuple([row for row in found if row is not None])


def totals(node: Node, key: Key, reading: Reading, trail: Trail) -> Value | None:
    """Return one row."""
    if type(node) is Pairs:
        return _texts_by_name(node, key, reading, trail)
    return _cells(node, key, reading)


def _cells(node: Node, key: Key, reading: Reading) -> Cells | None:
    if type(node) is not Series or any(type(child) is not Scalar for child in node.children):
        reading.expected(node, key)
        return None
    return tuple([clean(child, reading) for child in node.children if type(child) is Scalar])


def _texts_by_name(node: Node, key: Key, reading: Reading, _trail: Trail) -> Item | None:
    if type(node) is not Pairs:
        reading.expected(node, key)
        return None
    values: dict[str, Value] = {}
    marks: dict[str, Mark] = {}
    for name, child in zip(node.children[::2], node.children[1::2], strict=True):
        if type(name) is not Scalar or type(child) is not Scalar:
            reading.expected(child if type(name) is Scalar else name, key)
        elif name.text in values:
            message = f"“{shown(name.text)}”写了两次"
            reading.report(name.start, "repeated-key", message, "请删去一处")
        else:
            values[clean(name, reading)] = clean(child, reading)
            marks[clean(name, reading)] = child.start
    return Located(values, marks, reading.page, node.start)


def check_shape(table: Item, reading: Reading) -> None:
    """Report rows of a table that do not fit its columns."""
    heads = table.get("列")
    if isinstance(heads, Item):
        heads = tuple(heads)
    given = table.get("行")
    if not isinstance(heads, tuple) or not isinstance(given, tuple):
        return
    for number, row in enumerate(given, 1):
        if isinstance(row, tuple) and len(row) != len(heads):
            message = f"表格第{number}行有{len(row)}格，而列有{len(heads)}个"
            reading.report(table.where("行"), "table-shape", message, "请逐行核对")
        elif isinstance(row, Item):
            _check_row(row, heads, reading)


def _check_row(row: Item, heads: tuple[Value, ...], reading: Reading) -> None:
    for name in row:
        if name not in heads:
            listed = "、".join(str(head) for head in heads)
            message = f"表格没有“{shown(name)}”这一列，列有：{shown(listed)}"
            reading.report(row.where(name), "table-shape", message)
