"""Shares that are printed together add up to 100, and none is far from what it is."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from speechgen.facts.remainder import shares
from speechgen.numerals import EXACT

values = st.lists(
    st.one_of(
        st.integers(0, 10**9).map(Decimal),
        st.decimals(0, 10**6, places=2),
        st.sampled_from([Decimal(0), EXACT.divide(Decimal(1), Decimal(3))]),
    ),
    min_size=1,
    max_size=30,
)


@pytest.mark.parametrize(
    ("given_values", "printed"),
    [
        pytest.param("96 1924 5393", "1.3 26.0 72.7", id="the batches of the petition office"),
        pytest.param("1 1 1", "33.4 33.3 33.3", id="of equal ones the first gets what is left"),
        pytest.param("1 1 1 1 1 1", "16.7 16.7 16.7 16.7 16.6 16.6", id="four steps are left"),
        pytest.param("0 5", "0.0 100.0", id="zero stays zero"),
        pytest.param("1E+3 1000", "50.0 50.0", id="a number typed in 万 or 亿"),
    ],
)
def test_shares_are_rounded_so_that_they_add_up(given_values: str, printed: str) -> None:
    found = shares([Decimal(value) for value in given_values.split()])

    assert " ".join(map(str, found)) == printed


@given(values, st.integers(0, 4))
def test_shares_add_up_to_exactly_100(numbers: list[Decimal], places: int) -> None:
    assume(any(numbers))

    assert sum(shares(numbers, places)) == Decimal(100)


@given(values)
def test_no_share_is_a_step_away_and_zero_stays_zero(numbers: list[Decimal]) -> None:
    assume(any(numbers))
    total = sum(numbers)

    for number, share in zip(numbers, shares(numbers), strict=True):
        assert abs(share - number * 100 / total) < Decimal("0.1")
        assert number or not share


@given(values)
def test_a_larger_value_has_no_smaller_share(numbers: list[Decimal]) -> None:
    assume(any(numbers))
    found = sorted(zip(numbers, shares(numbers), strict=True))

    assert [share for _, share in found] == sorted(share for _, share in found)


@pytest.mark.parametrize("numbers", [[], [Decimal(0)], [Decimal(3), Decimal(-1)]])
def test_there_are_no_shares_of_nothing(numbers: list[Decimal]) -> None:
    with pytest.raises(ValueError, match="no shares of"):
        shares(numbers)
