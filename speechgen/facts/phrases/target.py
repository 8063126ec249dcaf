"""完成, 还差, 分级完成: a figure against what is to be reached. A ceiling is refused here."""

from __future__ import annotations

from decimal import Decimal

from speechgen.facts.book import Book, ExpressionError, divisor, lack, lack_of, lacking, said
from speechgen.facts.figure import Amount, Figure, Spoken
from speechgen.facts.printing import MISSING, apart
from speechgen.facts.wording import POINTS_OF
from speechgen.numerals import EXACT, percent

_HUNDRED = Decimal(100)


def done(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """完成全年目标的67.5%; of a rate 低于全年目标3个百分点."""
    target = _target(figure, "完成")
    label = label_of(figure)
    now, goal = figure.value, None if target is None else target.value
    if figure.unit in POINTS_OF or figure.better == "下降" or (now is not None and now < 0):
        return _beside(figure, label, book)
    divisor(figure, label, goal)
    if now is None or goal is None:
        return lacking(figure, f"完成{label}的{MISSING}%", _lacks(figure, book))
    share = EXACT.multiply(EXACT.divide(now, goal), _HUNDRED)
    return said(figure, f"完成{label}的{percent(share)}", share)


def short_of(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """还差65件; 已完成全年目标; 超出全年目标5件; of a rate 还差3个百分点.

    Where less is better (向好: 下降) 低于全年目标0.2个百分点: nothing is wanting there.
    """
    target = _target(figure, "还差")
    if figure.better == "下降":
        return _beside(figure, label_of(figure), book)
    now, goal = figure.value, None if target is None else target.value
    if now is None or goal is None:
        return lacking(figure, f"还差{apart(figure, None)}", _lacks(figure, book))
    gap = EXACT.subtract(goal, now)
    if gap > 0:
        return said(figure, f"还差{apart(figure, gap)}", gap)
    if not gap:
        return said(figure, f"已完成{label_of(figure)}", gap)
    return said(figure, f"超出{label_of(figure)}{apart(figure, gap)}", gap)


def by_levels(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """分别完成市定、县定目标的90%和81.8%; of a rate 低于市定目标3个百分点、达到县定目标."""
    if len(figure.targets) < 2:  # noqa: PLR2004 - 分别
        message = f"“{figure.name}”没有分级的全年目标"
        hint = "写成 全年目标: {市定: 150, 县定: 165}，或改用“完成”"
        raise ExpressionError(message, hint)
    lacks = lack(book, figure)
    for level, amount in figure.targets:
        lacks += lack_of(figure, f"{level}目标", amount)
    below = figure.value is not None and figure.value < 0
    if figure.unit in POINTS_OF or figure.better == "下降" or below:
        sides = [_side(figure, f"{level}目标", amount) for level, amount in figure.targets]
        text = "、".join(sides)
    else:
        text = _done_by_levels(figure)
    return lacking(figure, text, lacks) if lacks else said(figure, text)


def _done_by_levels(figure: Figure) -> str:
    """Return 分别完成市定、县定目标的90%和81.8%; where they are the same 均完成…的90%."""
    rates = [_rate(figure, level, amount) for level, amount in figure.targets]
    goals = f"{'、'.join([level for level, _ in figure.targets])}目标"
    if len(set(rates)) == 1 and not rates[0].startswith(MISSING):
        return f"均完成{goals}的{rates[0]}"
    return f"分别完成{goals}的{'、'.join(rates[:-1])}和{rates[-1]}"


def _rate(figure: Figure, level: str, target: Amount) -> str:
    goal = divisor(figure, f"{level}目标", target.value)
    if figure.value is None or goal is None:
        return MISSING + "%"
    return percent(EXACT.multiply(EXACT.divide(figure.value, goal), _HUNDRED))


def _beside(figure: Figure, label: str, book: Book) -> Spoken:
    """Return what 完成 says where a percentage of the target would be nonsense."""
    target = figure.target
    text = _side(figure, label, target)
    if figure.value is None or target is None or target.value is None:
        return lacking(figure, text, _lacks(figure, book))
    return said(figure, text, EXACT.subtract(figure.value, target.value))


def _side(figure: Figure, label: str, target: Amount | None) -> str:
    """Return on which side of `target` the figure is: 低于全年目标3个百分点, 达到全年目标."""
    if figure.value is None or target is None or target.value is None:
        return f"与{label}相差{apart(figure, None)}"
    gap = EXACT.subtract(figure.value, target.value)
    if not gap:
        return f"达到{label}"
    return f"{'高于' if gap > 0 else '低于'}{label}{apart(figure, gap)}"


def _target(figure: Figure, phrase: str) -> Amount | None:
    if figure.target is None and figure.ceiling is not None:
        message = f"“{figure.name}”写的是全年控制数，是不能超过的上限，不说“{phrase}”"
        hint = "请改用“占控制数”" if phrase == "完成" else "请改用“余量”或“距控制数”"
        raise ExpressionError(message, hint)
    return figure.target


def label_of(figure: Figure) -> str:
    """Return what the goal is called: 全年目标; of goals by level the first, 市定目标."""
    return f"{figure.targets[0][0]}目标" if figure.targets else "全年目标"


def _lacks(figure: Figure, book: Book) -> tuple[str, ...]:
    return lack(book, figure) + lack_of(figure, label_of(figure), figure.target)


PHRASES = {"完成": done, "还差": short_of, "分级完成": by_levels}
