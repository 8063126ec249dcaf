"""The address: guests welcomed, no ordinal, what we will do, wishes."""

from __future__ import annotations

import re

import pytest

from speechgen.document import Role
from tests.drafting.meetings import MEETING, paper, text
from tests.drafting.papers import drafted, roles

HOST = "讲话人: {职务: 县长, 代表: 县委、县政府}\n"
GUESTS = "来宾: [各位企业家, 各位乡贤]\n"
TASKS = """\
任务:
  - {要点: 把服务送上门, 责任单位: 县政务服务中心, 时限: 6月底前, 措施: [设立园区窗口]}
  - {要点: 建好园区道路, 责任单位: 园区办}
"""
ORDINAL = re.compile(r"[一二三四五]是|第[一二三四五]，|[一二三四五]要|首先.*其次|^[一二三]、")


def test_guests_are_welcomed_in_the_name_of_whom_the_speaker_stands_for() -> None:
    welcome = next(line for line in paper("致辞", HOST + GUESTS) if "各位企业家" in line)

    assert "全县环境整治会议" in welcome
    assert "县会议中心" in welcome
    assert re.search("代表县委、县政府|受县委、县政府委托", welcome)
    assert "各位企业家、各位乡贤" in welcome


def test_without_guests_all_are_welcomed_and_nobody_is_spoken_for() -> None:
    said = text("致辞", "讲话人: {职务: 县长}\n")

    assert "各位来宾" in said
    assert "代表" not in said


@pytest.mark.parametrize("topic", ["招商引资", "教育", "乡村振兴", "信访", "养老"])
@pytest.mark.parametrize("seed", range(6))
def test_an_address_has_no_ordinals(topic: str, seed: int) -> None:
    many = "".join(f"  - 办好{each}\n" for each in ("路灯", "水渠", "桥", "学校", "医院", "车站"))
    for tasks in (TASKS, f"任务:\n{many}"):
        body = f"种子: 第{seed}次\n{HOST}{GUESTS}成绩: [建成厂房3处, 修通公路]\n{tasks}"
        made = drafted(MEETING.replace("环境整治", topic) + body, "致辞")

        said = [block.text for block in made.document.blocks]
        assert not [line for line in said if ORDINAL.search(line)]


def test_what_will_be_done_is_ours_to_do_and_has_its_deadline() -> None:
    said = text("致辞", HOST + TASKS)

    assert "把服务送上门，6月底前设立园区窗口。" in said
    assert "建好园区道路" in said
    assert "县政务服务中心" not in said
    assert "园区办" not in said


def test_a_name_of_work_is_to_be_done_well() -> None:
    body = "任务: [{要点: 旺季安全保障, 责任单位: 景区管委会, 时限: 4月25日前}]\n"
    said = text("致辞", HOST + body)

    assert re.search("4月25日前，我们[将会]用?心?做好旺季安全保障。", said)
    assert "景区管委会" not in said


def test_offices_kept_back_on_purpose_are_not_missed() -> None:
    made = drafted(f"{MEETING}{HOST}{TASKS}", "致辞")

    assert not [p for p in made.advice if "县政务服务中心" in p.message]


def test_who_belongs_here_is_greeted_and_not_asked_to_look_round() -> None:
    said = text("致辞", "讲话人: {职务: 县长}\n听众: 全体教师\n")

    assert "全体教师" in said
    assert "欢迎" not in said
    assert "走走看看" not in said


def test_one_bridge_is_not_the_whole_countys() -> None:
    figures = "数据: {桥长: {值: 1268, 单位: 米}}\n"
    said = text("致辞", HOST + figures + "成绩: [大桥全长【桥长】]\n")

    assert "大桥全长1268米" in said
    assert "全县大桥" not in said


@pytest.mark.parametrize("count", [1, 5, 6, 40])
def test_every_task_is_said_few_in_paragraphs_many_together(count: int) -> None:
    tasks = "".join(f"  - 办好第{n}处水渠\n" for n in range(1, count + 1))
    made = drafted(f"{MEETING}{HOST}任务:\n{tasks}", "致辞")
    said = [b for b in roles(made, Role.BODY) if "办好第" in b]

    assert all(f"办好第{n}处水渠" in "".join(said) for n in range(1, count + 1))
    assert len(said) == (count if count <= 5 else 1)
    assert max(map(len, re.split("[。！]", "".join(said)))) <= 120


def test_wishes_end_the_address() -> None:
    said = paper("致辞", HOST + "祝愿: [祝大会圆满成功, 各位来宾身体健康！]\n")

    assert said[-1] == "谢谢大家！"
    assert said[-2].endswith("祝大会圆满成功，祝各位来宾身体健康！")


def test_superiors_are_addressed_first() -> None:
    made = drafted(f"{MEETING}{HOST}在座上级: [尊敬的市领导]\n", "致辞")

    assert roles(made, Role.SALUTATION) == ["尊敬的市领导，尊敬的各位来宾，各位朋友："]
