"""The five source papers (seeds.md): each head, point and figure of a row stands in our draft."""

from __future__ import annotations

import re

import pytest

from speechgen.document import Role
from speechgen.drafting.lines.frames import fill
from tests.drafting.papers import ROOT, drafted_from, hoard, paragraphs, roles

SAMPLES = ROOT / "sample_inputs"

ROW_A = [
    *("贯彻落实", "总结上半年工作", "表彰先进单位", "分析存在的问题", "部署下半年任务"),
    *("我讲两点意见", "一是总量", "二是重复", "三是区域", "四是重点问题", "五是特殊群体"),
    *("解民忧", "接访", "下访", "走访", "及时就地解决", "平安建设", "保民安"),
    *("反映问题X批、X人次", "X%以上", "两个镇分别有X人次和X人次", "占赴省人次的X%"),
]
ROW_B = [
    *("从数据上看", "从结构上看", "三类风险比较突出", "92%", "90%", "135件", "1至7月"),
    *("全年控制目标200件", "67.5%", "48件积案", "发展转型", "民生保障", "基层治理能力"),
    *("改制企业退休职工待遇", "楼盘延期交付", "垃圾处理和企业排污", "有的干部遇事"),
    *("源头治理", "网格化", "枫桥经验", "接访下访", "领导包案", "责任链条", "督导考核"),
]
ROW_C = [
    *("7413批次", "30749人次", "96", "672", "1924", "6847", "5393", "23230", "118件", "41件"),
    *("息诉息访38件", "77件", "办结74件", "59件", "83件", "78件", "29件全部", "1056件", "950件"),
    *("90%", "第10位", "第9位", "不愿接", "不敢接", "不会接", "乐于接", "勇于接", "善于接"),
    *("一是认为", "全省11个市"),
]
ROW_D = [
    *("认清形势任务", "历史遗留", "预防新生矛盾", "2起", "三个环节", "带头", "分类", "依法"),
    *("三个带头", "带头包案、带头协调、带头调度", "三到位一处理", "解决问题到位"),
    *("是联系群众的窗口", "是检验服务的镜子", "是改进管理的钥匙"),
]
ROW_E = [
    *("通报了", "房地产", "劳动保障", "涉法涉诉", "教育医疗", "县住房和城乡建设局"),
    *("县自然资源局", "县市场监督管理局", "县人力资源和社会保障局", "县委政法委", "县教育局"),
    *("县卫生健康局", "规范市场秩序", "化解历史遗留", "做好政策解释", "工资支付检查"),
    *("支付保障", "劳动关系和谐", "依法分流", "执行联动", "司法救助", "学位", "招生公平"),
    *("医患调解", "组织领导", "责任", "协调", "督查考核"),
]


@pytest.mark.parametrize(
    ("sample", "row"),
    [
        pytest.param("信访平安建设推进会讲话", ROW_A, id="A"),
        pytest.param("信访工作会议讲话", ROW_B, id="B"),
        pytest.param("领导干部接访经验交流材料", ROW_C, id="C"),
        pytest.param("信访工作会议讲话提纲", ROW_D, id="D"),
        pytest.param("重点领域信访推进会讲话", ROW_E, id="E"),
    ],
)
def test_a_row_stands_in_the_draft_of_our_sample(sample: str, row: list[str]) -> None:
    text = "\n".join(paragraphs(drafted_from(SAMPLES / f"{sample}.yaml")))

    assert [point for point in row if point not in text] == []


def test_a_has_no_figure_and_no_name() -> None:
    paper = drafted_from(SAMPLES / "信访平安建设推进会讲话.yaml")
    told = {run.status for block in paper.document.blocks for run in _figures(block)}

    assert told == {"missing", "nameless"}
    assert roles(paper, Role.SPEECH_DATE) == ["（X月X日）"]


def _figures(block: object) -> list:  # type: ignore[type-arg]  # a table has no runs
    return [run for run in getattr(block, "runs", ()) if run.expression]


def test_b_has_the_three_parts_of_its_row() -> None:
    heads = roles(drafted_from(SAMPLES / "信访工作会议讲话.yaml"), Role.HEADING_1)
    sets = [heads for topic in hoard().topic("信访工作") for heads in topic.heads]
    filled = [
        [fill(s[key], {"主题": "信访工作"}) for key in ("形势", "任务", "要求")] for s in sets
    ]

    assert heads in filled


def test_a_tells_its_two_topics_in_the_same_build() -> None:
    paper = drafted_from(SAMPLES / "信访平安建设推进会讲话.yaml")
    heads = roles(paper, Role.HEADING_1)
    text = "\n".join(paragraphs(paper))

    assert len(heads) == 2
    assert all(re.fullmatch(r".{7}，推动.{4}再.{3,4}", head) for head in heads), heads
    assert [text.count(f"{number}是") >= 2 for number in "一二三四五"] == [True] * 5
    assert [text.count(f"第{number}，") for number in "一二三四"] == [2] * 4


def test_d_is_an_outline_each_point_a_line() -> None:
    paper = drafted_from(SAMPLES / "信访工作会议讲话提纲.yaml")
    points = [text for text in roles(paper, Role.BODY) if text.startswith("第")]

    assert len(roles(paper, Role.HEADING_1)) == 3
    assert len(points) == 9
    assert all("：" in point and len(point) <= 160 for point in points)
