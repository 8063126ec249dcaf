"""One style of 同比 through a paper: the kind's own, unless the facts ask for another."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from speechgen import manifest, resources
from speechgen.drafting.draft import Draft, draft
from speechgen.facts.read import read_text
from speechgen.facts.speak import speak
from tests.drafting.papers import MEETING, drafted, paragraphs

FACTS = """\
数据:
  来访: {值: 96, 上年同期: 120, 单位: 件}
  产值: {值: -30, 上年同期: -50, 单位: 万元}
  新企业: {值: 3, 上年同期: 0, 单位: 家, 向好: 上升}
成绩:
- 来访【来访】，【来访.同比】，亏损企业利润【产值】，【产值.同比】，新企业【新企业.同比】
"""
WITH = "来访96件，同比下降20%，亏损企业利润-30万元，亏损同比收窄40%，新企业实现零的突破"
WITHOUT = "来访96件，下降20%，亏损企业利润-30万元，亏损收窄40%，新企业实现零的突破"


def said(paper: Draft) -> str:
    return "\n".join(paragraphs(paper))


@pytest.mark.parametrize(
    ("key", "printed"), [("", WITH), ("同比写法: 写\n", WITH), ("同比写法: 省\n", WITHOUT)]
)
def test_the_facts_choose(key: str, printed: str) -> None:
    paper = drafted(MEETING + key + FACTS)

    assert printed in said(paper)


def test_what_the_facts_choose_is_not_said_to_be_unprinted() -> None:
    paper = drafted(MEETING + "同比写法: 省\n" + FACTS)

    assert "not-printed" not in [problem.code for problem in paper.advice]


def test_a_kind_sets_the_default_and_the_facts_go_over_it(tmp_path: Path) -> None:
    own = tmp_path / "templates"
    shutil.copytree(resources.templates(), own)
    settings = own / "工作会议讲话" / "文种.yaml"
    settings.write_text(settings.read_text("utf-8") + "同比: 省\n", "utf-8")

    by_kind = [draft(read_text(MEETING + FACTS, "素材.yaml"), "工作会议讲话", own) for _ in "新旧"]
    by_facts = draft(
        read_text(MEETING + "同比写法: 写\n" + FACTS, "素材.yaml"), "工作会议讲话", own
    )

    assert all(WITHOUT in said(paper) for paper in by_kind)  # the second from a kept wording
    assert WITH in said(by_facts)


def test_the_paper_remembers_how_it_was_said() -> None:
    paper = drafted(MEETING + "同比写法: 省\n" + FACTS)

    runs = [run for block in paper.document.blocks for run in getattr(block, "runs", ())]
    contexts = {run.expression: run.context for run in runs if run.expression}

    assert contexts["来访.同比"] == "省同比"
    assert not contexts["来访"]
    assert "省同比" in manifest.dumps(manifest.manifest_of(paper.document, paper.ledger))


ZEROS = """\
数据:
  国家级平台: {值: 0, 上年同期: 0, 单位: 个, 向好: 上升}
  较大事故: {值: 0, 上年同期: 0, 单位: 起, 向好: 下降}
成绩:
"""


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("全县国家级平台【国家级平台.同比】", "国家级平台尚未实现零的突破"),
        ("全年较大事故【较大事故.同比】", "较大事故继续保持为零"),
        ("较大事故起数【较大事故.增幅】", "较大事故起数继续保持为零"),
        ("狠抓安全生产，【较大事故.同比】", "狠抓安全生产，继续保持零较大事故"),
        ("严防较大事故，【较大事故.同比】", "严防较大事故，继续保持零较大事故"),
    ],
)
@pytest.mark.parametrize("style", ["", "同比写法: 省\n"])
def test_a_name_that_stands_before_is_not_said_again(style: str, line: str, printed: str) -> None:
    paper = drafted(f"{MEETING}{style}{ZEROS}- {line}\n")

    assert printed in said(paper)


def test_what_is_said_behind_a_name_can_be_said_again_by_its_context() -> None:
    text = f"{MEETING}同比写法: 省\n{ZEROS}- 全年较大事故【较大事故.同比】\n"
    paper = drafted(text)
    changed = text.replace("值: 0", "值: 1")

    (run,) = [
        run
        for block in paper.document.blocks
        for run in getattr(block, "runs", ())
        if run.expression == "较大事故.同比"
    ]

    assert run.context == "省同比,名在前"
    assert speak(run.expression, read_text(text, "素材.yaml"), run.context).text == run.text
    again = speak(run.expression, read_text(changed, "素材.yaml"), run.context)
    assert again.text == "由零增至1起"
