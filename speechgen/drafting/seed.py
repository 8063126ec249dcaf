"""What decides the wording of a paper, and what identifies it."""

from __future__ import annotations

from speechgen.drafting import choice
from speechgen.facts.item import Item


def seed_of(root: Item) -> str:
    """Return what decides the wording: 种子, else the meeting's name, else the title."""
    return root.text("种子") or _meeting(root) or root.text("标题") or root.text("主题")


def ident_of(root: Item, kind: str, seed: str) -> str:
    """Return the document id: of kind, meeting (or title) and seed, never of a value."""
    return choice.digest(kind, _meeting(root) or root.text("标题"), seed)


def _meeting(root: Item) -> str:
    meeting = root.get("会议")
    return meeting.text("名称") if isinstance(meeting, Item) else ""
