"""A cheap look at what was read: only what is suspicious is given to slips.py, and loads it."""

from __future__ import annotations

from collections.abc import Container

from speechgen.facts.file.lines import PLAIN, WIDE, Node, Pairs, Scalar, Series
from speechgen.facts.reading import Reading

_BLANKS = "- \u3000\xa0"
_DASHES = frozenset("-－–—")


def keyed(node: Scalar, known: Container[str], reading: Reading) -> bool:
    """Note lines of `node` that are a known key without a proper colon: `要点：…`, `值:135`."""
    text = node.text
    if ("：" not in text and ":" not in text) or node.style not in PLAIN:
        return False
    head = text.replace("：", ":").partition(":")[0].strip(_BLANKS)
    if node.start.line == node.end.line and head not in known:
        return False
    from speechgen.facts.file import slips  # noqa: PLC0415 - only a slip needs it

    return slips.keyed(node, known, reading)


def dashed(node: Scalar, reading: Reading) -> bool:
    """Note lines of `node` that begin with a dash but no space: `-甲`."""
    if node.text[:1] not in _DASHES or node.style not in PLAIN:
        return False
    from speechgen.facts.file import slips  # noqa: PLC0415 - only a slip needs it

    return slips.dashed(node, reading)


def swallowed(node: Scalar, reading: Reading) -> None:
    """Note a list that became part of the text above it."""
    if "- " in node.text:
        from speechgen.facts.file import slips  # noqa: PLC0415 - only a slip needs it

        slips.swallowed(node, reading)


def one_item(series: Series, reading: Reading) -> None:
    """Note Chinese commas between the items of `[甲，乙]`."""
    if not series.flow:
        return
    if any(type(child) is Scalar and "，" in child.text for child in series.children):
        from speechgen.facts.file import slips  # noqa: PLC0415 - only a slip needs it

        slips.one_item(series, reading)


def strange_key(name: Scalar, value: Node, outer: Pairs, reading: Reading) -> bool:
    """Note a key that is none because of a slip: a wide space beside it, a colon without space."""
    text = name.text
    hollow = outer.flow and type(value) is Scalar and not value.text
    if not hollow and text[:1] not in WIDE and text[-1:] not in WIDE:
        return False
    from speechgen.facts.file import slips  # noqa: PLC0415 - only a slip needs it

    return slips.strange_key(name, value, outer, reading)
