"""The desk of one draft: its facts, its kind and words, and what it has already said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from speechgen.drafting import choice
from speechgen.drafting.frames import fill, slots_of
from speechgen.drafting.marks import LINE, LINE_END, expression, masked
from speechgen.drafting.questions import QUESTIONS, Answer
from speechgen.drafting.seed import seed_of
from speechgen.drafting.speaker import Speaker
from speechgen.drafting.words import Words
from speechgen.facts.facts import Facts
from speechgen.facts.item import MARK, Item
from speechgen.facts.kind import Kind
from speechgen.facts.library import Frame, Library, Stock, load
from speechgen.problems import FactsPlace, Problem

LOOP_LIMIT = 100_000  # entries of loops in one paper; a template cannot run for ever
OWNER_KEYS = frozenset({"谁", "责任单位", "配合单位"})
MAIN_KEYS = ("要点", "做什么", "标题", "名称", "事项", "目标", "结果")


class Desk(Speaker):
    """What one draft works with. Made for one draft and thrown away with it."""

    def __init__(self, facts: Facts, kind: Kind, library: Library) -> None:
        root = facts.root
        super().__init__(facts)
        self.settle(kind.settings.get("同比", ""))
        self.kind = kind
        self.library = library
        self.topics = library.topic(root.text("主题"))
        self.scope = root.text("范围")
        self.subject = root.text("主题")
        self.seed = seed_of(root)
        self.words = words_of(library, facts)
        self.demands = kind.settings.get("口吻") != "陈述"
        """Whether this paper demands (要…) or states."""

        self.rank = _rank(root)
        """身份 of the speaker; 主要领导 where the facts do not say."""

        self.key = ""
        """Key of the block being written."""

        self.path: list[str] = []
        self.entered = 0
        self.used: set[str] = set()
        """Stock sentences already said; none is said twice in a paper."""

        self._there = frozenset(root.values)
        self.advice: list[Problem] = []
        self.period = ""
        """Period stated last in this section; stated again only where it changes."""

        self.answers: dict[tuple[str, str], Answer] = {}
        """Questions asked of the figures, with what they answered."""

    # -- where we are ---------------------------------------------------------------------

    def line(self, role: str, ident: str) -> str:
        """Open a paragraph: note its key, return its mark (called by the template itself)."""
        self.key = "/".join([ident, *self.path])
        return f"{LINE}{role}\t{self.key}{LINE_END}"

    def enter(self, item: object) -> str:
        """Go into an entry of a loop: its key joins the block keys."""
        self.entered += 1
        if self.entered > LOOP_LIMIT:
            message = f"循环超过{LOOP_LIMIT}次"
            raise RecursionError(message)
        self.path.append(item_key(item))
        return ""

    def leave(self) -> str:
        """Leave the entry of the loop again."""
        self.path.pop()
        return ""

    def section(self) -> str:
        """Begin a section: the period is stated afresh."""
        self.period = ""
        return ""

    # -- what to say ----------------------------------------------------------------------

    def stock(self, slot: str, item: object = None, /, **slots: str) -> str:
        """Return one stock sentence for `slot` that may be said here, or nothing.

        A sentence bound to words (`见`) of the point's head goes before one bound to words of
        its details, that before a general one; the topic's own before the neutral bank's.
        Which of several is said is a choice of this slot and item alone.
        """
        words = (self.seed, self.kind.name, slot, item_key(item) if item else "")
        for seen in _seen(item):
            for topic in self.topics:
                fitting = _fitting(topic.stock.get(slot, ()), seen, self.rank, self._there)
                for stock in choice.order(fitting, *words):
                    said = "" if stock.text in self.used else self._filled(stock, slots)
                    if said:
                        self.used.add(stock.text)
                        return said
        return ""

    def _filled(self, stock: Stock, slots: dict[str, str]) -> str:
        if "{" not in stock.text:
            return stock.text
        own = {"主题": self.subject, "范围": self.scope, "自称": self.self_name}
        return fill(stock.text, {**own, **slots})

    def frame(self, ident: str, shape: str = "", item: object = None, /, **slots: str) -> str:
        """Return the frame `ident` filled with `slots`; of several wordings the seed takes one.

        Only a wording that speaks every slot that is given, and needs no other, is taken. With
        an `item` the wording varies from item to item; without, it stays through the paper.
        """
        given = {key: value for key, value in slots.items() if value}
        fitting = _wordings(self.library.frames.get(ident, ()), shape, frozenset(given))
        if not fitting:
            return ""
        words = (self.seed, self.kind.name, ident, item_key(item) if item else "")
        ordered = choice.order(fitting, *words)
        fresh = (f for f in ordered if item is None or f.text not in self.used)
        chosen = next(fresh, ordered[0])
        self.used.add(chosen.text)
        return fill(chosen.text, given)

    # -- who speaks -----------------------------------------------------------------------

    @property
    def self_name(self) -> str:
        """How the paper names its own side: 自称, else 我们."""
        return self.facts.root.text("自称") or "我们"

    # -- figures --------------------------------------------------------------------------

    def ask(self, question: str, about: str) -> Answer:
        """Return what the figures answer to a question of `questions`; each is noted."""
        asked = (question, about)
        answer = self.answers.get(asked)
        if answer is None:
            answer = self.answers[asked] = QUESTIONS[question](about, self.speak, self.facts)
        return answer

    @staticmethod
    def expression(inner: str) -> str:
        """Return a canonical expression as it stands in text."""
        return expression(inner)

    def print(self, text: str) -> str:
        """Return `text` as it will be read, its figures spoken."""
        return str(self.ask("print", text)) if MARK in text else text

    def length(self, text: str) -> int:
        """Return how many characters `text` will have."""
        return int(self.ask("length", text)) if MARK in text else len(text)

    def advise(self, place: FactsPlace, code: str, message: str, hint: str = "") -> None:
        """Note something that would make the draft better; it is listed, it stops nothing."""
        self.advice.append(Problem(place, code, message, hint, severity="advice"))


def item_key(item: object) -> str:
    """Return the key of a list entry: its 编号, else a digest of its words, figures masked."""
    if isinstance(item, Item):
        return item.text("编号") or _key(_main(item))
    return _key(str(item))


def _main(item: Item) -> str:
    return next((item.text(key) for key in MAIN_KEYS if item.text(key)), "") or "".join(
        value for value in item.values.values() if isinstance(value, str)
    )


@lru_cache(maxsize=4096)
def _key(text: str) -> str:
    return choice.digest(masked(text))


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


@lru_cache(maxsize=4096)
def _fitting(
    bank: tuple[Stock, ...], seen: str, rank: str, there: frozenset[str]
) -> tuple[Stock, ...]:
    """Return the sentences of a slot that may be said after `seen` by `rank`."""
    return tuple(s for s in bank if _may(s, seen, rank, there))


def _may(stock: Stock, seen: str, rank: str, there: frozenset[str]) -> bool:
    if bool(stock.seen) is not bool(seen):
        return False
    if seen and not any(word in seen for word in stock.seen):
        return False
    if any((need[1:] in there) if need[0] == "!" else (need not in there) for need in stock.needs):
        return False
    return not stock.rank or rank in stock.rank


def _seen(item: object) -> Iterator[str]:
    """Yield where a sentence's words are looked for: the head, all of the point, nowhere."""
    if item is not None:
        yield masked(_main(item) if isinstance(item, Item) else str(item))
        yield masked(_text_of(item))
    yield ""


