"""One entry of 数据 as the reader hands it on, made into a Figure."""

from __future__ import annotations

from collections.abc import Container, Iterator
from datetime import date
from decimal import Decimal
from typing import Literal

from speechgen.facts.figure import PERCENT, Amount, Figure, Rank, Sense, Stated
from speechgen.facts.item import Item, Value
from speechgen.numerals import fixed
from speechgen.problems import CellPlace, Problem

TAKEN = {"万": ("万",), "亿": ("万", "亿")}
"""By the size typed behind a number: what its unit may not begin with; 1.2万 亿元 is said."""

_COMMON = frozenset(("值", "单位", "时段", "上年同期", "上期", "全年目标", "全年控制数", "向好"))
"""Keys of most entries; a figure that has others takes a second step."""

UNITLESS = "无"
"""单位: 无 — an index or a ratio: a number that counts nothing."""

MOST_DIGITS = 18
MOST_DECIMALS = 12
MOST_PLACES = 6

_UNITS = {"％": PERCENT, "百分比": PERCENT, "百分数": PERCENT, UNITLESS: ""}
_SENSES: dict[str, Sense] = {"上升": "上升", "下降": "下降"}
_NATURES: dict[str, Literal["存量", "流量"]] = {"存量": "存量", "流量": "流量"}


def typed(name: str, item: Item, sink: list[Problem]) -> Figure:
    """Return the figure `name` of an entry without formula; what is wrong in it goes to `sink`."""
    amount = _amount(item, "值")
    if amount is None and item.text("状态") == "待核":
        amount = Amount(None, item.where("状态"))
    unit = unit_of(item)
    made = make(name, item, amount, unit)
    _check(made, item, sink)
    return made


def make(
    name: str,
    item: Item,
    amount: Amount | None,
    unit: str,
    formula: tuple[str, tuple[str, ...]] = ("", ()),
) -> Figure:
    """Return the figure of an entry, its value given; `formula` is its text and its inputs."""
    values = item.values
    target, targets = _targets(item) if "全年目标" in values else (None, ())
    figure = Figure(
        name,
        item.where("值"),
        amount,
        unit,
        item.text("时段"),
        _amount(item, "上年同期"),
        _amount(item, "上期"),
        target,
        targets,
        _amount(item, "全年控制数"),
        better=_SENSES.get(item.text("向好"), ""),
        formula=formula[0],
        inputs=formula[1],
    )
    return figure if values.keys() <= _COMMON else _with_more(figure, item)


def _with_more(figure: Figure, item: Item) -> Figure:
    """Return `figure` with what few entries say."""
    values, amount = item.values, figure.amount
    status = values.get("状态")
    places = values.get("小数")
    tolerance = _tolerance(values.get("允许误差"))
    return figure._replace(
        amount=amount if status != "待核" or amount is None else Amount(None, amount.place),
        category=item.text("类别"),
        nature=_NATURES.get(item.text("性质"), ""),
        parts=item.lines("分项"),
        whole=item.text("总量"),
        rank=_rank(values.get("位次")),
        hedge=item.text("约数"),
        decimals=places if isinstance(places, int) else None,
        private=status == "不公开",
        from_whom=item.text("由谁提供"),
        due=_day(values.get("期限")),
        source=item.text("来源"),
        tolerance=tolerance.value
        if tolerance and (figure.unit == PERCENT or not tolerance.percent)
        else None,
        formerly=item.lines("原名"),
        yoy=_change(item, "同比", figure.unit),
        pop=_change(item, "环比", figure.unit),
        share=_amount(item, "占比"),
        leeway=tolerance.value if tolerance and tolerance.percent else None,
        reason=_reason(values.get("允许误差")),
    )


def unit_of(item: Item) -> str:
    """Return the 单位 as typed: `%` for a percentage, empty for none and for 无."""
    unit = item.text("单位")
    return _UNITS.get(unit, unit)


def formula_of(item: Item) -> str:
    """Return the formula of an entry without its `=`; empty where 值 is none."""
    value = item.values.get("值")
    return value[1:].strip() if isinstance(value, str) and value[:1] in {"=", "＝"} else ""


def amounts(figure: Figure) -> Iterator[tuple[str, Amount]]:
    """Yield every number the entry states, with its key."""
    for key, amount in (
        ("值", None if figure.formula else figure.amount),
        ("上年同期", figure.last_year),
        ("上期", figure.last_period),
        ("全年目标", None if figure.targets else figure.target),
        ("全年控制数", figure.ceiling),
        *figure.targets,
    ):
        if amount is not None:
            yield key, amount


def is_too_long(value: Decimal) -> bool:
    """Return whether `value` has more digits than a paper has room for."""
    if value.adjusted() >= MOST_DIGITS:
        return True
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent >= -MOST_DECIMALS:
        return False
    return value != fixed(value, MOST_DECIMALS)


def printable(figure: Figure, sink: list[Problem]) -> Figure:
    """Return `figure`; its numbers too long to print are reported, and missing from now on."""
    long: list[tuple[str, Amount]] = []
    for key, amount in amounts(figure):
        if amount.magnitude and figure.unit[:1] in TAKEN[amount.magnitude]:
            _report_twice(figure, key, amount, sink)
        if amount.value is not None and is_too_long(amount.value):
            long.append((key, amount))
    if not long:
        return figure
    for key, amount in long:
        message = (
            f"“{figure.name}”的{key}位数太多（整数最多{MOST_DIGITS}位，小数最多{MOST_DECIMALS}位）"
        )
        hint = "请核对数字，或换大一些的单位"
        sink.append(Problem(amount.place, "number-too-long", message, hint))
    return _without(figure, frozenset([key for key, _ in long]))


