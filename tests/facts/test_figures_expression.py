"""Expressions: what a clerk types between 【 and 】 becomes one form."""

from __future__ import annotations

import pytest

from speechgen.facts.book import ExpressionError
from speechgen.facts.expression import canonical, parse

FIGURES = dict.fromkeys(
    [
        "信访",
        "信访总量",
        "重复信访",
        "PM2.5",
        "PM2.5 浓度",
        "12345热线",
        "接访（含下访）",
        "甲、乙两类",
        "群众的满意度",
        "办结率.全年",
    ]
)
NAMES = dict.fromkeys(["延期小区", "讲话人.姓名", "依据[省].名称"])


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("信访总量", "信访总量"),
        (" 信访总量 ", "信访总量"),
        ("信访总量.同比", "信访总量.同比"),
        ("信访总量。同比", "信访总量.同比"),
        ("信访总量．同比", "信访总量.同比"),
        ("信访总量的同比", "信访总量.同比"),
        ("信访总量 . 同比", "信访总量.同比"),
        ("信访总量.后移", "信访总量.前移"),
        ("重复信访.占比(信访总量)", "重复信访.占比(信访总量)"),
        ("重复信访。占比（信访总量）", "重复信访.占比(信访总量)"),
        ("重复信访.占比( 信访总量 )", "重复信访.占比(信访总量)"),
        ("重复信访.占比（信访总量", "重复信访.占比(信访总量)"),
        ("信访.分别同比(信访总量、重复信访)", "信访.分别同比(信访总量,重复信访)"),
        ("信访.占比(甲、乙两类)", "信访.占比(甲、乙两类)"),
        ("PM2.5", "PM2.5"),
        ("PM2.5.同比", "PM2.5.同比"),
        ("ＰＭ２．５。同比", "PM2.5.同比"),
        ("PM2.5浓度", "PM2.5 浓度"),
        ("PM2.5 浓度。同比", "PM2.5 浓度.同比"),
        ("12345热线.同比", "12345热线.同比"),
        ("接访(含下访).同比", "接访（含下访）.同比"),
        ("信访.占比(接访(含下访))", "信访.占比(接访（含下访）)"),
        ("群众的满意度的同比", "群众的满意度.同比"),
        ("办结率.全年.同比", "办结率.全年.同比"),
        ("延期小区", "延期小区"),
        ("讲话人.姓名", "讲话人.姓名"),
        ("依据[省].名称", "依据[省].名称"),
    ],
)
def test_what_is_typed_has_one_form(typed: str, form: str) -> None:
    assert canonical(typed, FIGURES, NAMES) == form
    assert canonical(form, FIGURES, NAMES) == form


@pytest.mark.parametrize(
    ("typed", "code", "message", "hint"),
    [
        ("信访总数", "unknown-figure", "没有叫“信访总数”的数据或名称", "是不是“信访总量”"),
        ("信访总数.同比", "unknown-figure", "没有叫“信访总数”的数据或名称", "是不是“信访总量”"),
        (
            "完全没有的",
            "unknown-figure",
            "没有叫“完全没有的”的数据或名称",
            "请先在“数据”里写上它；不知道数字的，值写 待核",
        ),
        (
            "信访总量.同彼",
            "unknown-phrase",
            "“信访总量”后面的“同彼”不是已有的说法",
            "是不是“同比”",
        ),
        (
            "信访总量同比",
            "unknown-figure",
            "“信访总量同比”里数据和说法没有分开",
            "写成【信访总量.同比】",
        ),
        (
            "信访总量.相比",
            "phrase-argument",
            "“相比”后面要用括号写另一个数据的名称",
            "写成【信访总量.相比(另一个数据)】",
        ),
        (
            "信访总量.同比(信访)",
            "phrase-argument",
            "“同比”后面不用括号写另一个数据的名称",
            "写成【信访总量.同比】",
        ),
        (
            "重复信访.占比(信访总数)",
            "unknown-figure",
            "没有叫“信访总数”的数据或名称",
            "是不是“信访总量”",
        ),
        (
            "延期小区.同比",
            "phrase-unfit",
            "“延期小区”是名称，不是数据，不能说“同比”",
            "直接写【延期小区】",
        ),
        (
            "乡镇表[城关镇].来访",
            "unknown-table",
            "没有叫“乡镇表”的表格",
            "表格写在“表格”里",
        ),
        ("", "bad-expression", "【】里没有写名称", "写数据的名称，如【信访总量】"),
        (
            "长" * 600,
            "bad-expression",
            "【】里的文字太长，不是数据的说法",
            "写数据的名称，如【信访总量】",
        ),
    ],
)
def test_what_is_not_known_is_said_with_the_nearest(
    typed: str, code: str, message: str, hint: str
) -> None:
    with pytest.raises(ExpressionError) as refused:
        canonical(typed, FIGURES, NAMES)

    error = refused.value
    assert (error.code, error.message, error.hint) == (code, message, hint)


@pytest.mark.parametrize(
    ("form", "parts"),
    [
        ("信访总量", ("信访总量", "", ())),
        ("PM2.5.同比", ("PM2.5", "同比", ())),
        ("重复信访.占比(信访总量)", ("重复信访", "占比", ("信访总量",))),
        ("信访.分别同比(信访总量,重复信访)", ("信访", "分别同比", ("信访总量", "重复信访"))),
        ("信访.占比(接访（含下访）)", ("信访", "占比", ("接访（含下访）",))),
        ("依据[省].名称", ("依据[省].名称", "", ())),
    ],
)
def test_a_canonical_expression_comes_apart(
    form: str, parts: tuple[str, str, tuple[str, ...]]
) -> None:
    assert parse(form, FIGURES, NAMES) == parts


def test_a_longer_name_wins_over_a_shorter_one_with_a_phrase() -> None:
    figures = dict.fromkeys(["信访", "信访.位次"])

    assert parse("信访.位次", figures, {}) == ("信访.位次", "", ())
    assert parse("信访.位次.同比", figures, {}) == ("信访.位次", "同比", ())
