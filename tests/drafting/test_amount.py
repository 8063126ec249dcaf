"""篇幅 and 时长: stock follows, facts never drop."""

from __future__ import annotations

import re

import pytest

from speechgen.drafting.amount import minutes
from tests.drafting.papers import EXEMPLARS, drafted, paragraphs

FACTS = next(p for p in EXEMPLARS if "工作会议讲话" in p.name).read_text("utf-8")


def length(amount: str) -> int:
    return len("".join(paragraphs(drafted(f"{FACTS}\n{amount}\n"))))


def codes(amount: str) -> list[str]:
    return [problem.code for problem in drafted(f"{FACTS}\n{amount}\n").advice]


def test_short_is_shorter_and_long_is_longer() -> None:
    short, middle, long = (length(f"篇幅: {word}") for word in "短中长")

    assert short < middle * 0.95
    assert middle * 1.05 < long


def test_no_fact_drops_whatever_the_length() -> None:
    for amount in ("篇幅: 短", "篇幅: 1000", "时长: 5分钟", "篇幅: 长"):
        assert "not-printed" not in codes(amount)


@pytest.mark.parametrize("wanted", [2700, 3050, 3400])
def test_a_number_of_characters_takes_the_nearest_level(wanted: int) -> None:
    lengths = [length(f"篇幅: {n}") for n in (1000, 2700, 3050, 3400, 9000)]

    assert min(abs(n - wanted) for n in lengths) == abs(length(f"篇幅: {wanted}") - wanted)


def test_what_cannot_be_reached_is_said() -> None:
    assert "length-short" in codes("篇幅: 9000")
    assert "length-long" in codes("篇幅: 500")


def test_a_duration_counts_two_hundred_characters_a_minute() -> None:
    assert length("时长: 15分钟") == length("篇幅: 3000")


def test_another_value_changes_no_sentence_of_a_fitted_paper() -> None:
    amount = "\n篇幅: 3300\n"
    before = paragraphs(drafted(FACTS + amount))
    after = paragraphs(drafted(FACTS.replace("值: 216", "值: 1234567") + amount))

    def masked(text: str) -> str:
        return re.sub(r"\d+", "#", text)

    assert [masked(text) for text in before] == [masked(text) for text in after]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("20分钟", 20),
        ("半小时", 30),
        ("1小时", 60),
        ("一刻钟左右", 15),
        ("二十五分钟", 25),
        ("两个小时", 120),
        ("不长", 0),
        ("10 分钟以内", 10),
        ("２０分钟", 20),
    ],
)
def test_minutes(typed: str, meant: int) -> None:
    assert minutes(typed) == meant


def test_a_duration_that_is_not_understood_is_said() -> None:
    assert "duration-unread" in codes("时长: 不长")
