"""The word hoard under templates/: kinds, frames, word lists and topic banks, read as text.

A kind is a folder with `文种.yaml`, `正文.j2` and `素材.yaml`; frames and word lists are plain
text; a topic is one YAML file. Nothing in them is code but the Jinja2 of `正文.j2`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from speechgen.facts.file import source
from speechgen.facts.kind import Kind
from speechgen.facts.plain import Plain, read_plain
from speechgen.problems import FactsPlace, Problem, SpeechgenError, nearest

NEUTRAL = "通用"
_FRAME = re.compile(r"(\S+?)(?:\[(\S+)\])?\s+(\S.*)")


class Frame(NamedTuple):
    """A sentence with slots, as a line of `templates/句式/` gives it."""

    ident: str
    shapes: frozenset[str]
    """Shapes of the main line it takes; empty: any."""

    text: str


class Stock(NamedTuple):
    """A stock sentence of a topic, and when it may be said."""

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
    aliases: tuple[str, ...]
    stock: Mapping[str, tuple[Stock, ...]]
    heads: tuple[Mapping[str, str], ...]
    """Sets of heads: 形势, 任务, 要求, and 除非 (keys the set needs)."""


class Library(NamedTuple):
    """Everything under one `templates/` folder, read once."""

    root: Path
    kinds: Mapping[str, Kind]
    frames: Mapping[str, tuple[Frame, ...]]
    words: Mapping[str, frozenset[str]]
    pairs: Mapping[str, tuple[str, ...]]
    """Verb → adverbs that go with it; empty tuple: none."""

    topics: Mapping[str, Path]

    def kind(self, name: str, place: FactsPlace) -> Kind:
        """Return the kind called `name`, by its Chinese or English name.

        Raises:
            SpeechgenError: there is none; the nearest is named.
        """
        for kind in self.kinds.values():
            if name in (kind.name, kind.english):
                return kind
        near = nearest(name, [*self.kinds, *(kind.english for kind in self.kinds.values())])
        hint = f"是不是“{near}”？" if near else ""
        known = "、".join(self.kinds)
        raise SpeechgenError(
            Problem(
                place,
                "unknown-kind",
                f"没有“{name[:40]}”这个文种",
                f"{hint}现有文种：{known}（speechgen kinds 可以查看）",
            )
        )

    def topic(self, subject: str) -> tuple[Topic, ...]:
        """Return the topic whose name or alias stands in `subject`, then the neutral one."""
        fitting = [path for path in self.topics.values() if _is_about(path, subject)]
        return (*map(_topic, fitting[:1]), _topic(self.topics[NEUTRAL]))


@lru_cache(maxsize=8)
def load(root: Path) -> Library:
    """Return what stands under `root`; read once in a process.

    Raises:
        SpeechgenError: a file there is not of its form; the place is named.
    """
    kinds = [_kind(path) for path in sorted(root.glob("*/文种.yaml"))]
    return Library(
        root,
        {kind.name: kind for kind in sorted(kinds, key=lambda kind: kind.settings["次序"])},
        _frames(root / "句式"),
        {path.stem: _words(path) for path in sorted((root / "词表").glob("*.txt"))},
        _pairs(root / "词表" / "搭配.tsv"),
        {path.stem: path for path in sorted((root / "句库").glob("*.yaml"))},
    )


def digest(library: Library, kind: Kind) -> str:
    """Return the digest of all that a paper of `kind` is spoken from."""
    return _digest(library.root, kind.folder)


@lru_cache(maxsize=32)
def _digest(root: Path, folder: Path) -> str:
    shared = ("句式", "词表", "句库", "共用")
    files = [path for name in shared for path in (root / name).glob("*.*")]
    total = sha256()
    for path in sorted([*files, folder / "正文.j2", folder / "文种.yaml"]):
        total.update(path.read_bytes())
    return total.hexdigest()[:12]


def _kind(path: Path) -> Kind:
    record = _record(read_plain(path), path)
    needs = record.get("需要", {})
    examples = {key: str(line) for key, line in needs.items()} if isinstance(needs, dict) else {}
    settings = {key: value for key, value in record.items() if isinstance(value, str)}
    return Kind(
        path.parent.name,
        settings.get("英文名", path.parent.name),
        settings.get("说明", ""),
        tuple(examples),
        examples,
        settings.get("标题", ""),
        {"次序": "9", **settings},
        path.parent,
    )


def _frames(folder: Path) -> dict[str, tuple[Frame, ...]]:
    found: dict[str, list[Frame]] = {}
    for path in sorted(folder.glob("*.txt")):
        for number, line in enumerate(source.load(path).splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            match = _FRAME.fullmatch(line.strip())
            if match is None:
                raise SpeechgenError(_malformed(path, number, "每行应是：编号 空格 句子"))
            ident, shapes, text = match.groups()
            found.setdefault(ident, []).append(Frame(ident, frozenset(shapes or ""), text))
    return {ident: tuple(frames) for ident, frames in found.items()}


def _words(path: Path) -> frozenset[str]:
    lines = source.load(path).splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _pairs(path: Path) -> dict[str, tuple[str, ...]]:
    rows = [line.split() for line in source.load(path).splitlines() if line.strip()]
    return {row[0]: tuple(row[1:]) for row in rows if not row[0].startswith("#")}


@lru_cache(maxsize=1024)
def _is_about(path: Path, subject: str) -> bool:
    """Return whether a topic's name or alias stands in `subject`; its bank is not parsed yet."""
    with path.open(encoding="utf-8-sig") as file:
        aliases = next((line for line in file if line.startswith("别名:")), "")
    words = (path.stem, *aliases.partition(":")[2].strip(" []\n").split(","))
    return path.stem != NEUTRAL and any(w.strip() in subject for w in words if w.strip())


@lru_cache(maxsize=32)
def _topic(path: Path) -> Topic:
    record = _record(read_plain(path), path)
    slots = record.get("套话", {})
    stock = slots.items() if isinstance(slots, dict) else ()
    heads = record.get("标题组", [])
    return Topic(
        path.stem,
        _texts(record.get("别名", [])),
        {slot: tuple(_stock(entry, path) for entry in _list(entries)) for slot, entries in stock},
        tuple(
            {key: str(value) for key, value in head.items()}
            for head in _list(heads)
            if isinstance(head, dict)
        ),
    )


def _stock(entry: Plain, path: Path) -> Stock:
    if isinstance(entry, str):
        return Stock(entry)
    if not isinstance(entry, dict) or "说" not in entry:
        raise SpeechgenError(_malformed(path, 0, "每条套话应是一句话，或 {说: …, 见: […]}"))
    text = entry["说"]
    return Stock(
        str(text),
        _texts(entry.get("见", [])),
        _texts(entry.get("身份", [])),
        _texts(entry.get("须有", [])),
    )


def _list(value: Plain) -> list[Plain]:
    return value if isinstance(value, list) else [value]


def _texts(value: Plain) -> tuple[str, ...]:
    return tuple(str(entry) for entry in _list(value))


def _record(value: Plain, path: Path) -> dict[str, Plain]:
    if not isinstance(value, dict):
        raise SpeechgenError(_malformed(path, 0, "应是“键: 值”的记录"))
    return value


def _malformed(path: Path, line: int, expected: str) -> Problem:
    return Problem(FactsPlace(str(path), line, 0), "bad-template", f"模板文件不合格式，{expected}")
