"""A draft is read back as the Document that was written, from its XML and not from its manifest."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from speechgen.document import Block, Document, Role, Run, Table
from speechgen.ledger import Ledger
from speechgen.manifest import manifest_of
from speechgen.style import Layout
from speechgen.word.reader import read
from speechgen.word.writer import write
from tests.word import papers
from tests.word.unzipped import edited, packed, parts_of

Paper = Callable[[], tuple[Document, Ledger]]
PAPERS = [papers.speech, papers.report]
LAYOUTS = [Layout(), Layout(fonts="system", digits="times", title_size=40, page_number="none")]


def draft(*runs: Run, role: Role = Role.BODY, title: str = "题") -> bytes:
    block = Block("k", role, runs)
    document = Document("讲话", title, (block,), ident="3fa9c01e")
    return write(document, papers.ledger((block,)), Layout())


def runs_in(data: bytes) -> list[tuple[Run, ...]]:
    document, _ = read(data, "稿.docx")
    return [block.runs for block in document.blocks if isinstance(block, Block)]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_reading_what_was_written_gives_the_same_document(paper: Paper, layout: Layout) -> None:
    document, ledger = paper()

    assert read(write(document, ledger, layout), "稿.docx") == (
        document,
        manifest_of(document, ledger),
    )


@pytest.mark.parametrize(
    "runs",
    [
        pytest.param((Run("a & b < c > d \" ' ]]> &amp;"),), id="what XML escapes"),
        pytest.param((Run("  前后有空格  　"),), id="spaces at the ends"),
        pytest.param((Run("一\t二\n三\r四"),), id="tabs and line ends"),
        pytest.param((Run("朱镕基、𬭎、\ue000", lead=True), Run("喆")), id="rare characters"),
        pytest.param((Run("135", "甲"), Run("5%", "甲.同比")), id="a figure beside a figure"),
        pytest.param((Run("镕", "名称.甲", "nameless"),), id="a rare character in a figure"),
        pytest.param((Run("135", '表["A & <B>"].数', lead=True),), id="a figure in a lead"),
    ],
)
def test_any_text_survives(runs: tuple[Run, ...]) -> None:
    assert runs_in(draft(*runs)) == [runs]


TITLES = [
    "在全县第四季度重点领域信访事项工作推进会上的讲话",
    "凝心聚力　真抓实干　奋力谱写中国式现代化建设新篇章",
    "凝心聚力 真抓实干 奋力谱写中国式现代化建设新篇章　　再创佳绩",
]


@pytest.mark.parametrize("title", TITLES)
def test_a_broken_title_is_whole_again(title: str) -> None:
    data = draft(Run(title), role=Role.TITLE, title=title)

    assert b"<w:br/>" in parts_of(data)["word/document.xml"]
    assert runs_in(data) == [(Run(title),)]


def test_a_missing_name_in_a_broken_title_stays_a_figure() -> None:
    runs = (Run("在全县第四季度重点领域　"), Run("×" * 12, "会议.名称", "nameless"), Run("讲话"))
    title = "".join(run.text for run in runs)

    assert runs_in(draft(*runs, role=Role.TITLE, title=title)) == [runs]


def test_the_broken_title_of_an_enclosure_is_whole_again() -> None:
    title = "在全县工作会议上　关于第四季度信访事项的讲话"
    other = "全县第四季度重点领域信访事项办理情况　分乡镇统计"
    document = Document(
        "讲话",
        title,
        (
            Block("a", Role.TITLE, (Run(title),)),
            Block("b", Role.ATTACHMENT_LABEL, (Run("附件"),)),
            Block("c", Role.TITLE, (Run(other),)),
            Block("d", Role.BODY, (Run("完"),)),
        ),
    )
    data = write(document, {}, Layout())

    got, _ = read(data, "稿.docx")

    assert parts_of(data)["word/document.xml"].count(b"<w:br/>") > 1
    assert got == document


def test_a_table_alone_needs_no_paragraph_of_its_own() -> None:
    table = Table("t", ("甲", "乙"), (((Run("a"),), (Run("1", "甲"),)), ((Run("b"),), ())))
    document = Document("讲话", "题", (table, Block("k", Role.BODY, (Run("完"),)), table))

    got, _ = read(write(document, {}, Layout()), "稿.docx")

    assert got == document


def test_the_text_comes_from_the_document_and_not_from_the_manifest() -> None:
    data = edited(draft(Run("信访总量"), Run("135", "甲")), lambda xml: xml.replace("135", "142"))

    assert runs_in(data) == [(Run("信访总量"), Run("142", "甲"))]


def test_a_missing_figure_that_was_filled_by_hand_is_known() -> None:
    data = edited(draft(Run("X", "甲", "missing")), lambda xml: xml.replace(">X<", ">7<"))

    assert runs_in(data) == [(Run("7", "甲", "known"),)]


def without_controls(xml: str) -> str:
    """Strip every control, keep what is in it, as LibreOffice 7.4 does with the tags."""
    return re.sub(r"<w:sdt>.*?<w:sdtContent>|</w:sdtContent></w:sdt>", "", xml)


def without_bookmarks(xml: str) -> str:
    return re.sub(r"<w:bookmark(?:Start|End)[^>]*/>", "", xml)


@pytest.mark.parametrize("strip", [without_controls, without_bookmarks])
@pytest.mark.parametrize("paper", PAPERS)
def test_one_mark_of_the_two_is_enough(paper: Paper, strip: Callable[[str], str]) -> None:
    document, ledger = paper()

    got, _ = read(edited(write(document, ledger, Layout()), strip), "稿.docx")

    assert got == document


def test_with_every_mark_stripped_the_text_is_still_there() -> None:
    data = draft(Run("信访总量"), Run("135", "甲"), Run("件"))

    bare = edited(data, lambda xml: without_bookmarks(without_controls(xml)))

    assert runs_in(bare) == [(Run("信访总量135件"),)]


def test_marks_of_another_paper_are_text_here() -> None:
    data = edited(draft(Run("135", "甲")), lambda xml: xml.replace("3fa9c01e", "00000001"))

    assert runs_in(data) == [(Run("135"),)]


def test_a_copied_bookmark_still_names_its_figure() -> None:
    data = edited(
        draft(Run("135", "甲")),
        lambda xml: without_controls(xml).replace("_0001_", "_0001__Copy_1"),
    )

    assert runs_in(data) == [(Run("135", "甲"),)]


def test_runs_that_word_split_are_one_again() -> None:
    data = edited(
        draft(Run("信访总量")),
        lambda xml: xml.replace("信访", "信</w:t></w:r><w:proofErr/><w:r><w:t>访"),
    )

    assert runs_in(data) == [(Run("信访总量"),)]


@pytest.mark.parametrize(
    ("mark", "text"),
    [
        pytest.param('<w:ins w:id="9" w:author="张"><w:r><w:t>新</w:t></w:r></w:ins>', "新总量"),
        pytest.param(
            '<w:del w:id="9" w:author="张"><w:r><w:delText>旧</w:delText></w:r></w:del>', "总量"
        ),
        pytest.param("<w:moveFrom><w:r><w:t>走</w:t></w:r></w:moveFrom>", "总量"),
        pytest.param("<w:hyperlink><w:r><w:t>链</w:t></w:r></w:hyperlink>", "链总量"),
    ],
    ids=["inserted", "deleted", "moved away", "a link"],
)
def test_only_live_text_is_read(mark: str, text: str) -> None:
    data = edited(draft(Run("总量")), lambda xml: xml.replace("<w:p><w:r>", f"<w:p>{mark}<w:r>"))

    assert runs_in(data) == [(Run(text),)]


def test_word_may_give_styles_other_ids() -> None:
    document, ledger = papers.speech()
    data = write(document, ledger, Layout())
    for old, new in (("Heading1", "1"), ("SpeechDate", "a3"), ("Lead", "a5")):
        data = renamed(data, old, new)

    assert read(data, "稿.docx")[0] == document


def renamed(data: bytes, old: str, new: str) -> bytes:
    """Give a style another id, as a Chinese Word does."""
    data = edited(data, lambda xml: xml.replace(f'val="{old}"', f'val="{new}"'))
    ids = f'styleId="{old}"', f'styleId="{new}"'
    return edited(data, lambda xml: xml.replace(*ids), "word/styles.xml")


def test_blocks_keep_their_keys_when_a_paragraph_is_put_in() -> None:
    document, ledger = papers.speech()
    new = "<w:p><w:r><w:t>新加的一段</w:t></w:r></w:p>"
    heading = '<w:p><w:pPr><w:pStyle w:val="Heading1"/>'
    data = edited(
        write(document, ledger, Layout()), lambda xml: xml.replace(heading, new + heading, 1)
    )

    got, _ = read(data, "稿.docx")

    keys = [block.key for block in got.blocks]
    assert [key for key in keys if key] == [block.key for block in document.blocks]
    assert keys.count("") == 1


def test_a_core_part_that_was_lost_leaves_title_and_date_empty() -> None:
    document, ledger = papers.speech()
    parts = parts_of(write(document, ledger, Layout()))
    del parts["docProps/core.xml"]

    got, _ = read(packed(parts), "稿.docx")

    assert got == document._replace(title="", creator="", dated="")
