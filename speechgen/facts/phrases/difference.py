"""同比增减, 环比增减, 相比: a difference in the figure's own unit, whatever its size."""

from __future__ import annotations

from speechgen.facts.book import Book, lack, lack_of, lacking, said, same_unit
from speechgen.facts.figure import Amount, Figure, Spoken
from speechgen.facts.printing import MISSING, apart
from speechgen.facts.wording import POINTS_OF, UP_DOWN, category, own_words
from speechgen.numerals import EXACT


def over_last_year(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """同比增加12件; 同比缩短0.3天; of a rate 同比提高2个百分点."""
    return _over(figure, figure.last_year, ("同比", "上年同期"), book)


def over_last_period(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """环比增加12件, against 上期."""
    return _over(figure, figure.last_period, ("环比", "上期"), book)


def beside(figure: Figure, args: tuple[str, ...], book: Book) -> Spoken:
    """Return the figure beside another: 高于全省平均3个百分点, 比东片多5件."""
    other = book.figures[args[0]]
    same_unit(figure, other)
    now, then = figure.value, other.value
    if now is None or then is None:
        return lacking(figure, f"与{other.name}相比{MISSING}", lack(book, figure, other))
    change = EXACT.subtract(now, then)
    if not change:
        return said(figure, f"与{other.name}持平", change)
    extent = apart(figure.unit, change)
    if figure.unit in POINTS_OF:
        return said(figure, f"{'高于' if change > 0 else '低于'}{other.name}{extent}", change)
    return said(figure, f"比{other.name}{'多' if change > 0 else '少'}{extent}", change)


def _over(figure: Figure, baseline: Amount | None, words: tuple[str, str], book: Book) -> Spoken:
    word, key = words
    now, then = figure.value, None if baseline is None else baseline.value
    if now is None or then is None:
        lacks = lack(book, figure) + lack_of(figure, key, baseline)
        return lacking(figure, word + MISSING, lacks)
    change = EXACT.subtract(now, then)
    if not change:
        return said(figure, word + "持平", change)
    kind = category(figure.category, figure.unit, figure.better)
    up_down = UP_DOWN[kind] if figure.unit in POINTS_OF else own_words(kind)
    return said(figure, f"{word}{up_down[change < 0]}{apart(figure.unit, change)}", change)


PHRASES = {"同比增减": over_last_year, "环比增减": over_last_period, "相比": beside}
