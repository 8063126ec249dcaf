"""时段, read: which months a figure covers. Only whole months of one year count."""

from __future__ import annotations

from functools import lru_cache

from speechgen.numerals import normalised

YEAR = 12
WORDS = {
    "一季度": (1, 3),
    "二季度": (4, 6),
    "三季度": (7, 9),
    "四季度": (10, 12),
    "上半年": (1, 6),
    "下半年": (7, 12),
    "前两季度": (1, 6),
    "前二季度": (1, 6),
    "前三季度": (1, 9),
    "一至二季度": (1, 6),
    "一至三季度": (1, 9),
    "全年": (1, 12),
    "": (1, 12),  # 2025年
}
_DASHES = str.maketrans(dict.fromkeys("到-－—–~～", "至"))
_DIGITS = str.maketrans("123", "一二三")


@lru_cache(maxsize=256)
def months(period: str) -> tuple[int, int] | None:
    """Return the first and last month of `period`: 1至7月 → (1, 7); None where it names none.

    二季度 → (4, 6), 2025年 → (1, 12), 截至7月底 → (1, 7). What begins or ends within a month
    (5月27日至10月底) has no months, and so no pace.
    """
    text = normalised(period).replace(" ", "").replace("月份", "月").translate(_DASHES)
    head, year, rest = text.partition("年")
    if year and (head in {"今", "本"} or head.isdecimal()):
        text = rest
    elif not text:
        return None
    word = text.removeprefix("第").translate(_DIGITS) if text.endswith("季度") else text
    return WORDS.get(word) or _span(text.replace("至至", "至"))


def elapsed(period: str) -> int | None:
    """Return how many months from January on `period` covers; None where it starts later."""
    found = months(period)
    return found[1] if found is not None and found[0] == 1 else None


def _span(text: str) -> tuple[int, int] | None:
    if text.startswith("前") and text.endswith("个月"):
        return _ordered(1, _month(text[1:-2]))
    if text.startswith("截至"):
        return _ordered(1, _month(_whole_month(text[2:])))
    first, _, last = text.rpartition("至")
    end = _month(_whole_month(last)) if last.endswith(("月", "月底", "月末", "日")) else None
    start = _month(first.removesuffix("1日").removesuffix("月")) if first else end
    return _ordered(start, end)


def _whole_month(text: str) -> str:
    """Return `7` of 7月, 7月底, 7月末 and 7月31日; the text itself where the month is cut."""
    month, _, rest = text.partition("月")
    return month if rest in {"", "底", "末", _last_day(month)} else text


def _last_day(month: str) -> str:
    number = _month(month)
    if number is None:
        return "底"
    return f"{28 if number == 2 else 30 if number in {4, 6, 9, 11} else 31}日"  # noqa: PLR2004 - months


def _month(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) <= 2 and 1 <= int(text) <= YEAR else None  # noqa: PLR2004 - two digits


def _ordered(first: int | None, last: int | None) -> tuple[int, int] | None:
    return None if first is None or last is None or first > last else (first, last)
