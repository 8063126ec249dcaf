"""Whatever a facts file holds, reading it ends soon, in facts or in problems."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speechgen.facts.read import read_text
from speechgen.problems import Problem, SpeechgenError

SOON = 20.0
"""Seconds, on a machine that does other things too."""


def problems(text: str) -> tuple[Problem, ...]:
    try:
        return read_text(text, "素材.yaml").problems
    except SpeechgenError as error:
        return error.problems


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("[" * 50_000, "too-deep", id="50,000 brackets"),
        pytest.param("主题: " + "{" * 50_000, "too-deep", id="50,000 braces"),
        pytest.param("- " * 50_000, "too-deep", id="50,000 dashes on a line"),
        pytest.param("? " * 50_000, "too-deep", id="50,000 question marks"),
        pytest.param("".join(f"{' ' * n}甲:\n" for n in range(500)), "too-deep", id="500 levels"),
        pytest.param(
            "甲: &a [x, x]\n乙: &b [*a, *a]\n丙: &c [*b, *b]\n丁: [*c, *c]\n",
            "yaml-anchor",
            id="an alias bomb",
        ),
        pytest.param("主题: 甲\x00\x1b[31m乙\n", "forbidden-character", id="control characters"),
        pytest.param("主题: 甲\ufdd0乙\ufdd1\n", "forbidden-character", id="our own marks"),
        pytest.param("主题: 甲\u2028乙\n", "forbidden-character", id="a hidden line end"),
        pytest.param("主题: 甲\ud800\n", "forbidden-character", id="half a surrogate pair"),
        pytest.param("主题: 甲\ufeff乙\n", "forbidden-character", id="a mark in the middle"),
        pytest.param("---\n" * 10_000, "second-document", id="10,000 documents"),
        pytest.param("主题：甲\n" * 10_000, "fullwidth-colon", id="10,000 slips"),
        pytest.param("成效:\n" + "- @甲\n" * 10_000, "special-start", id="10,000 other slips"),
        pytest.param("会议:\n" + "\t名称: 甲\n" * 10_000, "tab-indent", id="10,000 tabs"),
        pytest.param("会议:\n" + "　名称: 甲\n" * 10_000, "wide-space", id="10,000 wide spaces"),
        pytest.param(
            "".join(f"键{n}: 甲\n" for n in range(20_000)), "unknown-key", id="20,000 unknown keys"
        ),
        pytest.param(
            "数据:\n" + "".join(f"  数{n}: 甲\n" for n in range(10_000)),
            "bad-number",
            id="10,000 numbers that are none",
        ),
        pytest.param(
            "主题: 甲\n" + "  乙\n" * 50_000 + "  【", "figure-unclosed", id="a long fold"
        ),
        pytest.param('标题: "' + "甲\n" * 50_000, "unclosed-quote", id="a quote left open"),
        pytest.param(
            "数据: {甲: = " + "(" * 10_000 + "}", "formula-error", id="10,000 brackets more"
        ),
    ],
)
def test_hostile_text_ends_in_problems(text: str, code: str) -> None:
    start = perf_counter()

    found = problems(text)

    assert code in {problem.code for problem in found}
    assert len(found) <= 250
    assert perf_counter() - start < SOON


def test_what_is_quoted_shows_what_is_hidden() -> None:
    (first, *_) = problems("主题: 甲\u202e乙\x07\n")

    assert "\\u202e" in str(first)
    assert "\x07" not in str(first)


PIECES = st.sampled_from(
    [
        *"：:，,；-[]{}\"'#&*!|>@`%　\t\n\r 【】?~=<\\甲１0",
        *[
            "\n  ",
            "\n    ",
            ": ",
            " #",
            "- ",
            "\n- ",
            "\n  - ",
            "【甲】",
            "【甲.同比】",
            "待核",
            "---\n",
        ],
        *[
            "文种: ",
            "主题: ",
            "会议:",
            "数据:",
            "名称:",
            "值: ",
            "单位: 件",
            "成效:",
            "任务:",
            "要点: ",
        ],
        *[
            "\ufdd0",
            "\u2028",
            "\ud800",
            "\ue000",
            "\x00",
            "\x85",
            "\ufeff",
            "2024-02-30",
            "92%",
            "&a ",
        ],
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_pieces_of_facts_in_any_order_end_in_facts_or_problems(text: str) -> None:
    for problem in problems(text):
        assert problem.message
        assert not problem.message.endswith("。")


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_ends_in_facts_or_problems(text: str) -> None:
    for problem in problems(text):
        assert str(problem)


def test_numbers_of_seventy_digits_are_told_and_never_spoken() -> None:
    huge = "9" * 70
    text = (
        "文种: 工作会议讲话\n会议: {名称: 全县会议, 日期: 2025-08-12}\n数据:\n"
        f"  甲: {{值: {huge}, 单位: 件, 上年同期: 3}}\n"
        f"  乙: {{值: 5, 单位: 件, 上年同期: {huge}, 全年目标: {{市定: {huge}, 县定: 9}}}}\n"
        "  丙: = 甲 + 乙\n"
        f"表格:\n- 名称: 表\n  列: {{乡镇: 文字, 事故: 起}}\n  行: [[东, {huge}], [西, 3]]\n"
        "成绩:\n- 事故【甲】，【甲.同比】，【甲.占比(乙)】，【乙.分级完成】，【丙】，【表.事故】\n"
    )

    with pytest.raises(SpeechgenError) as caught:
        read_text(text, "素材.yaml")

    assert [problem.code for problem in caught.value.problems] == ["number-too-long"] * 4


def test_a_formula_that_grows_beyond_print_is_told() -> None:
    text = (
        "文种: 工作会议讲话\n会议: {名称: 全县会议, 日期: 2025-08-12}\n数据:\n"
        "  甲: {值: 999999999999999999, 单位: 件}\n"
        "  乙: {值: = 甲 × 甲, 单位: 件}\n  丙: {值: = 乙 × 乙, 单位: 件}\n"
        "成绩:\n- 事故【乙】，【丙】，【甲.倍数(乙)】，【乙.约数】，【乙.以亿计】\n"
    )

    with pytest.raises(SpeechgenError) as caught:
        read_text(text, "素材.yaml")

    assert [problem.code for problem in caught.value.problems] == ["formula-error"]
