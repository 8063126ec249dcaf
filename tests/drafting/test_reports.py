"""Reports and the papers of model units: structure, tone, and what vanishes with its facts."""

from __future__ import annotations

import re

import pytest

from speechgen.document import Role
from speechgen.drafting.draft import Draft
from speechgen.problems import SpeechgenError
from tests.drafting.papers import MEETING, drafted, paragraphs, roles

REPORT = """\
文种: 工作汇报
主题: 防溺水工作
范围: 全县
日期: 2025-08-25
"""
SUMMARY = REPORT.replace("汇报", "总结") + "年度: 2025年\n"
MODEL = """\
文种: 典型发言
主题: 养老服务
会议: {名称: 全市养老服务现场会, 日期: 2025-10-22}
"""
EXPERIENCE = """\
文种: 经验交流材料
主题: 养老服务
标题: 把饭送到老人手里
日期: 2025-10-22
"""
RESULTS = "成绩: [全县巡查水域200处]\n"
PROBLEMS = "问题:\n  - {要点: 野塘管护还有漏洞, 说明: [没有围栏的坑塘占三成]}\n"
TASKS = """\
任务:
  - {要点: 补齐防护设施, 责任单位: 县水利局, 措施: [逐处核清产权], 时限: 9月底前}
  - {要点: 织密看护网络, 责任单位: 县教育局, 措施: [更新留守孩子名单], 时限: 10月底前}
"""


def text_of(facts: str) -> str:
    return "\n".join(paragraphs(drafted(facts)))


def heads(paper: Draft) -> tuple[list[str], list[str], list[str]]:
    first, second, third = (roles(paper, Role[f"HEADING_{n}"]) for n in (1, 2, 3))
    return first, second, third


# -- reports ---------------------------------------------------------------------------------


def test_a_report_has_a_heading_for_each_section_it_has() -> None:
    first, _, _ = heads(drafted(REPORT + RESULTS + PROBLEMS + TASKS + "请示: [增加管护经费]\n"))

    assert len(first) == 4
    assert len({head[0] for head in first}) == 4


def test_a_report_of_one_section_has_no_heading() -> None:
    assert heads(drafted(REPORT + RESULTS)) == ([], [], [])


def test_tasks_with_measures_have_headings_of_the_second_level() -> None:
    paper = drafted(REPORT + RESULTS + TASKS)

    _, second, third = heads(paper)

    assert (second, third) == (["补齐防护设施", "织密看护网络"], [])
    assert "9月底前，由县水利局逐处核清产权。" in "".join(paragraphs(paper))


def test_subtasks_have_headings_of_the_third_level() -> None:
    body = """\
任务:
  - 要点: 补齐防护设施
    具体任务:
      - {要点: 围好坑塘, 责任单位: 县水利局, 措施: [逐处核清产权]}
      - {要点: 立好警示牌, 责任单位: 各乡镇, 措施: [检查一遍, 缺的补上]}
  - {要点: 织密看护网络, 责任单位: 县教育局, 措施: [更新名单]}
"""
    _, second, third = heads(drafted(REPORT + RESULTS + body))

    assert (len(second), third) == (2, ["围好坑塘", "立好警示牌"])


def test_one_task_has_no_ordinal() -> None:
    body = "任务:\n  - {要点: 补齐设施, 责任单位: 县水利局, 措施: [核清产权]}\n"

    assert heads(drafted(REPORT + RESULTS + body))[1] == []
    assert "一是补齐设施" not in text_of(REPORT + RESULTS + body)


def test_tasks_of_one_line_stay_together() -> None:
    said = text_of(REPORT + RESULTS + "任务: [补齐设施, 更新名单]\n")

    assert "一是补齐设施；二是更新名单。" in said


def test_a_task_of_one_line_follows_those_that_have_more_to_say() -> None:
    paper = drafted(REPORT + RESULTS + TASKS + "  - 普及游泳课程\n")

    assert "普及游泳课程" not in heads(paper)[1]
    assert any(text.endswith("普及游泳课程。") for text in paragraphs(paper))


