"""Cases: where and why, who did what, what came of it (exemplars.md §3.5)."""

from __future__ import annotations

import re

from speechgen.drafting.desk import Desk
from speechgen.drafting.sentence import bare, stop
from speechgen.drafting.shapes import TIME
from speechgen.facts.item import Item

_ADMINISTRATIVE = ("村", "镇", "乡", "县", "区", "市", "街道", "社区", "村组")
_DWELLING = ("小区", "园区", "厂区", "校区", "景区")
_STARTS_WITH_TIME = re.compile(
    r"(?:仅用|不到|经过)?(?:\d+|[一二三四五六七八九十两半]+)(?:个)?(?:日|天|周|月|年|小时)|今年|去年|当[天日年月]|日前|目前|最终|此后|如今|现在"
)
_EVENT = re.compile(r"了|通过|达成|签订|签下|结案|撤诉|息诉")
_STATE = re.compile(r"全部|恢复|正常|稳定|运行|已经|已有|均已|都已")


def case(desk: Desk, item: Item) -> str:
    """Return a case as sentences. A case without 起因 begins with who did what (案3)."""
    return _cause(desk, item) + _course(item) + _outcome(desk, item)


def _cause(desk: Desk, item: Item) -> str:
    place, cause = bare(item.text("地点")), bare(item.text("起因"))
    if not cause:
        return ""
    when = bare(item.text("时间"))
    when = f"{when}，" if when else ""
    if not place:
        return stop(when + cause)
    of_place = place.endswith(_ADMINISTRATIVE) and not place.endswith(_DWELLING)
    verb = desk.words.verb_at(cause) or TIME.match(cause) or _STARTS_WITH_TIME.match(cause)
    ident = "案例地点的" if of_place and not verb and not cause[0].isdigit() else "案例地点"
    return when + desk.frame(ident, 地点=place, 起因=cause)


def _course(item: Item) -> str:
    who, course = bare(item.text("谁")), bare(item.text("经过"))
    if not course:
        return ""
    place = "" if item.text("起因") else bare(item.text("地点"))
    return stop(f"{f'在{place}，' if place else ''}{who}{course}")


def _outcome(desk: Desk, item: Item) -> str:
    result, took = bare(item.text("结果")), bare(item.text("时长"))
    if took:
        return stop(f"{took}后，{result}" if not result.startswith(took) else result)
    if _STARTS_WITH_TIME.match(result) or not item.text("经过"):
        return stop(result)
    lasting = _STATE.search(result) and not _EVENT.search(result)
    return desk.frame("案例目前" if lasting else "案例最终", 结果=result)


FUNCTIONS = {"案例句": case}
