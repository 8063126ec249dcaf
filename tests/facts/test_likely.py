"""The hint at a phrase: the nearest word, never the contrary."""

from __future__ import annotations

import pytest

from speechgen.facts.likely import likely
from speechgen.facts.phrases import every_word


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("同彼", "同比"),
        ("占比例", "占比"),
        ("不超", "不超过"),
        ("完成数", "完成"),
        ("未完成", None),
        ("超过了", "超过"),
    ],
)
def test_the_nearest_word_is_hinted(typed: str, hint: str | None) -> None:
    assert likely(typed, every_word()) == hint


@pytest.mark.parametrize(
    ("typed", "contrary"),
    [
        ("不多于", ("多于", "少于")),
        ("没有超过", ("超过",)),
        ("未达到", ("达到",)),
        ("同比下降", ("同比增长", "同比增幅", "同比增速")),
        ("最小", ("最高", "最多")),
        ("最大", ("最低", "最少")),
        ("后二", ("前二",)),
    ],
)
def test_the_contrary_is_never_hinted(typed: str, contrary: tuple[str, ...]) -> None:
    assert likely(typed, every_word()) not in contrary
