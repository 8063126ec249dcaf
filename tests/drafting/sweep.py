"""The sweep: every kind of paper, of every topic, in three lengths, with twenty seeds each.

`make test` takes a seeded tenth; `SPEECHGEN_SWEEP=all` (.ci/run) takes all. Run as a program it
prints what it finds, and how much two drafts of a kind share:

    python -m tests.drafting.sweep [kind …]
"""

from __future__ import annotations

import os
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from speechgen import resources
from speechgen.document import Block, Document
from speechgen.drafting.draft import draft
from speechgen.facts.item import END, MARK, Item, Value
from speechgen.facts.read import Facts, read_text
from tests.drafting.by_kind import faults_of_kind
from tests.drafting.faults import faults
from tests.drafting.papers import ROOT, hoard

TOPICS = {path.stem: path for path in sorted((ROOT / "tests/drafting/topics").glob("*.yaml"))}
LENGTHS = ("短", "中", "长")
SEEDS = 20
RUN = 13
"""Characters in a row that two drafts have in common count as shared."""


class Case(NamedTuple):
    """One paper of the sweep."""

    kind: str
    topic: str
    length: str
    seed: int

    def __str__(self) -> str:
        return f"{self.kind} {self.topic} {self.length} {self.seed}"


def kinds() -> list[str]:
    """Return every kind there is."""
    return list(hoard().kinds)


def cases() -> Iterator[Case]:
    """Yield every case, or a tenth of them that is always the same."""
    everything = os.environ.get("SPEECHGEN_SWEEP") == "all"
    for kind in kinds():
        for topic in TOPICS:
            for length in LENGTHS:
                for seed in range(SEEDS):
                    case = Case(kind, topic, length, seed)
                    if everything or sha256(str(case).encode()).digest()[0] % 10 == 0:
                        yield case


def paper_of(case: Case) -> Document:
    """Return the paper of a case."""
    return draft(facts_of(case), case.kind, resources.templates()).document


def facts_of(case: Case) -> Facts:
    """Return the facts of a case."""
    head = f"文种: {case.kind}\n篇幅: {case.length}\n种子: s{case.seed}\n"
    return read_text(head + text_of(TOPICS[case.topic]), f"{case.topic}.yaml")


@cache
def text_of(path: Path) -> str:
    """Return a facts file of the sweep."""
    return path.read_text(encoding="utf-8")


def all_faults(case: Case) -> list[str]:
    """Return what is wrong with the paper of a case."""
    document = paper_of(case)
    typed = text_of(TOPICS[case.topic])
    found = [*faults(document), *faults_of_kind(document)]
    return [fault for fault in found if not _is_the_offices(fault, typed)]


def _is_the_offices(fault: str, typed: str) -> bool:
    """Return whether heads that open alike are the office's own: a frame it has chosen."""
    head = fault.rpartition(" ")[2]
    return fault.startswith("two neighbouring heads") and typed.count(head) > 1


def shared(one: Document, other: Document, words: frozenset[str]) -> float:
    """Return which part of our own characters of `one` stands in runs shared with `other`.

    Facts' own words (`words`: their 6-grams) are left out of the count.
    """
    theirs = grams(text(other), RUN)
    mine = text(one)
    inside = [False] * len(mine)
    for start in range(len(mine) - RUN + 1):
        if mine[start : start + RUN] in theirs:
            inside[start : start + RUN] = [True] * RUN
    facts = [False] * len(mine)
    for start in range(len(mine) - 5):
        if mine[start : start + 6] in words:
            facts[start : start + 6] = [True] * 6
    own = [both for both, fact in zip(inside, facts, strict=True) if not fact]
    return sum(own) / len(own) if own else 0.0


def text(document: Document) -> str:
    """Return the paragraphs of a paper, one after the other."""
    return "\n".join(block.text for block in document.blocks if isinstance(block, Block))


def grams(said: str, size: int) -> frozenset[str]:
    """Return every run of so many characters."""
    return frozenset(said[n : n + size] for n in range(len(said) - size + 1))


def words_of(facts: Facts) -> frozenset[str]:
    """Return the 6-grams of what a facts file says itself."""
    return frozenset().union(*(grams(line, 6) for line in lines_of(facts.root)))


def lines_of(value: Value) -> Iterator[str]:
    """Yield every text of the facts, cut where a figure stands."""
    if isinstance(value, Item):
        for entry in value.values.values():
            yield from lines_of(entry)
    elif isinstance(value, tuple):
        for entry in value:
            yield from lines_of(entry)
    elif isinstance(value, str):
        yield from value.replace(END, MARK).split(MARK)[::2]


def shares(kind: str, seeds: int = 3) -> list[float]:
    """Return how much the drafts of a kind share, topic by topic and seed by seed."""
    found = []
    topics = list(TOPICS)
    for number, topic in enumerate(topics):
        for step in (1, 3):
            for seed in range(seeds):
                other = topics[(number + step) % len(topics)]
                one, two = Case(kind, topic, "中", seed), Case(kind, other, "中", seed + step)
                words = words_of(facts_of(one)) | words_of(facts_of(two))
                found.append(shared(paper_of(one), paper_of(two), words))
    return found


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{line}\n")


def main() -> None:
    """Print every fault once, with how often it came, and the shares by kind."""
    wanted = sys.argv[1:] or kinds()
    found: dict[str, list[Case]] = defaultdict(list)
    total = 0
    for case in cases():
        if case.kind in wanted:
            total += 1
            for fault in all_faults(case):
                found[f"{case.kind}: {fault}"].append(case)
    for fault, where in sorted(found.items(), key=lambda pair: -len(pair[1])):
        say(f"{len(where):4} {fault}   [{where[0]}]")
    say(f"{total} papers, {len(found)} different faults")
    for kind in wanted:
        rates = shares(kind)
        say(f"{kind}: shared mean {sum(rates) / len(rates):.0%}, most {max(rates):.0%}")


if __name__ == "__main__":
    main()
