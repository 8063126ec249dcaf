"""The records of 数据 and 名称: a figure, a name, and what speaking an expression gives."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from speechgen.document import Status
from speechgen.problems import FactsPlace

PERCENT = "%"
POINTS = "个百分点"

Sense = Literal["上升", "下降", ""]
"""向好: which way is good; empty where the file does not say."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that the file declares: its value may still be unknown (待核)."""

    value: Decimal | None
    """Decimals as typed; of a derived one unrounded; None = 待核."""

    place: FactsPlace

    magnitude: Literal["", "万", "亿"] = ""
    """Typed behind the number: `3.40万` is 3.40E+4, and so prints as it was typed."""

    percent: bool = False
    """Of 允许误差: typed with %; not noted elsewhere."""


class Rank(NamedTuple):
    """位次: from where to where, of how many."""

    was: int | None
    """`由`; of `前3` it is 3."""

    now: int | None
    among_first: bool = False
    """`由` was typed as 前N."""

    total: int | None = None
    scope: str = ""
    basis: str = ""
    better: Sense = ""
    """上升: a smaller rank number is good; 下降: moving back is good."""


class Stated(NamedTuple):
    """同比 or 环比 as the office states it: 下降8.8%, 上升0.5个百分点, 增加12件."""

    value: Decimal | None
    """With its sign, decimals as typed; 0 of 持平; None = 待核."""

    unit: str
    """`%`, 个百分点, or the figure's own unit; empty of 持平."""

    place: FactsPlace
    typed: str
    """As it stands in the file, for messages."""

    shown: str = ""
    """The number alone as typed, without its sign: 8.80, 1.2万."""

    nearly: bool = False
    """基本持平."""


class Check(NamedTuple):
    """核对: a formula that a stated value must agree with, worked out."""

    formula: str
    """As typed, without `=`."""

    value: Decimal | None
    """In the unit of the figure, unrounded; None where an input is missing."""

    inputs: tuple[str, ...]
    place: FactsPlace


class Figure(NamedTuple):
    """One entry of 数据. A key that the file leaves out is None or empty here."""

    name: str
    place: FactsPlace
    amount: Amount | None = None
    """None: it has only a 位次, or is a column of rates without total, or a share of nothing."""

    unit: str = ""
    """`%` for a percent figure."""

    period: str = ""
    last_year: Amount | None = None
    last_period: Amount | None = None
    target: Amount | None = None
    """全年目标; of a target by levels, the first."""

    targets: tuple[tuple[str, Amount], ...] = ()
    """全年目标 by levels: (市定, …), (县定, …)."""

    ceiling: Amount | None = None
    category: str = ""
    """类别: 经济 事件 人和项目 率 时长 价格; empty = by unit and 向好."""

    nature: Literal["存量", "流量", ""] = ""
    parts: tuple[str, ...] = ()
    whole: str = ""
    rank: Rank | None = None
    better: Sense = ""
    hedge: str = ""
    decimals: int | None = None
    private: bool = False
    """状态: 不公开 — usable in formulas, an error where spoken."""

    from_whom: str = ""
    due: str = ""
    """ISO date by which a missing figure is promised."""

    source: str = ""
    tolerance: Decimal | None = None
    """允许误差: by how much the parts may miss the total."""

    formerly: tuple[str, ...] = ()
    formula: str = ""
    """As typed, after `=`; empty for a typed value."""

    inputs: tuple[str, ...] = ()
    """Names the formula uses."""

    row: str = ""
    """Of a cell of a table: the name of its row (城关镇)."""

    cells: tuple[str, ...] = ()
    """Of a column of a table: the names of its cells (`乡镇表[城关镇].来访`), from the top down."""

    yoy: Stated | None = None
    """同比 as stated: checked where 上年同期 is there, spoken where it is not."""

    pop: Stated | None = None
    """环比 as stated."""

    share: Amount | None = None
    """占比: the share of `whole` as stated, in percent."""

    check: Check | None = None
    """核对, of a stated value."""

    leeway: Decimal | None = None
    """允许误差 typed in percent: by how much a stated 同比, 环比 or 占比 may be off."""

    reason: str = ""
    """Of 允许误差: why the difference is allowed."""

    @property
    def value(self) -> Decimal | None:
        """The number itself; None for a missing figure and for one that has only a 位次."""
        return None if self.amount is None else self.amount.value

    @property
    def label(self) -> str:
        """What a sentence calls it: its name; of a cell 城关镇来访, of a column 来访."""
        if self.row:
            return self.row + self.name.partition("].")[2]
        return self.name.partition(".")[2] if self.cells else self.name


class Name(NamedTuple):
    """One entry of 名称, or a key elsewhere whose value is 待核 (`讲话人.姓名`)."""

    name: str
    place: FactsPlace
    value: str | None
    """None = 待核."""

    mark: str = "××"
    """What is printed while it is missing: ×× ××× 《××》 X月X日."""

    from_whom: str = ""
    due: str = ""


class Spoken(NamedTuple):
    """What an expression says now."""

    text: str
    """What stands in the control: `135`, `92%`, `同比下降8.8%`, `X`, `××`."""

    unit: str = ""
    """Printed right behind the control: `件`; empty where the phrase holds its unit."""

    status: Status = "known"
    figure: str = ""
    """The figure or name it is about."""

    value: Decimal | None = None
    """Unrounded value behind the print; None for a missing one or a phrase without a number."""

    lacks: tuple[str, ...] = ()
    """Missing inputs: `重复信访`, `信访总量的上年同期`."""

    context: str = ""
    """What decided the print beside the facts: `省同比`, `名在前`; with commas between."""
