"""零发生: none at all, or how many."""

from __future__ import annotations

from speechgen.facts.book import Book, lack, lacking, said
from speechgen.facts.figure import Figure, Spoken
from speechgen.facts.printing import with_unit


def none_at_all(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """实现零发生 of 0; else 发生3起, 发生X起. Less than none is disputed."""
    if figure.value is None:
        return lacking(figure, f"发生{with_unit(figure, figure.amount)}", lack(book, figure))
    if not figure.value:
        return said(figure, "实现零发生", figure.value)
    spoken = said(figure, f"发生{with_unit(figure, figure.amount)}", figure.value)
    return spoken if figure.value > 0 else spoken._replace(status="disputed")


PHRASES = {"零发生": none_at_all}
