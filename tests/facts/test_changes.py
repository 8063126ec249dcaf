"""同比 and 环比 as an office types them."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speechgen.facts.changes import parse_change
from speechgen.facts.phrases import FAMILIES
from speechgen.facts.read import read_text
from speechgen.facts.sense import sense
from speechgen.facts.speak import speak
from speechgen.problems import SpeechgenError
from tests.facts.making import say, sheet
from tests.facts.test_phrases_properties import DOWN, NONSENSE, UP


@pytest.mark.parametrize(
    ("typed", "value", "unit"),
    [
        ("-8.8%", "-8.8", "%"),
        ("+8.8%", "8.8", "%"),
        ("8.8％", "8.8", "%"),
        ("８.８％", "8.8", "%"),
        ("下降8.8%", "-8.8", "%"),
        ("同比下降8.8%", "-8.8", "%"),
        ("较上年同期下降了8.80%", "-8.80", "%"),
        ("增长12%", "12", "%"),
        ("上升0.5个百分点", "0.5", "个百分点"),
        ("提高 2 个百分点", "2", "个百分点"),
        ("增加12件", "12", "件"),
        ("少3天", "-3", "天"),
        ("持平", "0", ""),
        ("同比基本持平", "0", ""),
    ],
)
def test_a_change_is_read(typed: str, value: str, unit: str) -> None:
    found = parse_change(typed)

    assert found is not None
    assert (found.value, found.rest) == (Decimal(value), unit)


@pytest.mark.parametrize(
    "typed", ["下降-8.8%", "8.8", "-12", "下降", "大幅下降", "很多", "8.8.8%", "1e3%"]
)
def test_what_is_no_change_is_refused_in_plain_words(typed: str) -> None:
    text = f"文种: 工作会议讲话\n数据:\n  甲: {{值: 3, 单位: 件, 同比: {typed}}}\n"

    with pytest.raises(SpeechgenError) as caught:
        read_text(text, "素材.yaml")

    (problem,) = caught.value.problems
    assert problem.code == "bad-change"
    assert problem.message == f"“同比”写的是“{typed}”，看不出升降多少"
    assert "下降8.8%" in problem.hint


@pytest.mark.parametrize(
    ("figure", "message"),
    [
        (
            "值: 92%, 同比: 增长2%",
            "“甲”是百分数，同比写的是“增长2%”，百分数的升降要说个百分点",
        ),
        ("值: 9‰, 环比: 增长2%", "“甲”是千分数，环比写的是“增长2%”，千分数的升降要说个千分点"),
        (
            "值: 92, 单位: 件, 同比: 上升2个百分点",
            "“甲”不是百分数，同比写的是“上升2个百分点”，只有百分数才说个百分点",
        ),
        ("值: 92, 单位: 件, 同比: 增加3人", "“甲”的单位是件，同比写的是“增加3人”，单位对不上"),
    ],
)
def test_a_change_in_the_wrong_measure_is_refused(figure: str, message: str) -> None:
    figure = figure.replace("9‰", "9, 单位: ‰")

    (problem,) = sheet(f"甲: {{{figure}}}").problems

    assert (problem.code, problem.message) == ("change-unit", message)


def test_a_rate_that_grew_by_percent_is_told_the_points_to_write() -> None:
    (problem,) = sheet("甲: {值: 92%, 上年同期: 90%, 同比: 增长2%}").problems

    assert problem.hint == "写成 同比: 上升2个百分点；不是这么多百分点的，请换算"


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        ("值: 135, 单位: 件, 向好: 下降, 同比: -8.80%", "同比下降8.80%"),
        ("值: 92%, 同比: 提高2个百分点", "同比提高2个百分点"),
        ("值: 5, 单位: 天, 同比: 减少3天", "同比缩短3天"),
        ("值: 3.4万, 单位: 人, 同比: 减少1.2万人", "同比减少1.2万人"),
        ("值: 135, 单位: 件, 同比: 持平", "同比持平"),
        ("值: 135, 单位: 件, 同比: 基本持平", "同比基本持平"),
        ("值: 135, 单位: 件, 同比: 待核", "同比X"),
        ("值: 待核, 单位: 件, 同比: 增长3%", "同比增长3%"),
        ("值: 135, 单位: 件, 上年同期: 待核, 同比: 增长3%", "同比增长3%"),
        ("值: 135, 单位: 件, 上年同期: 148, 同比: 下降9%", "同比下降8.8%"),
        ("值: 0, 单位: 起, 向好: 下降, 同比: 持平", "继续保持为零"),
    ],
)
def test_a_stated_change_is_spoken_where_it_cannot_be_computed(figure: str, said: str) -> None:
    assert say("甲.同比", f"甲: {{{figure}}}") == said


def test_a_stated_change_speaks_in_every_phrase_that_compares() -> None:
    book = sheet(
        "甲: {值: 135, 单位: 件, 同比: 下降8.8%, 环比: 增加3件}\n"
        "乙: {值: 9, 单位: 件, 同比: 增长2%}"
    )

    words = ("增幅", "走势", "环比", "环比增减", "同比增减", "分别同比(乙)")
    assert [say(f"甲.{word}", book) for word in words] == [
        "下降8.8%",
        "下降",
        "环比增加3件",
        "环比增加3件",
        "同比X",
        "同比分别下降8.8%、增长2%",
    ]
    assert {"同比", "环比", "增幅", "走势"} == set(FAMILIES["comparing"])


def test_what_is_missing_is_the_change_that_was_promised() -> None:
    book = sheet("甲: {值: 135, 单位: 件, 同比: 待核, 环比: 待核}")

    assert speak("甲.同比", book).lacks == ("甲的同比",)
    assert speak("甲.环比", book).lacks == ("甲的环比",)


@pytest.mark.parametrize(
    ("change", "turned"),
    [("-8.8%", "good"), ("8.8%", "bad"), ("持平", "flat"), ("待核", "unknown")],
)
def test_a_stated_change_is_good_or_bad(change: str, turned: str) -> None:
    book = sheet(f"甲: {{值: 135, 单位: 件, 向好: 下降, 同比: {change}}}")

    assert sense(book.figures["甲"]) == turned


numbers = st.decimals(-2000, 2000, places=2) | st.integers(-50, 50).map(Decimal)
WORDS = ("同比", "环比", "增幅", "走势", "同比增减", "环比增减", "分别同比(甲)", "由到")


@given(
    numbers,
    st.sampled_from(["%", "个百分点", "件", "天", "万元"]),
    st.sampled_from(["12", "0", "待核"]),
    st.sampled_from(["上升", "下降", ""]),
)
@settings(max_examples=150, deadline=None)
def test_whatever_change_is_stated_is_spoken_in_its_own_direction(
    change: Decimal, unit: str, value: str, better: str
) -> None:
    own = "%" if unit == "个百分点" else unit if unit != "%" else "件"
    stated = f"{change:+f}{unit}"
    figure = f"值: {value}, 单位: '{own}', 同比: {stated}, 环比: {stated}"
    book = sheet(f"甲: {{{figure}{', 向好: ' + better if better else ''}}}")
    assert set(book.codes()) <= {"change-mismatch"}

    for word in WORDS:
        text = say(f"甲.{word}", book)
        assert not NONSENSE.search(text), (word, text)
        if "X" not in text:
            assert not change < 0 or not re.search(UP, text), (word, text)
            assert not change > 0 or not re.search(DOWN, text), (word, text)
            assert change or "持平" in text or "零" in text, (word, text)
