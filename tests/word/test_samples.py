"""What holds for every sample, and for any text at all: read back, it is the same Document."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speechgen import operations, resources
from speechgen.document import Block, Document, Role, Run
from speechgen.manifest import manifest_of
from speechgen.style import Layout
from speechgen.word.reader import read
from speechgen.word.writer import write
from tests.word import papers

SHIPPED = sorted(resources.samples().glob("*.yaml"))


@pytest.mark.parametrize("facts", SHIPPED, ids=[path.stem for path in SHIPPED])
def test_a_sample_read_back_is_the_same_document(facts: Path) -> None:
    for paper in operations.check(facts).papers:
        document, ledger = paper.draft.document, paper.draft.ledger

        data = write(document, ledger, Layout())

        assert read(data, "稿.docx") == (document, manifest_of(document, ledger))
        assert write(document, ledger, Layout()) == data


TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1
).filter(lambda text: not any("\ufdd0" <= character <= "\ufdef" for character in text))
PLAIN = st.builds(
    Run,
    TEXT,
    lead=st.booleans(),
    expression=st.just(""),
    status=st.just("known"),
    context=st.just(""),
)
FIGURE = st.builds(
    Run,
    TEXT,
    expression=TEXT,
    status=st.sampled_from(["known", "missing", "nameless", "disputed"]),
    lead=st.booleans(),
    context=TEXT,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(PLAIN, FIGURE), min_size=1, max_size=4), st.sampled_from(list(Role)))
def test_any_text_read_back_is_the_same_text(pairs: list[tuple[Run, Run]], role: Role) -> None:
    runs = tuple([run for pair in pairs for run in pair])
    title = "".join([run.text for run in runs])
    document = Document("讲话", title, (Block("k", role, runs),), ident="3fa9c01e")

    got, _ = read(write(document, papers.ledger(document.blocks), Layout()), "稿.docx")

    assert got == document
