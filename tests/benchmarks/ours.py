"""Our side of the comparison: from a facts file's text to the bytes of a .docx, in memory."""

from __future__ import annotations

from speechgen import resources
from speechgen.drafting.draft import draft
from speechgen.facts.facts import Facts
from speechgen.facts.read import read_text
from speechgen.style import Layout
from speechgen.word.writer import write


def read(text: str) -> Facts:
    """Return the facts in `text`."""
    return read_text(text, "素材.yaml")


def paper(facts: Facts) -> bytes:
    """Return the .docx of `facts` in their first kind, as operations.render makes it."""
    done = draft(facts, facts.kinds[0], resources.templates())
    return write(done.document, done.ledger, Layout())


def paper_of_text(text: str) -> bytes:
    """Return the .docx of the facts in `text`."""
    return paper(read(text))
