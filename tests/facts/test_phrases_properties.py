"""Whatever a figure's value turns out to be, no phrase prints nonsense about it."""

from __future__ import annotations

import re
from decimal import Decimal

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from speechgen.facts.book import ExpressionError
from speechgen.facts.change import year_on_year
from speechgen.facts.figure import PERCENT, Amount, Figure, Rank, Sense, Spoken
from speechgen.facts.phrases import ARGUMENTS, FAMILIES, OF_RANKS
from speechgen.facts.sense import pace, sense
from speechgen.facts.speak import WITHOUT_YOY, check, speak
from speechgen.numerals import MAGNITUDES, hedge_holds
from speechgen.problems import FactsPlace
from tests.facts.making import Sheet

PLACE = FactsPlace("素材.yaml", 1, 1)
UNITS = ["件", "人次", PERCENT, "‰", "天", "岁", "万元", "亿元", "元/吨", "微克/立方米", "个", ""]
SENSES: list[Sense] = ["上升", "下降", ""]
PHRASES = [word for words in FAMILIES.values() for word in words]
UP = "增长|上升|增加|提高|延长|上涨|收窄|扭亏为盈|由零增至|实现零的突破|升至零|实现盈亏平衡"
DOWN = "下降|减少|缩短|下跌|扩大|由盈转亏|降为零|由零降至|转为亏损"
NONSENSE = re.compile(
    "None|nan|NaN|Inf|Decimal|[eE][+-]?[0-9]|[0-9][.][0-9]{13}|[.](?![0-9])|--|-0(?![.0-9])"
    rf"|(?:{UP}|{DOWN.replace('|由零降至', '')}|高于|低于|还差|超出|还有|前移|后移|占.*的)-"
    rf"|(?:增长|上升|增加|提高|延长|上涨|收窄|下降|减少|缩短|下跌|扩大)0(?![.0-9])"
    r"|(?:还差|超出.*|高于.*|低于.*)(?<![0-9.])0(?![.0-9])"
)

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


@st.composite
def books(draw: st.DrawFn) -> Sheet:
    """Draw two figures of one unit."""
    unit = draw(st.sampled_from(UNITS))
    return Sheet({name: draw(figures(name, unit)) for name in ("较大事故", "信访总量")})


def every_saying(book: Sheet) -> dict[str, Spoken]:
    """Return what can be said of the first figure, by phrase; the bare figure by ''."""
    name, other = book.figures
    said: dict[str, Spoken] = {}
    for phrase in ["", *PHRASES]:
        arguments = f"({other})" if phrase in ARGUMENTS else ""
        expression = f"{name}.{phrase}{arguments}" if phrase else name
        refused = check(expression, book)
        if refused is None:
            said[phrase] = speak(expression, book)
            said[phrase + WITHOUT_YOY] = speak(expression, book, WITHOUT_YOY)
        else:
            assert refused.message
            assert refused.hint
    return said


@given(books())
@settings(max_examples=250, deadline=None)
def test_no_phrase_prints_nonsense(book: Sheet) -> None:
    for phrase, spoken in every_saying(book).items():
        text = spoken.text + spoken.unit
        assert spoken.text.strip(), phrase
        assert not NONSENSE.search(text), (phrase, text)


@given(books())
@settings(max_examples=120, deadline=None)
def test_an_x_stands_where_something_is_missing_and_nowhere_else(book: Sheet) -> None:
    for phrase, spoken in every_saying(book).items():
        missing = spoken.status == "missing"
        assert ("X" in spoken.text) == missing == bool(spoken.lacks), (phrase, spoken)
        assert len(set(spoken.lacks)) == len(spoken.lacks)
        assert not (missing and spoken.value is not None)


@given(figures("信访总量", None, known))
@settings(max_examples=250, deadline=None)
def test_the_direction_word_agrees_with_the_numbers(figure: Figure) -> None:
    now, then = figure.value, figure.last_year.value if figure.last_year else None
    assert now is not None
    assert then is not None
    book = Sheet({"信访总量": figure})

    for phrase in ("同比", "增幅", "走势", "同比增减"):
        text = speak(f"信访总量.{phrase}", book).text
        up, down = bool(re.search(UP, text)), bool(re.search(DOWN, text))
        assert not (up and down), text
        assert up <= (now > then), (text, now, then)
        assert down <= (now < then), (text, now, then)
        assert up or down or "持平" in text or now == then == 0, (text, now, then)


@given(figures("信访总量", None, declared))
@settings(max_examples=120, deadline=None)
def test_good_and_bad_are_the_direction_and_what_is_wanted(figure: Figure) -> None:
    assume(figure.better)
    turned, change = sense(figure), year_on_year(figure)

    assert (turned == "unknown") == (change.turn.name == "UNKNOWN")
    if turned in {"good", "bad"} and figure.value is not None and figure.last_year:
        rose = figure.value > (figure.last_year.value or 0)
        assert (turned == "good") == (rose == (figure.better == "上升"))


@given(figures("信访总量"))
@settings(max_examples=120, deadline=None)
def test_the_pace_is_the_one_that_is_spoken(figure: Figure) -> None:
    stands = pace(figure)
    try:
        text = speak("信访总量.时序", Sheet({"信访总量": figure})).text
    except ExpressionError:
        assert not stands
        return

    words = {"above": "高于时序进度", "below": "低于时序进度", "level": "持平", "unknown": "X"}
    assert not stands or words[stands] in text


@given(
    st.decimals(1, 10**9, places=2),
    st.sampled_from(["余", "近", "逾", "不足", "约"]),
    st.sampled_from(["件", PERCENT, "万元"]),
)
@example(Decimal(27512), "余", "亩")
@settings(max_examples=250, deadline=None)
def test_a_hedge_that_is_printed_is_true(value: Decimal, word: str, unit: str) -> None:
    figure = Figure("甲", PLACE, Amount(value, PLACE), unit, hedge=word)
    text = speak("甲", Sheet({"甲": figure})).text
    said = re.search("余|逾|近|不足|约", text)
    number = re.search(r"[0-9.]+", text)
    assert number
    if said is None:
        return

    scale = next((size for sign, size in MAGNITUDES.items() if sign in text), Decimal(1))
    named = Decimal(number[0]) * (scale if unit != "万元" else 1)
    assert hedge_holds(said[0], value, named), text


@given(figures("走访位次", None, st.none()))
@settings(max_examples=50, deadline=None)
def test_a_figure_without_value_says_only_what_ranks_say(figure: Figure) -> None:
    book = Sheet({"走访位次": figure, "信访总量": figure})

    assert {phrase.removesuffix(WITHOUT_YOY) for phrase in every_saying(book)} <= {"", *OF_RANKS}
