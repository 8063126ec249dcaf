"""What differs between the drafts of two versions of the facts: prints and paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from speechgen.document import Block, Document, Run, Table, ordinals
from speechgen.drafting.draft import Draft
from speechgen.drafting.telling.whereabouts import places
from speechgen.drafting.two_drafts.spots import marked, shown
from speechgen.facts.book import ExpressionError
from speechgen.facts.facts import Facts
from speechgen.facts.lists.differences import turned
from speechgen.facts.speak import speak
from speechgen.facts.tables.specs import naming_head

CHANGED, ADDED, GONE = "改", "新增", "删去"
UNSAYABLE = "说不出了："
_ALIKE = 0.5
"""From here on a point that went and one that came are one point, put otherwise."""


_LOOKED_AT = 300
"""Characters of a paragraph that are looked at for whether it is one put otherwise."""

_NEAR = 6
"""Entries of a list that are looked at for one that is put otherwise: the next so many."""


class Print(NamedTuple):
    """A phrase that the papers speak and that prints otherwise now."""

    expression: str
    was: str
    now: str
    turned: bool
    """It says the opposite: 上升 where it said 下降."""


class Passage(NamedTuple):
    """A paragraph or a row of a table that is not the same in both drafts."""

    paper: str
    place: str
    """In the new draft; of one that is gone, in the old."""

    sort: str
    """改, 新增, 删去."""

    was: str
    now: str
    """What is missing or in dispute stands in 【】, as in a .txt draft."""

    shown: str
    """The changed spots with a little around them: …总量〔135→140〕件…; of others the text."""


class _Standing(NamedTuple):
    """A block in its place."""

    block: Block | Table
    place: str
    ordinal: str


def prints(old: Facts, new: Facts, papers: Sequence[tuple[Draft, Draft]]) -> tuple[Print, ...]:
    """Return the phrases of either draft whose print differs, in order of first mention."""
    found: dict[str, Print] = {}
    for before, after in papers:
        for expression in {**after.ledger, **before.ledger}:
            was = _said(expression, before, old)
            now = _said(expression, after, new)
            if was and now and was != now and _is_phrase(expression, new):
                one = Print(expression, was, now, turned(was, now))
                found.setdefault(expression, one)
    return tuple(found.values())


def _is_phrase(expression: str, facts: Facts) -> bool:
    return expression not in facts.figures and expression not in facts.names


def _said(expression: str, paper: Draft, facts: Facts) -> str:
    """Return what `expression` prints in `paper`; empty where the facts have no such figure."""
    entry = paper.ledger.get(expression)
    if entry is not None:
        return entry.printed + entry.unit
    try:
        spoken = speak(expression, facts, paper.context)
    except ExpressionError as error:
        return "" if error.code.startswith("unknown-") else UNSAYABLE + error.message
    return spoken.text + spoken.unit


def passages(before: Document, after: Document) -> tuple[Passage, ...]:
    """Return what differs between two drafts of one kind, in the order of the new one.

    Paragraphs are matched by their block key; of the rest, those of one list that read alike.
    What is gone comes last.
    """
    old, new = _standing(before), _standing(after)
    ties = _ties(old, new)
    found: list[Passage] = []
    for key, stands in new.items():
        was = old.get(ties.get(key, ""))
        found += _added(after.kind, stands) if was is None else _changed(after.kind, was, stands)
    for key, stands in old.items():
        if key not in ties.values():
            text = _whole(stands)
            found.append(Passage(after.kind, stands.place, GONE, text, "", text))
    return tuple(found)


def _standing(document: Document) -> dict[str, _Standing]:
    blocks = document.blocks
    tagged = zip(blocks, places(blocks), ordinals(blocks), strict=True)
    return {block.key: _Standing(block, place, ordinal) for block, place, ordinal in tagged}


def _ties(old: Mapping[str, _Standing], new: Mapping[str, _Standing]) -> dict[str, str]:
    """Return the key in the old draft of every block of the new one that was there before."""
    ties = {key: key for key in new if key in old and _same_sort(old[key], new[key])}
    left: dict[str, list[str]] = {}
    for key in old:
        if key not in ties:
            left.setdefault(_list_of(key), []).append(key)
    for key in new:
        near = left.get(_list_of(key), [])
        if key not in ties and near:
            likeness, tied = max((_likeness(old[one], new[key]), one) for one in near[:_NEAR])
            if likeness >= _ALIKE:
                ties[key] = tied
                near.remove(tied)
    return ties


def _list_of(key: str) -> str:
    """Return what the entries of one list share: all of the key but the digest at its end."""
    return key.rpartition("/")[0]


def _likeness(one: _Standing, other: _Standing) -> float:
    """Return how alike two blocks read, from 0 to 1."""
    if not _same_sort(one, other):
        return 0
    texts = one.block.text[:_LOOKED_AT], other.block.text[:_LOOKED_AT]
    return SequenceMatcher(None, *texts, autojunk=False).ratio()


def _same_sort(one: _Standing, other: _Standing) -> bool:
    return type(one.block) is type(other.block)


def _added(paper: str, stands: _Standing) -> list[Passage]:
    text = _whole(stands)
    return [Passage(paper, stands.place, ADDED, "", text, text)]


def _changed(paper: str, was: _Standing, now: _Standing) -> list[Passage]:
    if isinstance(was.block, Table) and isinstance(now.block, Table):
        return list(_rows(paper, was.block, now.block, now.place))
    before, after = _runs(was), _runs(now)
    texts = _text(before), _text(after)
    if texts[0] == texts[1]:
        return []
    return [Passage(paper, now.place, CHANGED, *texts, marked(before, after))]


def _rows(paper: str, was: Table, now: Table, place: str) -> Iterator[Passage]:
    """Yield the rows that differ, matched by their name; the header is a row too."""
    old, new = _by_name(was), _by_name(now)
    for head in dict.fromkeys((*new, *old)):
        before, after = old.get(head, ()), new.get(head, ())
        texts = _text(before), _text(after)
        where = f"{place}“{head}”行" if head else f"{place}表头"
        if not before or not after:
            text = texts[0] or texts[1]
            yield Passage(paper, where, ADDED if after else GONE, *texts, text)
        elif texts[0] != texts[1]:
            yield Passage(paper, where, CHANGED, *texts, marked(before, after))


def _by_name(table: Table) -> dict[str, tuple[Run, ...]]:
    """Return the runs of each row by its name, 合计 too; the header under nothing."""
    at = naming_head(table.columns)
    rows = {"": _parted([[Run(name)] for name in table.columns])}
    for row in table.rows:
        rows[_text(row[at])] = _parted(row)
    return rows


def _parted(cells: Sequence[Sequence[Run]]) -> tuple[Run, ...]:
    """Return the runs of a row, its cells parted by ，; an empty one is passed over."""
    runs = [run for cell in cells if cell for run in (Run("，"), *cell)]
    return tuple(runs[1:])


def _whole(stands: _Standing) -> str:
    return _text(_runs(stands)) if isinstance(stands.block, Block) else stands.block.text


def _runs(stands: _Standing) -> tuple[Run, ...]:
    runs = stands.block.runs if isinstance(stands.block, Block) else ()
    return (Run(stands.ordinal), *runs)


def _text(runs: Sequence[Run]) -> str:
    return "".join(map(shown, runs))
