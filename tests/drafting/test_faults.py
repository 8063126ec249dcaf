"""The rules of the sweep find what they are for: each fault of the papers people share."""

from __future__ import annotations

import pytest

from speechgen.document import Block, Document, Role, Run
from tests.drafting.by_kind import faults_of_kind
from tests.drafting.faults import faults

FAULTY = {
    "第一个是": "第一个是认识问题。第二个是方法问题。三是作风问题。",
    "第一、": "第一、要抓早。第二、要抓小。",
    "mixed": "一是抓早。二要抓小。",
    "jumps": "一是抓早。三是抓小。",
    "alone": "一是抓早，抓在前头。",
    "restart of 第": "第一，抓早。第三，抓小。",
    "brackets": "（一抓早。",
    "quotes": "落实“枫桥经验。",
    "ASCII": "抓早,抓小。",
    "doubled": "会议作了安排安排。",
    "itself": "存在问题和问题。",
    "object": "极易引发，。",
    "modal": "一要要抓早。二要抓小。",
    "要对": "要对企业逐家检查，并要跟踪整改。",
    "promise": "下一步，要抓好三件事。第一，抓早。第二，抓小。",
    "long": f"{'把工作做细做实，' * 16}见到成效。",
    "no end": "抓早抓小",
    "twice": "把群众的事一件一件办好才算数。把群众的事一件一件办好才算数。",
    "endings": "问题要解决。难题要解决。老题也要解决。",
    "template": "做好{主题}。",
}
SOUND = [
    "一是抓早。抓在前头。二是抓小。",
    "第一，抓早。一要早看。二要早说。第二，抓小。一要小处看。二要小处说。",
    "下一步，要抓好两件事。第一，抓早。第二，抓小。",
    "对31个小区一区一策，一件一件办，一步一步来。",
    "有的“不愿接”，一是认为甲；二是认为乙。",
    "这件事情要一抓到底，药方要对路，更要按时服下去。",
]


def paper(*texts: str, kind: str = "工作会议讲话") -> Document:
    blocks = tuple(Block(str(n), Role.BODY, (Run(text),)) for n, text in enumerate(texts))
    return Document(kind, "题", blocks)


@pytest.mark.parametrize("name", FAULTY)
def test_a_fault_is_found(name: str) -> None:
    assert faults(paper(FAULTY[name]))


@pytest.mark.parametrize("text", SOUND)
def test_a_sound_paragraph_has_no_fault(text: str) -> None:
    assert not faults(paper(text))


def test_neighbouring_heads_may_not_open_alike() -> None:
    heads = tuple(
        Block(text, Role.HEADING_1, (Run(text),)) for text in ("抓住关键", "抓住要害", "压实责任")
    )

    assert len(faults(Document("工作会议讲话", "题", heads))) == 1


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("会议纪要", "我们要抓好落实。"),
        ("新闻通稿", "来访X批次。"),
        ("致辞", "一是资源丰富。二是区位优越。"),
        ("主持词", "书记将作重要讲话，请大家认真听。"),
        ("工作要点", "让我们携起手来。"),
    ],
)
def test_what_would_be_laughed_at_in_a_kind_is_found(kind: str, text: str) -> None:
    assert list(faults_of_kind(paper(text, kind=kind)))
