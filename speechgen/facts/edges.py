"""The words for a change that has no rate: to and from zero, profit and loss.

Rule: docs/figures.md, “零和盈亏”.
"""

from __future__ import annotations

from speechgen.facts.change import Turn
from speechgen.facts.figure import Amount, Figure
from speechgen.facts.printing import with_unit
from speechgen.facts.wording import POINTS_OF, may_lose

NONE_OF = ("事故", "事件", "案件", "上访", "纠纷", "投诉", "伤亡", "死亡", "火灾", "疫情", "缺陷")
"""What one is glad to have none of: only such a name is put behind 零 (继续保持零较大事故)."""

NOT_YET = ("企业", "项目", "品牌", "基地", "平台", "园区", "院士", "景区")
"""What one wants to have: 尚无上市企业."""

LONGEST_NAME = 8
KEPT = "继续保持为零"


def edge(figure: Figure, turn: Turn, baseline: Amount | None, word: str) -> str:
    """Return the words for `turn`, one of those without an amount, behind `word`."""
    if turn is Turn.FROM_ZERO:
        return _from_zero(figure, word)
    if turn is Turn.TO_ZERO:
        return _to_zero(figure, baseline, word)
    if turn is Turn.STILL_ZERO:
        return _still_zero(figure, word)
    return f"{word if word == '环比' else ''}{turn.value}"


def _from_zero(figure: Figure, word: str) -> str:
    value, now = figure.value, with_unit(figure, figure.amount)
    if value is not None and value < 0:
        if may_lose(figure.name, figure.unit):
            return f"转为亏损{now.removeprefix('-')}"
        return f"{word}由零降至{now}"
    if figure.better == "上升" and word != "环比":
        return "实现零的突破"
    return f"{word}由零增至{now}"


def _to_zero(figure: Figure, baseline: Amount | None, word: str) -> str:
    then = None if baseline is None else baseline.value
    if then is not None and then < 0:
        return "实现盈亏平衡" if may_lose(figure.name, figure.unit) else f"{word}升至零"
    if figure.better == "上升":
        return f"{word}由{with_unit(figure, baseline)}降为零"
    return word + Turn.TO_ZERO.value


def _still_zero(figure: Figure, word: str) -> str:
    name = figure.label
    if figure.unit in POINTS_OF:
        return word + Turn.SAME.value
    if figure.better == "下降":
        short = name.endswith(NONE_OF) and len(name) <= LONGEST_NAME
        return f"继续保持零{name}" if short else KEPT
    if figure.better == "上升" and name.endswith(NOT_YET) and len(name) <= LONGEST_NAME:
        return f"尚无{name}"
    return str(Turn.STILL_ZERO.value)


def unnamed(figure: Figure, text: str) -> str:
    """Return `text` for a place right behind the figure's name, which would be said twice.

    较大事故继续保持零较大事故 → 较大事故继续保持为零; 国家级平台尚未实现零的突破.
    """
    name = figure.label
    return {f"继续保持零{name}": KEPT, f"尚无{name}": "尚未实现零的突破"}.get(text, text)
