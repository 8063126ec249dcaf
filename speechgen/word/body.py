"""The body of document.xml, written in one pass over the blocks.

The XML is joined by hand, not built as a tree: a draft is 60 KB of it, and a tree would take ten
times as long. Whatever comes from the document is escaped here, nowhere else.
"""

from __future__ import annotations

from functools import lru_cache

from speechgen.document import Block, Document, Role, Run, Table
from speechgen.style import Layout
from speechgen.word.marks import bookmark_stem, tag_stem
from speechgen.word.placing import direct, em
from speechgen.word.repertoire import rare
from speechgen.word.roles import LEAD, STYLES

HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w15">'
    "<w:body>"
)
_PAGE_WIDTH = 11906
_HINT = '<w:rFonts w:hint="eastAsia"/>'
_TEXT = '<w:t xml:space="preserve">'
_TEXT_END = "</w:t>"
_PLAIN = f"<w:r><w:rPr>{_HINT}</w:rPr>{_TEXT}"
_PLAIN_END = "</w:t></w:r>"
_BREAK = f"{_TEXT_END}<w:br/>{_TEXT}"
_HIGHLIGHT = '<w:highlight w:val="yellow"/>'
_TITLE_MARGIN = 2  # characters that a line of the title leaves free
_ALIAS = 64  # characters of a control's title that Word keeps
_OPENINGS = {
    role: f'<w:p><w:pPr><w:pStyle w:val="{style}"/>' if style else "<w:p><w:pPr>"
    for role, style in STYLES.items()
}
_RARE_TITLE, _RARE_FANG, _RARE_KAI, _RARE_LEAD = "RareTitle", "RareFang", "RareKai", "RareLead"
_RARE = {
    Role.TITLE: _RARE_TITLE,
    Role.HEADING_1: "",  # 黑体 has every character of GBK
    Role.CAPTION: "",
    Role.ATTACHMENT_LABEL: "",
    **dict.fromkeys(
        (
            *(Role.SUBTITLE, Role.SPEAKER, Role.UNIT, Role.SPEECH_DATE, Role.NOTE),
            *(Role.HEADING_2, Role.STAGE),
        ),
        _RARE_KAI,
    ),
}
"""Character style for characters that the role's font lacks; 仿宋 where nothing is said."""

_PROPERTIES = {
    (style, marked): (
        "<w:rPr>"
        + (f'<w:rStyle w:val="{style}"/>' if style else "")
        + f"{_HINT}{_HIGHLIGHT if marked else ''}</w:rPr>"
    )
    for style in ("", LEAD, _RARE_TITLE, _RARE_FANG, _RARE_KAI, _RARE_LEAD)
    for marked in (False, True)
}
"""`w:rPr`: the only direct formatting of a run is the hint and the highlight."""


def body_xml(document: Document, layout: Layout, text: str) -> str:
    """Return document.xml of `document` up to `w:sectPr`.

    `text` is all its text in one string, for what can be seen at a glance: whether anything in
    it needs escaping, or a rare character another font. That every character may stand in XML is
    the writer's to see to.
    """
    scribe = _Scribe(document, layout, text)
    pieces = [HEAD]
    for index, block in enumerate(document.blocks):
        if isinstance(block, Table):
            pieces.append(scribe.table(block))
        elif block.role is Role.BODY:
            pieces.append(f"<w:p>{scribe.runs(block.runs, _RARE_FANG)}</w:p>")
        else:
            pieces.append(scribe.paragraph(block, index))
    if document.blocks and isinstance(document.blocks[-1], Table):
        pieces.append("<w:p/>")  # Word wants a paragraph behind a table
    return "".join(pieces).replace("\r", "&#13;").replace("\t", f"{_TEXT_END}<w:tab/>{_TEXT}")


