"""What the facts say and the paper does not: nothing of the office's may vanish without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechgen.facts.item import MARK, Item, Value
from speechgen.problems import FactsPlace, Problem

SILENT = frozenset(
    {"文种", "主题", "范围", "种子", "版式", "数据", "名称", "形式", "自称", "身份", "编号", "对应"}
    | {
        "类型",
        "层级",
        "短板",
        "日期",
        "数据截至",
        "简称",
        "地点",
        "单位",
        "表格",
        "数据来源",
        "同比写法",
        "时长",
        "篇幅",
    }
)
"""Keys that steer a paper, or are said in other words."""

MOST = 20  # warnings of one paper
SHOWN = 24  # characters
_LOOSE = re.compile(r"[要了，。；：、！？“”《》\s,.;:!?]|\ufdd5|\ufdd6")


def unsaid(root: Item, text: str) -> list[Problem]:
    """Return a warning for each value of the facts that `text`, the wording, does not hold."""
    said = _LOOSE.sub("", text)
    missed = [found for found in _values(root, root.place) if not _stands(found[0], said)]
    told = [_warning(*found) for found in missed[:MOST]]
    return [*told, _more(missed[MOST:])] if len(missed) > MOST else told


def _more(missed: list[tuple[str, str, FactsPlace]]) -> Problem:
    """Return one warning for all that are too many to be told one by one."""
    keys = "、".join(dict.fromkeys(f"“{key}”" for _, key, _ in missed))
    message = f"另有{len(missed)}处也没有印进稿子：{keys}里的"
    hint = "换一个用得上它们的文种，或者先把上面的改好再看"
    return Problem(missed[0][2], "not-printed", message, hint, severity="warn")


def _stands(value: str, said: str) -> bool:
    core = (
        value.strip()
        .removeprefix("对")
        .removesuffix("的")
        .removeprefix("有的")
        .removeprefix("个别")
        .removeprefix("作")  # 作讲话: 请县长讲话
    )
    return all(part in said for part in _LOOSE.sub("", core).split("\ufdd2"))


def _values(
    value: Value, place: FactsPlace, key: str = ""
) -> Iterator[tuple[str, str, FactsPlace]]:
    """Yield (text, key, place) for each text that a paper should hold."""
    if isinstance(value, Item):
        for name, entry in value.values.items():
            if name not in SILENT:
                yield from _values(entry, value.where(name), name)
    elif isinstance(value, tuple):
        for entry in value:
            yield from _values(entry, entry.place if isinstance(entry, Item) else place, key)
    elif isinstance(value, str) and value:
        yield value, key, place


def _warning(value: str, key: str, place: FactsPlace) -> Problem:
    shown = value.replace(MARK, "【").replace("\ufdd1", "】").replace("\ufdd2", " ")[:SHOWN]
    message = f"“{key}”里的“{shown}”没有印进稿子"
    hint = "这个文种在这里用不上这一项；要说的话，请写到要点、说明或措施里"
    return Problem(place, "not-printed", message, hint, severity="warn")