def _report_twice(figure: Figure, key: str, amount: Amount, sink: list[Problem]) -> None:
    message = f"“{figure.name}”的{key}写了“{amount.magnitude}”，单位“{figure.unit}”里也有"
    hint = "请只写一处：11000万 和 万元，写成 11000 和 万元"
    sink.append(Problem(amount.place, "magnitude-twice", message, hint))


def _without(figure: Figure, keys: Container[str]) -> Figure:
    """Return `figure`, the numbers of `keys` missing."""

    def known(key: str, amount: Amount | None) -> Amount | None:
        return amount if amount is None or key not in keys else Amount(None, amount.place)

    levels = [(level, known(level, amount) or amount) for level, amount in figure.targets]
    return figure._replace(
        amount=known("值", figure.amount),
        last_year=known("上年同期", figure.last_year),
        last_period=known("上期", figure.last_period),
        target=levels[0][1] if levels else known("全年目标", figure.target),
        targets=tuple(levels),
        ceiling=known("全年控制数", figure.ceiling),
    )


def _amount(item: Item, key: str) -> Amount | None:
    value = item.values.get(key)
    if value is None or isinstance(value, Amount):
        return value
    if isinstance(value, (int, Decimal)):
        return Amount(Decimal(value), item.where(key))
    return Amount(None, item.where(key)) if value == "待核" else None


def _targets(item: Item) -> tuple[Amount | None, tuple[tuple[str, Amount], ...]]:
    """Return 全年目标, and its levels where it has any; of levels the first is the target."""
    levels = item.values.get("全年目标")
    if not isinstance(levels, Item):
        return _amount(item, "全年目标"), ()
    found = [(level, _amount(levels, level)) for level in levels]
    targets = tuple((level, amount) for level, amount in found if amount is not None)
    return (targets[0][1] if targets else None), targets


def _rank(value: Value | None) -> Rank | None:
    if not isinstance(value, Item):
        return None
    was = value.get("由")
    total = value.get("共")
    among_first = isinstance(was, str) and was.startswith("前")
    return Rank(
        _place(was),
        _place(value.get("至")),
        among_first,
        total if isinstance(total, int) else None,
        value.text("范围"),
        value.text("口径"),
        _SENSES.get(value.text("向好"), ""),
    )


def _place(value: Value | None) -> int | None:
    """Return 3 of 3, 前3, 第3; None of 待核."""
    if isinstance(value, int):
        return value
    digits = value.strip("前第位名 ") if isinstance(value, str) else ""
    return int(digits) if digits.isdecimal() and len(digits) < MOST_DIGITS else None


def _day(value: Value | None) -> str:
    return value.isoformat() if isinstance(value, date) else value if isinstance(value, str) else ""


def _tolerance(value: Value | None) -> Amount | None:
    amount = value.get("值") if isinstance(value, Item) else value
    return amount if isinstance(amount, Amount) else None


def _reason(value: Value | None) -> str:
    return value.text("理由") if isinstance(value, Item) else ""


def _change(item: Item, key: str, unit: str) -> Stated | None:
    typed = item.values.get(key)
    if not isinstance(typed, str):
        return None
    from speechgen.facts.changes import stated  # noqa: PLC0415 - few figures state a change

    return stated(typed, unit, item.where(key))


def _check(figure: Figure, item: Item, sink: list[Problem]) -> None:
    if figure.amount is None and figure.rank is None:
        message = f"“{figure.name}”没有写值"
        hint = "写上数字；还不知道的，写 值: 待核；不用了的，整条删去"
        sink.append(Problem(item.place, "value-missing", message, hint))
    elif figure.amount is not None and not figure.unit and item.text("单位") != UNITLESS:
        message = f"“{figure.name}”没有写单位"
        hint = f"写成 {figure.name}: {{值: …, 单位: 件}}；确实没有单位的，写 单位: {UNITLESS}"
        if isinstance(figure.place, CellPlace):
            hint = "请在表里加“单位”一栏，或在“数据来源”里写 单位: 件；没有单位的写 无"
        sink.append(Problem(figure.place, "unit-missing", message, hint))
    _check_rank(figure, item, sink)


def check_print(figure: Figure, item: Item, sink: list[Problem]) -> None:
    """Report 小数 out of range, stated changes and shares that do not fit."""
    if figure.decimals is not None and not 0 <= figure.decimals <= MOST_PLACES:
        message = f"“{figure.name}”的小数位数写的是{figure.decimals}，只能是0至{MOST_PLACES}"
        sink.append(Problem(item.where("小数"), "wrong-decimals", message))
    for key, change in (("同比", figure.yoy), ("环比", figure.pop)):
        if change is not None:
            _check_change(figure, key, change, sink)
    if figure.share is not None and not figure.whole:
        message = f"“{figure.name}”写了占比，没有写是谁的占比"
        hint = "请加上 总量: 数据名"
        sink.append(Problem(figure.share.place, "share-of-what", message, hint))


def _check_change(figure: Figure, key: str, change: Stated, sink: list[Problem]) -> None:
    from speechgen.facts.changes import misfit  # noqa: PLC0415 - few figures state a change

    found = misfit(change, key, figure.unit)
    if found is not None:
        message, hint = found
        sink.append(Problem(change.place, "change-unit", f"“{figure.name}”{message}", hint))


def _check_rank(figure: Figure, item: Item, sink: list[Problem]) -> None:
    rank = figure.rank
    if rank is None:
        return
    for number in (rank.was, rank.now):
        if number is not None and (number < 1 or (rank.total is not None and number > rank.total)):
            of = f"，一共只有{rank.total}个" if rank.total is not None and number > 0 else ""
            message = f"“{figure.name}”的位次写的是第{number}位{of}"
            sink.append(Problem(item.where("位次"), "rank-range", message, "请核对“由”“至”“共”"))