@pytest.mark.parametrize("seed", ["甲", "乙", "丙"])
def test_a_report_does_not_demand(seed: str) -> None:
    said = text_of(f"{REPORT}种子: {seed}\n{RESULTS}{PROBLEMS}{TASKS}")

    assert not re.search(r"局要|各乡镇要|一要|必须|同志们", said)


def test_long_points_are_no_headings() -> None:
    point = "把全县所有河湖塘坝和在建工地积水坑的巡查责任逐一落实到具体的人员和具体的时间段上"
    body = f"任务:\n  - {{要点: {point}, 时限: 9月底前}}\n  - {{要点: 更新名单, 时限: 9月底前}}\n"

    assert heads(drafted(REPORT + RESULTS + body))[1] == []


def test_forty_tasks_have_forty_headings() -> None:
    body = "任务:\n" + "".join(
        f"  - {{要点: 办好第{n}件事, 责任单位: 第{n}小组, 措施: [把第{n}本账理清]}}\n"
        for n in range(1, 41)
    )

    assert len(heads(drafted(REPORT + RESULTS + body))[1]) == 40


def test_the_angle_of_a_problem_is_said_beneath_its_heading() -> None:
    body = """\
问题:
  - {角度: 数据, 要点: 总量仍然不小, 说明: [重复来访占三成]}
  - {角度: 结构, 统称: 矛盾, 具体问题: [补偿谈不拢, 交付拖期]}
"""
    paper = drafted(REPORT + RESULTS + body)

    assert heads(paper)[1] == ["总量仍然不小", "两类矛盾比较突出"]
    assert "从数据上看，重复来访占三成。" in paragraphs(paper)
    assert "一是补偿谈不拢；二是交付拖期。" in "".join(paragraphs(paper))


def test_results_with_details_get_headings_and_plain_ones_come_first() -> None:
    body = """\
成绩:
  - {要点: 压实看护责任, 说明: [每处水域都有巡查人]}
  - 全县没有发生溺水事故
  - {要点: 管住重点水域, 说明: [增设警示牌468块]}
"""
    paper = drafted(REPORT + body)
    told = paragraphs(paper)

    assert heads(paper)[1] == ["压实看护责任", "管住重点水域"]
    plain = next(n for n, text in enumerate(told) if "没有发生溺水事故" in text)
    assert plain < told.index("压实看护责任")


def test_results_by_domain_are_grouped_under_their_domains() -> None:
    body = """\
成绩:
  - {领域: 家校联动, 要点: 家访18620户}
  - {领域: 水域管护, 要点: 围起坑塘40处}
  - {领域: 家校联动, 要点: 每周打一次电话}
"""
    paper = drafted(REPORT + body)

    assert heads(paper)[1] == ["家校联动", "水域管护"]
    assert "家校联动方面" not in "".join(paragraphs(paper))


@pytest.mark.parametrize(
    ("line", "addressed"),
    [
        pytest.param("主送: [县政府]\n", "县政府：", id="the addressee"),
        pytest.param("称谓: 主任、各位委员\n", "主任、各位委员：", id="the salutation"),
        pytest.param("称谓: 同志们\n", "各位领导：", id="not that of a speech to subordinates"),
        pytest.param("", "各位领导：", id="nothing typed"),
    ],
)
def test_a_report_is_addressed(line: str, addressed: str) -> None:
    assert roles(drafted(REPORT + line + RESULTS), Role.SALUTATION) == [addressed]


def test_a_report_ends_with_unit_and_date() -> None:
    paper = drafted(f"{REPORT}署名单位: 县教育局\n{RESULTS}")

    assert paragraphs(paper)[-2:] == ["县教育局", "2025年8月25日"]
    assert roles(paper, Role.SIGNATURE) == ["县教育局"]


def test_only_a_report_that_asks_for_something_asks_for_a_decision() -> None:
    asking = text_of(f"{REPORT}{RESULTS}请示: [增加管护经费]\n形式: 发言\n")
    telling = text_of(f"{REPORT}{RESULTS}形式: 发言\n")

    assert re.search("审示|审定|决定|请领导指示", asking)
    assert not re.search("审示|审定|决定|所提事项", telling)


