"""Every frame line of the hoard, filled with fitting words, reads as a sentence.

`.venv/bin/python -m tests.drafting.test_frames_read > frames.txt` prints them to be read aloud.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import NamedTuple

import pytest

from speechgen.document import Block, Document, Role, Run
from speechgen.drafting.lines.acting import closed, collective
from speechgen.drafting.lines.frames import fill, slots_of, wordings
from speechgen.facts.library import Frame
from tests.drafting import faults
from tests.drafting.papers import ROOT, hoard

OWNERS = ("县水利局", "各镇街", "县水利局、县应急局")
DEEDS = ("逐段排查堤防", "在重点河段每晚巡查", "向社会公布巡查结果", "请专家到现场会诊")
SHAPED = {
    "动": DEEDS,
    "把": ("把险段逐一登记造册", "将险段逐一登记造册"),
    "对": ("对险段逐一登记造册",),
    "主": ("镇村干部轮流巡堤",),
    "物": ("防汛物资按清单备足",),
    "数": ("巡查率达到100%",),
    "名": ("补栽行道树", "基层缺药当日响应"),
    "句": ("小险当天处置，大险及时上报",),
}
"""Shape → what somebody does, as a line of that shape says it."""

VALUES: dict[str, tuple[str, ...]] = {
    "单位": OWNERS,
    "配合单位": ("各镇街", "县应急局、县气象局"),
    "措施": (*DEEDS, *SHAPED["把"]),
    "期限": ("6月底前", "3个工作日内"),
    "起止": ("6月至8月",),
    "频次": ("每月", "在每季度末"),
    "时限": ("6月底前", "每月"),
    "对象": ("病险水库", "巡查不到位的问题"),
    "结果": ("形成清单", "做到每处险段有人管"),
    "目标": ("完成全部清淤",),
    "用意": ("让群众睡得安稳", "守住安全底线"),
    "列": ("排查险段；疏通沟渠；备足沙袋",),
    "几": ("三", "两"),
    "几点": ("三点", "几点"),
    "几种": ("两种",),
    "分步": ("6月底前拿出方案，年底前完成改造",),
    "会议": ("全县防汛工作会议",),
    "任务": ("总结前一段工作，部署下一步任务",),
    "上级": ("王县长", "县委书记"),
    "我": ("我", "我代表县水利局"),
    "话题": ("防汛工作",),
    "做法": ("加密巡查",),
    "范围": ("全县",),
    "地点": ("县会议中心",),
    "起因": ("排水沟多年不通",),
    "时间": ("去年8月",),
    "经过": ("当天到场查看，连夜疏通", "三方坐下来商量出办法"),
    "谁": ("县水利局局长", "各镇街主要负责同志"),
    "时长": ("两天", "不到一周"),
    "甲": ("乡镇巡查流于形式",),
    "乙": ("部门之间信息不通",),
    "点": ("；", "，"),
    "日": ("5月底", "2025年5月20日"),
    "打算": ("加固险工险段，补齐物资缺口",),
    "角度": ("责任落实", "干部作风"),
    "主题": ("防汛工作",),
    "短板": ("不愿管",),
    "做到": ("责任到人、巡查到段",),
    "下步": ("把巡查做得更细",),
    "体会": ("堤防守得住，靠的是平时肯下功夫",),
    "标准": ("险段除掉几处",),
    "情形": ("虚报数字", "巡查走过场"),
    "要点": ("守住河堤、护好群众",),
    "统称": ("问题",),
    "说明": ("12处险段没有除险",),
    "余下时段": ("后7个月",),
    "余量": ("30件",),
    "余量月均": ("4.3件",),
    "已过时段": ("前5个月",),
    "已月均": ("6件",),
    "距控制数": ("已超出全年控制目标12件",),
    "前": ("有的巡查不到位；有的台账不全；",),
    "末": ("物资没有备足",),
    "领域": ("物资储备",),
    "原因": ("责任没有压到人头",),
    "序": ("三",),
    "事项": ("通报当前汛情",),
    "日期": ("5月20日",),
    "主持": ("县长李某",),
    "形式": ("以视频形式",),
    "时段": ("1至5月",),
    "事": ("全县防汛隐患排查",),
    "讲话": ("县委书记张某",),
    "代表": ("县委、县政府",),
    "来宾": ("各位来宾",),
    "做": ("改善营商环境",),
    "议程": ("县水利局通报了汛情，县气象局介绍了天气形势",),
    "问题": ("“巡查不到位”", "“巡查不到位”“台账不全”"),
}
FITTING: dict[tuple[str, str], tuple[str, ...]] = {
    ("任务几项", "几"): ("三",),
    ("请出首", "序"): ("一",),
    ("任务各家", "单位"): ("各镇街",),
    ("致辞我们", "做"): ("为企业办一批实事", "把营商环境建设好"),
    ("任务长期", "时限"): ("长期抓下去", "常态化推进", "全程抓下去"),
    ("误区不愿", "列"): ("一是认为巡堤是水利部门的事，二是认为今年雨水不会大",),
    ("误区再", "列"): ("一是认为多干容易出错，二是认为少说省得麻烦",),
    ("误区再", "短板"): ("抓不实", "不重视"),
    ("误区再", "谁"): ("干部", "领导干部"),
    ("误区不愿", "谁"): ("干部", "领导干部"),
    ("误区一", "谁"): ("干部", "领导干部"),
    ("误区不敢", "谁"): ("干部", "领导干部"),
    ("误区不敢", "短板"): ("不敢管",),
    ("误区不敢", "列"): ("一怕得罪人，二怕担责任",),
    ("误区不会", "短板"): ("不会管",),
    ("误区不会", "列"): ("一是不懂险情怎么看，二是不会用新设备",),
    ("误区无", "列"): ("认为今年雨水不会大",),
    ("误区一", "甲"): ("认为巡堤是水利部门的事",),
    ("论点", "短板"): ("不愿管",),
    ("表现短", "列"): ("物资不足、设施老化",),
    ("表现一谁", "甲"): ("乡镇巡查流于形式",),
    ("小结要求", "列"): ("一要压实责任，二要严肃纪律",),
    ("小结要求我", "列"): ("一要压实责任，二要严肃纪律",),
    ("会后一", "列"): ("请各镇街在6月10日前报送排查清单",),
    ("会上", "列"): ("县水利局通报了汛情，县气象局介绍了天气形势",),
    ("通稿改进", "列"): ("巡查不到位、物资不足",),
    ("致辞祝愿", "列"): ("各位来宾身体健康、工作顺利",),
    ("案例地点的", "地点"): ("城东社区",),
    ("案例地点", "地点"): ("城东社区",),
    ("案例地点", "起因"): ("连下三天大雨，低处住户家里进了水",),
    ("案例经过", "地点"): ("城东社区",),
    ("案例经过", "经过"): ("干部挨家敲门，把人转移到高处",),
    ("案例最终", "结果"): ("水排干了，住户都搬了回去",),
    ("案例目前", "结果"): ("水排干了，住户都搬了回去",),
    ("案例接到", "结果"): ("排通了水沟",),
    ("案例得知", "结果"): ("排通了水沟",),
    ("案例接到", "谁"): ("县水利局",),
    ("案例得知", "谁"): ("县水利局",),
    ("案例接到", "经过"): ("当天到场查看",),
    ("案例得知", "经过"): ("当天到场查看",),
    ("案例推动", "谁"): ("县水利局",),
    ("案例推动", "经过"): ("三方坐下来商量出办法",),
    ("案例既又", "甲"): ("排通了水沟",),
    ("案例既又", "乙"): ("疏通了人心",),
    ("成绩通过", "结果"): ("险段减少了8处",),
    ("成绩坚持", "结果"): ("险段减少了8处",),
    ("成绩特别", "结果"): ("险段减少了8处",),
    ("成绩通过", "做法"): ("加密巡查", "网格巡堤"),
    ("成绩坚持", "做法"): ("开展拉网式排查",),
    ("成绩特别", "做法"): ("干部包段巡查",),
    ("问题角度", "要点"): ("巡查还不够细",),
    ("问题名称", "要点"): ("物资储备",),
    ("领域问题", "要点"): ("缺口还没有补齐",),
    ("通稿上级讲话", "上级"): ("副市长赵某",),
    ("通稿上级讲话", "讲话"): ("县委书记张某讲话", "县委书记张某就防汛工作提出要求"),
    ("通稿主持讲话", "谁"): ("县长李某",),
    ("纪要主持讲话", "谁"): ("县长李某",),
    ("请出讲话", "谁"): ("张书记",),
    ("请出讲话", "事项"): ("讲话", "作重要讲话"),
    ("请出讲话一", "谁"): ("张书记",),
    ("请出讲话一", "事项"): ("讲话", "作重要讲话"),
    ("请出事项", "事项"): ("签订防汛责任书",),
    ("请出事项一", "事项"): ("签订防汛责任书",),
    ("请出由我", "事项"): ("通报当前汛情", "宣读表彰决定"),
    ("请出由我一", "事项"): ("通报当前汛情", "宣读表彰决定"),
    ("欢迎上级", "谁"): ("市水利局王局长",),
    ("欢迎上级再", "谁"): ("市应急局刘局长",),
    ("欢迎来宾", "谁"): ("市水利设计院的各位专家",),
    ("欢迎来宾再", "谁"): ("省水利学会的两位专家",),
    ("表态承诺", "代表"): ("城关镇",),
    ("承诺目标", "目标"): ("12月底前，全镇险段全部除险",),
    ("表态自查", "问题"): ("“巡查不到位”“台账不全”",),
    ("表态自查一", "问题"): ("“巡查不到位”",),
    ("表态认领", "问题"): ("“巡查不到位”“台账不全”",),
    ("表态认领多", "问题"): ("“巡查不到位”“台账不全”",),
    ("表态认领一", "问题"): ("“巡查不到位”",),
    ("要点用意", "用意"): ("守住安全底线", "群众平安度汛"),
    ("致辞我们", "期限"): ("年底前",),
    ("致辞我们", "频次"): ("每年",),
    ("致辞做到", "做"): ("年底前让第一批项目开工",),
}
"""What fits a slot in one frame only."""

TIMES = frozenset({"期限", "起止", "频次", "时限"})
"""A deadline fills one of these, never two; 报送第一次 alone is told how often and by when."""

CLAUSES = frozenset({"议程赞成", "议程赞成一", "议程祝贺"})
"""Frames the code goes on from or stops itself."""

LEADS = "起"
"""What ends the name of a frame that something follows behind its comma: 会议指出，."""

TWICE = re.compile("([要将请在的对由把就是和从向让])\\1")
ASKED_AND_TOLD = re.compile("请[^，。请]{2,12}(?<![主重])要(?![求点素])")
OF_A_SENTENCE = (
    faults.long_sentences,
    faults.wrong_marks,
    faults.doubled_words,
    faults.doubled_modals,
)


class Said(NamedTuple):
    """A frame filled, and where it stands."""

    file: str
    frame: Frame
    text: str

    @property
    def name(self) -> str:
        """Name of the frame without its tone."""
        return self.frame.ident.partition("@")[0]


@cache
def files() -> dict[str, list[Frame]]:
    """Return the frame lines of every file."""
    root = ROOT / "templates"
    paths = sorted([*root.glob("句式/*.txt"), *root.glob("*/句式.txt")])
    return {str(path.relative_to(root)): list(frames_in(path.read_text("utf-8"))) for path in paths}


def frames_in(text: str) -> Iterator[Frame]:
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            ident, _, said = line.partition(" ")
            name, _, shapes = ident.rstrip("]").partition("[")
            yield Frame(name, frozenset(shapes), said.strip())


@cache
def everything() -> list[Said]:
    """Return every frame line, filled in every way a draft fills it, one slot varied at a time."""
    return [
        Said(file, frame, text)
        for file, frames in files().items()
        for frame in frames
        for text in dict.fromkeys(filled(frame))
    ]


def filled(frame: Frame) -> Iterator[str]:
    for given in ways(frame):
        for shape in sorted(frame.shapes) or [""]:
            choices = {slot: values(frame, slot, shape) for slot in given}
            first = {slot: choices[slot][0] for slot in given}
            yield spoken(frame, first)
            for slot in sorted(given):
                for value in choices[slot][1:]:
                    yield spoken(frame, {**first, slot: value})


def ways(frame: Frame) -> Iterator[frozenset[str]]:
    """Return the sets of slots a draft may give a frame: any optional ones, one time at most."""
    needed, optional = slots_of(frame.text)
    for count in range(len(optional) + 1):
        for more in combinations(sorted(optional), count):
            times = len(TIMES & {*needed, *more})
            if times <= 1 or not more:
                yield needed | frozenset(more)


def values(frame: Frame, slot: str, shape: str) -> tuple[str, ...]:
    if shape and slot == "措施":
        return SHAPED[shape]
    name = frame.ident.partition("@")[0]
    return FITTING.get((name, slot)) or VALUES[slot]


def spoken(frame: Frame, slots: dict[str, str]) -> str:
    """Return a frame filled as the drafting fills it: its fill, then what it mends behind it."""
    said = fill(frame.text, slots)
    if "措施" in slots and "单位" in slots:
        said = collective(closed(said, slots.get("期限", ""), slots["措施"]), slots["单位"])
    return said


def wrong(said: Said) -> Iterator[str]:
    """Yield what is wrong with a filled frame."""
    text = said.text
    paper = Document("", "", (Block("k", Role.BODY, (Run(text),)),))
    for rule in OF_A_SENTENCE:
        yield from rule(paper)
    if not text or re.search(r"[{}〔〕]", text):
        yield "unfilled"
    if found := TWICE.search(text):
        yield f"twice {found[0]}"
    if found := ASKED_AND_TOLD.search(text):
        yield f"asked and told {found[0]}"
    if said.name in CLAUSES:
        if text.endswith(tuple("。！？：；，、")):
            yield "stopped here and by the code"
    elif said.name.endswith(LEADS) and not slots_of(said.frame.text)[0]:
        if not text.endswith("，"):
            yield "no comma"
    elif not text.endswith(tuple("。！？：")):
        yield "no end"


@pytest.mark.parametrize("file", files())
def test_every_frame_filled_reads_as_a_sentence(file: str) -> None:
    found = [
        f"{said.frame.ident}: {said.text}: {fault}"
        for said in everything()
        if said.file == file
        for fault in wrong(said)
    ]

    assert not found, "\n".join(found)


TONES = {"部门负责人": "请", "基层代表": "将", "陈述": "由", "转述": "由"}
"""Tone that does not say 要, and how it names an owner."""


def asked(ident: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Return the shape and the slots that a task with an owner asks a frame for."""
    results: list[set[str]] = [set(), {"结果"}] if ident == "任务分工" else [set()]
    targets: list[set[str]] = [set(), {"对象"}] if ident == "任务分工" else [set()]
    partnered: list[set[str]] = [set(), {"配合单位"}]
    for shape in SHAPED if ident == "任务" else [""]:
        for partners in partnered:
            for target in targets:
                for result in results:
                    for time in ("", "时限") if result else ("", "期限", "频次", "起止"):
                        when = {time} - {""}
                        yield (
                            shape,
                            frozenset({"单位", "措施"} | partners | target | result | when),
                        )


