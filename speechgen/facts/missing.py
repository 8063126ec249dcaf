"""待核 where no figure is meant: the key becomes a name that is printed as its mark and listed."""

from __future__ import annotations

from speechgen.facts.figure import Name
from speechgen.facts.file.lines import Node, Pairs, Scalar
from speechgen.facts.item import END, MARK
from speechgen.facts.keys.key import MARKS, MISSING, Key
from speechgen.facts.reading import Reading, Trail

_TAGS = ("编号", "id", "层级", "level", "名称", "name", "谁", "who")
_TAGS_OF_POINTS = ("要点", "point", "标题", "heading", "做什么", "what")
_LONGEST_TAG = 20
_RESERVED = frozenset("【】[].()（）。\ufdd0\ufdd1")


def name_of(node: Scalar, key: Key, reading: Reading, trail: Trail) -> str:
    """Return the expression of a missing name, and enter it: `讲话人.姓名`, `依据[省].名称`."""
    path = _path(trail)
    if path in reading.names:
        path = _path(trail, numbered=True)
    if path in reading.names:  # 名称 says it
        return f"{MARK}{path}{END}"
    mark = key.mark or mark_of(trail[2])
    filled = reading.fills.get(path, ("", None))[0] or None
    reading.names[path] = Name(path, reading.page.place(node.start), filled, mark)
    return f"{MARK}{path}{END}"


def mark_of(record: Node | None) -> str:
    """Return the mark that the 类型 in `record` asks for."""
    return MARKS.get(_text(record, ("类型", "type")), "××")


def _path(trail: Trail, *, numbered: bool = False) -> str:
    steps: list[str] = []
    step: Trail | None = trail
    while step is not None:
        outer, label, node, number = step
        if label:
            steps.append(label if outer is None else f".{label}")
        else:
            steps.append(f"[{number if numbered else _tag(node) or number}]")
        step = outer
    return "".join(reversed(steps))


def _tag(record: Node | None) -> str:
    """Return what tells `record` from its neighbours; empty where nothing short does."""
    text = _text(record, _TAGS) or _text(record, _TAGS_OF_POINTS)
    return "" if len(text) > _LONGEST_TAG or _RESERVED.intersection(text) else text


def _text(record: Node | None, keys: tuple[str, ...]) -> str:
    if type(record) is not Pairs:
        return ""
    pairs = zip(record.children[::2], record.children[1::2], strict=True)
    texts = {
        name.text: value.text.strip()
        for name, value in pairs
        if type(name) is Scalar and type(value) is Scalar
    }
    found = [texts[key] for key in keys if texts.get(key, MISSING) != MISSING]
    return found[0] if found else ""
