"""The other side of the comparison: docxtpl, given our own draft as its template.

Same paragraphs, same styles; each figure is a `{{ tag }}` in a plain run. Our controls,
bookmarks and manifest are taken out: docxtpl has no such thing to carry.
"""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docxtpl import DocxTemplate
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BODY = "word/document.xml"
WHOLE_PROCESS = """\
import sys
import yaml
from docxtpl import DocxTemplate

template, data, output = sys.argv[1:]
with open(data, encoding="utf-8") as file:
    values = yaml.load(file, Loader=yaml.CSafeLoader)
paper = DocxTemplate(template)
paper.render(values)
paper.save(output)
"""
"""The script a user of docxtpl would write."""


class Peer:
    """A docxtpl template kept open, as its documentation advises for many documents."""

    def __init__(self, template: bytes) -> None:
        self._template = DocxTemplate(BytesIO(template))

    def paper(self, values: dict[str, str]) -> bytes:
        """Return the .docx with `values` in its tags."""
        output = BytesIO()
        self._template.render(values)
        self._template.save(output)
        return output.getvalue()


def template_of(draft: bytes) -> tuple[bytes, dict[str, str]]:
    """Return `draft` as a docxtpl template, and the values that make it the same paper again."""
    values: dict[str, str] = {}
    output = BytesIO()
    with ZipFile(BytesIO(draft)) as source, ZipFile(output, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            if name.startswith("customXml/"):
                continue
            part = source.read(name)
            if name == BODY:
                part = _tagged(part, values)
            elif name == "[Content_Types].xml":
                part = _without(part, "PartName", "/customXml/")
            elif name.endswith(".rels"):
                part = _without(part, "Target", "customXml/")
            target.writestr(name, part)
    return output.getvalue(), values


def text_of(paper: bytes) -> list[str]:
    """Return the text of each paragraph, whatever holds it."""
    with ZipFile(BytesIO(paper)) as source:
        tree = etree.fromstring(source.read(BODY))
    return [_text(paragraph) for paragraph in tree.iter(f"{W}p")]


def _text(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def _tagged(part: bytes, values: dict[str, str]) -> bytes:
    """Put a tag in the place of each control, and note its text in `values`."""
    tree = etree.fromstring(part)
    for control in list(tree.iter(f"{W}sdt")):
        tag = f"数{len(values) + 1}"
        values[tag] = _text(control)
        run = next(control.iter(f"{W}r"))
        _plain_run(run, f"{{{{ {tag} }}}}")
        parent = control.getparent()
        assert parent is not None
        parent.replace(control, run)
    for mark in list(tree.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        parent = mark.getparent()
        assert parent is not None
        parent.remove(mark)
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _plain_run(run: etree._Element, text: str) -> None:
    for highlight in list(run.iter(f"{W}highlight")):
        parent = highlight.getparent()
        assert parent is not None
        parent.remove(highlight)
    for node in run.findall(f"{W}t"):
        run.remove(node)
    etree.SubElement(run, f"{W}t").text = text


def _without(part: bytes, attribute: str, beginning: str) -> bytes:
    """Drop the entries whose `attribute` points into the folder that is left out."""
    tree = etree.fromstring(part)
    for entry in list(tree):
        if entry.get(attribute, "").removeprefix("../").startswith(beginning):
            tree.remove(entry)
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
