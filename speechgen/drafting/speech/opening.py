"""The opening: what the meeting is for, who spoke before, how many points follow (§3.7)."""

from __future__ import annotations

from itertools import groupby

from speechgen.drafting.agenda import SPEECH, Entry, after_us, before_us
from speechgen.drafting.desk import Desk
from speechgen.drafting.lines.breaths import breaths
from speechgen.drafting.lines.sentence import bare, joined, packed
from speechgen.facts.item import MARK, Item
from speechgen.numerals import counted

PRAISED = ("通报", "汇报", "发言")  # 赞成 fits reports and plans only
MOST_COUNTED = 10
"""Nobody announces forty points."""

SILENT = frozenset({"表彰", "签订", "观看", "考察"})
"""What is done at a meeting without anything being reported."""

EVERYBODY = frozenset({"全体", "大家", "与会人员", "全体人员", "参会人员", "全体与会人员"})

TOGETHER = 60  # characters of names in one clause


def purpose(desk: Desk) -> str:
    """Return what meeting this is and what it is to do (开1)."""
    meeting = desk.facts.root.get("会议")
    if not isinstance(meeting, Item):
        return ""
    first, *rest = breaths(desk, aims(desk), "，") or [""]
    said = desk.frame("开会", 会议=meeting.text("名称"), 任务=first)
    return said + "".join(desk.frame("开会再", "", each, 任务=each) for each in rest)


def aims(desk: Desk) -> list[str]:
    """Return what the meeting is to do, whose decisions it carries out first."""
    meeting = desk.facts.root.get("会议")
    named = [_spirit(_named(b)) for b in desk.facts.root.items("依据")]
    basis = [f"贯彻落实{each}" for each in breaths(desk, named, "、")]
    found = [bare(line) for line in meeting.lines("主要任务")] if isinstance(meeting, Item) else []
    if basis and not any("贯彻" in aim or "落实" in aim for aim in found):
        return basis + found
    return found


def _named(basis: Item) -> str:
    """Return a meeting, or a paper in 《》, by its name."""
    name = bare(basis.text("名称"))
    paper = basis.text("类型") == "文件" and not name.startswith(("《", MARK))
    return f"《{name}》" if paper else name


def earlier(desk: Desk) -> str:
    """Return 刚才，……通报了……，讲得都很实在，我都赞成。 (开2); praise only where it fits.

    What the speaker did himself is said with 我, and nothing is praised behind it.
    """
    before = before_us(desk)
    if not before:
        return ""
    said = bare(packed(desk, _told(before), "，"))
    others = [entry for entry in before if not entry.is_his]
    kinds = {entry.kind for entry in others}
    fits = kinds <= {*PRAISED, "表彰"} and kinds & set(PRAISED)
    if fits and not before[-1].is_his:
        said += "，" + desk.frame("议程赞成" if len(others) > 1 else "议程赞成一")
    congratulation = desk.frame("议程祝贺") + "。" if "表彰" in kinds else ""
    return f"刚才，{said}。{congratulation}"


def _told(before: tuple[Entry, ...]) -> list[str]:
    """Return what was done, a clause each; who did the same one after the other stand together."""
    clauses: list[str] = []
    for done, group in groupby(before, key=lambda entry: entry.done):
        people = ["我" if entry.is_his else entry.who for entry in group]
        while people:
            if people[0] in EVERYBODY and _together(done):
                clauses.append(f"大家一起{done}")
                people = people[1:]
                continue
            size = 1
            while size < len(people) and len("、".join(people[: size + 1])) <= TOGETHER:
                size += 1
            clauses.append("、".join(people[:size]) + ("分别" if size > 1 else "") + done)
            people = people[size:]
    return clauses


def _together(done: str) -> bool:
    """Return whether all did it together without anybody reporting: 观看了警示教育片."""
    return done.startswith(("观看", "收看", "参观", "考察"))


def heard_before(desk: Desk) -> bool:
    """Return whether anything was reported before the speech that the hearers can take home."""
    return any(entry.kind not in SILENT for entry in before_us(desk))


def whom(desk: Desk) -> str:
    """Return for whom the speaker speaks (代表); empty where he speaks for himself."""
    speaker = desk.facts.root.get("讲话人")
    return bare(speaker.text("代表")) if isinstance(speaker, Item) else ""


