"""docs/figures.md: every example prints what it says, and every phrase has one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from speechgen.facts.book import ExpressionError
from speechgen.facts.phrases import FAMILIES, every_word
from tests.facts.making import sentence, sheet

DOC = Path(__file__).parents[2] / "docs" / "figures.md"
ROW = re.compile(r"\| (?P<case>[^|]+) \| `(?P<typed>[^|]*【[^|]*)` \| (?P<printed>[^|]+) \|")
COMPARING = ("同比", "环比", "同比增减", "环比增减", "由到")
"""Phrases of which the docs show every way a figure can go."""


class Example(NamedTuple):
    """One row of a table, and the figures above it."""

    figures: str
    case: str
    typed: str
    printed: str


def examples() -> Iterator[Example]:
    """Yield the rows of all tables, each with the figures of the last fence above it."""
    text = DOC.read_text(encoding="utf-8")
    figures = ""
    for found in re.finditer(rf"```yaml\n(?P<yaml>.*?)```|{ROW.pattern}", text, re.DOTALL):
        if found["yaml"]:
            figures = found["yaml"]
        else:
            yield Example(figures, found["case"], found["typed"], found["printed"])


EXAMPLES = list(examples())


@pytest.mark.parametrize("example", EXAMPLES, ids=[e.typed for e in EXAMPLES])
def test_an_example_prints_what_the_docs_say(example: Example) -> None:
    book = sheet(example.figures)
    assert not book.problems

    try:
        said = sentence(example.typed, book)
    except ExpressionError as error:
        said = f"报错：{error.message}"

    assert said == example.printed


def test_the_tables_are_read() -> None:
    rows = [line for line in DOC.read_text(encoding="utf-8").splitlines() if "`【" in line]

    assert len(EXAMPLES) >= len(rows) - 3
    assert len(EXAMPLES) > 120


@pytest.mark.parametrize("word", every_word())
def test_a_phrase_has_an_example(word: str) -> None:
    typed = " ".join(example.typed for example in EXAMPLES)

    assert re.search(rf"[.。的]{word}[】(（]", typed)


@pytest.mark.parametrize("phrase", [word for words in FAMILIES.values() for word in words])
def test_the_docs_show_a_phrase_with_an_x(phrase: str) -> None:
    printed = [e.printed for e in EXAMPLES if f".{phrase}" in e.typed]

    never = {"时段", "已过时段", "余下时段"}
    stated = {"上期", "全年目标", "全年控制数", "位次由到"}
    assert phrase in never | stated or any("X" in text for text in printed)


@pytest.mark.parametrize("phrase", COMPARING)
def test_the_docs_show_a_comparing_phrase_in_every_case(phrase: str) -> None:
    cases = {e.case for e in EXAMPLES if f".{phrase}】" in e.typed}

    for case in ("上去", "下来", "没有变", "缺数"):
        assert case in cases, (phrase, case)
