"""A .docx as its parts, and back again with some of them changed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

from lxml import etree

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
}


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tree_of(data: bytes, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(parts_of(data)[name])


def packed(parts: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def edited(data: bytes, change: Callable[[str], str], name: str = "word/document.xml") -> bytes:
    """Return the .docx with one part's XML changed as text, as an editor would leave it."""
    parts = parts_of(data)
    before = parts[name].decode()
    after = change(before)
    assert after != before, "the edit changed nothing"
    return packed({**parts, name: after.encode()})


def found(tree: etree._Element, path: str) -> list[etree._Element]:
    elements = tree.xpath(path, namespaces=NAMESPACES)
    assert isinstance(elements, list)
    return [each for each in elements if isinstance(each, etree._Element)]  # noqa: SLF001 - a type of lxml


def values(tree: etree._Element, path: str) -> list[str]:
    """Return what an XPath that ends in an attribute or text() finds."""
    strings = tree.xpath(path, namespaces=NAMESPACES)
    assert isinstance(strings, list)
    return [str(string) for string in strings]
