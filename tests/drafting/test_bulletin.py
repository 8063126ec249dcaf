"""情况通报: what was found, who is praised and criticised by name, what to do; third person."""

from __future__ import annotations

import re

from speechgen.document import Role
from tests.drafting.papers import drafted, paragraphs, roles

HEAD = """\
文种: 情况通报
主题: 安全生产
范围: 全县
文号: 〔2025〕3号
主送: [各镇人民政府, 县直各单位]
署名单位: 县应急管理局
日期: 2025-07-08
数据截至: 2025-06-30
数据:
  隐患: {值: 120, 单位: 处, 时段: 1至6月, 上年同期: 100, 向好: 下降}
"""
PROBLEMS = """\
问题:
  - {要点: 隐患增多, 说明: "查出隐患【隐患】，【隐患.同比】"}
  - {要点: 整改偏慢, 表现: [企业拖着不改, 乡镇催得不紧]}
"""
NAMES = """\
表扬: [青石镇：整改率居全县第一]
批评: [河口镇：连续两次检查整改不到位, 上坝镇：瞒报隐患3处]
"""
TASKS = (
    "任务: [{要点: 抓紧整改隐患, 责任单位: 各镇人民政府, 时限: 8月底前, 措施: [整改隐患并销号]}]\n"
)


def test_the_title_block_holds_number_and_addressees() -> None:
    lines = paragraphs(drafted(HEAD + PROBLEMS))

    assert lines[:3] == [
        "关于全县安全生产工作情况的通报",
        "〔2025〕3号",
        "各镇人民政府，县直各单位：",
    ]


def test_signature_and_date_stand_at_the_end() -> None:
    paper = drafted(HEAD + PROBLEMS)

    assert roles(paper, Role.SIGNATURE) == ["县应急管理局"]
    assert paragraphs(paper)[-1] == "2025年7月8日"


def test_units_are_praised_and_criticised_by_name() -> None:
    lines = paragraphs(drafted(HEAD + PROBLEMS + NAMES))

    assert "青石镇：整改率居全县第一。" in lines
    assert "河口镇：连续两次检查整改不到位。" in lines
    assert sum("两个单位" in line for line in lines) == 1, "one praised unit is not counted"


def test_parts_vanish_with_their_facts() -> None:
    assert len(roles(drafted(HEAD + PROBLEMS), Role.HEADING_1)) == 1
    assert len(roles(drafted(HEAD + PROBLEMS + NAMES + TASKS), Role.HEADING_1)) == 4


def test_problems_are_numbered_and_carry_their_figures() -> None:
    paper = drafted(HEAD + PROBLEMS)

    assert roles(paper, Role.HEADING_2) == ["隐患增多", "整改偏慢"]
    assert "1至6月，查出隐患120处，同比增加20%。" in paragraphs(paper)


def test_one_problem_has_no_ordinal() -> None:
    one = PROBLEMS.partition("  - {要点: 整改")[0]

    assert roles(drafted(HEAD + one), Role.HEADING_2) == []


def test_it_demands_in_the_third_person() -> None:
    text = "".join(paragraphs(drafted(HEAD + PROBLEMS + NAMES + TASKS)))

    assert "各镇人民政府要在8月底前整改隐患并销号。" in text
    assert not re.search("我们|我(?!县)|同志们|请各", text)


def test_a_leader_of_the_meeting_changes_nothing_in_it() -> None:
    leader = "讲话人: {职务: 县应急管理局局长, 身份: 部门负责人}\n"
    text = HEAD + PROBLEMS + TASKS.replace("各镇人民政府", "县应急管理局")

    assert paragraphs(drafted(text)) == paragraphs(drafted(text + leader))


def test_without_a_range_it_still_has_its_title() -> None:
    facts = HEAD.replace("范围: 全县\n", "") + PROBLEMS

    assert paragraphs(drafted(facts))[0] == "关于安全生产工作情况的通报"


def test_problems_of_one_line_each_stand_in_a_paragraph() -> None:
    paper = drafted(HEAD + "问题: [留样不规范, 陪餐不到位, 台账不全]\n")

    assert "一是留样不规范；二是陪餐不到位；三是台账不全。" in paragraphs(paper)
    assert roles(paper, Role.HEADING_2) == []


def test_one_demand_alone_has_no_heading() -> None:
    demand = (
        "要求: [{要点: 举一反三抓整改, 安排: [{谁: 各镇, 时限: 7月底前, 做什么: 报送整改情况}]}]\n"
    )
    paper = drafted(HEAD + PROBLEMS + TASKS + demand)

    assert "举一反三抓整改。各镇要在7月底前报送整改情况。" in paragraphs(paper)


def test_a_month_stands_in_the_opening_only_where_it_is_that_of_all() -> None:
    figures = "  投诉: {值: 9, 单位: 件, 时段: 6月}\n  达标: {值: 90%, 时段: 二季度}\n"
    problems = (
        "问题: [{要点: 投诉多, 说明: [群众投诉【投诉】]}, {要点: 达标低, 说明: [达标率【达标】]}]\n"
    )
    paper = drafted(HEAD + figures + problems)

    assert "6月全县" not in "".join(paragraphs(paper)[:5])
