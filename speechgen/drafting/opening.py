"""The opening: what the meeting is for, who spoke before, how many points follow (§3.7)."""

from __future__ import annotations

from speechgen.drafting.agenda import after_us, before_us
from speechgen.drafting.desk import Desk
from speechgen.drafting.sentence import bare, joined
from speechgen.facts.item import MARK, Item
from speechgen.numerals import counted

PRAISED = ("通报", "汇报", "发言")  # 赞成 fits reports and plans only
SUPERIOR = ("讲话",)


def purpose(desk: Desk) -> str:
    """Return what meeting this is and what it is to do (开1)."""
    meeting = desk.facts.root.get("会议")
    if not isinstance(meeting, Item):
        return ""
    return desk.frame("开会", 会议=meeting.text("名称"), 任务="，".join(aims(desk)))


def aims(desk: Desk) -> list[str]:
    """Return what the meeting is to do, whose decisions it carries out first."""
    meeting = desk.facts.root.get("会议")
    basis = "、".join(f"{_named(b)}精神" for b in desk.facts.root.items("依据"))
    found = [bare(line) for line in meeting.lines("主要任务")] if isinstance(meeting, Item) else []
    if basis and not any("贯彻" in aim or "落实" in aim for aim in found):
        found.insert(0, f"贯彻落实{basis}")
    return found


def _named(basis: Item) -> str:
    """Return a meeting, or a paper in 《》, by its name."""
    name = bare(basis.text("名称"))
    paper = basis.text("类型") == "文件" and not name.startswith(("《", MARK))
    return f"《{name}》" if paper else name


def earlier(desk: Desk) -> str:
    """Return 刚才，……通报了……，讲得都很实在，我都赞成。 (开2); praise only where it fits."""
    before = before_us(desk)
    if not before:
        return ""
    said = "，".join(entry.who + entry.done for entry in before)
    kinds = {entry.kind for entry in before}
    comment = ""
    if kinds and kinds <= {*PRAISED, "表彰"} and kinds & set(PRAISED):
        comment = desk.frame("议程赞成" if len(before) > 1 else "议程赞成一")
    if "表彰" in kinds:
        congratulation = desk.frame("议程祝贺")
        return f"刚才，{said}{f'，{comment}' if comment else ''}。{congratulation}。"
    return f"刚才，{said}{f'，{comment}' if comment else ''}。"


def on_behalf(desk: Desk) -> str:
    """Return 我代表县委、县政府 where the facts say for whom the speaker speaks; else 我."""
    speaker = desk.facts.root.get("讲话人")
    whom = bare(speaker.text("代表")) if isinstance(speaker, Item) else ""
    return f"我代表{whom}，" if whom else "我"


def salutation(desk: Desk) -> str:
    """Return who is addressed: superiors present first, then 称谓, the kind's own, or 同志们."""
    root = desk.facts.root
    own = root.text("称谓") or desk.house.salutation
    own = own or desk.kind.settings.get("称谓", "") or "同志们"
    return "，".join([*(bare(line) for line in root.lines("在座上级")), bare(own)])


def promise(desk: Desk, points: int) -> str:
    """Return 下面，我讲三点意见。 or 稍后，……还要作讲话，我先讲……; one point is not counted."""
    superior = superior_later(desk)
    count = f"{counted(points)}点" if points > 1 else "几点"
    if superior:
        return desk.frame("先讲", 上级=superior, 几点=count)
    return desk.frame("下面", 我=on_behalf(desk), 几点=count)


def superior_later(desk: Desk) -> str:
    """Return the 职务 of who still speaks after us; empty where nobody does."""
    speaking = [entry for entry in after_us(desk) if entry.kind in (*SUPERIOR, "")]
    return joined([entry.post or entry.who for entry in speaking])


def closing(desk: Desk) -> str:
    """Return the closing call: by rank, and without a call where a superior still speaks (§3.9)."""
    if superior_later(desk):
        return desk.stock("结尾先讲") or desk.frame("结尾先讲")
    return desk.stock("结尾")


SECTIONS = (("成绩", "问题"), ("任务",), ("要求",))
"""What each of the three standard parts is made of; a kind may name more for the first (`形势`)."""


def count_parts(desk: Desk) -> int:
    """Return how many parts the paper will have: promised is what follows."""
    typed = desk.facts.root.items("部分")
    return len(typed) or len(_sections(desk))


def count_points(desk: Desk) -> int:
    """Return how many points are promised: the parts, or of a single part its own points."""
    parts = count_parts(desk)
    if parts != 1:
        return parts
    root = desk.facts.root
    only = root.items("部分")
    if only:
        return max(len(only[0].items(key)) for key in ("要点", "任务", "问题", "成绩"))
    (keys,) = _sections(desk)
    return len(root.items(keys[-1]))


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
    "此前": before_us,
    "分领域": by_domain,
    "开会句": purpose,
    "议程句": earlier,
    "引出": promise,
    "结尾": closing,
    "上级还讲": superior_later,
}
