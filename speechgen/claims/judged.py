"""Whether a direction (下降, 持平) or a judgement of size (明显, 略有) is true of a change."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from speechgen.claims.sentence import About
from speechgen.claims.words import DOUBLE, EXTENTS, LEVEL, OPPOSITE, UP
from speechgen.numerals import EXACT, JUDGEMENTS, percent

_EXACTLY_LEVEL = (Decimal("0.05"), Decimal(0))


class Claim(NamedTuple):
    """What is typed of a change."""

    words: str
    """大幅下降."""

    turn: str = ""
    """下降; empty where a phrase behind says it."""

    size: str = ""
    """大幅; empty where the size is not judged."""

    is_big: bool = False
    """大幅 and not 略有."""


class Change(NamedTuple):
    """From one value to another, and what the first is called."""

    about: About
    then: Decimal
    label: str

    @property
    def now(self) -> Decimal:
        """The figure's own value; changes are made of known ones only."""
        return self.about.value or Decimal(0)

    @property
    def sign(self) -> int:
        """1 for a rise, -1 for a fall."""
        return (self.now > self.then) - (self.now < self.then)

    @property
    def percent(self) -> Decimal | None:
        """How far it went, never negative; None where a percentage says nothing."""
        if self.then <= 0 or self.now < 0:
            return None
        difference = abs(EXACT.subtract(self.now, self.then))
        return EXACT.multiply(EXACT.divide(difference, self.then), Decimal(100))

    @property
    def points(self) -> Decimal | None:
        """The same of a rate, in points."""
        difference = abs(EXACT.subtract(self.now, self.then))
        return difference if self.about.unit == "%" else None

    def __str__(self) -> str:
        about = self.about
        now = about.number(self.now, self.then)
        return f"{about.name}是{now}，{self.label}{about.number(self.then)}"


class Verdict(NamedTuple):
    """Why a claim is false, and what would be true."""

    message: str
    hint: str
    fix: str | None = None


def verdict(claim: Claim, change: Change) -> Verdict | None:
    """Return why `claim` is not true of `change`; None where it is, or nothing can be said."""
    if claim.turn in DOUBLE:
        wanted = EXACT.multiply(change.then, Decimal(DOUBLE[claim.turn]))
        return _turned(claim, change) if change.then > 0 and change.now < wanted else None
    if claim.turn in LEVEL:
        return None if _is_level(claim.turn, change) else _turned(claim, change)
    if claim.turn and change.sign != (1 if claim.turn in UP else -1):
        return _turned(claim, change)
    return _sized(claim, change) if claim.size else None


def _turned(claim: Claim, change: Change) -> Verdict:
    message = f"“{claim.words}”不符：{change}"
    head = claim.words[:2]
    typed = head if head in EXTENTS or claim.words in OPPOSITE else claim.turn
    if not change.sign:
        return Verdict(message, f"可写“与{change.label}持平”")
    if typed not in OPPOSITE:
        up = "增长" if typed in DOUBLE else "上升"
        word = up if change.sign > 0 else "下降"
        return Verdict(message, f"可写“比{change.label}{word}”")
    right = OPPOSITE[typed]
    return Verdict(message, f"可写“{right}”", right if claim.words == typed else None)


def _is_level(word: str, change: Change) -> bool:
    bounds = JUDGEMENTS.get(word, _EXACTLY_LEVEL)
    return change.now == change.then or _is_below(bounds, change)


def _sized(claim: Claim, change: Change) -> Verdict | None:
    """Return why a change is not big, or not small; a rate is judged in percent and in points."""
    if change.percent is None:
        return None
    is_big = not _is_below_both(JUDGEMENTS["明显"], change)
    is_small = _is_below(JUDGEMENTS["略有"], change)
    if is_big if claim.is_big else is_small:
        return None
    true = "明显" if is_big and not claim.is_big else "略有" if is_small else ""
    hint = f"请去掉“{claim.size}”" + (f"，或改为“{true}”" if true else "")
    return Verdict(f"“{claim.words}”不符：{change}，变化{percent(change.percent)}", hint)


def _is_below(bounds: tuple[Decimal, Decimal], change: Change) -> bool:
    """Return whether the change is below the bound in percent or, of a rate, that in points."""
    if change.percent is not None and change.percent < bounds[0]:
        return True
    return change.points is not None and change.points < bounds[1]


def _is_below_both(bounds: tuple[Decimal, Decimal], change: Change) -> bool:
    if change.percent is not None and change.percent >= bounds[0]:
        return False
    return change.points is None or change.points < bounds[1]
