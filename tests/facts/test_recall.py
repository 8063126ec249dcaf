"""A value that is recalled is what would be read: same facts, same problems, same places."""

from __future__ import annotations

import re
from collections import OrderedDict

import pytest

from speechgen.facts import recall
from speechgen.facts.facts import Facts
from speechgen.facts.item import Item, Value
from speechgen.facts.read import read_text
from speechgen.problems import SpeechgenError
from tests.drafting.papers import EXEMPLARS, SAMPLES

FILES = [path.read_text("utf-8") for path in (*SAMPLES, *EXEMPLARS)]


def outcome(text: str) -> object:
    try:
        facts = read_text(text, "素材.yaml")
    except SpeechgenError as error:
        return error.problems
    return (*facts, placed(facts.root), dict(facts.said))


def placed(value: Value) -> object:
    if isinstance(value, Item):
        return {key: (value.where(key), placed(entry)) for key, entry in value.values.items()}
    return [placed(entry) for entry in value] if isinstance(value, tuple) else None


@pytest.mark.parametrize("text", FILES)
@pytest.mark.parametrize(
    ("pattern", "put"),
    [
        (r"(?<=值: )\d+(?=[,\s}\n])", "7"),
        (r"(?<=值: )\d+(?=[,\s}\n])", "待核"),
        (r"^数据:\n", "数据:\n  多出来的: {值: 3, 单位: 件}\n"),
        (r"^任务:\n", "# 多一行\n任务:\n"),
        (r"】", "】【没有这个数】"),
        (r"全年控制数: \d+, ", ""),
    ],
)
def test_recalling_changes_nothing(
    text: str, pattern: str, put: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = re.sub(pattern, put, text, flags=re.MULTILINE)
    read_text(text, "素材.yaml")
    recalled = outcome(changed)

    monkeypatch.setattr(recall, "_KEPT", OrderedDict())

    assert recalled == outcome(changed)


def test_another_file_has_its_own_places() -> None:
    text = next(text for text in FILES if "\n任务:\n  - 要点:" in text)

    one, other = read_text(text, "甲.yaml"), read_text(text, "乙.yaml")

    assert isinstance(one, Facts)
    assert other.root.where("任务").file == "乙.yaml"
    assert other.root.items("任务")[0].place.file == "乙.yaml"


HEAD = "文种: 工作会议讲话\n主题: 信访工作\n会议: {名称: 全县信访工作会议, 日期: 2025-08-12}\n"
SPOKEN = (
    "成绩: 全县信访总量【信访总量】，来访【乡镇表.来访】\n数据: {信访总量: {值: 135, 单位: 件}}\n"
)
BROKEN = "表格:\n- 名称: 乡镇表\n  列: {乡镇: 文字, 来访: 件}\n  行: [[甲, 30], [甲, 7]]\n"
MISSPELT = "成绩: 来访【来访总两】\n数据: {来访总量: {值: 3, 单位: 件}}\n"
SLIPS = "任务:\n" + "- {要点: 抓好, 错键: 3}\n" * 230
NAMED = "讲话人: {职务: 县委书记, 身份: 主要领导, 姓名: 待核}\n名称: {讲话人.姓名: 张三}\n"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(SPOKEN + BROKEN, SPOKEN, id="a broken table goes"),
        pytest.param(
            SLIPS + MISSPELT,
            SLIPS.replace("错键", "编号", 1).replace(", 错键: 3", "") + MISSPELT,
            id="a slip nobody was told of stays",
        ),
        pytest.param(
            NAMED + "数据: {甲: {值: 1, 单位: 件}}\n",
            NAMED + "数据: {甲: {值: 2, 单位: 件}}\n",
            id="a name that 名称 gives",
        ),
    ],
)
def test_what_went_untold_is_not_recalled(first: str, second: str) -> None:
    outcome(HEAD + first)
    again = outcome(HEAD + second)
    recall._KEPT.clear()  # noqa: SLF001 - to read it as if for the first time

    assert again == outcome(HEAD + second)
