"""The search that comes before the rules finds every text they may tell something of."""

from __future__ import annotations

from itertools import product

import pytest

from speechgen.claims.triggers import triggers
from speechgen.claims.words import (
    DOWN,
    GOAL_WORDS,
    GOALS_NAMED,
    HEDGES_BEHIND,
    HEDGES_OF_NAMES,
    UP,
)

SLOT, END = "<", ">"
FIGURE = f"{SLOT}来访{END}"


@pytest.mark.parametrize(
    "typed",
    [
        *(word + much + goal for word, much, goal in product(GOAL_WORDS, ("", "了"), GOALS_NAMED)),
        *(word + much + "目标" for word, much in product(GOAL_WORDS, ("", "了"))),
        *(f"{word}全市办结率{FIGURE}" for word in HEDGES_OF_NAMES),
        *(f"{FIGURE}{word}" for word in HEDGES_BEHIND),
        *(f"占总数的25%{word}" for word in HEDGES_BEHIND),
        *(f"{word}{FIGURE}" for word in ("同比", "环比", *UP, *DOWN)),
        *("比上年同期多185件", "比去年少近20件", "同比下降一成以上", "提高4.2个百分点"),
        *("超过七成五", "完成全年目标的九成", "占总数的两成多", "已过全年目标的一半"),
    ],
)
def test_a_claim_is_searched_for(typed: str) -> None:
    found = [word for word in triggers(SLOT, END, ()) if word in f"{FIGURE}，{typed}。"]

    assert found


def test_a_sentence_that_claims_nothing_is_not_looked_at() -> None:
    text = f"全县信访总量{FIGURE}，其中来信占{FIGURE}，主要反映征地拆迁。"

    assert not [word for word in triggers(SLOT, END, ("件", "%")) if word in text]
