"""Why a text is no number: 1,234, 135件, 1e3, 约300, 暂缺."""

from __future__ import annotations

import re
from decimal import Decimal

from speechgen.facts.reading import shown
from speechgen.numerals import normalised

_LOOKED_AT = 60
_LEADING_ZERO = re.compile(r"[+-]?0\d")
_GROUPED = re.compile(r"[+-]?\d{1,3}([,，]\d{3})+(\.\d+)?(?=\D|$)")
_EXPONENT = re.compile(r"[+-]?\d+(\.\d+)?[eE][+-]?\d{1,2}")
_WITH_UNIT = re.compile(r"([+-]?\d+(?:\.\d+)?(?:万|亿)?) ?([^\d\s.,，。%].*)")
_HEDGED = re.compile(
    r"(约|近|逾|超过?|不足|大约|将近|接近)\s*\d|\d[万亿]?\s*(余|多|左右|以上|以下)"
)
_ABSENT = frozenset(
    ("X", "XX", "x", "xx", "×", "××", "-", "—", "——", "/", "?", "？", "无", "空", "缺")
) | {"暂缺", "暂无", "未知", "不详", "待定", "待补", "待报"}


def no_number(text: str) -> tuple[str, str, str]:
    """Return code, message and hint for a text that should have been a number."""
    typed = normalised(text.strip())[:_LOOKED_AT]
    quoted = f"“{shown(text)}”"
    if typed in _ABSENT:
        return "bad-number", f"{quoted}不是数", "还没有的数请写：待核"
    if _HEDGED.search(typed):
        return "bad-number", f"{quoted}里有约数的说法", "请写准确的数，约数用“约数: 余”一类的键"
    found = _spelled_otherwise(typed, quoted)
    if found is not None:
        return found
    if parts := _WITH_UNIT.fullmatch(typed):
        number, unit = parts.groups()
        hint = f"请分开写：{{值: {number}, 单位: {shown(unit)}}}"
        return "unit-in-value", f"{quoted}把数和计量单位写在了一起", hint
    return "bad-number", f"{quoted}不是数", "请用阿拉伯数字，如 135、92%、3.4万；还没有的写：待核"


def _spelled_otherwise(typed: str, quoted: str) -> tuple[str, str, str] | None:
    if grouped := _GROUPED.match(typed):
        whole = re.sub("[,，]", "", grouped[0])
        return "thousands-comma", f"{quoted}里有千分位逗号", f"请去掉逗号：{whole}"
    if _EXPONENT.fullmatch(typed):
        return "bad-number", f"{quoted}是科学记数法", f"请写成普通的数：{Decimal(typed):f}"
    if _LEADING_ZERO.match(typed):
        return (
            "bad-number",
            f"{quoted}以 0 开头，像编号，不像数量",
            "请核对；是数量的，去掉前面的 0",
        )
    return None
