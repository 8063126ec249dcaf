"""Figures for tests, from YAML as it stands in a facts file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal

import yaml

from speechgen.facts import figures
from speechgen.facts.expression import canonical
from speechgen.facts.figure import Amount, Figure, Name
from speechgen.facts.item import Item, Value
from speechgen.facts.read import read_text
from speechgen.facts.reconcile import reconcile
from speechgen.facts.speak import speak
from speechgen.facts.together import together
from speechgen.numerals import parse_amount
from speechgen.problems import FactsPlace, Problem

AMOUNTS = frozenset({"值", "上年同期", "上期", "全年目标", "全年控制数"})
KEYS = {"目标值": "全年目标", "计量单位": "单位", "容差": "允许误差"}
WHOLE_NUMBERS = frozenset({"由", "至", "共", "小数"})
MAGNITUDES: dict[str, tuple[Literal["", "万", "亿"], int]] = {
    "": ("", 0),
    "万": ("万", 4),
    "亿": ("亿", 8),
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A Book of a test."""

    figures: Mapping[str, Figure]
    names: Mapping[str, Name] = field(default_factory=dict)
    disputed: frozenset[str] = frozenset()
    shares: Mapping[tuple[str, str], Decimal] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    """What building and reconciling said."""

    def codes(self) -> list[str]:
        """Return the codes of the problems in order."""
        return [problem.code for problem in self.problems]


def sheet(text: str) -> Sheet:
    """Return the figures of `text`: lines `name: {值: …}`, as below 数据 in a facts file.

    Where it has tables, it is what a facts file says below 文种: 数据, 表格.
    """
    if "表格:" in text:
        facts = read_text(f"文种: 工作会议讲话\n{text}\n", "素材.yaml")
        return Sheet(facts.figures, facts.names, facts.disputed, problems=facts.problems)
    node = yaml.compose(text, Loader=yaml.BaseLoader)
    if not isinstance(node, yaml.MappingNode):
        return Sheet({})
    entries = {key.value: _entry(value) for key, value in node.value}
    problems: list[Problem] = []
    built = figures.build(entries, problems)
    found, disputed = reconcile(built)
    return Sheet(built, {}, disputed, problems=(*problems, *found))


def say(expression: str, book: Sheet | str) -> str:
    """Return what `expression` prints, with the unit behind it."""
    book = sheet(book) if isinstance(book, str) else book
    spoken = speak(canonical(expression, book.figures, book.names), book)
    return spoken.text + spoken.unit


def sentence(line: str, book: Sheet) -> str:
    """Return `line` with what stands in 【】 spoken."""
    first, *rest = line.split("【")
    parts = [part.partition("】") for part in rest]
    if line.count("占比") > 1:
        said = [canonical(inner, book.figures, book.names) for inner, _, _ in parts]
        book = replace(book, shares=together(said, book.figures))
    return first + "".join([say(inner, book) + after for inner, _, after in parts])


def _entry(node: yaml.Node) -> Item:
    if isinstance(node, yaml.MappingNode):
        return _item(node)
    key = yaml.ScalarNode("", "值", node.start_mark, node.end_mark)
    return _item(yaml.MappingNode("", [(key, node)], node.start_mark, node.end_mark))


def _item(node: yaml.MappingNode, *, numbers: bool = False) -> Item:
    values: dict[str, Value] = {}
    places: dict[str, FactsPlace] = {}
    for key, child in node.value:
        name = KEYS.get(key.value, key.value)
        values[name] = _value(name, child, number=numbers)
        places[name] = _place(child)
        if name in AMOUNTS and str(child.value).endswith("%") and "=" not in child.value:
            values.setdefault("单位", "%")
    return Item(values, places, _place(node))


def _value(key: str, node: yaml.Node, *, number: bool) -> Value:
    if isinstance(node, yaml.MappingNode):
        return _item(node, numbers=key == "全年目标")
    if isinstance(node, yaml.SequenceNode):
        return tuple(str(child.value) for child in node.value)
    text = str(node.value)
    if key in WHOLE_NUMBERS and text.isdecimal():
        return int(text)
    if (key in AMOUNTS or key == "占比" or number) and not text.startswith(("=", "＝")):
        return _amount(text, _place(node))
    return (text,) if key in {"分项", "原名"} else text


def _amount(text: str, place: FactsPlace) -> Amount:
    found = parse_amount(text)
    if found is None:
        return Amount(None, place)
    magnitude, exponent = MAGNITUDES[found[1]]
    value: Decimal = found[0].scaleb(exponent) if exponent else found[0]
    return Amount(value, place, magnitude, percent=bool(found[2]))


def _place(node: yaml.Node) -> FactsPlace:
    mark = node.start_mark
    return FactsPlace("素材.yaml", mark.line + 1, mark.column + 1)
