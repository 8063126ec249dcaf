"""分项 and 总量: what does not add up is said with both values and both lines."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.facts.making import say, sheet

VISITS = """接访批次: {{值: {total}, 单位: 批次, 分项: [市级, 县级, 其他]}}
市级: {{值: 96, 单位: 批次}}
县级: {{值: 1924, 单位: 批次}}
其他: {{值: {other}, 单位: 批次}}
"""


def test_parts_that_add_up_are_left_alone() -> None:
    book = sheet(VISITS.format(total=7413, other=5393))

    assert not book.problems
    assert not book.disputed


def test_parts_that_do_not_add_up_are_in_dispute() -> None:
    book = sheet("\n" * 11 + VISITS.format(total=7400, other=5393))

    (problem,) = book.problems

    assert str(problem) == (
        "素材.yaml:12:11: “接访批次”填报 7400，与分项之和 7413 不符（96 + 1924 + 5393）"
        "[sum-mismatch]\n    请核对第 12 行的合计，或第 13 至 15 行的分项"
    )
    assert problem.severity == "error"
    assert book.disputed == {"接访批次", "市级", "县级", "其他"}


def test_lines_that_lie_apart_are_listed() -> None:
    book = sheet(
        "共: {值: 4, 单位: 件, 分项: [甲, 乙]}\n甲: {值: 1, 单位: 件}\n\n乙: {值: 2, 单位: 件}"
    )

    assert book.problems[0].hint == "请核对第 1 行的合计，或第 2、4 行的分项"


def test_a_missing_part_is_no_mismatch() -> None:
    assert not sheet(VISITS.format(total=7413, other="待核")).problems
    assert not sheet(VISITS.format(total="待核", other=5393)).problems


@pytest.mark.parametrize(
    ("total", "agrees"),
    [
        pytest.param("值: 30749", True, id="exact"),
        pytest.param("值: 30750", False, id="one off"),
        pytest.param("值: 30750, 允许误差: {值: 1, 理由: 四舍五入}", True, id="accepted"),
        pytest.param("值: 30760, 允许误差: {值: 1, 理由: 四舍五入}", False, id="beyond it"),
        pytest.param("值: 3.1万", True, id="rounded to a thousand"),
        pytest.param("值: 3.2万", False, id="rounded wrongly"),
    ],
)
def test_a_total_may_be_rounded_or_off_by_what_is_allowed(total: str, agrees: bool) -> None:  # noqa: FBT001 - of a case
    book = sheet(f"""
接访人次: {{{total}, 单位: 人次, 分项: [市级, 县级, 其他]}}
市级: {{值: 672, 单位: 人次}}
县级: {{值: 6847, 单位: 人次}}
其他: {{值: 23230, 单位: 人次}}
""")

    assert book.codes() == ([] if agrees else ["sum-mismatch"])


@pytest.mark.parametrize(
    ("total", "agrees"), [("12.3", True), ("12.33", True), ("12.4", False), ("12", False)]
)
def test_a_total_agrees_within_the_rounding_shown(total: str, agrees: bool) -> None:  # noqa: FBT001 - of a case
    book = sheet(f"""
投资: {{值: {total}, 单位: 亿元, 分项: [甲, 乙]}}
甲: {{值: 4.12, 单位: 亿元}}
乙: {{值: 8.21, 单位: 亿元}}
""")

    assert book.codes() == ([] if agrees else ["sum-mismatch"])


def test_a_derived_total_is_held_against_its_parts_too() -> None:
    book = sheet("""
排查: {值: 126, 单位: 件}
化解: {值: 78, 单位: 件}
未化解: {值: = 排查 - 化解, 分项: [甲, 乙]}
甲: {值: 40, 单位: 件}
乙: {值: 9, 单位: 件}
""")

    assert book.problems[0].message == "“未化解”计算为 48，与分项之和 49 不符（40 + 9）"


def test_parts_of_another_unit_are_not_added() -> None:
    book = sheet("""
