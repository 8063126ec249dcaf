"""docs/sources.md: what it shows is so, and the schema for editors knows it."""

from __future__ import annotations

import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from speechgen.facts.keys.schema import schema
from speechgen.facts.lists.filling import HEADERS
from speechgen.facts.sources import figures, package, paths, sheet
from speechgen.facts.sources.vocabulary import known_key
from speechgen.facts.speak import speak
from tests.facts.sources.making import Rows, facts, workbook

DOCS = Path(__file__).parents[3].joinpath("docs", "sources.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", DOCS, re.DOTALL)
WORDS = re.findall(r"^\| (?:`(\S+?)`|(名称)（必须有）) \| (.+?) \|$", DOCS, re.MULTILINE)
SHEET: Rows = [
    ("指标", "计量单位", "本期（1至7月）", "去年同期", "备注"),
    ("信访总量", "件", 135, 148, None),
    ("初信初访办结率", None, 0.92, 0.9, None),
    ("重复信访", "件", None, 31, "县信访局未报"),
]
"""The sheet that docs/sources.md shows."""


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_reads_the_sheet_that_is_shown(example: str, tmp_path: Path) -> None:
    rows: Rows = SHEET
    if "表头: 3" in example:
        head = ("事项", "单位", "本年累计数", "备注", "其他", "去年数")
        rows = [("标题",), ("说明",), head, ("信访总量", "件", 135, None, None, 148)]
    workbook(tmp_path / "月报.xlsx", rows, {"C3": "0.0%", "D3": "0.0%"})
    workbook(tmp_path / "待核清单.xlsx", [HEADERS, ("延期小区", "名称", "幸福里")])
    (tmp_path / "安全生产.csv").write_text("名称,单位,值\n事故,起,3\n", encoding="utf-8")

    read = facts(tmp_path, example.partition("\n")[2])

    assert speak("信访总量.同比", read).text == "同比下降8.8%"
    assert not [problem for problem in read.problems if problem.severity == "error"]


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_what_the_schema_allows(example: str) -> None:
    jsonschema.Draft7Validator(schema()).validate(yaml.safe_load(example))


@pytest.mark.parametrize(("key", "name", "words"), WORDS)
def test_the_words_over_a_column_are_known(key: str, name: str, words: str) -> None:
    listed = [word for word in re.split("[、；]", words) if "写" not in word]

    assert listed
    assert {known_key(word) for word in listed} == {key or name}


def test_the_docs_list_every_amount() -> None:
    assert {"值", "上年同期", "上期", "全年目标", "全年控制数"} < {key for key, _, _ in WORDS}


def test_the_limits_are_those_of_the_docs() -> None:
    assert package.MOST_UNPACKED == 100 << 20
    assert (sheet.MOST_ROWS, sheet.MOST_CELLS) == (100_000, 500_000)
    assert figures.MOST_FIGURES == 20_000
    assert "各表的数加起来不超过 2 万行" in DOCS
    assert paths.MAX_CSV == 5 << 20
    assert "10 万行、50 万个格子，解压以后不超过 100 MB；CSV 不超过 5 MB" in DOCS
