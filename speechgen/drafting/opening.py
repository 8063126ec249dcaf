"""The opening: what the meeting is for, who spoke before, how many points follow (§3.7)."""

from __future__ import annotations

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
    basis = "、".join(f"{_named(b)}精神" for b in desk.facts.root.items("依据"))
    aims = [bare(line) for line in meeting.lines("主要任务")]
    if basis and not any("贯彻" in aim or "落实" in aim for aim in aims):
        aims.insert(0, f"贯彻落实{basis}")
    return desk.frame("开会", 会议=meeting.text("名称"), 任务="，".join(aims))


def _named(basis: Item) -> str:
    """Return a meeting, or a paper in 《》, by its name."""
    name = bare(basis.text("名称"))
    paper = basis.text("类型") == "文件" and not name.startswith(("《", MARK))
    return f"《{name}》" if paper else name


def earlier(desk: Desk) -> str:
    """Return 刚才，……通报了……，讲得都很实在，我都赞成。 (开2); praise only where it fits."""
    agenda = desk.facts.root.items("此前议程")
    if not agenda:
        return ""
    said = "，".join(bare(entry.text("谁")) + bare(entry.text("事项")) for entry in agenda)
    kinds = {entry.text("类型") for entry in agenda}
    comment = ""
    if kinds and kinds <= {*PRAISED, "表彰"} and kinds & set(PRAISED):
        comment = desk.frame("议程赞成" if len(agenda) > 1 else "议程赞成一")
    if "表彰" in kinds:
        congratulation = desk.frame("议程祝贺")
        comment = f"{comment}。{congratulation}" if comment else f"。{congratulation}"
        return f"刚才，{said}{'，' if not comment.startswith('。') else ''}{comment}。"
    return f"刚才，{said}{f'，{comment}' if comment else ''}。"


def promise(desk: Desk, points: int) -> str:
    """Return 下面，我讲三点意见。 or 稍后，……还要作讲话，我先讲……; one point is not counted."""
    superior = superior_later(desk)
    count = f"{counted(points)}点" if points > 1 else "几点"
    if superior:
        return desk.frame("先讲", 上级=superior, 几点=count)
    return desk.frame("下面", 几点=count)


def superior_later(desk: Desk) -> str:
    """Return the 职务 of who still speaks after us; empty where nobody does."""
    later = desk.facts.root.items("此后议程")
    speaking = [e for e in later if e.text("类型") in SUPERIOR or not e.text("类型")]
    return joined([bare(e.text("职务")) or bare(e.text("谁")) for e in speaking])


def closing(desk: Desk) -> str:
    """Return the closing call: by rank, and without a call where a superior still speaks (§3.9)."""
    if superior_later(desk):
        return desk.stock("结尾先讲") or desk.frame("结尾先讲")
    return desk.stock("结尾")


def count_parts(desk: Desk) -> int:
    """Return how many parts the paper will have: promised is what follows."""
    root = desk.facts.root
    typed = root.items("部分")
    if typed:
        return len(typed)
    sections = (("成绩", "问题"), ("任务",), ("要求",))
    return sum(any(key in root for key in keys) for keys in sections)


def by_domain(desk: Desk) -> bool:
    """Return whether every problem and task names its 领域: part two mirrors part one then."""
    root = desk.facts.root
    entries = [*root.items("问题"), *root.items("任务")]
    return bool(entries) and all(entry.text("领域") for entry in entries)


FUNCTIONS = {
    "几部分": count_parts,
    "分领域": by_domain,
    "开会句": purpose,
    "议程句": earlier,
    "引出": promise,
    "结尾": closing,
    "上级还讲": superior_later,
}
