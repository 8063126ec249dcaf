"""Two facts files side by side: figures, phrases and paragraphs that differ, as they are told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from speechgen.drafting.draft import Draft
from speechgen.drafting.seed import meeting_of
from speechgen.drafting.two_drafts.differences import CHANGED, Passage, Print, passages, prints
from speechgen.drafting.two_drafts.spots import shortened
from speechgen.facts.facts import Facts
from speechgen.facts.lists import differences as facts_differences
from speechgen.facts.lists.differences import ADDED, GONE, RENAMED, SORTS, Difference
from speechgen.problems import visible

TURNED = "（方向变了）"
SAME = "两份素材写出来没有不同"


class Comparison(NamedTuple):
    """What differs, and what there is to say about the comparison itself."""

    notes: tuple[str, ...]
    """Not the same meeting, other kinds of paper."""

    figures: tuple[Difference, ...]
    prints: tuple[Print, ...]
    passages: tuple[Passage, ...]
    papers: tuple[str, ...]
    """Kinds whose drafts were compared."""


def comparison(
    old: Facts, new: Facts, papers: Sequence[tuple[Draft, Draft]], notes: Sequence[str] = ()
) -> Comparison:
    """Return what differs between two facts files and the drafts of them, paper by paper."""
    meetings = meeting_of(old.root), meeting_of(new.root)
    other = f"两份素材不是同一次会议：{meetings[0]}；{meetings[1]}"
    return Comparison(
        (*([other] if meetings[0] != meetings[1] else []), *notes),
        facts_differences.differences(old, new),
        prints(old, new, papers),
        tuple(one for pair in papers for one in passages(pair[0].document, pair[1].document)),
        tuple(after.document.kind for _, after in papers),
    )


def lines(found: Comparison) -> list[str]:
    """Return the comparison as text, one line a figure, phrase or paragraph."""
    said = [*found.notes]
    for sort in SORTS:
        said += _section(f"{sort} {{}} 项", [_figure(x) for x in found.figures if x.sort == sort])
    said += _section("说法变了 {} 处", [_print(one) for one in found.prints])
    for paper in found.papers:
        moved = [_passage(one) for one in found.passages if one.paper == paper]
        said += _section(f"{paper}要变的段落 {{}} 处", moved)
    if not (found.figures or found.prints or found.passages):
        said.append(SAME)
    elif found.papers and not found.passages:
        said.append("稿子的段落都不变")
    return [visible(line) for line in said]


def records(found: Comparison) -> Iterator[dict[str, object]]:
    """Yield the comparison as flat records, each with its 类."""
    for note in found.notes:
        yield {"类": "说明", "内容": note}
    for one in found.figures:
        because, before = list(one.because), one.before
        for key, was, now in one.aspects or [("", "", "")]:
            record = {"类": one.sort, "名称": one.name, "项": key, "旧": was, "新": now}
            yield {**record, "因": because, "原名": before}
    for said in found.prints:
        record = {"类": "说法", "名称": said.expression, "旧": said.was, "新": said.now}
        yield {**record, "方向变了": said.turned}
    for moved in found.passages:
        where = {"类": "段落", "文种": moved.paper, "位置": moved.place, "改法": moved.sort}
        yield {**where, "旧": moved.was, "新": moved.now}


def _section(title: str, entries: Sequence[str]) -> list[str]:
    return [f"{title.format(len(entries))}：", *(f"  {one}" for one in entries)] if entries else []


def _figure(one: Difference) -> str:
    because = f"（{'、'.join(one.because)}变了）" if one.because else ""
    before = f"（原名{one.before}）" if one.sort == RENAMED else ""
    told = "；".join(_aspect(one, key, was, now) for key, was, now in one.aspects)
    return f"{one.name}{before}{'：' if told else ''}{told}{because}"


def _aspect(one: Difference, key: str, was: str, now: str) -> str:
    """Return 135件→155件, 上年同期 148件→150件; of what is new or gone its one side."""
    if one.sort in {ADDED, GONE}:
        return was or now
    return f"{'' if key in {'值', '名称'} else key + ' '}{was}→{now}"


def _print(one: Print) -> str:
    return f"{one.expression}：{one.was}→{one.now}{TURNED if one.turned else ''}"


def _passage(one: Passage) -> str:
    if one.sort == CHANGED:
        return f"{one.place}：{one.shown}"
    return f"{one.place}（{one.sort}）：{shortened(one.shown)}"
