"""Numbers: read as typed, printed short, called 余 or 近 only where it is true."""

from __future__ import annotations

from decimal import Decimal

import pytest

from speechgen.numerals import chinese, counted, hedge_holds, parse_amount, percent, plain, rounded


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("67.5", "67.5%"),
        ("90.0", "90%"),
        ("8.783", "8.8%"),
        ("8.75", "8.8%"),
        ("0.05", "0.1%"),
        ("0", "0%"),
        ("0.02", "0.02%"),
        ("0.003", "0.003%"),
        ("100", "100%"),
        ("99.95", "99.95%"),
        ("99.999", "99.999%"),
        ("100.04", "100.04%"),
        ("1234.56", "1234.6%"),
    ],
)
def test_a_percentage_has_one_decimal_unless_that_would_lie(value: str, printed: str) -> None:
    assert percent(Decimal(value)) == printed


@pytest.mark.parametrize(
    ("word", "value", "named", "true"),
    [
        ("余", "34618", "34000", True),
        ("余", "34000", "34000", False),
        ("逾", "33999", "34000", False),
        ("接近", "67.5", "70", True),
        ("接近", "75", "70", False),
        ("近", "66.5", "70", True),
        ("近", "66.4", "70", False),
        ("近", "70", "70", False),
        ("不足", "69", "70", True),
        ("不足", "70", "70", False),
        ("约", "100", "100", True),
        ("约", "105", "100", True),
        ("左右", "106", "100", False),
        ("超过", "100", "100", False),
        ("约", "1", "0", False),
    ],
)
def test_a_hedge_holds(word: str, value: str, named: str, true: bool) -> None:  # noqa: FBT001 - of a case
    assert hedge_holds(word, Decimal(value), Decimal(named)) is true


def test_half_is_rounded_up() -> None:
    assert rounded(Decimal("9.16666"), 1) == Decimal("9.2")
    assert rounded(Decimal("0.25"), 1) == Decimal("0.3")
    assert rounded(Decimal("-0.25"), 1) == Decimal("-0.3")


def test_a_number_prints_without_exponent_or_minus_zero() -> None:
    assert plain(Decimal("1E+3")) == "1000"
    assert plain(Decimal("-0.0")) == "0.0"


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("135", (Decimal(135), "", "")),
        ("92%", (Decimal(92), "", "%")),
        ("３．４万", (Decimal("3.4"), "万", "")),
        ("1,234", None),
        ("1e3", None),
        ("", None),
    ],
)
def test_an_amount_is_read_as_typed(typed: str, amount: tuple[Decimal, str, str] | None) -> None:
    assert parse_amount(typed) == amount


def test_counts_are_written_in_chinese() -> None:
    assert [chinese(n) for n in (1, 10, 12, 20, 21)] == ["一", "十", "十二", "二十", "二十一"]
    assert [chinese(n) for n in (100, 105, 110, 999)] == [
        "一百",
        "一百零五",
        "一百一十",
        "九百九十九",
    ]
    assert counted(2) == "两"
    with pytest.raises(ValueError, match="1000"):
        chinese(1000)
