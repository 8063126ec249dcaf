"""Level 1 heads: one whole set a paper, so that its heads share one frame (exemplars.md §4.1)."""

from __future__ import annotations

from collections.abc import Mapping

from speechgen.drafting import choice
from speechgen.drafting.desk import Desk
from speechgen.drafting.lines.frames import fill

STANDARD = frozenset({"形势", "任务", "要求"})
_ABOUT = frozenset({"文种", "须有"})
"""What a set says of itself."""

SUBJECT_LENGTH = 6  # characters; a longer topic does not go into a head


def head_set(desk: Desk) -> dict[str, str]:
    """Return the heads of this paper: 形势, 任务, 要求, of one set.

    Sets made for this kind (`文种`) go before the others, the topic's own before the neutral
    ones; a set that claims what the facts do not hold (`须有: 成绩 问题`) is out, and so is one
    with a word the office does not use, while there is another.
    """
    subject = desk.subject if len(desk.subject) <= SUBJECT_LENGTH else ""
    for own in (True, False):
        for topic in desk.topics:
            sets = [heads for heads in topic.heads if _kinds(heads, own=own, name=desk.kind.name)]
            fitting = [heads for heads in sets if _fits(desk, heads, subject)]
            ordered = choice.order(fitting, desk.seed, desk.kind.name, "标题组")
            said = [_ours(desk, heads) for heads in ordered]
            for heads in (*[one for one in said if all(one.values())], *ordered):
                return {key: fill(text, {"主题": subject}) for key, text in heads.items()}
    return {}


def _ours(desk: Desk, heads: Mapping[str, str]) -> Mapping[str, str]:
    """Return a set as the office says it; a head with a word it does not use is empty."""
    if not desk.house.unwanted:
        return heads
    return {key: text if key in _ABOUT else desk.ours(text) for key, text in heads.items()}


def _kinds(heads: Mapping[str, str], *, own: bool, name: str) -> bool:
    """Return whether a set is for the kind `name` (own), or for every kind."""
    kinds = heads.get("文种", "").split()
    return name in kinds if own else not kinds and heads.keys() >= STANDARD


def _fits(desk: Desk, heads: Mapping[str, str], subject: str) -> bool:
    if any(not _there(key, desk) for key in heads.get("须有", "").split()):
        return False
    return bool(subject) or not any("{主题}" in text for text in heads.values())


def _there(key: str, desk: Desk) -> bool:
    return (key[1:] not in desk.facts.root) if key[0] == "!" else key in desk.facts.root


FUNCTIONS = {"标题组": head_set}
