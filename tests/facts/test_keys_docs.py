"""docs/facts.md: its tables are those of the key table, its examples can be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from speechgen.facts.keys.key import EXPECTED, Key, Record
from speechgen.facts.keys.table import RECORDS
from speechgen.facts.read import read_text
from tests.conftest import Expect

DOCS = Path(__file__).parent.parent.parent / "docs" / "facts.md"
MARK = "运行 make accept -->\n"
EXAMPLES = re.findall(r"```yaml\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
TITLES = {"数据项": "数据里的一条", "名称项": "名称里的一条", "要点二": "分点", "要点三": "分点"}
AS_ABOVE = frozenset({"要点二", "要点三"})
"""分点 has the keys of 要点."""


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_can_be_read(example: str) -> None:
    text = example if "文种" in example else f"文种: 工作会议讲话\n{example}"

    assert not read_text(text, "素材.yaml").problems


def test_every_key_stands_in_a_table(expect: Expect) -> None:
    head, mark, _ = DOCS.read_text(encoding="utf-8").partition(MARK)

    written = [spec for name, spec in RECORDS.items() if name not in AS_ABOVE]
    expect(DOCS, head + mark + "".join(table(spec) for spec in written))


def table(spec: Record) -> str:
    rows = "".join(row(key) for key in spec.keys)
    title = TITLES.get(spec.name, spec.name)
    main = f"，只写一句话就是写 `{spec.main}`" if spec.main else ""
    head = "| 键 | 英文 | 写什么 | 说明 |\n| --- | --- | --- | --- |\n"
    return f"\n## {title}\n\n{spec.says}{main}。\n\n{head}{rows}"


def row(key: Key) -> str:
    names = "、".join(f"`{name}`" for name in key.names[:-1])
    must = "（必须写）" if key.required and not key.unless else ""
    must = f"（不写 `{key.unless}` 时必须写）" if key.unless else must
    says = key.says.replace("|", "\\|")
    return f"| {names} | `{key.english}` | {holds(key)} | {says}{must} |\n"


def holds(key: Key) -> str:
    if key.choices:
        return "、".join(f"`{spelling}`" for spellings in key.choices for spelling in spellings)
    if key.kind in {"record", "records", "entries"}:
        lines = "句子或" if key.kind == "entries" else ""
        several = "，可以列出几条" if key.kind != "record" else ""
        return f"{lines}“{TITLES.get(key.record, key.record)}”{several}"
    return EXPECTED[key.kind]
