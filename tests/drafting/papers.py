"""Drafts for tests: a facts file as text in, the draft or its paragraphs out."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from speechgen import resources
from speechgen.document import Block, Role
from speechgen.drafting.draft import Draft, draft
from speechgen.facts import library
from speechgen.facts.library import Library
from speechgen.facts.read import read, read_text

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "sample_inputs").glob("*.yaml"))
EXEMPLARS = sorted((ROOT / "tests" / "exemplars").glob("*.yaml"))

MEETING = """\
文种: 工作会议讲话
主题: 防汛工作
范围: 全县
会议: {名称: 全县防汛工作会议, 日期: 2025-05-20}
"""


def hoard() -> Library:
    """Return the stock templates."""
    return library.load(resources.templates())


def drafted(text: str, kind: str = "") -> Draft:
    """Return the draft of a facts file given as text."""
    facts = read_text(text, "素材.yaml")
    name = kind or facts.kinds[0]
    return draft(facts, name, resources.templates())


def drafted_from(path: Path) -> Draft:
    """Return the draft of a facts file with what it reads beside it, anew each time."""
    facts = read(path)
    return draft(facts, facts.kinds[0], resources.templates())


@cache
def drafted_file(path: Path) -> Draft:
    """Return the draft of a facts file, drafted once for all tests."""
    return drafted(path.read_text("utf-8"))


def paragraphs(paper: Draft) -> list[str]:
    """Return the paragraphs of a draft as plain text."""
    return [block.text for block in paper.document.blocks]


def roles(paper: Draft, role: Role) -> list[str]:
    """Return the paragraphs of a role."""
    blocks = paper.document.blocks
    return [b.text for b in blocks if isinstance(b, Block) and b.role is role]


def by_key(paper: Draft) -> dict[str, str]:
    """Return the paragraphs of a draft by their block key."""
    return {block.key: block.text for block in paper.document.blocks if isinstance(block, Block)}


def speech(body: str) -> list[str]:
    """Return the paragraphs of a speech whose facts are `MEETING` and `body`."""
    return paragraphs(drafted(MEETING + body))


def line_with(body: str, words: str) -> str:
    """Return the paragraph of that speech that holds `words`."""
    found = [text for text in speech(body) if words in text]
    assert len(found) == 1, (words, speech(body))
    return found[0]
