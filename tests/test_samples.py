"""What the samples, the starters and the exemplars must hold, read from their YAML alone.

PyYAML reads the files here, not our reader: the expected values must not pass through the code
that they test. Sums and figures: seeds.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest
import yaml

ROOT = Path(__file__).parents[1]
SAMPLES = sorted((ROOT / "sample_inputs").glob("*.yaml"))
STARTERS = sorted((ROOT / "templates").glob("*/素材.yaml"))
EXEMPLARS = sorted((ROOT / "tests" / "exemplars").glob("*.yaml"))
SPEECH_B, REPORT_C, SPEECH_E, SAFETY = (
    ROOT / "sample_inputs" / f"{name}.yaml"
    for name in (
        "信访工作会议讲话",
        "领导干部接访经验交流材料",
        "重点领域信访推进会讲话",
        "安全生产工作会议讲话",
    )
)
EXPRESSION = re.compile("【([^】]+)】")
POINT_OF_TIME = re.compile(r"(?<!明年)(?<!\d)(\d+)月(?:(\d+)日|底)前")

Node = dict[str, Any] | list[Any] | object


def facts(path: Path) -> dict[str, Any]:
    return cast("dict[str, Any]", yaml.load(path.read_text("utf-8"), yaml.CSafeLoader))


def scalars(node: Node) -> Iterator[str]:
    if isinstance(node, dict):
        for value in node.values():
            yield from scalars(value)
    elif isinstance(node, list):
        for value in node:
            yield from scalars(value)
    else:
        yield str(node)


def values(path: Path) -> dict[str, Any]:
    """Return name → typed value, or the formula, of every figure that has one."""
    figures = {
        name: entry.get("值") if isinstance(entry, dict) else entry
        for name, entry in facts(path).get("数据", {}).items()
    }
    return figures | {name: value for table in tables(path) for name, value in table.items()}


def tables(path: Path) -> list[dict[str, Any]]:
    """Return of each table name → value: `表[城关镇].来访` of a cell, `表.来访` of a total."""
    return [
        {
            f"{table['名称']}{'' if row is table['合计'] else f'[{row[0]}]'}.{head}": value
            for row in (*table["行"], table["合计"])
            for head, value in zip(list(table["列"])[1:], row[1:], strict=True)
        }
        for table in facts(path).get("表格", [])
    ]


def names(path: Path) -> set[str]:
    read = facts(path)
    listed = {table["名称"] for table in read.get("表格", [])}
    return {*read.get("数据", {}), *read.get("名称", {}), *listed}


def expressions(path: Path) -> list[str]:
    return EXPRESSION.findall("\n".join(scalars(facts(path))))


def characters(path: Path) -> int:
    return len(re.sub(r"\s", "", "".join(scalars(facts(path)))))


by_name = pytest.mark.parametrize(
    "path", SAMPLES + STARTERS + EXEMPLARS, ids=lambda p: f"{p.parent.name}/{p.stem}"
)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param(
            SPEECH_B,
            {
                "初信初访办结率": "92%",
                "群众满意度": "90%",
                "信访总量": 135,
                "未化解积案": 48,
            },
            id="B",
        ),
        pytest.param(
            REPORT_C,
            {
                "接访情况.接访批次": 7413,
                "接访情况.接访人次": 30749,
                "接访情况[市级领导].接访批次": 96,
                "接访情况[市级领导].接访人次": 672,
                "接访情况[县市区党政正职].接访批次": 1924,
                "接访情况[县市区党政正职].接访人次": 6847,
                "接访情况[其他党政领导干部].接访批次": 5393,
                "接访情况[其他党政领导干部].接访人次": 23230,
                "包案": 118,
                "市级包案": 41,
                "市级包案息访": 38,
                "县级包案": 77,
                "县级包案办结": 74,
                "县级包案息访": 59,
                "批阅件": 83,
                "批阅解决": 78,
                "主要领导批阅": 29,
                "主要领导解决": 29,
                "排查积案": 1056,
                "化解积案": 950,
            },
            id="C",
        ),
    ],
)
def test_a_sample_holds_every_figure_of_its_source_paper(
    path: Path, expected: dict[str, object]
) -> None:
    stated = values(path)

    assert {name: stated.get(name) for name in expected} == expected


def test_the_ceiling_of_b_is_a_ceiling() -> None:
    total = facts(SPEECH_B)["数据"]["信访总量"]

    assert (total["全年控制数"], total["向好"], total["时段"]) == (200, "下降", "1至7月")
    assert "全年目标" not in total


def test_the_ranks_of_c_moved_back_from_the_first_three() -> None:
    figures = facts(REPORT_C)["数据"]
    ranks = [entry["位次"] for entry in figures.values() if "位次" in entry]

    assert [(r["由"], r["至"], r["共"], r["向好"]) for r in ranks] == [
        ("前3", 10, 11, "下降"),
        ("前3", 9, 11, "下降"),
    ]


@by_name
def test_parts_add_up_to_their_total(path: Path) -> None:
    stated = values(path)
    totals = {
        name: entry["分项"]
        for name, entry in facts(path).get("数据", {}).items()
        if isinstance(entry, dict) and "分项" in entry
    }

    assert {n: sum(stated[part] for part in parts) for n, parts in totals.items()} == {
        n: stated[n] for n in totals
    }


@by_name
def test_the_rows_of_a_table_add_up_to_its_totals(path: Path) -> None:
    for table in tables(path):
        totals = [name for name in table if "[" not in name]
        ends = {name: name.partition(".")[2] for name in totals}

        sums = {
            name: sum(v for n, v in table.items() if "[" in n and n.endswith(f"].{end}"))
            for name, end in ends.items()
        }

        assert sums == {name: table[name] for name in totals}


@by_name
def test_every_expression_begins_with_a_declared_name(path: Path) -> None:
    known = names(path)

    unknown = [e for e in expressions(path) if not {e, re.split(r"[.\[]", e)[0]} & known]

    assert unknown == []


@by_name
def test_every_declared_name_is_used(path: Path) -> None:
    read = facts(path)
    formulas = [v for v in read.get("数据", {}).values() if isinstance(v, str)]
    parts = [
        p for v in read.get("数据", {}).values() if isinstance(v, dict) for p in v.get("分项", [])
    ]
    spoken = "\n".join([*expressions(path), *formulas, *parts])

    assert [name for name in names(path) if name not in spoken] == []


@by_name
def test_no_deadline_lies_before_the_meeting(path: Path) -> None:
    read = facts(path)
    day: date = read["会议"]["日期"] if "会议" in read else read["日期"]
    points = POINT_OF_TIME.findall("\n".join(scalars(read.get("任务", []) + read.get("要求", []))))

    late = [(int(month), int(of_month or 31)) for month, of_month in points]

    assert [point for point in late if point <= (day.month, day.day)] == []


@pytest.mark.parametrize("path", SAMPLES + STARTERS, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_the_first_line_leads_an_editor_to_the_schema(path: Path) -> None:
    first = path.read_text("utf-8").partition("\n")[0]

    assert first == "# yaml-language-server: $schema=./素材.schema.json"


def test_e_mirrors_its_four_domains_in_the_tasks() -> None:
    read = facts(SPEECH_E)

    domains = [problem["领域"] for problem in read["问题"]]

    assert domains == ["房地产", "劳动保障", "涉法涉诉", "教育医疗"]
    assert [task["领域"] for task in read["任务"]] == domains


def test_each_domain_of_e_has_three_measures_with_owner_deadline_and_result() -> None:
    for task in facts(SPEECH_E)["任务"]:
        assert len(task["具体任务"]) == 3
        for subtask in task["具体任务"]:
            line = subtask["措施"][0]
            bearer = line if isinstance(line, dict) else subtask
            assert {"责任单位", "时限"} <= bearer.keys()
            assert {"目标", "结果"} & bearer.keys()


def test_e_asks_for_what_the_paper_asked_for() -> None:
    heads = " ".join(demand["要点"] for demand in facts(SPEECH_E)["要求"])

    assert all(word in heads for word in ("组织领导", "责任", "协调", "督查考核"))


def test_e_is_short_and_safety_is_long_enough() -> None:
    assert 1200 <= characters(SPEECH_E) <= 1800
    assert characters(SAFETY) >= 500


def test_safety_lacks_one_figure_and_one_name_and_says_who_has_them() -> None:
    read = facts(SAFETY)
    missing = [
        entry
        for block in ("数据", "名称")
        for entry in read[block].values()
        if isinstance(entry, dict) and entry.get("值") == "待核"
    ]

    assert len(missing) == 2
    assert all(entry["由谁提供"] for entry in missing)


@pytest.mark.parametrize("path", EXEMPLARS, ids=lambda p: p.stem)
def test_an_exemplar_stands_beside_its_text(path: Path) -> None:
    text = path.with_suffix(".txt").read_text("utf-8")

    assert len(text) > 2000
    assert "⟨" not in text
