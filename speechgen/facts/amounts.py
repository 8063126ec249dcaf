"""Numbers of 数据: exact decimals as typed, percentages, 3.4万, 待核, targets by level."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from speechgen.facts.figure import Amount
from speechgen.facts.file.lines import Mark, Node, Pairs, Scalar
from speechgen.facts.file.located import Located
from speechgen.facts.item import Item, Value
from speechgen.facts.keys.key import MISSING, Key
from speechgen.facts.numbers import is_count, parsed
from speechgen.facts.reading import Reading, Trail, shown
from speechgen.facts.values import NOTHING, empty
from speechgen.problems import FactsPlace

_EXPONENTS = {"": 0, "万": 4, "亿": 8}
_MAGNITUDES: dict[str, Literal["", "万", "亿"]] = {"": "", "万": "万", "亿": "亿"}


def value(node: Node, key: Key, reading: Reading, trail: Trail) -> Amount | str | None:
    """Return an amount, or a formula as typed, beginning with `=`."""
    if type(node) is Scalar and node.text[:1] in {"=", "＝"}:
        return "=" + node.text[1:].strip()
    return amount(node, key, reading, trail)


def amount(node: Node, key: Key, reading: Reading, _trail: Trail) -> Amount | None:
    """Return a number with the decimals it was typed with; whether it bears a % is noted.

    What is no number is reported and counts as missing, so that nothing more is said of it.
    """
    place = reading.page.place(node.start)
    if type(node) is not Scalar:
        reading.expected(node, key)
        return Amount(None, place)
    text = node.text
    if text == MISSING:
        return Amount(None, place)
    if text in NOTHING:
        if key.kind != "value":  # a figure without value is reported as such
            empty(node, key, reading)
        return None
    found = parsed(text)
    if found is None or not is_count(text):
        from speechgen.facts.no_number import no_number  # noqa: PLC0415 - only a slip needs it

        code, message, hint = no_number(text)
        reading.report(node.start, code, f"“{key.name}”填报的{message}", hint)
        return Amount(None, place)
    reading.signs.append((key.name, bool(found[2]), place))
    return _amount(found, place, node, reading)


def _amount(
    found: tuple[Decimal, str, str], place: FactsPlace, node: Scalar, reading: Reading
) -> Amount:
    number, magnitude, percent = found
    if not magnitude:
        return Amount(number, place)
    if percent:
        message = f"“{shown(node.text)}”既有“{magnitude}”又有“%”"
        reading.report(place, "bad-number", message, "请只留一个")
        return Amount(None, place)
    return Amount(number.scaleb(_EXPONENTS[magnitude]), place, _MAGNITUDES[magnitude])


def target(node: Node, key: Key, reading: Reading, trail: Trail) -> Amount | Item | None:
    """Return one target, or targets by level: {市定: 200, 县定: 180}."""
    if type(node) is not Pairs:
        return amount(node, key, reading, trail)
    levels: dict[str, Value] = {}
    marks: dict[str, Mark] = {}
    for name, child in zip(node.children[::2], node.children[1::2], strict=True):
        if type(name) is not Scalar or not name.text:
            reading.expected(name, key)
        elif name.text in levels:
            reading.report(name.start, "repeated-key", f"“{shown(name.text)}”写了两次")
        elif (found := amount(child, key, reading, trail)) is not None:
            levels[name.text] = found
            marks[name.text] = child.start
    return Located(levels, marks, reading.page, node.start) if levels else None


def margin(node: Node, key: Key, reading: Reading, trail: Trail) -> Amount | None:
    """Return an amount whose % says nothing about the unit of its figure."""
    before = len(reading.signs)
    found = amount(node, key, reading, trail)
    signs = reading.signs[before:]
    del reading.signs[before:]
    if found is not None and signs and signs[0][1]:
        return Amount(found.value, found.place, found.magnitude, percent=True)
    return found


def percent(node: Node, key: Key, reading: Reading, trail: Trail) -> Amount | None:
    """Return a percentage that is none of the figure's own: 占比: 23%."""
    before = len(reading.signs)
    found = amount(node, key, reading, trail)
    signs = reading.signs[before:]
    del reading.signs[before:]
    if signs and not signs[0][1]:
        message = f"“{key.name}”没有写%"
        reading.report(node.start, "percent-mismatch", message, f"写成 {key.name}: 23% 这样")
    return found


def change(node: Node, key: Key, reading: Reading, _trail: Trail) -> str | None:
    """Return a change as typed: -8.8%, 上升0.5个百分点, 持平; its unit is looked at later."""
    from speechgen.facts.changes import parse_change  # noqa: PLC0415 - few files state a change

    if type(node) is not Scalar:
        reading.expected(node, key)
        return None
    if node.text in NOTHING:
        empty(node, key, reading)
        return None
    if parse_change(node.text) is None:
        message = f"“{key.name}”写的是“{shown(node.text)}”，看不出升降多少"
        hint = "写成 下降8.8%、上升0.5个百分点、增加12件、持平；还不知道的写 待核"
        reading.report(node.start, "bad-change", message, hint)
        return None
    return node.text


def formula(node: Node, key: Key, reading: Reading, _trail: Trail) -> str | None:
    """Return a formula as typed, without its `=`."""
    if type(node) is not Scalar:
        reading.expected(node, key)
        return None
    text = node.text.lstrip("=＝").strip()
    if text in NOTHING:
        empty(node, key, reading)
        return None
    return text
