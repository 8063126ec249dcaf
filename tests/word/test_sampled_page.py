"""The page of a paper that an office likes: its section, its lines, its number."""

from __future__ import annotations

import pytest
from docx.document import Document as DocxDocument
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from speechgen.word.sampling import sample
from tests.word.by_hand import by_hand, line


@pytest.mark.parametrize(
    ("properties", "place"),
    [
        ('<w:framePr {0} w:wrap="around" w:hAnchor="margin" w:xAlign="center" w:y="1"/>', "centre"),
        (
            '<w:framePr {0} w:wrap="around" w:hAnchor="margin" w:xAlign="outside" w:y="1"/>',
            "outside",
        ),
        ('<w:jc {0} w:val="right"/>', "outside"),
        ('<w:jc {0} w:val="center"/>', "centre"),
    ],
)
def test_a_number_stands_where_its_frame_stands(properties: str, place: str) -> None:
    def frame(document: DocxDocument) -> None:
        paragraph = document.sections[0].footer.paragraphs[0]
        paragraph.alignment = None
        own = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-docx gives no other way
        own.append(parse_xml(properties.format(nsdecls("w"))))

    assert sample(by_hand(frame), "范文.docx").fields["page_number"] == place


@pytest.mark.parametrize(("align", "place"), [("center", "centre"), ("outside", "outside")])
def test_a_number_stands_where_its_box_stands(align: str, place: str) -> None:
    def box(document: DocxDocument) -> None:
        footer = document.sections[0].footer
        number = footer.paragraphs[0]
        number.alignment = None
        holder = footer.add_paragraph()
        drawing = (
            f"<w:r {nsdecls('w', 'wp')}><w:drawing><wp:anchor><wp:positionH relativeFrom='margin'>"
            f"<wp:align>{align}</wp:align></wp:positionH><w:txbxContent/></wp:anchor></w:drawing>"
            "</w:r>"
        )
        holder._p.append(parse_xml(drawing))  # noqa: SLF001 - python-docx gives no other way
        next(holder._p.iter(qn("w:txbxContent"))).append(number._p)  # noqa: SLF001 - python-docx gives no other way

    assert sample(by_hand(box), "范文.docx").fields["page_number"] == place


def test_a_paper_without_numbers_has_none() -> None:
    def unnumber(document: DocxDocument) -> None:
        document.sections[0].footer.is_linked_to_previous = True

    found = sample(by_hand(unnumber), "范文.docx")

    assert found.fields["page_number"] == "none"
    assert any("没有页码" in note for note in found.notes)


def test_the_page_is_that_of_most_of_the_text() -> None:
    def annex(document: DocxDocument) -> None:
        section = document.add_section()
        section.page_width, section.page_height = Mm(297), Mm(210)
        section.top_margin = Mm(12)
        line(document, "附表", "黑体", 16)

    found = sample(by_hand(annex), "范文.docx")

    assert found.fields["top"] == 1701
    assert not any("A4" in note for note in found.notes)


@pytest.mark.parametrize(
    ("grid", "line", "pitch"),
    [(312, None, None), (579, None, 579), (579, 560, 560), (None, None, None)],
)
def test_lines_on_a_grid_are_as_far_apart_as_its_own(
    grid: int | None, line: int | None, pitch: int | None
) -> None:
    def on_grid(document: DocxDocument) -> None:
        section = document.sections[0]._sectPr  # noqa: SLF001 - python-docx gives no other way
        for old in section.findall(qn("w:docGrid")):
            section.remove(old)
        if grid:
            xml = f'<w:docGrid {nsdecls("w")} w:type="lines" w:linePitch="{grid}"/>'
            section.append(parse_xml(xml))
        for paragraph in document.paragraphs:
            paragraph.paragraph_format.line_spacing = Pt(line / 20) if line else 1.0

    assert sample(by_hand(on_grid), "范文.docx").fields.get("line_pitch") == pitch


def test_words_in_the_footer_are_said() -> None:
    def word(document: DocxDocument) -> None:
        document.sections[0].footer.paragraphs[0].add_run("共 5 页")

    assert any("页脚" in note for note in sample(by_hand(word), "范文.docx").notes)


def test_a_number_that_was_never_printed_looks_like_its_field() -> None:
    def field(document: DocxDocument) -> None:
        paragraph = document.sections[0].footer.paragraphs[0]
        for child in [*paragraph._p][1:]:  # noqa: SLF001 - python-docx gives no other way
            paragraph._p.remove(child)  # noqa: SLF001 - python-docx gives no other way
        run = paragraph.add_run()
        run.font.size, run.font.name = Pt(12), "Times New Roman"
        code = OxmlElement("w:instrText")
        code.text = " PAGE "
        run._r.append(code)  # noqa: SLF001 - python-docx gives no other way

    fields = sample(by_hand(field), "范文.docx").fields

    assert (fields["number_size"], fields["number_font"]) == (24, "Times New Roman")
