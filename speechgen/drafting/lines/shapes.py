"""The shape of a facts line, from its beginning and the word lists: no parser, no guess.

    动 深化网格化管理        把 把任务分解到单位        对 对行动不便的群众上门去谈
    主 县级领导干部每月…      物 答复意见写明事实        数 初信初访办结率达到【…】
    名 源头治理              句 小事在村组说开，大事当天报到镇街

A line that fits no list is 句 and gets only frames that take any clause.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from speechgen.drafting.lines.words import Words
from speechgen.drafting.marks import MASK, masked

TIME = re.compile(
    r"(?:(?:今年|明年|本月|下月|从现在起|即日起)?"
    r"(?:\d{1,2}月\d{1,2}日|\d{1,2}月(?:上旬|中旬|下旬|底|末)?|年底|年末|月底|季末|本月底|下月底|[一二三四]季度末?|春节|汛期|国庆节|元旦)(?:前|以前|之前|内)"
    r"|\d+(?:个)?(?:日|天|工作日|个工作日|个月|小时|年)(?:内|以内|之内)|即日起)"
)
FREQUENCY = re.compile(
    r"每(?:年|半年|季度|季|月|半月|两周|周|旬|天|日|晚|两个月|半个月)(?:第一个工作日|至少|底|末|初)?|按(?:月|周|季|季度|年)|随时|定期|立即|马上|即刻"
)
_WITH_VALUE = re.compile(rf"[^，；]*(?:达到|达|为|有|完成|共|计|仅|超过)?{MASK}")
_PREDICATE = re.compile(r".[是有不没能会已要在了]|[快慢高低多少好差大小强弱紧难]$")
_HOW = re.compile(
    "精准|有序|科学|合理|高标准|高质量|高效|因地制宜|多渠道|多途径|多形式|线上线下|第一时间|免费|动态|进一步"
    "|广泛|稳步|稳妥|彻底|滚动|层层|面对面|挨家挨户|全覆盖|不定期|错峰|迅速|快速|尽快|及早|有效|妥善|灵活"
    "|规范|从速|从重|一[户点案企村人项事品镇校]一[策档]|一体|分头|轮流|同时|反复|大胆|果断|高频次|常态"
)
"""How something is done, before the verb: 精准帮扶困难家庭 is no thing that 帮扶."""

_BY = re.compile("(?<!自)由")
"""23个村由乡镇卫生院…… is nobody who acts: it says by whom something is done."""

_WHOLE = re.compile(
    "[^，；。把将对为给向]{2,10}?(?:作业|工程|企业|场所|人员|车辆|设备|岗位)(?=全程|一律|全部)"
)
"""A thing that only begins like a verb, known by the adverb behind it: 停产检修作业全程旁站."""

_ADVERBS = re.compile(
    r"(?:全部|一律|统一|逐一|逐个|全程|及时|同步|\d{1,4}(?:小时|个?工作日|天|日)内){1,4}$"
)
"""Behind a thing, before its verb; bounded, for a `+` takes the square of a long line's time."""

_CLAUSE = re.compile(r"[，。；：]")


class Reading(NamedTuple):
    """What a line is, and where 要 goes in it."""

    shape: str
    cut: int
    """Index before which 要 is put; -1 where none fits."""

    head: str = ""
    """The actor of 主, the thing of 物."""


@lru_cache(maxsize=8192)
def read_line(line: str, words: Words) -> Reading:
    """Return the shape of `line`; a verb, an actor or a thing is looked for at its beginning."""
    text = masked(line)
    if text.startswith(words.modals):
        return Reading("动", -1)
    time = TIME.match(text) or FREQUENCY.match(text)
    start = time.end() + (text[time.end() : time.end() + 1] == "，") if time else 0
    rest = text[start:]
    found = _begin(rest, words)
    if found is None:
        return Reading("动", 0) if start and MASK not in text else _clause(text, words)
    if start and found.shape in ("动", "把"):
        return Reading("动", 0)
    return Reading(found.shape, found.cut + start if found.cut >= 0 else -1, found.head)


def is_point_of_time(text: str) -> bool:
    """Return whether a 时限 is a point of time (年底前), not a frequency (每月)."""
    return FREQUENCY.match(text) is None


def _begin(text: str, words: Words) -> Reading | None:
    if text.startswith("对") and not text.startswith(("对接", "对照")):
        comma = text.find("，")
        return Reading("对", comma + 1 if comma > 0 else 0)
    if words.is_disposal(text):
        return Reading("把", 0)
    actor = words.actor_of(text)
    if actor and not _BY.search(actor):
        return Reading("主", len(actor), actor)
    thing = words.thing_of(text)
    if thing:
        return Reading("物", len(thing), thing)
    whole = _WHOLE.match(text)
    if whole:
        return Reading("物", whole.end(), whole[0])
    one_by_one = text.startswith("逐")  # 逐坡逐沟核查: how, and the verb behind it
    return Reading("动", 0) if one_by_one or words.verb_at(text) else None


def _clause(text: str, words: Words) -> Reading:
    first = _CLAUSE.split(text, maxsplit=1)[0]
    if MASK in text and _WITH_VALUE.match(text):
        return Reading("数", -1)
    at = words.verb_in(first)
    if at > 0 and _HOW.fullmatch(first[:at]):
        return Reading("动", 0)
    if len(first) == len(text) and words.is_nominal(text):
        return Reading("名", -1)
    if at >= 2:  # noqa: PLR2004 - a thing has two characters at least
        thing = _ADVERBS.sub("", first[:at])  # 场所要全部加装, not 场所全部要加装
        return Reading("物", len(thing) if len(thing) > 1 else at, first[:at])
    clause = len(first) < len(text) or at >= 0 or _PREDICATE.search(text)
    return Reading("句" if clause else "名", -1)
