"""YAML text → a tree of nodes that know their place, from parse events with our own stack.

Nothing is typed here: 0571, 12:30 and no stay text; the key table decides what they are. Nothing
is composed or constructed: 50,000 brackets kill `yaml.compose`, and `safe_load` would drop the
first of two equal keys. Anchors, aliases, tags and a second document are noted, not followed.
"""

from __future__ import annotations

from typing import Any, Protocol

import yaml
from yaml import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

try:
    from yaml._yaml import CParser as _CParser
except ImportError:  # a PyYAML without libyaml reads the same, ten times slower
    _CParser = yaml.BaseLoader  # type: ignore[assignment, misc]

PARSER: Any = _CParser
MAX_DEPTH = 32
WIDE = frozenset("\u3000\xa0")
"""Spaces that are none to YAML."""

PLAIN = ("", None)
"""Styles of a scalar typed without quotes: the C parser says "", the other None."""


class Mark(Protocol):
    """A position as the parser counts it: from 0, in characters."""

    line: int
    column: int
    index: int


class Scalar:
    """A text as typed."""

    __slots__ = ("end", "start", "style", "text")

    def __init__(self, text: str, start: Mark, end: Mark, style: str | None) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.style = style


class Pairs:
    """A mapping: its children are key, value, key, value and so on."""

    __slots__ = ("children", "flow", "start")

    def __init__(self, start: Mark, flow: bool | None) -> None:  # noqa: FBT001 - as the event has it
        self.children: list[Node] = []
        self.start = start
        self.flow = flow


class Series:
    """A list."""

    __slots__ = ("children", "flow", "start")

    def __init__(self, start: Mark, flow: bool | None) -> None:  # noqa: FBT001 - as the event has it
        self.children: list[Node] = []
        self.start = start
        self.flow = flow


Node = Scalar | Pairs | Series


class Tree:
    """What a file holds, and what in it is refused."""

    __slots__ = ("refused", "tops")

    def __init__(self) -> None:
        self.tops: list[Node] = []
        self.refused: list[tuple[str, Mark]] = []
        """Problem codes with their places: yaml-anchor, yaml-alias …"""

    @property
    def root(self) -> Node | None:
        """The first document; None where there is none."""
        return self.tops[0] if self.tops else None


def build(text: str, parser: Any = PARSER) -> Tree:  # noqa: ANN401 - the C parser is untyped
    """Return the tree of `text`. What is refused is noted in it; the rest is read all the same.

    Raises:
        yaml.YAMLError: the text is no YAML; `mending` says why.
    """
    tree = Tree()
    add = tree.tops.append
    outer: list[Any] = []
    get = parser(text).get_event
    while True:
        event = get()
        kind = type(event)
        if kind is ScalarEvent:
            add(Scalar(event.value, event.start_mark, event.end_mark, event.style))
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            outer.append(add)
            add = _open(event, add)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            add = outer.pop()
            continue
        elif _ends(event, tree, add):
            return tree
        else:
            continue
        if event.anchor is not None or event.tag is not None:
            tree.refused.append(
                ("yaml-tag" if event.anchor is None else "yaml-anchor", event.start_mark)
            )
        if len(outer) > MAX_DEPTH:
            tree.refused.append(("too-deep", event.start_mark))
            tree.tops.clear()
            return tree


def _open(event: Any, add: Any) -> Any:  # noqa: ANN401 - events of an untyped parser
    """Put a mapping or list in place and return what adds to it."""
    node = Pairs if type(event) is MappingStartEvent else Series
    branch = node(event.start_mark, event.flow_style)
    add(branch)
    return branch.children.append


def _ends(event: Any, tree: Tree, add: Any) -> bool:  # noqa: ANN401 - events of an untyped parser
    """Note an alias or a second document; return whether there is nothing more to read."""
    kind = type(event)
    if kind is AliasEvent:
        tree.refused.append(("yaml-alias", event.start_mark))
        add(Scalar("", event.start_mark, event.end_mark, '"'))
    elif kind is DocumentStartEvent and tree.tops:
        tree.refused.append(("second-document", event.start_mark))
        return True
    return kind is StreamEndEvent
