"""连续: for how long it has been so: 连续5年实现零发生."""

from __future__ import annotations

from speechgen.facts.book import Book, ExpressionError, lack, lacking, said
from speechgen.facts.figure import Figure, Spoken
from speechgen.facts.printing import with_unit

FIRST = {
    "年": "首年",
    "个月": "首月",
    "个季度": "首季度",
    "季度": "首季度",
    "周": "首周",
    "天": "首日",
    "日": "首日",
}
"""The units a streak is counted in, and what is said of the first."""


def in_a_row(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """连续5年; 首年 of 1; 未 of 0, so that 未实现零发生 is true; 连续X年. Less is disputed."""
    if figure.unit not in FIRST:
        counted = f"的单位是{figure.unit}" if figure.unit else "没有单位"
        message = f"“{figure.name}”{counted}，不是时间，不说“连续”"
        raise ExpressionError(message, "单位写成年、个月、个季度、周或天，如 {值: 5, 单位: 年}")
    value = figure.value
    text = f"连续{with_unit(figure, figure.amount)}"
    if value is None:
        return lacking(figure, text, lack(book, figure))
    if value > 0:
        return said(figure, FIRST[figure.unit] if value == 1 else text, value)
    spoken = said(figure, "未", value)
    return spoken._replace(status="disputed") if value < 0 else spoken


PHRASES = {"连续": in_a_row}