@pytest.mark.parametrize("ident", ["任务", "任务分工"])
@pytest.mark.parametrize("tone", TONES)
def test_a_tone_that_does_not_demand_has_its_own_words_for_every_task(
    tone: str, ident: str
) -> None:
    kind = {"转述": "会议纪要"}.get(tone, "工作会议讲话")
    frames = {**hoard().frames, **own_frames(kind)}
    # what stands behind 牵头落实 or 牵头，组织 asks nothing, so a village head has no words for it
    shapes = {"", "动", "把", "对"} if tone == "基层代表" else {"", *SHAPED}
    lacking = [
        (shape, sorted(slots))
        for shape, slots in asked(ident)
        if shape in shapes and not wordings(frames[f"{ident}@{tone}"], shape, slots)
    ]

    assert not lacking
    assert all(TONES[tone] in f.text or "{单位}" not in f.text for f in frames[f"{ident}@{tone}"])


def own_frames(kind: str) -> dict[str, tuple[Frame, ...]]:
    found: dict[str, tuple[Frame, ...]] = {}
    for frame in files().get(f"{kind}/句式.txt", []):
        found[frame.ident] = (*found.get(frame.ident, ()), frame)
    return found


def test_every_frame_line_of_the_hoard_was_filled() -> None:
    read = {frame.text for frames in hoard().frames.values() for frame in frames}

    assert read <= {said.frame.text for said in everything()}
    assert all(any(said.frame is f for said in everything()) for fs in files().values() for f in fs)


def test_a_fault_in_a_frame_is_seen() -> None:
    for text in (
        "{单位}要要{措施}。",
        "请{单位}要{措施}。",
        "请请{单位}{措施}。",
        "{单位}要{措施},",
        "{单位}要{措施}。。",
    ):
        frame = Frame("任务", frozenset(), text)
        assert list(wrong(Said("", frame, next(filled(frame))))), text


if __name__ == "__main__":
    for each in everything():
        print(f"{each.file} {each.frame.ident}\t{each.text}")  # noqa: T201 - to be read aloud
