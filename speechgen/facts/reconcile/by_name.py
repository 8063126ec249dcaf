"""What nobody declared and the names say plainly: 排查积案 − 化解积案 should be 未化解积案.

A warning, never more: the names may mean something else. So only where one reading fits, of one
unit and one 时段, with every value known, and where the file does not say itself how they add up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from speechgen.facts.figure import PERCENT, Figure
from speechgen.facts.reconcile.agreeing import Span, input_span, meets
from speechgen.facts.reconcile.saying import lines, measured, place_of
from speechgen.numerals import EXACT, percent, trimmed
from speechgen.problems import Problem

Figures = Mapping[str, Figure]
Verbs = tuple[tuple[str, tuple[str, ...]], ...]

_UNDONE = ("未", "尚未")
_RATE = "率"
_PLANNED = "完成"


class _Pair(NamedTuple):
    """化解积案 and 排查积案."""

    done: Figure
    whole: Figure


def check_names(figures: Figures, verbs: Verbs, problems: list[Problem]) -> None:
    """Warn of figures that, by their names, should add up or divide and do not.

    `verbs` are what was done, each with what there was to do: 化解N of 排查N leaves 未化解N.
    """
    checking = (figures, verbs, problems)
    for name, figure in figures.items():
        if figure.value is None:
            continue
        table, tail = _parted(name)
        _check_more(figure, table, tail, checking)
        if figure.formula or figure.check or figure.parts:
            continue
        if tail.startswith(_UNDONE):
            _check_undone(figure, table, tail, checking)
        elif tail.endswith(_RATE) and figure.unit == PERCENT:
            _check_rate(figure, table, tail, checking)


def _parted(name: str) -> tuple[str, str]:
    """Return the table and row a name begins with, and what is left: 乡镇表[甲]., 未化解."""
    table, dot, tail = name.rpartition(".")
    return table + dot, tail


_Checking = tuple[Figures, Verbs, list[Problem]]


def _check_undone(left: Figure, table: str, tail: str, checking: _Checking) -> None:
    figures, verbs, problems = checking
    rest = tail.partition("未")[2]
    pairs = [
        pair
        for done, wholes in verbs
        if rest.startswith(done)
        for pair in _pairs(figures, table, (done, wholes), rest.removeprefix(done))
        if _alike(left, pair.done) and left.name not in pair.whole.parts
    ]
    if len(pairs) != 1 or left.value is None:
        return
    done, whole = pairs[0]
    should = EXACT.subtract(whole.value or Decimal(0), done.value or Decimal(0))
    mine, all_of_it = _lies(done), _lies(whole)
    if mine is None or all_of_it is None:
        return
    low = EXACT.subtract(all_of_it.low, mine.high)
    high = EXACT.subtract(all_of_it.high, mine.low)
    if meets(left.value, Span(low, high), left.tolerance):
        return
    told = f"{whole.name} − {done.name} = {trimmed(should)}{left.unit}"
    problems.append(_warning(left, told, (whole, done)))


def _check_rate(rate: Figure, table: str, tail: str, checking: _Checking) -> None:
    figures, verbs, problems = checking
    named = tail.removesuffix(_RATE)
    pairs = [
        pair
        for done, wholes in verbs
        for thing in _things(figures, table, named, done)
        for pair in _pairs(figures, table, (done, wholes), thing)
        if pair.done.period == rate.period
    ]
    if len(pairs) != 1 or rate.value is None:
        return
    done, whole = pairs[0]
    if not whole.value or whole.value < 0 or done.value is None:
        return
    mine, all_of_it = _lies(done), _lies(whole)
    if mine is None or all_of_it is None or all_of_it.low <= 0:
        return
    low, high = _percent(mine.low, all_of_it.high), _percent(mine.high, all_of_it.low)
    if meets(rate.value, Span(low, high), rate.tolerance):
        return
    should = _percent(done.value, whole.value)
    told = f"{done.name} ÷ {whole.name} = {percent(abs(should))}"
    problems.append(_warning(rate, told, (done, whole)))


def _check_more(done: Figure, table: str, tail: str, checking: _Checking) -> None:
    """Warn where more was done than there was to do; a plan may be exceeded."""
    figures, verbs, problems = checking
    pairs = [
        pair
        for verb, wholes in verbs
        if verb != _PLANNED and tail.startswith(verb)
        for pair in _pairs(figures, table, (verb, wholes), tail.removeprefix(verb))
    ]
    if len(pairs) != 1 or done.whole == pairs[0].whole.name:
        return
    whole = pairs[0].whole
    mine, all_of_it = _lies(done), _lies(whole)
    if mine is None or all_of_it is None or mine.low <= all_of_it.high:
        return
    message = f"{done.name}比{whole.name}还多（{measured(done)}，{measured(whole)}）"
    hint = f"请核对{lines(map(place_of, (done, whole)))}；包括以前结转来的，不用管"
    problems.append(Problem(place_of(done), "looks-off", message, hint, severity="warn"))


def _percent(part: Decimal, whole: Decimal) -> Decimal:
    return EXACT.multiply(EXACT.divide(part, whole), Decimal(100))


def _lies(figure: Figure) -> Span | None:
    return None if figure.amount is None else input_span(figure, figure.amount)


def _things(figures: Figures, table: str, named: str, done: str) -> Iterator[str]:
    """Yield what a rate may be of: 积案 of 积案化解率 and 化解积案率, of 化解率 everything."""
    if named == done and table:
        yield ""
    elif named == done:
        yield from (name.removeprefix(done) for name in figures if name.startswith(done))
    elif named.endswith(done):
        yield named.removesuffix(done)
    elif named.startswith(done):
        yield named.removeprefix(done)


def _pairs(
    figures: Figures, table: str, verbs: tuple[str, tuple[str, ...]], thing: str
) -> Iterator[_Pair]:
    """Yield the figures 化解+thing and 排查+thing, where both are known and alike."""
    done = figures.get(table + verbs[0] + thing)
    for verb in verbs[1]:
        whole = figures.get(table + verb + thing)
        if done is not None and whole is not None and _alike(done, whole):
            yield _Pair(done, whole)


def _alike(one: Figure, other: Figure) -> bool:
    known = one.value is not None and other.value is not None
    return known and one.unit == other.unit and one.period == other.period


def _warning(figure: Figure, told: str, others: tuple[Figure, Figure]) -> Problem:
    message = f"“{figure.name}”填报 {measured(figure)}，而 {told}，对不上"
    where = lines(map(place_of, (figure, *others)))
    hint = f"请核对{where}；不是一回事的，不用管，也可以改一个名称"
    return Problem(figure.place, "looks-off", message, hint, severity="warn")
