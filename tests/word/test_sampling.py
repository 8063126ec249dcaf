"""The look of a paper that an office likes, read from whatever made it."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from docx.document import Document as DocxDocument
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from speechgen.arranging import arranged
from speechgen.facts.style_writing import style_text
from speechgen.facts.styles import read_style_text
from speechgen.problems import SpeechgenError
from speechgen.style import RULER, Layout
from speechgen.word.sampling import Sample, sample
from speechgen.word.writer import write
from tests.word import papers
from tests.word.by_hand import by_hand, line, type_in

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
            line(document, papers.FULL, "宋体", 14, indent=True)

    few = sample(by_hand(paste), "范文.docx").fields

    def paste_more(document: DocxDocument) -> None:
        for _ in range(12):
            line(document, papers.FULL, "宋体", 14, indent=True)

    many = sample(by_hand(paste_more), "范文.docx").fields
    assert (few["body_size"], few.get("body_font")) == (32, None)
    assert (many["body_size"], many.get("body_font")) == (28, "宋体")


def test_a_table_and_a_text_box_are_no_body() -> None:
    def add(document: DocxDocument) -> None:
        cell = document.add_table(1, 1).cell(0, 0).paragraphs[0]
        for _ in range(40):
            type_in(cell, papers.FULL, "华文彩云", 9)

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
    assert "page_number" not in found.fields  # nobody left a number out
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
                run._r.rPr.rFonts.set(qn("w:eastAsia"), font)  # type: ignore[union-attr]  # noqa: SLF001 - python-docx gives no other way
                for element in run._r.iter(qn("w:sz"), qn("w:spacing")):  # noqa: SLF001 - python-docx gives no other way
                    element.set(qn("w:val"), size)
        margins = document.sections[0]._sectPr.find(qn("w:pgMar"))  # noqa: SLF001 - python-docx gives no other way
        assert margins is not None
        margins.set(qn("w:top"), "99999999999")

    found = sample(by_hand(spoil), "范文.docx")

    assert "top" not in found.fields
    assert len(found.notes) == len({*found.notes})
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
            head = line(document, "把责任压到每一段堤", "华文楷体", 16)
            head._p.get_or_add_pPr().append(  # noqa: SLF001 - python-docx gives no other way
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


def test_a_title_of_two_paragraphs_is_no_speaker() -> None:
    def part(document: DocxDocument) -> None:
        first = document.paragraphs[0]
        first.runs[0].text = "在全县防汛抗旱工作会议"
        more = line(document, "暨安全度汛推进会上的讲话", "方正小标宋简体", 22, centred=True)
        first._p.addnext(more._p)  # noqa: SLF001 - python-docx gives no other way

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
                (fonts,) = run._r.iter(qn("w:rFonts"))  # noqa: SLF001 - python-docx gives no other way
                name = {"仿宋": "FangSong", "楷体": "KaiTi", "黑体": "SimHei"}.get(
                    run.font.name or ""
                )
                if name:
                    fonts.set(qn("w:eastAsia"), name)

    fields = sample(by_hand(rename), "范文.docx").fields

    assert fields["fonts"] == "system"
    assert not {"body_font", "head_1_font", "head_2_font"} & {*fields}


def test_a_paper_in_another_language_is_read() -> None:
    document = docx.Document()
    document.add_paragraph("Not a word of Chinese in 2025.")
    stream = io.BytesIO()
    document.save(stream)

    assert "body_size" not in sample(stream.getvalue(), "en.docx").fields
