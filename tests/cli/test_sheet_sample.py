"""sample_inputs/从月报取数: the figures come from sheets, and a new sheet moves what it must."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl
import pytest

from speechgen.text.writer import write
from tests.cli.running import Door
from tests.drafting.papers import ROOT, drafted_from

SAMPLE = ROOT / "sample_inputs" / "从月报取数"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the sample, and beside it the same with another number in one cell."""
    for name in ("旧", "新"):
        shutil.copytree(SAMPLE, tmp_path / name)
    return tmp_path


def changed_csv(folder: Path, before: str, after: str) -> None:
    sheet = folder / "新" / "各乡镇.csv"
    text = sheet.read_text("utf-8-sig")
    assert before in text
    sheet.write_text(text.replace(before, after), "utf-8-sig")


def as_workbook(folder: Path) -> None:
    """Put the same rows into a workbook, as an office keeps them."""
    rows = (folder / "各乡镇.csv").read_text("utf-8-sig").splitlines()
    book = openpyxl.Workbook()
    sheet = book.create_sheet("各乡镇", 0)
    for row in rows:
        sheet.append([int(c) if c.isdecimal() else c for c in row.split(",")])
    book.save(folder / "各乡镇.xlsx")
    facts = folder / "素材.yaml"
    facts.write_text(facts.read_text("utf-8").replace("各乡镇.csv", "各乡镇.xlsx"), "utf-8")


def moved(folder: Path) -> list[tuple[str, str]]:
    """Return the lines that differ between the drafts of 旧 and 新."""
    pair = [write(drafted_from(folder / name / "素材.yaml").document) for name in ("旧", "新")]
    old, new = (text.splitlines() for text in pair)
    assert len(old) == len(new)
    return [(a, b) for a, b in zip(old, new, strict=True) if a != b]


def test_the_sample_lacks_one_number_and_nothing_else(tmp_path: Path, speechgen: Door) -> None:
    shutil.copytree(SAMPLE, tmp_path / "月报")
    ran = speechgen("render", tmp_path / "月报" / "素材.yaml")

    assert ran.status == 0
    assert "缺数 1 项" in ran.out
    assert "月报.csv!C8: “带案下访”在表里没有填数" in ran.err
    assert (tmp_path / "月报" / "素材.docx").exists()


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_one_cell_moves_what_diff_names_and_nothing_else(
    folder: Path, speechgen: Door, kind: str
) -> None:
    changed_csv(folder, "河西乡,14,11,9", "河西乡,14,11,10")
    if kind == "xlsx":
        as_workbook(folder / "旧")
        as_workbook(folder / "新")

    ran = speechgen("diff", folder / "旧" / "素材.yaml", folder / "新" / "素材.yaml")
    lines = moved(folder)

    assert ran.status == 0
    for named in ("乡镇表[河西乡].化解：9件→10件", "乡镇表.化解：41件→42件", "81.8%→90.9%"):
        assert named in ran.out
    assert [(a.split("\t")[0], b.split("\t")[0]) for a, b in lines] == [
        ("河西乡", "河西乡"),
        ("合计", "合计"),
    ]
    assert "要变的段落 2 处" in ran.out


def test_a_cell_that_turns_the_order_moves_the_sentence_too(folder: Path, speechgen: Door) -> None:
    changed_csv(folder, "南岭乡,9,6,5", "南岭乡,9,6,3")

    ran = speechgen("diff", folder / "旧" / "素材.yaml", folder / "新" / "素材.yaml")
    sentence = next(pair for pair in moved(folder) if "乡镇之间不平衡" in pair[0])

    assert "北山乡最低，为66.7%" in sentence[0]
    assert "南岭乡最低，为50%" in sentence[1]
    assert "乡镇表.化解率.最高" not in ran.out
    assert "乡镇表.化解率.最低：北山乡最低，为66.7%→南岭乡最低，为50%" in ran.out


def test_diff_says_that_both_sides_read_the_same_sheet(folder: Path, speechgen: Door) -> None:
    old = folder / "新" / "旧素材.yaml"
    shutil.copy(folder / "新" / "素材.yaml", old)
    changed_csv(folder, "河西乡,14,11,9", "河西乡,14,11,10")

    ran = speechgen("diff", old, folder / "新" / "素材.yaml")

    assert "两份素材读的是同一份月报.csv、各乡镇.csv" in ran.out
