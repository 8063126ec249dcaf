"""Directions and judgements of size, held against a change."""

from __future__ import annotations

from decimal import Decimal

import pytest

from speechgen.claims.judged import Change, Claim, verdict
from speechgen.claims.sentence import About


def change(now: str, then: str, unit: str = "件") -> Change:
    return Change(About("来访", unit, Decimal(now)), Decimal(then), "上年同期")


@pytest.mark.parametrize(
    ("now", "then", "unit", "word", "is_true"),
    [
        ("110", "100", "件", "明显", True),
        ("109", "100", "件", "明显", False),
        ("90", "100", "件", "明显", True),
        ("104", "100", "件", "略有", True),
        ("105", "100", "件", "略有", False),
        ("98", "90", "%", "明显", True),
        ("92", "90", "%", "明显", False),
        ("2.3", "2", "%", "明显", True),
        ("92", "90", "%", "略有", True),
        ("95", "90", "%", "略有", False),
        ("5", "0", "件", "略有", True),
    ],
)
def test_a_change_is_big_or_small(
    now: str,
    then: str,
    unit: str,
    word: str,
    is_true: bool,  # noqa: FBT001 - what is expected
) -> None:
    claim = Claim(word, "", word, is_big=word == "明显")

    assert (verdict(claim, change(now, then, unit)) is None) is is_true


@pytest.mark.parametrize(
    ("now", "then", "turn", "right"),
    [
        ("120", "100", "下降", "可写“上升”"),
        ("80", "100", "增长", "可写“下降”"),
        ("80", "100", "提高", "可写“下降”"),
        ("100", "100", "上升", "可写“与上年同期持平”"),
        ("120", "100", "持平", "可写“比上年同期上升”"),
        ("150", "100", "翻番", "可写“比上年同期增长”"),
        ("-3", "-5", "下降", "可写“上升”"),
    ],
)
def test_a_false_direction_is_told_with_the_true_one(
    now: str, then: str, turn: str, right: str
) -> None:
    found = verdict(Claim(turn, turn), change(now, then))

    assert found is not None
    assert found.hint == right


@pytest.mark.parametrize(
    ("now", "then", "turn"),
    [
        ("120", "100", "上升"),
        ("100", "100", "持平"),
        ("1000001", "1000000", "持平"),
        ("100.9", "100", "基本持平"),
        ("200", "100", "翻番"),
        ("400", "100", "翻两番"),
        ("0", "3", "下降"),
        ("3", "0", "上升"),
        ("3", "0", "翻番"),
    ],
)
def test_a_true_direction_is_silent(now: str, then: str, turn: str) -> None:
    assert verdict(Claim(turn, turn), change(now, then)) is None
