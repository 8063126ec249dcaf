"""Shares of one whole that are said together add up to 100: which ones, and how each is printed.

Rule: docs/figures.md, “占比加起来是100%”.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import reduce

from speechgen.facts.book import ExpressionError
from speechgen.facts.expression import parse
from speechgen.facts.figure import Figure
from speechgen.facts.remainder import visible_shares
from speechgen.numerals import EXACT

_ONE = ("占比", "比率")
_ALL = "占比构成"
Shares = Mapping[tuple[str, str], Decimal]
"""(part, whole) → the share that is printed, with one decimal."""

_FEWEST = 2


def together(said: Iterable[str], figures: Mapping[str, Figure]) -> Shares:
    """Return the shares among the expressions `said` that must add up to 100.0.

    They are those of a whole whose parts are all said: its 分项, or else any figures that
    add up to it. 占比构成 says all of them at once. Where one is missing, nothing is adjusted.
    """
    found: dict[tuple[str, str], Decimal] = {}
    for whole, parts in _by_whole(said, figures).items():
        for group in (figures[whole].parts, parts):
            values = _values(group, parts, figures)
            if len(values) >= _FEWEST and 0 < _sum(values) == figures[whole].value:
                pairs = [(part, whole) for part in group]
                found.update(zip(pairs, visible_shares(values), strict=True))
                break
    return found


def _by_whole(said: Iterable[str], figures: Mapping[str, Figure]) -> dict[str, tuple[str, ...]]:
    parts: dict[str, dict[str, None]] = {}
    for expression in said:
        if not any(f".{word}" in expression for word in _ONE):
            continue
        try:
            name, phrase, arguments = parse(expression, figures, {})
        except ExpressionError:  # a name of 名称 that reads so: 甲.占比说明
            continue
        if phrase == _ALL:
            all_of_it = arguments or figures[name].cells or figures[name].parts
            parts.setdefault(name, {}).update(dict.fromkeys(all_of_it))
        elif phrase in _ONE:
            whole = arguments[0] if arguments else figures[name].whole
            parts.setdefault(whole, {})[name] = None
    return {whole: tuple(names) for whole, names in parts.items() if whole in figures}


def _values(
    group: Iterable[str], said: tuple[str, ...], figures: Mapping[str, Figure]
) -> list[Decimal]:
    """Return the values of `group`; none where one is not said, missing or below zero."""
    values: list[Decimal] = []
    for name in group:
        value = figures[name].value if name in figures else None
        if name not in said or value is None or value < 0:
            return []
        values.append(value)
    return values


def _sum(values: list[Decimal]) -> Decimal:
    return reduce(EXACT.add, values)
