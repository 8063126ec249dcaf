"""speechgen figures: every figure, where it is spoken, and the list of what to ask for."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from speechgen.columns import width
from tests.cli.running import Door
from tests.drafting.papers import MEETING, ROOT, SAMPLES

FACTS = f"""{MEETING}数据:
  险段: {{值: 12, 单位: 处, 时段: 1至7月, 上年同期: 10, 来源: 县水利局月报}}
  已加固: {{值: 待核, 单位: 处, 由谁提供: 县水利局, 期限: 2025-05-18}}
  未加固: = 险段 - 已加固
  底数: {{值: 3, 单位: 处, 状态: 不公开}}
  雨情: {{值: 88.5, 单位: 毫米, 上年同期: 待核}}
名称:
  水库: {{值: 待核, 由谁提供: 县应急管理局}}
任务: [{{要点: 检修闸门, 责任单位: 县水利局}}]
问题:
  - 险段还有【险段】，【险段.同比】，未加固的【未加固】，【已加固.占比(险段)】
  - 【水库】的闸门还没有检修
"""


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    path = tmp_path / "素材.yaml"
    path.write_text(FACTS, "utf-8")
    return path


def row_of(out: str, name: str) -> str:
    found = [line for line in out.splitlines() if line.split("  ")[0] == name]
    assert len(found) == 1, out
    return found[0]


def records(out: str) -> dict[str, dict[str, str]]:
    return {record["名称"]: record for record in map(json.loads, out.splitlines())}


@pytest.mark.parametrize("command", ["figures", "数据"])
def test_every_figure_is_listed(speechgen: Door, facts: Path, command: str) -> None:
    ran = speechgen(command, facts, "--format", "json")

    assert ran.status == 0
    listed = records(ran.out)
    assert list(listed) == ["险段", "已加固", "未加固", "底数", "雨情", "水库"]
    assert listed["险段"] == {
        "名称": "险段",
        "印出": "12处",
        "怎么来的": "填报",
        "来源": "县水利局月报",
        "时段": "1至7月",
        "状态": "",
        "用在哪里": "一、第2段（本数、同比、已加固的占比）",
    }


def test_a_figure_says_how_it_was_made_and_how_it_stands(speechgen: Door, facts: Path) -> None:
    listed = records(speechgen("figures", facts, "--format", "json").out)

    assert listed["未加固"]["怎么来的"] == "= 险段 - 已加固"
    assert listed["未加固"]["状态"] == "待核（缺已加固）"
    assert listed["底数"]["状态"] == "不公开"
    assert listed["雨情"]["状态"] == "上年同期待核"
    assert listed["雨情"]["用在哪里"] == "文中未用"
    assert listed["水库"]["印出"] == "××"


def test_the_table_fits_a_console(speechgen: Door, facts: Path) -> None:
    ran = speechgen("figures", facts)

    assert ran.status == 0
    assert ran.out.startswith("名称")
    assert "12处" in row_of(ran.out, "险段")
    assert "名称（不是数）" in ran.out
    assert all(width(line) <= 100 for line in ran.out.splitlines())


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("option", [(), ("--all",), ("--missing",)])
def test_every_sample_is_listed_on_a_console(
    speechgen: Door, sample: Path, option: tuple[str, ...]
) -> None:
    ran = speechgen("figures", sample, *option)

    assert ran.status == 0
    assert all(width(line) <= 100 for line in ran.out.splitlines())


def test_what_is_missing_is_grouped_by_who_supplies_it(speechgen: Door, facts: Path) -> None:
    ran = speechgen("figures", facts, "--missing")

    assert ran.status == 0
    assert ran.out.splitlines() == [
        "缺数 2 项，缺名 1 项",
        "县水利局（1项）：",
        "  已加固  值        处    5月18日前  一、第2段（未加固的本数、占比）",
        "县应急管理局（1项）：",
        "  水库    名称                       一、第3段",
        "没有写由谁提供（1项）：",
        "  雨情    上年同期  毫米             文中未用",
    ]


def test_the_list_to_send_out_has_an_empty_column(speechgen: Door, facts: Path) -> None:
    out = facts.with_name("待核清单.csv")

    ran = speechgen("figures", facts, "--missing", "-o", out)

    assert ran.status == 0
    assert "已写入：" in ran.out
    rows = list(csv.reader(io.StringIO(out.read_text("utf-8-sig"))))
    assert rows[:2] == [
        ["名称", "缺什么", "填在这里", "单位", "由谁提供", "期限", "用在哪里"],
        ["已加固", "值", "", "处", "县水利局", "2025-05-18", "一、第2段（未加固的本数、占比）"],
    ]


@pytest.mark.parametrize("name", ["清单.txt", "清单.csv", "清单.xlsx"])
@pytest.mark.parametrize("option", [(), ("--missing",)])
def test_a_list_somebody_filled_in_is_never_lost(
    speechgen: Door, facts: Path, name: str, option: tuple[str, ...]
) -> None:
    out = facts.with_name(name)
    written = speechgen("figures", facts, *option, "-o", out)
    again = speechgen("figures", facts, *option, "-o", out)
    out.write_bytes(b"filled by hand")

    refused = speechgen("figures", facts, *option, "-o", out)
    forced = speechgen("figures", facts, *option, "-o", out, "--force")

    assert (written.status, again.status, refused.status, forced.status) == (0, 0, 2, 0)
    assert "[output-exists]" in refused.err
    assert out.with_name(f"{name}.bak").read_bytes() == b"filled by hand"


@pytest.mark.parametrize("name", ["数据表.csv", "数据表.txt"])
def test_what_is_not_public_is_shown_and_not_handed_on(
    speechgen: Door, facts: Path, name: str
) -> None:
    out = facts.with_name(name)

    shown = speechgen("figures", facts)
    speechgen("figures", facts, "-o", out)

    assert "3处" in row_of(shown.out, "底数")
    assert "（不公开）" in out.read_text("utf-8")
    assert "3处" not in out.read_text("utf-8")


def test_where_nothing_is_missing_no_list_is_written(speechgen: Door, facts: Path) -> None:
    facts.write_text(f"{MEETING}任务: [守住河堤]\n", "utf-8")
    out = facts.with_name("待核清单.csv")

    ran = speechgen("figures", facts, "--missing", "-o", out)

    assert ran.status == 0
    assert "没有缺的数" in ran.out
    assert not out.exists()


def test_facts_without_figures_say_so(speechgen: Door, facts: Path) -> None:
    facts.write_text(f"{MEETING}任务: [守住河堤]\n", "utf-8")

    assert "素材里没有数据" in speechgen("figures", facts).out


def test_figures_that_do_not_reconcile_are_marked_and_told(speechgen: Door, facts: Path) -> None:
    facts.write_text(
        f"{MEETING}任务: [守住河堤]\n数据:\n  总数: {{值: 10, 单位: 件, 分项: [甲, 乙]}}\n"
        "  甲: {值: 3, 单位: 件}\n  乙: {值: 4, 单位: 件}\n",
        "utf-8",
    )

    ran = speechgen("figures", facts)

    assert ran.status == 1
    assert "对不上" in row_of(ran.out, "总数")
    assert "[sum-mismatch]" in ran.err


def test_several_papers_are_named(speechgen: Door, facts: Path) -> None:
    two = FACTS.replace("文种: 工作会议讲话", "文种: [工作会议讲话, 推进会讲话]")
    facts.write_text(two, "utf-8")

    both = records(speechgen("figures", facts, "--format", "json").out)["险段"]["用在哪里"]
    one = speechgen("figures", facts, "--format", "json", "--kind", "推进会讲话")

    assert "工作会议讲话：" in both
    assert "推进会讲话：" in both
    assert "：" not in records(one.out)["险段"]["用在哪里"]


def test_all_problems_of_the_facts_are_printed(speechgen: Door, facts: Path) -> None:
    facts.write_text(f"{FACTS}任务们: 1\n成绩: [共【没有】]\n", "utf-8")

    ran = speechgen("figures", facts, "-o", facts.with_name("表.csv"))

    assert ran.status == 2
    assert "[unknown-key]" in ran.err
    assert "[unknown-figure]" in ran.err
    assert not facts.with_name("表.csv").exists()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("素材.yaml", "output-is-input"),
        ("表.xls", "output-type"),
        ("夹.csv", "output-type"),
        ("素材.yaml/表.csv", "cannot-write"),
    ],
)
def test_where_a_list_cannot_go_it_does_not_go(
    speechgen: Door, facts: Path, name: str, code: str
) -> None:
    facts.with_name("夹.csv").mkdir()

    ran = speechgen("figures", facts, "-o", facts.parent / name, "--force")

    assert ran.status == 2
    assert f"[{code}]" in ran.err
    assert facts.read_text("utf-8") == FACTS


def test_a_list_never_goes_over_the_facts(speechgen: Door, facts: Path) -> None:
    linked = facts.with_name("表.csv")
    linked.hardlink_to(facts)

    ran = speechgen("figures", facts, "-o", linked, "--force")

    assert ran.status == 2
    assert "[output-is-input]" in ran.err
    assert facts.read_text("utf-8") == FACTS


def test_a_list_that_is_open_in_excel_is_left_alone(speechgen: Door, facts: Path) -> None:
    facts.with_name("~$清单.xlsx").write_bytes(b"")

    ran = speechgen("figures", facts, "-o", facts.with_name("清单.xlsx"))

    assert ran.status == 2
    assert "[file-open]" in ran.err


def test_a_list_that_windows_holds_is_left_alone(
    speechgen: Door, facts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(_part: Path, _target: Path) -> Path:
        raise PermissionError(13, "used by another process")

    monkeypatch.setattr(Path, "replace", locked)

    ran = speechgen("figures", facts, "-o", facts.with_name("清单.csv"))

    assert ran.status == 2
    assert "[cannot-write]" in ran.err
    assert sorted(path.name for path in facts.parent.iterdir()) == ["素材.yaml"]


def test_without_openpyxl_a_csv_is_offered(
    speechgen: Door, facts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)

    ran = speechgen("figures", facts, "-o", facts.with_name("清单.xlsx"))

    assert ran.status == 2
    assert ".csv" in ran.err
    assert not facts.with_name("清单.xlsx").exists()


def test_a_gbk_console_prints_the_table(facts: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "gbk"}
    command = [sys.executable, "-m", "speechgen", "figures", str(facts)]

    ran = subprocess.run(command, capture_output=True, env=environment, cwd=ROOT, check=False)  # noqa: S603 - our own module

    assert ran.returncode == 0
    assert "险段" in ran.stdout.decode("gbk")
    assert b"\\u" not in ran.stdout


TABLE = f"""{MEETING}表格:
  - 名称: 乡镇表
    列: {{乡镇: 文字, 险段: 处, 已修: 处, 修复率: = 已修 / 险段}}
    行: [[东镇, 3, 2], [西镇, 待核, 1]]
