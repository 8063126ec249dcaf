"""Formulas: what cannot be worked out is said in the office's words."""

from __future__ import annotations

import pytest

from tests.facts.making import Sheet, say, sheet

FIGURES = """
排查积案: {值: 126, 单位: 件}
化解积案: {值: 78, 单位: 件}
群众: {值: 300, 单位: 人}
满意度: {值: 90%}
零: {值: 0, 单位: 件}
待报: {值: 待核, 单位: 件}
空: {值: 待核, 单位: 件}
"""


def made(formula: str) -> Sheet:
    return sheet(FIGURES + f"结果: {formula}")


@pytest.mark.parametrize(
    ("formula", "code", "message", "hint"),
    [
        pytest.param(
            "= 化解积案 / 排查",
            "unknown-figure",
            "“结果”的算式“= 化解积案 / 排查”：没有叫“排查”的数据",
            "是不是“排查积案”",
            id="an unknown name has its nearest",
        ),
        pytest.param(
            "= 结果数 / 排查积案",
            "unknown-figure",
            "“结果”的算式“= 结果数 / 排查积案”：没有叫“结果数”的数据",
            "算式里的名称要先在“数据”里写上",
            id="its own name is never what was meant",
        ),
        pytest.param(
            "= SUM(化解积案, 零)",
            "formula-error",
            "“结果”的算式“= SUM(化解积案, 零)”：没有“SUM”这个算法",
            "请改成“合计”，如 = 合计(甲, 乙)",
            id="a function of Excel",
        ),
        pytest.param(
            "= 平均值（化解积案、零）",
            "formula-error",
            "“结果”的算式“= 平均值（化解积案、零）”：没有“平均值”这个算法",
            "请改成“平均”，如 = 平均(甲, 乙)",
            id="a function by another name",
        ),
        pytest.param(
            "= 化解积案^2",
            "formula-error",
            "“结果”的算式“= 化解积案^2”：不认识的符号“^”",
            "算式里用 + - × ÷ 和括号",
            id="a sign inside a word",
        ),
        pytest.param(
            "= 化解积案 > 零",
            "formula-error",
            "“结果”的算式“= 化解积案 > 零”：不认识的符号“>”",
            "算式里用 + - × ÷ 和括号",
            id="a sign by itself",
        ),
        pytest.param(
            "= 化解积案 = 零",
            "formula-error",
            "“结果”的算式“= 化解积案 = 零”：不认识的符号“=”",
            "算式里用 + - × ÷ 和括号",
            id="a second =",
        ),
        pytest.param(
            "= 化解积案数 / 排查积案",
            "unknown-figure",
            "“结果”的算式“= 化解积案数 / 排查积案”：没有叫“化解积案数”的数据",
            "是不是“化解积案”",
            id="a name is not cut short",
        ),
        pytest.param(
            "= 化解积案 + 群众",
            "unit-mismatch",
            "“结果”的算式“= 化解积案 + 群众”：单位不同，不能相加（件和人）",
            "请核对算式里各项的单位",
            id="件 and 人",
        ),
        pytest.param(
            "= 化解积案 - 满意度",
            "unit-mismatch",
            "“结果”的算式“= 化解积案 - 满意度”：单位不同，不能相减（件和百分数）",
            "请核对算式里各项的单位",
            id="件 and percent",
        ),
        pytest.param(
            "= 化解积案 / 群众",
            "unit-missing",
            "“结果”的算式“= 化解积案 / 群众”：从算式看不出单位",
            "请写上单位，如 {值: = …, 单位: 万元}",
            id="件 per 人 has no name",
        ),
        pytest.param(
            "= 化解积案 / 零",
            "zero-division",
            "“结果”的算式“= 化解积案 / 零”：除数是0",
            "请核对除数",
            id="division by zero",
        ),
        pytest.param(
            "= 化解积案 / 排查积案 * 100",
            "formula-error",
            "“结果”的算式“= 化解积案 / 排查积案 * 100”：相除得到的已经是百分数，不用再乘100",
            "请去掉“× 100”",
            id="a hundred too much",
        ),
        pytest.param(
            "= 100 × 化解积案 / 排查积案",
            "formula-error",
            "“结果”的算式“= 100 × 化解积案 / 排查积案”：相除得到的已经是百分数，不用再乘100",
            "请去掉乘上的100",
            id="a hundred too much, first",
        ),
        pytest.param(
            "= 1 - 占比(化解积案,排查积案)×100",
            "formula-error",
            "“结果”的算式“= 1 - 占比(化解积案,排查积案)×100”：相除得到的已经是百分数，不用再乘100",
            "请去掉“× 100”",
            id="a hundred too much in a term",
        ),
        pytest.param(
            "= 满意度 × 100",
            "formula-error",
            "“结果”的算式“= 满意度 × 100”：百分数不用再乘100",
            "请去掉“× 100”",
            id="a hundred times a rate",
        ),
        pytest.param(
            "{值: = 化解积案 + 排查积案, 单位: 人}",
            "unit-mismatch",
            "“结果”的算式“= 化解积案 + 排查积案”：写的单位是人，算出来的是件",
            "请核对算式，或去掉单位",
            id="another unit stated",
        ),
        pytest.param(
            "= （化解积案 + 零",
            "formula-error",
            "“结果”的算式“= （化解积案 + 零”：少了右括号",
            "例如 = （甲 + 乙）÷ 丙",
            id="a bracket left open",
        ),
        pytest.param(
            "= 化解积案 +",
            "formula-error",
            "“结果”的算式“= 化解积案 +”：没有写完",
            "例如 = （甲 + 乙）÷ 丙",
            id="nothing after +",
        ),
        pytest.param(
            '"="',
            "formula-error",
            "“结果”的算式“= ”：没有写完",
            "例如 = （甲 + 乙）÷ 丙",
            id="nothing at all",
        ),
        pytest.param(
            "= 化解积案 ) + 零",
            "formula-error",
            "“结果”的算式“= 化解积案 ) + 零”：“)”不该在这里",
            "例如 = （甲 + 乙）÷ 丙",
            id="a bracket too many",
        ),
        pytest.param(
            "= 占比(化解积案)",
            "formula-error",
            "“结果”的算式“= 占比(化解积案)”：“占比”的括号里要写两个数据：部分、总量",
            "例如 = 占比(重复信访, 信访总量)",
            id="a share of nothing",
        ),
        pytest.param(
            "= 结果 + 1",
            "circular-formula",
            "算式绕成了圈：结果→结果",
            "请把其中一个改成填报的数",
            id="itself",
        ),
    ],
)
def test_a_formula_that_cannot_be_worked_out_says_why(
    formula: str, code: str, message: str, hint: str
) -> None:
    (problem,) = made(formula).problems

    assert (problem.code, problem.message, problem.hint) == (code, message, hint)
    assert str(problem.place).startswith("素材.yaml:9:")


