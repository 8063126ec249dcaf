"""What a cell says, as the facts file would have it typed: 1,234 is 1234, 0.675 of 0.0% is 67.5%.

The value is exact; what the cell shows of it is kept apart, as 小数.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import NamedTuple
from unicodedata import normalize

from speechgen.facts.entry import MOST_DECIMALS, MOST_PLACES
from speechgen.facts.file.characters import forbidden
from speechgen.facts.keys.key import MISSING
from speechgen.facts.reading import shown
from speechgen.facts.sources.sheet import Cell, Reason, blanks_folded
from speechgen.numerals import fixed, plain, trimmed

BLANKS = frozenset({"", "-", "--", "—", "——", "–", "/", "…", "……", "X", "x", "×", "待报", "待定"})
"""After NFKC: what an office writes where there is no number."""

_UNCUT = 4
"""Decimals that a number without a format may have; a longer one was worked out."""

_CUT_TO = 2
_LITERAL = re.compile(r'"[^"]*"|[\\!_*].|\[[^\]]*\]')
_SCALED = re.compile(r"[0#?],+(?![0#?])")
_NUMBER = re.compile(r"([+-]?)([0-9,]*\.?[0-9]+)\s*([万亿]?)\s*(%?)\s*(\D*)")
_GROUPED = re.compile(r"[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?")
_LONGEST_UNIT = 10
_HEDGE = re.compile(r"(余|多|来|左右|上下|以上|以下|不到)|.*(左右|上下|以上|以下|不到)$")
_MINUS = str.maketrans("\u2212\u2013", "--")
"""The minus of typesetters is one too."""

_IN_BRACKETS = re.compile(r"\([0-9,.]+\)")
_ERRORS = re.compile(r"#[A-Z/0]+[!?]?")
_MOST_LIKELY_MONEY = "¥$€£"
_MONEY = "元"


class Unfit(Exception):  # noqa: N818 - it says what the cell is
    """A cell that does not hold what its column asks for."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.message)
        self.reason = reason


class Number(NamedTuple):
    """A number of a cell."""

    text: str
    """As a facts file has it: `1234`, `67.49%`, `3.4万`; 待核 for a blank or a dash."""

    unit: str = ""
    """Written behind it in the cell: `135 件`."""

    places: int | None = None
    """Decimals shown, where the value has more."""

    is_cut: bool = False
    """The cell has no format: it shows what the column is wide enough for."""


def number(cell: Cell) -> Number:
    """Return the number in a cell.

    Raises:
        Unfit: it holds a date, 是/否, an error, or a formula without a result. A text that is no
            number is handed on as it is: the reader of 数据 says what is wrong with it.
    """
    _check(cell)
    content = cell.content
    if isinstance(content, bool):
        raise Unfit(Reason("cell-type", "单元格里是 TRUE 或 FALSE，不是数", "请填数"))
    if isinstance(content, (date, time, timedelta)):
        hint = "请把单元格格式改成“常规”或“数值”，再填一遍"
        raise Unfit(Reason("cell-type", f"单元格里是日期或时间（{_when(cell)}），不是数", hint))
    if isinstance(content, str):
        return _typed(normalize("NFKC", content).strip())
    return _counted(Decimal(f"{content:.15g}" if isinstance(content, float) else content), cell)


def words(cell: Cell) -> str:
    """Return the text of a cell; a number as it would be typed, a date as 2025-08-11 or 2025年7月.

    Raises:
        Unfit: it holds an error, a formula without a result, or characters no paper can hold.
    """
    _check(cell)
    content = cell.content
    if isinstance(content, bool):
        return "是" if content else "否"
    if isinstance(content, (date, time, timedelta)):
        return _when(cell)
    if isinstance(content, (int, float)):
        return as_shown(number(cell))
    text = blanks_folded(content)
    if forbidden().search(text):
        raise Unfit(
            Reason("forbidden-character", "单元格里有看不见的控制字符", "请把这一格重新输入一遍")
        )
    return text


def as_shown(found: Number) -> str:
    """Return a number with the decimals that its cell shows: 67.5% of 67.49%."""
    if found.places is None:
        return found.text
    sign = "%" if found.text.endswith("%") else ""
    return plain(fixed(Decimal(found.text.removesuffix("%")), found.places)) + sign