问题:
  - 险段东镇就有【乡镇表[东镇].险段】，各镇已修【乡镇表.已修】
"""


def test_a_column_of_a_table_is_one_line(speechgen: Door, facts: Path) -> None:
    facts.write_text(TABLE, "utf-8")

    listed = records(speechgen("figures", facts, "--format", "json").out)

    assert list(listed) == ["乡镇表.险段", "乡镇表.已修", "乡镇表.行数", "乡镇表.修复率"]
    column = listed["乡镇表.险段"]
    assert (column["印出"], column["怎么来的"], column["状态"]) == (
        "X处",
        "表格合计（2行）",
        "待核1格",
    )
    assert column["用在哪里"].startswith("第3段（东镇的本数）；表1（")
    assert listed["乡镇表.已修"]["用在哪里"].startswith("第3段（本数）；表1（")
    assert listed["乡镇表.修复率"]["怎么来的"] == "= 已修 / 险段（2行）"


def test_every_cell_of_a_table_is_listed_when_asked(speechgen: Door, facts: Path) -> None:
    facts.write_text(TABLE, "utf-8")

    listed = records(speechgen("figures", facts, "--all", "--format", "json").out)

    assert listed["乡镇表[东镇].修复率"]["印出"] == "66.7%"
    assert listed["乡镇表[西镇].险段"]["状态"] == "待核"
    assert (
        "  乡镇表[西镇].险段  值  处  表1（各行）" in speechgen("figures", facts, "--missing").out
    )


def test_three_hundred_figures_are_no_trouble(speechgen: Door, facts: Path) -> None:
    many = "".join(
        f"  数{n}: {{值: {n}, 单位: 件, 上年同期: {n + 1}}}\n  率{n}: = 数{n} + 数{n}\n"
        for n in range(1, 150)
    )
    said = "".join(f"  - 第{n}项有【数{n}】，【数{n}.同比】\n" for n in range(1, 150))
    facts.write_text(FACTS.replace("名称:\n", f"{many}名称:\n") + said, "utf-8")
    started = time.monotonic()

    ran = speechgen("figures", facts)

    assert ran.status == 0
    assert time.monotonic() - started < 5


def test_what_is_missing_is_asked_for_before_a_paper_can_be_written(
    speechgen: Door, tmp_path: Path
) -> None:
    path = tmp_path / "素材.yaml"
    path.write_text(FACTS.partition("任务:")[0], "utf-8")

    ran = speechgen("figures", path, "--missing")

    assert ran.status == 0
    assert "已加固" in ran.out
    assert "文中未用" in ran.out
    assert "kind-needs" in ran.err


def test_a_table_behind_the_paper_is_called_what_it_is_called_there(
    speechgen: Door, tmp_path: Path
) -> None:
    path = tmp_path / "素材.yaml"
    table = "  列: {乡镇: 文字, 险段数: 处}\n  行: [[东镇, 3], [西镇, 4]]\n"
    path.write_text(f"{FACTS}表格:\n- 名称: 乡镇表\n  位置: 文后\n{table}", "utf-8")

    ran = speechgen("figures", path)

    assert "附件（各行）" in row_of(ran.out, "乡镇表.险段数")


def test_parts_that_a_phrase_names_are_used(speechgen: Door, tmp_path: Path) -> None:
    path = tmp_path / "素材.yaml"
    figures = (
        "总: {值: 8, 单位: 件, 分项: [甲, 乙]}\n  甲: {值: 5, 单位: 件}\n  乙: {值: 3, 单位: 件}"
    )
    path.write_text(f"{MEETING}数据:\n  {figures}\n成绩: 办理【总】，【总.其中】\n", "utf-8")

    ran = speechgen("figures", path)

    assert "第3段（总的其中）" in row_of(ran.out, "甲")
