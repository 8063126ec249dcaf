"""环比 of what has been counted since January against the last month alone: it cannot be said."""

from __future__ import annotations

from speechgen.facts.book import ExpressionError
from speechgen.facts.expression import parse
from speechgen.facts.figure import PERCENT, Figure
from speechgen.facts.period import elapsed
from speechgen.facts.reading import Reading, shown

_COMPARING = frozenset({"环比", "环比增减"})


def check(reading: Reading) -> None:
    """Warn once of every figure of `reading` that is cumulative and told against 上月.

    Only what stands in a sheet under 上月 is looked at: 上期 typed in the facts file may be
    anything. What holds at one time (截至7月底, 存量) and rates can be compared with last month.
    """
    told: set[str] = set()
    for expression in reading.said:
        name = _compared(expression, reading)
        figure = reading.figures.get(name)
        if figure is not None and name in reading.monthly and name not in told:
            told.add(name)
            if _is_cumulative(figure):
                _warn(figure, reading)


def _compared(expression: str, reading: Reading) -> str:
    """Return the figure whose 环比 an expression tells; empty where it tells none."""
    try:
        name, phrase, _ = parse(expression, reading.figures, reading.names)
    except ExpressionError:
        return ""
    return name if phrase in _COMPARING else ""


def _is_cumulative(figure: Figure) -> bool:
    """Return whether a figure was counted over several months from January on."""
    lasting = figure.nature == "存量" or figure.unit == PERCENT
    if lasting or figure.period.startswith(("截至", "至")):
        return False
    return (elapsed(figure.period) or 0) > 1


def _warn(figure: Figure, reading: Reading) -> None:
    period = shown(figure.period)
    message = f"“{shown(figure.name)}”的时段是“{period}”，是累计数，同上月比不出环比"
    hint = "请另写一个本月的数来说环比，这个数改说同比"
    reading.warn(reading.monthly[figure.name], "period-mixed", message, hint)
