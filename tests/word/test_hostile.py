"""Every file is hostile until read: one clear message in Chinese, and nothing unpacked."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from base64 import b64encode

import pytest

from speechgen.problems import SpeechgenError
from speechgen.style import Layout
from speechgen.word import opening
from speechgen.word.reader import read
from speechgen.word.writer import write
from tests.word import papers
from tests.word.unzipped import packed, parts_of

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>'
)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.fixture(scope="module")
def parts() -> dict[str, bytes]:
    return parts_of(write(*papers.speech(), Layout()))


def refusal(data: bytes) -> str:
    """Return the code of the one problem that `data` gets."""
    with pytest.raises(SpeechgenError) as refused:
        read(data, "稿.docx")
    (problem,) = refused.value.problems
    assert str(problem).startswith("稿.docx: ")
    assert problem.severity == "error"
    return problem.code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", "docx-not-word", id="nothing"),
        pytest.param(b"%PDF-1.7", "docx-not-word", id="a PDF"),
        pytest.param(b"{\\rtf1}", "docx-not-word", id="RTF"),
        pytest.param(b"PK\3\4" + b"\0" * 100, "docx-not-word", id="the beginning of a zip"),
        pytest.param(OLE + "WordDocument".encode("utf-16-le"), "docx-old", id=".doc"),
        pytest.param(OLE + "EncryptedPackage".encode("utf-16-le"), "docx-encrypted", id="password"),
        pytest.param(b"PK" + b"\0" * opening.LARGEST, "docx-too-large", id="50 MB"),
    ],
)
def test_what_is_no_docx_is_refused(data: bytes, code: str) -> None:
    assert refusal(data) == code


def test_a_docx_cut_off_is_refused(parts: dict[str, bytes]) -> None:
    whole = packed(parts)

    assert refusal(whole[: len(whole) // 2]) == "docx-not-word"


@pytest.mark.parametrize(
    "name", ["[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml"]
)
def test_a_missing_part_is_named(parts: dict[str, bytes], name: str) -> None:
    with pytest.raises(SpeechgenError, match="docx-damaged") as refused:
        read(packed({key: value for key, value in parts.items() if key != name}), "稿.docx")

    assert name in str(refused.value)


@pytest.mark.parametrize(
    "xml",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"<w:document", id="cut off"),
        pytest.param(b"<a>" * 1000 + b"</a>" * 1000, id="a thousand deep"),
        pytest.param(f'<w:document xmlns:w="{W}"/>'.encode(), id="no body"),
    ],
)
def test_a_damaged_document_is_refused(parts: dict[str, bytes], xml: bytes) -> None:
    assert refusal(packed({**parts, "word/document.xml": xml})) == "docx-damaged"


@pytest.mark.parametrize(
    "xml",
    [
        pytest.param(f'{LAUGHS}<w:document xmlns:w="{W}">&d;</w:document>', id="laughs"),
        pytest.param(
            '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
            f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body>'
            "</w:document>",
            id="an external entity",
        ),
        pytest.param(
            f'<!DOCTYPE d SYSTEM "http://127.0.0.1:9/d.dtd"><w:document xmlns:w="{W}"/>',
            id="an external DTD",
        ),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused(parts: dict[str, bytes], xml: str, encoding: str) -> None:
    assert refusal(packed({**parts, "word/document.xml": xml.encode(encoding)})) == "docx-doctype"


@pytest.mark.parametrize("name", ["word/styles.xml", "docProps/core.xml", "_rels/.rels"])
def test_a_document_type_is_refused_in_every_part(parts: dict[str, bytes], name: str) -> None:
    assert refusal(packed({**parts, name: b"<!DOCTYPE a><a/>"})) == "docx-doctype"


def test_a_macro_document_is_refused(parts: dict[str, bytes]) -> None:
    types = parts["[Content_Types].xml"].replace(
        b"openxmlformats-officedocument.wordprocessingml.document.main",
        b"ms-word.document.macroEnabled.main",
    )

    assert refusal(packed({**parts, "[Content_Types].xml": types})) == "docx-macros"
    assert refusal(packed({**parts, "word/vbaProject.bin": b"x"})) == "docx-macros"


def test_a_bomb_is_refused_before_it_is_unpacked(parts: dict[str, bytes]) -> None:
    zeros = b"\0" * (opening.LARGEST_PART + 1)

    assert refusal(packed({**parts, "word/media/a.png": zeros})) == "docx-too-large"


def test_many_small_bombs_are_one(parts: dict[str, bytes]) -> None:
    stream = io.BytesIO(packed(parts))
    zeros = b"\0" * 55_000_000
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(4):
            archive.writestr(f"word/media/{number}.png", zeros)

    assert refusal(stream.getvalue()) == "docx-too-large"


def test_a_part_that_is_larger_than_it_says_is_refused(parts: dict[str, bytes]) -> None:
    data = packed(parts)
    size = len(parts["word/document.xml"])

    lying = data.replace(struct.pack("<L", size), struct.pack("<L", 100))

    assert lying != data
    assert refusal(lying) == "docx-damaged"


def test_too_many_parts_are_refused(parts: dict[str, bytes]) -> None:
    crowd = {f"word/media/{number}.png": b"" for number in range(opening.MOST_PARTS)}

    assert refusal(packed({**parts, **crowd})) == "docx-too-large"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused(parts: dict[str, bytes]) -> None:
    stream = io.BytesIO(packed(parts))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("word/document.xml", b"<other/>")

    assert refusal(stream.getvalue()) == "docx-damaged"


def test_a_zip_with_a_password_is_refused(parts: dict[str, bytes]) -> None:
    data = bytearray(packed(parts))
    at = data.index(b"PK\1\2")
    data[at + 8] |= 1

    assert refusal(bytes(data)) == "docx-encrypted"


def test_a_strange_compression_is_refused(parts: dict[str, bytes]) -> None:
    stream = io.BytesIO(packed(parts))
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_LZMA) as archive:
        archive.writestr("word/other.xml", b"<a/>")

    assert refusal(stream.getvalue()) == "docx-damaged"


def manifest_part(text: str, version: str = "1") -> bytes:
    head = f'<sg:manifest xmlns:sg="urn:speechgen:manifest" v="{version}">'
    return f"{head}{text}</sg:manifest>".encode()


@pytest.mark.parametrize(
    ("part", "code"),
    [
        pytest.param(b"<other/>", "manifest-missing", id="not ours"),
        pytest.param(manifest_part(""), "manifest-damaged", id="empty"),
        pytest.param(manifest_part("!!!"), "manifest-damaged", id="no base64"),
        pytest.param(manifest_part("AAAA"), "manifest-damaged", id="not compressed"),
        pytest.param(
            manifest_part(b64encode(zlib.compress(b"[" * 9_000_000)).decode()),
            "manifest-damaged",
            id="a bomb",
        ),
        pytest.param(
            manifest_part(b64encode(zlib.compress(b"\xff\xfe")).decode()),
            "manifest-damaged",
            id="not UTF-8",
        ),
        pytest.param(manifest_part("", "2"), "manifest-newer", id="newer"),
        pytest.param(manifest_part("", "one"), "manifest-damaged", id="no version"),
    ],
)
def test_a_manifest_is_not_believed(parts: dict[str, bytes], part: bytes, code: str) -> None:
    assert refusal(packed({**parts, "customXml/item1.xml": part})) == code


def test_a_manifest_is_found_by_its_namespace(parts: dict[str, bytes]) -> None:
    moved = {**parts, "customXml/item7.xml": parts["customXml/item1.xml"]}
    moved["customXml/item1.xml"] = b"<b:Sources xmlns:b='urn:bibliography'/>"

    assert read(packed(moved), "稿.docx")[0] == papers.speech()[0]


def test_a_message_quotes_no_control_characters(parts: dict[str, bytes]) -> None:
    rels = parts["_rels/.rels"].replace(b"word/document.xml", "word/\u202e.xml".encode())

    with pytest.raises(SpeechgenError) as refused:
        read(packed({**parts, "_rels/.rels": rels}), "稿.docx")

    assert "\u202e" not in str(refused.value)
