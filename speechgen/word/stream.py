"""The live text of a paragraph as one linear stream, whatever Word made of its structure.

What is read: text in runs, also inside controls, insertions, hyperlinks and smart tags; tabs and
breaks. What is not: deletions, text moved away, fields' code. A figure is known by its control,
else by the bookmark round it (refresh.md).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from speechgen.word.marks import number_of_bookmark, number_of_tag

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VALUE = f"{_W}val"
_RUN, _CONTROL, _PROPERTIES = f"{_W}r", f"{_W}sdt", f"{_W}rPr"
_START, _END = f"{_W}bookmarkStart", f"{_W}bookmarkEnd"
_TEXTS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_WRAPPERS = frozenset(
    f"{_W}{name}" for name in ("ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple")
)


class Piece(NamedTuple):
    """A stretch of text from one run."""

    text: str
    number: int | None
    """Occurrence that its control or bookmark names."""

    style: str
    """Character style id; empty where the run has none."""


def pieces(paragraph: etree._Element, ident: str) -> list[Piece]:
    """Return the live text of `paragraph`, in order; `ident` says whose figures are known."""
    return list(_walk(paragraph, None, {}, ident))


def _walk(
    parent: etree._Element, number: int | None, bookmarks: dict[str, int], ident: str
) -> Iterator[Piece]:
    for child in parent:
        kind = child.tag
        if kind == _RUN:
            inside = number if number is not None else next(reversed(bookmarks.values()), None)
            style = child.find(f"{_PROPERTIES}/{_W}rStyle")
            name = "" if style is None else style.get(_VALUE, "")
            text = "".join(_texts(child))
            if text:
                yield Piece(text, inside, name)
        elif kind == _CONTROL:
            tagged = _number(child, ident)
            content = child.find(f"{_W}sdtContent")
            if content is not None:
                inner = number if tagged is None else tagged
                yield from _walk(content, inner, bookmarks, ident)
        elif kind in _WRAPPERS:
            yield from _walk(child, number, bookmarks, ident)
        elif kind == _START:
            found = number_of_bookmark(child.get(f"{_W}name", ""), ident)
            if found is not None:
                bookmarks[child.get(f"{_W}id", "")] = found
        elif kind == _END:
            bookmarks.pop(child.get(f"{_W}id", ""), None)


def _number(control: etree._Element, ident: str) -> int | None:
    tag = control.find(f"{_W}sdtPr/{_W}tag")
    return None if tag is None else number_of_tag(tag.get(_VALUE, ""), ident)


def _texts(run: etree._Element) -> Iterator[str]:
    for child in run:
        if child.tag == f"{_W}t":
            yield child.text or ""
        else:
            yield _TEXTS.get(str(child.tag), "")
