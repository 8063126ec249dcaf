"""动员部署讲话: why now, who does what, and by when."""

from __future__ import annotations

import pytest

from speechgen.document import Role
from tests.drafting.papers import drafted, hoard, paragraphs, roles

MEETING = """\
文种: 动员部署讲话
主题: 防汛工作
范围: 全县
会议: {名称: 全县防汛动员部署会, 日期: 2025-04-20}
讲话人: {职务: 县长, 身份: 主要领导}
"""
WHY = "背景: [今年入汛比常年提早半个月]\n"
TASKS = """\
任务:
  - {要点: 加固水库, 责任单位: 县水利局, 时限: 5月底前, 措施: [一库一策抢修]}
  - {要点: 疏通河道, 责任单位: 县住建局, 时限: 5月10日前, 措施: [清理沟渠]}
  - {要点: 组织演练, 责任单位: 各镇街, 时限: 4月底前, 措施: [选在夜间演练]}
"""


def test_the_points_of_time_are_told_once_more_by_date() -> None:
    said = paragraphs(drafted(MEETING + TASKS))[-2]

    assert said.endswith(
        "：4月底前，各镇街组织演练；5月10日前，县住建局疏通河道；5月底前，县水利局加固水库。"
    )


@pytest.mark.parametrize("deadline", ["每月", "年底前"])
def test_few_points_of_time_are_not_told_again(deadline: str) -> None:
    text = MEETING + TASKS.replace("5月10日前", deadline).replace("4月底前", deadline)

    assert "加固水库；" not in "".join(paragraphs(drafted(text)))


def test_stages_stand_in_the_list_with_their_task() -> None:
    stages = "    阶段目标: [{时限: 5月5日前, 目标: 完成2座}, {时限: 6月5日前, 目标: 全部完成}]\n"
    text = MEETING + TASKS + "  - 要点: 更换闸门\n    责任单位: 县水利局\n" + stages

    assert "5月5日前，县水利局更换闸门，完成2座" in "".join(paragraphs(drafted(text)))


def test_the_background_makes_a_part() -> None:
    assert len(roles(drafted(MEETING + TASKS), Role.HEADING_1)) == 0
    assert len(roles(drafted(MEETING + WHY + TASKS), Role.HEADING_1)) == 2


def test_the_heads_are_those_of_a_mobilisation() -> None:
    heads = roles(drafted(MEETING + WHY + TASKS), Role.HEADING_1)
    sets = [s for t in hoard().topic("防汛工作") for s in t.heads if "动员" in s.get("文种", "")]

    assert heads in [[s["形势"], s["任务"]] for s in sets]


def test_a_superior_who_still_speaks_leaves_no_call() -> None:
    text = MEETING + TASKS + "此后议程: [{谁: 县委书记, 事项: 作讲话, 类型: 讲话}]\n"

    assert "同志们，" not in paragraphs(drafted(text))[-1]
