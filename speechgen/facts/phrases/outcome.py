"""比率, 办理: what came of a figure: how many of it were settled, and the rate."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from speechgen.facts.book import Book, same_unit
from speechgen.facts.figure import Figure, Spoken
from speechgen.facts.phrases.share import share
from speechgen.facts.printing import MISSING, with_unit
from speechgen.facts.several import in_doubt, named, of_all
from speechgen.numerals import EXACT, percent

_HUNDRED = Decimal(100)
_LONGEST_VERB = 4
"""化解 makes 化解率; a longer name is said to be a part of the whole."""

_COUNT_WORDS = ("件数", "数量", "数", "量")


def rate(figure: Figure, args: tuple[str, ...], book: Book) -> Spoken:
    """61.9%; X%. As 占比, the percentage alone: a part that exceeds its whole is disputed."""
    spoken = share(figure, args, book)
    if spoken.value is None:
        return spoken._replace(text=MISSING + "%")
    shown = book.shares.get((figure.name, args[0]))
    return spoken._replace(text=percent(spoken.value) if shown is None else f"{shown}%")


def handled(figure: Figure, args: tuple[str, ...], book: Book) -> Spoken:
    """排查积案126件、化解78件，化解率61.9%; of none 排查积案0件; 排查积案X件…化解率X%."""
    done = [book.figures[name] for name in args]
    for one in done:
        same_unit(figure, one)
    name = named((figure, *done))[0]
    counts, rates = name + with_unit(figure, figure.amount), []
    for one in done:
        verb = _verb(figure, one)
        if figure.value != 0 or one.value != 0:
            counts += f"、{verb}{with_unit(one, one.amount)}"
            rates += _rate(figure, one, verb)
    text = "，".join((counts, "、".join(rates))) if rates else counts
    return in_doubt(of_all(figure, text, (figure, *done), book), _over(figure, done))


def _verb(figure: Figure, done: Figure) -> str:
    """Return what was done: 化解 of 化解积案 beside 排查积案; without a common ending all."""
    whole, name = figure.label, done.label
    if figure.row and figure.row == done.row:
        whole, name = (one.removeprefix(figure.row) for one in (whole, name))
    same = 0
    while same < min(len(whole), len(name)) - 1 and whole[-1 - same] == name[-1 - same]:
        same += 1
    return name[: len(name) - same]


def _rate(figure: Figure, done: Figure, verb: str) -> list[str]:
    """Return the rate in words; nothing where there is none (of nothing, of less than nothing)."""
    for ending in _COUNT_WORDS:
        verb = verb.removesuffix(ending) or verb
    verb = verb.removeprefix("已") or verb
    name = f"{verb}率" if len(verb) <= _LONGEST_VERB else f"{verb}占{figure.label}的"
    if figure.value is None or done.value is None:
        return [f"{name}{MISSING}%"] if figure.value != 0 else []
    if figure.value <= 0 or done.value < 0:
        return []
    share_of = EXACT.multiply(EXACT.divide(done.value, figure.value), _HUNDRED)
    return [name + percent(share_of)]


def _over(figure: Figure, done: Sequence[Figure]) -> bool:
    total = figure.value
    return total is not None and any(one.value is not None and one.value > total for one in done)


PHRASES = {"比率": rate, "办理": handled}
