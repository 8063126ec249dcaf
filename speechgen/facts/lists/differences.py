"""What differs between two versions of the facts, figure by figure and name by name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from speechgen.facts.facts import Facts
from speechgen.facts.figure import Figure, Name
from speechgen.facts.lists.inventory import beside, printed
from speechgen.facts.printing import with_unit
from speechgen.facts.wording import UP_DOWN

CHANGED, FOLLOWS, KNOWN, UNKNOWN = "改动", "连带变化", "待核变已知", "已知变待核"
RENAMED, ADDED, GONE = "改名", "新增", "删去"
SORTS = (CHANGED, KNOWN, UNKNOWN, FOLLOWS, RENAMED, ADDED, GONE)

NOT_THERE = "没有写"
NO_LONGER = "不再待核"

_RISE = frozenset({up for up, _ in UP_DOWN.values()}) | {"高于", "前移", "扭亏为盈", "翻"}
_FALL = frozenset({down for _, down in UP_DOWN.values()}) | {"低于", "后移", "由盈转亏"}
_OTHER = {"持平": "=", "还差": "<", "还有": "<", "超出": ">", "超过": ">", "超": ">"}
_SIDES = dict.fromkeys(_RISE, "+") | dict.fromkeys(_FALL, "-") | _OTHER
_WORDS = re.compile("|".join(sorted(_SIDES, key=len, reverse=True)))


class Aspect(NamedTuple):
    """One thing about a figure that differs."""

    key: str
    was: str
    now: str


class Difference(NamedTuple):
    """One figure or name that differs."""

    name: str
    sort: str
    """One of `SORTS`."""

    aspects: tuple[Aspect, ...] = ()
    because: tuple[str, ...] = ()
    """Of a derived figure: its inputs that differ."""

    before: str = ""
    """Its old name, where it was renamed."""


def differences(old: Facts, new: Facts) -> tuple[Difference, ...]:
    """Return what differs, by `SORTS`, within one sort in the order of the facts.

    A figure whose 原名 is one of `old` is the same figure under another name. What prints
    nothing (来源, 由谁提供, 期限) is not compared.
    """
    renamed = _renamed(old.figures, new.figures)
    before = {name: renamed.get(name, name) for name in new.figures}
    moved = {
        name: aspects
        for name, other in before.items()
        if other in old.figures and (aspects := _aspects(old, other, new, name))
    }
    figures = [
        _figure(name, before[name], old, new, moved)
        for name in new.figures
        if name in moved or name in renamed
    ]
    kept = frozenset(before.values())
    added = [_alone(ADDED, name, new) for name, other in before.items() if other not in old.figures]
    gone = [_alone(GONE, name, old) for name in old.figures if name not in kept]
    found = (*figures, *added, *gone, *_names(old.names, new.names))
    return tuple(sorted(found, key=lambda one: SORTS.index(one.sort)))


def turned(was: str, now: str) -> bool:
    """Return whether two prints of a phrase say opposite things: 同比上升3% and 同比下降2%."""
    sides = [[_SIDES[word] for word in _WORDS.findall(text)] for text in (was, now)]
    return bool(sides[0] and sides[1]) and sides[0] != sides[1]


def _renamed(old: Mapping[str, Figure], new: Mapping[str, Figure]) -> dict[str, str]:
    """Return new name → old name of the figures that a 原名 ties to one that is gone."""
    found: dict[str, str] = {}
    for figure in new.values():
        names = [name for name in figure.formerly if name in old and name not in new]
        if names and figure.name not in old and names[0] not in found.values():
            found[figure.name] = names[0]
    return found


def _figure(
    name: str, before: str, old: Facts, new: Facts, moved: Mapping[str, tuple[Aspect, ...]]
) -> Difference:
    figure, was = new.figures[name], old.figures[before]
    aspects = moved.get(name, ())
    if name != before:
        return Difference(name, RENAMED, aspects, (), before)
    inputs = [one for one in figure.inputs or figure.cells if one in moved]
    because = tuple(one for one in inputs if moved[one][0].key == "值") or tuple(inputs)
    if because and figure.formula == was.formula and [one.key for one in aspects] == ["值"]:
        return Difference(name, FOLLOWS, aspects, because)
    return Difference(name, _sort(was, figure), aspects)


def _sort(was: Figure, now: Figure) -> str:
    """Return whether something of a figure came to be known, or was lost; else that it changed."""
    before, after = _values(was), _values(now)
    both = before.keys() & after.keys()
    if any(before[key] is None and after[key] is not None for key in both):
        return KNOWN
    if any(before[key] is not None and after[key] is None for key in both):
        return UNKNOWN
    return CHANGED


def _values(figure: Figure) -> dict[str, Decimal | None]:
    value = {} if figure.amount is None else {"值": figure.amount.value}
    return value | {one.key: one.value for one in beside(figure)}


def _aspects(old: Facts, before: str, new: Facts, name: str) -> tuple[Aspect, ...]:
    was, now = old.figures[before], new.figures[name]
    return tuple(_compared(was, old, now, new))


def _compared(was: Figure, old: Facts, now: Figure, new: Facts) -> Iterator[Aspect]:
    prints = printed(was, old), printed(now, new)
    if prints[0] != prints[1]:
        yield Aspect("值", *prints)
    elif was.value != now.value:
        exact = with_unit(was, was.amount), with_unit(now, now.amount)
        same = f"（印出的都是{prints[0]}）"
        yield Aspect("值", exact[0], exact[1] + same)
    sides = _told(was), _told(now)
    for key in dict.fromkeys((*sides[0], *sides[1])):
        before, after = (side.get(key, NOT_THERE) for side in sides)
        if before != after:
            yield Aspect(key, before, after)


def _told(figure: Figure) -> dict[str, str]:
    """Return what else of a figure decides its prints, by key."""
    told = {one.key: one.printed for one in beside(figure)}
    rank = figure.rank
    if rank is not None and figure.amount is not None:
        told["位次"] = f"由{rank.was or '?'}至{rank.now or '?'}"
    words = {
        "单位": figure.unit,
        "时段": figure.period,
        "算式": figure.formula,
        "分项": "、".join(figure.parts) if not figure.cells else "",
        "总量": figure.whole,
        "向好": figure.better,
        "类别": figure.category,
        "性质": figure.nature,
        "约数": figure.hedge,
        "小数": "" if figure.decimals is None else str(figure.decimals),
        "状态": "不公开" if figure.private else "",
    }
    return told | {key: word for key, word in words.items() if word}


def _alone(sort: str, name: str, facts: Facts) -> Difference:
    text = printed(facts.figures[name], facts)
    aspect = Aspect("值", "", text) if sort == ADDED else Aspect("值", text, "")
    return Difference(name, sort, (aspect,))


def _names(old: Mapping[str, Name], new: Mapping[str, Name]) -> Iterator[Difference]:
    """Yield the names that differ; one by its path (讲话人.姓名) is there only while missing."""
    for name in dict.fromkeys((*new, *old)):
        was, now = old.get(name), new.get(name)
        before, after = _said(was), _said(now)
        if was is None or now is None:
            sort = (KNOWN if _by_path(name) else GONE) if now is None else ADDED
            after = NO_LONGER if sort == KNOWN else after
        elif (was.value is None) is not (now.value is None):
            sort = KNOWN if was.value is None else UNKNOWN
        else:
            sort = CHANGED
        if before != after:
            yield Difference(name, sort, (Aspect("名称", before, after),))


def _said(name: Name | None) -> str:
    return "" if name is None else name.value or name.mark


def _by_path(name: str) -> bool:
    return "." in name or "[" in name
