"""Hedged numbers are read as they are typed, and held against a value."""

from __future__ import annotations

from decimal import Decimal

import pytest

from speechgen.claims.numbers import Typed, holds, of_unit, true_words, typed_numbers


def typed(text: str, unit: str) -> Typed | None:
    found = [number for one in typed_numbers(text) if (number := of_unit(one, text, unit))]
    assert len(found) < 2
    return found[0] if found else None


@pytest.mark.parametrize(
    ("text", "unit", "hedge", "named"),
    [
        ("接近70%", "%", "接近", "70"),
        ("突破130件", "件", "突破", "130"),
        ("130余件", "件", "余", "130"),
        ("3.4万余人", "人", "余", "34000"),
        ("10余万人", "人", "余", "100000"),
        ("34万多元", "万元", "余", "340000"),
        ("逾35亿元", "亿元", "逾", "3500000000"),
        ("130件左右", "件", "约", "130"),
        ("95%以上", "%", "以上", "95"),
        ("不到三成", "%", "不足", "30"),
        ("近七成半", "%", "近", "75"),
        ("三成以下", "%", "以下", "30"),
        ("超过四分之三", "%", "超过", "75"),
        ("过半", "%", "超过", "50"),
        ("近半", "%", "近", "50"),
        ("一半以上", "%", "以上", "50"),
    ],
)
def test_a_hedged_number_is_read(text: str, unit: str, hedge: str, named: str) -> None:
    number = typed(text, unit)

    assert number is not None
    assert (number.words, number.hedge, number.named) == (text, hedge, Decimal(named))


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        pytest.param("135件", "件", id="no hedge"),
        pytest.param("三成", "%", id="a share without a hedge"),
        pytest.param("近30件", "人", id="another unit"),
        pytest.param("近3000人次", "人", id="人次 is not 人"),
        pytest.param("近5个月", "个", id="个月 is not 个"),
        pytest.param("最近30件", "件", id="最近 is not 近"),
        pytest.param("预约30件", "件", id="预约 is not 约"),
        pytest.param("不超过30件", "件", id="a bound, not a claim"),
        pytest.param("没有突破30件", "件", id="denied"),
        pytest.param("近半个月", "%", id="half of a month"),
    ],
)
def test_what_is_no_hedged_number_of_the_unit_is_left_alone(text: str, unit: str) -> None:
    assert typed(text, unit) is None


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        ("130余件", ("131", "139"), ("130", "140", "90")),
        ("100余件", ("101", "199"), ("100", "200")),
        ("接近70件", ("66.5", "69.9"), ("66", "70", "75")),
        ("超过70件", ("70.1", "700"), ("70", "69")),
        ("不足70件", ("0", "69"), ("70", "71")),
        ("70件左右", ("66.5", "70", "73.5"), ("66", "74")),
        ("70件以上", ("70", "71"), ("69.9",)),
        ("70件以内", ("70", "69"), ("70.1",)),
    ],
)
def test_a_hedge_is_true_within_its_bounds(
    text: str, true: tuple[str, ...], false: tuple[str, ...]
) -> None:
    number = typed(text, "件")

    assert number is not None
    assert all(holds(number, Decimal(value)) for value in true)
    assert not any(holds(number, Decimal(value)) for value in false)


@pytest.mark.parametrize(
    ("value", "word"), [("71", "超过"), ("70", "达到"), ("67", "接近"), ("40", "不足")]
)
def test_the_word_that_would_be_true_is_known(value: str, word: str) -> None:
    assert true_words(Decimal(value), Decimal(70)) == word
