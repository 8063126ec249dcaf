"""What nobody has supplied yet, each once, with who is to supply it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from speechgen.document import Block
from speechgen.facts.facts import Facts
from speechgen.ledger import Ledger
from speechgen.problems import visible


class Missing(NamedTuple):
    """A figure (缺数, prints X) or a name (缺名, prints ××) that the paper speaks."""

    name: str
    is_figure: bool
    unit: str
    from_whom: str
    due: str
    """ISO date; empty where none is typed."""

    phrases: tuple[str, ...]
    """Where it is spoken: 本数, 占比 …; empty for a name."""

    places: int
    """How often the paper speaks it."""


def lines_of(missing: Iterable[Missing]) -> tuple[str, ...]:
    """Return the list of 缺数 and 缺名 as printed, each figure and name once.

    缺数 1 项：
      重复信访（件），请县信访局于8月11日前提供，文中2处（本数、占比）
    """
    each = {one.name: one for one in missing}.values()
    out: list[str] = []
    for title, is_figure in (("缺数", True), ("缺名", False)):
        lines = [f"  {_line(one)}" for one in each if one.is_figure is is_figure]
        if lines:
            out += [f"{title} {len(lines)} 项：", *lines]
    return tuple(out)


def _line(one: Missing) -> str:
    unit = f"（{one.unit}）" if one.unit else ""
    due = f"于{_day(one.due)}前" if one.due else ""
    ask = f"请{one.from_whom}{due}提供" if one.from_whom else "素材里没有写由谁提供"
    phrases = f"（{'、'.join(one.phrases)}）" if one.phrases else ""
    return f"{visible(one.name)}{unit}，{ask}，文中{one.places}处{phrases}"


def _day(iso: str) -> str:
    parts = iso.split("-")
    return f"{int(parts[1])}月{int(parts[2])}日" if len(parts) == 3 else iso  # noqa: PLR2004


def missing_of(facts: Facts, ledger: Ledger, blocks: Sequence[Block]) -> tuple[Missing, ...]:
    """Return the missing figures, then the missing names, in order of first mention."""
    lacking: dict[str, list[str]] = {}
    times = _times(blocks)
    for inner, entry in ledger.items():
        if entry.status in ("missing", "nameless"):
            for name in entry.lacks or (entry.figure,):
                lacking.setdefault(name, []).append(inner)
    found = [_missing(facts, name, inners, times) for name, inners in lacking.items()]
    return tuple(sorted(found, key=lambda missing: not missing.is_figure))


def _times(blocks: Sequence[Block]) -> dict[str, int]:
    times: dict[str, int] = {}
    for block in blocks:
        for run in block.runs:
            if run.expression:
                times[run.expression] = times.get(run.expression, 0) + 1
    return times


def _missing(facts: Facts, name: str, inners: list[str], times: dict[str, int]) -> Missing:
    places = sum(times.get(inner, 0) for inner in inners)
    if name in facts.names:
        known = facts.names[name]
        return Missing(name, False, "", known.from_whom, known.due, (), places)  # noqa: FBT003
    base = facts.figures.get(name) or facts.figures.get(name.partition("的")[0])
    phrases = tuple(dict.fromkeys(_phrase(inner, name) for inner in inners))
    if base is None:
        return Missing(name, True, "", "", "", phrases, places)  # noqa: FBT003
    return Missing(name, True, base.unit, base.from_whom, base.due, phrases, places)  # noqa: FBT003


def _phrase(inner: str, name: str) -> str:
    if inner == name:
        return "本数"
    return inner.removeprefix(f"{name}.").partition("(")[0].rpartition(".")[2]