def test_the_day_of_the_figures_is_said_once_and_only_with_figures() -> None:
    data = "数据: {水域: {值: 200, 单位: 处}}\n成绩: [巡查水域【水域】]\n"

    assert text_of(f"{REPORT}数据截至: 2025-08-20\n{data}").count("2025年8月20日") == 1
    assert "2025年8月20日" not in text_of(f"{REPORT}数据截至: 2025-08-20\n{RESULTS}")


def test_a_report_of_own_parts_keeps_their_headings() -> None:
    body = "部分:\n  - {标题: 基本情况, 要点: [水域多]}\n  - {标题: 几点考虑, 任务: [补齐设施]}\n"

    assert heads(drafted(REPORT + body))[0] == ["基本情况", "几点考虑"]


def test_a_report_without_anything_to_report_says_what_it_needs() -> None:
    with pytest.raises(SpeechgenError, match=r"要有“成绩”或“成效”"):
        drafted(REPORT)


# -- summaries ---------------------------------------------------------------------------------


def test_a_summary_has_no_addressee_and_no_yoy() -> None:
    data = "数据: {来访: {值: 96, 上年同期: 120, 单位: 件, 时段: 2025年}}\n"
    paper = drafted(f"{SUMMARY}主送: [县政府]\n{data}成绩:\n  - 来访【来访】，【来访.同比】\n")

    assert roles(paper, Role.SALUTATION) == []
    assert "同比" not in "".join(paragraphs(paper))


def test_a_summary_is_titled_by_year_and_scope() -> None:
    assert roles(drafted(SUMMARY + RESULTS), Role.TITLE) == ["2025年全县防溺水工作总结"]


def test_insights_are_counted_and_one_is_not() -> None:
    two = text_of(f"{SUMMARY}{RESULTS}体会: [早一点好, 细一点好]\n")

    assert re.search("两[点条].*一是早一点好；二是细一点好。", two)
    assert "一是" not in text_of(f"{SUMMARY}{RESULTS}体会: [早一点好]\n")


# -- frames of results ---------------------------------------------------------------------------


def results(body: str, data: str = "") -> str:
    return text_of(f"{REPORT}{data}成绩:\n{body}")


def test_three_deeds_that_end_in_figures_share_a_sentence() -> None:
    data = "数据: {甲: {值: 3, 单位: 个}, 乙: {值: 5, 单位: 处}, 丙: {值: 8, 单位: 户}}\n"

    said = results("  - 建成书屋【甲】\n  - 整改隐患【乙】\n  - 帮扶群众【丙】\n", data)

    assert "全县建成书屋3个，整改隐患5处，帮扶群众8户。" in said


@pytest.mark.parametrize(
    ("better", "way"), [("上升", True), ("下降", False)], ids=["it went well", "it did not"]
)
def test_a_deed_is_said_to_have_done_it_only_where_it_went_well(better: str, *, way: bool) -> None:
    data = f"数据: {{办结率: {{值: 92%, 上年同期: 90%, 向好: {better}}}}}\n"

    said = results("  - {要点: 推行网格化管理, 结果: 办结率【办结率.由到】}\n", data)

    framed = re.search("(?:通过|靠着|由于)推行网格化管理，办结率由90%提高到92%。", said)
    assert bool(framed) is way


def test_only_what_is_done_day_by_day_is_kept_up() -> None:
    daily = results("  - {要点: 走访独居老人, 结果: 小病早发现}\n")
    done = results("  - {要点: 建成书屋, 结果: 孩子有了去处}\n")

    assert re.search("全县(?:坚持|一直|始终注重)走访独居老人，小病早发现。", daily)
    assert "全县建成书屋，孩子有了去处。" in done


def test_only_the_last_of_three_is_the_particular_one() -> None:
    last = "  - {要点: 县医院开通夜间门诊, 结果: 群众看病不用等到天亮}\n"
    said = results("  - 县里修好了路\n  - 县里通上了水\n" + last)

    assert re.search("(?:特别是|尤其是|值得一提的是，)县医院开通夜间门诊，", said)
    assert not re.search("特别是|尤其是|值得一提", results(last))


