"""What a reader of the paper may trip over: one number under two names, two periods in a sentence.

Advice only. It depends on the values of the figures, so it is looked for in every draft, also
where the wording was kept. Rule: docs/figures.md, “程序会核对什么”.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from speechgen.document import Block, Run
from speechgen.facts.facts import Facts
from speechgen.facts.figure import Figure
from speechgen.facts.period import months
from speechgen.facts.printing import typed
from speechgen.facts.wording import POINTS_OF
from speechgen.ledger import Entry, Ledger
from speechgen.numerals import normalised
from speechgen.problems import Problem, visible

MOST = 10  # pieces of advice of one kind in one paper
SHOWN = 36  # characters of a paragraph that a message quotes
_SMALL = Decimal(10)
"""Counts below it meet by chance too often: 3件 and 3件."""

_EVERYTHING = Decimal(100)
_ENDS = re.compile("(?<=[。！？；])")
_DASHES = str.maketrans(dict.fromkeys("到-－—–~～", "至"))
_MONTHS = re.compile(
    r"前\d{1,2}个月|截至\d{1,2}月[底末]?|(?<![至\d])\d{1,2}月?至\d{1,2}月|(?<![至\d])\d{1,2}月"
    r"|[上下]半年|前[一两二三]?季度|[一二三四](?:至[二三])?季度"
)
_OTHER_THAN = r"(?<![至\d])"  # 7月 is not said by 1至7月, nor 2月 by 12月
_NOW = re.compile("目前|当前|现在")
_LAST_MONTH = re.compile("上个?月")
_LAST_YEAR = re.compile("[上去]年年?[末底]")
_OF_TIME = (".时段", ".已过时段", ".余下时段", ".截至")


def alike(blocks: Sequence[Block], ledger: Ledger, facts: Facts) -> list[Problem]:
    """Return advice on the paragraphs of a paper, in their order."""
    same: dict[tuple[str, str], Problem] = {}
    mixed: dict[tuple[str, ...], Problem] = {}
    if _meet(ledger, facts.figures):
        for block in blocks:
            for one, other in _same(block, ledger, facts.figures):
                same.setdefault((one.name, other.name), _same_value(one, other, block.text))
    if len({_span(figure.period) for figure in _dated(ledger.values(), facts)}) > 1:
        for block in blocks:
            for text, figures in _mixed(block, ledger, facts):
                names = tuple(figure.name for figure in figures)
                mixed.setdefault(names, _mixed_periods(text, figures))
    return [*list(same.values())[:MOST], *list(mixed.values())[:MOST]]


def _meet(ledger: Ledger, figures: Mapping[str, Figure]) -> bool:
    """Return whether any two figures that the paper prints have one value and unit."""
    bare = [figures[name] for name in ledger if name in figures]
    values = [(one.value, one.unit) for one in bare if _telling(one)]
    return len(set(values)) < len(values)


def _telling(figure: Figure) -> bool:
    """Return whether it would be odd for another figure to have the same value by chance."""
    value = figure.value
    if value is None or figure.row:
        return False
    if figure.unit in POINTS_OF:
        return value not in {0, _EVERYTHING}
    return abs(value) >= _SMALL


def _same(
    block: Block, ledger: Ledger, figures: Mapping[str, Figure]
) -> Iterator[tuple[Figure, Figure]]:
    named = dict.fromkeys(run.expression for run in block.runs if run.expression in ledger)
    bare = [figures[name] for name in named if name in figures and _telling(figures[name])]
    for one, other in combinations(bare, 2):
        if one.value == other.value and one.unit == other.unit and not _related(one, other):
            yield one, other


def _related(one: Figure, other: Figure) -> bool:
    """Return whether the file itself says what the two have to do with each other."""
    return other.name in _names(one) or one.name in _names(other)


def _names(figure: Figure) -> tuple[str, ...]:
    check = figure.check.inputs if figure.check else ()
    return (*figure.inputs, *figure.parts, figure.whole, *check)


def _same_value(one: Figure, other: Figure, text: str) -> Problem:
    number = typed(one, one.amount) + one.unit
    message = f"“{one.name}”和“{other.name}”都是 {number}，又在同一段里：{_quoted(text)}"
    hint = "是同一个数的，只留一个名称；填错了的，改过来；碰巧相等的，不用管"
    return Problem(other.place, "same-value", message, hint, severity="advice")


def _dated(entries: Iterable[Entry], facts: Facts) -> Iterator[Figure]:
    for entry in entries:
        figure = facts.figures.get(entry.figure)
        if figure is not None and figure.period and not entry.expression.endswith(_OF_TIME):
            yield figure


def _mixed(block: Block, ledger: Ledger, facts: Facts) -> Iterator[tuple[str, list[Figure]]]:
    """Yield each sentence that leaves a period unsaid, with one figure of each of its periods."""
    for text, expressions in _sentences(block.runs):
        entries = [ledger[one] for one in expressions if one in ledger]
        periods: dict[object, Figure] = {}
        for figure in _dated(entries, facts):
            periods.setdefault(_span(figure.period), figure)
        figures = list(periods.values())
        if len(figures) > 1 and not all(_said(figure.period, text) for figure in figures):
            yield text, figures


def _sentences(runs: Sequence[Run]) -> Iterator[tuple[str, list[str]]]:
    """Yield the sentences of a paragraph, each with the expressions in it."""
    text, expressions = "", list[str]()
    for run in runs:
        if run.expression:
            text += run.text
            expressions.append(run.expression)
            continue
        first, *more = _ENDS.split(run.text)
        text += first
        for piece in more:
            yield text, expressions
            text, expressions = piece, []
    yield text, expressions


def _span(period: str) -> object:
    """Return what a period covers: 1至7月, 前7个月 and 截至7月底 are one."""
    return months(period) or _plain(period)


def _said(period: str, text: str) -> bool:
    """Return whether `text` says `period`: word for word, as the same months, or as 目前, 上月."""
    bare, plain = _plain(period), _plain(text)
    _, year, rest = bare.partition("年")
    words = (bare, rest) if year and rest else (bare,)
    if any(re.search(_OTHER_THAN + re.escape(word), plain) for word in words):
        return True
    span = months(period)
    if span is not None and any(months(found) == span for found in _MONTHS.findall(plain)):
        return True
    return _hinted(span, bare, plain)


def _hinted(span: tuple[int, int] | None, bare: str, plain: str) -> bool:
    if span is None or bare.endswith(("年末", "年底")):
        return bool(_LAST_YEAR.search(plain)) and bare.endswith(("年末", "年底"))
    first, last = span
    if first == 1 and _NOW.search(plain):
        return True
    return first == last and bool(_LAST_MONTH.search(plain))


def _plain(text: str) -> str:
    plain = normalised(text).replace(" ", "").replace("月份", "月").translate(_DASHES)
    return re.sub(r"头(?=\d{1,2}个月)", "前", plain)


def _mixed_periods(text: str, figures: Sequence[Figure]) -> Problem:
    told = "、".join([f"{figure.name}（{figure.period}）" for figure in figures])
    unsaid = next(figure for figure in figures if not _said(figure.period, text))
    message = f"一句话里有不同时段的数：{told}，没有都说明：{_quoted(text)}"
    hint = f"请在句中写明时段，如【{unsaid.name}.时段】，或分成两句"
    return Problem(unsaid.place, "mixed-periods", message, hint, severity="advice")


def _quoted(text: str) -> str:
    text = text.strip()
    return f"“{visible(text if len(text) <= SHOWN else text[: SHOWN - 1] + '…')}”"
