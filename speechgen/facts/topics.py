"""A bank of stock sentences: of one topic, or of one kind of paper; read as text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from speechgen.facts.file.source import load
from speechgen.facts.plain import Plain, balanced, malformed, read_plain, record, texts
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

    risks: tuple[Stock, ...] = ()
    """What the trade must guard against; fills {风险}. 见 asks for words of the subject."""


_NAMES = re.compile(r"^(非?别名):(.*)$", re.MULTILINE)
_ONE_LINE = re.compile(r"\[[^\[\]{}\"'#:]*\]")
_COMMA = re.compile("[,，、]")

NOTHING = Topic("", {})


@lru_cache(maxsize=64)
def bank(path: Path) -> Topic:
    """Return what stands in a bank.

    Raises:
        SpeechgenError: it is not of its form; the file is named.
    """
    found = record(read_plain(path), path)
    slots = record(found.get("套话") or {}, path)
    return Topic(
        path.stem,
        {slot: _stocks(entries, path) for slot, entries in slots.items()},
        tuple(_heads(head, path) for head in _list(found.get("标题组"))),
        frozenset(texts(found.get("动词", []))),
        _stocks(found.get("风险"), path),
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

    Its bank is not parsed for a plain list in one line, as ours are.
    """
    found = {"别名": [path.stem], "非别名": []}
    for key, line in _NAMES.findall(load(path)):
        plain = _ONE_LINE.fullmatch(line.strip())
        words = (plain[0][1:-1],) if plain else texts(record(read_plain(path), path)[key])
        found[key] += [word.strip() for text in words for word in _COMMA.split(text)]
    names, others = (tuple(filter(None, words)) for words in found.values())
    return names, others


def _heads(entry: Plain, path: Path) -> dict[str, str]:
    return {key: " ".join(texts(value)) for key, value in record(entry, path).items()}


def _stocks(entries: Plain | None, path: Path) -> tuple[Stock, ...]:
    return tuple(_stock(entry, path) for entry in _list(entries))


def _stock(entry: Plain, path: Path) -> Stock:
    if isinstance(entry, str):
        entry = {"说": entry}
    said = entry.get("说") if isinstance(entry, dict) else None
    if not isinstance(entry, dict) or not isinstance(said, str):
        raise SpeechgenError(malformed(path, "每条套话应是一句话，或 {说: …, 见: […]}"))
    if not balanced(said):
        raise SpeechgenError(malformed(path, f"“{said[:24]}”里的括号没有成对"))
    return Stock(
        said,
        texts(entry.get("见", [])),
        texts(entry.get("身份", [])),
        texts(entry.get("须有", [])),
    )


def _list(value: Plain | None) -> list[Plain]:
    """Return a list; one entry typed alone is a list of one, nothing is an empty one."""
    return value if isinstance(value, list) else [value] if value else []
