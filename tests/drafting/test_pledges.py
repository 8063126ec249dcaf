"""表态发言: one page, promises that can be checked; nobody else is blamed."""

from __future__ import annotations

import pytest

from speechgen.document import Role
from tests.drafting.papers import drafted, paragraphs, roles

HEAD = """\
文种: 表态发言
主题: 教育工作
范围: 全县
会议: {名称: 全县教育工作会议, 日期: 2025-03-20}
"""
WE = "讲话人: {职务: 校长, 单位: 城关小学, 身份: 基层代表}\n"
PLEDGES = """\
承诺:
  - {要点: 课后服务不走样, 措施: [每天开足两节社团课], 时限: 9月底前, 目标: 家长满意率达到95%以上}
  - {要点: 校园安全不放松, 措施: [把护学岗排到每个路口, 每周检查一次食堂], 时限: 4月底前}
"""
TASKS = """\
任务:
  - {要点: 建好学校, 责任单位: 县教育局, 措施: [每周调度一次], 时限: 8月底前}
  - {要点: 办好食堂, 责任单位: 城关小学, 措施: [公开每天的菜谱], 时限: 5月底前}
"""


def pledged(body: str) -> str:
    return "\n".join(paragraphs(drafted(HEAD + body)))


def test_what_is_promised_is_what_follows() -> None:
    text = pledged(WE + PLEDGES)

    assert "两点" in text
    assert "第一，课后服务不走样。" in text
    assert "第二，校园安全不放松。" in text
    assert "第三" not in text


def test_one_promise_is_not_counted() -> None:
    text = pledged(WE + PLEDGES.partition("  - {要点: 校园")[0])

    assert "第一" not in text
    assert "点承诺" not in text


def test_a_promise_has_who_how_when_and_how_much() -> None:
    text = pledged(WE + PLEDGES)

    assert "我们将每天开足两节社团课。" in text
    assert "9月底前，家长满意率达到95%以上" in text
    assert "4月底前，我们将把护学岗排到每个路口，每周检查一次食堂。" in text


def test_the_unit_pledges_what_is_its_own() -> None:
    text = pledged(WE + TASKS)

    assert "公开每天的菜谱" in text
    assert "县教育局" not in text


def test_without_a_unit_all_tasks_are_pledged_with_their_owners() -> None:
    assert "县教育局每周调度一次" in pledged(TASKS)


def test_problems_are_ours() -> None:
    text = pledged(WE + "问题: [学位不足, 食堂不够透明]\n" + PLEDGES)
    said = next(line for line in text.splitlines() if "学位不足" in line)

    assert "学位不足、食堂不够透明" in said
    assert any(word in said for word in ("自己", "我们心里"))


@pytest.mark.parametrize(
    ("speaker", "shown"),
    [
        pytest.param(WE, "城关小学校长", id="the speaker who pledges"),
        pytest.param(
            "讲话人: {职务: 县长, 身份: 主要领导}\n"
            "议程: [{谁: 城关小学校长, 事项: 作表态发言}, {谁: 县长, 事项: 作讲话}]\n",
            "城关小学校长",
            id="not the leader who speaks at the end",
        ),
    ],
)
def test_who_pledges_stands_under_the_title(speaker: str, shown: str) -> None:
    assert roles(drafted(HEAD + speaker + PLEDGES), Role.SPEAKER) == [shown]


def test_what_comes_after_the_pledge_has_not_been_heard() -> None:
    agenda = """\
讲话人: {职务: 县长, 身份: 主要领导}
议程:
  - {谁: 县教育局局长, 事项: 通报去年工作情况}
  - {谁: 城关小学校长, 事项: 作表态发言}
  - {谁: 县长, 事项: 作讲话}
"""
    text = pledged(agenda + PLEDGES)

    assert "县教育局局长通报了去年工作情况" in text
    assert "县长" not in text


def test_it_fits_a_page() -> None:
    assert len(pledged(WE + PLEDGES)) <= 28 * 22


