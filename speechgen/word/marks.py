"""What marks a figure: a control with a tag, inside a hidden bookmark (refresh.md)."""

from __future__ import annotations

NO_IDENT = "00000000"
"""Stands in the marks of a document without an id."""

_TAG = "sg:"
_BOOKMARK = "_sg_"
_HEX = frozenset("0123456789abcdef")


def tag_stem(ident: str) -> str:
    """Return what precedes the number in a control's tag: `sg:3fa9c01e:0007`."""
    return f"{_TAG}{ident or NO_IDENT}:"


def bookmark_stem(ident: str) -> str:
    """Return what precedes the number in a bookmark's name: `_sg_3fa9c01e_0007_`.

    The underscore behind the number matters: a copied bookmark becomes `…_0007__Copy_1`.
    """
    return f"{_BOOKMARK}{ident or NO_IDENT}_"


def number_of_tag(text: str, ident: str) -> int | None:
    """Return the occurrence that a control's tag names; None where it is not one of `ident`."""
    return _number(text.removeprefix(_TAG).split(":"), ident) if text.startswith(_TAG) else None


def number_of_bookmark(name: str, ident: str) -> int | None:
    """Return the occurrence that a bookmark, or a copy of one, names; None where it is not ours."""
    if not name.startswith(_BOOKMARK):
        return None
    pieces = name.removeprefix(_BOOKMARK).split("_")
    return _number(pieces[:2], ident) if len(pieces) > 2 else None  # noqa: PLR2004 - the last _


def _number(pieces: list[str], ident: str) -> int | None:
    if len(pieces) != 2 or pieces[0] != (ident or NO_IDENT):  # noqa: PLR2004 - id and number
        return None
    digits = pieces[1]
    plausible = digits.isascii() and digits.isdigit() and len(digits) < 9  # noqa: PLR2004 - digits
    return int(digits) if plausible else None
