"""Who speaks decides how: a leader demands, a bureau head asks, a village head promises."""

from __future__ import annotations

import pytest

from tests.drafting.papers import MEETING, drafted, paragraphs

HEAD = "文种: 工作会议讲话\n主题: 水利工作\n会议: {名称: 全县水利工作会议, 日期: 2025-03-20}\n"
TASK = """\
任务:
  - {要点: 加固堤防, 责任单位: 县住建局, 措施: [排查险段]}
  - {要点: 备足物资, 责任单位: 县水利局, 措施: [采购沙袋]}
"""


@pytest.mark.parametrize(
    ("rank", "said"),
    [
        pytest.param("主要领导", "县住建局要排查险段。", id="a leader demands"),
        pytest.param("分管领导", "县住建局要排查险段。", id="a deputy demands"),
        pytest.param("部门负责人", "请县住建局排查险段。", id="a bureau head asks a bureau"),
        pytest.param("基层代表", "县住建局将排查险段。", id="a village head says what is planned"),
    ],
)
def test_the_rank_decides_how_an_owner_is_told(rank: str, said: str) -> None:
    text = "".join(paragraphs(drafted(f"{HEAD}讲话人: {{职务: 领导, 身份: {rank}}}\n{TASK}")))

    assert said in text


def test_ones_own_bureau_is_we() -> None:
    speaker = "讲话人: {职务: 局长, 单位: 县水利局, 身份: 部门负责人}\n"
    text = "".join(paragraphs(drafted(HEAD + speaker + TASK)))

    assert "我们要采购沙袋。" in text
    assert "请县水利局" not in text


@pytest.mark.parametrize(
    ("demand", "said"),
    [
        pytest.param(
            "{要点: 责任要压实, 安排: {谁: 各镇街, 做什么: 每月向县里报告1次, 时限: 4月底前}}",
            "4月底前",
            id="a report says when the first is due (求8)",
        ),
        pytest.param(
            "{要点: 考核要严格, 导向: 看堤防险段除掉几处}",
            "看堤防险段除掉几处。",
            id="what counts gets a subject (求10)",
        ),
    ],
)
def test_a_demand_says_what_is_reported_and_what_counts(demand: str, said: str) -> None:
    lines = paragraphs(drafted(f"{HEAD}{TASK}要求: [{demand}]\n"))
    found = [line for line in lines if said in line]

    assert len(found) == 1
    assert "。看堤防" not in found[0]
    assert "要在4月底前，每月" not in found[0]


def test_a_threat_turns_before_it_comes_to_care() -> None:
    care = "要求: [{要点: 责任要实, 问责: 虚报数字}]\n"
    plain = "要求: [{要点: 责任要实, 安排: {谁: 各镇街, 做什么: 每月巡堤}}]\n"
    turns = ("严管也要厚爱。", "该严的要严，该暖的要暖。", "追责要严，关心也要到。")

    def said(demands: str) -> str:
        return "".join(paragraphs(drafted(HEAD + TASK + demands)))

    assert sum(turn in said(care) for turn in turns) == 1
    assert not [turn for turn in turns if turn in said(plain) or turn in said("篇幅: 短\n" + care)]


@pytest.mark.parametrize("seed", range(6))
def test_a_deputy_does_not_let_offences_off_with_a_talk(seed: int) -> None:
    speaker = "讲话人: {职务: 副县长, 身份: 分管领导}\n"
    demand = "要求: [{要点: 责任要实, 问责: 套取补助资金}]\n"
    text = "".join(paragraphs(drafted(f"种子: 第{seed}次\n{HEAD}{speaker}{TASK}{demand}")))

    assert "约谈" not in text
    assert "按规定提请问责" in text


def test_the_speakers_own_unit_is_we_in_demands_too() -> None:
    head = MEETING + "讲话人: {职务: 县水利局局长, 身份: 部门负责人}\n任务: [守住河堤]\n"
    demand = "要求: [{要点: 通报要及时, 安排: [{谁: 县水利局, 时限: 6月底前, 做什么: 通报水情}]}]\n"
    text = "".join(paragraphs(drafted(head + demand)))

    assert "我们要" in text
    assert "请县水利局" not in text


def test_who_speaks_for_the_government_does_not_speak_from_his_own_desk() -> None:
    head = MEETING + "讲话人: {职务: 副县长, 身份: 分管领导, 代表: 县政府}\n"
    text = "".join(paragraphs(drafted(head + "任务: [守住河堤]\n要求: [责任要压实]\n")))

    assert "我代表县政府" in text
    assert "从分管的角度" not in text


def test_the_spirit_of_a_meeting_is_said_once() -> None:
    basis = "依据: [{名称: 全省防汛工作会议精神, 类型: 会议}]\n任务: [守住河堤]\n"
    text = "".join(paragraphs(drafted(MEETING + basis)))

    assert "全省防汛工作会议精神" in text
    assert "精神精神" not in text