def test_a_line_of_effects_over_120_characters_is_parted() -> None:
    parts = "，".join(f"第{n}片区各级干部走村入户接待来访群众并且当面答复问题" for n in range(1, 7))
    told = text_of(f"{EXPERIENCE}{PRACTICES}成效:\n  - {parts}\n")

    assert max(len(sentence) for sentence in re.split("[。\n]", told)) <= 120
    assert all(f"第{n}片区" in told for n in range(1, 7))


def test_effects_that_results_have_told_are_not_told_again() -> None:
    data = "数据: {书屋: {值: 3, 单位: 个}}\n"

    said = text_of(f"{REPORT}{data}成绩: [建成书屋【书屋】]\n成效: [书屋【书屋】, 孩子有了去处]\n")

    assert said.count("3个") == 1
    assert "孩子有了去处。" in said


# -- cases ---------------------------------------------------------------------------------------


CASE = "      起因: 老人反映吃饭难\n      谁: 社区干部\n      经过: 改出一间食堂\n"


def case(lines: str) -> str:
    practice = f"做法:\n  - 标题: 走进门去\n    措施: [逐户走访]\n    案例:\n{lines}"
    return text_of(MODEL + practice)


def test_a_case_settled_within_a_month_says_how_fast() -> None:
    said = case(f"{CASE}      时长: 25天\n      结果: 开出了第一桌饭\n")

    assert re.search("反映|消息", said)
    assert "社区干部改出一间食堂，" in said
    assert "25天就开出了第一桌饭。" in said


@pytest.mark.parametrize("took", ["3个月", "半年"])
def test_a_case_that_took_longer_is_not_called_fast(took: str) -> None:
    said = case(f"{CASE}      时长: {took}\n      结果: 开出了第一桌饭\n")

    assert f"{took}后，开出了第一桌饭。" in said


def test_two_results_stand_in_one_frame() -> None:
    said = case("      {谁: 社区干部, 经过: 改出食堂, 结果: 解决吃饭难；带动邻里情}\n")

    assert "既解决吃饭难，又带动邻里情。" in said


# -- model units ---------------------------------------------------------------------------------


PRACTICES = (
    "做法:\n  - {标题: 走进门去, 措施: [逐户走访]}\n  - {标题: 请出门来, 措施: [开办食堂]}\n"
)


def test_a_model_unit_is_modest_and_spoken() -> None:
    paper = drafted(MODEL + PRACTICES)
    told = paragraphs(paper)

    assert roles(paper, Role.SALUTATION) == ["各位领导、同志们："]
    assert re.search("批评|指正|意见", told[-1])
    assert "我们逐户走访。" in "".join(told)
    assert not re.search("必须|一要|让我们", "".join(told))


def test_a_model_unit_promises_as_many_practices_as_follow() -> None:
    two = drafted(MODEL + PRACTICES)
    one = drafted(MODEL + "做法:\n  - {标题: 走进门去, 措施: [逐户走访]}\n")

    assert any("两" in text for text in paragraphs(two))
    assert (len(heads(two)[0]), heads(one)[0]) == (2, [])


# -- experience reports --------------------------------------------------------------------------


def test_an_experience_of_one_practice_without_case_or_thesis_still_reads() -> None:
    paper = drafted(EXPERIENCE + "做法:\n  - {标题: 走进门去, 措施: [逐户走访]}\n")

    assert heads(paper)[0] == []
    assert "走进门去。" in paragraphs(paper)


def test_many_next_steps_are_counted_off() -> None:
    steps = "下步: [办好食堂, 修好楼梯, 教会护理, 管好账目]\n"

    said = text_of(EXPERIENCE + PRACTICES + steps)

    assert "一是办好食堂；二是修好楼梯；三是教会护理；四是管好账目。" in said


def test_an_experience_that_is_spoken_has_a_salutation_and_asks_for_criticism() -> None:
    paper = drafted(EXPERIENCE + PRACTICES + "形式: 发言\n")

    assert roles(paper, Role.SALUTATION) == ["各位领导、同志们："]
    assert re.search("批评|指正|意见|指点", paragraphs(paper)[-1])


def test_the_effort_is_of_the_year_that_the_results_are_of() -> None:
    figure = "数据: {办件量: {值: 42.6万, 单位: 件, 时段: 去年}}\n"
    past = "".join(paragraphs(drafted(f"{MEETING}{figure}成绩: [办件【办件量】, 开设综合窗口]\n")))

    assert "今年以来" not in past


