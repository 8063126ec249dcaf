"""The word hoard of an office: what is not of its form is told by its place, no traceback."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from speechgen import resources
from speechgen.facts import library
from speechgen.facts.library import Library
from speechgen.problems import FactsPlace, SpeechgenError

HERE = FactsPlace("素材.yaml", 1, 1)
SPEECH = "工作会议讲话"


def own(folder: Path, path: str, text: str) -> Library:
    """Return a hoard that is the stock one but for one file."""
    root = folder / "templates"
    shutil.copytree(resources.templates(), root)
    (root / path).parent.mkdir(exist_ok=True)
    (root / path).write_text(text, "utf-8")
    return library.load(root)


def read(hoard: Library) -> None:
    """Read all that a speech about floods is made from."""
    kind = hoard.kinds[SPEECH]
    hoard.bank_of(kind)
    hoard.frames_of(kind)
    hoard.topic("防汛工作")


@pytest.mark.parametrize(
    ("path", "text", "told"),
    [
        (f"{SPEECH}/文种.yaml", "次序: 甲\n", "“次序”应写数字"),
        (f"{SPEECH}/文种.yaml", "不少于: 多些\n", "“不少于”应写数字"),
        (f"{SPEECH}/文种.yaml", "需要: [会议]\n", "记录"),
        (f"{SPEECH}/文种.yaml", "次序: [\n", "YAML"),
        (f"{SPEECH}/句库.yaml", "套话: [\n", "YAML"),
        (f"{SPEECH}/句库.yaml", "- 甲\n", "记录"),
        (f"{SPEECH}/句式.txt", "下面\n", "编号 空格 句子"),
        (f"{SPEECH}/句式.txt", "下面 下面，{我讲〔{几点}意见。\n", "没有成对"),
        ("句式/开头.txt", "开会\n", "编号 空格 句子"),
        ("词表/篇幅.tsv", "慰问\n", "槽 级 级"),
        ("词表/篇幅.tsv", "慰问 三 九\n", "槽 级 级"),
        ("句库/防汛抗旱.yaml", "别名: [防汛\n", "YAML"),
    ],
)
def test_what_is_not_of_its_form_is_told_with_its_file(
    tmp_path: Path, path: str, text: str, told: str
) -> None:
    with pytest.raises(SpeechgenError) as caught:
        read(own(tmp_path, path, text))

    [problem] = caught.value.problems
    assert problem.code == "bad-template"
    assert told in problem.message
    assert Path(path).name in str(problem)


@pytest.mark.parametrize("path", ["句库/通用.yaml", "词表/情态.txt", "词表/篇幅.tsv"])
def test_a_file_that_every_paper_needs_is_missed_by_name(tmp_path: Path, path: str) -> None:
    root = tmp_path / "templates"
    shutil.copytree(resources.templates(), root)
    (root / path).unlink()

    with pytest.raises(SpeechgenError) as caught:
        read(library.load(root))

    assert [problem.code for problem in caught.value.problems] == ["no-file"]
    assert Path(path).name in str(caught.value)


def test_a_topic_that_is_no_utf_8_is_told(tmp_path: Path) -> None:
    hoard = own(tmp_path, "句库/气象.yaml", "别名: [雷电]\n")
    (hoard.root / "句库" / "气象.yaml").write_bytes("别名: [雷电防护]\n".encode("gbk"))

    with pytest.raises(SpeechgenError) as caught:
        hoard.topic("雷电防护")

    assert [problem.code for problem in caught.value.problems] == ["wrong-encoding"]


@pytest.mark.parametrize("name", ["慰问信", "慰问", "comfort-letter"])
def test_a_kind_of_the_office_is_found_by_each_of_its_names(tmp_path: Path, name: str) -> None:
    hoard = own(tmp_path, "慰问信/文种.yaml", "英文名: comfort-letter\n别名: [慰问]\n")

    assert hoard.kind(name, HERE).name == "慰问信"


@pytest.mark.parametrize("name", ["纪要", "host-script"])
def test_a_name_that_two_kinds_go_by_is_not_guessed(tmp_path: Path, name: str) -> None:
    hoard = own(tmp_path, "慰问信/文种.yaml", "英文名: host-script\n别名: [纪要]\n")

    with pytest.raises(SpeechgenError) as caught:
        hoard.kind(name, HERE)

    [problem] = caught.value.problems
    assert f"“{name}”可以是" in problem.message
    assert "慰问信" in problem.message


def test_the_full_name_of_a_kind_goes_before_an_alias_of_another(tmp_path: Path) -> None:
    hoard = own(tmp_path, "慰问信/文种.yaml", f"别名: [{SPEECH}]\n")

    assert hoard.kind(SPEECH, HERE).name == SPEECH
