"""The body of document.xml, written in one pass over the blocks.

The XML is joined by hand, not built as a tree: a draft is 60 KB of it, and a tree would take ten
times as long. In a batch most paragraphs come again and again: those without figures, and the
runs and controls of the others, are kept.
"""

from __future__ import annotations

from functools import lru_cache

from speechgen.document import Block, Document, Role, Run, Table
from speechgen.style import FontSet, Layout
from speechgen.word.content import TEXT, TEXT_END, attribute, content
from speechgen.word.lengths import TITLE_MARGIN, grid, margins, type_width
from speechgen.word.marks import bookmark_stem, tag_stem
from speechgen.word.placing import PLACED, direct, em
from speechgen.word.repertoire import rare, repertoire
from speechgen.word.roles import LABEL, LEAD, STYLES, TABLE_HEAD

HEAD = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    b' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    b' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    b' xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w15">'
    b"<w:body>"
)
_BEHIND = (
    b'<w:p><w:pPr><w:snapToGrid w:val="0"/>'
    b'<w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
)
"""Word wants a paragraph behind a table: so low that it needs no page of its own."""

_KEPT_WITH_NEXT = b"<w:p><w:pPr><w:keepNext/></w:pPr>"
"""How the last paragraph begins: the names of enclosures are not left to a page of their own."""

_HINT = '<w:rFonts w:hint="eastAsia"/>'
_HIGHLIGHT = '<w:highlight w:val="yellow"/>'
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

_KEPT = 4096  # paragraphs, runs, controls


def body(document: Document, layout: Layout) -> list[bytes]:
    """Return document.xml of `document` up to `w:sectPr`, paragraph by paragraph.

    Raises:
        ValueError: a character that XML forbids, or a mark of ours, is in a text.
    """
    scribe = _Scribe(document, layout)
    fonts = scribe.fonts
    pieces = [HEAD]
    if layout.cover:
        from speechgen.word.cover import cover  # noqa: PLC0415 - few papers have one

        section = f"<w:sectPr>{margins(layout)}{grid(layout)}</w:sectPr>"
        pieces.append(cover(document, layout, section).encode())
    for index, block in enumerate(document.blocks):
        if isinstance(block, Table):
            pieces.append(scribe.table(block).encode())
        else:
            pieces.append(_unchanging(block, fonts) or scribe.paragraph(block, index).encode())
            if block.role is Role.ATTACHMENT_NOTE and _is_body(document.blocks, index - 1):
                pieces[-2] = _KEPT_WITH_NEXT + pieces[-2].removeprefix(b"<w:p>")
    if document.blocks and isinstance(document.blocks[-1], Table):
        pieces.append(_BEHIND)
    return pieces


def _is_body(blocks: tuple[Block | Table, ...], at: int) -> bool:
    block = blocks[at] if at >= 0 else None
    return isinstance(block, Block) and block.role is Role.BODY


@lru_cache(maxsize=_KEPT)
def _unchanging(block: Block, fonts: FontSet) -> bytes:
    """Return a paragraph without figures; nothing where it has some, or minds its neighbours."""
    role = block.role
    if role in PLACED or any(run.expression for run in block.runs):
        return b""
    look = _rare_look(role)
    lead = _lead(role)
    runs = "".join([_run(run.text, lead if run.lead else "", look, fonts) for run in block.runs])
    return f"{_opening(role)}{runs}</w:p>".encode()