def test_a_unit_is_known_by_the_post() -> None:
    leader = """\
讲话人: {职务: 县长, 身份: 主要领导}
议程: [{谁: 城关小学负责同志, 事项: 作表态发言}, {谁: 县长, 事项: 作讲话}]
"""

    assert "公开每天的菜谱" in pledged(leader + TASKS)
    assert "县教育局" not in pledged(leader + TASKS)
    assert "城关小学" in pledged("讲话人: {职务: 城关小学校长, 身份: 基层代表}\n" + TASKS)


def stated(speaker: str, rest: str = "") -> str:
    body = f"讲话人: {{{speaker}}}\n承诺: [{{要点: 稳住投资, 措施: [复工3个项目]}}]\n{rest}"
    return pledged(body)


@pytest.mark.parametrize("rank", ["主要领导", "分管领导", "部门负责人", "基层代表"])
def test_a_leader_with_a_unit_of_his_own_pledges_for_it(rank: str) -> None:
    said = stated(f"职务: 县长, 单位: 云岭县, 身份: {rank}")

    assert "云岭县县长" in said
    assert "我代表云岭县" in said


def test_unit_and_post_do_not_stammer() -> None:
    said = stated("职务: 村党支部书记, 单位: 青坪村, 身份: 基层代表")

    assert "青坪村党支部书记" in said


def test_a_company_does_not_report_what_the_district_achieved() -> None:
    rest = (
        "成绩: [全区检查企业612家次]\n"
        "议程:\n  - {谁: 区应急局局长, 事项: 通报情况}\n"
        "  - {谁: 兴达公司, 事项: 作表态发言}\n"
    )
    said = stated("职务: 区委书记, 身份: 主要领导", rest)

    assert "我代表兴达公司" in said
    assert "612" not in said


def test_superiors_are_not_addressed_twice() -> None:
    said = stated("职务: 县长, 单位: 云岭县", "在座上级: [市委、市政府各位领导]\n")

    assert "市委、市政府各位领导，同志们：" in said


def test_a_measure_with_its_own_date_keeps_it_in_front() -> None:
    body = "讲话人: {职务: 局长}\n承诺: [{要点: 培训到位, 措施: [4月底前完成全员培训]}]\n"

    assert "4月底前，我们将完成全员培训" in pledged(body)


def test_two_units_on_the_agenda_pledge_only_for_their_tasks() -> None:
    body = (
        "议程:\n  - {谁: 县公安局、县住建局, 事项: 作表态发言}\n"
        "任务:\n  - {要点: 公开信息, 责任单位: 县教育局}\n"
        "  - {要点: 核验材料, 责任单位: 县教育局, 配合单位: 县住建局}\n"
    )
    said = pledged(body)

    assert "核验材料" in said
    assert "公开信息" not in said


def test_who_helps_pledges_to_help() -> None:
    body = (
        "讲话人: {职务: 局长, 单位: 县住建局}\n"
        "任务:\n  - {要点: 核验材料, 责任单位: 县教育局, 配合单位: 县住建局,"
        " 措施: [共享房产信息]}\n"
    )

    assert "我们配合县教育局，共享房产信息" in pledged(body)


@pytest.mark.parametrize(
    ("due", "said"),
    [
        ("长期", "长期抓下去"),
        ("6月至8月", "6月至8月，"),
        ("每月", "每月"),
        ("5月底前", "5月底前"),
    ],
)
def test_a_bare_promise_says_by_when_how_often_or_all_the_time(due: str, said: str) -> None:
    facts = "文种: 表态发言\n主题: 防汛工作\n会议: {名称: 全县防汛工作会议, 日期: 2025-05-20}\n"
    paper = drafted(f"{facts}讲话人: {{单位: 青石镇}}\n承诺: [{{要点: 守住堤坝, 时限: {due}}}]\n")

    assert said in "".join(paragraphs(paper))
    assert "not-printed" not in {problem.code for problem in paper.advice}