def test_a_typed_title_is_that_of_the_first_of_several_papers() -> None:
    text = MEETING.replace("文种: 工作会议讲话", "文种: [工作会议讲话, 主持词]")
    heads = "标题: 守住河堤、守住家园\n副标题: 在防汛会上的讲话\n"
    facts = f"{text}{heads}任务: [守住河堤]\n议程: [{{谁: 县长, 事项: 讲话}}]\n"

    assert paragraphs(drafted(facts))[0] == "守住河堤、守住家园"
    assert "守住河堤、守住家园" not in paragraphs(drafted(facts, "主持词"))


# -- how it reads -----------------------------------------------------------------------------


def test_terse_measures_are_one_sentence() -> None:
    practice = (
        "做法: [{标题: 选准产业, 措施: [一村一品：按土质选作物, 专家把脉：请教授逐村会诊]}]\n"
    )

    for kind in (EXPERIENCE, MODEL):
        assert "一是“一村一品”，按土质选作物；二是专家把脉，请教授逐村会诊。" in text_of(
            kind + practice
        )


def test_a_model_unit_counts_measures_that_have_titles() -> None:
    long = "长期驻点：与大学合作，12名专家每月驻园10天，逐套装置会诊，问题当场交给企业"
    practice = f"做法: [{{标题: 请进专家, 措施: [{long}, 现场盯办：红色隐患由领导盯到底]}}]\n"

    said = text_of(MODEL + practice)

    assert "一是长期驻点。与大学合作，" in said
    assert "二是现场盯办。红色隐患由领导盯到底。" in said


def test_one_insight_says_whose_it_is() -> None:
    said = paragraphs(
        drafted(EXPERIENCE + "做法: [{标题: 送餐, 措施: [送到家]}]\n体会: [慢就是快]\n")
    )

    assert next(line for line in said if line.endswith("，慢就是快。"))


def test_a_course_with_its_own_subject_is_not_put_behind_another() -> None:
    case = "案例: [{起因: 村民想办民宿, 谁: 村集体, 经过: 村民以房入股, 结果: 19户拿到分红}]"
    said = text_of(EXPERIENCE + "做法: [{标题: 连起产业, 措施: [统一品牌]}]\n" + case + "\n")

    assert "村集体村民" not in said
    assert re.search("村集体.{2,4}，村民以房入股", said)


def test_a_result_with_its_own_time_goes_on_with_a_short_course() -> None:
    case = "案例: [{起因: 一家企业保费上浮, 经过: 主要负责人住进了车间, 结果: 第三个月升为三星}]"
    said = text_of(EXPERIENCE + "做法: [{标题: 每月评星, 措施: [统一评价]}]\n" + case + "\n")

    assert "主要负责人住进了车间，第三个月升为三星。" in said


def test_two_short_lines_of_background_are_one_sentence() -> None:
    said = text_of(REPORT + "背景: [全县正处在扩建的关键期, 群众诉求涉及的面较宽]\n" + RESULTS)

    assert "全县正处在扩建的关键期，群众诉求涉及的面较宽。" in said


def test_problems_of_one_line_each_stand_together() -> None:
    said = text_of(REPORT + RESULTS + "问题: [围栏不全, 巡查不勤]\n")

    assert "一是围栏不全；二是巡查不勤。" in said


def test_a_task_that_says_only_by_when_is_one_sentence() -> None:
    said = text_of(REPORT + RESULTS + "任务: [{要点: 聘请专家驻点, 时限: 8月底前}, 盯住隐患]\n")

    assert "聘请专家驻点，计划8月底前完成。" in said


def test_a_summary_claims_no_insight_of_its_own() -> None:
    said = text_of(SUMMARY + RESULTS + TASKS)

    assert "体会" not in said


def test_short_measures_of_a_plan_are_one_sentence() -> None:
    task = (
        "任务: [{要点: 充实文化站, 责任单位: 县文旅局, 措施: [每站至少配2名专职人员, 周末延时开放]}"
    )
    said = text_of(REPORT + RESULTS + task + ", 盯住隐患]\n")

    assert "每站至少配2名专职人员，周末延时开放。" in said


