"""What a change is held against: 同比 the same period of last year, 环比 the last period."""

from __future__ import annotations

import re
from decimal import Decimal

from speechgen.claims.sentence import About, Sentence

_PLAIN = re.compile("[同环]比|相比$")
"""Words that hold a 比 and name no other base."""

_OTHER = re.compile(
    "[比较同与](?!比|期|[比较]|(?:上年|去年)(?!末|底|年底)|上月|上期|上季度|相比)"
    "|(?:上年|去年)[末底]|(?<![比较同与])(?:上年|去年)|年初|前年|[一二三四五六七八九十]年前"
    "|逐[月年季日]|连续|近期|近来|当[月日]|[月日人户]均"
)
_ELSEWHERE = re.compile(
    "[与同和较跟](?!期|比|(?:(?:上年|去年)(?:同期)?|同期|上期|上月|上季度)相比)[^，、]{1,12}相比"
    "|口径|剔除|扣除|不含|不计"
)
"""Where one of these stands before the claim, it is not told of the values the file states."""

_PERIOD = re.compile(r"\d月|季度|半年|\d日|五年|\d年")
_LAST_PERIOD = re.compile("环比|上月|上期|上季度")
_LAST_YEAR = re.compile("同比|上年|去年|同期")


def bases(sentence: Sentence, index: int, about: About) -> list[tuple[str, Decimal]]:
    """Return name and value of what a change of `about` told at `index` may be held against.

    来访【来访】，同比下降 is told of 上年同期 alone, 来访【来访】，下降 of both. Empty where
    another base is meant (比邻县, 按可比口径), or the file states none.
    """
    lead = sentence.text[sentence.clause(index)[0] : index]
    if _OTHER.search(_PLAIN.sub("", lead)) or _ELSEWHERE.search(sentence.text, 0, index):
        return []
    if _PERIOD.search(_without_period(sentence.text[:index], about)):
        return []
    period, year = _LAST_PERIOD.search(lead), _LAST_YEAR.search(lead)
    both = (
        ("上年同期", about.last_year if year or not period else None),
        ("上期", about.last_period if period or not year else None),
    )
    return [(label, then) for label, then in both if then is not None]


def _without_period(text: str, about: About) -> str:
    """Return `text` but for the figure's own 时段."""
    return re.sub(rf"(?:20\d\d年)?{re.escape(about.period)}", "", text) if about.period else text
