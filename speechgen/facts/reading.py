"""One reading of one facts file: the page, what was found wrong in it, the figures and names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from speechgen.facts.figure import Figure, Name, Spoken
from speechgen.facts.file.lines import Mark, Node, Pairs, Scalar
from speechgen.facts.file.page import Mend, Page
from speechgen.facts.item import Item
from speechgen.facts.keys.key import EXPECTED, Key
from speechgen.facts.keys.table import RECORDS
from speechgen.problems import FactsPlace, Problem, Severity, visible

Told = tuple[str, Scalar, "Trail"]
"""A text that holds expressions: the text, where it is written, and the way to it."""

MOST = 200
"""Errors collected from one file; nobody reads more."""

MOST_WARNINGS = 50

_SHOWN = 30
HINT = 80
"""Characters a hint may quote."""

Trail = tuple["Trail | None", str, "Node | None", int]
"""The way to a value, innermost first: outer trail, key, the record it is in, its number there."""


class Reading:
    """What the readers of records and values share."""

    __slots__ = (
        "broken",
        "canonicals",
        "disputed",
        "entries",
        "figures",
        "fills",
        "is_cut",
        "mends",
        "monthly",
        "names",
        "numbered",
        "page",
        "problems",
        "said",
        "shares",
        "signs",
        "sources",
        "tidied",
        "told",
        "vocabulary",
        "warnings",
        "widened",
    )

    def __init__(self, page: Page) -> None:
        self.page = page
        self.problems: list[Problem] = []
        self.warnings = 0
        self.widened = False
        """Full-width spaces before lines were noted, all of them."""

        self.mends: list[Mend] = []
        """Slips of typing that YAML took for something else; the file is read again without."""

        self.numbered = 0
        """Texts that seem to begin with an ordinal; their lists are looked at."""

        self.tidied: list[tuple[FactsPlace, int]] = []
        """Texts whose punctuation was mended: the first sign, and how many."""

        self.entries: dict[str, Item] = {}
        """数据 as typed, by name."""

        self.sources: tuple[Item, ...] = ()
        """数据来源: the records of its tables."""

        self.is_cut = False
        """A table could not be read: the figures it gives are not missing."""

        self.monthly: dict[str, FactsPlace] = {}
        """Figures whose 上期 stands in a sheet under 上月, and where."""

        self.fills: dict[str, tuple[str, FactsPlace]] = {}
        """Names that were missing and are given by the filled list."""

        self.signs: list[tuple[str, bool, FactsPlace]] = []
        """Of the numbers of one entry: key, whether it was typed with %, place."""

        self.broken: set[str] = set()
        """Tables that could not be read: what speaks of them is not reported too."""

        self.figures: dict[str, Figure] = {}
        self.names: dict[str, Name] = {}
        self.vocabulary: tuple[str, ...] = ()
        """Names that 数据 and 名称 declare: what an expression means depends on all of them."""

        self.disputed: frozenset[str] = frozenset()
        """Figures that do not reconcile."""

        self.said: dict[str, Spoken] = {}
        """What each expression of the file says; what cannot be said is a problem."""

        self.shares: Mapping[tuple[str, str], Decimal] = {}
        """Shares that are said together; known when all has been read."""

        self.told: list[Told] = []
        """Texts with expressions, in the order of the file."""

        self.canonicals: dict[str, str] = {}
        """Expressions as typed → canonical, found in this file before."""

    @property
    def full(self) -> bool:
        """Whether no more problems are taken."""
        return len(self.problems) - self.warnings >= MOST

    def report(  # noqa: PLR0913 - a problem has that many sides
        self,
        mark: Mark | FactsPlace,
        code: str,
        message: str,
        hint: str = "",
        *,
        fix: str | None = None,
        severity: Severity = "error",
    ) -> None:
        """Note a problem at `mark`; beyond `MOST` nothing is noted."""
        if self.full or (severity != "error" and self.warnings >= MOST_WARNINGS):
            return
        self.warnings += severity != "error"
        place = mark if isinstance(mark, FactsPlace) else self.page.place(mark)
        quote = self.page.quote_at(place)
        self.problems.append(Problem(place, code, message, hint, fix, severity, quote))

    def warn(self, mark: Mark | FactsPlace, code: str, message: str, hint: str = "") -> None:
        """Note something that does not stop a draft."""
        self.report(mark, code, message, hint, severity="warn")

    def expected(self, node: Node, key: Key) -> None:
        """Note that `key` does not hold what it should."""
        message = f"“{key.name}”这里应写{EXPECTED[key.kind]}，现在写的是{found(node)}"
        first = RECORDS[key.record].keys[0].name if key.record and key.kind == "record" else ""
        hint = f"如 {key.name}: {{{first}: …}}" if first else ""
        self.report(node.start, "wrong-type", message, hint)


def keys_of(trail: Trail | None) -> Iterator[str]:
    """Yield the keys that lead to a value, innermost first; an item of a list has none."""
    while trail is not None:
        if trail[1]:
            yield trail[1]
        trail = trail[0]


def found(node: Node) -> str:
    """Return what a message says of a node of the wrong type."""
    if type(node) is Scalar:
        return f"“{shown(node.text)}”"
    return "下一级的“键: 值”" if type(node) is Pairs else "一个列表"


def shown(text: str, most: int = _SHOWN) -> str:
    """Return `text` as a message quotes it: short, on one line, with nothing invisible."""
    return visible(text if len(text) <= most else text[: most - 1] + "…")
