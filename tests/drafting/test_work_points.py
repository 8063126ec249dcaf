"""工作要点: plain items, who and by when in brackets; no 要, no 我, no slogan."""

from __future__ import annotations

import re

from speechgen.document import Role
from tests.drafting.papers import drafted, paragraphs, roles

HEAD = "文种: 工作要点\n年度: 2026年\n范围: 全区\n主题: 安全生产\n日期: 2026-01-10\n"
TASK = """\
任务:
  - 要点: 排查隐患
    具体任务:
      - 要点: 检查工地
        责任单位: 区住建局
        配合单位: [区应急局, 各街道]
        措施: [要逐个工地检查塔吊]
        时限: 6月底前
        目标: 整改率达到100%
      - 要点: 检查商场
        措施:
          - {对象: 大型商场, 责任单位: 区商务局, 做什么: 核查疏散通道, 时限: 5月底前}
"""


def planned(body: str) -> list[str]:
    return roles(drafted(HEAD + body), Role.BODY)


def test_the_title_names_year_scope_and_work_once() -> None:
    assert paragraphs(drafted(HEAD + TASK))[0] == "2026年全区安全生产工作要点"
    assert (
        paragraphs(drafted(HEAD.replace("安全生产", "信访工作") + TASK))[0]
        == "2026年全区信访工作要点"
    )


def test_owner_partners_and_deadline_stand_in_brackets() -> None:
    assert planned(TASK)[1] == (
        "逐个工地检查塔吊。整改率达到100%。（责任单位：区住建局；配合单位：区应急局、各街道；完成时限：6月底前）"
    )


def test_the_only_unit_of_the_measures_goes_into_the_brackets() -> None:
    assert planned(TASK)[2] == "对大型商场，核查疏散通道。（责任单位：区商务局；完成时限：5月底前）"


def test_two_units_keep_their_names_in_the_sentence() -> None:
    body = TASK + "          - {责任单位: 区消防救援大队, 做什么: 测试喷淋设施}\n"

    assert planned(body)[2] == (
        "对大型商场，区商务局5月底前核查疏散通道；区消防救援大队测试喷淋设施。"
        "（责任单位：区商务局、区消防救援大队）"
    )


def test_the_last_stage_is_the_deadline() -> None:
    body = """\
任务:
  - 要点: 改造管网
    责任单位: 区水务局
    阶段目标: [{时限: 6月底前, 目标: 完成一半}, {时限: 11月底前, 目标: 全部完成}]
"""

    assert (
        planned(body)[1]
        == "6月底前完成一半，11月底前全部完成。（责任单位：区水务局；完成时限：11月底前）"
    )


def test_a_demand_is_planned_not_demanded() -> None:
    body = TASK + "要求:\n  - {要点: 组织领导要强, 安排: [{谁: 区安委会, 做什么: 每月调度1次}]}\n"
    body += "  - 强化要素保障\n"
    paper = drafted(HEAD + body)

    heads = roles(paper, Role.HEADING_2)
    assert {"组织领导强起来", "强化要素保障"} <= set(heads), "the 要 of 要素 is no modal"
    assert roles(paper, Role.BODY)[-1] == "区安委会每月调度1次。"


def test_nobody_says_we_and_nothing_is_demanded() -> None:
    text = "".join(planned(TASK))

    assert not re.search("我们|我|同志|要(?!点)|让我们", text)


def test_a_point_without_an_owner_is_said_to_lack_one() -> None:
    paper = drafted(HEAD + "任务: [{要点: 排查隐患, 措施: [逐户检查]}]\n")

    assert [problem.code for problem in paper.advice] == ["no-owner"]


def test_one_demand_alone_has_no_ordinal() -> None:
    body = TASK + "要求:\n  - {要点: 组织领导要强, 安排: [{谁: 区安委会, 做什么: 每月调度1次}]}\n"

    assert "组织领导强起来。区安委会每月调度1次。" in planned(body)


def test_a_goal_without_a_subject_goes_on_with_the_measures() -> None:
    body = (
        "任务: [{要点: 建好连接线, 责任单位: 区交通局, 措施: [集中攻坚桥梁主体], 目标: 建成通车}]\n"
    )

    assert "集中攻坚桥梁主体，确保建成通车。（责任单位：区交通局）" in planned(body)


def test_a_noun_among_heads_with_verbs_gets_a_verb() -> None:
    body = "任务: [深入打好蓝天保卫战, 抓好黑臭水体治理, 土壤污染防治]\n"

    assert roles(drafted(HEAD + body), Role.HEADING_1)[-1] == "抓实土壤污染防治"


def test_the_typed_guideline_stands_alone() -> None:
    typed = planned("总体要求: [坚持服务在前]\n" + TASK)

    assert typed[0] == "坚持服务在前。"


def test_projects_in_general_are_not_about_investors() -> None:
    facts = (
        "文种: 工作要点\n主题: 重点项目建设\n年度: 2026年\n任务: [{要点: 赶工期, 时限: 年底前}]\n"
    )

    assert not re.search("招商|客商", "".join(paragraphs(drafted(facts))))
