"""Wordings that are kept: a paper whose words have not changed is not worded again.

A template says expressions, never values, and asks the figures only through `questions`. So the
evening's new figures need no template at all: where the same words were worded before and the
figures answer alike, the text is taken as it was.

Kept in this process, and between processes in the user's own cache directory. There the text is
wrapped with a key made of the facts' own words: without the facts file nobody can read it.
"""

from __future__ import annotations

import json
import os
from collections import deque
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256, shake_256
from pathlib import Path
from typing import NamedTuple

from speechgen import __version__
from speechgen.cache import cache_folder, store
from speechgen.drafting.questions import QUESTIONS, Answer
from speechgen.drafting.speaker import Speaker
from speechgen.facts.facts import Facts
from speechgen.facts.item import Item, Value
from speechgen.house import PLAIN, House

SPOKEN_KEYS = frozenset({"数据", "名称", "数据来源"})
"""What a template sees as expressions only."""

MOST = 40  # wordings kept between processes; the oldest go
_SUFFIX = ".wording"


class Kept(NamedTuple):
    """A wording, and what the figures answered when it was worded."""

    kind: str
    template: str
    """Digest of the templates and word banks."""

    answers: Mapping[tuple[str, str], Answer]
    text: str
    yoy: str = ""
    """How the kind says 同比."""


class _Memo(NamedTuple):
    templates: Path
    kind: str
    house: House
    words: dict[str, Value]
    names: tuple[str, ...]
    kept: Kept


_MEMOS: deque[_Memo] = deque(maxlen=8)


class Wording:
    """The words of one paper, to find what was kept of them or to keep it."""

    def __init__(self, facts: Facts, kind: str, templates: Path, house: House = PLAIN) -> None:
        self.kind = kind
        self.house = house
        self.templates = templates
        self.names = (*facts.figures, *facts.names)
        values = facts.root.values.items()
        self.words = {key: value for key, value in values if key not in SPOKEN_KEYS}
        self._secret = b""
        self._file = ""

    def find(self, speaker: Speaker) -> Kept | None:
        """Return the wording kept for these words, if the figures still answer alike."""
        for memo in tuple(_MEMOS):
            same = memo.templates == self.templates and memo.kind == self.kind
            same = same and memo.house == self.house and memo.names == self.names
            if same and memo.words == self.words and _agrees(memo.kept, speaker):
                return memo.kept
        kept = self._load()
        if kept is None or not _agrees(kept, speaker):
            return None
        self._remember(kept)
        return kept

    def keep(self, kept: Kept) -> None:
        """Keep a wording, in this process and for the next."""
        self._remember(kept)
        folder = cache_folder()
        if folder is None:
            return
        answers = [[*asked, said] for asked, said in kept.answers.items()]
        record = json.dumps(
            [kept.kind, kept.template, answers, kept.text, kept.yoy], ensure_ascii=False
        )
        store(folder / self._name(), self._wrapped(record.encode()))
        _prune(folder)

    def _remember(self, kept: Kept) -> None:
        _MEMOS.append(_Memo(self.templates, self.kind, self.house, self.words, self.names, kept))

    def _load(self) -> Kept | None:
        folder = cache_folder()
        path = folder / self._name() if folder else None
        if path is None:
            return None
        try:
            kind, template, answers, text, yoy = json.loads(self._wrapped(path.read_bytes()))
        except (OSError, ValueError):  # not there, going, or not what it should be
            return None
        return Kept(
            kind,
            template,
            {(question, about): said for question, about, said in answers},
            text,
            yoy,
        )

    def _name(self) -> str:
        """Return the file a wording is kept in; what it is made from is looked at once."""
        if not self._file:
            self._file = self._made_name()
        return self._file

    def _made_name(self) -> str:
        house = "" if self.house == PLAIN else repr(self.house)
        stamps = f"{_stamp(self.templates)}\x1f{_stamp(_CODE)}"
        made = f"{__version__}\x1f{self.kind}\x1f{house}\x1f{stamps}"
        return sha256(b"name" + made.encode() + self._words()).hexdigest() + _SUFFIX

    def _wrapped(self, data: bytes) -> bytes:
        """Return `data` wrapped, or unwrapped: the same stream twice is the data again."""
        stream = shake_256(b"text" + self._words()).digest(len(data))
        size = len(data)
        mixed = int.from_bytes(data, "big") ^ int.from_bytes(stream, "big")
        return mixed.to_bytes(size, "big")

    def _words(self) -> bytes:
        if not self._secret:
            out: list[str] = [*self.names, "\x1d"]
            _spell(self.words, out)
            self._secret = "\x1f".join(out).encode("utf-8", "surrogatepass")
        return self._secret


_CODE = Path(__file__).parent


def _agrees(kept: Kept, speaker: Speaker) -> bool:
    """Return whether the figures answer as they did when it was worded."""
    speaker.settle(kept.yoy)
    speak, facts = speaker.speak, speaker.facts
    return all(
        QUESTIONS[q](about, speak, facts) == said for (q, about), said in kept.answers.items()
    )


def _spell(values: Mapping[str, Value], out: list[str]) -> None:
    for key, value in values.items():
        out.append(key)
        _spell_value(value, out)


def _spell_value(value: Value, out: list[str]) -> None:
    if isinstance(value, Item):
        out.append("\x1c{")
        _spell(value.values, out)
        out.append("\x1c}")
    elif isinstance(value, tuple):
        out.append("\x1c[")
        for entry in value:
            _spell_value(entry, out)
        out.append("\x1c]")
    else:
        out.append(f"{type(value).__name__}:{value}")


def _stamp(folder: Path) -> str:
    """Return size and time of every file below `folder`: what is edited is worded anew."""
    found: list[str] = []
    folders = [str(folder)]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    if entry.name != "__pycache__":
                        folders.append(entry.path)
                else:
                    status = entry.stat()
                    found.append(f"{entry.path}:{status.st_size}:{status.st_mtime_ns}")
    return "\n".join(sorted(found))


def _prune(folder: Path) -> None:
    """Delete the oldest wordings beyond `MOST`; another process may be at it too."""
    with suppress(OSError):
        kept = sorted(folder.glob(f"*{_SUFFIX}"), key=lambda path: path.stat().st_mtime_ns)
        for path in kept[:-MOST]:
            path.unlink(missing_ok=True)
