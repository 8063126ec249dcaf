"""What a phrase is handed, and what it hands back: the book of figures, a saying, a lack."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Protocol

from speechgen.facts.figure import Amount, Figure, Name, Spoken


class Book(Protocol):
    """All that can be spoken. `Facts` is one."""

    @property
    def figures(self) -> Mapping[str, Figure]:
        """Figures by name."""

    @property
    def names(self) -> Mapping[str, Name]:
        """Names (名称, and keys that are 待核) by name or path."""

    @property
    def disputed(self) -> frozenset[str]:
        """Names of the figures that do not reconcile (`reconcile.disputed`)."""

    @property
    def shares(self) -> Mapping[tuple[str, str], Decimal]:
        """Shares that are said together: (part, whole) → what is printed (`together`)."""


class ExpressionError(Exception):
    """An expression that cannot be said. The reader of the facts makes a Problem of it."""

    def __init__(self, message: str, hint: str = "", code: str = "phrase-unfit") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.code = code
        """Code of the problem: `unknown-figure`, `private-figure` …"""


def said(figure: Figure, text: str, value: Decimal | None = None, unit: str = "") -> Spoken:
    """Return what a phrase says with all it needs at hand."""
    return Spoken(text, unit, "known", figure.name, value)


def lacking(figure: Figure, text: str, lacks: tuple[str, ...], unit: str = "") -> Spoken:
    """Return what a phrase says with an X in it."""
    return Spoken(text, unit, "missing", figure.name, None, lacks)


def lack(book: Book, *figures: Figure) -> tuple[str, ...]:
    """Return what is missing for the values of `figures`: of a derived one its typed inputs."""
    found: dict[str, None] = {}
    todo = [figure for figure in reversed(figures) if figure.value is None]
    seen = set()
    while todo:
        figure = todo.pop()
        if figure.name in seen:
            continue
        seen.add(figure.name)
        inputs = [book.figures[name] for name in figure.inputs if name in book.figures]
        missing = [one for one in inputs if one.value is None]
        if missing:
            todo.extend(reversed(missing))
        else:
            found[figure.name] = None
    return tuple(found)


def lack_of(figure: Figure, key: str, amount: Amount | None) -> tuple[str, ...]:
    """Return `信访总量的上年同期` where `amount`, the value of `key`, is missing or absent."""
    return (f"{figure.name}的{key}",) if amount is None or amount.value is None else ()


def same_unit(figure: Figure, other: Figure) -> None:
    """Refuse to set two figures side by side that count different things.

    Raises:
        ExpressionError: the units differ.
    """
    if figure.unit != other.unit:
        units = f"“{figure.name}”的单位是{figure.unit}，“{other.name}”的单位是{other.unit}"
        message = f"{units}，不能放在一起算"
        raise ExpressionError(message, "请核对两处的单位", "unit-mismatch")


def divisor(figure: Figure, key: str, value: Decimal | None) -> Decimal | None:
    """Return `value`, by which a phrase divides; None where it is missing.

    Raises:
        ExpressionError: it is zero or less, so no share of it can be told.
    """
    if value is not None and value <= 0:
        shown = f"“{figure.name}”的{key}" if key else f"“{figure.name}”"
        message = f"{shown}不大于0，算不出比例"
        raise ExpressionError(message, "请核对数字，或换一种说法", "zero-base")
    return value


def not_private(figure: Figure) -> None:
    """Refuse to speak a figure that the file keeps for its formulas.

    Raises:
        ExpressionError: its 状态 is 不公开.
    """
    if figure.private:
        message = f"“{figure.name}”注明了“不公开”，不能写进稿子"
        raise ExpressionError(message, "它只能用在公式里；要公开，去掉“不公开”", "private-figure")
