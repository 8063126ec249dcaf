"""A cheap look at every text: only what has something to set right loads the modules that do it."""

from __future__ import annotations

import re

from speechgen.facts.file.lines import PLAIN, Scalar
from speechgen.facts.reading import Reading
from speechgen.problems import FactsPlace

_WIDE = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"  # ０-９Ａ-Ｚａ-ｚ
special = re.compile(f"[【】,;:?!()'\"“”‘’.\ufdd2{_WIDE}]").search
"""Finds an expression, or a sign that may have to be mended; most texts have neither."""

odd = re.compile(f"[,;:?!()'\"“”‘’\ufdd2{_WIDE}]").search
"""Finds a sign that may have to be mended; of full stops `is_dotted` decides."""

_EXPRESSION = re.compile("【[^【】]*】")
_LOOSE = re.compile(f"[,;:?!()'\"{_WIDE}]|[.](?:$|\ufdd2)|[.。]{{3}}")
_QUOTED = re.compile("[^“”‘’]*(?:“[^“”‘’]*(?:‘[^“”‘’]*’[^“”‘’]*)*”[^“”‘’]*)*")

LONGEST_HEAD = 40
"""Characters beyond which a head is too long."""

MOST_ENTRIES = 12
"""Entries beyond which a list is too long to be listened to."""

BULLETS = "●•·◆◇■□▪▲►➢※✓\uf06c\uf06e\uf0b7\uf0d8\uf0fc"
"""Word's own marks of lists, as they come through the clipboard."""

_RINGED = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩")
_ALONE = _RINGED | frozenset(f"{BULLETS}-–")
NUMBERING = _ALONE | frozenset("一二三四五六七八九十0123456789第首其再最（(")
"""What an ordinal may begin with."""

_BEHIND = frozenset("是要、.．，,：:)）")
_LONGEST = 5


def is_dotted(text: str) -> bool:
    """Return whether `text` may have full stops to be mended: at its end, or several in a row."""
    return text[-1] == "." or ".." in text or "。。" in text


def is_numbered(text: str) -> bool:
    """Return whether `text` may begin with an ordinal: one of `NUMBERING`, and a sign behind it."""
    if text[0] not in NUMBERING:
        return False
    return text[0] in _ALONE or not _BEHIND.isdisjoint(text[1:_LONGEST])


def in_chinese(typed: str, node: Scalar, reading: Reading) -> str:
    """Return `typed` with Chinese punctuation; what was mended, or cannot be, is noted."""
    bare = _EXPRESSION.sub("", typed) if "【" in typed else typed
    if not _LOOSE.search(bare) and _QUOTED.fullmatch(bare):
        return typed
    from speechgen.facts.tidy.punctuation import mended  # noqa: PLC0415 - only a slip needs it

    found = mended(typed)
    if found.signs:
        reading.tidied.append((_place(found.signs[0], typed, node, reading), len(found.signs)))
    if found.lone is not None:
        sign = typed[found.lone]
        message = (
            f"引号“{sign}”只有一个，不成对" if sign in "'\"" else f"引号{sign}只有一个，不成对"
        )
        hint = "请补上另一半，或删去；这一句的引号都照原样印"
        reading.warn(_place(found.lone, typed, node, reading), "quote-unpaired", message, hint)
    return found.text


def _place(index: int, typed: str, node: Scalar, reading: Reading) -> FactsPlace:
    """Return where the sign at `index` is written: the nth of its kind is the nth there."""
    written = reading.page.written(node)
    offset = -1 if node.style in PLAIN else 0
    for _ in range(typed.count(typed[index], 0, index) + 1):
        offset = written.find(typed[index], offset + 1)
        if offset < 0:
            return reading.page.place(node.start)
    return reading.page.inside(node, offset)
