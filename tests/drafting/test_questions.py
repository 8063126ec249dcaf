"""What a wording may ask of the figures."""

from __future__ import annotations

import pytest

from speechgen.drafting.questions import QUESTIONS
from speechgen.drafting.speaker import Speaker
from speechgen.facts.read import read_text
from tests.drafting.papers import MEETING


@pytest.mark.parametrize(
    ("value", "ceiling", "room"),
    [
        ("0", "0", "够"),
        ("1", "0", "超出"),
        ("20", "20", "超出"),
        ("19", "20", "紧"),
        ("3", "20", "够"),
        ("待核", "20", "未知"),
    ],
)
def test_how_what_is_left_under_a_ceiling_stands(value: str, ceiling: str, room: str) -> None:
    figure = f"{{值: {value}, 单位: 起, 时段: 1至7月, 全年控制数: {ceiling}, 向好: 下降}}"
    facts = read_text(f"{MEETING}数据: {{较大事故: {figure}}}\n", "素材.yaml")

    assert QUESTIONS["room"]("较大事故", Speaker(facts).speak, facts) == room
