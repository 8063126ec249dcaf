"""列举, 至: figures side by side in one breath: 投资1200万元、带动300户; a range 5%—6%."""

from __future__ import annotations

from speechgen.facts.book import Book, lack, lacking, said, same_unit
from speechgen.facts.figure import PERCENT, Figure, Spoken
from speechgen.facts.printing import typed
from speechgen.facts.several import each, of_all
from speechgen.numerals import MAGNITUDES


def listed(figure: Figure, args: tuple[str, ...], book: Book) -> Spoken:
    """投资1200万元、带动300户、户均4万元; 投资X万元、带动300户."""
    figures = (figure, *[book.figures[name] for name in args])
    return of_all(figure, each(figures), figures, book)


def up_to(figure: Figure, args: tuple[str, ...], book: Book) -> Spoken:
    """5%—6%; 120—135 (件 behind it); 3万—5万; 13万元—17万元; X%—6%. The smaller one comes first.

    What is a part of the number stands twice: % and 万 and 亿, also those of the unit. Two that
    print alike are one number.
    """
    other = book.figures[args[0]]
    same_unit(figure, other)
    ends = [figure, other]
    lacks = lack(book, *ends)
    values = [one.value for one in ends if one.value is not None]
    if not lacks and values[0] > values[1]:
        ends.reverse()
    twice = figure.unit if figure.unit == PERCENT or figure.unit[:1] in MAGNITUDES else ""
    texts = [typed(one, one.amount) + twice for one in ends]
    dash = "至" if any(value < 0 for value in values) else "—"
    text = texts[0] if texts[0] == texts[1] and not lacks else dash.join(texts)
    unit = "" if twice else figure.unit
    return lacking(figure, text, lacks, unit) if lacks else said(figure, text, None, unit)


PHRASES = {"列举": listed, "至": up_to}
