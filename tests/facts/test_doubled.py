"""Words typed before a phrase that prints them itself are told; others are let pass."""

from __future__ import annotations

import pytest

from speechgen.facts.read import read_text
from tests.drafting.papers import MEETING

FIGURES = """\
数据:
  在校生: {值: 5000, 单位: 人}
  乘车: {值: 300, 单位: 人}
  投资: {值: 62, 单位: 万元, 全年目标: 100}
  缺的: {值: 待核, 单位: 人}
"""


def told(line: str) -> list[str]:
    facts = read_text(f"{MEETING}{FIGURES}背景:\n- {line}\n", "素材.yaml")
    return [one.hint for one in facts.problems if one.code == "word-twice"]


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("乘车的占在校生的【乘车.占比(在校生)】", "占在校生的"),
        ("今天仍有【乘车.仍有】没回家", "仍有"),
        ("年底还差【投资.还差】", "还差"),
        ("已经完成【投资.完成】", "完成"),
        ("现在仍有【缺的.仍有】没回家", "仍有"),
    ],
)
def test_a_word_said_twice_is_told(line: str, word: str) -> None:
    assert told(line) == [f"请去掉“{word}”"]


@pytest.mark.parametrize(
    "line",
    [
        "乘车的【乘车】，【乘车.占比(在校生)】",
        "投资【投资】，【投资.完成】，【投资.还差】",
        "全年投资任务已【投资.完成】",
        "没回家的【乘车.仍有】，在校生【在校生】",
    ],
)
def test_other_words_are_let_pass(line: str) -> None:
    assert told(line) == []
