"""What the office states beside a value, held against what it should be: 核对, 同比, 环比, 占比."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from speechgen.facts.figure import PERCENT, Amount, Figure, Stated
from speechgen.facts.printing import apart, derived
from speechgen.facts.reconcile.agreeing import Span, input_span, meets
from speechgen.facts.reconcile.saying import line, lines, measured, place_of
from speechgen.facts.wording import POINTS_OF
from speechgen.numerals import EXACT, fixed, percent, plain
from speechgen.problems import Problem

Figures = Mapping[str, Figure]

_HUNDRED = Decimal(100)
_DEEP = 12
_NEARLY = Decimal("0.05")
"""Half a display step: a change below it is 持平, and 基本持平."""


def check_stated(
    figure: Figure, figures: Figures, problems: list[Problem], disputed: set[str]
) -> None:
    """Report what is stated of `figure` and is not so; ask why, where the file allows for it."""
    wrong = _found(figure, figures, disputed)
    if wrong:
        problems += wrong
        disputed.add(figure.name)
    elif not figure.reason and (figure.tolerance is not None or figure.leeway is not None):
        strict = figure._replace(tolerance=None, leeway=None)
        problems += [without_reason(problem) for problem in _found(strict, figures, set())]


def _found(figure: Figure, figures: Figures, disputed: set[str]) -> list[Problem]:
    checks = (
        _check_formula(figure, figures, disputed),
        _check_change(figure, "同比", "上年同期", figure.yoy, figure.last_year),
        _check_change(figure, "环比", "上期", figure.pop, figure.last_period),
        _check_share(figure, figures, disputed),
    )
    return [problem for problem in checks if problem is not None]


def without_reason(problem: Problem) -> Problem:
    """Return a difference that is allowed as the question why."""
    message = f"{problem.message}，在允许误差以内，没有写理由"
    hint = "请写明为什么可以差，如 允许误差: {值: 0.1, 理由: 四舍五入}"
    return Problem(problem.place, "tolerance-reason", message, hint, severity="warn")


def _check_formula(figure: Figure, figures: Figures, disputed: set[str]) -> Problem | None:
    check, value = figure.check, figure.value
    if check is None or check.value is None or value is None:
        return None
    if _same(figure, value, check.value):
        return None
    inputs = [figures[name] for name in check.inputs]
    disputed.update(check.inputs)
    should = derived(check.value, figure.unit) + figure.unit
    terms = "，".join([f"{one.name} {measured(one)}" for one in inputs])
    message = f"“{figure.name}”填报 {measured(figure)}，按“{check.formula}”应为 {should}（{terms}）"
    others = f"{lines(map(place_of, inputs))}的{_names(inputs)}"
    hint = f"请核对{line(figure)}的{figure.name}，或{others}"
    return Problem(figure.place, "check-mismatch", message, hint)


def _same(figure: Figure, value: Decimal, should: Decimal) -> bool:
    if figure.formula:
        return fixed(value, _DEEP) == fixed(should, _DEEP)
    return meets(value, Span(should, should), figure.tolerance)


def _names(figures: list[Figure]) -> str:
    return "、".join([figure.name for figure in figures])


def _check_change(
    figure: Figure, key: str, base: str, stated: Stated | None, baseline: Amount | None
) -> Problem | None:
    if stated is None or stated.value is None:
        return None
    now = None if figure.amount is None else input_span(figure, figure.amount)
    then = None if baseline is None else input_span(figure, baseline)
    if now is None or then is None or baseline is None or baseline.value is None:
        return _check_fall(figure, key, stated)
    if _agrees(figure, stated, now, then):
        return None
    shown = f"{measured(figure)}，{base} {plain(baseline.value)}{figure.unit}"
    should = _told(figure, baseline.value, stated)
    message = f"“{figure.name}”的{key}填报“{stated.typed}”，按数据应为{should}（{shown}）"
    where = lines((stated.place, place_of(figure), baseline.place))
    hint = f"请核对{where}的值、{base}和{key}"
    return Problem(stated.place, "change-mismatch", message, hint)


def _agrees(figure: Figure, stated: Stated, now: Span, then: Span) -> bool:
    difference = Span(EXACT.subtract(now.low, then.high), EXACT.subtract(now.high, then.low))
    change = _percent(difference, then)
    if stated.value is None or (not stated.value and not any(difference)):
        return True
    if stated.unit == PERCENT:
        return change is not None and meets(stated.value, change, figure.leeway)
    if stated.unit:
        return meets(stated.value, difference, figure.tolerance)
    span = difference if figure.unit in POINTS_OF or change is None else change
    return span.low < _NEARLY and span.high > -_NEARLY


def _check_fall(figure: Figure, key: str, stated: Stated) -> Problem | None:
    """Report a fall by more than all there was."""
    if stated.unit != PERCENT or stated.value is None or stated.value >= -_HUNDRED:
        return None
    if figure.value is not None and figure.value < 0:
        return None
    message = f"“{figure.name}”的{key}填报“{stated.typed}”，下降不会超过100%"
    return Problem(stated.place, "change-mismatch", message, "请核对；倍数的说法请换算成百分之几")


def _percent(difference: Span, then: Span) -> Span | None:
    """Return where a change lies in percent of `then`; None where zero divides."""
    if then.low <= 0 <= then.high:
        return None
    ways = [_of(one, abs(base)) for one in difference for base in then]
    return Span(min(ways), max(ways))


def _of(part: Decimal, base: Decimal) -> Decimal:
    return EXACT.multiply(EXACT.divide(part, base), _HUNDRED)


def _told(figure: Figure, then: Decimal, stated: Stated) -> str:
    """Return what should stand there: 下降8.8%, 上升2个百分点, 增加12件, 持平."""
    change = EXACT.subtract(figure.value or Decimal(0), then)
    if not change:
        return "持平"
    if figure.unit in POINTS_OF:
        return ("上升" if change > 0 else "下降") + apart(figure, change)
    if not then or stated.unit == figure.unit:
        return ("增加" if change > 0 else "减少") + apart(figure, change)
    return ("上升" if change > 0 else "下降") + percent(abs(_of(change, abs(then))))


def _check_share(figure: Figure, figures: Figures, disputed: set[str]) -> Problem | None:
    stated, whole = figure.share, figures.get(figure.whole)
    if stated is None or stated.value is None or whole is None or whole.unit != figure.unit:
        return None
    span = _share(figure, whole)
    if span is None or meets(stated.value, span, figure.leeway):
        return None
    disputed.add(whole.name)
    value, total = figure.value or Decimal(0), whole.value or Decimal(1)
    should = percent(_of(value, total))
    shown = f"{measured(figure)}，{whole.name} {measured(whole)}"
    message = (
        f"“{figure.name}”填报占{whole.name}的 {plain(stated.value)}%，应为 {should}（{shown}）"
    )
    hint = f"请核对{lines((stated.place, place_of(figure)))}的值和占比，或{line(whole)}的总量"
    return Problem(stated.place, "share-mismatch", message, hint)


def _share(part: Figure, whole: Figure) -> Span | None:
    """Return where the share lies, in percent; None where it cannot be told."""
    mine = None if part.amount is None else input_span(part, part.amount)
    all_of_it = None if whole.amount is None else input_span(whole, whole.amount)
    if mine is None or all_of_it is None or all_of_it.low <= 0:
        return None
    return Span(_of(mine.low, all_of_it.high), _of(mine.high, all_of_it.low))
