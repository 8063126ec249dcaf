"""Lines as offices write them, made ready for a frame: 要在9月20日前报送, 对……的问题, 个别……."""

from __future__ import annotations

import re

from speechgen.drafting.lines.sentence import bare, without_modal
from speechgen.drafting.lines.shapes import TIME, is_point_of_time, read_line
from speechgen.drafting.lines.words import Words
from speechgen.drafting.marks import masked
from speechgen.facts.item import MARK

_PLACE = re.compile(
    r"(?:(?!每|在|对|由|的|逐|各个|于|向|到)[\u4e00-\u9fff、]){2,12}?(?:路段|路口|区域|场所|周边|沿线|门口|出入口|广场|车站|工地|河段|集镇)"
    r"(?=每|定期|[\u4e00-\u9fff]{2})"
)
_OPENS_WITH_DEED = re.compile(
    r"在|对|把|将|到|向|围绕|聚焦|加强|加大|整治|清理|检查|排查|巡查|改造|划定|建设|关闭|守|盯|管|抓"
)
_UPON = re.compile(r"(?:接到|收到|接报|遇到|遇有)[^，。；]{1,16}?后")
_WHEN = re.compile(
    "(?:本|下)?周[一二三四五六日天](?:前|之前)|[一两二三四五六七八九十半]+个?(?:天|周|月|星期|小时|年|季度)内"
    "|(?:[^，。；在]{2,4}期间|夜间|双休日|节假日|汛期|早晚高峰)"
    "(?=加大|加强|加密|增加|增派|安排|开展|组织|派|每|照常|正常|抽查|检查|设|停止)"
)
_ANSWERED = re.compile(
    r"^(对[^，。；在]{2,20}?)(\d+个?(?:分钟|小时|工作日|天|日|周|月)内)(?=[\u4e00-\u9fff])"
)
_AT_SIGHT = re.compile("发现[^，。；]{1,8}(?:立即|及时|马上|第一时间|当场)")
_FORBIDS = re.compile("[^，。；]{2,14}?(?:不得|不准|严禁)")
_STAFF = re.compile(
    "[^，。；把将对]{0,6}?(?:人员|职工|专家|医生|民警|党员|志愿者|队员)(?=[\u4e00-\u9fff\\d]{2})"
)
_ALL_OF_IT = re.compile("[^，。；对把将由]{2,10}?(?:全部|一律)[\u4e00-\u9fff]{2}")
_IN_PERSON = re.compile(
    "[^，。；由]{2,10}亲自|[^，。；由]{0,6}(?:领导|负责人|负责同志|一把手)(?!小组|干部|包)"
)
_PEOPLE = ("员", "干部", "代表", "队", "专家", "医生", "教师", "志愿者", "队伍")
_THING_FIRST = re.compile(
    "(?!对|把|将|由|按|在|向|每|以|从|与|同|为|给|会同)[^，。；对把将由]{2,14}?"
    "(?:每天|每日|每周|每月|每晚|每季度|每半月|定期|逐一|逐个|逐项|逐件|逐户|逐条)[\u4e00-\u9fff]{2}"
)
_AT_ONCE = ("即日起", "从现在起")
_EACH = re.compile(r"(?:一|两|\d+)(?:个(?!季度|月|星期)|名|家|件|处|项|户|座|村|人)")
_EVERY = re.compile(r"每(?:个(?!季度|月|星期)|名|家|件|处|项|户|座|村|人|所|条)")
_SHORTCOMING = re.compile(
    r"(?:不[\u4e00-\u9fff]{1,3}|脏乱差|[难差慢低少乱弱])$"
    r"|^(?:克扣|拖欠|截留|挪用|侵占|虚报|瞒报|漏报|隐瞒|违规|违法|推诿|乱|偷)(?!.*(?:的|企业|单位|项目|人员|户|件|行为|问题)$).+$"
)
_NOT_SHORTCOMING = ("问题", "行为", "现象", "情况", "困难", "建设", "建筑")
_COUNTED_FIRST = re.compile(rf"(?:[二两三四五六七八九十百]+|一(?:个|家|名|些)|\d+|{MARK})")
_OWN_COUNT = ("个别", "少数", "部分", "一些", "不少", "多数", "许多", "相当一部分", "极少数", "各")
_UNITS = re.compile("部门|局|乡镇|街道")
_STATE = re.compile(
    r"(?:紧张|不足|滞后|不够|缺乏|薄弱|困难|短缺|不畅|不高|不强|不全|偏低|偏慢|老化|老旧|陈旧|破损|落后|被占|慢|弱|少|难)$"
)
_SEVERAL_UNITS = 2
_TROUBLE = re.compile(
    "(?!解决|破解|化解|整治|治理|处理|针对|纠正|排查|查处|攻克|办好|缓解|聚焦|解|治)[^，、]{2,10}问题"
)
STATE_LENGTH = 10  # characters; a longer 表现 is a clause of its own
_GOES_ON = ("坚持", "推进", "抓好", "开展", "进行", "实施", "落实", "执行", "下去")
_GETS_DONE = ("完成", "建成", "开工", "到位", "见效", "投用", "基本", "全面", "全部")
EACH_LENGTH = 5
_SAME = ("管", "查", "抓", "老师", "干部", "企业", "单位")
SHORT = 12  # characters of an action that follows its deadline without a comma


