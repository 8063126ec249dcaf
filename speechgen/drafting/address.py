"""The address: guests welcomed, what the place has to offer, what we will do together, wishes.

Warm prose without an ordinal.
"""

from __future__ import annotations

from speechgen.drafting.desk import Desk
from speechgen.drafting.meeting import PACKED, listed, meeting_name, people, place_of, run_on
from speechgen.drafting.results import results
from speechgen.drafting.sentence import bare, packed, spoken_line, without_modal
from speechgen.drafting.shapes import read_line
from speechgen.drafting.tasks import measures, whole
from speechgen.facts.item import Item

FEW = 5
"""Tasks that have a paragraph each; more of them share sentences."""

_WISHES = ("预祝", "祝愿", "祝", "愿")
_CLAUSES = frozenset({"动", "把", "对"})


def welcome(desk: Desk) -> str:
    """Return why all are here, and the welcome, in the name of whom the speaker stands for."""
    speaker = desk.facts.root.get("讲话人")
    whom = bare(speaker.text("代表")) if isinstance(speaker, Item) else ""
    meeting = desk.frame("致辞相聚", 会议=meeting_name(desk), 地点=place_of(desk))
    guests = people(desk, "来宾") or "各位来宾、各位朋友"
    greeting = desk.frame("致辞欢迎", 代表=whom, 来宾=guests)
    return meeting + greeting


def offers(desk: Desk) -> str:
    """Return 背景 and 成绩 as prose; empty where the facts have neither."""
    background = "".join(spoken_line(desk, line) for line in desk.facts.root.lines("背景"))
    entries = listed(desk, "成绩")
    achieved = results(desk, entries) if entries else ""
    effects = "".join(spoken_line(desk, line) for line in desk.facts.root.lines("成效"))
    said = background + achieved + effects
    return desk.frame("致辞介绍") + said if said else ""


def together(desk: Desk) -> str:
    """Return the sentence before what we will do; empty where nothing is planned."""
    planned = listed(desk, "任务") or desk.facts.root.lines("下步")
    return desk.stock("致辞合作") if planned else ""


def intentions(desk: Desk) -> tuple[Item, ...]:
    """Return the tasks that have a paragraph each: a few; more are said by `many`."""
    entries = listed(desk, "任务")
    return entries if len(entries) <= FEW else ()


def intended(desk: Desk, entry: Item) -> str:
    """Return 我们将……，让……。 and what is done for it."""
    said = _will(desk, entry)
    parts = entry.items("具体任务")
    said += run_on(desk, (whole if parts else measures)(desk, entry))
    return said + "".join(
        _will(desk, part) + run_on(desk, measures(desk, part, entry)) for part in parts
    )


def many(desk: Desk) -> str:
    """Return many tasks by their heads alone, and 下步."""
    entries = listed(desk, "任务")
    heads = [without_modal(e.text("要点")) for e in entries] if len(entries) > FEW else []
    lines = [without_modal(line) for line in desk.facts.root.lines("下步")]
    said = [bare(s) for s in packed(desk, [*heads, *lines], "，", PACKED).split("。") if s]
    return "".join(desk.frame("致辞我们", "", each, 做=each) for each in said)


def _will(desk: Desk, entry: Item) -> str:
    text = without_modal(entry.text("要点"))
    purpose = bare(entry.text("用意"))
    clause = "，".join(part for part in (text, purpose) if part)
    if read_line(text, desk.words).shape in _CLAUSES:
        return desk.frame("致辞我们", "", entry, 做=clause)
    return desk.frame("致辞做到", "", entry, 做=clause)


def wishes(desk: Desk) -> str:
    """Return 祝……，祝……！ of the facts' own, after the stock."""
    lines = [_bare_wish(line) for line in desk.facts.root.lines("祝愿")]
    said = desk.stock("致辞结尾")
    return said + (desk.frame("致辞祝愿", 列="，祝".join(lines)) if lines else "")


def _bare_wish(line: str) -> str:
    text = bare(line).rstrip("！")
    return next((text.removeprefix(word) for word in _WISHES if text.startswith(word)), text)


FUNCTIONS = {
    "致辞欢迎": welcome,
    "致辞介绍": offers,
    "致辞合作": together,
    "致辞打算": intentions,
    "致辞一项": intended,
    "致辞多项": many,
    "致辞祝愿": wishes,
}
