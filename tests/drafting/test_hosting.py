"""The host script: who speaks when, thanks after, nothing praised before, what follows."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from speechgen.document import Role
from tests.drafting.meetings import AGENDA, HOST, MEETING, SPEAKER, paper, text
from tests.drafting.papers import drafted, roles

WHOLE = MEETING + SPEAKER + HOST + AGENDA
PRAISE = re.compile("谢谢|感谢|讲得|很实在|很明白|具体|体会|好做法|掌声感谢")


def script(body: str) -> list[str]:
    return paper("主持词", body)


def test_the_agenda_is_counted_and_called_item_by_item() -> None:
    said = text("主持词", SPEAKER + HOST + AGENDA)

    assert "三项" in said
    for ordinal, who in [("一", "县城管局局长"), ("二", "柳树镇"), ("三", "县委书记")]:
        assert re.search(f"第{ordinal}项[^。！]*{who}", said), ordinal
    assert "第四项" not in said


def test_every_speech_is_a_stage_direction_of_its_own() -> None:
    stages = roles(drafted(WHOLE, "主持词"), Role.STAGE)

    assert stages == [
        "（县城管局局长通报）",
        "（柳树镇、石桥镇负责同志发言）",
        "（县委书记讲话）",
    ]


@pytest.mark.parametrize("seed", range(12))
def test_nothing_is_praised_before_it_was_given(seed: int) -> None:
    paragraphs = script(f"种子: 第{seed}次\n" + SPEAKER + HOST + AGENDA)
    first = next(n for n, line in enumerate(paragraphs) if line.startswith("（县城管局局长"))

    assert not [line for line in paragraphs[:first] if PRAISE.search(line)]
    for line, following in pairwise(paragraphs[2:]):
        if following.startswith("（"):
            call = re.split("(?<=[。！])", line)[-2]
            assert not PRAISE.search(call), call


def test_an_agenda_of_one_is_neither_listed_nor_counted() -> None:
    said = text("主持词", SPEAKER + HOST)

    assert re.search("县委书记讲话", said)
    assert "第一项" not in said
    assert "一是" not in said


def test_who_presides_and_speaks_says_so_of_himself() -> None:
    body = "讲话人: {职务: 县长}\n" + HOST + "任务: [清理河道, 拆除违建]\n"
    said = text("主持词", body)

    assert re.search("由?我来?讲", said)
    assert "请县长" not in said
    assert "县长作了讲话" not in said
    assert "一是清理河道；二是拆除违建" in said


def test_after_an_award_there_is_applause_and_a_congratulation() -> None:
    body = SPEAKER + (
        "议程:\n  - {谁: 副县长, 事项: 宣读表彰决定, 类型: 表彰}\n"
        "  - {谁: 县委书记, 事项: 作讲话}\n"
    )
    said = script(body)
    at = said.index("（颁奖，鼓掌）")

    assert re.search("祝贺|鼓掌|掌声", said[at + 1])


def test_guests_are_welcomed_with_applause_and_superiors_are_addressed_first() -> None:
    body = SPEAKER + AGENDA + "来宾: [市城管局局长]\n在座上级: [尊敬的市城管局领导]\n"
    paper = drafted(MEETING + body, "主持词")

    assert "（鼓掌）" in roles(paper, Role.STAGE)
    assert roles(paper, Role.SALUTATION) == ["尊敬的市城管局领导，同志们："]


@pytest.mark.parametrize("count", [1, 2, 6, 7, 40])
def test_the_summary_names_a_few_tasks_and_counts_many(count: int) -> None:
    tasks = "".join(f"  - 整治第{n}处\n" for n in range(1, count + 1))
    said = text("主持词", f"{SPEAKER}{AGENDA}任务:\n{tasks}")

    assert ("整治第1处" in said) is (count <= 6)
    assert ("二是整治第2处" in said) is (1 < count <= 6)


def test_what_has_a_date_is_to_be_done_after_the_meeting() -> None:
    body = (
        AGENDA
        + SPEAKER
        + (
            "要求:\n  - 要点: 责任要到人\n    安排:\n"
            "      - {谁: 县城管局, 时限: 11月5日前, 做什么: 分解任务}\n"
            "      - {谁: 县督查室, 做什么: 每月暗访1次}\n"
        )
    )
    said = text("主持词", body)

    assert "请县城管局在11月5日前分解任务。" in said
    assert "每月暗访" not in said


@pytest.mark.parametrize("seed", range(8))
def test_the_host_ends_the_meeting(seed: int) -> None:
    assert "散会" in script(f"种子: 第{seed}次\n" + SPEAKER + AGENDA)[-1]


@pytest.mark.parametrize(
    ("key", "line"), [("出席", "副县长"), ("列席", "人大代表"), ("主持人", "县长")]
)
def test_what_is_not_given_is_not_said(key: str, line: str) -> None:
    added = f"{key}: {{职务: {line}}}\n" if key == "主持人" else f"{key}: [{line}]\n"

    assert line in text("主持词", SPEAKER + added)
    assert line not in text("主持词", SPEAKER)


def test_the_last_speech_is_summed_up_where_no_speaker_is_named() -> None:
    said = text("主持词", AGENDA + "任务: [清理河道, 拆除违建]\n")

    assert "一是清理河道；二是拆除违建" in said.split("（县委书记讲话）")[1]


@pytest.mark.parametrize("who", ["市长周明远", "周明远", "市委副书记、市长周明远"])
def test_the_speaker_is_known_by_either_of_his_posts(who: str) -> None:
    body = (
        "讲话人: {职务: 市委副书记、市长, 姓名: 周明远}\n"
        "议程:\n  - {谁: 市城管局局长, 事项: 通报整治情况}\n"
        f"  - {{谁: {who}, 事项: 作讲话}}\n"
    )
    said = text("主持词", body)

    assert "两项" in said
    assert "三项" not in said


def test_the_host_does_not_ask_himself() -> None:
    body = (
        "议程:\n  - {谁: 县长, 事项: 宣读表扬通报}\n"
        "  - {谁: 县城管局局长, 事项: 通报整治情况}\n  - {谁: 县委书记, 事项: 作讲话}\n"
    )
    said = text("主持词", SPEAKER + HOST + body)

    assert "由我宣读表扬通报" in said
    assert "请县长" not in said
    assert "谢谢县长" not in said


def test_superiors_who_came_are_welcomed() -> None:
    said = text("主持词", "在座上级: [尊敬的省住建厅副厅长]\n" + SPEAKER + AGENDA)

    assert re.search("省住建厅副厅长[^。]*指导|欢迎省住建厅副厅长", said)


def test_no_summary_of_a_lower_speech_stands_behind_a_superiors() -> None:
    body = (
        "讲话人: {职务: 副县长}\n成绩: [清运垃圾12吨]\n"
        "问题: [路面破损]\n任务: [清理河道, 拆除违建]\n"
        "议程:\n  - {谁: 副县长, 事项: 作讲话}\n  - {谁: 县长, 事项: 作讲话}\n"
    )
    last = script(body)[-3]

    assert "县长的讲话" in last or "讲话" in last
    assert "肯定" not in last
    assert "清理河道" in last


def test_demands_that_are_clauses_are_to_be_done() -> None:
    said = text("主持词", SPEAKER + AGENDA + "要求: [责任再压实, 执法再从严]\n")

    assert "要做到责任再压实，执法再从严" in said


def test_a_speech_that_is_the_only_item_is_not_told_as_left_out() -> None:
    alone = drafted(MEETING + "议程: [{谁: 县委书记, 事项: 作讲话}]\n", "主持词")

    assert "作讲话" not in "".join(problem.message for problem in alone.advice)


def test_demands_that_are_names_of_work_are_strengthened() -> None:
    said = text("主持词", SPEAKER + AGENDA + "要求: [组织领导, 宣传引导, 监督检查]\n")

    assert "要加强组织领导、宣传引导和监督检查" in said


@pytest.mark.parametrize("seed", range(6))
def test_a_pledge_is_not_thanked_for_as_experience(seed: int) -> None:
    body = (
        f"种子: 第{seed}次\n议程:\n  - {{谁: 兴达公司, 事项: 作表态发言}}\n"
        "  - {谁: 县委书记, 事项: 作讲话}\n"
    )
    said = text("主持词", SPEAKER + body)

    assert "体会" not in said
    assert "好做法" not in said


def test_nobody_announces_himself() -> None:
    said = text("主持词", SPEAKER + HOST + AGENDA + "出席: [县委书记, 县长, 县长助理]\n")

    assert re.search("县委书记、县长助理", said)
    assert "县长、" not in said


def test_lists_open_with_a_colon() -> None:
    said = text("主持词", SPEAKER + HOST + AGENDA + "任务: [清理河道, 拆除违建]\n")

    assert "，一是" not in said
    assert said.count("：一是") == 2


@pytest.mark.parametrize("seed", range(6))
def test_what_is_due_in_months_is_not_called_urgent(seed: int) -> None:
    due = "要求: [{要点: 责任要实, 安排: [{谁: 县审计局, 时限: 12月底前, 做什么: 检查1次}]}]\n"
    said = text("主持词", f"种子: 第{seed}次\n" + SPEAKER + HOST + AGENDA + due)

    assert "请县审计局在12月底前检查1次。" in said
    assert "马上" not in said
