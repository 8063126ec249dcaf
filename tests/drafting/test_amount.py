"""篇幅 and 时长: stock follows, facts never drop."""

from __future__ import annotations

import re

import pytest

from speechgen.drafting.amount import minutes
from tests.drafting.papers import EXEMPLARS, MEETING, drafted, paragraphs

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
        ("一个半小时", 90),
        ("1小时30分", 90),
        ("1.5小时", 90),
        ("20-30分钟", 30),
        ("二十分钟到半小时", 30),
        ("两刻钟", 30),
        ("一百二十分钟", 0),
        ("百分钟", 0),
    ],
)
def test_minutes(typed: str, meant: int) -> None:
    assert minutes(typed) == meant


def test_a_duration_that_is_not_understood_is_said() -> None:
    assert "duration-unread" in codes("时长: 不长")


def test_a_duration_that_is_awaited_is_said_in_words() -> None:
    [told] = [p.message for p in drafted(f"{FACTS}\n时长: 待核\n").advice if "时长" in p.message]

    assert told == "时长还待核，按中等篇幅写"


def test_nobody_who_asked_for_a_short_paper_is_told_to_make_it_longer() -> None:
    assert "length-short" in {p.code for p in drafted(f"{MEETING}任务: [守堤]\n").advice}
    assert "length-short" not in {
        p.code for p in drafted(f"{MEETING}任务: [守堤]\n篇幅: 短\n").advice
    }


def test_where_both_are_asked_for_the_characters_decide() -> None:
    assert length("篇幅: 3000\n时长: 5分钟") == length("篇幅: 3000")
