"""讲话提纲: heads and one line a point; no point is bare, no stock stands between."""

from __future__ import annotations

from speechgen.document import Role
from tests.drafting.papers import ROOT, drafted, drafted_from, paragraphs, roles

MEETING = """\
文种: 讲话提纲
主题: 防汛工作
范围: 全县
会议: {名称: 全县防汛工作会议, 日期: 2025-05-20}
"""
TASKS = """\
任务:
  - 要点: 排查堤防隐患
    责任单位: 县水利局
    配合单位: 各镇街
    措施: 逐段巡堤，逐处登记
    时限: 6月底前
    目标: 隐患整改率达到100%
  - {要点: 备足抢险物资, 责任单位: 县应急局, 时限: 5月底前}
"""


def outlined(body: str) -> list[str]:
    return roles(drafted(MEETING + body), Role.BODY)


def test_a_task_is_one_line_with_owner_deadline_and_target() -> None:
    assert outlined(TASKS)[1] == (
        "第一，排查堤防隐患：县水利局牵头、各镇街配合，逐段巡堤，逐处登记；6月底前，隐患整改率达到100%。"
    )


def test_a_task_without_measures_still_names_owner_and_deadline() -> None:
    assert outlined(TASKS)[2] == "第二，备足抢险物资：县应急局牵头；5月底前完成。"


def test_a_problem_is_one_line_with_its_figures_and_conduct() -> None:
    body = """\
数据: {隐患: {值: 12, 单位: 处, 上年同期: 10}}
问题:
  - 要点: 隐患还不少
    说明: 查出隐患【隐患】，【隐患.同比】
    表现: [乡镇巡查不到点, 村里没有人管]
    原因: 责任没有分清
  - 物资还不足
"""

    assert outlined(body)[1:] == [
        "一是隐患还不少：查出隐患12处，同比增加20%；有的乡镇巡查不到点；有的村里没有人管；主要是责任没有分清。",
        "二是物资还不足。",
    ]


def test_a_demand_is_one_line() -> None:
    body = (
        "要求:\n  - {要点: 责任要压实, 安排: [{谁: 各镇街, 时限: 6月1日前, 做什么: 公布责任人}]}\n"
    )

    assert outlined(body)[1] == "责任要压实：各镇街6月1日前公布责任人。"


def test_no_stock_stands_in_an_outline() -> None:
    speech = drafted_from(ROOT / "sample_inputs" / "防汛备汛动员部署讲话.yaml")
    text = (ROOT / "sample_inputs" / "防汛备汛动员部署讲话.yaml").read_text("utf-8")
    outline = drafted(text.replace("文种: 动员部署讲话", "文种: 讲话提纲"))

    assert len("".join(paragraphs(outline))) < 0.75 * len("".join(paragraphs(speech)))
    assert roles(outline, Role.BODY)[-1].startswith("第三，")


def test_one_part_alone_has_no_heading() -> None:
    assert roles(drafted(MEETING + TASKS), Role.HEADING_1) == []
