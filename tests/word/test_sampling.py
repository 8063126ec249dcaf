"""The look of a paper that an office likes, read from whatever made it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from speechgen.arranging import arranged
from speechgen.facts.style_writing import style_text
from speechgen.facts.styles import read_style_text
from speechgen.problems import SpeechgenError
from speechgen.style import RULER, Layout
from speechgen.word.sampling import Sample, sample
from speechgen.word.writer import write
from tests.word import papers

DERIVED = {"body_spacing", "reading_copy"}
"""What is worked out from the rest, or is another paper."""


def printed(layout: Layout) -> bytes:
    document, ledger = papers.speech()
    return write(arranged(document, layout), ledger, layout)


def look_of(found: Sample) -> Layout:
    return Layout()._replace(**found.fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"fonts": "system"},
        {"fonts": "fangzheng"},
        {"fonts": "mac"},
        {"title_font": "方正小标宋_GBK"},
        {"body_font": "仿宋"},
        {"body_font": "宋体", "head_3_font": "黑体"},
        {"head_1_font": "方正黑体_GBK"},
        {"head_2_font": "楷体"},
        {"head_2_font": "仿宋_GB2312"},
        {"head_3_font": "宋体"},
        {"number_font": "Times New Roman"},
        {"number_size": 24},
        {"digits": "times"},
        {"title_bold": True, "title_font": "宋体"},
        {"bold_1": True},
        {"bold_2": True, "bold_3": False},
        {"top": 1701, "bottom": 1701, "inside": 1701, "outside": 1417},
        {"line_pitch": 560},
        {"line_pitch": 600},
        {"grid": "linesAndChars"},
        {"mirror_margins": False},
        {"auto_space": True},
        {"title_size": 40, "title_line": 600},
        {"title_size": 48, "title_line": 720},
        {"body_size": 30},
        {"blank_lines_before_title": 2},
        {"speaker_before_date": False},
        {"date_brackets": False},
        {"page_number": "centre"},
        {"page_number": "centre", "page_number_dashes": False},
        {"page_number": "outside", "page_number_dashes": False},
        {"page_number": "none"},
        {"lead_bold": True},
        {"cover": "会议材料之三"},
        RULER._asdict(),
    ],
    ids=lambda options: "-".join(options)[:50] or "standard",
)
def test_the_style_of_our_own_paper_is_read_back(options: dict[str, object]) -> None:
    layout = Layout()._replace(**options)  # type: ignore[arg-type]

    found = look_of(sample(printed(layout), "稿.docx"))

    lost = {
        field: (value, getattr(found, field))
        for field, value in layout._asdict().items()
        if getattr(found, field) != value and field not in DERIVED
    }
    if layout.page_number == "none":
        lost = {field: values for field, values in lost.items() if "number" not in field}
    assert not lost


def test_a_salutation_is_found() -> None:
    assert sample(printed(Layout()), "稿.docx").salutation == "同志们"


def by_hand(change: Callable[[DocxDocument], None] = lambda _: None) -> bytes:
    """Return a paper as it is typed in Word: no style but 正文, everything set by hand."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(30), Mm(28)
    section.left_margin, section.right_margin = Mm(27), Mm(27)
    _line(document, "在全县防汛工作会议上的讲话", "方正小标宋简体", 22, centred=True)
    _line(document, "（2025年6月3日）", "楷体", 16, centred=True)
    _line(document, "县长", "楷体", 16, centred=True)
    _line(document, "各位领导、同志们：", "仿宋", 16)
    for number, head in enumerate(("认清形势，绷紧防汛这根弦", "抓住关键，把隐患清在汛前")):
        _line(document, f"{'一二'[number]}、{head}", "黑体", 16, bold=True)
        _line(document, papers.FULL, "仿宋", 16, indent=True)
        paragraph = _line(document, "（一）查险要细。", "楷体", 16, bold=True)
        _run(paragraph, papers.FULL, "仿宋", 16)
        _line(document, "1.巡堤查险", "仿宋", 16, bold=True)
        _line(document, papers.FULL, "仿宋", 16, indent=True)
    _line(document, "这一段是从别处粘来的。", "宋体", 12)
    _number(document, "PAGE")
    change(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _line(  # noqa: PLR0913 - what is set by hand
    document: DocxDocument,
    text: str,
    font: str,
    size: float,
    *,
    centred: bool = False,
    bold: bool = False,
    indent: bool = False,
) -> Paragraph:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    paragraph.paragraph_format.line_spacing = Pt(28)
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if indent:
        paragraph.paragraph_format.first_line_indent = Pt(32)
    _run(paragraph, text, font, size, bold=bold)
    return paragraph


def _run(paragraph: Paragraph, text: str, font: str, size: float, *, bold: bool = False) -> None:
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    run.font.name = font
    run.bold = bold
    run._r.rPr.rFonts.set(qn("w:eastAsia"), font)  # type: ignore[union-attr]  # noqa: SLF001


def _number(document: DocxDocument, code: str) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run("- ").font.size = Pt(12)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), f" {code} \\* MERGEFORMAT ")
    paragraph._p.append(field)  # noqa: SLF001
    paragraph.add_run(" -").font.size = Pt(12)