def test_a_plan_in_stages_is_told_not_demanded() -> None:
    stages = "阶段目标: [{时限: 6月底前, 目标: 化解八成}, {时限: 年底前, 目标: 动态清零}]"
    said = text_of(REPORT + RESULTS + f"任务: [{{要点: 清欠, 责任单位: 县人社局, {stages}}}]\n")

    assert re.search("由县人社局.{2,6}6月底前化解八成，年底前动态清零。", said)
    assert "县人社局要" not in said


def test_a_fear_is_not_feared_twice() -> None:
    wrong = "{标题: 大胆受理, 短板: 不敢接, 误区: [怕接了烫手山芋], 措施: [首接负责]}"

    assert re.search("“不敢接”，怕接了烫手山芋。", text_of(EXPERIENCE + f"做法: [{wrong}]\n"))


def test_short_next_steps_are_listed_in_one_sentence() -> None:
    steps = "下步: [延伸到街道, 建设线上调解室, 健全回访机制, 培训调解员]\n"
    said = text_of(EXPERIENCE + "做法: [{标题: 送餐, 措施: [送到家]}]\n" + steps)

    assert "一是延伸到街道；二是建设线上调解室；三是健全回访机制；四是培训调解员。" in said


def test_a_short_case_is_not_told_in_bits() -> None:
    case = "案例: [{起因: 东湖客流突破8万人, 谁: 景区, 经过: 启动分时预约, 结果: 没有拥堵}]"
    said = text_of(EXPERIENCE + "做法: [{标题: 限流, 措施: [统一预约]}]\n" + case + "\n")

    assert "景区启动分时预约，没有拥堵。" in said


def test_short_effects_share_a_sentence_and_totals_keep_their_parts() -> None:
    effects = (
        "成效: [培育特色村96个, 村集体收入达到38万元, 两级领导包案118件, 其中，市级包案41件]\n"
    )
    said = text_of(EXPERIENCE + effects + "做法: [{标题: 送餐, 措施: [送到家]}]\n")

    assert "培育特色村96个；村集体收入达到38万元。两级领导包案118件。其中，市级包案41件。" in said


def test_one_period_for_all_is_said_once_for_the_results() -> None:
    figures = (
        "数据:\n  塘: {值: 9, 单位: 口, 时段: 1至8月}\n  栏: {值: 3, 单位: 公里, 时段: 1至8月}\n"
    )
    heads = "{要点: 补齐设施, 说明: [新建围栏【栏】]}, {要点: 宣传, 说明: [进校讲课]}"
    results = f"成绩: [排查野塘【塘】, {heads}]\n"
    said = text_of(REPORT + figures + results)

    assert said.count("1至8月") == 1


def test_a_short_outcome_goes_on_with_what_was_done() -> None:
    result = "{要点: 培训护理人员, 说明: [培训护理员1420人次], 结果: 持证上岗率由61%提高到88%}"
    said = text_of(REPORT + f"成绩: [{result}, {{要点: 助餐, 说明: [新建食堂26家]}}]\n")

    assert "培训护理员1420人次，持证上岗率由61%提高到88%。" in said


def test_who_works_alone_leads_nobody() -> None:
    for seed in range(8):
        text = text_of(f"种子: 第{seed}次\n{REPORT}{PROBLEMS}{TASKS}")

        assert "牵头" not in text
        assert "由县水利局" in text


def test_partners_do_not_run_into_the_leader() -> None:
    task = (
        "任务: [{要点: 补齐设施, 责任单位: 县水利局, 措施: [逐处核清产权],"
        " 配合单位: [县自然资源和规划局, 县人力资源和社会保障局]}]\n"
    )
    for seed in range(8):
        text = text_of(f"种子: 第{seed}次\n{REPORT}{PROBLEMS}{task}")

        assert "牵头、" not in text


def test_a_report_that_is_sent_addresses_nobody_aloud() -> None:
    for seed in range(12):
        text = text_of(f"种子: 第{seed}次\n主送: [市教育局]\n{REPORT}{RESULTS}{PROBLEMS}")

        assert "各位领导" not in text
        assert "下面，把" not in text
