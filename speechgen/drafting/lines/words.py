"""The word lists of `templates/词表/`, made ready to be looked up at the beginning of a line.

Looked up in sets, not in one pattern: compiling a pattern of 600 words costs more than a draft.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from speechgen.facts.item import Item
from speechgen.facts.library import Library, load

OWNER_KEYS = frozenset({"谁", "责任单位", "配合单位"})
LONGEST_ACTOR = 24  # characters; a longer beginning is a clause
_ADVERB = re.compile(
    "[，。；：【0-9\ufdd0-\ufdd9]|全部|全程|全面|逐|及时|一律|按时|按期|如期|尽快|[均都已再更不没未要能]"
)
_CLAUSE_END = re.compile(r"[，。；：]")
_FOLLOWS = frozenset("每要已都均共按用把对将再先多请必应0123456789")
_THINGS = frozenset(
    {"意见", "方案", "清单", "结果", "台账", "制度", "信息", "经费"}
    | {"资金", "事项", "平台", "文书", "通知", "记录", "情况", "数据"}
)
_NEVER_NAMES = frozenset(
    {"实行", "落实", "推行", "压实", "坚持", "选派", "动员", "发动", "健全", "完善", "加强", "建强"}
    | {
        "抽调",
        "依靠",
        "关爱",
        "配齐",
        "配强",
        "深化",
        "推进",
        "强化",
        "引导",
        "鼓励",
        "聘请",
        "邀请",
    }
)
"""Verbs whose object follows: 实行领导包案 names no actor, 调解组织上门 does."""

_DISPOSAL = ("把握", "把牢", "把好", "把关", "把脉")


class Words:
    """Verbs, actors and modals; the file's own owners are actors too."""

    __slots__ = ("_actors", "_sizes", "_tails", "_verbs", "modals")

    def __init__(
        self,
        lists: Mapping[str, frozenset[str]],
        own: Iterable[str] = (),
        verbs: frozenset[str] = frozenset(),
    ) -> None:
        self._verbs = lists["动词"] | verbs
        self._actors = lists["主体"] | frozenset(own)
        self._tails = lists["主体词尾"]
        self._sizes = tuple(sorted(set(map(len, self._actors)), reverse=True))
        self.modals = tuple(sorted(lists["情态"], key=len, reverse=True))

    def thing_of(self, text: str) -> str:
        """Return a thing that only begins like a verb: 答复意见 before 写明; else nothing."""
        verb = self.verb_at(text)
        end = len(verb) + 2
        thing = bool(verb) and text[len(verb) : end] in _THINGS and self.verb_at(text, end)
        return text[:end] if thing else ""

    def verb_at(self, text: str, start: int = 0) -> str:
        """Return the listed verb of `text` at `start`, the longest; empty where there is none."""
        for size in (4, 3, 2):
            word = text[start : start + size]
            if word in self._verbs and len(word) == size:
                return "" if text[start + size : start + size + 1] == "率" else word
        one = text[start : start + 1]
        return one if one in self._verbs and len(text) > start + 2 else ""  # a verb and its object

    def verb_in(self, clause: str) -> int:
        """Return where the first listed verb of two or more characters stands; -1: nowhere."""
        return next((i for i in range(len(clause)) if len(self.verb_at(clause, i)) > 1), -1)

    def is_nominal(self, clause: str) -> bool:
        """Return whether a thing and verbs at its end are a name of work: 生活污水治理.

        With an adverb before the verb it is a clause: 问题厕所全部整改.
        """
        at = self.verb_in(clause)
        if at < 2 or _ADVERB.search(clause):  # noqa: PLR2004 - a thing has two characters at least
            return False
        while at < len(clause):
            size = len(self.verb_at(clause, at))
            if size < 2:  # noqa: PLR2004 - 抓, 使 are no names of work
                return False
            at += size
        return True

    def actor_of(self, text: str) -> str:
        """Return the actor `text` begins with: a listed one, or one known by its last word."""
        known = self._known(text)
        if known:
            return known
        verb = self.verb_at(text)
        stop = _CLAUSE_END.search(text)
        limit = min(LONGEST_ACTOR, stop.start() if stop else len(text))
        for end in range(2, limit + 1):
            if self._ends_as_actor(text, end) and self._acts(text, end):
                compound = verb not in _NEVER_NAMES and text[len(verb) : end] in self._tails
                return text[:end] if not verb or compound else ""
        return ""

    def names_actor(self, line: str) -> bool:
        """Return whether a line says somewhere who acts: 逐件落实包案领导."""
        return any(word in line for word in self._tails if len(word) > 1)

    @staticmethod
    def is_disposal(text: str) -> bool:
        """Return whether 把 or 将 opens a disposal (把任务分解到单位), not a verb (把握)."""
        return text.startswith(("把", "将")) and not text.startswith((*_DISPOSAL, "将要"))

    def _known(self, text: str) -> str:
        end = 0
        while True:
            sizes = (n for n in self._sizes if text[end : end + n] in self._actors)
            more = next(sizes, 0)
            if not more:
                return ""
            end += more
            if text[end : end + 1] not in ("、", "和"):
                return text[:end] if self._acts(text, end) else ""
            end += 1

    def _ends_as_actor(self, text: str, end: int) -> bool:
        return any(text[max(0, end - n) : end] in self._tails for n in (1, 2, 3, 4))

    def _acts(self, text: str, end: int) -> bool:
        return text[end : end + 1] in _FOLLOWS or bool(self.verb_at(text, end))


def words_of(library: Library, root: Item, verbs: frozenset[str]) -> Words:
    """Return the word lists with the owners the facts name and the verbs of their topics."""
    own: set[str] = set()
    _owners(root, own)
    return _words(library.root, frozenset(own), verbs)


@lru_cache(maxsize=256)
def _words(root: Path, own: frozenset[str], verbs: frozenset[str]) -> Words:
    return Words(load(root).words, own, verbs)


def _owners(item: Item, own: set[str]) -> None:
    """Add every 谁, 责任单位 and 配合单位 of a record to `own`."""
    for key, value in item.values.items():
        for entry in value if isinstance(value, tuple) else (value,):
            if isinstance(entry, Item):
                _owners(entry, own)
            elif key in OWNER_KEYS and isinstance(entry, str):
                own.add(entry)
