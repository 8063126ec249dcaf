"""简称: full name → short name."""

from __future__ import annotations

from speechgen.facts.file.lines import Mark, Node, Pairs, Scalar
from speechgen.facts.file.located import Located
from speechgen.facts.item import Item, Value
from speechgen.facts.keys.key import Key
from speechgen.facts.reading import Reading, Trail, shown
from speechgen.facts.tidy.signs import in_chinese
from speechgen.facts.values import clean


def short_names(node: Node, key: Key, reading: Reading, _trail: Trail) -> Item | None:
    """Return full name → short name."""
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
            full, short = clean(name, reading), clean(child, reading)
            if key.kind == "short_names":  # found in texts, which are mended; headings are typed
                full, short = (
                    in_chinese(full, name, reading),
                    in_chinese(short, child, reading),
                )
            values[full] = short
            marks[full] = child.start
    return Located(values, marks, reading.page, node.start)