def _check(cell: Cell) -> None:
    if cell.fault == "unanswered":
        hint = "请用 Excel 或 WPS 打开这个文件，保存一次，再试"
        raise Unfit(Reason("formula-no-result", "单元格里是公式，文件里没有存它的结果", hint))
    if cell.fault == "error":
        message = f"单元格里是错误值 {shown(str(cell.content))}"
        raise Unfit(Reason("cell-error", message, "请在 Excel 或 WPS 里改好公式，保存以后再用"))


def _counted(value: Decimal, cell: Cell) -> Number:
    is_percent, places = looks(cell.form)
    sign = "%" if is_percent else ""
    value = value.scaleb(2) if is_percent else value
    value = Decimal(trimmed(fixed(value, MOST_DECIMALS) if _long(value) else value))
    exponent = value.as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    if places is None:
        is_cut = decimals > _UNCUT and bool(fixed(value, _CUT_TO))  # 0.0000001 is not cut to 0
        return Number(plain(value) + sign, "", _CUT_TO if is_cut else None, is_cut)
    if decimals <= places:
        return Number(plain(fixed(value, places)) + sign)
    return Number(plain(value) + sign, "", min(places, MOST_PLACES))


def _long(value: Decimal) -> bool:
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and exponent < -MOST_DECIMALS


def looks(form: str) -> tuple[bool, int | None]:
    """Return whether a number format shows a percentage, and its decimals: `0.0%` is (True, 1).

    None where the format does not say: General, text, or one that scales (`0.0,`).
    """
    core = _LITERAL.sub("", form).partition(";")[0]
    is_percent = "%" in core
    if not any(sign in core for sign in "0#?") or _SCALED.search(core) or "E" in core:
        return is_percent, None
    decimals = sum(sign in "0#?" for sign in core.partition(".")[2])
    if "/" in core:
        return is_percent, None  # a fraction: 0.5 shows as 1/2
    if "." not in core and "." in form.partition(";")[0]:
        return is_percent, None  # a point of its own: 0!.0 shows 万
    return is_percent, decimals


def _typed(text: str) -> Number:
    if text in BLANKS or text == MISSING:
        return Number(MISSING)
    match = _NUMBER.fullmatch(text.translate(_MINUS))
    if match is None:
        _check_typed(text)
        return Number(text)
    sign, digits, magnitude, percent, unit = match.groups()
    if "," in digits and not _GROUPED.fullmatch(digits):
        return Number(text)
    if _HEDGE.match(unit):
        hint = "请写准确的数；约数在素材的“数据”里写“约数: 余”一类的键"
        raise Unfit(Reason("bad-number", f"“{shown(text)}”里有约数的说法", hint))
    if (unit and not _is_unit(unit)) or (percent and (unit or magnitude)):
        return Number(text)
    if magnitude and unit.startswith(_MONEY):
        magnitude, unit = "", magnitude + unit  # 1200万元: the unit is 万元
    return Number(sign + digits.replace(",", "") + magnitude + percent, unit)


def _is_unit(text: str) -> bool:
    """Return whether what stands behind a number may be a unit: 件, not -3."""
    if len(text) > _LONGEST_UNIT or not text.isprintable():
        return False
    return text == "‰" or any(map(str.isalpha, text))


def _check_typed(text: str) -> None:
    """Report what an office writes for a number that may mean two things.

    Raises:
        Unfit: a number in brackets or with a sign of money, or an error value typed as text.
    """
    if _IN_BRACKETS.fullmatch(text):
        message = f"“{shown(text)}”在括号里，看不出是不是负数"
        raise Unfit(Reason("bad-number", message, f"是负数的写 -{text[1:-1].replace(',', '')}"))
    if text[:1] in _MOST_LIKELY_MONEY or text[-1:] in _MOST_LIKELY_MONEY:
        message = f"“{shown(text)}”带货币符号"
        raise Unfit(Reason("bad-number", message, "请只写数，单位写“元”“万元”"))
    if _ERRORS.fullmatch(text):
        message = f"单元格里是错误值 {shown(text)}"
        raise Unfit(Reason("cell-error", message, "请在 Excel 或 WPS 里改好公式，保存以后再用"))


def _when(cell: Cell) -> str:
    """Return a date as it is meant: of a format without days 2025年7月."""
    content = cell.content
    if isinstance(content, datetime):
        content = content.date()
    if not isinstance(content, date):
        return str(content)
    form = _LITERAL.sub("", cell.form).lower()
    if "d" in form or "m" not in form:
        return content.isoformat()
    return f"{content.year}年{content.month}月" if "y" in form else f"{content.month}月"
