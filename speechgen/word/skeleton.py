"""The skeleton: the empty document that python-docx makes, with page, styles and footers.

It is never built while a plain draft is rendered: the default layout's lies beside this file
(`python -m speechgen.word.skeleton` rewrites it), others are kept in the user's cache.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.section import Section, _Footer
from lxml import etree

from speechgen.style import Layout
from speechgen.word import package, parts
from speechgen.word.lengths import grid, margins
from speechgen.word.looks import Look, looks
from speechgen.word.roles import TABLE

SHIPPED = Path(__file__).with_name("skeleton.docx")
_NS = f'xmlns:w="{parts.W}"'
_CELL_MARGIN = 85  # 1.5 mm: nine columns have room for their numbers
_CELL_MARGIN_UPRIGHT = 50  # 0.9 mm: the lines of a high cell must not stand on the rule
_UNWANTED = ("stylesWithEffects", "thumbnail", "webSettings")
_BUILTIN = frozenset(
    {*(f"Heading {level}" for level in range(1, 5)), "Normal", "Title", "Subtitle", "Caption"}
    | {"Salutation", "Signature", "Date"}
)
_KEPT_STYLES = ("DefaultParagraphFont", "TableNormal", "NoList")


def build(layout: Layout) -> bytes:
    """Return the empty .docx of `layout`, its parts in the order of every draft."""
    document = Document()
    _drop_unwanted(document)
    _make_styles(document, layout)
    _make_page(document.sections[0], layout)
    _make_footers(document, layout)
    _replace_parts(document, layout)
    document.core_properties.author = ""
    document.core_properties.comments = ""
    stream = io.BytesIO()
    document.save(stream)
    return _repacked(stream)


def main() -> None:
    """Rewrite the skeleton that is shipped with the program."""
    SHIPPED.write_bytes(build(Layout()))


def _drop_unwanted(document: DocxDocument) -> None:
    for holder in (document.part, document.part.package):
        for key, relationship in list(holder.rels.items()):
            if relationship.reltype.rpartition("/")[2] in _UNWANTED:
                del holder.rels[key]


def _make_styles(document: DocxDocument, layout: Layout) -> None:
    """Replace the 160 styles of the template by ours; the latent ones go too."""
    root = document.styles.element
    for child in list(root):
        if child.get(qn("w:styleId")) not in _KEPT_STYLES:
            root.remove(child)
    everything = looks(layout)
    body = everything[0]
    latent = (
        f'<w:latentStyles {_NS} w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1"'
        ' w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
    )
    fonts = body.run[: body.run.index("/>") + 2]
    size = f'<w:sz w:val="{layout.body_size}"/><w:szCs w:val="{layout.body_size}"/>'
    defaults = (
        f"<w:docDefaults {_NS}><w:rPrDefault><w:rPr>{fonts}{size}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    root.insert(0, parse_xml(defaults))
    root.insert(1, parse_xml(latent))
    for look in everything:
        _add_style(document, look)
    for look in everything:
        if not look.is_character:
            following = document.styles[look.following]
            document.styles[look.name].next_paragraph_style = following
    root.append(_table_style())


def _add_style(document: DocxDocument, look: Look) -> None:
    kind = WD_STYLE_TYPE.CHARACTER if look.is_character else WD_STYLE_TYPE.PARAGRAPH
    style = document.styles.add_style(look.name, kind, builtin=_is_builtin(look.name))
    style.hidden = False
    style.unhide_when_used = False
    style.quick_style = not look.name.startswith(("Footer", "Rare", "Cover"))
    style.priority = 1
    if look.based_on:
        style.base_style = document.styles[look.based_on]
    if look.name == "Normal":
        style.element.set(qn("w:default"), "1")
    for tag, inner in (("pPr", look.paragraph), ("rPr", look.run)):
        if inner:
            for child in style.element.findall(qn(f"w:{tag}")):
                style.element.remove(child)
            style.element.append(parse_xml(f"<w:{tag} {_NS}>{inner}</w:{tag}>"))


def _is_builtin(name: str) -> bool:
    """Return whether Word knows the style by this name, and translates it."""
    return name in _BUILTIN


def _table_style() -> etree._Element:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in sides
    )
    return parse_xml(
        f'<w:style {_NS} w:type="table" w:customStyle="1" w:styleId="{TABLE}">'
        '<w:name w:val="Speech Table"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders>{_cell_margins()}</w:tblPr></w:style>"
    )


def _cell_margins() -> str:
    across, upright = _CELL_MARGIN, _CELL_MARGIN_UPRIGHT
    widths = {"top": upright, "left": across, "bottom": upright, "right": across}
    sides = [f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in widths.items()]
    return f"<w:tblCellMar>{''.join(sides)}</w:tblCellMar>"


def _make_page(section: Section, layout: Layout) -> None:
    properties = section._sectPr  # noqa: SLF001 - no API for the grid
    for name in ("pgSz", "pgMar", "docGrid"):
        for old in properties.findall(qn(f"w:{name}")):
            properties.remove(old)
    made = parse_xml(f"<w:sectPr {_NS}>{margins(layout)}{_numbers(layout)}</w:sectPr>")
    properties[:] = [*made, *properties, parse_xml(grid(layout).replace("/>", f" {_NS}/>"))]
    if layout.cover:
        section.start_type = WD_SECTION.ODD_PAGE if layout.mirror_margins else WD_SECTION.NEW_PAGE


def _numbers(layout: Layout) -> str:
    """Return where the numbers begin: behind a cover the paper itself is page 1."""
    return '<w:pgNumType w:start="1"/>' if layout.cover else ""


def _make_footers(document: DocxDocument, layout: Layout) -> None:
    section = document.sections[0]
    if layout.page_number == "none":
        return
    _make_footer(section.footer, "Footer Odd", layout)
    if layout.page_number == "outside":
        document.settings.odd_and_even_pages_header_footer = True
        _make_footer(section.even_page_footer, "Footer Even", layout)


def _make_footer(footer: _Footer, style: str, layout: Layout) -> None:
    """Make `— 1 —`. Each piece of the field has a run of its own, or WPS hides the number."""
    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]
    paragraph.style = style
    dash = layout.page_number_dashes
    pieces = [
        *(['<w:t xml:space="preserve">— </w:t>'] if dash else []),
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
        *(['<w:t xml:space="preserve"> —</w:t>'] if dash else []),
    ]
    for piece in pieces:
        run = f'<w:r {_NS}><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>{piece}</w:r>'
        paragraph._p.append(parse_xml(run))  # noqa: SLF001 - no API for fields


def _replace_parts(document: DocxDocument, layout: Layout) -> None:
    """Put our own settings, numbering, fonts and custom part in the place of the template's."""
    texts = {
        "/word/settings.xml": parts.settings(layout),
        "/word/numbering.xml": parts.numbering(layout),
        "/word/fontTable.xml": parts.font_table(layout),
        "/word/theme/theme1.xml": parts.theme(layout),
        "/docProps/app.xml": parts.application(),
        "/customXml/item1.xml": f'<sg:manifest xmlns:sg="{parts.MANIFEST_NAMESPACE}" v="1"/>',
        "/customXml/itemProps1.xml": parts.manifest_properties(),
    }
    for part in document.part.package.iter_parts():
        text = texts.get(str(part.partname))
        if text is None:
            continue
        if hasattr(part, "_element"):
            part._element = parse_xml(text.encode())  # noqa: SLF001 - python-docx gives no other way
        else:
            part._blob = text.encode()  # noqa: SLF001 - no API to replace a part


def _repacked(stream: io.BytesIO) -> bytes:
    """Return the package in our order: static parts as python-docx wrote them, ours last."""
    with zipfile.ZipFile(stream) as saved:
        contents = {name: _tidy(name, saved.read(name)) for name in saved.namelist()}
    static = [name for name in contents if name not in package.OWN_PARTS]
    nothing = package.Skeleton(b"", b"", 0, b"")
    ordered = [*static, *package.OWN_PARTS]
    return package.assemble(nothing, [_tight(name, contents[name]) for name in ordered])


def _tight(name: str, content: bytes) -> package.Part:
    """Return a part as small as may be: it is deflated once, and copied into every draft."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    data = deflate.compress(content) + deflate.flush()
    return package.Part(name, data, zlib.crc32(content), len(content))


def _tidy(name: str, content: bytes) -> bytes:
    """Return a part without namespaces that nothing in it uses."""
    root = etree.fromstring(content)
    for attribute in [key for key in root.attrib if str(key).endswith("}Ignorable")]:
        del root.attrib[attribute]
    if name == package.DOCUMENT:
        section = root[0][-1]
        section.attrib.clear()  # revision ids of the template
        root[0][:] = [section]
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


if __name__ == "__main__":
    main()
