"""The list of what is missing is sent out, filled in and read back; a cell moves what it must."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.cli.running import Door
from tests.drafting.papers import MEETING, ROOT

FACTS = f"""{MEETING}讲话人: {{职务: 县长, 姓名: 待核}}
数据:
  险段: {{值: 12, 单位: 处, 上年同期: 待核, 全年目标: {{市定: 待核, 县定: 20}}}}
  已加固: {{值: 待核, 单位: 处, 由谁提供: 县水利局, 期限: 2025-05-18}}
  未加固: = 险段 - 已加固
  完好率: {{值: 待核, 单位: "%", 由谁提供: 县水利局}}
  雨量: {{值: 88, 单位: 毫米}}
名称:
  水库: {{值: 待核, 由谁提供: 县应急管理局}}
  "=闸": {{值: 待核}}
表格:
  - 名称: 乡镇表
    列: {{乡镇: 文字, 险段数: 处}}
    行: [[东镇, 3], [西镇, 待核]]
问题:
  - 险段【险段】，【险段.同比】，【险段.分级完成】，未加固【未加固】
  - 完好率【完好率】，雨量【雨量.同比】
  - 【水库】的闸门、【=闸】还没有检修
"""
ANSWERS = {
    ("险段", "上年同期"): "10",
    ("险段", "市定目标"): "15",
    ("已加固", "值"): "4",
    ("完好率", "值"): "92%",
    ("雨量", "上年同期"): "80",
    ("乡镇表[西镇].险段数", "值"): "4",
    ("水库", "名称"): "石门水库",
    ("=闸", "名称"): "东闸",
    ("讲话人.姓名", "名称"): "某同志",
}
SAMPLE = ROOT / "sample_inputs" / "信访工作会议讲话.yaml"

Fill = Callable[[Path, Mapping[tuple[str, str], str]], None]


def fill_csv(path: Path, answers: Mapping[tuple[str, str], str]) -> None:
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines()))
    for row in rows[1:]:
        row[2] = answers[row[0].removeprefix("'"), row[1]]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)


def fill_xlsx(path: Path, answers: Mapping[tuple[str, str], str]) -> None:
    book = openpyxl.load_workbook(path)
    sheet: Any = book.active
    for name, what, answer, *_ in sheet.iter_rows(min_row=2):
        answer.value = answers[name.value, what.value]
    book.save(path)


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    path = tmp_path / "素材.yaml"
    path.write_text(FACTS, "utf-8")
    return path


@pytest.mark.parametrize(("name", "fill"), [("清单.csv", fill_csv), ("清单.xlsx", fill_xlsx)])
def test_a_list_that_was_filled_in_is_read_back(
    speechgen: Door, facts: Path, name: str, fill: Fill
) -> None:
    sent = facts.with_name(name)
    assert speechgen("figures", facts, "--missing", "-o", sent).status == 0
    fill(sent, ANSWERS)
    facts.write_text(f"{FACTS}数据来源: {name}\n", "utf-8")

    listed = speechgen("figures", facts, "--all", "--format", "json")

    assert listed.status == 0
    assert [
        line for line in listed.err.splitlines() if "[" in line and "length-short" not in line
    ] == []
    printed = {one["名称"]: one["印出"] for one in map(json.loads, listed.out.splitlines())}
    assert not [name for name, text in printed.items() if "X" in text or "×" in text]
    assert (printed["未加固"], printed["完好率"]) == ("8处", "92%")
    assert (printed["乡镇表.险段数"], printed["水库"], printed["=闸"]) == (
        "7处",
        "石门水库",
        "东闸",
    )
    assert "没有缺的数" in speechgen("figures", facts, "--missing").out


def test_a_cell_left_empty_stays_on_the_list(speechgen: Door, facts: Path) -> None:
    sent = facts.with_name("清单.csv")
    speechgen("figures", facts, "--missing", "-o", sent)
    fill_csv(sent, {**ANSWERS, ("已加固", "值"): ""})
    facts.write_text(f"{FACTS}数据来源: 清单.csv\n", "utf-8")

    again = speechgen("figures", facts, "--missing")

    assert again.out.splitlines()[0] == "缺数 1 项，缺名 0 项"
    assert "已加固" in again.out


@pytest.mark.parametrize("named", ["各乡镇.csv", r"子\各乡镇.csv", "子/各乡镇.csv"])
def test_a_sheet_that_a_table_reads_is_never_written_over(
    named: str, speechgen: Door, facts: Path
) -> None:
    sheet = facts.parent / named.replace("\\", "/")
    sheet.parent.mkdir(exist_ok=True)
    sheet.write_text("乡镇,来访（件）\n甲,3\n乙,7\n", "utf-8")
    read = f"表格:\n  - {{名称: 各镇表, 数据来源: {named}}}\n"
    facts.write_text(FACTS.replace("表格:\n", read), "utf-8")
    before = sheet.read_bytes()

    ran = speechgen("figures", facts, "-o", sheet, "--force")

    assert "[output-is-input]" in ran.err
    assert sheet.read_bytes() == before


def test_a_list_may_go_over_another_file_beside_a_sheet_in_a_folder(
    speechgen: Door, facts: Path
) -> None:
    sheet = facts.parent / "子" / "月报.csv"
    sheet.parent.mkdir()
    sheet.write_text("名称,值,单位\n别的,3,件\n", "utf-8")
    facts.write_text(f"{FACTS}数据来源: 子\\月报.csv\n", "utf-8")
    facts.with_name("表.csv").write_text("旧的", "utf-8")

    ran = speechgen("figures", facts, "-o", facts.with_name("表.csv"), "--force")

    assert ran.status == 0
    assert "别的" in facts.with_name("表.csv").read_text("utf-8-sig")


def test_a_filled_list_that_the_facts_read_is_never_written_over(
    speechgen: Door, facts: Path
) -> None:
    sent = facts.with_name("清单.csv")
    speechgen("figures", facts, "--missing", "-o", sent)
    fill_csv(sent, {**ANSWERS, ("已加固", "值"): ""})
    facts.write_text(f"{FACTS}数据来源: 清单.csv\n", "utf-8")
    filled = sent.read_bytes()

    ran = speechgen("figures", facts, "--missing", "-o", sent, "--force")

    assert ran.status == 2
    assert "[output-is-input]" in ran.err
    assert sent.read_bytes() == filled


def report_csv(folder: Path, rows: Sequence[Sequence[object]]) -> str:
    with (folder / "月报.csv").open("w", encoding="gbk", newline="") as file:
        csv.writer(file).writerows(rows)
    return "月报.csv"


def report_xlsx(folder: Path, rows: Sequence[Sequence[object]]) -> str:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for row in rows:
        sheet.append(list(row))
    book.save(folder / "月报.xlsx")
    return "月报.xlsx"


@pytest.mark.parametrize("write", [report_csv, report_xlsx])
def test_one_cell_moves_just_the_figures_and_paragraphs_that_diff_names(
    speechgen: Door, tmp_path: Path, write: Callable[[Path, Sequence[Sequence[object]]], str]
) -> None:
    files = []
    for name, value in (("旧", 135), ("新", 160)):
        folder = tmp_path / name
        folder.mkdir()
        report = write(folder, [("指标", "值"), ("信访总量", value), ("现场办结", 142)])
        text = SAMPLE.read_text("utf-8")
        for typed in ("    值: 135\n", "    值: 142\n"):
            assert typed in text
            text = text.replace(typed, "")
        files.append(folder / "素材.yaml")
        files[-1].write_text(f"数据来源: {report}\n{text}", "utf-8")

    found = [json.loads(x) for x in speechgen("diff", *files, "--format", "json").out.splitlines()]

    prints = [printed(speechgen, one) for one in files]
    moved = [name for name in prints[0] if prints[0][name] != prints[1][name]]
    assert [one["名称"] for one in found if one.get("项") == "值"] == moved == ["信访总量"]
    before, after = (paragraphs(speechgen, one) for one in files)
    differing = [(was, now) for was, now in zip(before, after, strict=True) if was != now]
    assert [(x["旧"], x["新"]) for x in found if x["类"] == "段落"] == differing
    assert len(differing) == 3
    turned = [one["名称"] for one in found if one.get("方向变了")]
    assert turned == ["信访总量.同比"]


def printed(speechgen: Door, facts: Path) -> dict[str, str]:
    ran = speechgen("figures", facts, "--all", "--format", "json")
    return {one["名称"]: one["印出"] for one in map(json.loads, ran.out.splitlines())}


def paragraphs(speechgen: Door, facts: Path) -> list[str]:
    out = facts.with_name("稿.txt")
    assert speechgen("render", facts, "-o", out).status == 0
    return [line.strip() for line in out.read_text("utf-8").splitlines()]


def test_a_name_that_holds_the_joining_word_is_asked_for_as_one(
    speechgen: Door, facts: Path
) -> None:
    named = "  群众: {值: 9, 单位: 人}\n  群众的诉求: {值: 待核, 单位: 件}\n"
    text = f"{MEETING}数据:\n{named}问题: 收到群众诉求【群众的诉求】\n"
    facts.write_text(text, "utf-8")

    ran = speechgen("figures", facts, "--missing")

    row = next(line for line in ran.out.splitlines() if "群众的诉求" in line)
    assert row.endswith("（本数）")
    assert "群众的本数" not in row
