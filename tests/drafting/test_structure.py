"""What stands in a speech, and what vanishes with the facts it belongs to."""

from __future__ import annotations

import pytest

from speechgen.document import HEADINGS, Role
from speechgen.problems import SpeechgenError
from tests.drafting.papers import MEETING, drafted, line_with, paragraphs, roles, speech

PROGRESS = """\
文种: 推进会讲话
主题: 社区食堂建设
会议: {名称: 全区社区食堂建设推进会, 日期: 2026-03-05}
"""

RESULT, PROBLEM = "成绩: [完成堤防加固3处]\n", "问题: [预案还没有落到人]\n"
TASK, DEMAND = "任务: [守住河堤]\n", "要求: [责任要压实]\n"


def heads(body: str) -> int:
    return len(roles(drafted(MEETING + body), Role.HEADING_1))


@pytest.mark.parametrize(
    ("body", "promised", "parts"),
    [
        pytest.param(PROBLEM + TASK + DEMAND, "三点意见", 3, id="three"),
        pytest.param(TASK + DEMAND, "两点意见", 2, id="two"),
        pytest.param(TASK, "几点意见", 0, id="one is not counted, and has no ordinal"),
    ],
)
def test_promised_is_what_follows(body: str, promised: str, parts: int) -> None:
    assert promised in line_with(body, "下面，我讲")
    assert heads(body) == parts


@pytest.mark.parametrize("count", range(1, 7))
def test_the_facts_may_have_one_to_six_parts_of_their_own(count: int) -> None:
    numerals = ["一", "两", "三", "四", "五", "六"]
    parts = "".join(f"  - 标题: 第{n}件事要办好\n    要点: [备足物资]\n" for n in range(count))
    body = f"部分:\n{parts}"

    assert heads(body) == (count if count > 1 else 0)
    promised = f"{numerals[count - 1]}点" if count > 1 else "几点"
    assert line_with(body, "下面，我讲").endswith(f"下面，我讲{promised}意见。")


@pytest.mark.parametrize(
    ("part", "promised"),
    [
        ("要点: [备足物资, 守住河堤]", "两点"),
        ("任务: [备足物资, 守住河堤, 落实值守]", "三点"),
        ("成绩: [加固堤防, 清淤河道], 要点: [备足物资]", "几点"),
        ("任务: [备足物资, 守住河堤], 要点: [落实值守, 及时报告]", "几点"),
    ],
)
def test_a_single_part_promises_its_points_where_they_are_of_one_sort(
    part: str, promised: str
) -> None:
    body = f"部分:\n  - {{标题: 把汛防好, {part}}}\n"

    assert f"下面，我讲{promised}意见" in line_with(body, "下面，我讲")


@pytest.mark.parametrize(
    ("first", "second", "turns"), [("信访", "安全生产", 1), ("信访", "信访", 0), ("信访", "''", 0)]
)
def test_two_parts_turn_from_one_topic_to_the_other(first: str, second: str, turns: int) -> None:
    parts = [
        f"  - {{标题: 抓好这一件, 主题: {topic}, 要点: [备足]}}\n" for topic in (first, second)
    ]
    body = "部分:\n" + "".join(parts)

    lines = [line for line in speech(body) if line.endswith(f"{second}。")]

    assert len(lines) == turns


def test_points_of_own_parts_nest_to_three_levels() -> None:
    body = """\
部分:
  - 标题: 守住河堤
    导语: [河堤是防汛的第一道防线。]
    要点:
      - 要点: 把巡查做细
        分点:
          - 要点: 落实巡查责任
            责任单位: 县水利局
            措施: [每天巡堤2次]
          - {要点: 健全报告制度, 措施: [发现险情立即报告]}
      - {要点: 把物资备足, 责任单位: 县应急局}
"""

    assert line_with(body, "把巡查做细").startswith("第一，把巡查做细。")
    assert line_with(body, "落实巡查责任").startswith("一要落实巡查责任。县水利局要每天巡堤2次。")
    assert line_with(body, "把物资备足").startswith("第二，把物资备足。这项工作由县应急局牵头。")


def test_no_but_without_problems() -> None:
    text = "".join(speech(RESULT + TASK))

    assert "但是" not in text
    assert "短板" not in text


def test_nothing_was_achieved_where_nothing_is_stated() -> None:
    text = "".join(speech(PROBLEM + TASK))

    assert "这些成绩" not in text
    assert "今年以来" not in text


def test_no_just_now_without_an_earlier_agenda() -> None:
    assert "刚才" not in "".join(speech(TASK))


@pytest.mark.parametrize(
    ("kind", "praise"),
    [("通报", True), ("汇报", True), ("宣读", False), ("签订", False), ("观看", False)],
)
def test_praise_fits_reports_only(kind: str, praise: bool) -> None:  # noqa: FBT001 - a table
    agenda = f"此前议程:\n  - {{谁: 县水利局, 事项: 通报了汛情, 类型: {kind}}}\n"

    assert ("赞成" in line_with(agenda + TASK, "刚才")) is praise


def test_after_an_award_comes_a_congratulation() -> None:
    agenda = "此前议程:\n  - {谁: 县政府, 事项: 表彰了先进单位, 类型: 表彰}\n"

    assert "表示祝贺" in line_with(agenda + TASK, "刚才")


def test_who_speaks_before_a_superior_calls_nobody_to_arms() -> None:
    later = "此后议程:\n  - {谁: 县长, 职务: 县长, 事项: 作讲话, 类型: 讲话}\n"
    paragraphs = speech(later + TASK)

    assert "稍后，县长还要作讲话，我先讲几点意见。" in "".join(paragraphs)
    assert paragraphs[-1] == "我就先讲这些。"


