"""docs/figures.md: every example prints what it says, and every phrase has one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from speechgen.facts.book import ExpressionError
from speechgen.facts.phrases import FAMILIES, every_word
from tests.facts.making import Sheet, sentence, sheet

DOC = Path(__file__).parents[2] / "docs" / "figures.md"
ROW = re.compile(r"\| (?P<case>[^|]+) \| `(?P<typed>[^|]*【[^|]*)` \| (?P<printed>[^|]+) \|")
COMPARING = ("同比", "环比", "同比增减", "环比增减", "由到", "比去年任务")
"""Phrases of which the docs show every way a figure can go."""

EDGES = ("0→n", "n→0", "0→0", "负→正", "正→负", "相等", "缺这边", "缺那边")
EDGED = (
    *(
        word
        for family in ("comparing", "difference", "course", "together", "multiple", "annual")
        for word in FAMILIES[family]
    ),
    "新增",
)
"""Phrases that compare two values: each has a row for each of `EDGES` in the table of them."""

BY_SENSE = ("同比", "环比", "增幅", "走势")
"""Phrases whose words at zero are another for each 向好."""


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

    never = {"时段", "截至", "已过时段", "余下时段"}
    stated = {"上期", "全年目标", "全年控制数", "位次由到"}
    assert phrase in never | stated or any("X" in text for text in printed)


@pytest.mark.parametrize("phrase", COMPARING)
def test_the_docs_show_a_comparing_phrase_in_every_case(phrase: str) -> None:
    cases = {e.case for e in EXAMPLES if f".{phrase}】" in e.typed}

    for case in ("上去", "下来", "没有变", "缺数"):
        assert case in cases, (phrase, case)


@pytest.mark.parametrize("edge", EDGES)
@pytest.mark.parametrize("phrase", EDGED)
def test_the_table_of_edges_has_every_case(phrase: str, edge: str) -> None:
    rows = [e for e in EXAMPLES if e.case == f"{phrase}，{edge}"]

    assert len(rows) == 1
    book = sheet(rows[0].figures)
    inners = re.findall(r"【([^】]+)】", rows[0].typed)
    assert {_edge(inner, phrase, book) for inner in inners} == {edge}
    if phrase in BY_SENSE and "0" in edge:
        senses = [book.figures[inner.partition(".")[0]].better for inner in inners]
        assert senses == ["上升", "下降", ""]


def _edge(inner: str, phrase: str, book: Sheet) -> str:
    """Return which of `EDGES` an expression stands for, by the values it compares."""
    name, _, rest = inner.partition(f".{phrase}")
    figure = book.figures[name]
    baseline = figure.last_period if phrase.startswith("环比") else figure.last_year
    if phrase in {"相比", *FAMILIES["multiple"], *FAMILIES["annual"]}:
        baseline = book.figures[rest.strip("()")].amount
    now, then = figure.value, None if baseline is None else baseline.value
    if now is None or then is None:
        return "缺这边" if then is not None else "缺那边"
    if now == then:
        return "相等" if now else "0→0"
    if now < 0 or then < 0:
        return "负→正" if then < 0 < now else "正→负"
    return "0→n" if not then else "n→0" if not now else ""
