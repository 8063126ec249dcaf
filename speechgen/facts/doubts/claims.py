"""Sentences of the facts, brought before the checks of `speechgen.claims`, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from speechgen.claims.check import findings
from speechgen.claims.sentence import About, Finding, Said, Sentence
from speechgen.claims.words import HEDGED, LEVELS, SLOT
from speechgen.facts.doubts.written import EXPRESSION, flat, written_at
from speechgen.facts.expression import parse
from speechgen.facts.figure import PERCENT, Amount, Figure, Spoken, Stated
from speechgen.facts.file.lines import Scalar
from speechgen.facts.item import PARAGRAPH
from speechgen.facts.reading import Reading, Told, keys_of
from speechgen.facts.sense import pace
from speechgen.numerals import EXACT, fixed, parse_amount
from speechgen.problems import Problem, Severity

MOST = 100
"""Problems told; nobody reads more."""

_FULL_STOP = re.compile(f"[。！？；!?;{PARAGRAPH}]")
_LAST_NUMBER = re.compile(r"(\d+(?:\.\d+)?)(\D*)")
_HUNDRED = Decimal(100)
_PLACES = 2
_PLANS = frozenset({"任务", "要求"})
_GOALS = frozenset({"目标", "阶段目标", "用意", "时限"})
_STATED = {
    "上年同期": "last_year",
    "上期": "last_period",
    "全年目标": "target",
    "全年控制数": "ceiling",
}


def false_claims(told: Sequence[Told], reading: Reading) -> list[Problem]:
    """Return what the texts `told` claim of their figures and is not so.

    A figure that is missing is claimed nothing of; nor is one in a sentence about goals.
    """
    abouts = _Abouts(reading.figures)
    problems: list[Problem] = []
    for text, node, trail in told:
        keys = frozenset(keys_of(trail))
        if keys & _GOALS:
            continue
        for start, sentence in _sentences(text, abouts, reading, is_plan=bool(keys & _PLANS)):
            for finding in findings(sentence):
                problems.append(_problem(finding, start + finding.start, text, node, reading))
                if len(problems) == MOST:
                    return problems
    return problems


def _sentences(
    text: str, abouts: Mapping[str, About], reading: Reading, *, is_plan: bool
) -> Iterator[tuple[int, Sentence]]:
    """Yield the sentences of `text` that hold a figure, and where each begins in its flat text."""
    said = [_said(found[1], abouts, reading) for found in EXPRESSION.finditer(text)]
    words = flat(text)
    start = used = 0
    for end in [*(found.start() for found in _FULL_STOP.finditer(words)), len(words)]:
        piece = words[start:end]
        count = piece.count(SLOT)
        if count:
            spoken = tuple(said[used : used + count])
            yield start, Sentence(piece, spoken, abouts, is_plan)
        used += count
        start = end + 1


class _Abouts(Mapping[str, About]):
    """What is known of each figure, put together when it is first asked for."""

    def __init__(self, figures: Mapping[str, Figure]) -> None:
        self._figures = figures
        self._known: dict[str, About] = {}

    def __getitem__(self, name: str) -> About:
        about = self._known.get(name)
        if about is None:
            about = self._known[name] = about_figure(self._figures[name])
        return about

    def __contains__(self, name: object) -> bool:
        return name in self._figures

    def __iter__(self) -> Iterator[str]:
        return iter(self._figures)

    def __len__(self) -> int:
        return len(self._figures)


def about_figure(figure: Figure) -> About:
    """Return what claims may ask of `figure`."""
    return About(
        figure.name,
        figure.unit,
        figure.value,
        _before(figure, figure.last_year, figure.yoy),
        _before(figure, figure.last_period, figure.pop),
        _value(figure.target),
        _value(figure.ceiling),
        figure.period,
        pace(figure) if figure.period else "",
        bool(figure.hedge),
        figure.better == "下降",
        _is_rough(figure, figure.last_year, figure.yoy)
        or _is_rough(figure, figure.last_period, figure.pop),
        bool(figure.targets),
    )


def _is_rough(figure: Figure, then: Amount | None, stated: Stated | None) -> bool:
    """Return whether the value before is worked out of a percentage, which was rounded."""
    if then is not None or stated is None:
        return False
    return stated.unit == PERCENT and figure.unit != PERCENT


def _before(figure: Figure, then: Amount | None, stated: Stated | None) -> Decimal | None:
    """Return the value before, as the file gives it or as a stated 同比 or 环比 implies it."""
    if then is not None or stated is None or figure.value is None or stated.value is None:
        return _value(then)
    if stated.unit != PERCENT or figure.unit == PERCENT:
        return EXACT.subtract(figure.value, stated.value)
    rate = EXACT.add(Decimal(1), EXACT.divide(stated.value, _HUNDRED))
    if rate <= 0:
        return None
    implied = EXACT.divide(figure.value, rate)
    whole = fixed(implied, 0)
    return whole if whole != figure.value and whole > _HUNDRED else fixed(implied, _PLACES)


def _value(amount: Amount | None) -> Decimal | None:
    return None if amount is None else amount.value


def _said(expression: str, abouts: Mapping[str, About], reading: Reading) -> Said:
    """Return what `expression` says; of a name or what cannot be said a figure without a value."""
    spoken = reading.said.get(expression)
    if spoken is None or expression in reading.names:
        return Said(About(expression, "", None), expression)
    name, phrase, _ = parse(expression, reading.figures, reading.names)
    figure, text = reading.figures[name], spoken.text + spoken.unit
    if phrase in LEVELS or phrase in HEDGED:
        return Said(abouts[name], expression, phrase, text, figure.unit, figure.value)
    if phrase in _STATED:
        value = _value(getattr(figure, _STATED[phrase]))
        return Said(abouts[name], expression, phrase, text, figure.unit, value)
    value, unit = _number(spoken, text)
    return Said(abouts[name], expression, phrase, text, unit, value)


def _number(spoken: Spoken, text: str) -> tuple[Decimal | None, str]:
    """Return the value and unit a phrase ends with; None where it ends with another number."""
    found = _LAST_NUMBER.findall(text)
    amount = parse_amount(found[-1][0]) if found else None
    if spoken.value is None or amount is None:
        return None, ""
    value, shown = abs(spoken.value), amount[0]
    exponent = shown.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    if abs(EXACT.subtract(value, shown)) > step:
        return None, ""
    return value, found[-1][1]


def _problem(finding: Finding, index: int, text: str, node: Scalar, reading: Reading) -> Problem:
    offset = written_at(index, text, reading.page.written(node))
    place = reading.page.inside(node, offset)
    severity: Severity = "error" if finding.code == "claim-false" else "warn"
    return Problem(place, finding.code, finding.message, finding.hint, finding.fix, severity)
