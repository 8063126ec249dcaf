"""What decides the wording of a paper, and what identifies it."""

from __future__ import annotations

from speechgen.drafting import choice
from speechgen.facts.item import Item


def seed_of(root: Item) -> str:
    """Return what decides the wording: 种子, else the meeting's name, else the title."""
    return root.text("种子") or meeting_of(root) or root.text("标题") or root.text("主题")


def ident_of(root: Item, kind: str, seed: str) -> str:
    """Return the document id: of kind, meeting (or title) and seed, never of a value."""
    return choice.digest(kind, meeting_of(root) or root.text("标题"), seed)


def meeting_of(root: Item) -> str:
    """Return the name of the meeting; empty where the facts name none."""
    meeting = root.get("会议")
    return meeting.text("名称") if isinstance(meeting, Item) else ""
