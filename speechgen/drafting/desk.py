"""The desk of one draft: its facts, its kind and words, and what it has already said."""

from __future__ import annotations

from functools import lru_cache

from speechgen.drafting import choice
from speechgen.drafting.lines.frames import fill, wordings
from speechgen.drafting.lines.words import Words, words_of
from speechgen.drafting.marks import LINE, LINE_END, expression, masked
from speechgen.drafting.questions import QUESTIONS, Answer
from speechgen.drafting.seed import seed_of
from speechgen.drafting.speaker import Speaker
from speechgen.drafting.stock import about, fitting, main_text, seen_in
from speechgen.facts.facts import Facts
from speechgen.facts.item import MARK, Item
from speechgen.facts.kind import Kind
from speechgen.facts.library import Library
from speechgen.facts.topics import Stock, Topic
from speechgen.house import PLAIN, House
from speechgen.problems import FactsPlace, Problem

LOOP_LIMIT = 100_000  # entries of loops in one paper; a template cannot run for ever
USUAL = 3
"""Level of length where the facts do not ask for another: 1 the shortest, 5 the longest."""

NEVER = 99
"""A level that no paper has."""

DEMANDING = "要求"
ISSUED = "通报"
"""口吻 of a paper that demands in the name of an office, not of a person."""


class Desk(Speaker):
    """What one draft works with. Made for one draft and thrown away with it."""

    def __init__(
        self,
        facts: Facts,
        kind: Kind,
        library: Library,
        level: int = USUAL,
        house: House = PLAIN,
    ) -> None:
        root = facts.root
        super().__init__(facts)
        self.settle(kind.settings.get("同比", ""))
        self.kind = kind
        self.library = library
        self.frames = library.frames_of(kind)
        self.level = level
        self.house = house
        self.scope = root.text("范围")
        self.subject = ""
        self.words: Words
        self.about("")
        self.seed = seed_of(root)
        mood = kind.settings.get("口吻", DEMANDING)
        self.demands = mood in {DEMANDING, ISSUED}
        """Whether this paper demands (要…) or states, plans, pledges."""

        self.rank = _rank(root)
        """身份 of the speaker; 主要领导 where the facts do not say."""

        self.tone = self.rank if mood == DEMANDING else mood
        """口吻 of a paper nobody speaks, or that does not demand; else the rank."""

        self.unsayable = tuple(kind.settings.get("不说", "").split())
        """Words that no stock sentence of this paper may hold: minutes say no 我."""

        self.key = ""
        """Key of the block being written."""

        self.path: list[str] = []
        self.entered = 0
        self.used: set[str] = set()
        """Stock sentences already said; none is said twice in a paper."""

        self._there = frozenset(root.values)
        self.advice: list[Problem] = []
        self.kept_back: list[str] = []
        """What of the facts this kind leaves unsaid on purpose: guests hear of no offices."""

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

    def about(self, subject: str) -> str:
        """Turn to a topic: that of a part, or, without one, the paper's own again."""
        self.subject = subject or self.facts.root.text("主题")
        named, neutral = self.library.named(self.subject), self.library.neutral
        alone = named if len(named) == 1 else ()  # two in one breath: neither's own words
        self.topics = (*alone, self.library.bank_of(self.kind), neutral)
        verbs = neutral.verbs.union(*(topic.verbs for topic in named))
        self.words = words_of(self.library, self.facts.root, verbs)
        return ""

    # -- what to say ----------------------------------------------------------------------

    def stock(self, slot: str, item: object = None, /, **slots: str) -> str:
        """Return the stock for `slot`: nothing, one sentence or two, as long as the paper is.

        Which slots follow the length stands in `词表/篇幅.tsv`; all others are said once.
        """
        once, twice = self.library.lengths.get(slot, (0, NEVER))
        if self.level < once:
            return ""
        said = self._one(slot, item, slots, self.topics)
        if not said or self.level < twice:
            return said
        return said + self._one(slot, item, slots, self.topics[:1])  # a second only of the trade

    def _one(self, slot: str, item: object, slots: dict[str, str], banks: tuple[Topic, ...]) -> str:
        """Return one stock sentence for `slot` that may be said here, or nothing.

        A sentence bound to words (`见`) of the point's head goes before one bound to words of
        its details, that before a general one; the topic's own before the neutral bank's.
        Which of several is said is a choice of this slot and item alone.
        """
        words = (self.seed, self.kind.name, slot, item_key(item) if item else "")
        for seen in seen_in(item):
            for topic in banks:
                bank = topic.stock.get(slot, ())
                fit = fitting(bank, seen, self.rank, self._there, self.unsayable) if bank else ()
                for stock in choice.order(fit, *words):
                    said = "" if stock.text in self.used else self._filled(stock, slots)
                    if said:
                        self.used.add(stock.text)
                        return said
        return ""

    def _filled(self, stock: Stock, slots: dict[str, str]) -> str:
        """Return a stock sentence, its slots filled; empty where the office would not say it."""
        return self.ours(self._spelled(stock, slots))

    def ours(self, text: str) -> str:
        """Return our own words as the office says them; empty where it does not use one."""
        for word, ours in self.house.prefer.items():
            text = text.replace(word, ours)
        return "" if any(word in text for word in self.house.avoid) else text

    def _spelled(self, stock: Stock, slots: dict[str, str]) -> str:
        if "{" not in stock.text:
            return stock.text
        own = {"主题": self.subject, "范围": self.scope, "自称": self.self_name}
        if "{风险}" in stock.text:
            own["风险"] = self.risk
        return fill(stock.text, {**own, **slots})

    @property
    def risk(self) -> str:
        """What the trade must guard against; of a trade that names nothing, what any must."""
        for topic in self.topics:
            for risk in choice.order(
                about(self.subject, topic.risks), self.seed, self.kind.name, "风险"
            ):
                return risk.text
        return ""

    def frame(self, ident: str, shape: str = "", item: object = None, /, **slots: str) -> str:
        """Return the frame `ident` filled with `slots`; of several wordings the seed takes one.

        Only a wording that speaks every slot that is given, and needs no other, is taken; one for
        this tone (`任务@部门负责人`) goes before one for any. With
        an `item` the wording varies from item to item; without, it stays through the paper.
        """
        given = {key: value for key, value in slots.items() if value}
        there = frozenset(given)
        own = self.frames.get(f"{ident}@{self.tone}", ())
        fit = wordings(own, shape, there) or wordings(self.frames.get(ident, ()), shape, there)
        if self.house.unwanted:
            fit = tuple(f._replace(text=t) for f in fit if (t := self.ours(f.text))) or fit
        if not fit:
            return ""
        words = (self.seed, self.kind.name, ident, item_key(item) if item else "")
        ordered = choice.order(fit, *words)
        fresh = (f for f in ordered if item is None or f.text not in self.used)
        chosen = next(fresh, ordered[0])
        self.used.add(chosen.text)
        return fill(chosen.text, given)

    # -- who speaks -----------------------------------------------------------------------

    @property
    def self_name(self) -> str:
        """How the paper names its own side: 自称, else 我们."""
        return self.facts.root.text("自称") or self.house.self_name or "我们"

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
        return item.text("编号") or _key(main_text(item))
    return _key(str(item))


@lru_cache(maxsize=4096)
def _key(text: str) -> str:
    return choice.digest(masked(text))


def _rank(root: Item) -> str:
    speaker = root.get("讲话人")
    return (speaker.text("身份") if isinstance(speaker, Item) else "") or "主要领导"
