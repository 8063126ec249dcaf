"""The cover of a paper that is handed out."""

from __future__ import annotations

from lxml import etree

from speechgen.document import Block, Document, Role, Run
from speechgen.style import Layout
from speechgen.word.writer import write
from tests.word.unzipped import found, parts_of, tree_of, values

MARK = "会议材料之三"
LAYOUT = Layout(cover=MARK)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def cover(*blocks: tuple[Role, str], layout: Layout = LAYOUT) -> list[tuple[str, str]]:
    """Return style and text of each paragraph before the paper itself."""
    made = tuple([Block(str(at), role, (Run(text),)) for at, (role, text) in enumerate(blocks)])
    tree = tree_of(write(Document("讲话", "讲话", made), {}, layout))
    lines = [
        (values(each, "w:pPr/w:pStyle/@w:val"), "".join(values(each, ".//w:t/text()")))
        for each in found(tree, "//w:p")
    ]
    return [(style[0], text) for style, text in lines if style and style[0].startswith("Cover")]


def test_it_says_what_who_and_when() -> None:
    blocks = (
        (Role.TITLE, "在会上的讲话"),
        (Role.SPEAKER, "县委书记"),
        (Role.SPEECH_DATE, "（2025年8月12日）"),
        (Role.BODY, "正文"),
    )

    assert cover(*blocks) == [
        ("CoverMark", MARK),
        ("CoverTitle", "在会上的讲话"),
        ("CoverLine", "县委书记"),
        ("CoverLine", "2025年8月12日"),
    ]


def test_a_report_has_its_subtitle_and_who_signs_it() -> None:
    blocks = (
        (Role.TITLE, "善于接访"),
        (Role.SUBTITLE, "——经验交流材料"),
        (Role.SIGNATURE, "县信访局"),
        (Role.SIGN_DATE, "2025年8月12日"),
    )

    lines = [text for _, text in cover(*blocks)]

    assert lines == [MARK, "善于接访", "——经验交流材料", "县信访局", "2025年8月12日"]


def test_a_paper_without_a_title_has_a_cover_all_the_same() -> None:
    assert cover((Role.BODY, "正文")) == [("CoverMark", MARK), ("CoverTitle", "讲话")]


def test_what_an_office_writes_on_it_is_text() -> None:
    assert cover((Role.TITLE, "甲 < 乙"), layout=Layout(cover="材料<&>"))[0][1] == "材料<&>"


def test_its_section_ends_with_its_last_paragraph() -> None:
    document = Document("讲话", "讲话", (Block("题", Role.TITLE, (Run("讲话"),)),))

    data = write(document, {}, LAYOUT)

    first, second = found(tree_of(data), "//w:sectPr")
    assert [str(each.tag).removeprefix(W) for each in first] == ["pgSz", "pgMar", "docGrid"]
    assert values(first, "w:pgMar/@w:left") == values(second, "w:pgMar/@w:left")
    styles = etree.fromstring(parts_of(data)["word/styles.xml"])
    assert len(found(styles, "//w:style[starts-with(@w:styleId, 'Cover')]")) == 3


def test_a_paper_without_a_cover_has_no_styles_for_it() -> None:
    document = Document("讲话", "讲话", ())

    assert b"Cover" not in parts_of(write(document, {}, Layout()))["word/styles.xml"]
