"""The press release: no X, no 我, problems only as what is to be improved."""

from __future__ import annotations

import re

import pytest

from speechgen.document import Table
from speechgen.drafting.draft import Draft
from speechgen.problems import FactsPlace
from tests.drafting.meetings import AGENDA, HOST, MEETING, SPEAKER, paper, text
from tests.drafting.papers import drafted

TASKS = "任务: [{要点: 清理河道, 责任单位: 县水利局, 时限: 11月底前, 措施: [打捞漂浮物]}]\n"
AWAITED = """\
数据:
  垃圾: {值: 120, 单位: 吨}
  渣土: {值: 待核, 单位: 车, 上年同期: 30}
名称:
  试点村: {值: 待核}
"""


def released(body: str) -> Draft:
    return drafted(MEETING + body, "新闻通稿")


def left_out(made: Draft) -> list[int]:
    """Return the lines of the facts whose sentences were left out."""
    places = [p.place for p in made.advice if p.code == "left-out"]
    return [place.line for place in places if isinstance(place, FactsPlace)]


def test_the_lead_says_when_where_who_spoke_and_who_presided() -> None:
    lead = paper("新闻通稿", f"电头: 本报讯\n{SPEAKER}{HOST}{AGENDA}{TASKS}")[1]

    assert lead == (
        "本报讯　10月28日，全县环境整治会议在县会议中心召开。县委书记出席会议并讲话，县长主持会议。"
    )


def test_what_was_heard_is_told_in_order_without_the_speech() -> None:
    heard = paper("新闻通稿", SPEAKER + HOST + AGENDA + TASKS)[2]

    assert heard.index("通报了整治情况") < heard.index("作了交流发言")
    assert "县委书记" not in heard


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        pytest.param("成绩: [清运渣土【渣土】]\n", "清运渣土", id="result"),
        pytest.param("成绩: [【试点村】建成垃圾站]\n", "垃圾站", id="name"),
        pytest.param("成绩: [渣土清运【渣土.同比】]\n", "渣土清运", id="derived"),
        pytest.param(
            "任务: [{要点: 清运渣土, 措施: [清运【渣土】渣土]}]\n", "清运渣土", id="task of one"
        ),
        pytest.param("要求: [{要点: 清到底, 导向: 考核看【渣土】}]\n", "考核看", id="demand"),
        pytest.param("出席: [【试点村】支部书记]\n", "支部书记", id="attendance"),
    ],
)
def test_a_sentence_that_lacks_a_figure_is_left_out_and_told(fact: str, words: str) -> None:
    made = released(f"{AWAITED}{fact}" + ("" if "任务" in fact else TASKS))
    said = "".join(block.text for block in made.document.blocks)

    assert words not in said
    assert not re.search("X|×", said)
    assert len(left_out(made)) == 1
    assert not made.missing


def test_the_rest_of_what_lost_a_sentence_is_said() -> None:
    body = (
        f"{AWAITED}成绩: [清运渣土【渣土】, 清运垃圾【垃圾】]\n"
        "任务: [{要点: 清理河道, 责任单位: 县水利局, 措施: [打捞漂浮物, 清走【渣土】渣土]}]\n"
    )
    made = released(body)
    said = "".join(block.text for block in made.document.blocks)

    assert "清运垃圾120吨" in said
    assert "县水利局要打捞漂浮物" in said
    assert len(left_out(made)) == 2


def test_names_and_dates_that_are_awaited_are_passed_over() -> None:
    text_of = MEETING.replace("2025-10-28", "待核").replace("县会议中心", "待核")
    made = drafted(f"{text_of}讲话人: {{职务: 县委书记, 姓名: 待核}}\n{HOST}{TASKS}", "新闻通稿")
    said = "".join(block.text for block in made.document.blocks)

    assert "全县环境整治会议日前召开。县委书记出席会议并讲话" in said
    assert not re.search("X|×", said)


def test_figures_that_arrive_bring_their_sentence_back() -> None:
    fact = f"成绩: [清运渣土【渣土】]\n{TASKS}"

    assert "清运渣土" not in text("新闻通稿", AWAITED + fact)
    assert "清运渣土36车" in text(
        "新闻通稿", AWAITED.replace("值: 待核, 单位: 车", "值: 36, 单位: 车") + fact
    )


def test_a_figure_that_does_not_reconcile_is_not_published() -> None:
    body = (
        "数据:\n  合计: {值: 10, 单位: 处, 分项: [甲类, 乙类]}\n"
        "  甲类: {值: 3, 单位: 处}\n  乙类: {值: 4, 单位: 处}\n"
        f"成绩: [整改【合计】, 甲类整改【甲类】, 乙类整改【乙类】]\n{TASKS}"
    )

    assert "整改10处" not in text("新闻通稿", body)


