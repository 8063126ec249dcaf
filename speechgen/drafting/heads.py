"""Level 1 heads: one whole set a paper, so that its heads share one frame (exemplars.md §4.1)."""

from __future__ import annotations

from collections.abc import Mapping

from speechgen.drafting import choice
from speechgen.drafting.desk import Desk
from speechgen.drafting.frames import fill

SUBJECT_LENGTH = 6  # characters; a longer topic does not go into a head


def head_set(desk: Desk) -> dict[str, str]:
    """Return the heads of this paper: 形势, 任务, 要求, of one set.

    The topic's own sets go before the neutral ones; a set that claims what the facts do not
    hold (`须有: 成绩 问题`) is out.
    """
    subject = desk.subject if len(desk.subject) <= SUBJECT_LENGTH else ""
    for topic in desk.topics:
        fitting = [heads for heads in topic.heads if _fits(desk, heads, subject)]
        for heads in choice.order(fitting, desk.seed, desk.kind.name, "标题组"):
            return {key: fill(text, {"主题": subject}) for key, text in heads.items()}
    return {}


def _fits(desk: Desk, heads: Mapping[str, str], subject: str) -> bool:
    if any(key not in desk.facts.root for key in heads.get("须有", "").split()):
        return False
    return bool(subject) or not any("{主题}" in text for text in heads.values())


FUNCTIONS = {"标题组": head_set}
