"""简称: a unit is named in full where it comes first, and by its short name from then on.

Only in running text: titles, signatures, lists of who was there keep the full names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from speechgen.document import HEADINGS, Role
from speechgen.drafting.marks import EXPRESSION, LINE, LINE_END
from speechgen.facts.item import Item

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
    """Return full name → short name, as the facts give them."""
    record = root.get("简称")
    values = record.values.items() if isinstance(record, Item) else ()
    return {full: short for full, short in values if isinstance(short, str)}


def _line(line: str, pattern: re.Pattern[str], said: Callable[[re.Match[str]], str]) -> str:
    mark, end, body = line.partition(LINE_END)
    role = Role[mark.partition("\t")[0]]
    if role not in _RUNNING:
        return line
    return mark + end + pattern.sub(said, body)
