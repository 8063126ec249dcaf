"""分别同比: several figures against last year in one clause."""

from __future__ import annotations

from speechgen.facts.book import Book, lacking, said
from speechgen.facts.change import Turn, year_on_year
from speechgen.facts.figure import Figure, Spoken
from speechgen.facts.phrases.comparing import direction, extent, lacks_yoy, told
from speechgen.facts.printing import MISSING


def together(figure: Figure, args: tuple[str, ...], book: Book) -> Spoken:
    """同比分别增长5.1%和7%; mixed: 同比分别下降5.1%、上升7%; 同比分别增长5.1%、X; 同比均持平."""
    figures = (figure, *(book.figures[name] for name in args))
    lacks = lacks_yoy(book, *figures)
    alone = [_alone(figure) for figure in figures]
    if set(alone) == {Turn.SAME.value}:
        return said(figure, "同比均持平")
    text = "同比分别" + (_in_one_direction(figures) or "、".join(alone))
    return lacking(figure, text, lacks) if lacks else said(figure, text)


def _in_one_direction(figures: tuple[Figure, ...]) -> str:
    """Return 增长5.1%、6%和7% where all go one way and in one word, else nothing."""
    changes = [year_on_year(figure) for figure in figures]
    if any(change.turn not in {Turn.RISE, Turn.FALL} for change in changes):
        return ""
    words = {direction(figure, change) for figure, change in zip(figures, changes, strict=True)}
    if len(words) > 1:
        return ""
    *first, last = map(extent, changes)
    return words.pop() + "、".join(first) + "和" + last


def _alone(figure: Figure) -> str:
    change = year_on_year(figure)
    if change.turn is Turn.UNKNOWN:
        return MISSING
    if change.turn is Turn.STILL_ZERO:
        return str(Turn.SAME.value)
    if change.turn in {Turn.FROM_ZERO, Turn.TO_ZERO}:
        figure = figure._replace(better="")  # 分别 goes with no 实现零的突破
    return told(figure, change, figure.last_year, "")


PHRASES = {"分别同比": together}
