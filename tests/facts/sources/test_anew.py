"""A table is read anew each time: the facts file did not change, the month did."""

from __future__ import annotations

from pathlib import Path

from speechgen.drafting.draft import draft
from speechgen.facts.file.page import Page
from speechgen.facts.item import Item
from speechgen.facts.read import read
from speechgen.facts.reading import Reading
from speechgen.facts.sources import table_rows
from speechgen.problems import FactsPlace
from speechgen.resources import templates
from tests.facts.sources.making import facts, workbook

HEAD = ("指标", "单位", "本期", "上年同期")
FACTS = """文种: 工作会议讲话
主题: 信访工作
会议: {名称: 2025年全县信访工作会议, 日期: 2025-08-12}
讲话人: {职务: 县委书记, 身份: 主要领导}
数据来源: 月报.xlsx
问题:
  - 信访总量【信访总量】，【信访总量.同比】
任务:
  - {要点: 落实首办责任, 责任单位: 县信访局}
"""


def paper(folder: Path, value: int) -> list[str]:
    workbook(folder / "月报.xlsx", [HEAD, ("信访总量", "件", value, 148)])
    (folder / "素材.yaml").write_text(FACTS, encoding="utf-8")
    document = draft(read(folder / "素材.yaml"), "工作会议讲话", templates()).document
    return [block.text for block in document.blocks]


def test_new_numbers_change_what_they_say_and_no_other_word(tmp_path: Path) -> None:
    before, after, again = (paper(tmp_path, value) for value in (135, 136, 135))

    changed = [(one, other) for one, other in zip(before, after, strict=True) if one != other]
    assert [one.replace("135件，同比下降8.8%", "136件，同比下降8.1%") for one, _ in changed] == [
        other for _, other in changed
    ]
    assert changed
    assert again == before


def test_a_name_of_a_figure_that_leaves_the_sheet_is_missed(tmp_path: Path) -> None:
    workbook(tmp_path / "月报.xlsx", [HEAD, ("信访总量", "件", 135)])
    assert list(facts(tmp_path, "数据来源: 月报.xlsx\n").figures) == ["信访总量"]

    workbook(tmp_path / "月报.xlsx", [HEAD, ("来信", "件", 41)])
    assert list(facts(tmp_path, "数据来源: 月报.xlsx\n").figures) == ["来信"]


def rows(folder: Path, **keys: str | int) -> tuple[tuple[str, ...], list[list[str]], list[str]]:
    """Return columns, texts and first places of the sheet as a table of 表格 gets it."""
    reading = Reading(Page("", str(folder / "素材.yaml")))
    item = Item(keys, {}, FactsPlace(reading.page.file, 1, 1))
    found = table_rows("乡镇.xlsx", item, reading)
    assert found is not None, reading.problems
    return (
        tuple(["".join(head.texts) for head in found.heads]),
        [[cell.text for cell in line] for line in found.rows],
        [str(line[0].place) for line in found.rows],
    )


def test_a_table_takes_its_rows_exact(tmp_path: Path) -> None:
    sheet = [
        ("各乡镇信访情况",),
        ("乡镇", "来访", None, "化解率"),
        (None, "批次", "人次", None),
        ("东镇", 7, "1,234", 0.6749),
        (),
        ("西镇", "待核", None, 1),
    ]
    merged = ["A1:D1", "A2:A3", "B2:C2", "D2:D3"]
    forms = {"D4": "0.0%", "D6": "0.0%"}
    workbook(tmp_path / "乡镇.xlsx", sheet, forms, merged)

    assert rows(tmp_path, 表头=2) == (
        ("乡镇", "来访批次", "来访人次", "化解率"),
        [["东镇", "7", "1234", "67.49%"], ["西镇", "待核", "", "100.0%"]],
        ["乡镇.xlsx!汇总!A4", "乡镇.xlsx!汇总!A6"],
    )
    assert rows(tmp_path) == rows(tmp_path, 表头=2)
