"""What is said of words and signs that no formula knows. Imported only where one stands."""

from __future__ import annotations

from collections.abc import Iterable

from speechgen.facts.book import ExpressionError
from speechgen.problems import nearest, visible

_SIGNS = frozenset("^＾>＞<＜=＝!！?？&＆|｜@＠#＃$￥~～≥≤≠≈√∑±{}｛｝【】'\"“”：:")
_MEANT = {
    **dict.fromkeys(("求和", "总和", "总计", "加总", "相加", "SUM", "和"), "合计"),
    **dict.fromkeys(("平均值", "平均数", "均值", "求平均", "AVERAGE", "AVG"), "平均"),
    **dict.fromkeys(("最大值", "最高", "最多", "MAX"), "最大"),
    **dict.fromkeys(("最小值", "最低", "最少", "MIN"), "最小"),
    **dict.fromkeys(("比例", "比重", "占"), "占比"),
}
"""Functions as Excel and others call them, and what they are called here."""


def foreign(word: str, *, called: bool) -> ExpressionError | None:
    """Return what is wrong with `word` as a sign or, where a bracket follows, as a function.

    `甲^2` holds a sign that is not known; SUM( is 合计( here. None where neither is so.
    """
    sign = next((one for one in word if one in _SIGNS), "")
    if sign:
        message = f"不认识的符号“{visible(sign)}”"
        return ExpressionError(message, "算式里用 + - × ÷ 和括号", "formula-error")
    meant = _MEANT.get(word.upper()) if called else None
    if meant:
        message = f"没有“{visible(word)}”这个算法"
        return ExpressionError(message, f"请改成“{meant}”，如 = {meant}(甲, 乙)", "formula-error")
    return None


def unknown(word: str, names: Iterable[str]) -> ExpressionError:
    """Return that no figure is called `word`, with the name that is nearest."""
    near = nearest(word, names)
    hint = f"是不是“{near}”" if near else "算式里的名称要先在“数据”里写上"
    return ExpressionError(f"没有叫“{visible(word)}”的数据", hint, "unknown-figure")
