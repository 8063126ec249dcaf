"""Characters in names that the GB 2312 fonts lack."""

from __future__ import annotations

import pytest
from lxml import etree

from speechgen.document import Block, Document, Role, Run
from speechgen.style import Layout
from speechgen.word.repertoire import unencodable
from speechgen.word.writer import write
from tests.word.unzipped import found, parts_of, tree_of, values


def paper(text: str, role: Role = Role.BODY, *, lead: bool = False) -> Document:
    return Document("讲话", "题", (Block("k", role, (Run(text, lead=lead),)),))


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        pytest.param("县委书记", [], id="every day"),
        pytest.param("朱镕基、陶喆、喆堃", ["镕", "喆", "堃"], id="each once, as they appear"),
        pytest.param("二〇二五年——“十四五”·2025 %", [], id="punctuation and 〇"),
        pytest.param("𬭎", ["𬭎"], id="beyond the BMP"),
        pytest.param("\ue001", [], id="private use: the facts warn of it"),
    ],
)
def test_rare_characters_are_named(text: str, lacking: list[str]) -> None:
    assert unencodable(paper(text)) == lacking


def test_gbk_fonts_lack_fewer() -> None:
    assert unencodable(paper("镕堃𬭎"), Layout(fonts="system")) == ["𬭎"]


@pytest.mark.parametrize(
    ("role", "style"),
    [
        (Role.BODY, "RareFang"),
        (Role.SPEAKER, "RareKai"),
        (Role.HEADING_2, "RareKai"),
        (Role.TITLE, "RareTitle"),
    ],
)
def test_a_rare_character_has_a_run_and_a_font_of_its_own(role: Role, style: str) -> None:
    tree = tree_of(write(paper("朱镕基", role), {}, Layout()))

    assert values(tree, "//w:r/w:t/text()") == ["朱", "镕", "基"]
    assert values(tree, "//w:rStyle/@w:val") == [style]


def test_a_rare_character_in_a_lead_stays_a_lead() -> None:
    tree = tree_of(write(paper("朱镕基", lead=True), {}, Layout()))

    assert values(tree, "//w:rStyle/@w:val") == ["Lead", "RareLead", "Lead"]


@pytest.mark.parametrize("role", [Role.HEADING_1, Role.CAPTION])
def test_hei_lacks_no_character_of_gbk(role: Role) -> None:
    tree = tree_of(write(paper("朱镕基", role), {}, Layout()))

    assert not found(tree, "//w:rStyle")


def test_other_font_sets_need_no_second_font() -> None:
    tree = tree_of(write(paper("朱镕基"), {}, Layout(fonts="system")))

    assert values(tree, "//w:t/text()") == ["朱镕基"]


def test_fonts_that_an_office_names_need_one_where_they_lack_characters() -> None:
    complete = Layout(title_font="宋体", body_font="仿宋", head_2_font="楷体")
    lacking = Layout(fonts="system", body_font="仿宋_GB2312")

    assert values(tree_of(write(paper("朱镕基"), {}, complete)), "//w:t/text()") == ["朱镕基"]
    data = write(paper("朱镕基"), {}, lacking)
    assert values(tree_of(data), "//w:rStyle/@w:val") == ["RareFang"]
    styles = etree.fromstring(parts_of(data)["word/styles.xml"])
    path = "//w:style[@w:styleId='RareFang']//w:rFonts/@w:eastAsia"
    assert values(styles, path) == ["仿宋"]
