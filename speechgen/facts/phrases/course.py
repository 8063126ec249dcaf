"""由到: from last year's value to this year's (由90%提高到92%), or from rank to rank."""

from __future__ import annotations

from speechgen.facts.book import Book, lack, lack_of, lacking, said
from speechgen.facts.figure import Figure, Spoken
from speechgen.facts.phrases.rank import from_to as ranks_from_to
from speechgen.facts.printing import with_unit
from speechgen.facts.wording import UP_DOWN, category
from speechgen.numerals import EXACT

TO = {"增长": "增加到", "提高": "提高到"}
"""What 由…到 says where it is not the category's word and 到."""


def from_to(figure: Figure, args: tuple[str, ...], book: Book) -> Spoken:
    """由90%提高到92%; 由X件到135件; 与上年同期持平; 由第9位升至第5位."""
    if figure.amount is None:
        return ranks_from_to(figure, args, book)
    now, last = figure.value, figure.last_year
    then = None if last is None else last.value
    was, is_now = with_unit(figure, last), with_unit(figure, figure.amount)
    if now is None or then is None:
        lacks = lack(book, figure) + lack_of(figure, "上年同期", last)
        return lacking(figure, f"由{was}到{is_now}", lacks)
    change = EXACT.subtract(now, then)
    if not change:
        return said(figure, "与上年同期持平", change)
    word = UP_DOWN[category(figure.category, figure.unit, figure.better)][change < 0]
    return said(figure, f"由{was}{TO.get(word, word + '到')}{is_now}", change)


PHRASES = {"由到": from_to}
