"""Whatever the facts: no crash, no fault, the same again; and what drawing them has found."""

from __future__ import annotations

import pytest

from speechgen.document import Role
from speechgen.drafting.draft import Draft
from tests.drafting.any_facts import all_faults, drawn, kinds
from tests.drafting.faults import long_sentences
from tests.drafting.meetings import MEETING, paper, text
from tests.drafting.papers import drafted, paragraphs, roles, speech

DRAWS = 16
"""Files drawn for each kind; run `tests.drafting.any_facts` as a program to draw more."""


@pytest.mark.parametrize("kind", kinds())
def test_no_facts_make_a_paper_with_a_fault(kind: str) -> None:
    found = {seed: all_faults(drawn(seed, kind)) for seed in range(DRAWS)}

    assert not {seed: faults for seed, faults in found.items() if faults}


def released(name: str, more: str = "") -> Draft:
    body = f"会议: {{名称: {name}, 日期: 2025-10-28}}\n任务: [清理河道]\n{more}"
    return drafted(f"文种: 新闻通稿\n主题: 环境整治\n范围: 全县\n{body}")


def test_a_release_of_a_meeting_without_a_name_has_a_title() -> None:
    assert roles(released("待核"), Role.TITLE) == ["全县环境整治工作会议召开"]
    assert roles(released("待核", "标题: 待核\n"), Role.TITLE) == ["全县环境整治工作会议召开"]


def test_problems_of_which_only_some_have_an_angle_are_all_counted() -> None:
    body = "问题: [底数不清, {要点: 总量偏高, 角度: 数据}, 责任没有压实]\n任务: [清理河道]\n"
    said = "".join(speech(body))

    assert "一是底数不清" in said
    assert "二是从数据上看，总量偏高" in said
    assert "三是责任没有压实" in said


@pytest.mark.parametrize(
    ("second", "said"),
    [
        ("切实减轻教师负担", "二要切实减轻教师负担"),
        ("确保安全度汛", "二要确保安全度汛"),
        ("必须守住底线", "二是必须守住底线"),
        ("不得向村里摊派", "二是不得向村里摊派"),
    ],
)
def test_a_task_with_a_modal_of_its_own_keeps_the_count(second: str, said: str) -> None:
    body = f"任务: [{{要点: 防汛, 具体任务: [清理河道, {second}, 加固堤防]}}]\n"
    told = "".join(speech(body))

    assert said in told
    assert f"三{said[1]}加固堤防" in told


@pytest.mark.parametrize("kind", ["致辞", "表态发言", "工作汇报", "经验交流材料", "工作总结"])
def test_one_will_is_enough(kind: str) -> None:
    body = (
        "主题: 防汛\n会议: {名称: 全县会议}\n成绩: [建成站房]\n任务: [将东镇列为重点]\n"
        "下步: [将东镇列为重点]\n承诺: [{要点: 东镇, 措施: [将东镇列为重点]}]\n"
        "做法: [{标题: 敞开门, 措施: [固定日：周一接访]}]\n"
    )

    assert "将将" not in "".join(paragraphs(drafted(f"文种: {kind}\n{body}")))


def test_a_purpose_that_says_what_for_is_not_asked_again() -> None:
    task = "任务: [{要点: 修路, 领域: 交通, 用意: 为了乡村长远发展, 措施: [铺好路面]}]\n"
    for seed in "甲乙丙丁戊己":
        body = f"文种: 工作总结\n主题: 交通\n种子: {seed}\n成绩: [建成站房]\n{task}"
        assert "为了为了" not in "".join(paragraphs(drafted(body)))


def test_a_deadline_typed_in_the_measure_is_said_once() -> None:
    task = "任务: [{要点: 修桥, 措施: [{谁: 东镇, 做什么: 年底前完成加固, 时限: 年底前}]}]\n"

    assert "年底前年底前" not in text("讲话提纲", task)


@pytest.mark.parametrize("kind", kinds())
def test_a_long_list_is_told_in_several_sentences(kind: str) -> None:
    many = [f"县第{n}局、县第{n}中心负责同志" for n in range(1, 25)]
    listed = "".join(f"  - {each}\n" for each in many)
    basis = "".join(f"  - {{名称: 全省第{n}次环境整治工作会议}}\n" for n in range(1, 10))
    agenda = "".join(
        f"  - {{谁: 县第{n}局局长, 事项: 通报第{n}片整治情况}}\n" for n in range(1, 19)
    )
    problems = "".join(f"  - 第{n}个片区的底数还没有摸清\n" for n in range(1, 13))
    body = (
        f"来宾:\n{listed}出席:\n{listed}列席:\n{listed}在座上级:\n{listed}依据:\n{basis}"
        f"议程:\n{agenda}问题:\n{problems}任务: [清理河道]\n成绩: [建成站房]\n"
        "承诺: [清理河道]\n做法: [{标题: 敞开门, 措施: [固定日：周一接访]}]\n"
    )
    made = drafted(MEETING + body, kind)

    assert not list(long_sentences(made.document))


def test_what_is_not_printed_beyond_twenty_places_is_told_together() -> None:
    body = "议程: [{谁: 县长, 事项: 作讲话}]\n做法:\n" + "".join(
        f"  - {{标题: 第{n}个做法, 措施: [第{n}个办法]}}\n" for n in range(30)
    )
    told = [p for p in drafted(MEETING + body).advice if p.code == "not-printed"]

    assert "另有40处" in told[-1].message


def test_a_unit_named_twice_is_said_once() -> None:
    task = "任务: [{要点: 清理河道, 责任单位: [东镇, 东镇], 措施: [打捞漂浮物]}]\n"

    assert not any("东镇和东镇" in line for line in paper("工作会议讲话", task))


def test_the_host_names_a_task_whose_domain_is_awaited() -> None:
    task = "任务: [{要点: 引进两家企业；建好道路, 领域: 待核}, {要点: 清理河道}]\n"
    said = text("主持词", f"讲话人: {{职务: 县长}}\n议程: [{{谁: 县长, 事项: 作讲话}}]\n{task}")

    assert "引进两家企业，建好道路" in said
