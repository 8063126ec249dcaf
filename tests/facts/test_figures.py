"""Entries become figures: what is wrong in them is said, with its place."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from speechgen.facts.figure import Amount
from tests.facts.making import Sheet, say, sheet

EXEMPLARS = Path(__file__).parent.parent / "exemplars"
PRINTED_ELSEWHERE = {"延期小区"}
"""A name, not a figure."""


def only(book: Sheet) -> tuple[str, str, str]:
    """Return code, message and hint of the one problem there should be."""
    (problem,) = book.problems
    return problem.code, problem.message, problem.hint


@pytest.mark.parametrize("name", ["甲_工作会议讲话", "乙_经验交流材料"])
def test_an_exemplar_says_every_figure_as_its_facts_do(name: str) -> None:
    facts = (EXEMPLARS / f"{name}.yaml").read_text(encoding="utf-8")
    text = (EXEMPLARS / f"{name}.txt").read_text(encoding="utf-8")
    data = re.search(r"^数据:\n((?:[ #].*\n|\n)+)", facts, re.MULTILINE)
    assert data
    book = sheet(re.sub("^  ", "", data[1], flags=re.MULTILINE))
    expressions = set(re.findall("【([^】]+)】", facts)) - PRINTED_ELSEWHERE

    said = {expression: say(expression, book) for expression in sorted(expressions)}

    assert not book.problems
    assert len(said) > 15
    assert [text_of for text_of in said.values() if text_of not in text] == []


def test_a_formula_is_exact_and_unrounded() -> None:
    book = sheet("甲: {值: 950, 单位: 件}\n乙: {值: 1056, 单位: 件}\n率: = 甲 / 乙")

    value = book.figures["率"].value

    assert value is not None
    assert abs(value * 1056 - 95000) < Decimal("1e-20")
    assert book.figures["率"].inputs == ("甲", "乙")


def test_figures_keep_the_order_of_the_file() -> None:
    book = sheet("率: = 甲 / 乙\n乙: {值: 2, 单位: 件}\n甲: {值: 1, 单位: 件}")

    assert list(book.figures) == ["率", "乙", "甲"]


def test_a_value_not_yet_known_is_there_and_missing() -> None:
    book = sheet("甲: {值: 待核, 单位: 件, 由谁提供: 县信访局}\n乙: {状态: 待核, 单位: 件}")

    assert book.figures["甲"].amount == Amount(None, book.figures["甲"].place)
    assert book.figures["甲"].from_whom == "县信访局"
    assert book.figures["乙"].amount is not None


def test_targets_by_level_keep_their_names() -> None:
    book = sheet("甲: {值: 1, 单位: 个, 全年目标: {市定: 150, 县定: 165}}")

    figure = book.figures["甲"]

    assert [level for level, _ in figure.targets] == ["市定", "县定"]
    assert figure.target == figure.targets[0][1]


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        pytest.param("甲: {单位: 件}", "value-missing", "“甲”没有写值", id="no value"),
        pytest.param("甲: {值: 135}", "unit-missing", "“甲”没有写单位", id="no unit"),
        pytest.param("甲: 135", "unit-missing", "“甲”没有写单位", id="a bare number"),
        pytest.param(
            "甲: {位次: {由: 9, 至: 17, 共: 16}}",
            "rank-range",
            "“甲”的位次写的是第17位，一共只有16个",
            id="a rank beyond the last",
        ),
        pytest.param(
            "甲: {位次: {由: 9, 至: 0}}", "rank-range", "“甲”的位次写的是第0位", id="rank 0"
        ),
        pytest.param(
            "甲: {值: 1, 单位: 件, 小数: 40}",
            "wrong-decimals",
            "“甲”的小数位数写的是40，只能是0至6",
            id="forty decimals",
        ),
        pytest.param(
            f"甲: {{值: {'9' * 19}, 单位: 件}}",
            "number-too-long",
            "“甲”的值位数太多（整数最多18位，小数最多12位）",
            id="nineteen digits",
        ),
        pytest.param(
            "甲: {值: 1, 单位: 件, 分项: [乙类]}\n乙: {值: 1, 单位: 件}",
            "unknown-figure",
            "“甲”的分项里没有叫“乙类”的数据",
            id="an unknown part",
        ),
        pytest.param(
            "甲: {值: 1, 单位: 件, 总量: 甲}",
            "circular-parts",
            "“甲”的总量写的是它自己",
            id="itself",
        ),
    ],
)
def test_what_is_wrong_in_an_entry_is_said(text: str, code: str, message: str) -> None:
    assert only(sheet(text))[:2] == (code, message)


def test_a_number_that_counts_nothing_says_so() -> None:
    assert say("指数", "指数: {值: 105.2, 单位: 无}") == "105.2"


def test_five_million_digits_do_not_hang() -> None:
    book = sheet(f"甲: {{值: {'9' * 100_000}, 单位: 件}}\n乙: = 甲 * 2")

    assert book.codes() == ["number-too-long"]


def test_every_problem_has_the_line_of_its_entry() -> None:
    book = sheet("甲: {值: 1, 单位: 件}\n乙: {值: 2}\n丙: = 甲 + 丁")

    assert [str(problem.place) for problem in book.problems] == ["素材.yaml:3:4", "素材.yaml:2:8"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("甲: {值: 3.4万, 单位: 万元}", "magnitude-twice"),
        ("甲: {值: 12345.6, 单位: 万元, 上年同期: 1.1亿}", "magnitude-twice"),
        ("合: {值: 10, 单位: 件, 分项: [甲, 甲]}\n甲: {值: 5, 单位: 件}", "circular-parts"),
    ],
)
def test_a_size_or_a_part_said_twice_is_told(text: str, code: str) -> None:
    assert code in sheet(text).codes()


def test_ten_thousand_times_a_hundred_million_is_a_size_of_its_own() -> None:
    assert say("产值", "产值: {值: 1.2万, 单位: 亿元}") == "1.2万亿元"