def within(text: str) -> str:
    """Return 对……在3个工作日内答复 for 对……3个工作日内答复."""
    return _ANSWERED.sub(r"\1在\2", text)


def acting(line: str, words: Words | None = None) -> str:
    """Return what somebody does so that 要 may stand before it.

    重点路段每晚巡逻 → 在重点路段每晚巡逻, 9月20日前报送 → 在9月20日前报送; with the word lists
    also 网格员每周走访 → 组织网格员每周走访, 人行道违停每天巡查 → 对人行道违停每天巡查.
    """
    text = within(without_modal(line))
    time = TIME.match(text)
    if (time and not text.startswith(_AT_ONCE)) or _UPON.match(text) or _WHEN.match(text):
        return f"在{text}"
    if _PLACE.match(masked(text)) and not _OPENS_WITH_DEED.match(text):
        return f"在{text}"
    if _EACH.match(text):
        return f"做到{text}"
    return f"{_led(text, words)}{text}" if words else text


def _led(text: str, words: Words) -> str:
    """Return what goes before a line that begins with people or with a thing: 由, 组织, 对."""
    if words.verb_at(text) and not text.startswith("重点"):
        return "做到" if _AT_SIGHT.match(text) else ""
    if _FORBIDS.match(text):
        return "做到"
    if _IN_PERSON.match(text):
        return "由"
    reading = read_line(text, words)
    if _STAFF.match(text) or (reading.shape == "主" and reading.head.endswith(_PEOPLE)):
        return "组织"
    if _ALL_OF_IT.match(text):
        return "确保"
    return "对" if _THING_FIRST.match(text) else ""


ASKED = ("确保", "力争", "坚决", "着力", "切实", "决不", "绝不", "严禁")
"""Words of 情态 that go well behind 要: 一要确保安全."""


def is_bound(line: str, words: Words) -> bool:
    """Return whether a line says 必须 or 不得 itself: 一是必须守住, never 一要必须守住."""
    text = without_modal(line)
    return text.startswith(words.modals) and not text.startswith(ASKED)


def aim(purpose: str, words: Words) -> str:
    """Return 用意 for a frame that says 为了 itself: 为了乡村长远发展 → 让乡村长远发展."""
    text = without_modal(purpose)
    rest = text.removeprefix("为了")
    return rest if rest == text or words.verb_at(rest) else f"让{rest}"


def matter(target: str) -> str:
    """Return 对象 as what 对 stands before: 采购不规范 → 采购不规范的问题."""
    text = bare(target)
    if "的" in text or text.endswith(_NOT_SHORTCOMING) or not _SHORTCOMING.search(text):
        return text
    return f"{text}的问题" if not text.endswith("难") else f"{text}问题"


