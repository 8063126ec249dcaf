"""A bank of stock sentences: of one topic, or of one kind of paper; read as text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
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


class Slots(Mapping[str, tuple[Stock, ...]]):
    """The stock of a bank by slot; a slot is made when it is first asked for."""

    __slots__ = ("_made", "_path", "_typed")

    def __init__(self, typed: Mapping[str, Plain], path: Path) -> None:
        self._typed = typed
        self._path = path
        self._made: dict[str, tuple[Stock, ...]] = {}

    def __getitem__(self, slot: str) -> tuple[Stock, ...]:
        """Return the sentences of a slot.

        Raises:
            SpeechgenError: one of them is not of its form; the file is named.
        """
        made = self._made.get(slot)
        if made is None:
            made = self._made[slot] = _stocks(self._typed[slot], self._path)
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(self._typed)

    def __len__(self) -> int:
        return len(self._typed)


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


HEAD = 4096  # bytes in which a topic names itself
_WHEN = ("见", "身份", "须有")
_BANK = ("别名", "非别名", "动词", "风险", "标题组", "套话")
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
    _refuse_others(found, _BANK, path)
    slots = record(found.get("套话") or {}, path)
    return Topic(
        path.stem,
        Slots(slots, path),
        tuple(_heads(head, path) for head in _list(found.get("标题组"))),
        frozenset(texts(found.get("动词", []), path)),
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

    Where its aliases are a plain list in one line at the top, as ours are, no more is read.
    """
    lines = _NAMES.findall(_head(path))
    if not any(key == "别名" and _ONE_LINE.fullmatch(line.strip()) for key, line in lines):
        lines = _NAMES.findall(load(path))
    found = {"别名": [path.stem], "非别名": []}
    for key, line in lines:
        plain = _ONE_LINE.fullmatch(line.strip())
        words = (plain[0][1:-1],) if plain else texts(record(read_plain(path), path)[key], path)
        found[key] += [word.strip() for text in words for word in _COMMA.split(text)]
    names, others = (tuple(filter(None, words)) for words in found.values())
    return names, others


def _head(path: Path) -> str:
    """Return the first whole lines of a file; nothing of one that cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(HEAD).decode("utf-8", "ignore").rpartition("\n")[0]
    except OSError:
        return ""


def _heads(entry: Plain, path: Path) -> dict[str, str]:
    return {key: " ".join(texts(value, path)) for key, value in record(entry, path).items()}


def _stocks(entries: Plain | None, path: Path) -> tuple[Stock, ...]:
    return tuple(_stock(entry, path) for entry in _list(entries))


def _stock(entry: Plain, path: Path) -> Stock:
    when: dict[str, Plain] = entry if isinstance(entry, dict) else {}
    said = when.get("说") if when else entry
    if not isinstance(said, str):
        raise SpeechgenError(malformed(path, "每条套话应是一句话，或 {说: …, 见: […]}"))
    if not balanced(said):
        raise SpeechgenError(malformed(path, f"“{said[:24]}”里的括号没有成对"))
    if not when:
        return Stock(said)
    _refuse_others(when, ("说", *_WHEN), path)
    return Stock(said, *(texts(when[key], path) if key in when else () for key in _WHEN))


def _refuse_others(typed: Mapping[str, Plain], keys: tuple[str, ...], path: Path) -> None:
    """Refuse a key that means nothing: a condition mistyped would be none, a bank's part lost."""
    other = next((key for key in typed if key not in keys), None)
    if other is not None:
        raise SpeechgenError(malformed(path, f"没有“{other}”这个键，可以写{'、'.join(keys)}"))


def _list(value: Plain | None) -> list[Plain]:
    """Return a list; one entry typed alone is a list of one, nothing is an empty one."""
    return value if isinstance(value, list) else [value] if value else []
