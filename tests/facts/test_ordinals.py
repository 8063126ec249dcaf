"""Ordinals typed by hand: `tests/cases/facts/ordinals.txt`, which anybody may extend."""

from __future__ import annotations

import pytest

from speechgen.facts.read import read_text
from speechgen.facts.tidy.ordinals import without_ordinals
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
