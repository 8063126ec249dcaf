"""Shares of one whole that are said together add up to 100."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechgen.facts.read import read_text
from tests.drafting.papers import MEETING, drafted, paragraphs

THIRDS = """\
数据:
  总数: {{值: {total}, 单位: 件, 分项: [来信, 来访, 网信]}}
  来信: {{值: {letters}, 单位: 件}}
  来访: {{值: {visits}, 单位: 件}}
  网信: {{值: {online}, 单位: 件}}
成绩:
- {line}
"""
ALL = "来信【来信.占比(总数)】，来访【来访.占比(总数)】，网信【网信.占比(总数)】"
TWO = "来信【来信.占比(总数)】，来访【来访.占比(总数)】"


def said(line: str, values: tuple[int | str, int, int], total: int | None = None) -> list[str]:
    letters, visits, online = values
    known = [one for one in values if isinstance(one, int)]
    text = THIRDS.format(
        total=sum(known) if total is None else total,
        letters=letters,
        visits=visits,
        online=online,
        line=line,
    )
    facts = read_text(MEETING + text, "素材.yaml")
    return [spoken.text.removeprefix("占总数的") for spoken in facts.said.values()]


def test_all_shares_of_a_whole_add_up() -> None:
    assert said(ALL, (1, 1, 1)) == ["33.4%", "33.3%", "33.3%"]


def test_shares_that_stand_together_have_one_decimal_each() -> None:
    assert said(ALL, (96, 1924, 5393)) == ["1.3%", "26.0%", "72.7%"]


def test_a_share_said_without_the_others_is_rounded_alone() -> None:
    assert said(TWO, (1, 1, 1)) == ["33.3%", "33.3%"]


def test_a_missing_part_leaves_the_others_as_they_are() -> None:
    assert said(ALL, ("待核", 50, 50), 150) == ["X%", "33.3%", "33.3%"]


def test_parts_that_do_not_add_up_are_not_made_to() -> None:
    assert said(ALL, (1, 1, 1), 4) == ["25%", "25%", "25%"]


def test_a_small_share_never_prints_as_nothing() -> None:
    assert said(ALL, (1, 4999, 5000)) == ["0.01%", "49.99%", "50.00%"]


def test_the_paper_prints_what_was_settled() -> None:
    text = THIRDS.format(total=3, letters=1, visits=1, online=1, line=ALL)

    assert any("33.4%" in one for one in paragraphs(drafted(MEETING + text)))


def test_a_changed_value_settles_the_shares_anew() -> None:
    assert said(ALL, (1, 1, 1)) == ["33.4%", "33.3%", "33.3%"]
    assert said(ALL, (2, 1, 1)) == ["50.0%", "25.0%", "25.0%"]


def test_a_share_beside_all_of_them_is_rounded_as_they_are() -> None:
    line = "【总数.占比构成】，来信【来信.占比(总数)】"

    assert said(line, (1, 1, 1)) == ["来信占33.4%、来访占33.3%、网信占33.3%", "33.4%"]


def test_rates_of_one_whole_add_up_too() -> None:
    line = "来信【来信.比率(总数)】，来访【来访.占比(总数)】，网信【网信.比率(总数)】"

    assert said(line, (1, 1, 1)) == ["33.4%", "33.3%", "33.3%"]


def test_shares_whose_parts_are_named_in_another_order_are_the_same() -> None:
    line = "【总数.占比构成(网信、来访、来信)】，来信【来信.占比(总数)】，网信【网信.比率(总数)】"

    assert said(line, (1, 1, 1)) == ["网信占33.3%、来访占33.3%、来信占33.4%", "33.4%", "33.3%"]


def test_of_parts_that_do_not_add_up_each_is_rounded_alone() -> None:
    line = "【总数.占比构成】，来信【来信.占比(总数)】"

    assert said(line, (1, 1, 1), 4) == ["来信占33.4%、来访占33.3%、网信占33.3%", "25%"]


@given(st.tuples(*[st.integers(0, 10**6)] * 3).filter(any))
def test_the_print_always_adds_up(values: tuple[int, int, int]) -> None:
    printed = [Decimal(re.sub("%$", "", one)) for one in said(ALL, values)]

    assert sum(printed) == 100
    for value, share in zip(values, printed, strict=True):
        assert bool(value) == bool(share)
        assert share == pytest.approx(Decimal(100) * value / sum(values), abs=Decimal("0.1"))


def test_names_that_read_like_shares_are_names() -> None:
    text = "名称: {甲.占比说明: 待核, 乙.占比说明: 待核}\n成绩: 【甲.占比说明】，【乙.占比说明】\n"

    assert set(read_text(MEETING + text, "素材.yaml").said) == {"甲.占比说明", "乙.占比说明"}
