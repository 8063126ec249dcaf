"""Minutes: third person, what was decided and by whom, who was there."""

from __future__ import annotations

import re

import pytest

from speechgen.document import Role
from tests.drafting.meetings import AGENDA, HOST, MEETING, SPEAKER, paper, text
from tests.drafting.papers import drafted, paragraphs, roles

DECISIONS = """\
议定事项:
  - 要点: 清理河道
    责任单位: 县水利局
    配合单位: 县城管局
    时限: 11月底前
    措施: [打捞漂浮物, 拆除阻水网箱]
  - {要点: 拆除违建, 责任单位: 县城管局, 时限: 12月底前}
"""
TASKS = "任务: [{要点: 绿化村道, 责任单位: 各镇, 时限: 年底前, 措施: [补栽行道树]}]\n"


def test_the_opening_says_when_where_and_who_presided() -> None:
    opening = paper("会议纪要", SPEAKER + HOST + AGENDA + DECISIONS)[2]

    assert opening.startswith("2025年10月28日，县长在县会议中心主持召开全县环境整治会议。")
    assert "县城管局局长通报了整治情况" in opening
    assert opening.index("通报了") < opening.index("作了交流发言") < opening.index("作了讲话")


def test_who_presides_and_speaks_is_named_once() -> None:
    body = "讲话人: {职务: 县长, 姓名: 某某}\n" + HOST + DECISIONS
    opening = paper("会议纪要", body)[2]

    assert "县长某某主持会议并讲话。" in opening
    assert opening.count("县长") == 1


def test_a_decision_has_its_owner_partners_and_deadline() -> None:
    said = text("会议纪要", DECISIONS)

    owned = "由县水利局会同县城管局，11月底前打捞漂浮物，拆除阻水网箱。"
    assert owned in said
    assert "这项工作由县城管局负责，12月底前完成。" in said


def test_decisions_go_before_tasks_and_tasks_stand_in_where_there_are_none() -> None:
    assert "绿化村道" not in text("会议纪要", DECISIONS + TASKS)
    assert "由各镇负责落实，年底前补栽行道树。" in text("会议纪要", TASKS)


@pytest.mark.parametrize(("body", "heads"), [(DECISIONS, 2), (TASKS, 0)])
def test_promised_is_what_follows_and_a_single_decision_has_no_ordinal(
    body: str, heads: int
) -> None:
    made = drafted(MEETING + body, "会议纪要")

    assert len(roles(made, Role.HEADING_1)) == heads
    assert ("两" in "".join(roles(made, Role.BODY))) is (heads == 2)


@pytest.mark.parametrize("topic", ["信访", "安全生产", "生态环保", "教育", "招商引资", "养老"])
@pytest.mark.parametrize("seed", range(6))
def test_minutes_never_say_i(topic: str, seed: int) -> None:
    body = (
        f"种子: 第{seed}次\n"
        """\
数据: {来信: {值: 96, 单位: 件, 时段: 1至7月, 全年控制数: 120, 向好: 下降}}
成绩: [清运垃圾12车]
问题:
  - 要点: 来信总量仍多
    说明:
      - 收到来信【来信】，【来信.占控制数】
要求: [责任要到人]
"""
    )
    meeting = MEETING.replace("环境整治", topic) + SPEAKER + HOST + AGENDA + DECISIONS
    said = "".join(paragraphs(drafted(meeting + body, "会议纪要")))

    assert "我" not in said


def test_attendance_stands_at_the_end_each_list_with_its_label() -> None:
    body = DECISIONS + "出席: [县长, 副县长]\n列席: [人大代表]\n请假: [县水利局局长]\n"
    lists = roles(drafted(MEETING + body, "会议纪要"), Role.ATTENDANCE)

    assert lists == ["出席：县长、副县长", "列席：人大代表", "请假：县水利局局长"]


def test_without_attendance_there_is_no_label() -> None:
    assert not re.search("出席：|列席：|请假：", text("会议纪要", DECISIONS))


def test_bare_problems_and_demands_share_a_sentence() -> None:
    said = text("会议纪要", DECISIONS + "问题: [河道淤积, 违建反弹]\n要求: [压实责任, 严格督查]\n")

    assert "一是河道淤积；二是违建反弹。" in said
    assert "压实责任，严格督查。" in said


