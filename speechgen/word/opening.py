"""Opening a .docx that may be anything: every file is hostile until read (product.md)."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from speechgen.problems import FactsPlace, Problem, SpeechgenError, visible

LARGEST = 50_000_000
"""Bytes of a file we look at: a paper with pictures is a tenth of that."""

LARGEST_PART = 60_000_000
LARGEST_UNPACKED = 200_000_000
MOST_PARTS = 3_000

_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN = "/officeDocument"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ODD = (ValueError, NotImplementedError)
"""What zipfile raises for headers it does not understand."""

_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_IS_ENCRYPTED = 0x1


class Package:
    """The parts of a .docx, each unpacked only when it is asked for, and never far too large."""

    def __init__(self, archive: zipfile.ZipFile, file: str) -> None:
        self._archive = archive
        self._names = set(archive.namelist())
        self.file = file
        self.main = self._main_part()

    def names(self, folder: str) -> Iterator[str]:
        """Yield the names of the XML parts in `folder`, in order."""
        yield from sorted(n for n in self._names if n.startswith(folder) and n.endswith(".xml"))

    def has(self, name: str) -> bool:
        """Return whether there is such a part."""
        return name in self._names

    def xml(self, name: str) -> etree._Element:
        """Return the root element of a part.

        Raises:
            SpeechgenError: it is missing, damaged, too large, or has a document type.
        """
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        try:
            root = etree.fromstring(self._read(name), parser)
        except etree.XMLSyntaxError as error:
            raise refused(
                self.file, "docx-damaged", f"文件已损坏：{name} 不是完整的 XML"
            ) from error
        if root.getroottree().docinfo.internalDTD is not None:
            what = f"文件里有不该有的文档类型声明（{name}）"
            raise refused(self.file, "docx-doctype", what, "Word 不会写出这样的文件，请勿使用")
        return root

    def _read(self, name: str) -> bytes:
        if name not in self._names:
            raise refused(self.file, "docx-damaged", f"文件已损坏：缺少 {name}")
        try:
            return self._archive.read(name)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, *_ODD) as error:
            raise refused(self.file, "docx-damaged", f"文件已损坏：{name} 解不开") from error

    def _main_part(self) -> str:
        for relationship in self.xml("_rels/.rels").iter(f"{{{_RELATIONSHIPS}}}Relationship"):
            if relationship.get("Type", "").endswith(_MAIN):
                return relationship.get("Target", "").lstrip("/")
        raise refused(self.file, "docx-damaged", "文件已损坏：找不到正文")


def open_package(data: bytes, file: str) -> Package:
    """Return the parts of a .docx; `file` is named in the problem.

    Raises:
        SpeechgenError: it is none, or one that we do not read.
    """
    if len(data) > LARGEST:
        limit = f"文件超过 {LARGEST // 1_000_000} MB"
        raise refused(file, "docx-too-large", limit, "请删去图片后再试")
    if data.startswith(_OLE):
        raise _ole(data, file)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OverflowError, *_ODD) as error:
        raise refused(file, "docx-not-word", "不是 .docx 文件，或文件已损坏") from error
    _check(archive.infolist(), file)
    package = Package(archive, file)
    if package.has("word/vbaProject.bin") or _is_macro_document(package):
        hint = "请在 Word 里另存为 .docx"
        raise refused(file, "docx-macros", "文件带有宏，本程序不读", hint)
    return package


def refused(file: str, code: str, message: str, hint: str = "") -> SpeechgenError:
    """Return the error that says why `file` as a whole is not read."""
    return SpeechgenError(Problem(FactsPlace(file, 0, 0), code, visible(message), hint))


def _ole(data: bytes, file: str) -> SpeechgenError:
    if _ENCRYPTED in data:
        hint = "请在 Word 里去掉打开密码，另存后再试"
        return refused(file, "docx-encrypted", "文件设有打开密码", hint)
    hint = "请在 Word 或 WPS 里另存为 .docx"
    return refused(file, "docx-old", "这是旧格式的 .doc 文件（或 .wps）", hint)


def _check(entries: list[zipfile.ZipInfo], file: str) -> None:
    """Refuse before unpacking: what the directory declares is what is unpacked at most."""
    names = [entry.filename for entry in entries]
    if len(names) > MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
        raise refused(file, "docx-too-large", "文件解压后过大，不像是文稿")
    if any(entry.file_size > LARGEST_PART for entry in entries):
        raise refused(file, "docx-too-large", "文件解压后过大，不像是文稿")
    if len({name.lower() for name in names}) != len(names):
        raise refused(file, "docx-damaged", "文件已损坏：有重名的部件")
    if any(entry.flag_bits & _IS_ENCRYPTED for entry in entries):
        raise refused(file, "docx-encrypted", "文件设有打开密码", "请去掉密码后再试")
    if any(entry.compress_type not in _METHODS for entry in entries):
        raise refused(file, "docx-damaged", "文件的压缩方式不是 Word 所用的")


def _is_macro_document(package: Package) -> bool:
    """Return whether the content types name a macro document or template."""
    types = package.xml("[Content_Types].xml")
    return any("macroEnabled" in element.get("ContentType", "") for element in types.iter("*"))
