"""What Word's own numbering prints before a paragraph: 一、（一）1. that nobody typed."""

from __future__ import annotations

import re

from lxml import etree

from speechgen.word.formatting import Look, W
from speechgen.word.opening import Package

_PLACE = re.compile(r"%[1-9]")
_CHINESE = ("chinese", "ideograph", "japanese", "taiwanese")


class Numbers:
    """The lists of one document."""

    def __init__(self, package: Package) -> None:
        name = f"{package.main.rpartition('/')[0]}/numbering.xml"
        root = package.xml(name) if package.has(name) else None
        self._lists: dict[str, str] = {}
        self._levels: dict[tuple[str, str], str] = {}
        for each in () if root is None else root.iter(f"{W}num"):
            self._lists[each.get(f"{W}numId", "")] = _value(each, "abstractNumId")
        for each in () if root is None else root.iter(f"{W}abstractNum"):
            for level in each.iter(f"{W}lvl"):
                key = each.get(f"{W}abstractNumId", ""), level.get(f"{W}ilvl", "")
                self._levels[key] = _first(level)

    def before(self, look: Look) -> str:
        """Return what stands before the first paragraph of this list: `（一）`; mostly nothing."""
        ident = look.get("num.id", "")
        return self._levels.get((self._lists.get(ident, ""), look.get("num.level", "0")), "")


def _first(level: etree._Element) -> str:
    is_chinese = _value(level, "numFmt").startswith(_CHINESE)
    return _PLACE.sub("一" if is_chinese else "1", _value(level, "lvlText"))


def _value(holder: etree._Element, tag: str) -> str:
    element = holder.find(f"{W}{tag}")
    return "" if element is None else element.get(f"{W}val", "")
