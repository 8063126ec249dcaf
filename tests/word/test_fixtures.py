"""Drafts made by earlier versions are read by this one (tests/fixtures/README.md)."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from speechgen.document import Block, Table
from speechgen.manifest import read_sidecar
from speechgen.manifest.records import TABLE
from speechgen.word.reader import read

FIXTURES = Path(__file__).parent.parent / "fixtures"
EVERY_DRAFT = pytest.mark.parametrize(
    "draft", sorted(FIXTURES.rglob("*.docx")), ids=lambda path: f"{path.parent.name}/{path.stem}"
)


@EVERY_DRAFT
def test_a_draft_of_then_is_the_document_its_manifest_describes(draft: Path) -> None:
    document, manifest = read(draft.read_bytes(), draft.name)

    assert [(_role(block), block.text) for block in document.blocks] == [
        (passage.role, passage.text) for passage in manifest.passages
    ]
    assert [block.key for block in document.blocks] == [each.key for each in manifest.passages]
    assert document.ident == manifest.ident != ""


@EVERY_DRAFT
def test_every_figure_of_then_is_found(draft: Path) -> None:
    document, manifest = read(draft.read_bytes(), draft.name)

    found = [
        (run.expression, run.text, run.context, run.status)
        for block in document.blocks
        if isinstance(block, Block)
        for run in block.runs
        if run.expression
    ]
    assert found == [
        (each.expression, each.printed, each.context, each.status)
        for each in manifest.occurrences
        if manifest.passages[each.block].role != TABLE
    ]
    assert found


@EVERY_DRAFT
def test_the_sidecar_of_then_belongs_to_the_draft(draft: Path) -> None:
    beside = draft.with_name(f"{draft.name}.sg.json")

    manifest, digest = read_sidecar(beside.read_bytes(), beside.name)

    assert digest == sha256(draft.read_bytes()).hexdigest()
    assert manifest == read(draft.read_bytes(), draft.name)[1]


def _role(block: Block | Table) -> str:
    return TABLE if isinstance(block, Table) else block.role.value
