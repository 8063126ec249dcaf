"""Reading a draft of ours back: the same Document that was written.

What is read, and where from: text and figures from document.xml (`stream`); roles from the names
of the styles, for Word gives styles new ids; keys, expressions, contexts and status from the
manifest; title, office and date from the core properties. The text never comes from the manifest.
"""

from __future__ import annotations

import zlib
from binascii import Error as Base64Error
from binascii import a2b_base64
from collections.abc import Iterable
from itertools import groupby

from lxml import etree

from speechgen.document import Block, Document, Role, Run, Table
from speechgen.manifest import Manifest, Occurrence, loads
from speechgen.manifest.reading import LARGEST, check_version, damaged
from speechgen.manifest.records import TABLE
from speechgen.word.aligning import keys_of
from speechgen.word.cover import LINE, MARK, TITLE
from speechgen.word.opening import Package, open_package, refused
from speechgen.word.roles import LABEL, LEAD, STYLES
from speechgen.word.stream import Piece, pieces

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_CREATED = "{http://purl.org/dc/terms/}created"
_MANIFEST = "{urn:speechgen:manifest}manifest"
_SPACES = "\u3000 "
_ROLES = {style.lower(): role for role, style in STYLES.items() if style}
_COVER = frozenset({style.lower() for style in (MARK, TITLE, LINE)})
_LEADS = frozenset({LEAD.lower(), LABEL.lower(), f"rare{LEAD}".lower()})


def read(data: bytes, file: str) -> tuple[Document, Manifest]:
    """Return the document and the manifest in the bytes of a draft; problems name `file`.

    Raises:
        SpeechgenError: it is no .docx, one that we do not read, or none of our drafts.
    """
    package = open_package(data, file)
    manifest = _manifest(package)
    title, creator, dated = _core(package)
    reading = _Reading(manifest, _style_names(package), title)
    body = package.xml(package.main).find(f"{_W}body")
    if body is None:
        raise refused(file, "docx-damaged", "文件已损坏：没有正文")
    blocks = reading.blocks(body)
    keys = keys_of([(_role_name(block), block.text) for block in blocks], manifest.passages)
    document = Document(
        kind=manifest.kind,
        title=title,
        blocks=tuple([_keyed(block, key) for block, key in zip(blocks, keys, strict=True)]),
        ident=manifest.ident,
        seed=manifest.seed,
        template=manifest.template,
        creator=creator,
        dated=dated,
    )
    return document, manifest


class _Reading:
    """What is needed to understand one paragraph."""

    def __init__(self, manifest: Manifest, styles: dict[str, str], title: str) -> None:
        self.ident = manifest.ident
        self.occurrences = {each.number: each for each in manifest.occurrences}
        self.styles = styles
        passages = [each.text for each in manifest.passages if each.role == Role.TITLE.value]
        self.titles = (title, *passages)

    def blocks(self, parent: etree._Element) -> list[Block | Table]:
        """Return the blocks in `parent`; a paragraph without text is none."""
        found: list[Block | Table] = []
        for child in parent:
            if child.tag == f"{_W}p":
                if self.style_of(child) in _COVER:
                    continue
                block = self.paragraph(child)
                if block.runs:
                    found.append(block)
            elif child.tag == f"{_W}tbl":
                found.append(self.table(child))
            elif child.tag == f"{_W}sdt":
                found.extend(self.blocks(_content(child)))
        return found

    def paragraph(self, paragraph: etree._Element) -> Block:
        role = _ROLES.get(self.style_of(paragraph), Role.BODY)
        text = pieces(paragraph, self.ident)
        if role is Role.TITLE:
            text = _unbroken(text, _same(text, self.titles))
        return Block("", role, self.runs(text))

    def table(self, table: etree._Element) -> Table:
        rows = [
            (row, tuple([self.cell(cell) for cell in row.iter(f"{_W}tc")]))
            for row in table.iter(f"{_W}tr")
        ]
        head = f"{_W}trPr/{_W}tblHeader"
        columns = next((cells for row, cells in rows if row.find(head) is not None), ())
        texts = tuple([_one_line(cell) for cell in columns])
        return Table("", texts, tuple([cells for row, cells in rows if row.find(head) is None]))

    def cell(self, cell: etree._Element) -> tuple[Run, ...]:
        text: list[Piece] = []
        for paragraph in cell.iter(f"{_W}p"):
            if text:
                text.append(Piece("\n", None, ""))
            text.extend(pieces(paragraph, self.ident))
        return self.runs(text)

    def runs(self, text: Iterable[Piece]) -> tuple[Run, ...]:
        """Return runs: what Word split up is one again, what it did not know stays a figure."""
        known = [(self.number(piece), self.is_lead(piece), piece.text) for piece in text]
        return tuple(
            [
                self.run("".join([piece[2] for piece in group]), number, lead=lead)
                for (number, lead), group in groupby(known, key=lambda piece: piece[:2])
            ]
        )

    def run(self, text: str, number: int | None, *, lead: bool) -> Run:
        if number is None:
            return Run(text, lead=lead)
        occurrence: Occurrence = self.occurrences[number]
        status = occurrence.status if text == occurrence.printed else "known"
        return Run(text, occurrence.expression, status, lead, occurrence.context)  # type: ignore[arg-type]

    def number(self, piece: Piece) -> int | None:
        return piece.number if piece.number in self.occurrences else None

    def is_lead(self, piece: Piece) -> bool:
        return self.style_name(piece.style) in _LEADS

    def style_of(self, paragraph: etree._Element) -> str:
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        return "" if style is None else self.style_name(style.get(f"{_W}val", ""))

    def style_name(self, ident: str) -> str:
        return self.styles.get(ident, "")


