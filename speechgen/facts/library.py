"""The word hoard under templates/: kinds, frames, word lists and topic banks, read as text.

A kind is a folder with `文种.yaml`, `正文.j2` and `素材.yaml`, and where it wants them a bank
(`句库.yaml`) and frames (`句式.txt`) of its own; frames and word lists are plain text; a topic is
one YAML file. Nothing in them is code but the Jinja2 of `正文.j2`.
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
from speechgen.facts.plain import balanced, malformed, read_plain, record, texts
from speechgen.facts.topics import NOTHING, Topic, bank, fit
from speechgen.problems import FactsPlace, Problem, SpeechgenError, nearest

NEUTRAL = "通用"
WORD_LISTS = ("动词", "主体", "主体词尾", "情态")
"""Without these no line can be read; an office may add others."""

_FRAME = re.compile(r"(\S+?)(?:\[(\S+)\])?\s+(\S.*)")
_AND = re.compile("[和与及暨、]")


class Frame(NamedTuple):
    """A sentence with slots, as a line of `templates/句式/` gives it."""

    ident: str
    shapes: frozenset[str]
    """Shapes of the main line it takes; empty: any."""

    text: str


class Library(NamedTuple):
    """Everything under one `templates/` folder, read once."""

    root: Path
    folders: Mapping[str, Path]
    """Folder of each kind by its Chinese name."""

    frames: Mapping[str, tuple[Frame, ...]]
    words: Mapping[str, frozenset[str]]
    pairs: Mapping[str, tuple[str, ...]]
    """Verb → adverbs that go with it; empty tuple: none."""

    lengths: Mapping[str, tuple[int, int]]
    """Slot → the level of length from which it is said, and from which twice."""

    topics: Mapping[str, Path]

    @property
    def kinds(self) -> Mapping[str, Kind]:
        """Every kind by its Chinese name, in the order a secretary sees them."""
        kinds = sorted(map(_kind, self.folders.values()), key=lambda kind: kind.order)
        return {kind.name: kind for kind in kinds}

    def kind(self, name: str, place: FactsPlace) -> Kind:
        """Return the kind called `name`, by its Chinese or English name, or another it goes by.

        Raises:
            SpeechgenError: there is none, and the nearest is named; or two kinds go by that name.
        """
        if name in self.folders:
            return _kind(self.folders[name])
        kinds = self.kinds
        found = [kind for kind in kinds.values() if name in kind.names]
        if len(found) == 1:
            return found[0]
        if found:
            message = f"“{name}”可以是{'、'.join(kind.name for kind in found)}，分不清是哪个文种"
            raise SpeechgenError(Problem(place, "unknown-kind", message, "请写文种的全名"))
        near = nearest(name, [word for kind in kinds.values() for word in kind.names])
        hint = f"是不是“{near}”？" if near else ""
        known = "、".join(kinds)
        raise SpeechgenError(
            Problem(
                place,
                "unknown-kind",
                f"没有“{name[:40]}”这个文种",
                f"{hint}现有文种：{known}（speechgen kinds 可以查看）",
            )
        )

    def topic(self, subject: str) -> tuple[Topic, ...]:
        """Return the topic that `subject` is about, then the neutral one.

        Of several whose name or alias stands in it the longest word wins: 学校安全生产 is about
        安全生产, not about 学校. A subject that joins two topics is about neither alone.
        """
        named = self.named(subject)
        return (*(named if len(named) == 1 else ()), self.neutral)

    @property
    def neutral(self) -> Topic:
        """What may be said about any topic."""
        return bank(self.topics.get(NEUTRAL, self.root / "句库" / f"{NEUTRAL}.yaml"))

    def named(self, subject: str) -> tuple[Topic, ...]:
        """Return every topic that `subject` names: one as a rule, two for 信访和安全生产."""
        found = {path: None for path in map(self._named, _AND.split(subject)) if path}
        if len(found) < 2:  # noqa: PLR2004 - 和 may stand in a word: 和美村庄
            whole = self._named(subject)
            return (bank(whole),) if whole else ()
        return tuple(map(bank, found))

    def _named(self, subject: str) -> Path | None:
        others = [path for path in self.topics.values() if path.stem != NEUTRAL]
        best = max(others, key=lambda path: fit(path, subject), default=None)
        return best if best and fit(best, subject)[0] else None

    def bank_of(self, kind: Kind) -> Topic:
        """Return the stock of a kind of its own; nothing where it has none."""
        path = kind.folder / "句库.yaml"
        return bank(path) if path.is_file() else NOTHING

    def frames_of(self, kind: Kind) -> Mapping[str, tuple[Frame, ...]]:
        """Return all frames, those of the kind in place of the shared ones of the same name."""
        return _with_own(self.root, kind.folder)


@lru_cache(maxsize=8)
def load(root: Path) -> Library:
    """Return what stands under `root`; read once in a process.

    Raises:
        SpeechgenError: a file there is not of its form; the place is named.
    """
    return Library(
        root,
        {path.parent.name: path.parent for path in sorted(root.glob("*/文种.yaml"))},
        _frames(sorted((root / "句式").glob("*.txt"))),
        _word_lists(root / "词表"),
        _pairs(root / "词表" / "搭配.tsv"),
        _lengths(root / "词表" / "篇幅.tsv"),
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
    own = [path for path in folder.glob("*.*") if path.name != "素材.yaml"]
    for path in sorted([*files, *own]):
        total.update(path.read_bytes())
    return total.hexdigest()[:12]


@lru_cache(maxsize=64)
def _kind(folder: Path) -> Kind:
    path = folder / "文种.yaml"
    found = record(read_plain(path), path)
    needs = record(found.get("需要") or {}, path)
    examples = {key: str(line) for key, line in needs.items()}
    settings = {key: value for key, value in found.items() if isinstance(value, str)}
    for key in ("次序", "不少于"):
        if not settings.get(key, "0").isdecimal():
            raise SpeechgenError(malformed(path, f"“{key}”应写数字，如 {key}: 5"))
    return Kind(
        folder.name,
        settings.get("英文名", folder.name),
        texts(found.get("别名", []), path),
        settings.get("说明", ""),
        tuple(examples),
        examples,
        settings.get("标题", ""),
        settings,
        folder,
    )


def _frames(paths: list[Path]) -> dict[str, tuple[Frame, ...]]:
    found: dict[str, list[Frame]] = {}
    for path in paths:
        for number, line in enumerate(source.load(path).splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            match = _FRAME.fullmatch(line.strip())
            if match is None:
                raise SpeechgenError(malformed(path, "每行应是：编号 空格 句子", number))
            ident, shapes, text = match.groups()
            if not balanced(text):
                raise SpeechgenError(malformed(path, "括号 { } 或〔 〕没有成对", number))
            found.setdefault(ident, []).append(Frame(ident, frozenset(shapes or ""), text))
    return {ident: tuple(frames) for ident, frames in found.items()}


@lru_cache(maxsize=64)
def _with_own(root: Path, folder: Path) -> Mapping[str, tuple[Frame, ...]]:
    path = folder / "句式.txt"
    return {**load(root).frames, **_frames([path])} if path.is_file() else load(root).frames


def _word_lists(folder: Path) -> dict[str, frozenset[str]]:
    needed = [folder / f"{name}.txt" for name in WORD_LISTS]
    return {path.stem: _words(path) for path in (*needed, *sorted(folder.glob("*.txt")))}


def _words(path: Path) -> frozenset[str]:
    lines = source.load(path).splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _lengths(path: Path) -> dict[str, tuple[int, int]]:
    found = {}
    for number, line in enumerate(source.load(path).splitlines(), 1):
        slot, *levels = line.split() or [""]
        if not slot or slot.startswith("#"):
            continue
        if len(levels) != 2 or not all(map(str.isdecimal, levels)):  # noqa: PLR2004 - once, twice
            raise SpeechgenError(malformed(path, "每行应是：槽 级 级，如 慰问 3 9", number))
        found[slot] = (int(levels[0]), int(levels[1]))
    return found


def _pairs(path: Path) -> dict[str, tuple[str, ...]]:
    rows = [line.split() for line in source.load(path).splitlines() if line.strip()]
    return {row[0]: tuple(row[1:]) for row in rows if not row[0].startswith("#")}