@lru_cache(maxsize=4096)
def _wordings(frames: tuple[Frame, ...], shape: str, given: frozenset[str]) -> tuple[Frame, ...]:
    """Return the wordings of a frame that speak every slot given and need no other."""
    return tuple(f for f in frames if _fits(f, shape, given))


def _fits(frame: Frame, shape: str, given: frozenset[str]) -> bool:
    if frame.shapes and shape not in frame.shapes:
        return False
    needed, optional = slots_of(frame.text)
    return needed <= given <= needed | optional


def _rank(root: Item) -> str:
    speaker = root.get("讲话人")
    return (speaker.text("身份") if isinstance(speaker, Item) else "") or "主要领导"


def words_of(library: Library, facts: Facts) -> Words:
    """Return the word lists with the owners this file names."""
    own: set[str] = set()
    _owners(facts.root, own)
    return _words(library.root, frozenset(own))


@lru_cache(maxsize=256)
def _words(root: Path, own: frozenset[str]) -> Words:
    return Words(load(root).words, own)


def _owners(item: Item, own: set[str]) -> None:
    """Add every 谁, 责任单位 and 配合单位 of a record to `own`."""
    for key, value in item.values.items():
        for entry in value if isinstance(value, tuple) else (value,):
            if isinstance(entry, Item):
                _owners(entry, own)
            elif key in OWNER_KEYS and isinstance(entry, str):
                own.add(entry)
