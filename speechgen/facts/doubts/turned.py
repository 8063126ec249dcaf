"""成绩 whose figure turned bad, 问题 whose figure turned good."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from speechgen.claims.words import HEDGED, LEVELS
from speechgen.facts.doubts.written import EXPRESSION, flat, sentence_round, written_at
from speechgen.facts.expression import parse
from speechgen.facts.figure import Figure
from speechgen.facts.file.lines import Scalar
from speechgen.facts.item import END, MARK
from speechgen.facts.phrases.ceiling import room
from speechgen.facts.printing import with_unit
from speechgen.facts.reading import Reading, Told
from speechgen.facts.sense import pace, sense
from speechgen.problems import Problem

_CHANGES = frozenset({"同比", "增幅", "走势", "同比增减", "由到", "分别同比"})
_RANKS = frozenset({"位次", "前移", "位次由到"})
_PROUD = (LEVELS | HEDGED) - {"仍有"}
_GOALS = frozenset({"完成", "还差", "分级完成"})
_CEILINGS = frozenset({"占控制数", "余量", "距控制数"})
_RANKED = re.compile("第[一二三123](?!季|产|批|次|届)|前列|首位|榜首")
_LOOKED_FOR = ("排查", "查处", "查办", "查获")
"""What is found by looking for it is work done, though there be more of it."""

TOGETHER = "分别同比"
_WRONG = {"成绩": "bad", "问题": "good"}
_AHEAD = {("above", True): "bad", ("below", True): "good"} | {
    ("above", False): "good",
    ("below", False): "bad",
}
"""By where it is against the pace of the year, and whether it has a ceiling."""


def turned(judged: Iterable[tuple[Told, str]], reading: Reading) -> list[Problem]:
    """Return the figures of 成绩 that turned bad and those of 问题 that turned good.

    A figure counts in a sentence of 成绩 by its value or its change; in one of 问题 by its change
    only, for many a bare total is there as context. What is conceded (虽, …但, 面对…的压力) is
    meant so. A figure whose good way (向好) is not stated is not judged.
    """
    problems: list[Problem] = []
    for (text, node, _), section in judged:
        problems += _judged(text, section, node, reading)
    return problems


def _judged(text: str, section: str, node: Scalar, reading: Reading) -> Iterator[Problem]:
    wrong = tuple(_wrong(text, section, reading))
    if not wrong:
        return
    from speechgen.facts.doubts.conceded import plain_places  # noqa: PLC0415 - few figures turned

    plain = plain_places(text, section)
    seen = set()
    for start, name, reason in wrong:
        if start in plain and name not in seen:
            seen.add(name)
            yield _problem(start, text, node, reading, f"{section}里说的“{name}”{reason}")


def _wrong(text: str, section: str, reading: Reading) -> Iterator[tuple[int, str, str]]:
    """Yield place, figure and reason of what does not belong into `section`."""
    for start, expression in _spoken(text):
        spoken = reading.said.get(expression)
        figure = reading.figures.get(spoken.figure) if spoken else None
        if figure is None or not (_may_turn(figure) or TOGETHER in expression):
            continue
        name = figure.name
        others: tuple[str, ...] = ()
        phrase, bracket, _ = expression[len(name) + 1 :].partition("(")
        if phrase == "由到" and bracket:  # against another figure, not against last year
            continue
        if phrase == TOGETHER:
            name, _, others = parse(expression, reading.figures, reading.names)
        for one in (name, *others):
            figure = reading.figures[one]
            reason = _reason(figure, phrase, section)
            if section == "问题" and _is_told_over(figure, text, start):
                continue
            if reason and not (phrase in _PROUD and _may_be_proud(figure, text, start)):
                yield start, one, reason


@lru_cache(maxsize=512)
def _spoken(text: str) -> tuple[tuple[int, str], ...]:
    """Return the expressions in `text`, each with its place."""
    return tuple([(found.start(), found[1]) for found in EXPRESSION.finditer(text)])


def _may_turn(figure: Figure) -> bool:
    """Return whether the file says anything by which `figure` could be good or bad."""
    bounded = figure.target is not None or figure.ceiling is not None
    return bool(figure.better) or bounded or figure.rank is not None


def _reason(figure: Figure, phrase: str, section: str) -> str:
    """Return why `figure` does not belong into `section`; empty where it may."""
    wrong = _WRONG[section]
    if phrase in _RANKS or figure.amount is None:
        return _rank(figure) if sense(figure._replace(amount=None)) == wrong else ""
    if phrase == "时序":
        stands = (pace(figure), figure.ceiling is not None)
        return _pace(stands) if _AHEAD.get(stands) == wrong else ""
    if phrase in _GOALS:
        return _reached(figure) if wrong == "good" else ""
    if phrase in _CEILINGS:
        return _over(figure) if wrong == "bad" else ""
    if phrase in _CHANGES or (phrase in _PROUD and section == "成绩"):
        return _change(figure) if sense(figure) == wrong else ""
    return ""


def _may_be_proud(figure: Figure, text: str, index: int) -> bool:
    """Return whether a value at `index` is one to be told though it fell: by its goal or its rank.

    产值98.7亿元 has reached its 全年目标 of 90亿元; 优良天数298天，全市第一; 排查隐患320处.
    """
    if figure.ceiling is not None and not _over(figure) and pace(figure) != "above":
        return True
    if (figure.better == "上升" and _reached(figure)) or figure.name.startswith(_LOOKED_FOR):
        return True
    around = sentence_round(text, index)
    if _RANKED.search(around):
        return True
    ranks = "|".join(_RANKS)
    is_ranked = re.search(rf"{MARK}{re.escape(figure.name)}\.(?:{ranks}){END}", around) is not None
    return is_ranked and sense(figure._replace(amount=None)) == "good"


def _is_told_over(figure: Figure, text: str, index: int) -> bool:
    """Return whether the sentence at `index` says that `figure` is past its 全年控制数, and it is.

    新增用地【新增用地.同比】，【新增用地.距控制数】 is a problem though there was more last year.
    """
    if not _over(figure):
        return False
    around = sentence_round(text, index)
    bounds = "|".join(_CEILINGS)
    told = rf"{MARK}{re.escape(figure.name)}\.(?:{bounds}){END}|[超突][出过破]了?[全年度]*控制"
    return re.search(told, around) is not None


def _change(figure: Figure) -> str:
    """Return 1至7月135件，上年同期120件，是上升的，而向好是下降."""
    now = with_unit(figure, figure.amount)
    then = f"上年同期{with_unit(figure, figure.last_year)}"
    if figure.last_year is None and figure.yoy is not None:
        then = f"填报同比{figure.yoy.typed}"
    risen = "上升" if (sense(figure) == "good") == (figure.better == "上升") else "下降"
    joined = f"而向好是{figure.better}" if risen != figure.better else f"向好也是{figure.better}"
    return f"{figure.period}{now}，{then}，是{risen}的，{joined}"


def _rank(figure: Figure) -> str:
    rank = figure.rank
    if rank is None:
        return ""
    moved = "前移" if (rank.was or 0) > (rank.now or 0) else "后移"
    was = f"前{rank.was}位" if rank.among_first else f"第{rank.was}位"
    return f"由{was}到第{rank.now}位，是{moved}的，位次的向好是{rank.better}"


def _pace(stands: tuple[str, bool]) -> str:
    side = "快于" if stands[0] == "above" else "慢于"
    kind = "控制数是不能超过的上限" if stands[1] else "目标是要达到的数"
    return f"{side}时序进度，而{kind}" if _is_bad(stands) else f"{side}时序进度，是好的"


def _is_bad(stands: tuple[str, bool]) -> bool:
    return _AHEAD[stands] == "bad"


def _reached(figure: Figure) -> str:
    target = figure.target
    if figure.value is None or target is None or target.value is None:
        return ""
    if figure.value < target.value:
        return ""
    goals = [amount.value for _, amount in figure.targets]
    if any(goal is None or figure.value < goal for goal in goals):
        return ""
    return f"是{with_unit(figure, figure.amount)}，已达到全年目标{with_unit(figure, target)}"


def _over(figure: Figure) -> str:
    rest = room(figure)
    if rest is None or rest >= 0:
        return ""
    limit = with_unit(figure, figure.ceiling)
    return f"是{with_unit(figure, figure.amount)}，已超过全年控制数{limit}"


def _problem(start: int, text: str, node: Scalar, reading: Reading, message: str) -> Problem:
    index = len(flat(text[:start]))
    offset = written_at(index, text, reading.page.written(node))
    hint = "请核对数字；数字不错的，换一个地方说，或用“虽然……但……”把意思说明白"
    return Problem(reading.page.inside(node, offset), "sense-turned", message, hint, None, "warn")