def test_parts_of_ones_own_are_minuted_under_their_headings() -> None:
    parts = (
        "部分:\n  - {标题: 看清形势, 成绩: [清运垃圾12车]}\n"
        "  - {标题: 抓住关键, 任务: [{要点: 清理河道, 责任单位: 县水利局}]}\n"
    )
    made = drafted(MEETING + parts, "会议纪要")
    said = "".join(roles(made, Role.BODY))

    assert roles(made, Role.HEADING_1) == ["看清形势", "抓住关键"]
    assert said.count("清运垃圾12车") == 1
    assert "由县水利局负责" in said


def test_decisions_of_a_line_each_share_a_paragraph() -> None:
    short = "议定事项:\n" + "".join(
        f"  - {{要点: 修好{each}, 责任单位: 县交通局, 时限: 年底前}}\n" for each in "桥路坝"
    )
    said = text("会议纪要", short)

    assert "一是由县交通局年底前修好桥；二是由县交通局年底前修好路；" in said
    assert "三" in said.split("一是")[0].splitlines()[-1]


def test_decisions_of_domains_say_which() -> None:
    tasks = (
        "任务:\n  - {领域: 房地产, 要点: 清理旧账, 措施: [核对资金]}\n"
        "  - {领域: 教育, 要点: 补足学位, 措施: [新建学校]}\n"
    )
    heads = roles(drafted(MEETING + tasks, "会议纪要"), Role.HEADING_1)

    assert heads == ["房地产领域，清理旧账", "教育领域，补足学位"]


def test_problems_told_by_angle_are_not_counted() -> None:
    problems = (
        "问题:\n  - {角度: 数据, 要点: 总量仍大}\n  - {角度: 结构, 要点: 难题集中, 表现: [拖延]}\n"
    )

    assert "两个" not in text("会议纪要", problems)


def test_an_item_that_reads_out_an_award_is_told_as_it_was() -> None:
    agenda = "议程: [{谁: 副县长, 事项: 宣读表彰决定}]\n"

    assert "副县长宣读了表彰决定" in text("会议纪要", agenda + DECISIONS)


def test_demands_in_minutes_are_asked_for() -> None:
    said = text("会议纪要", "要求: [{要点: 严守纪律, 说明: [一分钱也不能乱花]}, 抓好安全]\n")

    assert "第一，要严守纪律。一分钱也不能乱花。" in said
    assert "第二，要抓好安全。" in said


def test_a_goal_is_a_sentence_of_its_own() -> None:
    body = (
        "议定事项:\n  - {要点: 改善就医, 责任单位: 县医院, 时限: 5月底前,"
        " 目标: 候诊时间缩短到40分钟, 措施: [推行一站式退费]}\n  - 修好道路\n"
    )

    assert "推行一站式退费。5月底前，候诊时间缩短到40分钟。" in text("会议纪要", body)


def test_how_often_does_not_stand_before_a_thing() -> None:
    body = (
        "议定事项:\n  - {要点: 统一配送, 责任单位: 县总院, 时限: 每月, 措施: [基层缺药当日响应]}\n"
        "  - 修好道路\n"
    )

    assert "由县总院负责落实，基层缺药当日响应，每月报告一次进展。" in text("会议纪要", body)


def test_a_year_and_its_whole_year_are_not_parted() -> None:
    figures = "数据: {投诉: {值: 24, 单位: 件, 时段: 2025年}}\n"
    body = "问题: [{要点: 投诉多, 说明: [全年热线接到投诉【投诉】]}, 路面破]\n"

    assert "2025年全年热线接到投诉24件。" in text("会议纪要", figures + body)


def test_a_decision_of_several_clauses_has_the_first_for_its_heading() -> None:
    body = (
        "议定事项:\n  - 建立管护机制；经费列入预算；聘请保洁员9名\n"
        "  - {要点: 修好道路, 措施: [铺平路面]}\n"
    )
    said = paper("会议纪要", body)

    assert "建立管护机制" in said
    assert "经费列入预算；聘请保洁员9名。" in said