@pytest.mark.parametrize("count", [1, 2, 5])
def test_problems_stand_only_as_what_is_to_be_improved(count: int) -> None:
    names = "甲乙丙丁戊"[:count]
    problems = "".join(
        f"  - {{要点: {each}处管护不到位, 表现: [干部不到现场]}}\n" for each in names
    )
    said = text("新闻通稿", f"问题:\n{problems}{TASKS}")

    assert "甲处管护不到位" in said
    assert re.search("改进|解决", said)
    assert "干部不到现场" not in said
    assert "丁处" not in said


@pytest.mark.parametrize("topic", ["信访", "安全生产", "生态环保", "教育", "招商引资", "养老"])
@pytest.mark.parametrize("seed", range(6))
def test_a_release_never_says_i(topic: str, seed: int) -> None:
    body = f"种子: 第{seed}次\n{SPEAKER}{HOST}{AGENDA}{TASKS}要求: [压实责任]\n成绩: [清运垃圾]\n"
    made = drafted(MEETING.replace("环境整治", topic) + body, "新闻通稿")

    assert "我" not in "".join(block.text for block in made.document.blocks)


def test_who_spoke_is_not_listed_again_among_those_present() -> None:
    last = paper("新闻通稿", f"{SPEAKER}{HOST}{TASKS}出席: [县委书记, 县长, 副县长]\n")[-1]

    assert "副县长" in last
    assert "县委书记" not in last


@pytest.mark.parametrize(("places", "tables"), [("200", 1), ("待核", 0)])
def test_a_table_with_a_gap_is_not_published(places: str, tables: int) -> None:
    table = (
        "表格:\n  - 名称: 学位表\n    位置: 文后\n    列: {片区: 文字, 学位: 个}\n"
        f"    行:\n      - [城东, {places}]\n      - [城西, 300]\n"
    )
    made = released(table + TASKS)

    assert sum(isinstance(block, Table) for block in made.document.blocks) == tables
    assert len(left_out(made)) == 1 - tables


def test_tasks_of_a_line_each_share_a_paragraph_and_nobody_is_invented() -> None:
    made = released("任务: [{要点: 清理河道, 责任单位: 县水利局, 时限: 11月底前}, 拆除违建]\n")
    said = "".join(block.text for block in made.document.blocks)

    assert "会议明确，由县水利局11月底前清理河道；要拆除违建。" in said
    assert [p.code for p in made.advice if p.code == "no-owner"] == ["no-owner"]


def test_the_superior_who_spoke_last_leads_the_release() -> None:
    body = (
        "讲话人: {职务: 副县长}\n主持人: {职务: 县政府办主任}\n任务: [清理河道]\n"
        "议程:\n  - {谁: 副县长, 事项: 安排下一步工作, 类型: 讲话}\n"
        "  - {谁: 县长, 事项: 作讲话}\n"
    )
    said = text("新闻通稿", body)

    lead = "县长出席会议并讲话，副县长安排了下一步工作，县政府办主任主持会议。"
    assert lead in said
    assert said.count("县长作了讲话") == 0


@pytest.mark.parametrize(
    ("task", "said"),
    [
        (
            "{要点: 节前值守, 时限: 4月28日前, 措施: [实行领导带班]}",
            "要抓好节前值守，4月28日前，实行领导带班",
        ),
        ("{要点: 加快进度, 措施: [倒排工期]}", "要加快进度，倒排工期"),
    ],
)
def test_one_modal_of_a_sentence_is_enough(task: str, said: str) -> None:
    assert said in text("新闻通稿", f"任务: [{task}]\n")


def test_how_a_meeting_was_held_is_said() -> None:
    meeting = "会议: {名称: 全县工作会议, 日期: 2025-10-28, 形式: 视频会议, 地点: 县城}\n"
    made = drafted(f"文种: 新闻通稿\n主题: 环境整治\n{meeting}任务: [清理河道]\n", "新闻通稿")

    assert "10月28日，全县工作会议在县城以视频形式召开。" in made.document.blocks[1].text


def test_what_must_not_be_done_takes_no_modal() -> None:
    body = "任务: [{要点: 招生纪律, 措施: [{谁: 各学校, 做什么: 不得收取赞助费}]}]\n"
    said = text("新闻通稿", body)

    assert "各学校不得收取赞助费" in said
    assert "要不得" not in said
