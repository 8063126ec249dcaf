"""Lines as offices write them stand behind their owner, their deadline, their 对 and their 有的."""

from __future__ import annotations

import pytest

from tests.drafting.papers import drafted, line_with, paragraphs


@pytest.mark.parametrize(
    ("measure", "said"),
    [
        pytest.param(
            "{谁: 县城管局, 做什么: 重点路段每晚巡逻}",
            "县城管局要在重点路段每晚巡逻。",
            id="a place",
        ),
        pytest.param(
            "{谁: 各县区, 做什么: 9月20日前报送}", "各县区要在9月20日前报送。", id="a date"
        ),
        pytest.param(
            "{谁: 县直部门, 做什么: 接到镇街吹哨后2小时内到场}",
            "县直部门要在接到镇街吹哨后2小时内到场。",
            id="upon what",
        ),
        pytest.param(
            "{谁: 各镇街, 时限: 5月底前, 做什么: 报送名单}",
            "各镇街要在5月底前报送名单。",
            id="no comma before a short action",
        ),
        pytest.param(
            "{对象: 采购不规范, 责任单位: 县教育局, 做什么: 统一招标}",
            "对采购不规范的问题，县教育局要统一招标。",
            id="a shortcoming is a 问题",
        ),
        pytest.param(
            "{对象: 违规企业, 责任单位: 县水利局, 做什么: 限期整改}",
            "对违规企业，县水利局要限期整改。",
            id="who breaks rules is none",
        ),
        pytest.param(
            "{谁: 县住建局, 做什么: 逐个工地核定工期}",
            "县住建局要逐个工地核定工期。",
            id="逐个 is no place",
        ),
        pytest.param(
            "充装站一律不得充装报废瓶", "充装站一律不得充装报废瓶。", id="一律不得 asks by itself"
        ),
    ],
)
def test_a_line_stands_behind_its_owner(measure: str, said: str) -> None:
    body = f"任务:\n  - 要点: 守住河堤\n    措施:\n      - {measure}\n"

    assert said in line_with(body, "守住河堤")


@pytest.mark.parametrize(
    ("task", "said"),
    [
        pytest.param(
            "责任单位: 县工商联\n    措施: [每季度举办1次恳谈会]",
            "县工商联要每季度举办1次恳谈会。",
            id="no 组织 before a frequency",
        ),
        pytest.param(
            "责任单位: 县卫健局\n    措施: [23个村由乡镇卫生院每周上门巡诊]",
            "县卫健局牵头落实，23个村由乡镇卫生院每周上门巡诊。",
            id="by whom it is done is not who acts",
        ),
        pytest.param(
            "责任单位: 县水利局\n    措施: [排查堤防]\n    阶段目标:\n"
            "      - {时限: 春节前, 目标: 重大隐患全部清零}\n"
            "      - {时限: 3月底前, 目标: 整改率达到100%}",
            "春节前，确保重大隐患全部清零；3月底前，整改率要达到100%。",
            id="steps of their own are asked for",
        ),
        pytest.param("责任单位: 各乡镇", "各乡镇", id="nobody's leader"),
    ],
)
def test_a_task_is_said_in_whole_sentences(task: str, said: str) -> None:
    line = line_with(f"任务:\n  - 要点: 守住河堤\n    {task}\n", "守住河堤")

    assert said in line
    assert "各乡镇牵头" not in line
    assert "交给各乡镇" not in line


def test_what_has_no_end_has_no_date() -> None:
    line = line_with(
        "任务:\n  - {要点: 建章立制, 措施: [校长每天陪餐], 时限: 长期坚持}\n", "建章立制"
    )

    assert "校长要每天陪餐。" in line
    assert "长期坚持，" not in line


def test_trouble_is_to_be_solved() -> None:
    assert "解决停车难问题。" in line_with("任务: [停车难问题, 疏通河道]\n", "停车难")


def test_our_own_unit_is_not_asked_to_please() -> None:
    facts = """\
文种: 工作会议讲话
会议: {名称: 全县防汛工作会议, 日期: 2025-05-20}
讲话人: {职务: 县水利局局长, 身份: 部门负责人}
任务:
  - {要点: 危桥改造, 责任单位: [县水利局, 县公路中心], 时限: 9月底前}
"""
    text = "\n".join(paragraphs(drafted(facts)))

    assert "9月底前，我们要会同县公路中心抓好这项工作。" in text
    assert "请县水利局" not in text


