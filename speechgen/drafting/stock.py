"""Which stock sentences may be said of a point, and in which order they are tried."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from speechgen.drafting.marks import masked
from speechgen.facts.item import Item
from speechgen.facts.topics import Stock

MAIN_KEYS = ("要点", "做什么", "标题", "名称", "事项", "目标", "结果")


def main_text(item: Item) -> str:
    """Return the words an entry is known by: its 要点, else all of its texts."""
    return next((item.text(key) for key in MAIN_KEYS if item.text(key)), "") or "".join(
        value for value in item.values.values() if isinstance(value, str)
    )


def seen_in(item: object) -> Iterator[str]:
    """Yield where a sentence's words are looked for: the head, all of the point, nowhere."""
    if item is not None:
        yield masked(main_text(item) if isinstance(item, Item) else str(item))
        yield masked(_text_of(item))
    yield ""


@lru_cache(maxsize=4096)
def fitting(
    bank: tuple[Stock, ...],
    seen: str,
    rank: str,
    there: frozenset[str],
    unsayable: tuple[str, ...] = (),
) -> tuple[Stock, ...]:
    """Return the sentences of a slot that may be said after `seen` by `rank`.

    Those with a word of `unsayable` are out before a choice is made, so that the sentence behind
    one of them is not chosen twice as often.
    """
    may = (s for s in bank if _may(s, seen, rank, there))
    return tuple(s for s in may if not any(word in s.text for word in unsayable))


def about(subject: str, bank: tuple[Stock, ...]) -> tuple[Stock, ...]:
    """Return what fits a subject: 城区内涝, bound to 汛, is nothing a drought paper fears."""
    return tuple(s for s in bank if not s.seen or any(word in subject for word in s.seen))


def _may(stock: Stock, seen: str, rank: str, there: frozenset[str]) -> bool:
    if bool(stock.seen) is not bool(seen):
        return False
    if seen and not any(word in seen for word in stock.seen):
        return False
    if any((need[1:] in there) if need[0] == "!" else (need not in there) for need in stock.needs):
        return False
    return not stock.rank or rank in stock.rank


def _text_of(item: object) -> str:
    """Return all words of an entry, for the words a stock sentence is bound to."""
    if isinstance(item, str):
        return item
    words: list[str] = []
    _gather(item.values.values() if isinstance(item, Item) else (), words)
    return "".join(words)


def _gather(values: Iterable[object], words: list[str]) -> None:
    for value in values:
        if type(value) is str:
            words.append(value)
        elif type(value) is tuple:
            _gather(value, words)
        elif isinstance(value, Item):
            _gather(value.values.values(), words)