class _Scribe:
    """Writes the paragraphs of one document, and counts its figures."""

    __slots__ = ("bookmark", "content", "control", "document", "layout", "number", "rare", "tag")

    def __init__(self, document: Document, layout: Layout, text: str) -> None:
        self.document = document
        self.layout = layout
        self.rare = rare(text, "gb2312") if layout.fonts == "gb2312" else frozenset()
        self.content = _content if any(each in text for each in "&<>\n") else str
        self.number = 0
        self.tag = tag_stem(document.ident)
        self.bookmark = bookmark_stem(document.ident)
        self.control = int(document.ident or "0", 16) % 2_000_000_000 + 1
        """`w:id` of the first control, less one: unique also where two papers are merged."""

    def paragraph(self, block: Block, index: int) -> str:
        role = block.role
        placed = direct(self.document.blocks, index, self.layout)
        if role is Role.TITLE:
            runs = self.title(block)
        else:
            runs = self.runs(block.runs, _RARE.get(role, _RARE_FANG))
        return f"{_OPENINGS[role]}{placed}</w:pPr>{runs}</w:p>"

    def title(self, block: Block) -> str:
        """Write a title with its line breaks; a space that a break replaces is left out."""
        fit = (_PAGE_WIDTH - self.layout.inside - self.layout.outside) // (
            self.layout.title_size * 10
        ) - _TITLE_MARGIN
        text = block.text
        if em(text) <= fit + 1:
            return self.runs(block.runs, _RARE_TITLE)
        from speechgen.word.titles import broken  # noqa: PLC0415 - most titles need no break

        return self.runs(broken(block.runs, fit), _RARE_TITLE).replace("\n", _BREAK)

    def table(self, table: Table) -> str:
        from speechgen.word.table import table_xml  # noqa: PLC0415 - most papers have none

        width = _PAGE_WIDTH - self.layout.inside - self.layout.outside
        return table_xml(table, width, self.cell)

    def cell(self, runs: tuple[Run, ...], style: str) -> str:
        rare_look = "" if style == "TableHead" else _RARE_FANG
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{self.runs(runs, rare_look)}</w:p>'

    def runs(self, runs: tuple[Run, ...], rare_look: str) -> str:
        return "".join([self.run(run, rare_look) for run in runs])

    def run(self, run: Run, rare_look: str) -> str:
        if run.expression:
            return self.figure(run, rare_look)
        if run.lead or self.rare:
            return self.styled(run, rare_look)
        return f"{_PLAIN}{self.content(run.text)}{_PLAIN_END}"

    def figure(self, run: Run, rare_look: str) -> str:
        """Write a control inside a hidden bookmark, as refresh.md has them."""
        self.number += 1
        number = self.number
        mark = f"{number:04d}"
        properties = _PROPERTIES[LEAD if run.lead else "", run.status != "known"]
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{self.bookmark}{mark}_"/>'
            f'<w:sdt><w:sdtPr>{properties}<w:alias w:val="{_attribute(run.expression)}"/>'
            f'<w:tag w:val="{self.tag}{mark}"/><w:id w:val="{self.control + number}"/>'
            '<w15:appearance w15:val="hidden"/></w:sdtPr><w:sdtContent>'
            f"{self.styled(run, rare_look)}"
            f'</w:sdtContent></w:sdt><w:bookmarkEnd w:id="{number}"/>'
        )

    def styled(self, run: Run, rare_look: str) -> str:
        """Write a run's text in its style, its rare characters in a style of their own."""
        marked = bool(run.expression) and run.status != "known"
        style = LEAD if run.lead else ""
        text = self.content(run.text)
        if not self.rare or self.rare.isdisjoint(text):
            return f"<w:r>{_PROPERTIES[style, marked]}{_TEXT}{text}{_PLAIN_END}"
        fallback = _RARE_LEAD if run.lead else rare_look
        pieces = []
        for piece, is_rare in _parted(text, self.rare):
            look = fallback if is_rare and fallback else style
            pieces.append(f"<w:r>{_PROPERTIES[look, marked]}{_TEXT}{piece}{_PLAIN_END}")
        return "".join(pieces)


def escaped(text: str) -> str:
    """Return `text` as XML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _content(text: str) -> str:
    """Return `text` as the content of `w:t`; a line end in it becomes a break."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\n", _BREAK)


@lru_cache(maxsize=4096)
def _attribute(text: str) -> str:
    line = " ".join(text[:_ALIAS].split())
    return escaped(line).replace('"', "&quot;")


def _parted(text: str, rare: frozenset[str]) -> list[tuple[str, bool]]:
    """Part `text` into stretches with and without rare characters."""
    parts: list[tuple[str, bool]] = []
    for character in text:
        is_rare = character in rare
        if parts and parts[-1][1] == is_rare:
            parts[-1] = (parts[-1][0] + character, is_rare)
        else:
            parts.append((character, is_rare))
    return parts
