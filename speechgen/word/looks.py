"""The styles of a paper, from the layout record: layout.md §3, element by element.

A look is what python-docx has no words for: the inner XML of `w:pPr` and `w:rPr`, in the order
the schema asks for. What a look leaves out it takes from the one it is based on.
"""

from __future__ import annotations

from dataclasses import dataclass

from speechgen.style import Layout
from speechgen.word.fonts import TIMES, families, heads
from speechgen.word.lengths import (
    FLUSH,
    blank_after,
    blank_before,
    character_spacing,
    hanging_indent,
    indent,
    right_indent,
)

NUMBERING = 9
"""`w:numId` of the one multilevel list."""

TABLE_SIZES = (("", 24), (" Small", 21), (" Least", 18))
"""小四, 五号 and 小五, in half-points: the type of tables."""


@dataclass(frozen=True, slots=True)
class Look:
    """One style. Its id is the name without spaces."""

    name: str
    """As Word's users see it."""

    paragraph: str = ""
    run: str = ""
    based_on: str = "Normal"
    following: str = "Normal"
    """Style of the paragraph that Enter begins."""

    is_character: bool = False


def looks(layout: Layout) -> tuple[Look, ...]:
    """Return every style of the skeleton but the table's, those based on another after it."""
    return (
        *_text_looks(layout),
        *_title_looks(layout),
        *_heading_looks(layout),
        *_end_looks(layout),
        *_table_looks(layout),
        *_footer_looks(layout),
        *(_cover_looks(layout) if layout.cover else ()),
        *_character_looks(layout),
    )


def fonts_xml(family: str, layout: Layout) -> str:
    """Return `w:rFonts` without theme attributes, which would win over the names."""
    latin = TIMES if layout.digits == "times" else family
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{family}" w:cs="{latin}"/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _bold(bold: bool) -> str:  # noqa: FBT001 - the option itself
    return "<w:b/><w:bCs/>" if bold else ""


def _text_looks(layout: Layout) -> tuple[Look, ...]:
    space = "" if layout.auto_space else '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
    line = f'w:before="0" w:after="0" w:line="{layout.line_pitch}" w:lineRule="exact"'
    family = families(layout)
    return (
        Look(
            "Normal",
            f'<w:widowControl w:val="0"/>{space}<w:spacing {line}/>{indent(layout)}'
            '<w:jc w:val="both"/>',
            f'{fonts_xml(family.fang, layout)}<w:color w:val="000000"/>'
            f'<w:spacing w:val="{character_spacing(layout)}"/>{_size(layout.body_size)}',
            based_on="",
        ),
        Look("Salutation", f'{FLUSH}<w:jc w:val="left"/>'),
        Look("Stage Direction", run=fonts_xml(family.kai, layout)),
    )


def _title_looks(layout: Layout) -> tuple[Look, ...]:
    family = families(layout)
    above = blank_before(layout, layout.blank_lines_before_title)
    centred = f'{FLUSH}<w:jc w:val="center"/>'
    kai = fonts_xml(family.kai, layout)
    before = f"<w:spacing {blank_before(layout)}/>{centred}"
    return (
        Look(
            "Title",
            f'<w:keepNext/><w:spacing {above} w:line="{layout.title_line}" w:lineRule="exact"/>'
            f"{centred}",
            f"{fonts_xml(family.title, layout)}{_bold(layout.title_bold)}"
            f'<w:spacing w:val="0"/>{_size(layout.title_size)}',
            following="Subtitle",
        ),
        Look("Subtitle", centred, kai, following="Speaker"),
        Look("Speaker", before, kai, following="Speech Date"),
        Look("Unit", before, kai, following="Speech Date"),
        Look("Speech Date", f"<w:spacing {blank_after(layout)}/>{centred}", kai),
        Look("Note", centred, kai),
    )


def _heading_looks(layout: Layout) -> tuple[Look, ...]:
    bold = (layout.bold_1, layout.bold_2, layout.bold_3, False)
    return tuple(
        Look(
            f"Heading {level + 1}",
            f'<w:keepNext/><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{NUMBERING}"/>'
            f'</w:numPr>{indent(layout)}<w:outlineLvl w:val="{level}"/>',
            fonts_xml(face, layout) + _bold(bold[level]),
        )
        for level, face in enumerate(heads(layout))
    )


