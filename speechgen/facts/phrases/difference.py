"""同比增减, 环比增减, 比去年任务, 相比: a difference in the figure's own unit, of any size."""

from __future__ import annotations

from speechgen.facts.book import Book, lack, lack_of, lacking, said, same_unit
from speechgen.facts.change import as_stated
from speechgen.facts.figure import Figure, Spoken
from speechgen.facts.phrases.comparing import direction, extent
from speechgen.facts.printing import MISSING, apart
from speechgen.facts.wording import POINTS_OF, UP_DOWN, category, own_words
from speechgen.numerals import EXACT


def over_last_year(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """同比增加12件; 同比缩短0.3天; of a rate 同比提高2个百分点."""
    return _over(figure, ("同比", "上年同期"), book, "同比持平")


def over_last_period(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """环比增加12件, against 上期."""
    return _over(figure, ("环比", "上期"), book, "环比持平")


def over_last_task(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """Return a task beside last year's, its 上年同期: 比去年任务增加12件, 与去年任务持平."""
    return _over(figure, ("比去年任务", "上年同期"), book, "与去年任务持平")


def beside(figure: Figure, args: tuple[str, ...], book: Book) -> Spoken:
    """Return the figure beside another: 高于全省平均3个百分点, 比东片多5件."""
    other = book.figures[args[0]]
    same_unit(figure, other)
    now, then = figure.value, other.value
    if now is None or then is None:
        return lacking(figure, f"与{other.label}相比{MISSING}", lack(book, figure, other))
    change = EXACT.subtract(now, then)
    if not change:
        return said(figure, f"与{other.label}持平", change)
    extent = apart(figure, change, other)
    if figure.unit in POINTS_OF:
        return said(figure, f"{'高于' if change > 0 else '低于'}{other.label}{extent}", change)
    return said(figure, f"比{other.label}{'多' if change > 0 else '少'}{extent}", change)


def _over(figure: Figure, words: tuple[str, str], book: Book, same: str) -> Spoken:
    word, key = words
    baseline = figure.last_period if key == "上期" else figure.last_year
    now, then = figure.value, None if baseline is None else baseline.value
    if now is None or then is None:
        told = _stated(figure, word)
        if told:
            return said(figure, word + told)
        lacks = lack(book, figure) + lack_of(figure, key, baseline)
        return lacking(figure, word + MISSING, lacks)
    change = EXACT.subtract(now, then)
    if not change:
        return said(figure, same, change)
    kind = category(figure.category, figure.unit, figure.better)
    up_down = UP_DOWN[kind] if figure.unit in POINTS_OF else own_words(kind)
    return said(figure, f"{word}{up_down[change < 0]}{apart(figure, change)}", change)


def _stated(figure: Figure, word: str) -> str:
    """Return the change the file states, where it states it in the figure's own measure."""
    change = as_stated(figure, {"同比": figure.yoy, "环比": figure.pop}.get(word))
    if change is None:
        return ""
    if change.amount is None:
        return "持平"
    own = change.unit in {figure.unit, POINTS_OF.get(figure.unit)}
    return direction(figure, change) + extent(change) if own else ""


PHRASES = {
    "同比增减": over_last_year,
    "环比增减": over_last_period,
    "比去年任务": over_last_task,
    "相比": beside,
}
