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
    one, other = read_text(FILES[0], "甲.yaml"), read_text(FILES[0], "乙.yaml")

    assert isinstance(one, Facts)
    assert other.root.where("任务").file == "乙.yaml"
    assert other.root.items("任务")[0].place.file == "乙.yaml"
