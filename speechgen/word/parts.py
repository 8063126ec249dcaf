"""The parts of the skeleton that python-docx has no words for: settings, numbering, fonts."""

from __future__ import annotations

from speechgen.style import Layout
from speechgen.word.fonts import TIMES, families, font, heads
from speechgen.word.lengths import indent
from speechgen.word.looks import NUMBERING

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MANIFEST_NAMESPACE = "urn:speechgen:manifest"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_URI = "http://schemas.microsoft.com/office/word"
_ABSTRACT = 90
_COLOURS = (
    *(("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "000000"), ("lt2", "FFFFFF")),
    *((f"accent{number}", "000000") for number in range(1, 7)),
    *(("hlink", "000000"), ("folHlink", "000000")),
)
_LEVELS = (
    ("chineseCountingThousand", "%1、"),
    ("chineseCountingThousand", "（%2）"),
    ("decimal", "%3."),
    ("decimal", "（%4）"),
)


def settings(layout: Layout) -> str:
    """Return settings.xml: compatibility mode 15, so that Word does not show [兼容模式]."""
    mirror = "<w:mirrorMargins/>" if layout.mirror_margins else ""
    even = "<w:evenAndOddHeaders/>" if layout.page_number == "outside" else ""
    switches = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{_URI}" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
    return (
        f'{_DECLARATION}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/>{mirror}'
        f'<w:defaultTabStop w:val="420"/>{even}'
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        f"<w:compat><w:doNotExpandShiftReturn/>{switches}</w:compat>"
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def numbering(layout: Layout) -> str:
    """Return numbering.xml: one multilevel list, linked to Heading 1 to 4 (layout.md §4)."""
    levels = [
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:pStyle w:val="Heading{level + 1}"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>{_numbered(layout)}</w:pPr>'
        "</w:lvl>"
        for level, (form, text) in enumerate(_LEVELS)
    ] + [
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="none"/>'
        '<w:suff w:val="nothing"/><w:lvlText w:val=""/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{_numbered(layout)}</w:pPr></w:lvl>"
        for level in range(len(_LEVELS), 9)
    ]
    return (
        f'{_DECLARATION}<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="{_ABSTRACT}">'
        f'<w:multiLevelType w:val="multilevel"/>{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="{NUMBERING}"><w:abstractNumId w:val="{_ABSTRACT}"/></w:num>'
        "</w:numbering>"
    )


def _numbered(layout: Layout) -> str:
    return indent(layout).replace("<w:ind ", '<w:ind w:left="0" ')


def font_table(layout: Layout) -> str:
    """Return fontTable.xml: each family with what replaces it where it is missing."""
    family = families(layout)
    chinese = dict.fromkeys(
        [
            *(family.title, family.fang, family.kai, family.hei, family.song),
            *heads(layout),
            *(family.rare_title, family.rare_fang, family.rare_kai),
        ]
    )
    entries = [_font(name) for name in chinese if name and not name.isascii()]
    latin = dict.fromkeys([name for name in chinese if name.isascii()])
    if layout.digits == "times":
        latin[TIMES] = None
    entries += [_latin_font(name) for name in latin if name]
    return f'{_DECLARATION}<w:fonts xmlns:w="{W}">{"".join(entries)}</w:fonts>'


def _font(name: str) -> str:
    entry = font(name)
    return (
        f'<w:font w:name="{name}"><w:altName w:val="{entry.substitutes}"/>'
        f'<w:panose1 w:val="{entry.panose}"/><w:charset w:val="86"/>'
        f'<w:family w:val="{entry.family}"/><w:pitch w:val="{entry.pitch}"/></w:font>'
    )


def _latin_font(name: str) -> str:
    return (
        f'<w:font w:name="{name}"><w:panose1 w:val="02020603050405020304"/>'
        '<w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>'
    )


def theme(layout: Layout) -> str:
    """Return theme1.xml, as small as may be: styles name their fonts, but Word wants a theme."""
    family = families(layout)
    colours = "".join(f"<a:{name}>{_colour(value)}</a:{name}>" for name, value in _COLOURS)
    fonts = "".join(
        f'<a:{kind}><a:latin typeface="{face}"/><a:ea typeface="{face}"/>'
        f'<a:cs typeface=""/></a:{kind}>'
        for kind, face in (("majorFont", family.title), ("minorFont", family.fang))
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    formats = "".join(
        f"<a:{kind}>{each * 3}</a:{kind}>"
        for kind, each in (
            ("fillStyleLst", fill),
            ("lnStyleLst", f'<a:ln w="6350">{fill}</a:ln>'),
            ("effectStyleLst", "<a:effectStyle><a:effectLst/></a:effectStyle>"),
            ("bgFillStyleLst", fill),
        )
    )
    return (
        f'{_DECLARATION}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        f' name="GB/T 9704"><a:themeElements><a:clrScheme name="black">{colours}</a:clrScheme>'
        f'<a:fontScheme name="{family.fang}">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="plain">{formats}</a:fmtScheme></a:themeElements></a:theme>'
    )


def _colour(value: str) -> str:
    return f'<a:srgbClr val="{value}"/>'


def application() -> str:
    """Return app.xml, which would otherwise tell of python-docx's own template."""
    return (
        f"{_DECLARATION}<Properties"
        ' xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>speechgen</Application></Properties>"
    )


def manifest_properties() -> str:
    """Return itemProps1.xml: Word keeps a custom part by it."""
    return (
        f"{_DECLARATION}<ds:datastoreItem"
        ' xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"'
        ' ds:itemID="{5350EEC8-6E0A-4C1F-9C3B-1D6E9A7F2B54}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{MANIFEST_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