def test_a_circle_is_named_once_and_what_hangs_on_it_is_not() -> None:
    book = sheet("丁: = 甲 + 1\n甲: = 乙 + 1\n乙: = 丙 * 2\n丙: = 甲\n戊: {值: 1, 单位: 件}")

    (problem,) = book.problems

    assert problem.message == "算式绕成了圈：甲→乙→丙→甲"
    assert str(problem.place) == "素材.yaml:2:4"
    assert list(book.figures) == ["丁", "甲", "乙", "丙", "戊"]


def test_two_circles_are_two_problems() -> None:
    book = sheet("甲: = 乙\n乙: = 甲\n丙: = 丁\n丁: = 丙")

    assert [p.message for p in book.problems] == [
        "算式绕成了圈：甲→乙→甲",
        "算式绕成了圈：丙→丁→丙",
    ]


def test_a_failed_formula_does_not_make_others_fail() -> None:
    book = sheet("甲: {值: 1, 单位: 件}\n乙: = 甲 / 没有\n丙: = 乙 / 甲\n丁: = 丙 + 1")

    assert book.codes() == ["unknown-figure"]


@pytest.mark.parametrize(
    "formula",
    [
        "= 待报 / 排查积案",
        "= 排查积案 / 待报",
        "= 1 - 待报 / 排查积案",
        "= 占比(待报, 排查积案)",
        "= 同比(排查积案)",
    ],
)
def test_a_missing_input_makes_a_missing_rate(formula: str) -> None:
    book = made(formula)

    assert not book.problems
    assert say("结果", book) == "X%"


def test_a_missing_input_of_a_sum_keeps_the_unit() -> None:
    assert say("结果", made("= 排查积案 - 待报")) == "X件"
    assert say("结果", made("= 最大(排查积案、待报)")) == "X件"