共: {值: 30, 单位: 件, 分项: [甲, 乙]}
甲: {值: 10, 单位: 件}
乙: {值: 20, 单位: 人次}
""")

    (problem,) = book.problems

    assert problem.code == "unit-mismatch"
    assert problem.message == "“乙”的单位是人次，“共”的单位是件，对不上账"


def test_a_part_greater_than_its_whole_is_in_dispute() -> None:
    book = sheet("共: {值: 30, 单位: 件}\n甲: {值: 31, 单位: 件, 总量: 共}")

    (problem,) = book.problems

    assert problem.code == "part-over-whole"
    assert problem.message == "“甲”填报 31，比总量“共”的 30 还大"
    assert book.disputed == {"甲", "共"}


def test_a_whole_of_another_unit_is_said() -> None:
    book = sheet("共: {值: 30, 单位: 人}\n甲: {值: 3, 单位: 件, 总量: 共}")

    assert book.codes() == ["unit-mismatch"]


@pytest.mark.parametrize(
    ("total", "parts", "unit"),
    [
        pytest.param(7413, (96, 1924, 5393), "批次", id="batches received"),
        pytest.param(30749, (672, 6847, 23230), "人次", id="persons received"),
        pytest.param(118, (41, 77), "件", id="cases led"),
    ],
)
def test_the_known_sums_hold_and_one_off_does_not(
    total: int, parts: tuple[int, ...], unit: str
) -> None:
    names = [f"其{number}" for number in range(len(parts))]
    lines = "".join(
        f"{name}: {{值: {part}, 单位: {unit}}}\n" for name, part in zip(names, parts, strict=True)
    )

    def codes(stated: int) -> list[str]:
        listed = f"分项: [{', '.join(names)}]"
        return sheet(f"共: {{值: {stated}, 单位: {unit}, {listed}}}\n{lines}").codes()

    assert codes(total) == []
    assert codes(total - 1) == codes(total + 1) == ["sum-mismatch"]


def test_a_long_list_of_parts_is_cut_in_the_message() -> None:
    names = [f"第{number}镇" for number in range(20)]
    lines = "".join(f"{name}: {{值: 1, 单位: 件}}\n" for name in names)

    book = sheet(f"共: {{值: 21, 单位: 件, 分项: [{', '.join(names)}]}}\n{lines}")

    assert book.problems[0].message == (
        "“共”填报 21，与分项之和 20 不符（1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + …，共20项）"
    )


def test_a_difference_that_is_allowed_without_a_reason_asks_for_it() -> None:
    book = sheet("""
共: {值: 30750, 单位: 人次, 分项: [甲, 乙], 允许误差: {值: 1}}
甲: {值: 30000, 单位: 人次}
乙: {值: 749, 单位: 人次}
""")

    (problem,) = book.problems

    assert (problem.code, problem.severity) == ("tolerance-reason", "warn")
    assert problem.message == "“共”填报 30750，分项之和是 30749，差数没有写理由"
    assert not book.disputed


def test_a_reason_is_asked_only_where_the_difference_is_there() -> None:
    assert not sheet("""
共: {值: 30749, 单位: 人次, 分项: [甲, 乙], 允许误差: {值: 1}}
甲: {值: 30000, 单位: 人次}
乙: {值: 749, 单位: 人次}
""").problems


def test_parts_that_add_up_but_not_as_they_print_are_told() -> None:
    book = sheet("""
