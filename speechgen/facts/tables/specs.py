"""列: the columns of a table, from a list of heads or from head → unit, formula or more."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from speechgen.facts.figure import PERCENT
from speechgen.facts.figure_entries import COUNTED
from speechgen.facts.file import glances
from speechgen.facts.file.lines import Node, Pairs, Scalar, Series
from speechgen.facts.item import Item
from speechgen.facts.keys.key import Key
from speechgen.facts.keys.table import RECORDS
from speechgen.facts.phrases import is_phrase
from speechgen.facts.reading import Reading, shown
from speechgen.facts.records import record
from speechgen.facts.tables.typed import Spec, sense, typed
from speechgen.facts.values import NOTHING

SERIAL = frozenset({"序号", "序", "编号", "名次", "排名", "位次"})
"""Heads of columns that count the rows; they neither name them nor hold figures."""

LONGEST = 60
MOST = 50
FORBIDDEN = frozenset("【】[]［］\n\ufdd2")
UNITS = COUNTED | {"元", "万元", "亿元", "万人", "万户", "万亩", "万吨", "吨", "公斤", "斤", "％"}
UNITS |= {
    "%",
    "‰",
    "公里",
    "平方米",
    "平方公里",
    "公顷",
    "个百分点",
    "分",
    "小时",
    "分钟",
    "年",
    "岁",
}
"""What may stand in brackets behind a head, for its unit: 来访（件）."""

_WORDED = frozenset({"文字", "文本", "名称"})
_BRACKETS = str.maketrans("（）", "()")
_PERCENTS = frozenset({"％", "百分比", "百分数", PERCENT})


def specs(node: Node, key: Key, reading: Reading) -> tuple[Spec, ...]:
    """Return the columns; none where they cannot be read, and why is reported."""
    before = len(reading.problems)
    found = [_spec(name, child, key, reading) for name, child in _heads(node, key, reading)]
    return () if len(reading.problems) > before else checked(tuple(found), reading)


def checked(found: tuple[Spec, ...], reading: Reading) -> tuple[Spec, ...]:
    """Return the columns; none where a head cannot be used, and why is reported."""
    before = len(reading.problems)
    if len(found) > MOST:
        message = f"表格有{len(found)}列，最多{MOST}列"
        reading.report(found[0].place, "table-column", message, "请分成几张表")
    seen: dict[str, str] = {}
    for spec in found:
        _check_head(spec, seen, reading)
    return () if len(reading.problems) > before else found


def naming_head(heads: Sequence[str]) -> int:
    """Return the number of the head over the names of the rows: the first that is no 序号."""
    return next((n for n, head in enumerate(heads) if head not in SERIAL), 0)


def naming(columns: tuple[Spec, ...], reading: Reading) -> int:
    """Return the number of the column that names the rows; report a unit or formula of it."""
    at = naming_head([spec.head for spec in columns])
    spec = columns[at]
    if spec.unit or spec.formula:
        what = "算式" if spec.formula else f"单位“{shown(spec.unit)}”"
        message = f"“{spec.head}”列是各行的名称，不能写{what}"
        reading.report(
            spec.place, "table-column", message, f"请写 {spec.head}: 文字，并放在数的前面"
        )
    return at


def _heads(node: Node, key: Key, reading: Reading) -> Iterator[tuple[Scalar, Node | None]]:
    """Yield each head with what stands behind its colon; None where it has none."""
    if type(node) is Series:
        glances.one_item(node, reading)
    for child in node.children if type(node) is Series else (node,):
        if type(child) is Pairs:
            pairs = zip(child.children[::2], child.children[1::2], strict=True)
            for name, value in pairs:
                if type(name) is Scalar:
                    yield name, value
                else:
                    reading.expected(name, key)
        elif type(child) is Scalar and type(node) is Series:
            yield child, None
        else:
            reading.expected(child, key)


def _spec(name: Scalar, node: Node | None, key: Key, reading: Reading) -> Spec:
    head = typed(name, reading)
    if type(node) is Pairs:
        return _full(Spec(*head), record(node, RECORDS["列"], reading, None))
    if type(node) is Series:
        reading.expected(node, key)
    if type(node) is not Scalar or node.text in NOTHING:
        return bracketed(Spec(*head))
    text, place = typed(node, reading)
    return _said(Spec(head.text, place if text[:1] in {"=", "＝"} else head.place), text)


def bracketed(spec: Spec) -> Spec:
    """Return a column headed 来访（件） as 来访 with the unit 件; any other as it is."""
    head, bracket, unit = spec.head.translate(_BRACKETS).rpartition("(")
    unit = unit.removesuffix(")").strip()
    if not head or not bracket or unit not in UNITS:
        return spec
    return spec._replace(head=spec.head[: len(head)].rstrip(), unit=_percent(unit))


def _percent(unit: str) -> str:
    return PERCENT if unit in _PERCENTS else unit


def _said(spec: Spec, text: str) -> Spec:
    if text[:1] in {"=", "＝"}:
        return spec._replace(formula=text[1:].strip() or " ")
    if text in _WORDED:
        return spec._replace(worded=True)
    return spec._replace(unit=_percent(text))


def _full(spec: Spec, item: Item) -> Spec:
    unit, formula = item.text("单位"), item.text("算式")
    places = item.get("小数")
    return _said(spec, unit)._replace(
        formula=formula.lstrip("=＝").strip(),
        decimals=places if isinstance(places, int) else None,
        better=sense(item.text("向好")),
        category=item.text("类别"),
        place=item.where("算式") if formula else spec.place,
    )


def _check_head(spec: Spec, seen: dict[str, str], reading: Reading) -> None:
    head = spec.head
    folded = unicodedata.normalize("NFKC", head)
    message = ""
    if not head or head == "~":
        message = "列名是空的"
    elif len(head) > LONGEST:
        message = f"列名“{shown(head)}”有{len(head)}个字，最多{LONGEST}个字"
    elif FORBIDDEN.intersection(head):
        message = f"列名“{shown(head)}”里不能有括号“【】[]”或换行"
    elif folded in seen:
        same = "写了两次" if seen[folded] == head else f"同“{shown(seen[folded])}”只差全角半角"
        message = f"列名“{shown(head)}”{same}"
    elif "." in head and head.rpartition(".")[0] in seen and is_phrase(head.rpartition(".")[2]):
        message = f"列名“{shown(head)}”同另一列加上说法分不开"
    seen[folded] = head
    if message:
        reading.report(spec.place, "table-column", message, "请换一个列名")
