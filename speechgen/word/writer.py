"""Writing a Document as .docx: the skeleton, and in it the body, the properties, the manifest."""

from __future__ import annotations

from binascii import b2a_base64
from functools import lru_cache

from speechgen.document import Document
from speechgen.ledger import Ledger
from speechgen.manifest import dumps, manifest_of
from speechgen.style import Layout
from speechgen.word.body import body
from speechgen.word.content import escaped
from speechgen.word.package import (
    CORE,
    DOCUMENT,
    MANIFEST,
    Part,
    assemble,
    part,
    stored,
    zlib_stream,
)
from speechgen.word.shelf import skeleton_of

MANIFEST_NAMESPACE = "urn:speechgen:manifest"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MANIFEST_START = f'{_DECLARATION}<sg:manifest xmlns:sg="{MANIFEST_NAMESPACE}" v="1">'.encode(
    "ascii"
)
_NEXT_ROW = b'"],["'  # between two passages


def write(document: Document, ledger: Ledger, layout: Layout, manifest: str = "") -> bytes:
    """Return `document` as the bytes of a .docx; the same document gives the same bytes.

    `manifest` is `dumps(manifest_of(document, ledger))`: whoever needs it for the sidecar too
    spares making it twice.

    Raises:
        ValueError: a character that XML forbids, or a mark of ours, is in the text; the facts
            were to refuse it.
    """
    skeleton = skeleton_of(layout)
    own = [
        part(DOCUMENT, [*body(document, layout), skeleton.tail]),
        _core(document.title, document.creator, document.dated),
        stored(MANIFEST, _packed(manifest or dumps(manifest_of(document, ledger)))),
    ]
    return assemble(skeleton, own)


@lru_cache(maxsize=64)
def _core(title: str, creator: str, dated: str) -> Part:
    """Return core.xml; its dates are the meeting's, so that the same facts give the same bytes."""
    creator = escaped(creator)
    when = f'xsi:type="dcterms:W3CDTF">{dated}T00:00:00Z'
    by = f"<dc:creator>{creator}</dc:creator>" if creator else ""
    last = f"<cp:lastModifiedBy>{creator}</cp:lastModifiedBy>" if creator else ""
    xml = (
        f"{_DECLARATION}<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(title)}</dc:title>{by}{last}"
        f"<dcterms:created {when}</dcterms:created><dcterms:modified {when}</dcterms:modified>"
        "<dc:language>zh-CN</dc:language></cp:coreProperties>"
    )
    return part(CORE, [xml.encode()])


def _packed(manifest: str) -> bytes:
    """Return the custom part: the manifest, compressed, as text of one element."""
    *rows, last = manifest.encode().split(_NEXT_ROW)
    text = b2a_base64(zlib_stream([*[row + _NEXT_ROW for row in rows], last]), newline=False)
    return b"%b%b%b" % (_MANIFEST_START, text, b"</sg:manifest>")
