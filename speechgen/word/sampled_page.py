"""The page of any .docx: margins, grid, lines, and where its number stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lxml import etree

from speechgen.word.formatting import Look, Styles, W, number
from speechgen.word.opening import Package

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_ANCHOR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A4 = (11906, 16838)
_NEARLY = 60  # twips: what counts as A4
_DASHES = "—－–―-"
_SIDES = {"top": "top", "bottom": "bottom", "left": "inside", "right": "outside"}
_NAMES = {"top": "上", "bottom": "下", "inside": "左", "outside": "右"}
_LEAST, _MOST = 284, 5669  # 5 mm and 100 mm


class Page(NamedTuple):
    """The section that most of the text is in."""

    section: etree._Element | None
    paragraphs: Sequence[etree._Element]
    before: Sequence[etree._Element]
    """Paragraphs of sections before it: a cover."""

    fields: Mapping[str, object]
    notes: tuple[str, ...]
    pitch: int | None
    """Line pitch of the grid."""


def main_page(body: etree._Element) -> Page:
    """Return the section with most text; what stands in tables and boxes is not looked at."""
    sections: list[tuple[etree._Element | None, list[etree._Element]]] = [(None, [])]
    for paragraph in body.iter(f"{W}p"):
        if any(each.tag in {f"{W}tbl", f"{W}txbxContent"} for each in paragraph.iterancestors()):
            continue
        sections[-1][1].append(paragraph)
        ended = paragraph.find(f"{W}pPr/{W}sectPr")
        if ended is not None:
            sections[-1] = (ended, sections[-1][1])
            sections.append((None, []))
    sections[-1] = (body.find(f"{W}sectPr"), sections[-1][1])
    lengths = [sum(len(_text(p)) for p in text) for _, text in sections]
    at = max(range(len(sections)), key=lambda index: (lengths[index], index))
    section, paragraphs = sections[at]
    before = [paragraph for _, text in sections[:at] for paragraph in text]
    fields, notes, pitch = _of_section(section)
    return Page(section, paragraphs, before, fields, tuple(notes), pitch)


def _of_section(
    section: etree._Element | None,
) -> tuple[dict[str, object], list[str], int | None]:
    if section is None:
        return {}, ["没有找到页面设置"], None
    fields: dict[str, object] = {}
    notes = []
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    paper = tuple(number(None if size is None else size.get(f"{W}{side}")) or 0 for side in "wh")
    if any(abs(side - right) > _NEARLY for side, right in zip(paper, _A4, strict=True)):
        notes.append("纸张不是竖放的 A4，程序一律用 A4")
    gutter = number(None if margins is None else margins.get(f"{W}gutter")) or 0
    for name, field in _SIDES.items() if margins is not None else ():
        length = abs(number(margins.get(f"{W}{name}")) or 0) + (gutter if name == "left" else 0)  # type: ignore[union-attr]  # asked above
        if _LEAST <= length <= _MOST:
            fields[field] = length
        else:
            notes.append(
                f"{_NAMES[field]}页边距 {length / 56.693:.0f} 毫米，不在 5 至 100 毫米之间"
            )
    grid = section.find(f"{W}docGrid")
    kind = "" if grid is None else grid.get(f"{W}type", "")
    pitch = None if grid is None else number(grid.get(f"{W}linePitch"))
    if kind in {"lines", "linesAndChars", "snapToChars"}:
        fields["grid"] = "lines" if kind == "lines" else "linesAndChars"
    else:
        notes.append("没有文档网格")
    return fields, notes, pitch if kind else None


def page_numbers(
    package: Package, page: Page, styles: Styles
) -> tuple[dict[str, object], list[str]]:
    """Return where the page number stands, its dashes, font and size; and duplex."""
    folder = package.main.rpartition("/")[0]
    settings = f"{folder}/settings.xml"
    root = package.xml(settings) if package.has(settings) else None
    fields: dict[str, object] = {
        "mirror_margins": root is not None and root.find(f"{W}mirrorMargins") is not None
    }
    found = [
        paragraph
        for footer in _footers(package, page.section)
        for paragraph in footer.iter(f"{W}p")
        if _is_numbered(paragraph)
    ]
    if not found:
        return {**fields, "page_number": "none"}, ["页脚里没有页码"]
    paragraph = found[0]
    place = _position(paragraph, styles)
    fields["page_number"] = "centre" if place == "center" else "outside"
    text = _text(paragraph).strip()
    fields["page_number_dashes"] = text[:1] in _DASHES and text[-1:] in _DASHES if text else False
    look = _look_of_number(paragraph, styles)
    fields["number_font"] = look.get("latin") or look.get("font", "")
    size = number(look.get("sz"))
    if size:
        fields["number_size"] = size
    several = root is not None and root.find(f"{W}evenAndOddHeaders") is not None
    return fields, _not_ours(text, alone=place in {"right", "left"} and not several)


def _not_ours(text: str, *, alone: bool) -> list[str]:
    """Return what is said of numbers that all stand `alone` on one side, and of words by them."""
    notes = ["页码不分单双页，一律在一边；程序按外侧排"] if alone else []
    words = "".join([sign for sign in text if not sign.isspace() and sign not in _DASHES])
    if words.strip("0123456789"):
        notes.append("页脚里页码以外的字没有照搬")
    return notes


def _footers(package: Package, section: etree._Element | None) -> list[etree._Element]:
    """Return the footers of the section, that of odd pages first."""
    if section is None:
        return []
    folder, _, name = package.main.rpartition("/")
    relations = f"{folder}/_rels/{name}.rels"
    if not package.has(relations):
        return []
    targets = {
        each.get("Id", ""): each.get("Target", "")
        for each in package.xml(relations).iter(_RELATIONSHIP)
        if each.get("Type", "").endswith("/footer")
    }
    kinds = {
        each.get(f"{W}type", ""): each.get(f"{_R}id", "")
        for each in section.iter(f"{W}footerReference")
    }
    paths = []
    for kind in ("default", "even", "first"):
        target = targets.get(kinds.get(kind, ""), "")
        path = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
        if target and package.has(path):
            paths.append(path)
    return [package.xml(path) for path in paths]


def _is_numbered(paragraph: etree._Element) -> bool:
    codes = [each.text or "" for each in paragraph.iter(f"{W}instrText")]
    codes += [each.get(f"{W}instr", "") for each in paragraph.iter(f"{W}fldSimple")]
    own = any("PAGE" in code.upper().split() for code in codes)
    inner = paragraph.find(f".//{W}txbxContent")
    return own and inner is None


def _position(paragraph: etree._Element, styles: Styles) -> str:
    """Return left, center, right or outside: of the paragraph, its frame, or its box."""
    frame = paragraph.find(f"{W}pPr/{W}framePr")
    if frame is not None and frame.get(f"{W}xAlign"):
        return str(frame.get(f"{W}xAlign"))
    for box in paragraph.iterancestors(f"{_ANCHOR}anchor"):
        align = box.find(f"{_ANCHOR}positionH/{_ANCHOR}align")
        if align is not None and align.text:
            return align.text
    return styles.paragraph(paragraph).look.get("jc.val", "left")


def _look_of_number(paragraph: etree._Element, styles: Styles) -> Look:
    """Return the look of what is printed; of a field never yet printed, that of its code."""
    looks = [each.look for each in styles.paragraph(paragraph).stretches if each.text.strip()]
    codes = [each.getparent() for each in paragraph.iter(f"{W}instrText")]
    looks += [styles.run(run, paragraph) for run in codes if run is not None]
    return looks[0] if looks else styles.paragraph(paragraph).look


def _text(paragraph: etree._Element) -> str:
    return "".join([each.text or "" for each in paragraph.iter(f"{W}t")])