共: {值: 2.5, 单位: 亿元, 分项: [甲, 乙]}
甲: {值: 1.25, 单位: 亿元, 小数: 1}
乙: {值: 1.25, 单位: 亿元, 小数: 1}
""")

    (problem,) = book.problems

    assert (problem.code, problem.severity) == ("rounding-gap", "advice")
    assert problem.message == "“共”印作 2.5，各分项印出来相加是 2.6（1.3 + 1.3）"
    assert not book.disputed


cents = st.integers(0, 10**6).map(lambda number: Decimal(number).scaleb(-2))


@given(st.lists(cents, min_size=1, max_size=6), st.integers(0, 2))
@settings(max_examples=80, deadline=None)
def test_parts_as_printed_add_up_or_it_is_said(values: list[Decimal], places: int) -> None:
    total = sum(values, Decimal(0))
    names = [f"项{number}" for number in range(len(values))]
    lines = "".join(
        f"{name}: {{值: {value}, 单位: 亿元, 小数: {places}}}\n"
        for name, value in zip(names, values, strict=True)
    )
    book = sheet(
        f"共: {{值: {total}, 单位: 亿元, 小数: {places}, 分项: [{', '.join(names)}]}}\n{lines}"
    )

    shown, *terms = [Decimal(say(name, book).removesuffix("亿元")) for name in ("共", *names)]
    added = sum(terms, Decimal(0)).quantize(shown, ROUND_HALF_UP)

    assert book.codes() == ([] if added == shown else ["rounding-gap"])


@pytest.mark.parametrize(
    ("total", "parts", "agrees"),
    [
        pytest.param("100%", ("33.3%", "33.3%", "33.3%"), True, id="three thirds"),
        pytest.param("25.1", ("12.5", "12.5"), True, id="two parts rounded down"),
        pytest.param("3.4万", ("1.8万", "1.7万"), True, id="in 万"),
        pytest.param("12.34", ("4.1", "4.1", "4.1"), True, id="the total is finer"),
        pytest.param("25.2", ("12.5", "12.5"), False, id="further than rounding goes"),
        pytest.param("12", ("4.12", "8.21"), False, id="a whole number is exact"),
        pytest.param("25", ("12", "12"), False, id="so are whole parts"),
    ],
)
def test_a_sum_agrees_where_the_rounding_of_its_parts_explains_it(
    total: str,
    parts: tuple[str, ...],
    agrees: bool,  # noqa: FBT001 - of a case
) -> None:
    unit = "" if total.endswith("%") else ", 单位: 亿元"

    assert _codes(total, parts, unit) == ([] if agrees else ["sum-mismatch"])


def test_a_part_is_not_over_its_whole_where_rounding_explains_it() -> None:
    def codes(part: int) -> list[str]:
        return sheet(f"共: {{值: 3.4万, 单位: 人}}\n甲: {{值: {part}, 单位: 人, 总量: 共}}").codes()

    assert codes(34018) == []
    assert codes(34600) == ["part-over-whole"]


def test_thirds_that_were_computed_add_up_to_the_whole() -> None:
    book = sheet("""
甲量: {值: 1, 单位: 件}
全量: {值: 3, 单位: 件}
共: {值: 100%, 分项: [甲, 乙, 丙]}
甲: = 甲量 / 全量
乙: = 甲量 / 全量
丙: = 甲量 / 全量
""")

    assert not book.problems


parts_and_places = st.lists(
    st.tuples(st.integers(0, 10**6), st.integers(1, 3)), min_size=1, max_size=5
)


@given(parts_and_places, st.integers(1, 3))
@settings(max_examples=80, deadline=None)
def test_what_rounding_explains_is_never_flagged(values: list[tuple[int, int]], most: int) -> None:
    exact = [Decimal(value).scaleb(-4) for value, _ in values]
    parts = [_typed(value, places) for value, (_, places) in zip(exact, values, strict=True)]

    assert _codes(_typed(sum(exact, Decimal(0)), most), parts) == []


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=5), st.integers(0, 3))
@settings(max_examples=80, deadline=None)
def test_a_step_off_is_always_flagged_where_the_parts_are_exact(
    values: list[int], places: int
) -> None:
    stated = _typed(Decimal(sum(values)), places)
    off = _typed(Decimal(sum(values)) + Decimal(1).scaleb(-places), places)
    parts = list(map(str, values))

    assert _codes(stated, parts) == []
    assert _codes(off, parts) == ["sum-mismatch"]


def _typed(value: Decimal, places: int) -> str:
    return f"{value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}"


def _codes(total: str, parts: Sequence[str], unit: str = ", 单位: 亿元") -> list[str]:
    names = [f"项{number}" for number in range(len(parts))]
    lines = "".join(
        f"{name}: {{值: {part}{unit}}}\n" for name, part in zip(names, parts, strict=True)
    )
    return sheet(f"共: {{值: {total}{unit}, 分项: [{', '.join(names)}]}}\n{lines}").codes()
