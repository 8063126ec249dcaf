"""A change as the office states it, read: -8.8%, 上升0.5个百分点, 增加12件, 持平, 待核."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from speechgen.facts.figure import PERCENT, POINTS, Stated
from speechgen.facts.wording import POINTS_OF
from speechgen.numerals import MAGNITUDES, normalised, plain
from speechgen.problems import FactsPlace

UP = ("增长", "上升", "提高", "提升", "增加", "上涨", "延长", "多", "升", "增")
DOWN = ("下降", "降低", "减少", "缩短", "下跌", "回落", "少", "降", "减")
SAME = {"持平": False, "不变": False, "没有变化": False, "基本持平": True}
"""Words for no change, and whether there was a little."""

MISSING = "待核"
_HEADS = r"(?:同比|环比|比上年同期|较上年同期|比上期|较上期|比上月|较上月)?\s*"
_WORDS = "|".join((*UP, *DOWN))
_CHANGE = re.compile(
    rf"{_HEADS}({_WORDS})?了?\s*([+-]?)(\d{{1,18}}(?:\.\d{{1,12}})?)\s*([^\d.eE\s].*)"
)
_SAME = re.compile(rf"{_HEADS}({'|'.join(SAME)})")
_UNITS = {"百分点": POINTS, "个百分点": POINTS, "千分点": "个千分点", "百分比": PERCENT}


class _Typed(NamedTuple):
    """A change whose unit is not settled: 减少1.2万人 → -1.2, 万人."""

    value: Decimal | None
    rest: str
    nearly: bool = False


@lru_cache(maxsize=512)
def parse_change(text: str) -> _Typed | None:
    """Return what `text` states; None where it is no change, or says its direction twice."""
    text = normalised(text.strip())
    if text == MISSING:
        return _Typed(None, "")
    same = _SAME.fullmatch(text)
    if same:
        return _Typed(Decimal(0), "", SAME[same[1]])
    found = _CHANGE.fullmatch(text)
    if found is None or (found[1] and found[2]):
        return None
    down = found[1] in DOWN or found[2] == "-"
    value = Decimal(found[3])
    return _Typed(-value if down and value else value, found[4].strip())


def stated(text: str, unit: str, place: FactsPlace) -> Stated | None:
    """Return the change `text` states of a figure of `unit`: 减少1.2万人 of 人 is -12000 人.

    Its unit stays as typed where it is neither `unit` nor percent or points; `misfit` says so.
    None where `text` is no change; the reader has reported that.
    """
    found = parse_change(text)
    if found is None:
        return None
    value, rest, nearly = found
    shown = "" if value is None else plain(abs(value))
    if value is not None and rest != unit and rest[:1] in MAGNITUDES and rest[1:] == unit:
        value, shown = value.scaleb(MAGNITUDES[rest[0]].adjusted()), shown + rest[0]
        rest = unit
    return Stated(value, _UNITS.get(rest, rest), place, text, shown, nearly)


def misfit(change: Stated, key: str, unit: str) -> tuple[str, str] | None:
    """Return message and hint where a figure of `unit` cannot change so; None where it can.

    A rate changes in points (增长2% of a rate is the classic slip), a count never does.
    """
    points = POINTS_OF.get(unit)
    if not change.unit or not unit or change.unit == points:
        return None
    shown = f"{key}写的是“{change.typed}”"
    if points:
        what = "百分数" if unit == PERCENT else "千分数"
        word = "下降" if change.value and change.value < 0 else "上升"
        hint = f"写成 {key}: {word}{change.shown}{points}；不是这么多{points[1:]}的，请换算"
        return f"是{what}，{shown}，{what}的升降要说{points}", hint
    if change.unit in {PERCENT, unit}:
        return None
    hint = f"写成 {key}: 下降8.8% 或 {key}: 减少12{unit} 这样"
    if change.unit in POINTS_OF.values():
        return f"不是百分数，{shown}，只有百分数才说{change.unit}", hint
    return f"的单位是{unit}，{shown}，单位对不上", hint