@pytest.mark.parametrize(
    ("rank", "said"),
    [("主要领导", "严肃追责"), ("分管领导", "将按规定提请问责")],
)
def test_only_the_first_in_rank_threatens(rank: str, said: str) -> None:
    speaker = f"讲话人: {{职务: 副县长, 身份: {rank}}}\n"
    demand = "要求:\n  - 要点: 督查要实\n    问责: 推诿拖延\n"

    assert said in line_with(speaker + demand, "督查要实")


def test_a_name_that_is_not_given_is_left_out_and_one_that_is_awaited_is_marked() -> None:
    without = drafted(f"{MEETING}讲话人: {{职务: 县长}}\n{TASK}")
    awaited = drafted(f"{MEETING}讲话人: {{职务: 县长, 姓名: 待核}}\n{TASK}")

    assert roles(without, Role.SPEAKER) == ["县长"]
    assert roles(awaited, Role.SPEAKER) == ["县长　×××"]
    assert [missing.name for missing in awaited.missing] == ["讲话人.姓名"]


def test_text_from_the_facts_never_becomes_structure() -> None:
    body = "任务:\n  - {要点: '# 守住 {{ 数据 }} {% if %}', 责任单位: '@标题 县水利局'}\n"
    paper = drafted(MEETING + body)

    assert not [text for role in HEADINGS for text in roles(paper, role) if "守住" in text]
    assert "# 守住 {{ 数据 }} {% if %}" in "".join(speech(body))


def test_a_kind_says_what_it_needs_with_an_example() -> None:
    with pytest.raises(SpeechgenError) as raised:
        drafted("文种: 经验交流材料\n主题: 接访\n")

    [problem] = raised.value.problems
    assert problem.code == "kind-needs"
    assert "做法" in problem.message
    assert "做法: [" in problem.hint


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        pytest.param("受理来信【来信】", "1至7月，全县受理来信96件", id="nobody says when"),
        pytest.param("【来信.截至】，受理来信【来信】", "截至7月底，受理来信96件", id="by 截至"),
        pytest.param("受理来信【来信】，【来信.时段】", "受理来信96件，1至7月", id="by 时段"),
    ],
)
def test_a_period_that_the_sentence_says_itself_is_not_put_in_front(
    line: str, printed: str
) -> None:
    body = f"数据:\n  来信: {{值: 96, 单位: 件, 时段: 1至7月}}\n成绩:\n- {line}\n"

    told = line_with(body, "受理来信")

    assert printed in told
    assert "1至7月，截至" not in told
    assert "全县截至" not in told
    assert told.count("1至7月") <= 1


@pytest.mark.parametrize(
    ("nature", "printed"),
    [
        ("性质: 存量", "茶园面积达到12.6万亩，综合产值8.35亿元"),
        ("性质: 存量, 时段: 1至9月", "1至9月，全县茶园面积达到12.6万亩"),
        ("", "1至10月，全县茶园面积达到12.6万亩"),
    ],
)
def test_a_stock_is_not_said_to_be_of_the_period_of_the_next_figure(
    nature: str, printed: str
) -> None:
    body = (
        f"数据:\n  面积: {{值: 12.6, 单位: 万亩, {nature}}}\n"
        "  产值: {值: 8.35, 单位: 亿元, 时段: 1至10月}\n"
        "成绩:\n- 茶园面积达到【面积】，综合产值【产值】\n"
    )

    told = line_with(body, "茶园面积")

    assert printed in told
    assert ("至" in told) is printed[0].isdigit()


DOMAINS = """\
任务:
- {领域: 养老, 要点: 办好助餐, 责任单位: 区民政局, 时限: 6月底前}
- {领域: 教育, 要点: 办好课后餐, 责任单位: 区教育局, 时限: 6月底前}
"""


def test_domains_of_a_paper_without_parts_are_its_first_level() -> None:
    paper = drafted(PROGRESS + DOMAINS)

    assert roles(paper, Role.HEADING_1) == ["养老领域，办好助餐", "教育领域，办好课后餐"]
    assert not roles(paper, Role.HEADING_2)


def test_one_domain_has_no_ordinal() -> None:
    problem = "问题: [{领域: 养老, 要点: 助餐点少, 说明: [三个街道没有食堂]}]\n"
    paper = drafted(PROGRESS + problem + DOMAINS.partition("- {领域: 教育")[0])

    assert len(roles(paper, Role.HEADING_1)) == 2
    assert not roles(paper, Role.HEADING_2)
    body = roles(paper, Role.BODY)
    assert any(text.startswith("养老领域，助餐点少。三个街道没有食堂。") for text in body)
    assert any(text.startswith("养老领域，办好助餐。") for text in body)


@pytest.mark.parametrize("kind", ["工作会议讲话", "推进会讲话", "动员部署讲话", "讲话提纲"])
def test_demands_of_their_own_follow_the_parts(kind: str) -> None:
    first = "- {标题: 把堤守住, 任务: [巡查河堤, 加固险段]}\n"
    second = "- {标题: 把人转走, 任务: [核对名单]}\n"
    paper = drafted(f"{MEETING}部分:\n{first}{second}{DEMAND}", kind)

    assert len(roles(paper, Role.HEADING_1)) == 3
    assert "三点意见" in "".join(paragraphs(paper))
    assert "责任要压实" in "".join(paragraphs(paper))
