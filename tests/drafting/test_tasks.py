"""A task: owner + verb + by when + result, and no fact is dropped."""

from __future__ import annotations

import pytest

from tests.drafting.papers import MEETING, drafted, line_with, paragraphs, speech


@pytest.mark.parametrize(
    ("measure", "said"),
    [
        pytest.param(
            "{谁: 各镇街, 做什么: 每周巡堤1次}",
            "各镇街要每周巡堤1次。",
            id="who does what",
        ),
        pytest.param(
            "{对象: 病险水库, 责任单位: 县水利局, 做什么: 逐座核对预案, "
            "时限: 6月底前, 结果: 完成3座除险加固}",
            "对病险水库，县水利局要逐座核对预案，6月底前完成3座除险加固。",
            id="target, owner, deadline and result (任9)",
        ),
        pytest.param(
            "{对象: 低洼小区, 责任单位: 县城管局, 做什么: 疏通排水管网}",
            "对低洼小区，县城管局要疏通排水管网。",
            id="target and owner (任11)",
        ),
        pytest.param(
            "{责任单位: 县气象局, 配合单位: 县广电台, 做什么: 滚动播报雨情, 时限: 每天}",
            "县气象局要会同县广电台，每天滚动播报雨情。",
            id="a frequency stands before the verb",
        ),
    ],
)
def test_a_measure_speaks_every_fact_it_has(measure: str, said: str) -> None:
    body = f"任务:\n  - 要点: 守住河堤\n    措施:\n      - {measure}\n"

    assert said in line_with(body, "守住河堤")


@pytest.mark.parametrize(
    ("task", "said"),
    [
        pytest.param(
            "责任单位: 县委政法委\n    措施: [全县1460名网格员每周走访一遍]",
            "县委政法委牵头，组织全县1460名网格员每周走访一遍。",
            id="people under the owner (任3)",
        ),
        pytest.param(
            "责任单位: 县司法局\n    配合单位: 各镇街\n    时限: 年底前\n"
            "    措施: [把调解组织建到每个村]",
            "县司法局要会同各镇街，年底前把调解组织建到每个村。",
            id="owner, partners, deadline (任6)",
        ),
        pytest.param(
            "责任单位: 县水利局\n    时限: 6月底前\n    目标: 隐患整改率达到100%\n"
            "    措施: [排查堤防隐患]",
            "县水利局要排查堤防隐患。6月底前，隐患整改率要达到100%。",
            id="a goal has its own sentence (任5)",
        ),
        pytest.param(
            "责任单位: 县水利局\n    时限: 6月底前\n    目标: 完成全部整改\n"
            "    措施: [排查堤防隐患]",
            "6月底前，确保完成全部整改。",
            id="a goal that begins with a verb takes 确保",
        ),
        pytest.param(
            "责任单位: [县水利局, 县应急局, 县气象局, 县农业局]\n    措施: [排查堤防隐患]",
            "县水利局、县应急局、县气象局等部门要排查堤防隐患。",
            id="four owners",
        ),
        pytest.param(
            "责任单位: [县水利局, 县应急局]\n    措施: [排查堤防隐患]",
            "县水利局和县应急局要排查堤防隐患。",
            id="two owners",
        ),
        pytest.param(
            "措施: [答复意见写明事实和依据]",
            "答复意见要写明事实和依据。",
            id="a thing takes 要 before its verb (任12)",
        ),
        pytest.param("措施: [要备足沙袋]", "要备足沙袋。", id="no second modal"),
        pytest.param(
            "措施: [各镇街备足沙袋]\n    阶段目标:\n      - {时限: 5月底前, 目标: 到位一半}\n"
            "      - {时限: 6月10日前, 目标: 力争全部到位}",
            "各镇街要备足沙袋，5月底前到位一半，6月10日前力争全部到位。",
            id="stages in order (任8)",
        ),
        pytest.param("责任单位: 县水利局", "县水利局", id="an owner alone"),
    ],
)
def test_a_task_speaks_every_fact_it_has(task: str, said: str) -> None:
    body = f"任务:\n  - 要点: 守住河堤\n    {task}\n"

    assert said in line_with(body, "守住河堤")


def test_no_owner_is_invented_and_the_gap_is_said() -> None:
    paper = drafted(f"{MEETING}任务:\n  - 要点: 守住河堤\n    措施: [备足沙袋]\n")

    assert [problem.code for problem in paper.advice] == ["no-owner", "length-short"]


