"""Which figure and name is spoken where, over all papers of one meeting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from speechgen.drafting.draft import Draft
from speechgen.drafting.telling.whereabouts import Mention, mentions
from speechgen.facts.expression import parse
from speechgen.facts.facts import Facts
from speechgen.facts.lists.lacks import whose

UNUSED = "文中未用"
ITSELF = "本数"
EACH_ROW = "各行"
OF_PARTS = frozenset({"其中", "构成", "占比构成"})
"""Phrases that say all parts of a figure."""
TABLES = ("表", "附件")

_Uses = dict[str, list[tuple[Mention, str]]]


class Uses:
    """Where the papers speak what: by figure and name, and by what an X there lacks."""

    def __init__(self, facts: Facts, papers: Sequence[Draft]) -> None:
        self.facts = facts
        self.several = len(papers) > 1
        self.spoken: _Uses = {}
        self.lacking: _Uses = {}
        for paper in papers:
            for mention in mentions(paper.document):
                self._note(mention, paper.ledger[mention.expression].lacks)

    def of(self, *names: str) -> str:
        """Return where `names` are spoken: 开头第2段（本数、同比）；一、第1段（占比）.

        Several names are a column of a table and its cells. Of several papers each is named.
        """
        return self._said(found for name in names for found in self.spoken.get(name, ()))

    def of_lack(self, name: str, what: str) -> str:
        """Return where an X or ×× stands for want of `what` (值, 上年同期, 名称) of `name`."""
        keys = (f"{name}的{what}",) if name in self.facts.figures and what != "值" else (name,)
        return self._said(found for key in keys for found in self.lacking.get(key, ()))

    def _note(self, mention: Mention, lacks: tuple[str, ...]) -> None:
        name, phrase, arguments = parse(mention.expression, self.facts.figures, self.facts.names)
        for one in dict.fromkeys((name, *arguments, *self._parts(name, phrase, arguments))):
            label = self._label(name, phrase, one, mention.place)
            self.spoken.setdefault(one, []).append((mention, label))
        for lack in lacks:
            label = self._label(name, phrase, whose(lack, self.facts)[0], mention.place)
            self.lacking.setdefault(lack, []).append((mention, label))

    def _parts(self, name: str, phrase: str, arguments: tuple[str, ...]) -> tuple[str, ...]:
        """Return the 分项 that a phrase names one by one: 其中, 构成."""
        figure = self.facts.figures.get(name)
        return figure.parts if figure and phrase in OF_PARTS and not arguments else ()

    def _label(self, name: str, phrase: str, asked: str, place: str) -> str:
        """Return how `asked` is spoken: 本数, 同比, 重复信访的占比; of a name nothing."""
        figure = self.facts.figures.get(name)
        if figure is None:
            return ""
        if figure.row and not phrase and place.startswith(TABLES):
            return EACH_ROW
        owner = figure.row or ("" if name == asked else name)
        said = phrase or ITSELF
        return f"{owner}的{said}" if owner else said

    def _said(self, found: Iterable[tuple[Mention, str]]) -> str:
        papers: dict[str, dict[str, dict[str, None]]] = {}
        for mention, label in found:
            places = papers.setdefault(mention.paper, {})
            places.setdefault(mention.place, {})[label] = None
        if not papers:
            return UNUSED
        return "；".join(self._of_paper(name, places) for name, places in papers.items())

    def _of_paper(self, paper: str, places: dict[str, dict[str, None]]) -> str:
        listed = [
            place + (f"（{'、'.join(labels)}）" if any(labels) else "")
            for place, labels in places.items()
        ]
        return (f"{paper}：" if self.several else "") + "；".join(listed)
