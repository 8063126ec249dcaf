"""A paper as it is typed in Word: no style but 正文, everything set by hand."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from tests.word import papers


def by_hand(change: Callable[[DocxDocument], None] = lambda _: None) -> bytes:
    """Return a paper as it is typed in Word: no style but 正文, everything set by hand."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(30), Mm(28)
    section.left_margin, section.right_margin = Mm(27), Mm(27)
    line(document, "在全县防汛工作会议上的讲话", "方正小标宋简体", 22, centred=True)
    line(document, "（2025年6月3日）", "楷体", 16, centred=True)
    line(document, "县长", "楷体", 16, centred=True)
    line(document, "各位领导、同志们：", "仿宋", 16)
    for sign, head in zip(
        "一二", ("认清形势，绷紧防汛这根弦", "抓住关键，把隐患清在汛前"), strict=True
    ):
        line(document, f"{sign}、{head}", "黑体", 16, bold=True)
        line(document, papers.FULL, "仿宋", 16, indent=True)
        paragraph = line(document, "（一）查险要细。", "楷体", 16, bold=True)
        type_in(paragraph, papers.FULL, "仿宋", 16)
        line(document, "1.巡堤查险", "仿宋", 16, bold=True)
        line(document, papers.FULL, "仿宋", 16, indent=True)
    line(document, "这一段是从别处粘来的。", "宋体", 12)
    number(document, "PAGE")
    change(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def line(  # noqa: PLR0913 - what is set by hand
    document: DocxDocument,
    text: str,
    font: str,
    size: float,
    *,
    centred: bool = False,
    bold: bool = False,
    indent: bool = False,
) -> Paragraph:
    """Add a paragraph on a pitch of 28 points."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    paragraph.paragraph_format.line_spacing = Pt(28)
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if indent:
        paragraph.paragraph_format.first_line_indent = Pt(32)
    type_in(paragraph, text, font, size, bold=bold)
    return paragraph


def type_in(paragraph: Paragraph, text: str, font: str, size: float, *, bold: bool = False) -> None:
    """Add text to a paragraph."""
    added = paragraph.add_run(text)
    added.font.size = Pt(size)
    added.font.name = font
    added.bold = bold
    added._r.rPr.rFonts.set(qn("w:eastAsia"), font)  # type: ignore[union-attr]  # noqa: SLF001 - python-docx gives no other way


def number(document: DocxDocument, code: str) -> None:
    """Add the number of the page, between dashes."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run("- ").font.size = Pt(12)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), f" {code} \\* MERGEFORMAT ")
    paragraph._p.append(field)  # noqa: SLF001 - python-docx gives no other way
    paragraph.add_run(" -").font.size = Pt(12)