@pytest.mark.parametrize(
    ("points", "ordinals"),
    [
        pytest.param(["深化网格管理", "推广调解经验"], ["一要", "二要"], id="demands: 要"),
        pytest.param(["深化网格管理", "群众满意是标准"], ["一是", "二是"], id="one clause: all 是"),
    ],
)
def test_one_list_has_one_mood(points: list[str], ordinals: list[str]) -> None:
    subtasks = "".join(f"      - 要点: {point}\n        责任单位: 县水利局\n" for point in points)
    body = f"任务:\n  - 要点: 抓早抓小\n    具体任务:\n{subtasks}"

    assert [line_with(body, point)[:2] for point in points] == ordinals


def test_one_point_alone_has_no_ordinal() -> None:
    subtask = "{要点: 深化网格管理, 责任单位: 县水利局}"
    body = f"任务:\n  - 要点: 抓早抓小\n    具体任务:\n      - {subtask}\n"

    assert line_with(body, "抓早抓小").startswith("抓早抓小。")
    assert line_with(body, "深化网格管理").startswith("要深化网格管理。")


MIRRORED = """\
问题:
  - {要点: 预案还没有落到人, 编号: 预案, 领域: 水利}
  - {要点: 物资还有缺口, 领域: 应急}
任务:
  - {要点: 守住河堤, 责任单位: 县水利局, 领域: 水利%s}
"""


@pytest.mark.parametrize(
    ("answers", "named"),
    [
        pytest.param("", "物资还有缺口", id="by domain"),
        pytest.param(", 对应: 物资还有缺口", "预案还没有落到人", id="by name"),
        pytest.param(", 对应: 预案", "物资还有缺口", id="by number"),
    ],
)
def test_a_problem_without_a_task_is_said(answers: str, named: str) -> None:
    paper = drafted(MEETING + MIRRORED % answers)

    [problem] = [problem for problem in paper.advice if problem.code == "no-task"]
    assert named in problem.message


def test_an_answer_to_no_problem_is_said() -> None:
    paper = drafted(MEETING + MIRRORED % ", 对应: 没有的问题")

    assert "unknown-answer" in [problem.code for problem in paper.advice]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("造林【实现造林.不低于】", "造林要不低于15000亩"),
        ("造林【实现造林.达到】", "造林要达到12600亩"),
        ("造林【实现造林.力争】", "造林力争达到15000亩"),
        ("造林面积达到【实现造林.全年目标】", "造林面积要达到15000亩"),
        ("造林面积不减【实现造林】", "确保造林面积不减12600亩"),
        ("缺株不超过【实现造林】", "确保缺株不超过12600亩"),
    ],
)
def test_a_goal_may_be_said_by_a_phrase(typed: str, printed: str) -> None:
    figure = "数据: {实现造林: {值: 12600, 单位: 亩, 全年目标: 15000}}\n"
    task = f"任务:\n- {{要点: 抓好造林, 责任单位: 县林业局, 目标: {typed}}}\n"

    assert any(printed in text for text in paragraphs(drafted(MEETING + figure + task)))


@pytest.mark.parametrize(
    ("task", "said"),
    [
        pytest.param(
            "{要点: 守住河堤, 责任单位: 县水利局, 措施: [必须逐段排查]}",
            "县水利局必须逐段排查。",
            id="no 要 before 必须",
        ),
        pytest.param(
            "{要点: 守住河堤, 责任单位: 县水利局, 时限: 6月底前, 措施: [6月底前完成加固]}",
            "县水利局要在6月底前完成加固。",
            id="a deadline that the measure begins with is said once",
        ),
        pytest.param(
            "{要点: 守住河堤, 责任单位: 县水利局, 时限: 6月底前, 目标: 6月底前加固率达到90%}",
            "6月底前加固率要达到90%。",
            id="and one that the goal begins with",
        ),
    ],
)
def test_what_the_line_says_itself_is_not_said_again(task: str, said: str) -> None:
    assert said in "".join(speech(f"任务:\n  - {task}\n"))


def test_two_places_and_times_do_not_run_together() -> None:
    measure = "{谁: 县水利局, 做什么: 在重点河段巡查, 时限: 6月底前}"
    text = "".join(speech(f"任务:\n  - {{要点: 守住河堤, 措施: [{measure}]}}\n"))

    assert "6月底前在重点河段" not in text
