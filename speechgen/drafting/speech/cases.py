"""Cases: where and why, who did what, what came of it (exemplars.md §3.5)."""

from __future__ import annotations

import re

from speechgen.drafting.desk import Desk
from speechgen.drafting.lines.sentence import bare, stop
from speechgen.drafting.lines.shapes import TIME, read_line
from speechgen.facts.item import Item

LONGEST = 110  # characters of a sentence that joins course and result
_ADMINISTRATIVE = ("村", "镇", "乡", "县", "区", "市", "街道", "社区", "村组")
_DWELLING = ("小区", "园区", "厂区", "校区", "景区", "新村")
_STARTS_WITH_TIME = re.compile(
    r"(?:仅用|不到|经过|第)?(?:\d+|[一二三四五六七八九十两半]+)(?:个)?(?:日|天|周|月|年|小时|季度)|次[日年月]|今年|去年|当[天日年月]|日前|目前|最终|此后|如今|现在"
)
_NOW = re.compile(r"目前|如今|现在|当前|至今")
_EVENT = re.compile(r"了|通过|达成|签订|签下|结案|撤诉|息诉")
_STATE = re.compile(r"全部|恢复|正常|稳定|运行|已经|已有|均已|都已")
_SOON = re.compile(
    r"(?:仅用|只用|不到)?(?:\d+|[一二三四五六七八九十两半]+)(?:个)?(?:日|天|周|星期|小时|工作日)$"
)
_DONE = re.compile(r"[^，；]{1,3}了(?!解|如指掌)")
"""A result that begins with what was done: 开出了第一桌饭."""

_LATER = re.compile("第[一二三四五六七八九十]+[个天周年]|次[日年月]|当[天日月年]")
BRIEF = 40  # characters of a course and of what came of it later, said in one breath

_PEOPLE = re.compile(
    "(?:村民|群众|居民|住户|商户|业主|农户|社员|企业|公司|职工|家长|双方|两家|各家)(?![的和、代委大会])"
)
"""A course with a subject of its own: 村民以房入股，公司统一经营."""

_COMPLAINT = re.compile(r"反映|来信|来访|求助|投诉|来电|诉求|建议")


def case(desk: Desk, item: Item) -> str:
    """Return a case as sentences. A case without 起因 begins with who did what (案3)."""
    course, outcome = _course(desk, item), _outcome(desk, item)
    cause = _cause(desk, item)
    if course and _joins(item) and desk.length(course + outcome) <= BRIEF:
        return cause + stop(f"{bare(course)}，{bare(item.text('结果'))}")
    if cause and not course and desk.length(cause + outcome) <= BRIEF:
        return stop(f"{bare(cause)}，{outcome}")
    return cause + (_soon(desk, item) or course + outcome)


def _joins(item: Item) -> bool:
    """Return whether a short course goes on with its result: nothing says when or how long."""
    result = bare(item.text("结果"))
    plain = not item.text("时长") and "；" not in result and "；" not in item.text("经过")
    return plain and (not _STARTS_WITH_TIME.match(result) or _LATER.match(result) is not None)


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
    belongs = of_place and not verb and not cause[0].isdigit() and "的" not in cause.split("，")[0]
    return when + desk.frame("案例地点的" if belongs else "案例地点", 地点=place, 起因=cause)


def _soon(desk: Desk, item: Item) -> str:
    """Return course and result in one: 接到反映后，……，25天就开出了第一桌饭 (案8); or nothing."""
    cause, took = bare(item.text("起因")), bare(item.text("时长"))
    slots = {
        "谁": bare(item.text("谁")),
        "经过": bare(item.text("经过")),
        "时长": took,
        "结果": bare(item.text("结果")).removeprefix("就"),
    }
    if not cause or not _SOON.fullmatch(took) or not all(slots.values()):
        return ""
    deed = read_line(slots["结果"], desk.words).shape == "动" or _DONE.match(slots["结果"])
    if not deed or "；" in slots["经过"]:
        return ""
    said = desk.frame("案例接到" if _COMPLAINT.search(cause) else "案例得知", **slots)
    return said if desk.length(said) <= LONGEST else ""


def _course(desk: Desk, item: Item) -> str:
    who, course = bare(item.text("谁")), bare(item.text("经过"))
    if not course:
        return ""
    place, when = bare(item.text("地点")), bare(item.text("时间"))
    theirs = read_line(course, desk.words).shape == "主" or _PEOPLE.match(course)
    if who and theirs:  # 村民 do it, whoever led them
        return desk.frame("案例推动", 谁=who, 经过=course)
    if item.text("起因"):
        return stop(f"{who}{course}")
    slots = {"时间": when, "地点": place, "经过": f"{who}{course}"}
    return desk.frame("案例经过", **slots) or stop(f"{who}{course}")


def _outcome(desk: Desk, item: Item) -> str:
    result, took = bare(item.text("结果")), bare(item.text("时长"))
    if took:
        return stop(f"{took}后，{result}" if not result.startswith(took) else result)
    both = _both(desk, result)
    if both:
        return both
    if _STARTS_WITH_TIME.match(result) or _NOW.search(result) or not item.text("经过"):
        return stop(result)
    lasting = _STATE.search(result) and not _EVENT.search(result)
    return desk.frame("案例目前" if lasting else "案例最终", 结果=result)


def _both(desk: Desk, result: str) -> str:
    """Return 既……，又……。 of two results parted by ；, each a deed without a subject (案9)."""
    parts = result.split("；")
    if len(parts) != 2 or any("，" in part for part in parts):  # noqa: PLR2004 - 既、又
        return ""
    if any(read_line(part, desk.words).shape != "动" for part in parts):
        return ""
    return desk.frame("案例既又", 甲=parts[0], 乙=parts[1])


FUNCTIONS = {"案例句": case}
