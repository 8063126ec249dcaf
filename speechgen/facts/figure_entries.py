"""数据 and 名称 as typed: every entry becomes an Item or a Name; their names are checked."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date

from speechgen.facts.amounts import value
from speechgen.facts.entry import UNITLESS
from speechgen.facts.figure import PERCENT, Amount, Name
from speechgen.facts.file import glances
from speechgen.facts.file.lines import Node, Pairs, Scalar
from speechgen.facts.file.located import Located
from speechgen.facts.item import Item, Value
from speechgen.facts.keys.key import MARKS, MISSING
from speechgen.facts.keys.table import RECORDS, TOP
from speechgen.facts.phrases import is_phrase
from speechgen.facts.reading import Reading, Trail, shown
from speechgen.facts.records import record
from speechgen.facts.values import clean, naming

LONGEST_NAME = 60
_FIGURE = RECORDS["数据项"]
_NAME = RECORDS["名称项"]
_FORBIDDEN = frozenset("【】\ufdd2")
COUNTED = frozenset(
    ("件", "起", "宗", "例", "人", "人次", "名", "户", "家", "批", "批次", "次", "场", "个", "项")
) | {"处", "所", "座", "台", "辆", "部", "份", "条", "只", "头", "亩", "天"}
"""Units of what one counts: there is no −3 件."""

_PERCENTS = frozenset({PERCENT, "百分比", "百分数"})
_UNIT = "单位"
_AMOUNTS = ("值", "上年同期", "上期", "全年目标", "全年控制数")

_NOWHERE: Trail = (None, "", None, 0)
"""Nothing in an entry of 数据 or 名称 becomes a missing name of its own."""

Taken = dict[str, str]
"""Names in use after NFKC, as typed."""


def figures(node: Node, reading: Reading, taken: Taken) -> dict[str, Item]:
    """Return the entries of 数据 by name, typed."""
    found: dict[str, Item] = {}
    for name, _, child in _entries(node, "数据", reading, taken):
        typed = entry_of(child, reading)
        if typed is not None:
            found[name] = typed
    return found


def names(node: Node, reading: Reading, taken: Taken) -> dict[str, Name]:
    """Return the entries of 名称 by name."""
    found: dict[str, Name] = {}
    for name, mark, child in _entries(node, "名称", reading, taken):
        entry = _name(name, mark, child, reading)
        if entry is not None:
            found[name] = entry
    return found


def _entries(
    node: Node, what: str, reading: Reading, taken: Taken
) -> Iterator[tuple[str, Scalar, Node]]:
    """Yield name and value of every entry whose name can be used."""
    if type(node) is not Pairs:
        if type(node) is not Scalar or not glances.keyed(node, _Anything(), reading):
            reading.expected(node, TOP.lookup[what])
        return
    for name, child in zip(node.children[::2], node.children[1::2], strict=True):
        if type(name) is not Scalar:
            reading.report(name.start, "bad-key", f"“{what}”里应写“名字: …”，这里是括号里的内容")
        elif not glances.strange_key(name, child, node, reading):
            typed = clean(name, reading)
            if usable(typed, name, what, reading, taken):
                yield typed, name, child


class _Anything:
    """Every word may be the name of a figure."""

    def __contains__(self, word: object) -> bool:
        return True


def usable(typed: str, name: Scalar, what: str, reading: Reading, taken: Taken) -> bool:
    """Return whether `typed` may be a name, and take it; `what` is the key it stands in."""
    folded = unicodedata.normalize("NFKC", typed)
    other = taken.get(folded)
    if other is not None:
        same = "写了两次" if other == typed else f"同“{shown(other)}”只差全角半角，分不开"
        reading.report(name.start, "repeated-key", f"“{shown(typed)}”{same}", "请删去一条或改名")
        return False
    taken[folded] = typed
    message = _unusable(typed, folded)
    if message:
        reading.report(name.start, "bad-name", f"{what}的名字{message}", "请换一个名字")
    return not message


def _unusable(typed: str, folded: str) -> str:
    if not typed or typed == "~":
        return "是空的"
    if len(typed) > LONGEST_NAME:
        return f"“{shown(typed)}”有{len(typed)}个字，最多{LONGEST_NAME}个字"
    if _FORBIDDEN.intersection(typed):
        return f"“{shown(typed)}”里不能有“【”“】”或换行"
    if folded in TOP.lookup:
        return f"不能叫“{shown(typed)}”，它是素材的一个键"
    return ""


def entry_of(node: Node, reading: Reading) -> Item | None:
    """Return one entry of 数据, typed; None where it is none, and said so."""
    reading.signs.clear()
    before = len(reading.problems)
    if type(node) is Pairs:
        item = record(node, _FIGURE, reading, None)
    elif type(node) is Scalar:
        if glances.keyed(node, _FIGURE.lookup, reading):
            return None
        typed = value(node, _FIGURE.lookup["值"], reading, _NOWHERE)
        values: dict[str, Value] = {} if typed is None else {"值": typed}
        item = Located(values, {"值": node.start}, reading.page, node.start)
    else:
        reading.report(node.start, "wrong-type", "一个数据应写“值: …”等，现在写的是一个列表")
        return None
    settle_unit(item.values, reading)
    if len(reading.problems) > before:
        item.values.setdefault(_UNIT, UNITLESS)  # nothing more to say of this one
    return item


def settle_unit(values: dict[str, Value], reading: Reading) -> None:
    """Give a percentage its unit; report numbers that do not go with the unit or each other."""
    percents = [sign for sign in reading.signs if sign[1]]
    unit = str(values.get(_UNIT, "")).replace("％", PERCENT)
    if percents and not unit:
        for key, percent, place in reading.signs:
            if not percent:
                other = percents[0][0]
                message = f"“{key}”没有写%，而“{other}”是百分数"
                reading.report(place, "percent-mismatch", message, "请都写成百分数，如 92%")
        unit = PERCENT
    elif percents and unit not in _PERCENTS:
        key, _, place = percents[0]
        message = f"“{key}”是百分数，而单位写的是“{shown(unit)}”"
        reading.report(place, "unit-conflict", message, "百分数不用写单位；不是百分数的，请去掉%")
    if unit:
        values[_UNIT] = unit
    if unit in COUNTED:
        check_counts(values, unit, reading)


def check_counts(values: Mapping[str, Value], unit: str, reading: Reading) -> None:
    """Report the numbers below zero of an entry whose `unit` counts things."""
    for key in _AMOUNTS:
        found = values.get(key)
        if isinstance(found, Amount) and found.value is not None and found.value < 0:
            message = f"“{key}”是负数，而单位是“{unit}”"
            reading.report(found.place, "negative-count", message, "请核对；减少了多少，由程序算出")


def _name(name: str, mark: Scalar, node: Node, reading: Reading) -> Name | None:
    place = reading.page.place(mark.start)
    if type(node) is Scalar:
        if glances.keyed(node, _NAME.lookup, reading):
            return None
        typed = naming(node, _NAME.lookup["值"], reading, _NOWHERE)
        return None if typed is None else Name(name, place, None if typed == MISSING else typed)
    if type(node) is not Pairs:
        reading.expected(node, TOP.lookup["名称"])
        return None
    item = record(node, _NAME, reading, None)
    text = item.text("值")
    known = None if text in {"", MISSING} else text
    due = item.get("期限")
    day = due.isoformat() if isinstance(due, date) else ""
    printed = MARKS.get(item.text("类型"), "××")
    return Name(name, place, known, printed, item.text("由谁提供"), day)


def dotted(reading: Reading) -> None:
    """Report a name that reads as another name with a phrase: `信访.同比` beside `信访`."""
    known: dict[str, Item | Name] = {**reading.entries, **reading.names}
    for name, entry in known.items():
        if "." in name and _reads_as_phrase(name, known):
            message = f"“{shown(name)}”同另一个名字加上说法分不开"
            reading.report(entry.place, "bad-name", message, "请换一个名字")


def _reads_as_phrase(name: str, known: Mapping[str, object]) -> bool:
    return any(
        name[:at] in known and is_phrase(name[at + 1 :].partition("(")[0])
        for at, sign in enumerate(name)
        if sign == "."
    )
