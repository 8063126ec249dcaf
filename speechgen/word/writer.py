"""Writing a Document as .docx: the skeleton, and in it the body, the properties, the manifest."""

from __future__ import annotations

import zlib
from binascii import b2a_base64

from speechgen.document import Document
from speechgen.ledger import Ledger
from speechgen.manifest import dumps, manifest_of
from speechgen.style import Layout
from speechgen.word.body import body_xml, escaped
from speechgen.word.package import CORE, DOCUMENT, LEVEL, MANIFEST, assemble, part, stored
from speechgen.word.shelf import skeleton_of

MANIFEST_NAMESPACE = "urn:speechgen:manifest"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r")
_MARKS = b"\xef\xb7"
"""How U+FDC0 to U+FDFF begin in UTF-8: our own marks are among them."""

_NONCHARACTERS = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")  # U+FFFE, U+FFFF


def write(document: Document, ledger: Ledger, layout: Layout, manifest: str = "") -> bytes:
    """Return `document` as the bytes of a .docx; the same document gives the same bytes.

    `manifest` is `dumps(manifest_of(document, ledger))`: whoever needs it for the sidecar too
    spares making it twice.

    Raises:
        ValueError: a character that XML forbids, or a mark of ours, is in the text; the facts
            were to refuse it.
    """
    skeleton = skeleton_of(layout)
    text = "".join([*[block.text for block in document.blocks], document.title, document.creator])
    _refuse_forbidden(text + "".join(ledger))
    body = body_xml(document, layout, text) + skeleton.tail
    packed = _packed(manifest or dumps(manifest_of(document, ledger)))
    own = [
        part(DOCUMENT, body.encode()),
        part(CORE, _core(document).encode()),
        stored(MANIFEST, packed),
    ]
    return assemble(skeleton, own)


def _refuse_forbidden(text: str) -> None:
    data = text.encode()  # a lone surrogate is a ValueError
    if (
        len(data.translate(None, _CONTROLS)) < len(data)
        or (_MARKS in data and any("\ufdd0" <= character <= "\ufdef" for character in text))
        or any(each in data for each in _NONCHARACTERS)
    ):
        message = "a character that is not for XML, or a mark of ours, in the text of the document"
        raise ValueError(message)


def _core(document: Document) -> str:
    """Return core.xml; its dates are the meeting's, so that the same facts give the same bytes."""
    creator = escaped(document.creator)
    when = f'xsi:type="dcterms:W3CDTF">{document.dated}T00:00:00Z'
    by = f"<dc:creator>{creator}</dc:creator>" if creator else ""
    last = f"<cp:lastModifiedBy>{creator}</cp:lastModifiedBy>" if creator else ""
    return (
        f"{_DECLARATION}<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(document.title)}</dc:title>{by}{last}"
        f"<dcterms:created {when}</dcterms:created><dcterms:modified {when}</dcterms:modified>"
        "<dc:language>zh-CN</dc:language></cp:coreProperties>"
    )


def _packed(manifest: str) -> bytes:
    """Return the custom part: the manifest, compressed, as text of one element."""
    text = b2a_base64(zlib.compress(manifest.encode(), LEVEL), newline=False).decode("ascii")
    return (
        f'{_DECLARATION}<sg:manifest xmlns:sg="{MANIFEST_NAMESPACE}" v="1">{text}</sg:manifest>'
    ).encode("ascii")
