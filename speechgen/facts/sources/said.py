"""What the facts say where the filled list has a name: `讲话人.姓名`, `依据[省].名称`."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from speechgen.facts.item import Item
from speechgen.problems import FactsPlace

_STEPS = re.compile(r"\[([^\]]*)\]|([^.\[\]]+)")
_NUMBERS = re.compile(r"\d+")


class Known(NamedTuple):
    """A text of the facts."""

    text: str
    place: FactsPlace


def said_at(path: str, root: Item) -> Known | None:
    """Return what stands at `path`, the name that a missing text there would have; or None."""
    *steps, (_, last) = _STEPS.findall(path) or [("", "")]
    items: tuple[Item, ...] = (root,)
    for tag, key in steps:
        if key:
            items = tuple([inner for item in items for inner in item.items(key)])
        else:
            items = tuple([item for n, item in enumerate(items, 1) if _is(item, tag, n)])
    for item in items:
        value = item.get(last)
        text = str(value) if isinstance(value, date) else "、".join(item.lines(last))
        if text:
            return Known(text, item.where(last))
    return None


def is_same(one: str, other: str) -> bool:
    """Return whether two texts say the same; 2025-08-12 is 2025年8月12日."""
    numbers = [[int(number) for number in _NUMBERS.findall(text)] for text in (one, other)]
    is_day = len(numbers[0]) == len("年月日") and one.strip()[:1].isdecimal()
    return one == other or (is_day and numbers[0] == numbers[1])


def _is(item: Item, tag: str, number: int) -> bool:
    return tag == str(number) or any(item.get(key) == tag for key in item)
