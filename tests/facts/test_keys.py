"""The key table holds together, and the schema says neither less nor more than it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from speechgen.facts.keys.key import EXPECTED, Record
from speechgen.facts.keys.schema import schema, schema_text
from speechgen.facts.keys.table import RECORDS, TOP
from speechgen.facts.records import READERS
from tests.conftest import Expect
from tests.facts.casefile import cases

ROOT = Path(__file__).parent.parent.parent
FILES = [
    *sorted(ROOT.glob("sample_inputs/*.yaml")),
    *sorted(ROOT.glob("tests/exemplars/*.yaml")),
    *sorted(ROOT.glob("templates/*/素材.yaml")),
]
SCHEMA = schema()
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)
EVERY_RECORD = pytest.mark.parametrize("spec", RECORDS.values(), ids=list(RECORDS))


def part(spec: Record) -> dict[str, Any]:
    """Return what the schema says of a record."""
    found: dict[str, Any] = SCHEMA if spec is TOP else SCHEMA["definitions"][spec.name]
    return found


@EVERY_RECORD
def test_no_name_of_a_record_is_two_keys(spec: Record) -> None:
    assert len(spec.lookup) == sum(len(key.names) for key in spec.keys)


@EVERY_RECORD
def test_a_key_has_an_english_name_a_reader_and_a_word_of_explanation(spec: Record) -> None:
    for key in spec.keys:
        assert key.english.isascii()
        assert key.english.isidentifier()
        assert key.kind in READERS
        assert key.kind in EXPECTED
        assert key.says
        assert not key.says.endswith("。")


@EVERY_RECORD
def test_what_a_key_holds_is_there(spec: Record) -> None:
    for key in spec.keys:
        assert bool(key.record) == (
            key.kind in {"record", "records", "entries", "sources", "figures", "names"}
        )
        assert key.record in {"", *RECORDS}
        assert bool(key.choices) == (key.kind == "choice")
        assert key.unless in {"", *spec.lookup, "具体问题"}
    assert spec.main in {"", *spec.lookup}


@EVERY_RECORD
def test_the_schema_has_every_key_under_every_name(spec: Record) -> None:
    found = part(spec)

    assert list(found["properties"]) == [key.name for key in spec.keys]
    assert set(found["patternProperties"]) == {
        f"^{name}$" for key in spec.keys for name in key.names[1:]
    }


def test_the_schema_has_no_record_that_the_table_has_not() -> None:
    assert {*SCHEMA["definitions"]} == {name for name in RECORDS if name != TOP.name}


@EVERY_RECORD
def test_the_schema_explains_every_key(spec: Record) -> None:
    says = {name: value["description"] for name, value in part(spec)["properties"].items()}

    assert says == {key.name: key.says for key in spec.keys}


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.name}")
@pytest.mark.parametrize("loader", [yaml.BaseLoader, yaml.SafeLoader])
def test_the_schema_takes_every_sample(path: Path, loader: Any) -> None:  # noqa: ANN401 - a class of PyYAML
    typed = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 - our own file

    as_editors_see_it = json.loads(json.dumps(typed, default=str, ensure_ascii=False))

    assert [error.message for error in VALIDATOR.iter_errors(as_editors_see_it)] == []


@pytest.mark.parametrize("name", [name for name in cases("facts") if name.startswith("legal")])
def test_the_schema_takes_what_is_legal(name: str) -> None:
    typed = yaml.load(cases("facts")[name].given, Loader=yaml.BaseLoader)  # noqa: S506 - our own text

    assert [error.message for error in VALIDATOR.iter_errors(typed)] == []


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param({}, id="no kind"),
        pytest.param({"文种": "讲话", "主提": "信访"}, id="an unknown key"),
        pytest.param({"文种": "讲话", "讲话人": {"身份": "主要"}}, id="no such choice"),
        pytest.param({"文种": "讲话", "日期": "8月12日"}, id="no date"),
        pytest.param({"文种": "讲话", "数据": {"甲": {"值": "135件"}}}, id="no number"),
        pytest.param({"文种": "讲话", "会议": {"地点": "县会议中心"}}, id="a key is missing"),
    ],
)
def test_the_schema_refuses_what_reading_refuses(facts: dict[str, Any]) -> None:
    assert list(VALIDATOR.iter_errors(facts))


def test_the_schema_beside_the_samples_is_of_this_table(expect: Expect) -> None:
    expect(ROOT / "sample_inputs" / "素材.schema.json", schema_text())
