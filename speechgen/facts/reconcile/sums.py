"""分项 and 总量: parts that must add up to their total, and not exceed their whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from speechgen.facts.figure import Figure
from speechgen.facts.printing import typed
from speechgen.facts.reconcile.saying import line, lines, number, place_of
from speechgen.numerals import EXACT, MAGNITUDES, parse_amount, trimmed
from speechgen.problems import Problem

Figures = Mapping[str, Figure]

_TERMS = 8
"""Numbers a message adds up one by one; of a longer table it says how many there are."""


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
    if not _agrees(total, total.value, added):
        disputed.update((total.name, *total.parts))
        problems.append(_mismatch(total, parts, added))
    elif added != total.value and _allowed(total, total.value, added):
        _check_reason(total, added, problems)
    else:
        _check_print(total, parts, problems)


def _sum(values: Sequence[Decimal]) -> Decimal:
    added = values[0]
    for value in values[1:]:
        added = EXACT.add(added, value)
    return added


def _agrees(total: Figure, stated: Decimal, added: Decimal) -> bool:
    if stated == added or _allowed(total, stated, added):
        return True
    exponent = stated.as_tuple().exponent
    if total.formula or not isinstance(exponent, int) or not exponent:
        return False
    return added.quantize(Decimal(1).scaleb(exponent), ROUND_HALF_UP, EXACT) == stated


def _allowed(total: Figure, stated: Decimal, added: Decimal) -> bool:
    return total.tolerance is not None and abs(EXACT.subtract(stated, added)) <= total.tolerance


def _mismatch(total: Figure, parts: Sequence[Figure], added: Decimal) -> Problem:
    terms = " + ".join([number(part) for part in parts[:_TERMS]])
    if len(parts) > _TERMS:
        terms += f" + …，共{len(parts)}项"
    given = "计算为" if total.formula else "填报"
    message = f"“{total.name}”{given} {number(total)}，与分项之和 {trimmed(added)} 不符（{terms}）"
    hint = f"请核对{line(total)}的合计，或{lines(map(place_of, parts))}的分项"
    return Problem(total.place, "sum-mismatch", message, hint)


def _check_reason(total: Figure, added: Decimal, problems: list[Problem]) -> None:
    """Ask why a difference is allowed: whoever reads the file next year will ask too."""
    if total.reason:
        return
    message = f"“{total.name}”填报 {number(total)}，分项之和是 {trimmed(added)}，差数没有写理由"
    hint = f"请写明为什么可以差，如 允许误差: {{值: {total.tolerance}, 理由: 四舍五入}}"
    problems.append(Problem(total.place, "tolerance-reason", message, hint, severity="warn"))


def _check_print(total: Figure, parts: Sequence[Figure], problems: list[Problem]) -> None:
    """Report parts that add up, and do not as they are printed: 1.3 + 1.3 beside 2.5."""
    ones = (total, *parts)
    if any(one.hedge for one in ones) or all(_as_typed(one) for one in ones):
        return
    shown, terms = _printed(total), [_printed(part) for part in parts]
    added = _sum(terms)
    if added == shown or added.quantize(shown, ROUND_HALF_UP, EXACT) == shown:
        return
    text = " + ".join([typed(part, part.amount) for part in parts[:_TERMS]])
    printed = f"“{total.name}”印作 {typed(total, total.amount)}"
    message = f"{printed}，各分项印出来相加是 {trimmed(added)}（{text}）"
    hint = "数本身对得上，是取整后差了一点；请调整“小数”，或在句子里说明四舍五入"
    problems.append(Problem(total.place, "rounding-gap", message, hint, severity="advice"))


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
            units = f"“{part.name}”的单位是{part.unit}，“{total.name}”的单位是{total.unit}"
            message = f"{units}，对不上账"
            hint = f"请核对{line(part)}和{line(total)}的单位"
            problems.append(Problem(part.place, "unit-mismatch", message, hint))
            return False
    return True


def _check_whole(
    part: Figure, figures: Figures, problems: list[Problem], disputed: set[str]
) -> None:
    """Report a part that is larger than the whole it belongs to."""
    whole = figures.get(part.whole)
    if whole is None or part.name in whole.parts or not _same_units(whole, [part], problems):
        return
    if part.value is None or whole.value is None or part.value <= whole.value:
        return
    disputed.update((part.name, whole.name))
    message = f"“{part.name}”填报 {number(part)}，比总量“{whole.name}”的 {number(whole)} 还大"
    hint = f"请核对{line(part)}和{line(whole)}"
    problems.append(Problem(part.place, "part-over-whole", message, hint))
