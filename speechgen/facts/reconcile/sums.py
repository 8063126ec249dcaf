"""分项 and 总量: parts that must add up to their total, and not exceed their whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from speechgen.facts.figure import Figure
from speechgen.facts.printing import typed
from speechgen.facts.reconcile.agreeing import Span, input_span
from speechgen.numerals import EXACT, MAGNITUDES, parse_amount
from speechgen.problems import Problem

Figures = Mapping[str, Figure]


def check_sums(
    figure: Figure, figures: Figures, problems: list[Problem], disputed: set[str]
) -> None:
    """Report 分项 that do not add up to `figure`, and a 总量 that it exceeds."""
    if figure.parts:
        _check_sum(figure, figures, problems, disputed)
    if figure.whole:
        _check_whole(figure, figures, problems, disputed)


def _check_sum(
    total: Figure, figures: Figures, problems: list[Problem], disputed: set[str]
) -> None:
    parts = [figures[name] for name in total.parts if name in figures]
    if len(parts) < len(total.parts) or not _same_units(total, parts, problems):
        return
    values = [part.value for part in parts if part.value is not None]
    if total.value is None or len(values) < len(parts):
        return
    added = _sum(values)
    if added == total.value or _rounding_explains(total, parts):
        _check_print(total, parts, problems)
        return
    from speechgen.facts.reconcile import telling  # noqa: PLC0415 - only where a sum fails

    if total.tolerance is None or abs(EXACT.subtract(total.value, added)) > total.tolerance:
        disputed.update((total.name, *total.parts))
        problems.append(telling.mismatch(total, parts, added))
    elif not total.reason:
        problems.append(telling.no_reason(total, added))


def _sum(values: Sequence[Decimal]) -> Decimal:
    added = values[0]
    for value in values[1:]:
        added = EXACT.add(added, value)
    return added


def _rounding_explains(total: Figure, parts: Sequence[Figure]) -> bool:
    """Return whether the true numbers behind `total` and `parts` may add up: 25.1 = 12.5 + 12.5.

    34.6亿元 and 3.4万 were rounded when they were typed; whole numbers are exact.
    """
    stated, spans = _lies(total), [_lies(part) for part in parts]
    if stated is None or None in spans:
        return False
    known = [one for one in spans if one is not None]
    low, high = _sum([one.low for one in known]), _sum([one.high for one in known])
    return low <= stated.high and stated.low <= high


def _lies(figure: Figure) -> Span | None:
    return None if figure.amount is None else input_span(figure, figure.amount)


def _check_print(total: Figure, parts: Sequence[Figure], problems: list[Problem]) -> None:
    """Report parts that add up, and do not as they are printed: 1.3 + 1.3 beside 2.5."""
    ones = (total, *parts)
    if any(one.hedge for one in ones) or all(_as_typed(one) for one in ones):
        return
    shown, added = _printed(total), _sum([_printed(part) for part in parts])
    if added != shown and added.quantize(shown, ROUND_HALF_UP, EXACT) != shown:
        from speechgen.facts.reconcile import telling  # noqa: PLC0415 - only where a sum fails

        problems.append(telling.gap(total, parts, added))


def _as_typed(figure: Figure) -> bool:
    return not figure.formula and figure.decimals is None


def _printed(figure: Figure) -> Decimal:
    """Return the number as the paper shows it."""
    amount = parse_amount(typed(figure, figure.amount))
    if amount is None:
        message = f"{figure.name} prints no number"
        raise ValueError(message)
    value, magnitude, _ = amount
    return value.scaleb(MAGNITUDES[magnitude].adjusted()) if magnitude else value


def _same_units(total: Figure, parts: Sequence[Figure], problems: list[Problem]) -> bool:
    for part in parts:
        if part.unit != total.unit:
            from speechgen.facts.reconcile import telling  # noqa: PLC0415 - as above

            problems.append(telling.other_unit(part, total))
            return False
    return True


def _check_whole(
    part: Figure, figures: Figures, problems: list[Problem], disputed: set[str]
) -> None:
    """Report a part that is larger than the whole it belongs to."""
    whole = figures.get(part.whole)
    if whole is None or part.name in whole.parts or not _same_units(whole, [part], problems):
        return
    mine, all_of_it = _lies(part), _lies(whole)
    if mine is None or all_of_it is None or mine.low <= all_of_it.high:
        return
    from speechgen.facts.reconcile import telling  # noqa: PLC0415 - only where a sum fails

    disputed.update((part.name, whole.name))
    problems.append(telling.over_whole(part, whole))
