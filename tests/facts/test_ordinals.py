"""Ordinals typed by hand: `tests/cases/facts/ordinals.txt`, which anybody may extend."""

from __future__ import annotations

import pytest

from speechgen.facts.read import read_text
from speechgen.facts.tidy.ordinals import running_on, without_ordinals
from speechgen.facts.tidy.signs import is_numbered
from tests.facts.casefile import FOLDER

LINES = [
    line
    for line in (FOLDER / "facts" / "ordinals.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
STRIPPED = [line[2:] for line in LINES if line.startswith("去 ")]
KEPT = [line[2:] for line in LINES if line.startswith("留 ")]
HEAD = "文种: 工作会议讲话\n"


@pytest.mark.parametrize("line", STRIPPED)
def test_a_typed_ordinal_is_taken_off(line: str) -> None:
    typed, _, wanted = line.partition(" → ")

    left = [entry for entry, _ in without_ordinals(typed.split(" | "))]

    assert left == wanted.split(" | ")


@pytest.mark.parametrize("line", STRIPPED)
def test_a_typed_ordinal_is_noticed_by_the_quick_look(line: str) -> None:
    typed = line.partition(" → ")[0]

    assert any(map(is_numbered, typed.split(" | ")))


@pytest.mark.parametrize("line", KEPT)
def test_what_only_looks_like_an_ordinal_stays(line: str) -> None:
    left = [entry for entry, _ in without_ordinals(line.split(" | "))]

    assert left == line.split(" | ")


def test_there_are_cases_enough() -> None:
    assert len(STRIPPED) >= 25
    assert len(KEPT) >= 40


@pytest.mark.parametrize("line", [line.partition(" → ")[2] for line in STRIPPED])
def test_what_was_taken_off_leaves_nothing_to_take_off(line: str) -> None:
    left = [ordinal for _, ordinal in without_ordinals(line.split(" | "))]

    assert not any(left)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param("一是抓龙头 | 二是抓链条，三是抓平台 | 三是抓服务", [1], id="two in one"),
        pytest.param("一、抓龙头 | 二、抓链条；三、抓平台", [1], id="at the end"),
        pytest.param("抓组织 | 一是抓龙头，二是抓平台", [], id="a sentence of its own"),
        pytest.param(
            "一是抓龙头，二是抓平台 | 一是抓人，二是抓钱", [], id="each counts for itself"
        ),
    ],
)
def test_an_entry_that_holds_the_next_one_too_is_found(line: str, told: list[int]) -> None:
    assert running_on(line.split(" | ")) == told


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param("任务:\n- 要点: 一、抓源头\n- 二、抓排查\n", id="heads and lines"),
        pytest.param("措施: [一是抓源头, 二是抓排查]\n", id="not a key of the file"),
        pytest.param("下步: [一是抓源头, 二是抓排查]\n", id="lines"),
    ],
)
def test_ordinals_are_taken_off_wherever_lists_are_numbered(facts: str) -> None:
    key = facts.partition(":")[0]
    text = HEAD + (facts if key != "措施" else "任务:\n- 要点: 抓好\n  " + facts)

    root = read_text(text, "素材.yaml").root
    found = (
        [item.text("做什么") for item in root.items("任务")[0].items("措施")]
        if key == "措施"
        else [item.text("要点") for item in root.items(key)] or list(root.lines(key))
    )

    assert found == ["抓源头", "抓排查"]


@pytest.mark.parametrize(
    "key",
    ["议定事项", "承诺", "请示", "体会", "表扬", "批评", "祝愿", "出席", "列席", "请假", "主送"],
)
def test_every_list_of_entries_is_freed_of_its_ordinals(key: str) -> None:
    root = read_text(f"{HEAD}{key}: [1.县水利局办好, 2.县教育局办好]\n", "素材.yaml").root

    found = [item.text("要点") for item in root.items(key)] or list(root.lines(key))
    assert found == ["县水利局办好", "县教育局办好"]


def test_an_agenda_is_freed_of_its_ordinals() -> None:
    text = "议程:\n- {谁: 一、县信访局, 事项: 通报情况}\n- {谁: 东镇, 事项: 第二项，交流发言}\n"

    root = read_text(HEAD + text, "素材.yaml").root

    said = [(item.text("谁"), item.text("事项")) for item in root.items("议程")]
    assert said == [("县信访局", "通报情况"), ("东镇", "交流发言")]


def test_an_answer_names_its_problem_with_or_without_the_ordinal() -> None:
    text = (
        "问题: [一是存量不少, 二是增量不减]\n任务: [{要点: 抓好, 对应: [一是存量不少, 增量不减]}]\n"
    )

    root = read_text(HEAD + text, "素材.yaml").root

    names = tuple(item.text("要点") for item in root.items("问题"))
    assert names == root.items("任务")[0].lines("对应")


def test_titles_and_background_keep_what_they_begin_with() -> None:
    text = "标题: 一、二、三产业融合\n背景: [一是底子薄, 二是欠账多]\n"

    facts = read_text(HEAD + text, "素材.yaml")

    assert facts.root.lines("背景") == ("一是底子薄", "二是欠账多")
    assert facts.problems == ()