def solved(point: str) -> str:
    """Return 要点 as something to do: 停车难问题 is nothing to do, 解决停车难问题 is."""
    text = bare(point)
    return f"解决{text}" if _TROUBLE.fullmatch(text) else text


def is_lasting(due: str) -> bool:
    """Return whether a 时限 is none: what is to be done has no end."""
    return bare(due).startswith(("长期", "常态", "全程", "一直", "全年"))


def lasting(due: str) -> str:
    """Return a 时限 without an end as something to do: 长期 → 长期抓下去."""
    text = bare(due)
    return text if text.endswith(_GOES_ON) else f"{text}抓下去"


def done_by(due: str) -> tuple[str, str]:
    """Return what is done by a day (12月底前完成主体), and the 时限 that is left without it."""
    text = bare(due)
    time = TIME.match(text)
    rest = text[time.end() :] if time else ""
    return (text, "") if rest[:2] in _GETS_DONE else ("", text)


def with_will(said: str) -> str:
    """Return a sentence without 将将: one 将 asks, the other disposes."""
    return said.replace("将将", "将把")


def closed(said: str, due: str, action: str) -> str:
    """Return a sentence without the comma between a deadline and a short action."""
    said = with_will(said)
    when = bare(due)
    if not when or len(masked(action)) > SHORT or action.startswith("在") or "，" in action:
        return said
    return said.replace(f"在{when}，{action}", f"在{when}{action}")


def collective(said: str, owner: str) -> str:
    """Return a sentence of which no 各乡镇 is the leader: they each do their own."""
    if not owner.startswith("各") or "、" in owner:
        return said
    modal = "" if said.startswith("请") else "要"
    return said.replace(f"{owner}牵头落实，", f"{owner}{modal}抓好落实，").replace(
        f"{owner}牵头，组织", f"{owner}{modal}组织"
    )


def has_own_count(line: str) -> bool:
    """Return whether a 表现 says of how many it speaks, so that no 有的 goes in front."""
    text = bare(line)
    if text.startswith(_OWN_COUNT) or _COUNTED_FIRST.match(text):
        return True
    first = text.split("，")[0]
    return "、" in first and (
        len(_UNITS.findall(first)) >= _SEVERAL_UNITS or _each_does(first.split("、"))
    )


def _each_does(parts: list[str]) -> bool:
    """Return whether several are told what each does: 交警管路上、城管管路边."""
    long = all(len(part) >= EACH_LENGTH for part in parts)
    return long and any(all(verb in part[1:-1] for part in parts) for verb in _SAME)


def is_state(line: str) -> bool:
    """Return whether a 表现 is a short state of things, of which there are no several: 指标紧张."""
    text = bare(line)
    return len(text) <= STATE_LENGTH and _STATE.search(text) is not None


def how_often(text: str) -> str:
    """Return how often so that 要 may stand before it: 每季度末 → 在每季度末, 每月 stays."""
    return f"在{text}" if re.fullmatch("每[^，。；]{1,3}[初中末底]", text) else text


def outcome(result: str) -> str:
    """Return a 结果 that says how each of them will be: 每处设施有人管 → 做到每处设施有人管."""
    text = bare(result)
    return f"做到{text}" if _EVERY.match(text) else text


def deadline(due: str, *, with_result: bool = False) -> dict[str, str]:
    """Return the slot a 时限 fills: 期限 (年底前), 频次 (每月); with a result it goes with that."""
    text = bare(due)
    if not text:
        return {}
    if with_result:
        return {"时限": text}
    if not is_point_of_time(text):
        return {"频次": how_often(text)}
    return {"期限" if text.endswith(("前", "内", "之内", "以内")) else "起止": text}


def composed(owner: str, partners: str, due: str, action: str, shape: str) -> str:
    """Return a sentence of owner, partners, deadline and action, for slots that no frame has."""
    head = f"{bare(due)}，" if due else ""
    together = f"会同{partners}，" if partners else ""
    if shape in ("动", "把", "对"):
        return f"{head}{owner}要{together}{action}"
    lead = f"{owner}牵头落实，" if owner else ""
    return f"{head}{lead}{f'{partners}配合，' if partners else ''}{action}"
