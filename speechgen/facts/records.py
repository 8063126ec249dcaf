"""Records by the key table: every value read by its kind, lists and lines brought to one form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from speechgen.facts import amounts, missing, short_names, values
from speechgen.facts.file import glances
from speechgen.facts.file.lines import PLAIN, WIDE, Mark, Node, Pairs, Scalar, Series
from speechgen.facts.file.located import Located
from speechgen.facts.item import PARAGRAPH, Item, Value
from speechgen.facts.keys.key import MAY_BE_MISSING, MISSING, Key, Kind, Record
from speechgen.facts.keys.table import RECORDS, TOP
from speechgen.facts.keys.unknown import MERGE, unknown_key
from speechgen.facts.reading import Reading, Trail, shown
from speechgen.facts.recall import FIGURES, recalled
from speechgen.facts.sentences import spoken
from speechgen.facts.tidy.signs import (
    LONGEST_HEAD,
    MOST_ENTRIES,
    NUMBERING,
    in_chinese,
    is_dotted,
    is_numbered,
    odd,
    special,
)

Reader = Callable[[Node, Key, Reading, Trail], "Value | None"]
_NOBODY = frozenset({"列席", "请假", "出席"})
"""Keys that may say 无: minutes print it."""

_LOOKED_AT = NUMBERING | WIDE | {word[:1] for word in values.NOTHING | values.ABSENT}
"""Beginnings of a text that is not simply taken as typed."""


def record(node: Pairs, spec: Record, reading: Reading, trail: Trail | None) -> Located:
    """Return the record `node`; what does not fit `spec` is reported and left out."""
    found: dict[str, Value] = {}
    marks: dict[str, Mark] = {}
    meant: set[str] = set()
    lookup = spec.lookup
    children = iter(node.children)
    for name, child in zip(children, children, strict=False):
        key = lookup.get(name.text) if type(name) is Scalar else None
        if key is None:
            if not reading.full:
                meant.add(unknown_key(name, child, node, spec, reading))
            continue
        called = key.name
        if called in marks:
            _repeated(name, called, marks[called], reading)
            continue
        marks[called] = child.start if type(child) is Scalar else name.start
        read = READERS[key.kind]
        if spec is TOP and called not in FIGURES:
            way = (trail, called, node, 0)
            value = recalled(child, reading, partial(read, child, key, reading, way))
        else:
            value = read(child, key, reading, (trail, called, node, 0))
        if value is not None:
            found[called] = value
    for key in spec.required if MERGE not in meant else ():
        if key.name not in marks and key.unless not in marks and key.name not in meant:
            _absent(key, spec, node, reading)
    return Located(found, marks, reading.page, node.start)


def _repeated(name: Node, called: str, first: Mark, reading: Reading) -> None:
    line = reading.page.place(first).line
    typed = shown(name.text) if type(name) is Scalar else called
    also = "" if typed == called else f"（同“{called}”）"
    message = f"“{typed}”{also}写了两次，前一次在第{line}行"
    reading.report(name.start, "repeated-key", message, "请删去一处，或把两处合成一处")


def _absent(key: Key, spec: Record, node: Node, reading: Reading) -> None:
    message = f"{spec.title}缺少“{key.name}”"
    hint = f"请补上“{key.name}: …”（{key.says}）"
    if key.kind in MAY_BE_MISSING:
        hint += "；暂缺的写 待核"
    reading.report(node.start, "missing-key", message, hint)


def text(node: Node, key: Key, reading: Reading, trail: Trail) -> str | None:
    """Return a text, its 【…】 as expressions; 待核 becomes the expression of a missing name."""
    if type(node) is not Scalar:
        _no_text(node, key, reading)
        return None
    typed = node.text
    if node.style not in PLAIN or typed[:1] in _LOOKED_AT or " " in typed:
        typed = values.clean(node, reading)
        if typed in values.NOTHING:
            values.empty(node, key, reading)
            return None
        if typed in values.ABSENT and key.name not in _NOBODY and not key.required:
            values.left_out(node, key, reading)
            return None
        reading.numbered += is_numbered(typed)
    if special(typed) or "。。" in typed:
        if odd(typed) or is_dotted(typed):
            typed = in_chinese(typed, node, reading)
        if "【" in typed or "】" in typed:
            typed = spoken(typed, node, reading)
            reading.told.append((typed, node, trail))
    elif typed == MISSING:
        return missing.name_of(node, key, reading, trail)
    if len(typed) > LONGEST_HEAD and key.kind == "line":
        from speechgen.facts.tidy.lists import check_head  # noqa: PLC0415 - few are that long

        check_head(typed, node, trail, reading)
    return typed


def short_text(node: Node, key: Key, reading: Reading, trail: Trail) -> str | None:
    """Return a text of one paragraph."""
    found = text(node, key, reading, trail)
    return found.replace(PARAGRAPH, "") if found and PARAGRAPH in found else found


def _no_text(node: Node, key: Key, reading: Reading) -> None:
    """Report a node that should be a text; `会议强调: 三件事` reads as a key and its value."""
    first = node.children[0] if type(node) is Pairs and node.children else None
    if type(first) is Scalar and type(node) is Pairs and not node.flow:
        message = f"“{shown(first.text)}: …”被当成了“键: 值”，而“{key.name}”这里应是一句话"
        hint = "请把英文冒号改成全角的“：”，或给整句加上英文引号"
        reading.report(node.start, "colon-in-text", message, hint)
    elif type(first) is Pairs:
        hint = "句子里的数据请写成【数据名】，不用花括号"
        reading.report(node.start, "template-braces", "这里的 {{ }} 是模板的写法", hint)
    else:
        reading.expected(node, key)


def texts(node: Node, key: Key, reading: Reading, trail: Trail) -> tuple[str, ...] | None:
    """Return lines: one typed alone, or a list of them; without ordinals typed by hand."""
    numbered = reading.numbered
    if type(node) is not Series:
        if type(node) is Scalar and glances.dashed(node, reading):
            return None
        one = text(node, key, reading, trail)
        if one is None:
            return None
        lines, nodes = [one], [node]
    else:
        glances.one_item(node, reading)
        lines, nodes = [], node.children
        for number, child in enumerate(nodes, 1):
            line = text(child, key, reading, (trail, "", child, number))
            if line is not None:
                lines.append(line)
    if reading.numbered == numbered and len(lines) <= MOST_ENTRIES:
        return tuple(lines) or None
    from speechgen.facts.tidy.lists import tidy_lines  # noqa: PLC0415 - most lists are tidy

    return tidy_lines(lines, nodes, node, key, reading)


def words(node: Node, key: Key, reading: Reading, trail: Trail) -> tuple[str, ...] | None:
    """Return labels: one typed alone, or a list of them."""
    if type(node) is Series:
        glances.one_item(node, reading)
        found = [values.word(child, key, reading, trail) for child in node.children]
        return tuple([word for word in found if word is not None])
    if type(node) is Scalar and glances.dashed(node, reading):
        return None
    one = values.word(node, key, reading, trail)
    return None if one is None else (one,)


def day(node: Node, key: Key, reading: Reading, trail: Trail) -> Value | None:
    """Return a date; 待核 becomes the expression of a missing name."""
    if type(node) is Scalar and node.text == MISSING:
        return missing.name_of(node, key, reading, trail)
    return values.day(node, key, reading)


def one_record(node: Node, key: Key, reading: Reading, trail: Trail) -> Item | None:
    """Return a record; of a line alone, the record with its main key."""
    spec = RECORDS[key.record]
    if type(node) is Pairs:
        return record(node, spec, reading, trail)
    if type(node) is not Scalar:
        reading.expected(node, key)
        return None
    if glances.keyed(node, spec.lookup, reading):
        return None
    return _line(node, spec, key, reading, trail)


def _line(node: Scalar, spec: Record, key: Key, reading: Reading, trail: Trail) -> Item | None:
    main = spec.lookup.get(spec.main)
    if main is None or node.text in values.NOTHING or node.text in values.ABSENT:
        if node.text in values.NOTHING:
            values.empty(node, key, reading)
        elif node.text in values.ABSENT:
            values.left_out(node, key, reading)
        else:
            reading.expected(node, key)
        return None
    value = READERS[main.kind](node, main, reading, (trail, main.name, node, 0))
    if value is None:
        return None
    return Located({main.name: value}, {main.name: node.start}, reading.page, node.start)


def records(node: Node, key: Key, reading: Reading, trail: Trail) -> tuple[Item, ...] | None:
    """Return records: one typed alone, or a list; a line counts where there is a main key."""
    numbered = reading.numbered
    found: list[Item] = []
    if type(node) is not Series:
        if type(node) is Scalar and glances.dashed(node, reading):
            return None
        one = one_record(node, key, reading, trail)
        if one is None:
            return None
        found.append(one)
    else:
        glances.one_item(node, reading)
        for number, child in enumerate(node.children, 1):
            item = one_record(child, key, reading, (trail, "", child, number))
            if item is not None:
                found.append(item)
        _check_ids(found, key, reading)
    if reading.numbered != numbered or len(found) > MOST_ENTRIES:
        from speechgen.facts.tidy.lists import tidy_records  # noqa: PLC0415 - most lists are tidy

        tidy_records(found, node, key, reading)
    return tuple(found) or None


def _check_ids(items: list[Item], key: Key, reading: Reading) -> None:
    seen: dict[str, Item] = {}
    for item in items:
        ident = item.values.get("编号")
        if isinstance(ident, str):
            if ident in seen:
                line = seen[ident].where("编号").line
                message = f"“{key.name}”里的编号“{shown(ident)}”重复，前一个在第{line}行"
                reading.report(item.where("编号"), "repeated-id", message, "请换一个编号")
            seen.setdefault(ident, item)


def _figures(node: Node, _key: Key, reading: Reading, _trail: Trail) -> Item:
    """Return what was read of 数据 before all else."""
    return Item(reading.entries, {}, reading.page.place(node.start))


def _names(node: Node, _key: Key, reading: Reading, _trail: Trail) -> Item:
    known = {name.name: name.value or MISSING for name in reading.names.values()}
    return Item(known, {}, reading.page.place(node.start))


def _with_figures(_node: Node, _key: Key, _reading: Reading, _trail: Trail) -> None:
    """Leave the cells of a table to `tables`, which has read them with the figures."""


def _sources(_node: Node, _key: Key, reading: Reading, _trail: Trail) -> tuple[Item, ...]:
    """Return the records of 数据来源, read before all else."""
    return reading.sources


def _measure(node: Node, key: Key, reading: Reading, _trail: Trail) -> Value | None:
    from speechgen.facts import measures  # noqa: PLC0415 - few files say how a paper looks

    return measures.READERS[key.kind](node, key, reading)


READERS: Mapping[Kind, Reader] = {
    "text": short_text,
    "word": values.word,
    "words": words,
    "line": text,
    "lines": texts,
    "date": day,
    "deadline": values.deadline,
    "choice": values.choice,
    "truth": values.truth,
    "whole": values.whole,
    "amount": amounts.amount,
    "value": amounts.value,
    "target": amounts.target,
    "margin": amounts.margin,
    "change": amounts.change,
    "percent": amounts.percent,
    "formula": amounts.formula,
    "position": values.position,
    "naming": values.naming,
    "length": values.length,
    "record": one_record,
    "records": records,
    "entries": records,
    "figures": _figures,
    "names": _names,
    "short_names": short_names.short_names,
    "sources": _sources,
    "headings": short_names.short_names,
    "columns": _with_figures,
    "rows": _with_figures,
    "totals": _with_figures,
    "millimetres": _measure,
    "points": _measure,
    "type_size": _measure,
    "font": _measure,
    "swaps": short_names.short_names,
}
