"""Units that differ only by 万 and 亿: 亿元 is 10000 万元, 万人 is 10000 人."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from speechgen.facts.figure import PERCENT, POINTS

_PREFIXES = (("万亿", 12), ("亿", 8), ("万", 4))
SHARES = frozenset({PERCENT, POINTS, "‰", "个千分点", "倍"})
"""Units of what is left when equal units are divided."""


@lru_cache(maxsize=1024)
def split(unit: str) -> tuple[int, str]:
    """Return the power of ten and the base of `unit`: 万元 → (4, 元), 件 → (0, 件)."""
    for prefix, power in _PREFIXES:
        if unit.startswith(prefix) and len(unit) > len(prefix):
            return power, unit[len(prefix) :]
    return 0, unit


def same_base(one: str, other: str) -> bool:
    """Return whether two different units count the same thing: 万元 and 亿元."""
    return one != other and bool(one) and split(one)[1] == split(other)[1]


def wanted(stated: str, units: Iterable[str]) -> dict[str, str]:
    """Return in which unit each of `units` is taken where a formula is to give `stated`.

    A stated unit asks for conversion: with 单位: 亿元 every 万元 is taken as 亿元. Of 元/人 both
    halves are asked for; what is neither is taken in its base (万人 as 人). Empty where nothing
    is to be converted: no unit is stated, or none of `units` counts what it counts.
    """
    units = set(units)
    parts = {split(part)[1]: part for part in reversed(stated.split("/"))}
    asked = stated in SHARES or any(split(unit)[1] in parts for unit in units)
    if not stated or not asked:
        return {}
    taken = {unit: parts.get(split(unit)[1], split(unit)[1]) for unit in units}
    return {unit: into for unit, into in taken.items() if into != unit}
