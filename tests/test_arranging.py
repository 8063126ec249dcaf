"""The title block as an office has it."""

from __future__ import annotations

import pytest

from speechgen.arranging import arranged
from speechgen.document import Block, Document, Role, Run
from speechgen.style import Layout
from speechgen.word.reader import read
from speechgen.word.writer import write
from tests.word import papers

DATE_FIRST = Layout(speaker_before_date=False)
BARE = Layout(date_brackets=False)


def paper(*blocks: tuple[Role, str]) -> Document:
    made = tuple([Block(str(at), role, (Run(text),)) for at, (role, text) in enumerate(blocks)])
    return Document("讲话", "题", made)


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def test_a_paper_is_left_as_it_is_unless_the_office_wants_otherwise() -> None:
    document, _ = papers.speech()

    assert arranged(document, Layout()) is document


@pytest.mark.parametrize("who", [Role.SPEAKER, Role.UNIT])
def test_the_date_comes_first(who: Role) -> None:
    head = ((Role.TITLE, "讲话"), (Role.SUBTITLE, "——副题"), (who, "甲"))
    document = paper(*head, (Role.SPEECH_DATE, "（2025年8月12日）"), (Role.BODY, "正文"))

    found = texts(arranged(document, DATE_FIRST))

    assert found == ["讲话", "——副题", "（2025年8月12日）", "甲", "正文"]


def test_two_speakers_keep_their_order() -> None:
    speakers = ((Role.SPEAKER, "甲"), (Role.SPEAKER, "乙"))

    found = texts(arranged(paper(*speakers, (Role.SPEECH_DATE, "日")), DATE_FIRST))

    assert found == ["日", "甲", "乙"]


@pytest.mark.parametrize(
    ("runs", "left"),
    [
        ((Run("（2025年8月12日）"),), "2025年8月12日"),
        ((Run("（"), Run("X月X日", "日期", "nameless"), Run("）")), "X月X日"),
        ((Run("（X月X日）", "日期", "nameless"),), "X月X日"),
        ((Run("2025年（讨论稿）"),), "2025年（讨论稿）"),
    ],
)
def test_a_date_loses_its_brackets(runs: tuple[Run, ...], left: str) -> None:
    document = Document("讲话", "题", (Block("日期", Role.SPEECH_DATE, runs),))

    (block,) = arranged(document, BARE).blocks

    assert isinstance(block, Block)
    assert block.text == left
    assert all(run.text for run in block.runs)


def test_brackets_elsewhere_stay() -> None:
    document = paper((Role.NOTE, "（根据录音整理）"), (Role.SIGN_DATE, "（2025年8月12日）"))

    assert arranged(document, BARE) == document


@pytest.mark.parametrize(
    "layout",
    [
        DATE_FIRST,
        BARE,
        Layout(cover="会议材料之三"),
        Layout(body_font="仿宋", head_2_font="楷体", title_font="宋体", cover="会议材料"),
    ],
)
@pytest.mark.parametrize("made", [papers.speech, papers.report, papers.tables])
def test_a_paper_of_any_layout_is_read_back(made: object, layout: Layout) -> None:
    document, ledger = made()  # type: ignore[operator]  # one of papers
    document = arranged(document, layout)

    read_back, _ = read(write(document, ledger, layout), "稿.docx")

    assert read_back == document
