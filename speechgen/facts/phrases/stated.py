"""时段, 上年同期, 上期, 全年目标, 全年控制数: what the file states beside the value."""

from __future__ import annotations

from speechgen.facts.book import Book, ExpressionError, lack_of, lacking, said
from speechgen.facts.figure import PERCENT, Amount, Figure, Spoken
from speechgen.facts.phrases.ceiling import ceiling_of
from speechgen.facts.printing import typed


def period(figure: Figure, _args: tuple[str, ...], _book: Book) -> Spoken:
    """1至7月."""
    if not figure.period:
        message = f"“{figure.name}”没有写时段"
        raise ExpressionError(message, "请在这个数据里加上 时段: 1至7月")
    return said(figure, figure.period)


def last_year(figure: Figure, _args: tuple[str, ...], _book: Book) -> Spoken:
    """148 (件 behind it)."""
    return _amount(figure, "上年同期", figure.last_year)


def last_period(figure: Figure, _args: tuple[str, ...], _book: Book) -> Spoken:
    """20 (件 behind it)."""
    return _amount(figure, "上期", figure.last_period)


def target(figure: Figure, _args: tuple[str, ...], _book: Book) -> Spoken:
    """95%; 200 (件 behind it). A ceiling is refused."""
    if figure.target is None and figure.ceiling is not None:
        message = f"“{figure.name}”写的是全年控制数，不是全年目标"
        raise ExpressionError(message, "请改用“全年控制数”")
    return _amount(figure, "全年目标", figure.target)


def ceiling(figure: Figure, _args: tuple[str, ...], _book: Book) -> Spoken:
    """200 (件 behind it). A goal is refused."""
    return _amount(figure, "全年控制数", ceiling_of(figure, "全年控制数", "全年目标"))


def _amount(figure: Figure, key: str, amount: Amount | None) -> Spoken:
    text = typed(figure, amount)
    unit = "" if figure.unit == PERCENT else figure.unit
    if figure.unit == PERCENT:
        text += PERCENT
    lacks = lack_of(figure, key, amount)
    if lacks:
        return lacking(figure, text, lacks, unit)
    return said(figure, text, None if amount is None else amount.value, unit)


PHRASES = {
    "时段": period,
    "上年同期": last_year,
    "上期": last_period,
    "全年目标": target,
    "全年控制数": ceiling,
}