def _one_line(cell: tuple[Run, ...]) -> str:
    """Return the head of a column; it was broken before its unit where it is narrow."""
    return "".join([run.text for run in cell]).replace("\n", "")


def _same(text: list[Piece], titles: tuple[str, ...]) -> str:
    """Return which title it is, the paper's or an enclosure's; the paper's where none is."""
    bare = "".join("".join([piece.text for piece in text]).split())
    return next((title for title in titles if "".join(title.split()) == bare), titles[0])


def _unbroken(text: list[Piece], title: str) -> list[Piece]:
    """Take the breaks out of a title; one that took the place of a space becomes it again."""
    at = 0
    whole = []
    for piece in text:
        characters = []
        for character in piece.text:
            if character != "\n":
                characters.append(character)
                at += 1
                continue
            while at < len(title) and title[at] in _SPACES:
                characters.append(title[at])
                at += 1
        whole.append(piece._replace(text="".join(characters)))
    return [piece for piece in whole if piece.text]


def _content(control: etree._Element) -> etree._Element:
    found = control.find(f"{_W}sdtContent")
    return control if found is None else found


def _role_name(block: Block | Table) -> str:
    return TABLE if isinstance(block, Table) else block.role.value


def _keyed(block: Block | Table, key: str) -> Block | Table:
    if isinstance(block, Table):
        return Table(key, block.columns, block.rows)
    return Block(key, block.role, block.runs)


def _style_names(package: Package) -> dict[str, str]:
    """Return the name of each style by its id, in small letters and without spaces."""
    folder = package.main.rpartition("/")[0]
    names = {}
    for style in package.xml(f"{folder}/styles.xml").iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        if name is not None:
            text = name.get(f"{_W}val", "").replace(" ", "").lower()
            names[style.get(f"{_W}styleId", "")] = text
    return names


def _core(package: Package) -> tuple[str, str, str]:
    """Return title, creator and date of creation."""
    if not package.has("docProps/core.xml"):
        return "", "", ""
    root = package.xml("docProps/core.xml")
    created = root.findtext(_CREATED) or ""
    title, creator = root.findtext(f"{_DC}title"), root.findtext(f"{_DC}creator")
    return title or "", creator or "", created[: len("2000-01-01")]


def _manifest(package: Package) -> Manifest:
    """Return the manifest; its part is known by its namespace, never by its name."""
    for name in package.names("customXml/"):
        root = package.xml(name)
        if root.tag == _MANIFEST:
            check_version(root.get("v"), package.file)
            return loads(_unpacked(root.text or "", package.file), package.file)
    hint = "请用 speechgen 生成的稿件，或用 --base 指明原来的稿件"
    raise refused(package.file, "manifest-missing", "文件里没有随文数据清单", hint)


def _unpacked(text: str, file: str) -> str:
    """Return the JSON in the manifest part, however much it claims to be."""
    inflate = zlib.decompressobj()
    try:
        data = inflate.decompress(a2b_base64(text), LARGEST + 1)
        if len(data) > LARGEST:
            raise damaged(file, "内容过长")
        return data.decode("utf-8")
    except (Base64Error, ValueError, zlib.error) as error:
        raise damaged(file, "解不开") from error
