"""The JSON Schema of a facts file, from the key table: editors complete and check by it.

Draft-07, which the YAML extension of VS Code knows best. Chinese keys are `properties`, so they
are offered; English names and other Chinese names are `patternProperties`, accepted in silence.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from speechgen.facts.keys.key import Key, Kind, Record
from speechgen.facts.keys.table import RECORDS, TOP

Schema = dict[str, Any]

_TEXT: Schema = {"type": ["string", "number"]}
_TEXTS: Schema = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}
_CELLS: Schema = {
    "anyOf": [
        {"type": "array", "items": {"type": ["string", "number", "null"]}},
        {"type": "object", "additionalProperties": {"type": ["string", "number", "null"]}},
    ]
}
_CELL: Schema = {"type": ["string", "number", "null"]}
_HEAD: Schema = {"anyOf": [_CELL, {"$ref": "#/definitions/列"}]}
_COLUMNS: Schema = {
    "anyOf": [
        {
            "type": "array",
            "items": {"anyOf": [_CELL, {"type": "object", "additionalProperties": _HEAD}]},
        },
        {"type": "object", "additionalProperties": _HEAD},
    ]
}
_SIZES = "初号|小初|[一二三四五]号|小[一二三四五]号?"
_DIGIT = "[0-9０-９]"
_NUMBER = rf"[+\-－＋]?{_DIGIT}*[.．]?{_DIGIT}+\s*[万亿]?[%％]?"
_DATE = (
    rf"{_DIGIT}{{4}}\s*[年/.\-－．]\s*{_DIGIT}{{1,2}}\s*[月/.\-－．]\s*{_DIGIT}{{1,2}}\s*[日号]?"
)


def _pattern(*ways: str) -> Schema:
    return {"type": ["number", "string"], "pattern": f"^\\s*({'|'.join(ways)})\\s*$"}


_AMOUNT = _pattern(_NUMBER, "待核")
_UP_DOWN = "增长|上升|提高|提升|增加|上涨|延长|多|升|增|下降|降低|减少|缩短|下跌|回落|少|降|减"
_CHANGE = rf"\D{{0,6}}({_UP_DOWN})?了?\s*{_NUMBER}.+"
_BY_KIND: Mapping[Kind, Schema] = {
    "text": _TEXT,
    "word": _TEXT,
    "words": _TEXTS,
    "line": _TEXT,
    "lines": _TEXTS,
    "date": {"type": "string", "pattern": f"^\\s*({_DATE}|待核)\\s*$"},
    "deadline": {"type": "string", "pattern": f"^\\s*({_DATE}|待核)\\s*$"},
    "truth": {"enum": ["是", "否", True, False, "true", "false"]},
    "whole": {"type": ["integer", "string"], "pattern": f"^\\s*{_DIGIT}+\\s*$", "minimum": 0},
    "amount": _AMOUNT,
    "margin": _AMOUNT,
    "change": _pattern(_CHANGE, r"\D{0,6}(持平|不变|没有变化)", "待核"),
    "percent": _pattern(_NUMBER, "待核"),
    "formula": {"type": ["string", "number"]},
    "value": _pattern(_NUMBER, "待核", "[=＝].*"),
    "target": {"anyOf": [_AMOUNT, {"type": "object", "additionalProperties": _AMOUNT}]},
    "position": _pattern(rf"[前第]?\s*{_DIGIT}+\s*[名位]?", "待核"),
    "naming": _TEXT,
    "length": _pattern("短", "中", "长", rf"{_DIGIT}+\s*个?字?"),
    "short_names": {"type": "object", "additionalProperties": _TEXT},
    "headings": {"type": "object", "additionalProperties": _TEXT},
    "columns": _COLUMNS,
    "rows": {"type": "array", "items": _CELLS},
    "millimetres": _pattern(rf"{_NUMBER}\s*(毫米|mm|MM|厘米|cm|CM)?"),
    "points": _pattern(rf"(固定值)?\s*{_NUMBER}\s*(磅|pt|PT)?"),
    "type_size": _pattern(_SIZES, rf"{_NUMBER}\s*(磅|pt|PT)?"),
    "font": {"type": "string", "minLength": 1, "maxLength": 31},
    "swaps": {"type": "object", "additionalProperties": _TEXT},
    "totals": {"anyOf": [*_CELLS["anyOf"], {"enum": ["是", "否", True, False]}]},
}


def schema() -> Schema:
    """Return the schema of a facts file."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "speechgen 素材",
        **_record(TOP),
        "definitions": {spec.name: _record(spec) for spec in RECORDS.values() if spec is not TOP},
    }


def schema_text() -> str:
    """Return the schema as text, the same every time."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


def _record(spec: Record) -> Schema:
    described = [(key, {"description": key.says, **_value(key)}) for key in spec.keys]
    found: Schema = {
        "type": "object",
        "description": spec.says,
        "properties": {key.name: value for key, value in described},
        "patternProperties": {
            f"^{re.escape(name)}$": _value(key) for key in spec.keys for name in key.names[1:]
        },
        "additionalProperties": False,
    }
    if spec.required:
        found["allOf"] = [_required(key, spec) for key in spec.required]
    return found


def _required(key: Key, spec: Record) -> Schema:
    """Return that `key` must be there under one of its names, or what makes it needless."""
    other = spec.lookup.get(key.unless)
    names = (*key.names, *(other.names if other else ()))
    return {"anyOf": [{"required": [name]} for name in names]}


def _value(key: Key) -> Schema:
    if key.choices:
        return {"enum": [spelling for spellings in key.choices for spelling in spellings]}
    if key.kind not in {"record", "records", "entries", "sources", "figures", "names"}:
        return _BY_KIND[key.kind]
    one: Schema = {"$ref": f"#/definitions/{key.record}"}
    spec = RECORDS[key.record]
    either = [one, _main(spec)] if spec.main else [one]
    if key.kind == "record":
        return {"anyOf": either}
    if key.kind == "figures":
        return {"type": "object", "additionalProperties": {"anyOf": [one, _BY_KIND["value"]]}}
    if key.kind == "names":
        return {"type": "object", "additionalProperties": {"anyOf": [one, _TEXT]}}
    return {"anyOf": [{"type": "array", "items": {"anyOf": either}}, *either]}


def _main(spec: Record) -> Schema:
    """Return what a line alone may be."""
    return _BY_KIND[spec.lookup[spec.main].kind]
