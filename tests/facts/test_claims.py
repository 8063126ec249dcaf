"""Claims typed round figures, and figures that turned: `tests/cases/claims/*.md`."""

from __future__ import annotations

from decimal import Decimal
from time import perf_counter

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from speechgen.facts.read import read_text
from speechgen.numerals import hedge_holds
from speechgen.problems import FactsPlace, Problem
from tests.facts.casefile import Case, cases

CASES = cases("claims")
CODES = {"claim-false", "hedge-double", "sense-turned", "word-twice"}
SENTENCE = "部分:\n  - 标题: 情况\n    导语: {}\n"
PLACES = {
    "句子": SENTENCE,
    "成绩": "成绩:\n  - {}\n",
    "问题": "问题:\n  - {}\n",
    "任务": "任务:\n  - {}\n",
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_claim_is_held_against_the_value(case: Case) -> None:
    told = [f"{problem.message}[{problem.code}] {problem.hint}" for problem in found(case.given)]

    assert ("\n".join(told) or "没有问题") == case.expected


def found(lines: str) -> list[Problem]:
    """Return what is said of figures, one a line, and sentences: `成绩｜信访总量【信访总量】`."""
    figures = "".join(f"  {line}\n" for line in lines.splitlines() if "｜" not in line)
    parts = [line.split("｜") for line in lines.splitlines() if "｜" in line]
    sentences = "".join(PLACES[place].format(sentence) for place, sentence in parts)
    return false_claims(f"文种: 工作会议讲话\n数据:\n{figures}{sentences}")


CLAIM = "，【信访总量.占控制数】，接近70%"
FACTS = """\
文种: 工作会议讲话
数据:
  信访总量: {{值: {value}, 单位: 件, 上年同期: 148, 全年控制数: 200}}
部分:
  - 标题: 情况
    导语:
      - 全县信访总量【信访总量】，【信访总量.占控制数】，接近70%
"""


def false_claims(text: str) -> list[Problem]:
    return [problem for problem in read_text(text, "素材.yaml").problems if problem.code in CODES]


def test_a_claim_that_a_new_value_makes_false_is_found_though_its_block_has_not_changed() -> None:
    before, after = FACTS.format(value=135), FACTS.format(value=150)

    assert [false_claims(text) for text in (before, after, before)] == [
        [],
        [*false_claims(after)],
        [],
    ]
    (problem,) = false_claims(after)
    assert problem.message == "“接近70%”不符：信访总量.占控制数是75%"
    assert (problem.severity, str(problem.place)) == ("error", "素材.yaml:7:34")


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("信访总量【信访总量】，接近200件", id="plain"),
        pytest.param('"信访总量【信访总量】，接近200件"', id="in quotes"),
        pytest.param(
            "接近尾声。信访总量【 信访总量 】，接近200件", id="the word stands there twice"
        ),
        pytest.param("信访总量【信访总量】，\n      接近200件", id="on the second line"),
        pytest.param("|\n      形势好转\n      信访总量【信访总量】，接近200件", id="in a block"),
        pytest.param("【【信访】总量【信访总量】，接近200件", id="behind a printed bracket"),
    ],
)
def test_a_false_claim_has_the_place_of_its_words(typed: str) -> None:
    text = f"文种: 工作会议讲话\n数据:\n  信访总量: {{值: 135, 单位: 件}}\n主题: {typed}\n"

    (problem,) = false_claims(text)

    assert isinstance(problem.place, FactsPlace)
    line = text.splitlines()[problem.place.line - 1]
    assert line[problem.place.column - 1 :].startswith("接近200件")


@given(
    st.integers(1, 10**9),
    st.integers(1, 10**9),
    st.sampled_from(["接近", "近", "超过", "不足", "约"]),
)
def test_a_typed_hedge_is_told_exactly_where_it_does_not_hold(
    value: int, named: int, hedge: str
) -> None:
    text = FACTS.format(value=value).replace(CLAIM, f"，{hedge}{named}件")

    assert bool(false_claims(text)) == (not hedge_holds(hedge, Decimal(value), Decimal(named)))


@given(st.integers(0, 10**9), st.integers(0, 10**9), st.sampled_from(["上升", "下降", "持平"]))
def test_a_typed_direction_is_told_exactly_where_the_numbers_went_another_way(
    value: int, then: int, turn: str
) -> None:
    text = FACTS.replace("148", str(then)).replace(CLAIM, f"，比上年{turn}").format(value=value)
    went = "上升" if value > then else "下降" if value < then else "持平"
    assume(went == turn or abs(value - then) * 1000 > then)

    assert bool(false_claims(text)) == (went != turn)


@pytest.mark.parametrize(
    "text",
    [
        "近" * 30_000,
        "，近【甲】" * 20_000,
        "【甲】，下降" * 20_000,
        "甲【甲】，近70件。" * 20_000,
        ("来访" * 400 + "【甲】，近70件。") * 100,
        ("，近3件" * 300 + "【甲】。") * 50,
    ],
)
def test_a_hostile_sentence_is_read_in_time(text: str) -> None:
    facts = (
        f"文种: 工作会议讲话\n数据:\n  甲: {{值: 3, 单位: 件, 上年同期: 2}}\n主题: {text}【甲】\n"
    )
    start = perf_counter()

    false_claims(facts)

    assert perf_counter() - start < 5