class _Scribe:
    """Writes the paragraphs of one document that are its own, and counts its figures."""

    __slots__ = ("document", "fonts", "layout", "number")

    def __init__(self, document: Document, layout: Layout) -> None:
        self.document = document
        self.layout = layout
        self.fonts = repertoire(layout)
        self.number = 0

    def paragraph(self, block: Block, index: int) -> str:
        role = block.role
        placed = direct(self.document.blocks, index, self.layout)
        runs = block.runs if role is not Role.TITLE else self.title(block)
        return f"{_opening(role, placed)}{self.runs(runs, _rare_look(role), _lead(role))}</w:p>"

    def title(self, block: Block) -> tuple[Run, ...]:
        """Return a title with its line breaks; a space that a break replaces is left out."""
        fit = type_width(self.layout) // (self.layout.title_size * 10) - TITLE_MARGIN
        if em(block.text) <= fit + 1:
            return block.runs
        from speechgen.word.titles import broken  # noqa: PLC0415 - most titles need no break

        return broken(block.runs, fit)

    def table(self, table: Table) -> str:
        from speechgen.word.table import table_xml  # noqa: PLC0415 - most papers have none

        return table_xml(table, type_width(self.layout), self.cell)

    def cell(self, runs: tuple[Run, ...], style: str, keep: bool) -> str:  # noqa: FBT001 - as table_xml calls it
        look = "" if style.startswith(TABLE_HEAD) else _RARE_FANG
        next_too = "<w:keepNext/>" if keep else ""
        style_xml = f'<w:pPr><w:pStyle w:val="{style}"/>{next_too}</w:pPr>'
        return f"<w:p>{style_xml}{self.runs(runs, look)}</w:p>"

    def runs(self, runs: tuple[Run, ...], look: str, lead: str = LEAD) -> str:
        fonts = self.fonts
        return "".join(
            [
                self.figure(run, look)
                if run.expression
                else _run(run.text, lead if run.lead else "", look, fonts)
                for run in runs
            ]
        )

    def figure(self, run: Run, look: str) -> str:
        """Write a control inside a hidden bookmark, as refresh.md has them."""
        self.number += 1
        style = LEAD if run.lead else ""
        mark = "" if run.status == "known" else _HIGHLIGHT
        start, end = _control(self.document.ident, self.number, run.expression, style, mark)
        return f"{start}{_run(run.text, style, look, self.fonts, mark)}{end}"


@lru_cache(maxsize=_KEPT)
def _control(ident: str, number: int, expression: str, style: str, mark: str) -> tuple[str, str]:
    """Return what stands before and behind the run of a figure."""
    digits = f"{number:04d}"
    first = int(ident or "0", 16) % 2_000_000_000 + 1  # unique also where two papers are merged
    start = (
        f'<w:bookmarkStart w:id="{number}" w:name="{bookmark_stem(ident)}{digits}_"/>'
        f'<w:sdt><w:sdtPr>{_properties(style, mark)}<w:alias w:val="{attribute(expression)}"/>'
        f'<w:tag w:val="{tag_stem(ident)}{digits}"/><w:id w:val="{first + number}"/>'
        '<w15:appearance w15:val="hidden"/></w:sdtPr><w:sdtContent>'
    )
    return start, f'</w:sdtContent></w:sdt><w:bookmarkEnd w:id="{number}"/>'


@lru_cache(maxsize=_KEPT)
def _run(text: str, style: str, look: str, fonts: FontSet, mark: str = "") -> str:
    """Write text in its style, the characters that the fonts lack in a style of their own."""
    missing = rare(text, fonts) if fonts == "gb2312" else frozenset()
    if not missing:
        return _plain_run(content(text), style, mark)
    other = _RARE_LEAD if style else look
    return "".join(
        [
            _plain_run(piece, other if is_rare and other else style, mark)
            for piece, is_rare in _parted(content(text), missing)
        ]
    )


def _plain_run(xml: str, style: str, mark: str) -> str:
    return f"<w:r>{_properties(style, mark)}{TEXT}{xml}{TEXT_END}</w:r>"


def _properties(style: str, mark: str) -> str:
    """Return `w:rPr`: the only direct formatting of a run is the hint and the highlight."""
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    return f"<w:rPr>{named}{_HINT}{mark}</w:rPr>"


def _opening(role: Role, placed: str = "") -> str:
    return "<w:p>" if role is Role.BODY else f"{_OPENINGS[role]}{placed}</w:pPr>"


def _lead(role: Role) -> str:
    """Return the style of a run-in lead: the label of a list is set apart."""
    return LABEL if role is Role.ATTENDANCE else LEAD


def _rare_look(role: Role) -> str:
    return _RARE.get(role, _RARE_FANG)


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
