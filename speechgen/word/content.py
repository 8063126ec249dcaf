"""Text of a document as XML: whatever comes from the facts is checked and escaped here."""

from __future__ import annotations

TEXT = '<w:t xml:space="preserve">'
TEXT_END = "</w:t>"
_BREAK = f"{TEXT_END}<w:br/>{TEXT}"
_TAB = f"{TEXT_END}<w:tab/>{TEXT}"
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r")
_MARKS = b"\xef\xb7"
"""How U+FDC0 to U+FDFF begin in UTF-8: our own marks are among them."""

_NONCHARACTERS = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")  # U+FFFE, U+FFFF
_ALIAS = 64  # characters of a control's title that Word keeps


def content(text: str) -> str:
    """Return `text` as the content of `w:t`: a line end becomes a break, a tab a tab.

    Raises:
        ValueError: a character that XML forbids, or a mark of ours, is in it.
    """
    text = escaped(text)
    if text.isprintable():
        return text
    return text.replace("\n", _BREAK).replace("\r", "&#13;").replace("\t", _TAB)


def attribute(text: str) -> str:
    """Return `text`, in one line and cut to what Word keeps, as an attribute's value.

    Raises:
        ValueError: as `content`.
    """
    refuse_forbidden(text)
    return escaped(" ".join(text[:_ALIAS].split())).replace('"', "&quot;")


def escaped(text: str) -> str:
    """Return `text` as XML.

    Raises:
        ValueError: as `content`.
    """
    refuse_forbidden(text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def refuse_forbidden(text: str) -> None:
    """Refuse what the facts were to refuse before."""
    if text.isprintable():  # none of what is forbidden is
        return
    data = text.encode()  # a lone surrogate is a ValueError
    if (
        len(data.translate(None, _CONTROLS)) < len(data)
        or (_MARKS in data and any("\ufdd0" <= character <= "\ufdef" for character in text))
        or any(each in data for each in _NONCHARACTERS)
    ):
        message = "a character that is not for XML, or a mark of ours, in the text of the document"
        raise ValueError(message)
