"""What a phrase claims beside the number is so: 余, 突破, 仅, 以上, another size, what is left."""

from __future__ import annotations

import re
from decimal import Decimal
from math import prod

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from speechgen.facts.figure import PERCENT, Amount, Figure, Sense
from speechgen.facts.sense import pace
from speechgen.facts.speak import speak
from speechgen.facts.wording import POINTS_OF
from speechgen.numerals import MAGNITUDES, hedge_holds
from tests.facts.drawing import PLACE, SENSES, UNITS, figures, known, numbers
from tests.facts.making import Sheet

HEDGE_WORDS = ("约数", "余", "近", "约", "逾", "不足")


@given(
    st.decimals(1, 10**9, places=2),
    st.sampled_from(["余", "近", "逾", "不足", "约"]),
    st.sampled_from(["件", PERCENT, "‰", "万元"]),
    st.sampled_from(["", *(f".{word}" for word in HEDGE_WORDS), ".达到"]),
)
@example(Decimal(27512), "余", "亩", "")
@example(Decimal(19000), "余", "亩", ".余")
@settings(max_examples=500, deadline=None)
def test_a_hedge_that_is_printed_is_true(value: Decimal, word: str, unit: str, phrase: str) -> None:
    figure = Figure("甲", PLACE, Amount(value, PLACE), unit, hedge=word)
    spoken = speak(f"甲{phrase}", Sheet({"甲": figure}))
    text = spoken.text + spoken.unit

    said = re.search("余|逾|近|不足|约", text)
    named = printed(text, unit)
    assert hedge_holds(said[0], value, named) if said else named == value, text


def printed(text: str, unit: str) -> Decimal:
    """Return the number in `text` as a value of `unit`: 3.4万余人 is 34000, 34万余元 of 万元 34."""
    number = re.search(r"-?[0-9.]+", text)
    assert number, text
    size = prod(MAGNITUDES[sign] for sign in text if sign in MAGNITUDES)
    return Decimal(number[0]) * size / MAGNITUDES.get(unit[:1], Decimal(1))


positive = st.one_of(
    st.decimals(Decimal("0.01"), 10**9, places=2), st.integers(1, 10**6).map(Decimal)
)


@given(positive, st.one_of(st.none(), positive), st.sampled_from(SENSES), st.sampled_from(UNITS))
@example(Decimal(1500), None, "上升", "家")
@settings(max_examples=400, deadline=None)
def test_only_what_was_crossed_is_called_broken(
    value: Decimal, last: Decimal | None, better: Sense, unit: str
) -> None:
    before = None if last is None else Amount(last, PLACE)
    figure = Figure("甲", PLACE, Amount(value, PLACE), unit, last_year=before, better=better)
    text = speak("甲.突破", Sheet({"甲": figure})).text
    named = printed(text, unit)

    assert value < named * Decimal("1.5")
    if text.startswith("达到"):
        assert named == value
    else:
        assert named < value
    if text.startswith("突破"):
        assert better == "上升"
        assert last is None or last < named


@given(numbers, st.sampled_from(["人", "元", "万元", "亿元", "万人次"]), st.sampled_from("万亿"))
@example(Decimal("0.00"), "万元", "亿")
@settings(max_examples=250, deadline=None)
def test_another_size_is_the_same_number(value: Decimal, unit: str, sign: str) -> None:
    figure = Figure("甲", PLACE, Amount(value, PLACE), unit)
    spoken = speak(f"甲.以{sign}计", Sheet({"甲": figure}))
    text = spoken.text + spoken.unit

    size = MAGNITUDES[sign] / MAGNITUDES.get(unit[:1], Decimal(1))
    assert abs(printed(text, unit) - value) <= size * Decimal("0.005")
    assert (printed(text, unit) == 0) == (value == 0)
    assert abs(printed(text, unit) - value) <= abs(value) * Decimal("0.06")


@given(figures("甲", None, known), figures("乙", None, known))
@settings(max_examples=250, deadline=None)
def test_what_the_file_shows_to_be_much_is_not_called_little(figure: Figure, whole: Figure) -> None:
    figure = figure._replace(whole="乙")
    text = speak("甲.仅", Sheet({"甲": figure, "乙": whole})).text

    value, target, last = figure.value, figure.target, figure.last_year
    assert value is not None
    if text.startswith("仅"):
        assert value > 0
        assert target is None or target.value is None or value * 10 < target.value * 9
        ceiling = figure.ceiling
        assert ceiling is None or ceiling.value is None or value * 2 < ceiling.value
        assert pace(figure) != "above"
        goal = target is not None and target.value is not None
        assert goal or last is None or last.value is None or value <= last.value
        same = whole.unit == figure.unit and whole.value is not None
        assert not same or value * 2 < (whole.value or 0)


@given(figures("甲", "家", known), figures("乙", "家", known))
@settings(max_examples=150, deadline=None)
def test_what_is_left_is_the_difference(one: Figure, other: Figure) -> None:
    spoken = speak("甲.仍有(乙)", Sheet({"甲": one, "乙": other}))
    assert one.value is not None
    assert other.value is not None
    left = one.value - other.value

    assert spoken.value == left
    assert spoken.text.startswith("仍有") == (left > 0)
    assert (spoken.text == "已无一家") == (left <= 0)
    assert (spoken.status == "disputed") == (left < 0)


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.sampled_from(SENSES), st.booleans())
@settings(max_examples=250, deadline=None)
def test_at_least_and_at_most_are_true_of_the_goal(
    goal: int,
    last: int,
    better: Sense,
    ceiling: bool,  # noqa: FBT001 - hypothesis fills by position
) -> None:
    bound, before = (Amount(Decimal(one), PLACE) for one in (goal, last))
    figure = Figure("甲", PLACE, bound, "吨", "2026年", before, better=better)
    figure = figure._replace(ceiling=bound) if ceiling else figure._replace(target=bound)
    text = speak("甲.目标增幅", Sheet({"甲": figure})).text

    growth = Decimal(goal - last) / last * 100
    said = re.fullmatch(r"(增长|上升|下降)([0-9.]+)%(以上|以内)", text)
    if said is None:
        assert abs(growth) < Decimal("0.05"), text
        assert "持平" in text
        return
    assert (said[1] == "下降") == (growth < 0)
    more = abs(growth) - Decimal(said[2])
    assert 0 <= more < Decimal("0.1") if said[3] == "以上" else -Decimal("0.1") < more <= 0, text
    assert ((said[3] == "以上") == (growth > 0)) == (better != "下降" and not ceiling)


@given(figures("甲", None, known))
@settings(max_examples=150, deadline=None)
def test_a_stock_grew_or_shrank_as_it_says(figure: Figure) -> None:
    assume(figure.unit not in POINTS_OF)
    text = speak("甲.新增", Sheet({"甲": figure._replace(nature="存量")})).text
    assert figure.value is not None
    assert figure.last_year is not None
    change = figure.value - (figure.last_year.value or 0)

    assert text[:2] == ("新增" if change > 0 else "减少" if change < 0 else "与上")