@pytest.mark.parametrize(
    ("conduct", "said"),
    [
        pytest.param(
            ["个别机构重复收费", "医生三句话就开单"], "看，个别机构重复收费，有的医生", id="个别"
        ),
        pytest.param(
            ["三个卫生院没有医生", "设备没人会用"], "看，三个卫生院没有医生，有的设备", id="三个"
        ),
        pytest.param(["部分街道发现太晚"], "部分街道发现太晚，", id="部分"),
        pytest.param(
            ["住建部门管企业、商务部门管餐饮，中间没人管", "乡镇不愿管"],
            "看，住建部门管企业、商务部门管餐饮，中间没人管；有的乡镇不愿管。",
            id="named units; ； between clauses that hold commas",
        ),
        pytest.param(
            ["用地指标紧张", "征迁扫尾慢", "配套滞后"],
            "用地指标紧张、征迁扫尾慢、配套滞后。",
            id="states of things",
        ),
    ],
)
def test_who_is_told_of_keeps_their_own_count(conduct: list[str], said: str) -> None:
    lines = "".join(f"      - {line}\n" for line in conduct)
    line = line_with(f"问题:\n  - 要点: 责任还没有压实\n    表现:\n{lines}", "责任还没有压实")

    assert said in line
    assert "有的个别" not in line
    assert "个别部分" not in line
    assert "有的用地" not in line


def test_a_comparison_says_what_it_compares() -> None:
    body = """\
数据:
  签约项目: {值: 28, 单位: 个, 上年同期: 31, 全年目标: 70}
问题:
  - {要点: 签约数量下滑, 说明: 【签约项目.同比】，【签约项目.完成】}
"""
    assert "签约数量下滑。签约项目同比减少9.7%，完成" in line_with(body, "签约数量下滑")


def test_sides_of_one_thing_are_no_trades() -> None:
    facts = """\
文种: 推进会讲话
会议: {名称: 全县医共体建设推进会, 日期: 2026-06-09}
问题:
  - {领域: 人才队伍, 要点: 基层留不住人, 说明: 县里还缺村医38人}
  - {领域: 公共卫生, 要点: 管理还不细, 说明: 档案没有更新}
"""
    heads = [text for text in paragraphs(drafted(facts)) if "基层留不住人" in text]

    assert heads == ["人才队伍方面，基层留不住人"]


@pytest.mark.parametrize(
    ("results", "when", "first"),
    [
        pytest.param("2025年办结投诉96件", "2026-02-27", ("过去一年", ""), id="last year's"),
        pytest.param(
            "1月办结投诉96件", "2026-01-31", ("一段时间以来", "过去", "回头"), id="January"
        ),
    ],
)
def test_the_effort_is_of_the_time_of_its_results(
    results: str, when: str, first: tuple[str, ...]
) -> None:
    facts = f"""\
文种: 工作会议讲话
会议: {{名称: 全县民政工作会议, 日期: {when}}}
成绩: [{results}]
问题: [进度还不够快]
"""
    text = "\n".join(paragraphs(drafted(facts)))

    assert "今年以来" not in text
    assert any(word in text for word in first)


def test_short_results_stand_in_one_sentence() -> None:
    body = """\
数据:
  接待游客: {值: 412.6, 单位: 万人次, 时段: 去年, 上年同期: 365.3, 向好: 上升}
  旅游收入: {值: 28.4, 单位: 亿元, 时段: 去年, 上年同期: 25.1}
成绩:
  - 接待游客【接待游客】，【接待游客.同比】
  - 旅游收入【旅游收入】，【旅游收入.同比】
"""
    said = "接待游客412.6万人次，同比增长12.9%；旅游收入28.4亿元，同比增长13.1%。"

    assert said in line_with(body, "接待游客")


def test_everybody_watched_together() -> None:
    body = "此前议程: [{谁: 全体, 事项: 观看了警示教育片, 类型: 观看}]\n任务: [疏通河道]\n"

    assert "刚才，大家一起观看了警示教育片。" in line_with(body, "警示教育片")


@pytest.mark.parametrize(
    "measure",
    [
        "精准帮扶困难家庭",
        "因地制宜发展特色产业",
        "进一步加强夜间巡查",
        "一点一策制定方案",
        "唱响山水品牌",
    ],
)
def test_how_a_thing_is_done_stands_behind_the_demand(measure: str) -> None:
    body = f"任务:\n  - 要点: 守住河堤\n    措施: [{measure}]\n"

    assert f"要{measure}。" in line_with(body, "守住河堤")