def _end_looks(layout: Layout) -> tuple[Look, ...]:
    right = f'{right_indent(2, layout)}<w:jc w:val="right"/>'
    before = f"<w:spacing {blank_before(layout)}/>"
    hei = fonts_xml(families(layout).hei, layout)
    return (
        Look("Attachment Note", before + hanging_indent(5, 3, layout)),
        Look(
            "Attachment Label", f'<w:keepNext/><w:pageBreakBefore/>{FLUSH}<w:jc w:val="left"/>', hei
        ),
        Look("Attendance", hanging_indent(5, 3, layout), following="Attendance"),
        Look("Signature", f"<w:keepNext/>{before}{right}", following="Date"),
        Look("Date", right),
    )


def _table_looks(layout: Layout) -> tuple[Look, ...]:
    hei = fonts_xml(families(layout).hei, layout)
    small = f'<w:spacing w:val="0"/>{_size(24)}'
    return (
        Look(
            "Caption",
            f'<w:keepNext/>{FLUSH}<w:jc w:val="center"/>',
            f'{hei}<w:spacing w:val="0"/>{_size(28)}',
            following="Unit Line",
        ),
        Look("Unit Line", f'<w:keepNext/>{FLUSH}<w:jc w:val="right"/>', small),
        *[each for name, size in TABLE_SIZES for each in _cell_looks(layout, name, size)],
    )


def _cell_looks(layout: Layout, name: str, size: int) -> tuple[Look, ...]:
    """Return the looks of the cells of tables in type of `size` half-points."""
    hei = fonts_xml(families(layout).hei, layout)
    cell = f'<w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/>{FLUSH}'
    text, number = f"Table Text{name}", f"Table Number{name}"
    return (
        Look(
            text,
            f'{cell}<w:jc w:val="center"/>',
            f'<w:spacing w:val="0"/>{_size(size)}',
            following=text,
        ),
        Look(
            f"Table Head{name}",
            "<w:keepNext/>",  # not alone at the foot of a page
            run=hei,
            based_on=text,
            following=text,
        ),
        Look(number, '<w:jc w:val="right"/>', based_on=text, following=number),
    )


def _footer_looks(layout: Layout) -> tuple[Look, ...]:
    song = families(layout).song
    fonts = (
        f'<w:rFonts w:ascii="{song}" w:hAnsi="{song}" w:eastAsia="{song}" w:cs="{song}"/>'
        f'<w:spacing w:val="0"/>{_size(layout.number_size)}'
    )
    inset = layout.number_size * 10
    base = '<w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/>'
    if layout.page_number == "centre":
        odd = even = f'{FLUSH}<w:jc w:val="center"/>'
    else:
        odd = (
            f'<w:ind w:rightChars="100" w:right="{inset}" w:firstLineChars="0" w:firstLine="0"/>'
            '<w:jc w:val="right"/>'
        )
        even = (
            f'<w:ind w:leftChars="100" w:left="{inset}" w:firstLineChars="0" w:firstLine="0"/>'
            '<w:jc w:val="left"/>'
        )
    return (
        Look("Footer Odd", base + odd, fonts, following="Footer Odd"),
        Look("Footer Even", base + even, fonts, following="Footer Even"),
    )


def _cover_looks(layout: Layout) -> tuple[Look, ...]:
    family = families(layout)
    above = f'<w:spacing w:before="{6 * layout.line_pitch}" w:line="{layout.title_line}" '
    return (
        Look("Cover Mark", f'{FLUSH}<w:jc w:val="left"/>', fonts_xml(family.hei, layout)),
        Look(
            "Cover Title",
            f'{above}w:lineRule="exact"/>{FLUSH}<w:jc w:val="center"/>',
            f"{fonts_xml(family.title, layout)}{_bold(layout.title_bold)}"
            f'<w:spacing w:val="0"/>{_size(layout.title_size)}',
        ),
        Look("Cover Line", f'{FLUSH}<w:jc w:val="center"/>', fonts_xml(family.kai, layout)),
    )


def _character_looks(layout: Layout) -> tuple[Look, ...]:
    family = families(layout)
    lead = (
        fonts_xml(family.fang, layout) + "<w:b/><w:bCs/>"
        if layout.lead_bold
        else fonts_xml(family.kai, layout)
    )
    label = fonts_xml(family.hei, layout)
    looks = [
        Look("Lead", run=lead, based_on="", is_character=True),
        Look("Label", run=label, based_on="", is_character=True),
    ]
    rare_lead = family.rare_fang if layout.lead_bold else family.rare_kai
    for name, base, rare in (
        ("Rare Title", "", family.rare_title),
        ("Rare Fang", "", family.rare_fang),
        ("Rare Kai", "", family.rare_kai),
        ("Rare Lead", "Lead", rare_lead),
    ):
        if rare:
            looks.append(Look(name, run=fonts_xml(rare, layout), based_on=base, is_character=True))
    return tuple(looks)
