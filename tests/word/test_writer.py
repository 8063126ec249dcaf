"""The .docx of a draft: bytes, marks of figures, what never gets in."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from speechgen.document import Block, Document, Role, Run
from speechgen.ledger import Ledger
from speechgen.manifest import dumps, manifest_of
from speechgen.style import Layout
from speechgen.word.package import _squeezed
from speechgen.word.writer import write
from tests.word import papers
from tests.word.unzipped import found, parts_of, tree_of, values

Paper = Callable[[], tuple[Document, Ledger]]
EVERY_PAPER = pytest.mark.parametrize("paper", [papers.speech, papers.report])


def docx(*runs: Run, role: Role = Role.BODY) -> bytes:
    document = Document("讲话", "题", (Block("k", role, runs),), ident="3fa9c01e")
    return write(document, {}, Layout())


@EVERY_PAPER
def test_the_same_document_gives_the_same_bytes(paper: Paper) -> None:
    assert write(*paper(), Layout()) == write(*paper(), Layout())


def test_a_manifest_handed_in_is_the_one_that_would_be_made() -> None:
    document, ledger = papers.speech()

    ready = write(document, ledger, Layout(), dumps(manifest_of(document, ledger)))

    assert ready == write(document, ledger, Layout())


def test_the_zip_has_no_time_and_a_fixed_order() -> None:
    document, ledger = papers.speech()

    with zipfile.ZipFile(io.BytesIO(write(document, ledger, Layout()))) as archive:
        entries = archive.infolist()
        assert archive.testzip() is None

    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert entries[0].filename == "[Content_Types].xml"
    names = [entry.filename for entry in entries]
    assert names[-3:] == ["word/document.xml", "docProps/core.xml", "customXml/item1.xml"]
    assert len(set(names)) == len(names)


def test_a_figure_is_a_hidden_control_in_a_hidden_bookmark() -> None:
    data = docx(Run("信访总量"), Run("135", "信访总量"), Run("件"))

    xml = parts_of(data)["word/document.xml"].decode()

    assert (
        '<w:bookmarkStart w:id="1" w:name="_sg_3fa9c01e_0001_"/>'
        '<w:sdt><w:sdtPr><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
        '<w:alias w:val="信访总量"/><w:tag w:val="sg:3fa9c01e:0001"/>'
    ) in xml
    assert (
        '<w15:appearance w15:val="hidden"/></w:sdtPr><w:sdtContent><w:r><w:rPr>'
        '<w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">135</w:t></w:r>'
        '</w:sdtContent></w:sdt><w:bookmarkEnd w:id="1"/>'
    ) in xml


@EVERY_PAPER
def test_controls_have_ids_of_their_own(paper: Paper) -> None:
    tree = tree_of(write(*paper(), Layout()))

    ids = values(tree, "//w:sdtPr/w:id/@w:val")

    assert len(set(ids)) == len(ids) > 0
    assert all(0 < int(each) < 2**31 for each in ids)


def test_a_long_expression_is_cut_in_the_control_and_whole_in_the_manifest() -> None:
    expression = "甲" * 60 + ".占比(" + "乙" * 60 + ")"
    data = docx(Run("5%", expression))

    assert values(tree_of(data), "//w:alias/@w:val") == [expression[:64]]


@pytest.mark.parametrize("status", ["missing", "nameless", "disputed"])
def test_a_figure_to_look_after_is_highlighted(status: str) -> None:
    run = Run("X", "重复信访", status)  # type: ignore[arg-type]

    assert values(tree_of(docx(run)), "//w:r//w:highlight/@w:val") == ["yellow"]


def test_a_known_figure_is_not_highlighted() -> None:
    assert not found(tree_of(docx(Run("135", "信访总量"))), "//w:highlight")


@EVERY_PAPER
def test_every_run_is_told_that_its_quotes_are_chinese(paper: Paper) -> None:
    tree = tree_of(write(*paper(), Layout()))

    assert not found(tree, "//w:r[not(w:rPr/w:rFonts/@w:hint='eastAsia')]")


@EVERY_PAPER
def test_body_paragraphs_have_no_formatting_of_their_own(paper: Paper) -> None:
    tree = tree_of(write(*paper(), Layout()))

    allowed = {"rStyle", "rFonts", "highlight"}
    used = {str(e.tag).rpartition("}")[2] for e in found(tree, "//w:rPr/*")}
    assert used <= allowed
    body = "/w:document/w:body/w:p[not(w:pPr/w:pStyle)]"
    notes = "following-sibling::*[1][w:pPr/w:pStyle/@w:val='AttachmentNote']"
    assert not found(tree, f"{body}[not({notes})]/w:pPr/*")
    assert not found(tree, f"{body}/w:pPr/*[not(self::w:keepNext)]")


def test_the_last_paragraph_stays_with_the_names_of_enclosures() -> None:
    tree = tree_of(write(*papers.report(), Layout()))

    (note,) = found(tree, "//w:p[w:pPr/w:pStyle/@w:val='AttachmentNote'][1]")
    assert found(note, "preceding-sibling::w:p[1]/w:pPr/w:keepNext")


@EVERY_PAPER
def test_no_paragraph_is_empty(paper: Paper) -> None:
    assert not found(tree_of(write(*paper(), Layout())), "//w:p[not(.//w:t)]")


def test_paragraphs_carry_no_numbers_of_their_own() -> None:
    tree = tree_of(write(*papers.speech(), Layout()))

    assert not found(tree, "//w:numPr")
    assert "一、" not in "".join(
        values(tree, "//w:p[w:pPr/w:pStyle/@w:val='Heading1']//w:t/text()")
    )


def test_text_from_the_facts_is_escaped() -> None:
    text = "a<w:p/>&amp; \"b\" ]]> 'c'"

    assert "".join(values(tree_of(docx(Run(text))), "//w:t/text()")) == text


def test_an_expression_with_quotes_is_escaped() -> None:
    data = docx(Run("1", '表["A & <B>"].数'))

    assert values(tree_of(data), "//w:alias/@w:val") == ['表["A & <B>"].数']


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a\0b", id="NUL"),
        pytest.param("a\x0bb", id="vertical tab"),
        pytest.param("a\x1bb", id="escape"),
        pytest.param("a\ud800b", id="half a character"),
        pytest.param("a\ufffeb", id="U+FFFE"),
        pytest.param("a\uffffb", id="U+FFFF"),
        pytest.param("a\ufdd0信访\ufdd1b", id="our own marks"),
    ],
)
@pytest.mark.parametrize("where", ["text", "title", "creator", "expression"])
def test_what_xml_forbids_is_never_written(text: str, where: str) -> None:
    run = Run("1", text) if where == "expression" else Run(text if where == "text" else "字")
    document = Document("讲话", "题", (Block("k", Role.BODY, (run,)),), ident="3fa9c01e")
    if where in {"title", "creator"}:
        document = document._replace(**{where: text})  # type: ignore[arg-type]

    with pytest.raises(ValueError, match=r"XML|surrogates"):
        write(document, papers.ledger(document.blocks), Layout())


@pytest.mark.parametrize("text", ["ﷲ", "\U0001f600", "\ue000", "a\tb"])
def test_what_xml_allows_is_kept(text: str) -> None:
    tree = tree_of(docx(Run(text)))

    assert "".join(values(tree, "//w:t/text()")).replace("\t", "") == text.replace("\t", "")


def test_core_properties_are_the_papers_own() -> None:
    data = write(*papers.speech(), Layout())

    core = parts_of(data)["docProps/core.xml"].decode()

    assert "<dc:title>在全县第四季度重点领域信访事项工作推进会上的讲话</dc:title>" in core
    assert "<dc:creator>县委办公室</dc:creator>" in core
    assert "<dc:language>zh-CN</dc:language>" in core
    assert core.count("2025-10-16T00:00:00Z") == 2


@EVERY_PAPER
def test_nothing_of_python_docx_is_left(paper: Paper) -> None:
    parts = parts_of(write(*paper(), Layout()))

    everything = b"".join(parts.values()).lower()
    assert b"python-docx" not in everything
    assert b"2013-12-23" not in everything
    assert not [name for name in parts if "thumbnail" in name or "stylesWithEffects" in name]


def test_a_draft_of_a_usual_size_is_small() -> None:
    assert len(write(*papers.speech(), Layout())) < 40_000


def test_a_document_without_blocks_is_a_document() -> None:
    assert found(tree_of(write(Document("讲话", "", ()), {}, Layout())), "//w:sectPr")


def test_the_bytes_do_not_depend_on_what_was_written_before() -> None:
    document, ledger = papers.speech()
    other = document._replace(blocks=document.blocks[1:], ident="0000abcd")
    first = write(document, ledger, Layout())
    write(other, ledger, Layout())
    _squeezed.cache_clear()

    again = write(document, ledger, Layout())

    assert again == first
