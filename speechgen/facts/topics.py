"""A bank of stock sentences: of one topic, or of one kind of paper; read as text."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from speechgen.facts.plain import Plain, malformed, read_plain, record, texts
from speechgen.problems import SpeechgenError


class Stock(NamedTuple):
    """A stock sentence, and when it may be said."""

    text: str
    seen: tuple[str, ...] = ()
    """Said only after a point that holds one of these words."""

    rank: tuple[str, ...] = ()
    """Said only by these ranks (身份); empty: by anyone."""

    needs: tuple[str, ...] = ()
    """Said only where these top-level keys are there; `!键` where it is not."""


class Topic(NamedTuple):
    """What may be said about one topic: stock by slot, heads in sets."""

    name: str
    stock: Mapping[str, tuple[Stock, ...]]
    heads: tuple[Mapping[str, str], ...] = ()
    """Sets of heads: 形势, 任务, 要求, and 须有 (keys the set needs), 文种 (kinds that take it)."""

    verbs: frozenset[str] = frozenset()
    """Verbs of the trade, beside those of `词表/动词.txt`."""

    risks: tuple[str, ...] = ()
    """What the trade must guard against; fills {风险}."""


NOTHING = Topic("", {})


@lru_cache(maxsize=64)
def bank(path: Path) -> Topic:
    """Return what stands in a bank.

    Raises:
        SpeechgenError: it is not of its form; the file is named.
    """
    found = record(read_plain(path), path)
    slots = found.get("套话", {})
    stock = slots.items() if isinstance(slots, dict) else ()
    heads = found.get("标题组", [])
    return Topic(
        path.stem,
        {slot: tuple(_stock(entry, path) for entry in _list(entries)) for slot, entries in stock},
        tuple(
            {key: str(value) for key, value in head.items()}
            for head in _list(heads)
            if isinstance(head, dict)
        ),
        frozenset(texts(found.get("动词", []))),
        texts(found.get("风险", [])),
    )


def fit(path: Path, subject: str) -> tuple[int, int]:
    """Return how well a topic fits a subject: its longest word there and where; (0, 0) not at all.

    Of two as long the later one says what the subject is: 农村医疗 is about 医疗.
    """
    names, others = _names_of(path)
    if any(word in subject for word in others):
        return 0, 0
    return max(
        ((len(word), subject.rfind(word)) for word in names if word in subject), default=(0, 0)
    )


@lru_cache(maxsize=64)
def _names_of(path: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the name and aliases of a topic, and what it is not: 警示教育 is not about 教育.

    Its bank is not parsed for them: they stand at the beginning, a line each.
    """
    found = {"别名:": (path.stem,), "非别名:": ()}
    with path.open(encoding="utf-8-sig") as file:
        for line in file:
            key, _, words = line.partition(" ")
            if key in found:
                found[key] += tuple(w.strip() for w in words.strip(" []\n").split(",") if w.strip())
            elif not line.startswith(("#", "\n")):
                break
    return found["别名:"], found["非别名:"]


def _stock(entry: Plain, path: Path) -> Stock:
    if isinstance(entry, str):
        return Stock(entry)
    if not isinstance(entry, dict) or "说" not in entry:
        raise SpeechgenError(malformed(path, "每条套话应是一句话，或 {说: …, 见: […]}"))
    return Stock(
        str(entry["说"]),
        texts(entry.get("见", [])),
        texts(entry.get("身份", [])),
        texts(entry.get("须有", [])),
    )


def _list(value: Plain) -> list[Plain]:
    return value if isinstance(value, list) else [value]
