"""位次, 前移, 位次由到: where a figure stands, and from where it came.

A smaller number is a higher place. Which way is good is the rank's own 向好: of visits to the
capital a place further back is good, and 退至 would blame it.
"""

from __future__ import annotations

from speechgen.facts.book import Book, ExpressionError, lacking, said
from speechgen.facts.figure import Figure, Rank, Spoken
from speechgen.facts.printing import MISSING


def place(figure: Figure, _args: tuple[str, ...], _book: Book) -> Spoken:
    """居全市第5位; 增速居全市第5位; 居全市第X位."""
    rank = _rank(figure)
    text = f"{rank.basis}居{rank.scope}{_nth(rank.now)}"
    return _spoken(figure, text, rank.now)


def bare(figure: Figure) -> Spoken:
    """Return 第10位: what a figure prints that has only a 位次."""
    rank = _rank(figure)
    return _spoken(figure, _nth(rank.now), rank.now)


def moved(figure: Figure, _args: tuple[str, ...], _book: Book) -> Spoken:
    """前移4位; 后移1位; 位次不变; 后移7位以上 of 前3 → 10; 位次X."""
    rank = _rank(figure)
    if rank.was is None or rank.now is None:
        return lacking(figure, "位次" + MISSING, _lacks(figure, rank))
    steps = rank.was - rank.now
    if not steps or (rank.among_first and steps > 0):
        return said(figure, "位次不变" if not rank.among_first else f"保持前{rank.was}位")
    least = "以上" if rank.among_first else ""
    return _spoken(figure, f"{'前移' if steps > 0 else '后移'}{abs(steps)}位{least}", steps)


def from_to(figure: Figure, _args: tuple[str, ...], _book: Book) -> Spoken:
    """由第9位升至第5位; 由前3位后移到第10位; 保持第5位; 由第X位到第5位."""
    rank = _rank(figure)
    was = f"前{rank.was}位" if rank.among_first and rank.was else _nth(rank.was)
    if rank.was is None or rank.now is None:
        return lacking(figure, f"由{was}到{_nth(rank.now)}", _lacks(figure, rank))
    if rank.now == rank.was or (rank.among_first and rank.now < rank.was):
        return said(figure, f"保持{was}")
    up = rank.now < rank.was
    words = ("前移到", "后移到") if rank.better == "下降" else ("升至", "退至")
    return said(figure, f"由{was}{words[not up]}{_nth(rank.now)}")


def _rank(figure: Figure) -> Rank:
    if figure.rank is None:
        message = f"“{figure.name}”没有写“位次”"
        raise ExpressionError(message, "写成 位次: {由: 9, 至: 5, 范围: 全市}")
    return figure.rank


def _nth(number: int | None) -> str:
    return f"第{MISSING if number is None else number}位"


def _lacks(figure: Figure, rank: Rank) -> tuple[str, ...]:
    now = (f"{figure.name}的位次",) if figure.amount is not None else (figure.name,)
    was = (f"{figure.name}原来的位次",)
    return (now if rank.now is None else ()) + (was if rank.was is None else ())


def _spoken(figure: Figure, text: str, number: int | None) -> Spoken:
    if number is None:
        name = figure.name if figure.amount is None else f"{figure.name}的位次"
        return lacking(figure, text, (name,))
    return said(figure, text)


PHRASES = {"位次": place, "前移": moved, "位次由到": from_to}
