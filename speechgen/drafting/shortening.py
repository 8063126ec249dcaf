"""简称: a unit is named in full where it comes first, and by its short name from then on.

Only in running text: titles, signatures, lists of who was there keep the full names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from speechgen.document import HEADINGS, Role
from speechgen.drafting.marks import EXPRESSION, LINE, LINE_END
from speechgen.facts.item import Item
from speechgen.problems import Problem

UNKNOWN = frozenset({"待核", "待定", "X", "××", "未知"})
_RUNNING = frozenset({Role.BODY, Role.STAGE, *HEADINGS})


def shortened(text: str, root: Item) -> str:
    """Return a wording whose second and later mentions of a unit are short."""
    names = names_of(root)
    if not names:
        return text
    longest = sorted(names, key=len, reverse=True)
    pattern = re.compile(f"{EXPRESSION.pattern}|({'|'.join(map(re.escape, longest))})")
    met: set[str] = set()

    def said(found: re.Match[str]) -> str:
        full = found[2]
        if full is None:
            return found[0]
        if full in met:
            return names[full]
        met.add(full)
        return full

    lines = text.split(LINE)
    return LINE.join([lines[0], *(_line(line, pattern, said) for line in lines[1:])])


def names_of(root: Item) -> Mapping[str, str]:
    """Return full name → short name, as the facts give them; those that are none are left out."""
    return {full: short for full, short in _typed(root) if not _fault(full, short)}


def faults(root: Item) -> list[Problem]:
    """Return advice on short names that cannot stand for a unit, and on one that two units have."""
    record = root.get("简称")
    found = []
    whose: dict[str, str] = {}
    for full, short in _typed(root):
        other = whose.setdefault(short, full)
        fault = _fault(full, short) or (f"和“{other}”的一样" if other != full else "")
        if fault and isinstance(record, Item):
            message = f"“{full}”的简称“{short}”{fault}"
            hint = "写成“全称: 简称”，如 县应急管理局: 县应急局；一个简称只指一个单位"
            found.append(
                Problem(record.where(full), "short-name", message, hint, severity="advice")
            )
    return found


def _typed(root: Item) -> list[tuple[str, str]]:
    record = root.get("简称")
    values = record.values.items() if isinstance(record, Item) else ()
    return [(full.strip(), short.strip()) for full, short in values if isinstance(short, str)]


def _fault(full: str, short: str) -> str:
    """Return why a pair cannot be used; empty where it can."""
    if not full or not short:
        return "空着，没有用"
    if short in UNKNOWN or any(sign in full + short for sign in "【】"):
        return "还不是一个名称，没有用"
    return "比全称还长，没有用" if len(short) > len(full) else ""


def _line(line: str, pattern: re.Pattern[str], said: Callable[[re.Match[str]], str]) -> str:
    mark, end, body = line.partition(LINE_END)
    role = Role[mark.partition("\t")[0]]
    if role not in _RUNNING:
        return line
    return mark + end + pattern.sub(said, body)
