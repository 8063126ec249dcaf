"""--style and speechgen style: an office's own look, from its file to the paper and back."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from speechgen import resources
from speechgen.facts.layouts import settle
from speechgen.facts.styles import read_style
from speechgen.style import Layout
from tests.cli.running import Door
from tests.drafting.papers import MEETING, SAMPLES
from tests.word.unzipped import found, parts_of, tree_of, values

FACTS = f"""{MEETING}数据:
  险段: {{值: 12, 单位: 处}}
问题:
  - 来访群众反映，险段还有【险段】
"""
STYLE = """版式:
  页边距: {上: 30, 下: 30}
  行距: 28
  页码位置: 居中
  题头顺序: 日期在前
"""


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    path = tmp_path / "素材.yaml"
    path.write_text(FACTS, "utf-8")
    return path


@pytest.fixture
def office(tmp_path: Path) -> Path:
    path = tmp_path / "本单位.yaml"
    path.write_text(STYLE, "utf-8")
    return path


def margins(paper: Path) -> list[str]:
    """Return top, bottom and line pitch of a paper."""
    tree = tree_of(paper.read_bytes())
    paths = ("//w:pgMar/@w:top", "//w:pgMar/@w:bottom", "//w:docGrid/@w:linePitch")
    return [values(tree, path)[-1] for path in paths]


def test_a_paper_is_laid_out_as_the_office_has_it(
    speechgen: Door, facts: Path, office: Path, tmp_path: Path
) -> None:
    ran = speechgen("render", facts, "-o", tmp_path / "稿.docx", "--style", office)

    assert ran.status == 0, ran.err
    assert margins(tmp_path / "稿.docx") == ["1701", "1701", "560"]


def test_the_facts_go_over_the_office(
    speechgen: Door, facts: Path, office: Path, tmp_path: Path
) -> None:
    facts.write_text(FACTS + "版式: {页边距: {下: 35}, 行距: 28.95}\n", "utf-8")

    speechgen("render", facts, "-o", tmp_path / "稿.docx", "--style", office)

    assert margins(tmp_path / "稿.docx") == ["1701", "1984", "579"]


def test_the_office_goes_over_the_kind(
    speechgen: Door, facts: Path, office: Path, tmp_path: Path
) -> None:
    templates = tmp_path / "templates"
    shutil.copytree(resources.templates(), templates)
    for kind in templates.glob("*/文种.yaml"):
        with kind.open("a", encoding="utf-8") as file:
            file.write("\n版式: {行距: 30, 页边距: {左: 30}}\n")
    plain, styled = tmp_path / "甲.docx", tmp_path / "乙.docx"

    speechgen("render", facts, "-o", plain, "--templates", templates)
    speechgen("render", facts, "-o", styled, "--templates", templates, "--style", office)

    assert margins(plain) == ["2098", "1984", "600"]
    assert margins(styled) == ["1701", "1701", "560"]
    assert values(tree_of(styled.read_bytes()), "//w:pgMar/@w:left") == ["1701"]


def test_the_date_comes_first_in_print_and_in_plain_text(
    speechgen: Door, facts: Path, tmp_path: Path
) -> None:
    look = "讲话人: {职务: 县长}\n版式: {题头顺序: 日期在前, 日期括号: 否}\n"
    facts.write_text(FACTS + look, "utf-8")

    ran = speechgen("render", facts, "-o", tmp_path / "稿.txt")

    assert ran.status == 0, ran.err
    lines = (tmp_path / "稿.txt").read_text("utf-8").split("\n")
    assert [line.strip() for line in lines[:6] if line][1:3] == ["2025年5月20日", "县长"]


def test_a_reading_copy_lies_beside_the_paper(speechgen: Door, facts: Path, tmp_path: Path) -> None:
    facts.write_text(FACTS + "版式: {朗读本: 是}\n", "utf-8")

    ran = speechgen("render", facts, "-o", tmp_path / "稿.docx")

    beside = tmp_path / "稿（朗读本）.docx"
    assert f"已生成：{beside}" in ran.out
    assert ran.out.count("缺数") <= 1
    assert margins(tmp_path / "稿.docx") == ["2098", "1984", "579"]
    assert margins(beside) == ["2098", "1984", "660"]
    assert Path(f"{beside}.sg.json").is_file()


def test_a_reading_copy_that_was_edited_is_not_overwritten(
    speechgen: Door, facts: Path, tmp_path: Path
) -> None:
    facts.write_text(FACTS + "版式: {朗读本: 是}\n", "utf-8")
    (tmp_path / "稿（朗读本）.docx").write_bytes(b"mine")

    ran = speechgen("render", facts, "-o", tmp_path / "稿.docx")

    assert ran.status == 2
    assert not (tmp_path / "稿.docx").exists()


def test_a_cover_has_no_number_and_the_paper_begins_at_1(
    speechgen: Door, facts: Path, tmp_path: Path
) -> None:
    facts.write_text(FACTS + "版式: {封面: 会议材料之三}\n", "utf-8")

    speechgen("render", facts, "-o", tmp_path / "稿.docx")

    first, second = found(tree_of((tmp_path / "稿.docx").read_bytes()), "//w:sectPr")
    assert not found(first, "w:footerReference")
    assert len(found(second, "w:footerReference")) == 2
    assert values(second, "w:pgNumType/@w:start") == ["1"]
    assert values(second, "w:type/@w:val") == ["oddPage"]


def test_a_word_the_office_does_not_use_is_advice(
    speechgen: Door, facts: Path, tmp_path: Path
) -> None:
    style = tmp_path / "用词.yaml"
    style.write_text("用词: {不用: [险段], 换用: {来访群众: 群众}}\n", "utf-8")

    for command in (("render", facts, "-o", tmp_path / "稿.docx"), ("check", facts)):
        ran = speechgen(*command, "--style", style)

        assert ran.status == 0
        assert ran.err.count("[word-unwanted]") == 2  # the figure's name in 【】 is no word
        assert "本单位用“群众”" in ran.err


def test_a_style_that_is_none_is_refused_before_anything_is_written(
    speechgen: Door, facts: Path, tmp_path: Path
) -> None:
    style = tmp_path / "坏.yaml"
    style.write_text("版式: {行距: 多}\n", "utf-8")

    for name in (style, tmp_path / "没有.yaml", tmp_path, facts):
        ran = speechgen("render", facts, "-o", tmp_path / "稿.docx", "--style", name)

        assert ran.status == 2
        assert not (tmp_path / "稿.docx").exists()
    assert speechgen("check", facts, "--style", style).status == 2


def test_margins_without_room_are_refused(speechgen: Door, facts: Path, tmp_path: Path) -> None:
    facts.write_text(FACTS + "版式: {页边距: {左: 80, 右: 80}}\n", "utf-8")

    ran = speechgen("render", facts, "-o", tmp_path / "稿.docx")

    assert ran.status == 2
    assert "只剩 50 毫米宽" in ran.err
    assert "│ 版式: {页边距: {左: 80, 右: 80}}" in ran.err
    assert not (tmp_path / "稿.docx").exists()


@pytest.mark.parametrize("command", ["style", "学样"])
def test_a_style_is_read_from_a_paper(
    speechgen: Door, command: str, facts: Path, office: Path, tmp_path: Path
) -> None:
    speechgen("render", facts, "-o", tmp_path / "稿.docx", "--style", office)

    ran = speechgen(command, tmp_path / "稿.docx", "-o", tmp_path / "学来.yaml")

    assert ran.status == 0, ran.err
    assert "  行距: 28" in ran.out
    look = read_style(tmp_path / "学来.yaml").layout
    assert look is not None
    expected = read_style(office).layout
    assert expected is not None
    assert settle([look])._replace(speaker_before_date=False) == settle([expected])
    again = speechgen(
        "render", facts, "-o", tmp_path / "再.docx", "--style", tmp_path / "学来.yaml"
    )
    assert again.status == 0, again.err
    assert margins(tmp_path / "再.docx") == margins(tmp_path / "稿.docx")


def test_a_style_file_of_theirs_is_not_overwritten(
    speechgen: Door, facts: Path, office: Path, tmp_path: Path
) -> None:
    speechgen("render", facts, "-o", tmp_path / "稿.docx")

    refused = speechgen("style", tmp_path / "稿.docx", "-o", office)
    forced = speechgen("style", tmp_path / "稿.docx", "-o", office, "--force")

    assert (refused.status, forced.status) == (2, 0)
    assert "output-exists" in refused.err
    assert Path(f"{office}.bak").read_text("utf-8") == STYLE


@pytest.mark.parametrize("name", ["没有.docx", "", "素材.yaml"])
def test_what_is_no_paper_is_refused(
    speechgen: Door, facts: Path, tmp_path: Path, name: str
) -> None:
    ran = speechgen("style", facts.parent / name, "-o", tmp_path / "学来.yaml")

    assert ran.status == 2
    assert not (tmp_path / "学来.yaml").exists()


def test_a_style_goes_into_a_yaml_file_alone(speechgen: Door, facts: Path, tmp_path: Path) -> None:
    speechgen("render", facts, "-o", tmp_path / "稿.docx")

    ran = speechgen("style", tmp_path / "稿.docx", "-o", tmp_path / "稿.docx")

    assert ran.status == 2
    assert ".yaml" in ran.err


def test_the_default_layout_is_the_shipped_skeleton(
    speechgen: Door, facts: Path, tmp_path: Path
) -> None:
    plain, said = tmp_path / "甲.docx", tmp_path / "乙.docx"
    speechgen("render", facts, "-o", plain)
    facts.write_text(FACTS + "版式: {页边距: {上: 37, 左: 28}, 行距: 28.95}\n", "utf-8")
    speechgen("render", facts, "-o", said)

    parts, others = parts_of(plain.read_bytes()), parts_of(said.read_bytes())
    assert parts["word/styles.xml"] == others["word/styles.xml"]
    assert settle([]) == Layout()


@pytest.mark.parametrize(
    "options",
    [
        "页边距: {上: 25, 左: 30}, 每页行数: 23, 页码位置: 居中, 页码横线: 否, 双面: 否",
        "字体: 系统, 标题字体: 宋体, 标题加粗: 是, 标题字号: 小一, 正文字号: 小三, 数字字体: Times",
        "版面: 尺量, 题头顺序: 日期在前, 日期括号: 否, 标题前空行: 1, 封面: 会议材料之三",
    ],
)
def test_the_style_of_a_paper_makes_the_same_paper_again(
    speechgen: Door, tmp_path: Path, options: str
) -> None:
    sample = next(path for path in SAMPLES if "重点领域" in path.name)
    style, paper, again = tmp_path / "甲.yaml", tmp_path / "甲.docx", tmp_path / "乙.docx"
    style.write_text(f"版式: {{{options}}}\n", "utf-8")

    speechgen("render", sample, "-o", paper, "--style", style)
    speechgen("style", paper, "-o", tmp_path / "乙.yaml")
    speechgen("render", sample, "-o", again, "--style", tmp_path / "乙.yaml")

    assert parts_of(paper.read_bytes()) == parts_of(again.read_bytes())


@pytest.mark.parametrize("command", ["render", "style"])
def test_a_file_nobody_may_read_is_told_as_one(
    command: str, speechgen: Door, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = tmp_path / "锁着.yaml"
    locked.write_text("文种: 工作会议讲话\n", "utf-8")

    def refuse(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr("builtins.open", refuse)

    ran = speechgen(command, locked)

    assert ran.status == 2
    assert "[cannot-open]" in ran.err
