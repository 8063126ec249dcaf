"""Figures drawn by hypothesis: any unit, bound and baseline, known or 待核."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from speechgen.facts.figure import PERCENT, Amount, Figure, Rank, Sense
from speechgen.problems import FactsPlace

PLACE = FactsPlace("素材.yaml", 1, 1)
UNITS = ["件", "人次", PERCENT, "‰", "天", "岁", "万元", "亿元", "元/吨", "微克/立方米", "个", ""]
SENSES: list[Sense] = ["上升", "下降", ""]

numbers = st.one_of(
    st.integers(-50, 50).map(Decimal),
    st.integers(0, 10**7).map(Decimal),
    st.decimals(-(10**6), 10**9, places=2),
    st.decimals(0, 1000, places=1),
    st.sampled_from([Decimal(0), Decimal("0.00"), Decimal("3.4E+4"), Decimal("0.000001")]),
)
known = st.builds(Amount, numbers, st.just(PLACE))
declared = st.one_of(known, known, st.just(Amount(None, PLACE)))
amounts = st.one_of(st.none(), declared)
places = st.one_of(st.none(), st.integers(1, 20))
ranks = st.one_of(
    st.none(),
    st.builds(
        Rank,
        places,
        places,
        st.booleans(),
        total=places,
        scope=st.sampled_from(["", "全省"]),
        basis=st.sampled_from(["", "增速"]),
        better=st.sampled_from(SENSES),
    ),
)


AmountStrategy = st.SearchStrategy[Amount | None] | st.SearchStrategy[Amount]


@st.composite
def figures(
    draw: st.DrawFn, name: str, unit: str | None = None, given: AmountStrategy = amounts
) -> Figure:
    """Draw a figure with any bound and unit, value and baseline as `given`."""
    target = draw(amounts)
    return Figure(
        name,
        PLACE,
        draw(given),
        draw(st.sampled_from(UNITS)) if unit is None else unit,
        draw(st.sampled_from(["1至7月", "上半年", "2025年", "二季度", "今年以来", ""])),
        last_year=draw(given),
        last_period=draw(amounts),
        target=target,
        targets=(("市定", target), ("县定", target)) if target and draw(st.booleans()) else (),
        ceiling=draw(amounts),
        category=draw(st.sampled_from(["", "经济", "事件", "人和项目", "率", "时长", "价格"])),
        nature=draw(st.sampled_from(["存量", "流量", ""])),
        rank=draw(ranks),
        better=draw(st.sampled_from(SENSES)),
        hedge=draw(st.sampled_from(["", "", "余", "近", "逾", "不足", "约"])),
        decimals=draw(st.sampled_from([None, None, 0, 1, 2])),
        formula=draw(st.sampled_from(["", "甲 + 乙"])),
    )