def test_a_paper_set_by_hand_is_read() -> None:
    found = sample(by_hand(), "范文.docx")

    fields = {
        "top": 1701,
        "inside": 1531,
        "line_pitch": 560,
        "fonts": "system",
        "title_font": "方正小标宋简体",
        "title_size": 44,
        "title_line": 560,
        "body_size": 32,
        "bold_1": True,
        "bold_2": True,
        "bold_3": True,
        "speaker_before_date": False,
        "date_brackets": True,
        "page_number": "centre",
        "page_number_dashes": True,
        "number_size": 24,
        "mirror_margins": False,
        "blank_lines_before_title": 0,
    }
    assert {key: found.fields.get(key) for key in fields} == fields
    assert "body_font" not in found.fields  # 仿宋 is what the set has
    assert found.salutation == "各位领导、同志们"


def test_what_most_of_the_body_has_wins() -> None:
    def paste(document: DocxDocument) -> None:
        for _ in range(3):
            _line(document, papers.FULL, "宋体", 14, indent=True)

    few = sample(by_hand(paste), "范文.docx").fields

    def paste_more(document: DocxDocument) -> None:
        for _ in range(12):
            _line(document, papers.FULL, "宋体", 14, indent=True)

    many = sample(by_hand(paste_more), "范文.docx").fields
    assert (few["body_size"], few.get("body_font")) == (32, None)
    assert (many["body_size"], many.get("body_font")) == (28, "宋体")


def test_a_table_and_a_text_box_are_no_body() -> None:
    def add(document: DocxDocument) -> None:
        cell = document.add_table(1, 1).cell(0, 0).paragraphs[0]
        for _ in range(40):
            _run(cell, papers.FULL, "华文彩云", 9)

    assert sample(by_hand(add), "范文.docx").fields["body_size"] == 32


def test_lines_that_are_no_fixed_pitch_are_said_and_not_guessed() -> None:
    def loosen(document: DocxDocument) -> None:
        for paragraph in document.paragraphs:
            paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.ONE_POINT_FIVE

    found = sample(by_hand(loosen), "范文.docx")

    assert "line_pitch" not in found.fields
    assert any("1.5 倍" in note for note in found.notes)


def test_an_empty_paper_has_a_page_and_nothing_else() -> None:
    stream = io.BytesIO()
    docx.Document().save(stream)

    found = sample(stream.getvalue(), "空.docx")

    assert {"top", "inside"} <= {*found.fields}
    assert not {"body_size", "title_size", "fonts", "line_pitch"} & {*found.fields}
    assert any("没有找到标题" in note for note in found.notes)
    assert any("没有找到正文" in note for note in found.notes)


def test_a_paper_without_styles_is_read() -> None:
    from tests.word.unzipped import parts_of  # noqa: PLC0415 - for this test alone

    found = sample(without(by_hand(), "word/styles.xml"), "范文.docx")

    assert "word/styles.xml" in parts_of(by_hand())
    assert (found.fields["title_size"], found.fields["body_size"]) == (44, 32)


def without(data: bytes, part: str) -> bytes:
    import zipfile  # noqa: PLC0415 - for this test alone

    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            if name != part:
                target.writestr(name, source.read(name))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("size", "font"),
    [
        ("1e99", "@仿宋"),
        ("-3", "x" * 40),
        ("三号", "仿宋;楷体"),
        ("nan", '"><w:p/>'),
        ("", "\u202e"),
    ],
)
def test_nonsense_in_a_paper_does_no_harm(size: str, font: str) -> None:
    def spoil(document: DocxDocument) -> None:
        for paragraph in document.paragraphs:
            for run in paragraph.runs:
                run._r.rPr.rFonts.set(qn("w:eastAsia"), font)  # type: ignore[union-attr]  # noqa: SLF001
                for element in run._r.iter(qn("w:sz"), qn("w:spacing")):  # noqa: SLF001
                    element.set(qn("w:val"), size)
        margins = document.sections[0]._sectPr.find(qn("w:pgMar"))  # noqa: SLF001
        assert margins is not None
        margins.set(qn("w:top"), "99999999999")

    found = sample(by_hand(spoil), "范文.docx")

    assert "top" not in found.fields
    assert font not in found.fields.values()
    text, _ = style_text(found.fields, found.notes, "范文.docx", "本单位.yaml")
    assert "  页码位置: 居中" in text  # what could be read is still there
    assert read_style_text(text, "本单位.yaml").layout is not None


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\3\4", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9],
    ids=["nothing", "half a zip", "a .doc"],
)
def test_what_is_no_paper_is_refused(data: bytes) -> None:
    with pytest.raises(SpeechgenError, match=r"docx-"):
        sample(data, "范文.docx")


