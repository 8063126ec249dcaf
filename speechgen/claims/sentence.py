"""A sentence with figures in it, and how far one figure is still what the words speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from speechgen.claims.numbers import apart
from speechgen.claims.words import HEDGED, LEVELS, SLOT

BREAKS = "，；。：！？（）,;:!?()—\n"
"""What parts clauses; 、 does not."""

LONGEST = 2000
"""Characters of a sentence; nobody claims anything in a longer one."""

_NAMED_WITHIN = 40
"""Characters before a claim in which its figure is named."""

_NAME = "\ufdd5"
_REGION = "[全我本][国省市县区镇乡州旗局院校]"
_FILLER = re.compile(
    f"(?:{_REGION})?{_NAME}|截至目前|今年以来|到目前|总体上|(?:上年|去年)(?:同期|底|末)?|上季度"
    "|上月|上期|同期|年初|但是|而且|并且|已经|持续|继续|仍然|依然|首次|再次|呈现|出现|实现|保持"
    "|有所|达到|降至|降到|升至|升到|增至|共计|累计|总体|整体|同比|环比|相比|更是|甚至|一举|成功"
    "|大关|关口|稳定在|保持在|稳步|今年|目前|幅度|实际|实为|现有|现为|降为"
    "|[但而且并也又再还已均都仍呈有了达为是共更比较同与，、：:,（）()\\s—]"
)
_TAILS = ("总量", "总数", "数量", "件数", "人数", "金额")
"""What a figure may be called by the end of its name alone: 总量 of 信访总量."""

_TAIL = re.compile("|".join(_TAILS))
LISTED = re.compile(f"{SLOT}[、和及与同][^{re.escape(BREAKS)}{SLOT}]*{SLOT}[^{SLOT}]*$")
"""Ends a text in which the last two figures may be meant together: 甲【甲】、乙【乙】，."""

_TOGETHER = re.compile("共|累计|总")
_CLAUSE = re.compile(f"[^{re.escape(BREAKS)}]*")


class About(NamedTuple):
    """What is known of a figure; None where it is missing or not stated."""

    name: str
    unit: str
    value: Decimal | None
    last_year: Decimal | None = None
    last_period: Decimal | None = None
    target: Decimal | None = None
    ceiling: Decimal | None = None
    period: str = ""
    pace: str = ""
    """`above` where it is ahead of the months that have passed."""

    hedged: bool = False
    """It prints as 约数: 130余."""

    falls: bool = False
    """Its 向好 is 下降: a goal is reached from above."""

    is_rough: bool = False
    """A value before it is worked out of a stated percentage, and may be a little off."""

    has_levels: bool = False
    """Its 全年目标 differs by level (市定, 县定), and `target` is one of them."""

    @property
    def goal(self) -> Decimal | None:
        """What 全年目标 means of it; None where it may mean one of several."""
        return None if self.has_levels else self.target

    def number(self, value: Decimal, beside: Decimal | None = None) -> str:
        """Return `value` as a message shows it: 135件; never as `beside` where it is not that."""
        places = min(max(2, 1 - value.adjusted()), 12)  # two decimals; of less, two digits
        return apart(value, value if beside is None else beside, places) + self.unit


class Said(NamedTuple):
    """A figure, or a phrase about one, as it stands in a sentence."""

    about: About
    expression: str
    phrase: str = ""
    """Empty for the figure itself."""

    text: str = ""
    """As printed, with its unit."""

    unit: str = ""
    """Unit of `value`; empty where the print holds no one number."""

    value: Decimal | None = None
    """The number the print shows, never negative for a change; None where it is missing."""


class Sentence(NamedTuple):
    """What stands between two full stops."""

    text: str
    said: tuple[Said, ...]
    figures: Mapping[str, About]
    """All figures by name: a sentence may name one without saying its number."""

    is_plan: bool = False
    """It speaks of what is to be; what it says is no claim of what is."""

    def at(self, index: int) -> Said:
        """Return what the `SLOT` at `index` says."""
        return self.said[self.text.count(SLOT, 0, index)]

    def clause(self, index: int) -> tuple[int, int]:
        """Return where the clause round `index` begins and ends."""
        start = index
        while start and self.text[start - 1] not in BREAKS:
            start -= 1
        found = _CLAUSE.match(self.text, index)
        return start, found.end() if found else len(self.text)

    def before(self, index: int) -> Iterator[Said]:
        """Yield what is said before `index`, nearest first, as far as nothing else is spoken of."""
        end, figure = index, ""
        while (slot := self.text.rfind(SLOT, 0, end)) >= 0:
            said = self.at(slot)
            gap = self.text[slot + 1 : end]
            if (figure and said.about.name != figure) or not is_filler(gap, said.about):
                return
            if _TOGETHER.search(gap.replace(said.about.name, "")):
                return  # 甲【甲】、乙【乙】，合计超过100件
            yield said
            end, figure = slot, said.about.name

    def subject(self, index: int, lead: str) -> About | None:
        """Return the figure a clause is about that begins with `lead`, which ends at `index`.

        That is the one `lead` names, else the one whose value was said right before; neither of
        甲【甲】、乙【乙】, which may be meant together.
        """
        named = self.named(lead.rpartition(SLOT)[2])
        if named is not None:
            return named
        before = next(self.before(index), None)
        if before is None or before.phrase not in LEVELS | HEDGED:
            return None
        return None if LISTED.search(self.text, 0, index) else before.about

    def behind(self, index: int) -> Said | None:
        """Return what is said next behind `index`, where nothing else is spoken of between."""
        slot = self.text.find(SLOT, index)
        if slot < 0:
            return None
        said, gap = self.at(slot), self.text[index:slot]
        if said.about.name in gap or _TAIL.search(gap):
            return None  # 网上办结率超过98%，办结率【办结率】
        return said if is_filler(gap, said.about) else None

    def named(self, lead: str) -> About | None:
        """Return the figure that `lead` names and speaks of nothing beside; None if there is none.

        The longest name counts; one that other words surround (县级来访 of 来访) is another thing.
        """
        lead = lead[-_NAMED_WITHIN:]
        for length in range(len(lead), 0, -1):
            for start in range(len(lead) - length + 1):
                about = self.figures.get(lead[start : start + length])
                if about is not None:
                    return about if is_filler(lead, about) else None
        return None


class Finding(NamedTuple):
    """A claim that is not so."""

    start: int
    """Where its words begin in the text of the sentence."""

    message: str
    hint: str = ""
    fix: str | None = None
    code: str = "claim-false"


def is_filler(text: str, about: About) -> bool:
    """Return whether `text` speaks of nothing but `about`: ，已, 比上年同期, 全县 and its name."""
    if not text:
        return True
    text = text.replace(about.name, _NAME)
    if about.period:
        text = text.replace(about.period, "")
    for tail in _TAILS:
        if about.name.endswith(tail):
            text = text.replace(tail, "")
    position = 0
    while position < len(text):
        found = _FILLER.match(text, position)
        if found is None:
            return False
        position = found.end()
    return True
