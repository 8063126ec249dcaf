"""docs/layout.md: its examples can be read, and it names every option and what it may be."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from speechgen.facts.keys.key import Key
from speechgen.facts.keys.table import RECORDS
from speechgen.facts.layouts import settle
from speechgen.facts.styles import read_style_text

DOCS = (Path(__file__).parents[2] / "docs" / "layout.md").read_text("utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", DOCS, re.DOTALL)
TABLE = DOCS.partition("## 可以改什么")[2]


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_can_be_read(example: str) -> None:
    style = read_style_text(example, "本单位.yaml")

    assert style.layout is not None
    settle([style.layout])
    assert not style.problems


@pytest.mark.parametrize("key", RECORDS["版式"].keys, ids=lambda key: key.name)
def test_an_option_is_in_the_table(key: Key) -> None:
    rows = [row for row in TABLE.splitlines() if row.startswith("| `") and f"`{key.name}`" in row]

    assert len([row for row in rows if f"`{key.name}`" in row.split("|")[1]]) == 1
    chinese = [name for one in key.choices for name in one if not name.isascii()]
    assert all(name in rows[0] for name in chinese)


@pytest.mark.parametrize("record", ["本单位", "用词"])
def test_a_key_of_a_style_file_is_in_an_example(record: str) -> None:
    for key in RECORDS[record].keys:
        assert any(f"{key.name}:" in example for example in EXAMPLES)