def test_a_style_of_styles_without_end_is_read(tmp_path: Path) -> None:
    document = docx.Document()
    style = document.styles["Normal"].element
    based = OxmlElement("w:basedOn")
    based.set(qn("w:val"), "Normal")
    style.append(based)
    document.add_paragraph(papers.FULL)
    document.save(str(tmp_path / "环.docx"))

    assert sample((tmp_path / "环.docx").read_bytes(), "环.docx").fields["body_size"]


def test_heads_that_word_numbers_are_heads() -> None:
    def numbered(document: DocxDocument) -> None:
        part = document.part.numbering_part.element
        abstract = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:lvl w:ilvl="0">'
            '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%1）"/></w:lvl></w:abstractNum>'
        )
        part.insert(0, abstract)
        part.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>')
        )
        for _ in range(9):
            head = _line(document, "把责任压到每一段堤", "华文楷体", 16)
            head._p.get_or_add_pPr().append(  # noqa: SLF001
                parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="77"/></w:numPr>')
            )

    found = sample(by_hand(numbered), "范文.docx").fields

    assert (found["head_2_font"], found["bold_2"]) == ("华文楷体", False)


def test_fonts_behind_a_theme_are_found() -> None:
    document = docx.Document()
    fonts = document.styles["Normal"].element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsiaTheme"), "minorEastAsia")
    fonts.set(qn("w:eastAsia"), "黑体")  # the theme wins
    document.add_paragraph(papers.FULL)
    stream = io.BytesIO()
    document.save(stream)

    assert sample(stream.getvalue(), "范文.docx").fields["body_font"] == "宋体"


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
        own = paragraph._p.get_or_add_pPr()  # noqa: SLF001
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
        holder._p.append(parse_xml(drawing))  # noqa: SLF001
        next(holder._p.iter(qn("w:txbxContent"))).append(number._p)  # noqa: SLF001

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
        _line(document, "附表", "黑体", 16)

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
        section = document.sections[0]._sectPr  # noqa: SLF001
        for old in section.findall(qn("w:docGrid")):
            section.remove(old)
        if grid:
            xml = f'<w:docGrid {nsdecls("w")} w:type="lines" w:linePitch="{grid}"/>'
            section.append(parse_xml(xml))
        for paragraph in document.paragraphs:
            paragraph.paragraph_format.line_spacing = Pt(line / 20) if line else 1.0

    assert sample(by_hand(on_grid), "范文.docx").fields.get("line_pitch") == pitch


def test_a_title_of_two_paragraphs_is_no_speaker() -> None:
    def part(document: DocxDocument) -> None:
        first = document.paragraphs[0]
        first.runs[0].text = "在全县防汛抗旱工作会议"
        more = _line(document, "暨安全度汛推进会上的讲话", "方正小标宋简体", 22, centred=True)
        first._p.addnext(more._p)  # noqa: SLF001

    fields = sample(by_hand(part), "范文.docx").fields

    assert (fields["speaker_before_date"], fields["date_brackets"]) == (False, True)


def test_an_indent_that_was_typed_is_one() -> None:
    def type_spaces(document: DocxDocument) -> None:
        for paragraph in document.paragraphs:
            if paragraph.text.startswith(papers.FULL[:4]):
                paragraph.paragraph_format.first_line_indent = None
                paragraph.runs[0].text = f"\u3000\u3000{paragraph.text}"

    notes = sample(by_hand(type_spaces), "范文.docx").notes

    assert not any("缩进" in note for note in notes)


def test_fonts_by_their_other_names_are_the_same() -> None:
    def rename(document: DocxDocument) -> None:
        for paragraph in document.paragraphs:
            for run in paragraph.runs:
                (fonts,) = run._r.iter(qn("w:rFonts"))  # noqa: SLF001
                name = {"仿宋": "FangSong", "楷体": "KaiTi", "黑体": "SimHei"}.get(
                    run.font.name or ""
                )
                if name:
                    fonts.set(qn("w:eastAsia"), name)

    fields = sample(by_hand(rename), "范文.docx").fields

    assert fields["fonts"] == "system"
    assert not {"body_font", "head_1_font", "head_2_font"} & {*fields}


def test_words_in_the_footer_are_said() -> None:
    def word(document: DocxDocument) -> None:
        document.sections[0].footer.paragraphs[0].add_run("共 5 页")

    assert any("页脚" in note for note in sample(by_hand(word), "范文.docx").notes)


def test_a_paper_in_another_language_is_read() -> None:
    document = docx.Document()
    document.add_paragraph("Not a word of Chinese in 2025.")
    stream = io.BytesIO()
    document.save(stream)

    assert "body_size" not in sample(stream.getvalue(), "en.docx").fields
