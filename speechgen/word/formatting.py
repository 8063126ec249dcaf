"""What a paragraph and its runs look like in the end, in any .docx: styles, defaults, and by hand.

Word lays one over the other: the defaults of the document, the styles from the one they are based
on upward, the character's style, and what was set by hand. Only what a style of ours can say is
looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from speechgen.word.opening import Package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DEEPEST = 20  # styles on styles
_PARAGRAPH = {
    "spacing": ("line", "lineRule", "before", "beforeLines"),
    "ind": ("firstLine", "firstLineChars"),
    "jc": ("val",),
    "outlineLvl": ("val",),
    "autoSpaceDN": ("val",),
}
_OFF = frozenset({"0", "false", "off", "none"})

Look = Mapping[str, str]
"""Flat: `spacing.line`, `jc.val`, `font`, `latin`, `sz`, `b` → as Word writes it."""


class Stretch(NamedTuple):
    """Text of one look."""

    text: str
    look: Look


class Paragraph(NamedTuple):
    """One paragraph: the name of its style, its own look, and its text."""

    style: str
    """In small letters, without spaces: `heading1`."""

    look: Look
    stretches: tuple[Stretch, ...]

    @property
    def text(self) -> str:
        """The text of the paragraph, trimmed."""
        return "".join([each.text for each in self.stretches]).strip(" \t\n\u3000\xa0")


class Styles:
    """The styles of one document."""

    def __init__(self, package: Package) -> None:
        folder = package.main.rpartition("/")[0]
        self._themes = _theme_fonts(package, f"{folder}/theme/theme1.xml")
        name = f"{folder}/styles.xml"
        root = package.xml(name) if package.has(name) else None
        found = [] if root is None else list(root.iter(f"{W}style"))
        self._styles = {each.get(f"{W}styleId", ""): each for each in found}
        self._default = next((i for i, each in self._styles.items() if _is_default(each)), "")
        self._known: dict[str, tuple[Look, Look]] = {}
        defaults = None if root is None else root.find(f"{W}docDefaults")
        self._base: tuple[Look, Look] = (
            ({}, {})
            if defaults is None
            else self._own(defaults, "pPrDefault/pPr", "rPrDefault/rPr")
        )

    def paragraph(self, element: etree._Element) -> Paragraph:
        """Return what a `w:p` looks like."""
        properties = element.find(f"{W}pPr")
        ident = _value(properties, "pStyle") or self._default
        look = {**self._base[0], **self._of(ident)[0], **_paragraph_look(properties)}
        stretches = tuple(
            [
                Stretch(text, self.run(run, element))
                for run in element.iter(f"{W}r")
                if (text := _text(run)) and next(run.iterancestors(f"{W}p")) is element
            ]
        )
        return Paragraph(self.name(ident), look, stretches)

    def run(self, run: etree._Element, paragraph: etree._Element) -> Look:
        """Return what a `w:r` of `paragraph` looks like."""
        ident = _value(paragraph.find(f"{W}pPr"), "pStyle") or self._default
        return {**self._base[1], **self._of(ident)[1], **self._run(run)}

    def name(self, ident: str) -> str:
        """Return the name of a style, in small letters and without spaces."""
        return _value(self._styles.get(ident), "name").replace(" ", "").lower()

    def _run(self, run: etree._Element) -> Look:
        properties = run.find(f"{W}rPr")
        ident = _value(properties, "rStyle")
        of_style = self._of(ident)[1] if ident else {}
        return {**of_style, **self._run_look(properties)}

    def _of(self, ident: str) -> tuple[Look, Look]:
        """Return the looks of paragraph and runs that a style gives, with all it is based on."""
        if ident not in self._known:
            self._known[ident] = self._gathered(ident)
        return self._known[ident]

    def _gathered(self, ident: str) -> tuple[Look, Look]:
        chain: list[etree._Element] = []
        while ident in self._styles and len(chain) < _DEEPEST:
            chain.append(self._styles[ident])
            ident = _value(chain[-1], "basedOn")
        looks: tuple[dict[str, str], dict[str, str]] = ({}, {})
        for style in reversed(chain):
            for whole, own in zip(looks, self._own(style, "pPr", "rPr"), strict=True):
                whole.update(own)
        return looks

    def _own(self, holder: etree._Element, paragraph: str, run: str) -> tuple[Look, Look]:
        """Return what stands under the paths `paragraph` and `run` of a style or the defaults."""
        return _paragraph_look(_find(holder, paragraph)), self._run_look(_find(holder, run))

    def _run_look(self, properties: etree._Element | None) -> Look:
        if properties is None:
            return {}
        look = {}
        fonts = properties.find(f"{W}rFonts")
        if fonts is not None:
            for ours, name in (("font", "eastAsia"), ("latin", "ascii")):
                theme = self._themes.get(fonts.get(f"{W}{name}Theme", ""), "")
                if found := theme or fonts.get(f"{W}{name}", ""):
                    look[ours] = found
        if size := _value(properties, "sz"):
            look["sz"] = size
        bold = properties.find(f"{W}b")
        if bold is not None:
            look["b"] = "" if bold.get(f"{W}val", "1") in _OFF else "1"
        return look


def number(text: str | None) -> int | None:
    """Return a whole number as Word writes it; None where it is none."""
    try:
        found = int(float(text or ""))
    except (ValueError, OverflowError):
        return None
    return found if abs(found) < 10**6 else None


def _paragraph_look(properties: etree._Element | None) -> Look:
    if properties is None:
        return {}
    look = {}
    for tag, names in _PARAGRAPH.items():
        element = properties.find(f"{W}{tag}")
        for name in names if element is not None else ():
            value = element.get(f"{W}{name}")  # type: ignore[union-attr]  # asked above
            if value is not None:
                look[f"{tag}.{name}"] = value
            elif tag == "autoSpaceDN":
                look[f"{tag}.{name}"] = "1"
    for ours, tag in (("num.id", "numId"), ("num.level", "ilvl")):
        if found := _value(properties.find(f"{W}numPr"), tag):
            look[ours] = found
    return look


def _text(run: etree._Element) -> str:
    """Return the text of a run; what was deleted under revision is none."""
    return "".join(_pieces(run))


def _pieces(run: etree._Element) -> Iterator[str]:
    for child in run:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in {f"{W}tab", f"{W}br"}:
            yield " "


def _find(holder: etree._Element, path: str) -> etree._Element | None:
    return holder.find("/".join([f"{W}{tag}" for tag in path.split("/")]))


def _value(holder: etree._Element | None, tag: str) -> str:
    element = None if holder is None else holder.find(f"{W}{tag}")
    return "" if element is None else element.get(f"{W}val", "")


def _is_default(style: etree._Element) -> bool:
    is_paragraph = style.get(f"{W}type") == "paragraph"
    return is_paragraph and style.get(f"{W}default", "0") not in _OFF


def _theme_fonts(package: Package, name: str) -> dict[str, str]:
    """Return the fonts behind minorEastAsia and the like; few offices know that they use them."""
    if not package.has(name):
        return {}
    root = package.xml(name)
    found = {}
    for kind in ("major", "minor"):
        scheme = root.find(f".//{A}{kind}Font")
        if scheme is None:
            continue
        latin, east = scheme.find(f"{A}latin"), scheme.find(f"{A}ea")
        script = scheme.find(f"{A}font[@script='Hans']")
        named = [each.get("typeface", "") for each in (east, script) if each is not None]
        found[f"{kind}EastAsia"] = next(filter(None, named), "")
        found[f"{kind}HAnsi"] = "" if latin is None else latin.get("typeface", "")
        found[f"{kind}Ascii"] = found[f"{kind}HAnsi"]
    return found