@pytest.mark.parametrize(
    ("measure", "said"),
    [
        pytest.param(
            "{谁: 县城管局, 做什么: 人行道违停每天巡查3次}",
            "县城管局要对人行道违停每天巡查3次。",
            id="a thing",
        ),
        pytest.param(
            "{谁: 各街道, 做什么: 一把手亲自抓}", "各街道要由一把手亲自抓。", id="in person"
        ),
        pytest.param(
            "{谁: 县委政法委, 做什么: 网格员每周走访1次}",
            "县委政法委要组织网格员每周走访1次。",
            id="people under them",
        ),
    ],
)
def test_who_is_told_what_others_do_has_them_do_it(measure: str, said: str) -> None:
    body = f"任务:\n  - 要点: 守住河堤\n    措施:\n      - {measure}\n"

    assert said in line_with(body, "守住河堤")


def test_what_is_done_by_a_day_stands_behind_its_measure() -> None:
    task = "责任单位: 县教体局, 措施: [新建城南小学], 时限: 12月底前完成主体"

    line = line_with(f"任务: [{{要点: 扩学位, {task}}}]\n", "扩学位")

    assert "县教体局要新建城南小学，12月底前完成主体。" in line


def test_named_units_that_each_do_their_own_are_not_some_of_many() -> None:
    conduct = "交警管路上、城管管路边、街道管小区，人行道没人管"

    line = line_with(f"问题: [{{要点: 各管一段, 表现: {conduct}}}]\n", "各管一段")

    assert "各管一段。交警管路上、" in line


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("主要领导每月听取一次汇报", "要由主要领导每月听取一次汇报。"),
        ("医务人员下沉到村", "要组织医务人员下沉到村。"),
        ("带班领导不得离岗", "要做到带班领导不得离岗。"),
        ("隐患全部清零", "要确保隐患全部清零。"),
        ("重点部位定期检查", "要对重点部位定期检查。"),
        ("周五前上报进度", "要在周五前上报进度。"),
        ("夜间加大巡查频次", "要在夜间加大巡查频次。"),
        ("节假日照常开放", "要在节假日照常开放。"),
        ("安排专人每天巡查", "要安排专人每天巡查。"),
    ],
)
def test_what_is_arranged_stands_behind_who_does_it(what: str, said: str) -> None:
    body = f"要求:\n  - {{要点: 责任要压实, 安排: {{谁: 各街道, 做什么: {what}}}}}\n"

    assert f"各街道{said}" in line_with(body, "责任要压实")


def test_night_work_is_no_time() -> None:
    body = "任务: [{要点: 治理噪声, 责任单位: 县城管局, 措施: [夜间施工一律先公示后开工]}]\n"

    assert "在夜间施工" not in line_with(body, "治理噪声")


@pytest.mark.parametrize(
    ("task", "said"),
    [
        pytest.param(
            "措施: [{谁: 县财政局, 做什么: 发放运营补助, 时限: 每季度末}]",
            "县财政局要在每季度末发放运营补助。",
            id="每季度末 is a day",
        ),
        pytest.param(
            "措施: [{谁: 县财政局, 做什么: 列出清单, 时限: 9月底前, 结果: 每处设施有人管}]",
            "县财政局要列出清单，9月底前做到每处设施有人管。",
            id="a result of each of them",
        ),
        pytest.param(
            "责任单位: 县教育局\n    措施: [对家长反映的问题3个工作日内答复]",
            "县教育局要对家长反映的问题在3个工作日内答复。",
            id="within so many days",
        ),
        pytest.param(
            "责任单位: 县自然资源局\n    措施: ['逐坡逐沟核查，定下撤离路线']",
            "县自然资源局要逐坡逐沟核查，定下撤离路线。",
            id="逐坡 is how",
        ),
        pytest.param(
            "责任单位: 县教育局\n    措施: [请志愿者进校园, 对家庭困难的学生免收费用]",
            "县教育局要请志愿者进校园，对家庭困难的学生免收费用。",
            id="one 要 for two",
        ),
        pytest.param(
            "责任单位: 县教育局\n    配合单位: 县财政局\n"
            "    措施: [食材采购全程留痕, 公示菜谱和账目]",
            "县教育局牵头、县财政局配合，食材采购全程留痕，公示菜谱和账目。",
            id="no bare 要 behind 配合",
        ),
    ],
)
def test_what_was_hard_to_say_aloud(task: str, said: str) -> None:
    line = line_with(f"任务:\n  - 要点: 守住河堤\n    {task}\n", "守住河堤")

    assert said in line
