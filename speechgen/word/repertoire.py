"""What the fonts lack: rare characters in names, outside GB 2312."""

from __future__ import annotations

from speechgen.document import Document
from speechgen.style import FontSet, Layout

_CODEC: dict[FontSet, str] = {"gb2312": "gb2312", "system": "gbk", "fangzheng": "gbk", "mac": "gbk"}
_IDEOGRAPHS = (("\u3400", "\u9fff"), ("\uf900", "\ufaff"), ("\U00020000", "\U0003ffff"))
_CIRCLE = "〇"  # no GB2312 character, but no reason to warn either: every office types 二〇二五


def unencodable(document: Document, layout: Layout = Layout()) -> list[str]:  # noqa: B008 - frozen
    """Return the Chinese characters of `document` that the layout's fonts lack, as they appear.

    Word prints 镕, 堃 or 喆 in some other font where 仿宋_GB2312 is asked for. We name 仿宋 for
    them, which looks almost the same; the office should look at the page once.
    """
    text = "".join([block.text for block in document.blocks])
    found = rare(text, repertoire(layout))
    return [character for character in dict.fromkeys(text) if character in found]


def repertoire(layout: Layout) -> FontSet:
    """Return a set whose characters the layout's fonts have; mostly its own."""
    if not (layout.title_font or layout.body_font or layout.head_2_font):
        return layout.fonts
    from speechgen.word.fonts import weakest  # noqa: PLC0415 - few offices name fonts

    return weakest(layout)


def rare(text: str, fonts: FontSet) -> frozenset[str]:
    """Return the ideographs of `text` outside the repertoire of the set's fonts."""
    codec = _CODEC[fonts]
    try:
        text.replace("—", "").replace("·", "").encode(codec)  # the codecs have others for these
    except UnicodeEncodeError:
        return frozenset([character for character in set(text) if _is_outside(character, codec)])
    return frozenset()


def _is_outside(character: str, codec: str) -> bool:
    if character == _CIRCLE or not any(a <= character <= z for a, z in _IDEOGRAPHS):
        return False
    return not character.encode(codec, "ignore")
