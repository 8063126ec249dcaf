"""Our side of the comparison: from a facts file's text to the bytes of a .docx, in memory."""

from __future__ import annotations

from speechgen.drafting import draft as drafting
from speechgen.facts import read as reader
from speechgen.facts.read import Facts
from speechgen.style import Layout
from speechgen.word import writer


def read(text: str) -> Facts:
    """Return the facts in `text`."""
    return reader.read_text(text, "素材.yaml")


def paper(facts: Facts) -> bytes:
    """Return the .docx of `facts` in their first kind."""
    draft = drafting.draft(facts, facts.kinds[0])
    return writer.write(draft.document, draft.ledger, Layout())
