"""数据来源: the paths are checked."""

from __future__ import annotations

from speechgen.facts.item import Value
from speechgen.facts.key import Key
from speechgen.facts.lines import Node, Series
from speechgen.facts.reading import Reading, Trail, shown
from speechgen.facts.values import word

_DRIVE = 2


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