def salutation(desk: Desk) -> str:
    """Return who is addressed: superiors present first, then 称谓, the kind's own, or 同志们."""
    root = desk.facts.root
    above = [bare(line) for line in root.lines("在座上级")]
    own = root.text("称谓") or desk.house.salutation
    kinds = desk.kind.settings.get("称谓", "")
    if above and "领导" in "".join(above):  # not 市委各位领导，各位领导、同志们
        kinds = kinds.removeprefix("各位领导、")
    return "，".join([*above, bare(own or kinds or "同志们")])


def post(desk: Desk) -> str:
    """Return the unit and post of 讲话人: 县教育局局长; 青坪村 and 村党支部书记 share their 村."""
    speaker = desk.facts.root.get("讲话人")
    if not isinstance(speaker, Item):
        return ""
    own, title = bare(speaker.text("单位")), bare(speaker.text("职务"))
    if title.startswith(own):
        return title
    shared = own.endswith(title[:1]) and title[1:2] in ("党", "委", "民")
    return own + (title[1:] if shared and title[:1] else title)


def _spirit(name: str) -> str:
    """Return a name with 精神 behind it, once."""
    return f"{name.removesuffix('精神')}精神"


def promise(desk: Desk, points: int) -> str:
    """Return 下面，我讲三点意见。 or 稍后，……还要作讲话，我先讲……; one point is not counted."""
    superior = superior_later(desk)
    count = f"{counted(points)}点" if 1 < points <= MOST_COUNTED else "几点"
    if superior:
        return desk.frame("先讲", 上级=superior, 几点=count)
    return desk.frame("下面", 代表=whom(desk), 几点=count)


def superior_later(desk: Desk) -> str:
    """Return the 职务 of who still speaks after us; empty where nobody does."""
    speaking = [entry for entry in after_us(desk) if entry.kind == SPEECH and not entry.is_his]
    return joined(list(dict.fromkeys(entry.post or entry.who for entry in speaking)))


def closing(desk: Desk) -> str:
    """Return the closing call: by rank, and without a call where a superior still speaks (§3.9)."""
    if superior_later(desk):
        return desk.stock("结尾先讲") or desk.frame("结尾先讲")
    return desk.stock("结尾")


SECTIONS = (("成绩", "问题"), ("任务",), ("要求",))
"""What each of the three standard parts is made of; a kind may name more for the first (`形势`)."""


def count_parts(desk: Desk) -> int:
    """Return how many parts the paper will have: promised is what follows."""
    root = desk.facts.root
    typed = len(root.items("部分"))
    return typed + ("要求" in root) if typed else len(_sections(desk))


def count_points(desk: Desk) -> int:
    """Return how many points are promised: the parts, or of a single part its own points.

    Points of two sorts are not counted: after 两点意见 nobody looks for two tasks and two more.
    """
    parts = count_parts(desk)
    if parts != 1:
        return parts
    root = desk.facts.root
    only = root.items("部分")
    if only:
        lists = [found for key in ("要点", "任务", "问题") if (found := only[0].items(key))]
        return len(lists[0]) if len(lists) == 1 else 0
    (keys,) = _sections(desk)
    points = root.items(keys[-1])
    parted = any(point.items("具体问题") and point.text("角度") for point in points)
    return 0 if parted else len(points)  # what is not numbered itself, but its parts are


def _sections(desk: Desk) -> list[tuple[str, ...]]:
    first, *others = SECTIONS
    own = desk.kind.settings.get("形势", "").split()
    sections = [(*own, *first), *others]
    return [keys for keys in sections if any(key in desk.facts.root for key in keys)]


def by_domain(desk: Desk) -> bool:
    """Return whether every problem and task names its 领域: part two mirrors part one then."""
    root = desk.facts.root
    entries = [*root.items("问题"), *root.items("任务")]
    return bool(entries) and all(entry.text("领域") for entry in entries)


FUNCTIONS = {
    "几部分": count_parts,
    "几点": count_points,
    "称谓句": salutation,
    "职务句": post,
    "此前": heard_before,
    "分领域": by_domain,
    "开会句": purpose,
    "议程句": earlier,
    "引出": promise,
    "结尾": closing,
    "上级还讲": superior_later,
}
