"""Whole tasks in one sentence, and how to do one that was given without measures."""

from __future__ import annotations

import re

import pytest

from tests.drafting.papers import line_with, speech


@pytest.mark.parametrize(
    ("task", "said"),
    [
        pytest.param(
            "责任单位: 县水利局, 措施: [排查险段, 疏通沟渠, 备足沙袋]",
            r"县水利局要[^。]*三项工作[^。]*：排查险段；疏通沟渠；备足沙袋。",
            id="three short measures (任15)",
        ),
        pytest.param(
            "责任单位: 县水利局, 阶段目标: "
            "[{时限: 5月底前, 目标: 拿出方案}, {时限: 年底前, 目标: 完成改造}]",
            r"县水利局要[^。]*，5月底前拿出方案，年底前完成改造。",
            id="two dates, one owner (任13)",
        ),
        pytest.param(
            "措施: [疏通沟渠], 时限: 6月底前, 目标: 完成全部清淤",
            r"要抓紧疏通沟渠，确保6月底前完成全部清淤。",
            id="no owner is invented (任14)",
        ),
    ],
)
def test_a_whole_task_in_one_sentence(task: str, said: str) -> None:
    assert re.search(said, line_with(f"任务: [{{要点: 守住河堤, {task}}}]\n", "守住河堤"))


def test_a_task_without_measures_says_how() -> None:
    with_how = line_with("任务: [{要点: 排查堤防隐患, 责任单位: 县水利局}]\n", "排查堤防隐患")

    assert with_how.count("。") >= 3


def test_owners_alone_are_not_told_alike() -> None:
    tasks = ", ".join(f"{{要点: 守住{n}段, 责任单位: 县{n}局}}" for n in "甲乙丙丁戊")
    lines = [line for line in speech(f"任务: [{tasks}]\n") if "守住" in line]
    said = {re.sub(r"县.局", "", line.split("。")[1]) for line in lines}

    assert len(said) >= 4, said