@pytest.mark.parametrize(
    "formula",
    [
        pytest.param("= " + "(" * 200 + "1" + ")" * 200, id="two hundred brackets"),
        pytest.param("= " + "-" * 400 + "1", id="four hundred signs"),
        pytest.param("= " + "1+" * 400 + "1", id="eight hundred characters"),
        pytest.param("= __import__('os')", id="python"),
        pytest.param("= 1e9 * 2", id="an exponent"),
        pytest.param("= 1,234 + 1", id="a comma"),
        pytest.param("= 1 = 1", id="a comparison"),
        pytest.param("= 9 ** 9", id="a power"),
        pytest.param("= 排查积案.值", id="an attribute"),
    ],
)
def test_a_hostile_formula_is_refused(formula: str) -> None:
    codes = made(f"'{formula}'" if "'" not in formula else f'"{formula}"').codes()

    assert len(codes) == 1
    assert codes[0] in {"formula-error", "unknown-figure"}


def test_squaring_again_and_again_ends() -> None:
    lines = ["x0: {值: 99, 单位: 无}"]
    lines += [f"x{n + 1}: {{值: = x{n} * x{n}, 单位: 无}}" for n in range(40)]

    book = sheet("\n".join(lines))

    assert book.codes() == ["formula-error"]


def test_a_chain_of_five_thousand_formulas_is_worked_out() -> None:
    lines = ["x0: {值: 1, 单位: 件}"]
    lines += [f"x{n + 1}: = x{n} + 1" for n in range(1000)]

    assert say("x1000", "\n".join(reversed(lines))) == "1001件"


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        ("= 化解积案/排查积案", "61.9%"),
        ("= 排查积案-化解积案", "48件"),
        ("= 化解积案 ÷ 0.5", "156件"),
        ("= 3万 × 化解积案 / 排查积案 × 排查积案", "2340000件"),
        ("= 满意度 - 5%", "85%"),
        ("= 100% - 满意度", "10%"),
        ("= 群众 × 满意度", "270人"),
        ("= +化解积案 − 8", "70件"),
        ("= 平均(化解积案，排查积案)", "102件"),
        ("=化解积案", "78件"),
    ],
)
def test_a_formula_gives(formula: str, said: str) -> None:
    book = made(f"'{formula}'")

    assert not book.problems
    assert say("结果", book) == said


def test_a_name_may_be_called_like_a_function() -> None:
    book = sheet("合计: {值: 8, 单位: 件}\n半: = 合计 / 2\n共: = 合计(合计、半)")

    assert not book.problems
    assert say("共", book) == "12件"


def test_every_dash_is_a_minus() -> None:
    for dash in "-－−–—":
        assert say("结果", made(f"= 排查积案 {dash} 化解积案")) == "48件"


@pytest.mark.parametrize(
    ("formula", "unit", "code"),
    [
        ("案件 / 人 × 1000", "‰", "formula-error"),
        ("案件 / 人口 × 10000", "件/万人", "formula-error"),
        ("案件 / 人口", "件/十万人", "unit-mismatch"),
        ("案件 / 人口", "件/10万人", "unit-mismatch"),
        ("出生 / 人口 × 1000", "‰", "formula-error"),
    ],
)
def test_a_size_that_the_unit_says_is_not_multiplied_by_again(
    formula: str, unit: str, code: str
) -> None:
    text = "案件: {值: 30, 单位: 件}\n人口: {值: 50, 单位: 万人}\n出生: {值: 3200, 单位: 人}\n"
    book = sheet(f"{text}人: {{值: 500, 单位: 件}}\n率: {{值: = {formula}, 单位: {unit}}}")

    assert book.codes() == [code]


def test_cases_for_ten_thousand_people_need_no_factor() -> None:
    figures = "案件: {值: 30, 单位: 件}\n人口: {值: 50, 单位: 万人}\n"

    assert say("率", figures + "率: {值: = 案件 / 人口, 单位: 件/万人}") == "0.6件/万人"


@pytest.mark.parametrize(
    ("done", "all_of_them", "rate"), [(950, 1056, "90%"), (74, 77, "96.1%"), (38, 41, "92.7%")]
)
def test_the_known_rates(done: int, all_of_them: int, rate: str) -> None:
    figures = f"总数: {{值: {all_of_them}, 单位: 件}}\n办结: {{值: {done}, 单位: 件}}\n"

    assert say("办结率", figures + "办结率: = 办结 ÷ 总数") == rate
