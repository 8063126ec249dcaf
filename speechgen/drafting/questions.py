"""What a wording may ask of the figures: how long, since when, of what nature. Nothing else.

A template says expressions, never values; so two facts files that differ only in values get the
same wording, unless one of these questions is answered otherwise. `draft` relies on it.
"""

from __future__ import annotations

from collections.abc import Callable

from speechgen.drafting.marks import EXPRESSION, expressions
from speechgen.facts.facts import Facts
from speechgen.facts.figure import Spoken
from speechgen.facts.sense import exceeded, sense

Answer = str | int | bool
Speak = Callable[[str], Spoken]


def print_of(text: str, speak: Speak) -> str:
    """Return `text` as it will be read, its figures spoken."""

    def said(inner: str) -> str:
        spoken = speak(inner)
        return spoken.text + spoken.unit

    return EXPRESSION.sub(lambda found: said(found[1]), text)


def _length(text: str, speak: Speak, _: Facts) -> int:
    return len(print_of(text, speak))


def _print(text: str, speak: Speak, _: Facts) -> str:
    return print_of(text, speak)


def _period(inner: str, speak: Speak, facts: Facts) -> str:
    """Return the 时段 of the figure an expression is about; empty for a name or none."""
    figure = facts.figures.get(speak(inner).figure)
    return figure.period if figure else ""


def _is_stock(inner: str, speak: Speak, facts: Facts) -> bool:
    """Return whether the figure an expression is about is 存量, without a 时段 of its own."""
    figure = facts.figures.get(speak(inner).figure)
    return figure is not None and figure.nature == "存量" and not figure.period


def _nature(name: str, _: Speak, facts: Facts) -> str:
    figure = facts.figures.get(name)
    return figure.nature if figure else ""


def _is_name(name: str, _: Speak, facts: Facts) -> bool:
    return name in facts.names


def _turned(name: str, _: Speak, facts: Facts) -> str:
    """Return whether a figure turned good or bad against last year, as `sense` has it."""
    figure = facts.figures.get(name)
    return sense(figure) if figure else ""


def _lacks(text: str, speak: Speak, _: Facts) -> bool:
    """Return whether `text` speaks anything that is missing or does not reconcile."""
    return any(speak(inner).status != "known" for inner in expressions(text))


def _room(figure: str, speak: Speak, facts: Facts) -> str:
    """Return how what is left under a ceiling stands: 未知, 超出, 紧 or 够."""
    room, left, pace = (speak(f"{figure}.{n}").value for n in ("余量", "余量月均", "已月均"))
    if exceeded(facts.figures[figure]):
        return "超出"
    if room is None or left is None or pace is None:
        return "未知"
    return "紧" if pace > left else "够"


QUESTIONS: dict[str, Callable[[str, Speak, Facts], Answer]] = {
    "length": _length,
    "print": _print,
    "period": _period,
    "nature": _nature,
    "stock": _is_stock,
    "name": _is_name,
    "room": _room,
    "lacks": _lacks,
    "turned": _turned,
}
