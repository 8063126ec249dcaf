"""Phrases on several figures: what is refused, what is in dispute, and what tables can say."""

from __future__ import annotations

from decimal import Decimal

import pytest

from speechgen.facts.read import read_text
from speechgen.facts.speak import check, speak
from speechgen.problems import SpeechgenError
from tests.facts.making import sheet

BOOK = sheet("""
产值: {值: 320, 单位: 亿元, 时段: 2025年}
2020年产值: {值: 100, 单位: 亿元}
半年产值: {值: 150, 单位: 亿元, 时段: 2020年上半年}
月产值: {值: 20, 单位: 亿元, 时段: 1至7月}
来信: {值: 3, 单位: 件}
总量: {值: 5, 单位: 件, 分项: [来信, 来访]}
来访: {值: 2, 单位: 件}
内部总量: {值: 5, 单位: 件, 分项: [来信, 内部数]}
内部数: {值: 2, 单位: 件, 状态: 不公开}
名次总量: {值: 5, 单位: 件, 分项: [来信, 名次]}
名次: {位次: {由: 9, 至: 5}}
满意度: {值: 92%, 分项: [城区, 乡村]}
城区: {值: 46%}
乡村: {值: 46%}
""")

MEETING = """
文种: 工作会议讲话
主题: 信访工作
会议: {名称: 2025年全县信访工作会议, 日期: 2025-08-12}
"""

TABLE = """
表格:
  - 名称: 乡镇表
    标题: 各乡镇来访情况
    列: {乡镇: "", 来访: 件, 办结: 件, 办结率: = 办结 / 来访, 满意率: "%"}
    行:
      - [城关镇, 45, 40, 92%]
      - [东镇, 30, 30, 95%]
      - [西镇, 25, 20, 90%]
      - [北镇, 待核, 0, 待核]
"""


@pytest.mark.parametrize(
    ("expression", "code", "message"),
    [
        pytest.param(
            "产值.年均增长(半年产值)",
            "phrase-unfit",
            "“产值”和“半年产值”的时段（2025年和2020年上半年）算不出年均",
            id="a year and half a year",
        ),
        pytest.param(
            "2020年产值.年均增长(产值)",
            "phrase-unfit",
            "“2020年产值”和“产值”的时段（2020年和2025年）算不出年均",
            id="the wrong way round",
        ),
        pytest.param(
            "月产值.年均增长(2020年产值)",
            "phrase-unfit",
            "看不出“月产值”是哪一年的数，不能说“年均增长”",
            id="months of no year",
        ),
        pytest.param(
            "产值.倍数(来信)",
            "unit-mismatch",
            "“产值”的单位是亿元，“来信”的单位是件，不能放在一起算",
            id="a multiple of something else",
        ),
        pytest.param(
            "内部总量.其中",
            "private-figure",
            "“内部数”注明了“不公开”，不能写进稿子",
            id="a part that is not public",
        ),
        pytest.param(
            "名次总量.其中",
            "phrase-unfit",
            "“名次”没有值，不能用在“其中”里",
            id="a part that is a rank",
        ),
        pytest.param(
            "来信.最高",
            "phrase-unfit",
            "“来信”没有写分项，也不是表格的一列，不能说“最高”",
            id="neither parts nor rows",
        ),
        pytest.param(
            "满意度.占比构成",
            "phrase-unfit",
            "“满意度”各项不能相加，不能说“占比构成”",
            id="rates do not add up",
        ),
        pytest.param(
            "产值.平均(满意度)",
            "phrase-unfit",
            "“满意度”是比率，不能拿来平均",
            id="nothing is shared out among percent",
        ),
        pytest.param(
            "产值.列举",
            "phrase-argument",
            "“列举”后面括号里的数据不对",
            id="nothing to list",
        ),
    ],
)
def test_what_can_never_be_said_of_several_is_refused(
    expression: str, code: str, message: str
) -> None:
    error = check(expression, BOOK)

    assert error is not None
    assert (error.code, error.message) == (code, message)
    assert error.hint


def test_a_part_in_dispute_puts_the_phrase_in_dispute() -> None:
    book = sheet("""
总量: {值: 3001, 单位: 件, 分项: [甲, 乙]}
甲: {值: 3000, 单位: 件, 约数: 余}
乙: {值: 1, 单位: 件}
""")

    words = ("其中", "构成", "占比构成", "最高", "前三", "突出", "为零")
    assert {speak(f"总量.{word}", book).status for word in words} == {"disputed"}
    assert speak("总量.其中(乙)", book).status == "known"


def test_more_than_the_whole_is_in_dispute() -> None:
    assert speak("来访.其中(来信)", BOOK).status == "disputed"
    assert speak("来访.办理(来信)", BOOK).status == "disputed"
    assert speak("来访.比率(来信)", BOOK).status == "known"
    assert speak("来信.比率(来访)", BOOK).status == "disputed"
    assert speak("来访.构成(来信)", BOOK).status == "disputed"


def test_what_is_missing_of_several_is_named_once() -> None:
    book = sheet("""
总量: {值: 待核, 单位: 件, 分项: [甲, 乙]}
甲: {值: 待核, 单位: 件}
乙: {值: 3, 单位: 件}
""")

    assert speak("总量.其中", book).lacks == ("甲",)
    assert speak("总量.构成", book).lacks == ("总量", "甲")
    assert speak("总量.突出", book).lacks == ("甲", "总量")
    assert speak("乙.列举(甲、总量)", book).lacks == ("甲", "总量")


def test_the_value_behind_a_phrase_is_not_rounded() -> None:
    assert speak("产值.倍数(2020年产值)", BOOK).value == Decimal("3.2")
    assert str(speak("来访.比率(来信)", BOOK).value).startswith("66.66666666666666")


def said_of(table: str, *expressions: str) -> list[str]:
    """Return what a facts file with `table` says."""
    points = "".join([f"  - 情况：【{one}】\n" for one in expressions])
    facts = read_text(f"{MEETING}{table}成绩:\n{points}", "素材.yaml")
    return [spoken.text + spoken.unit for spoken in map(facts.said.__getitem__, expressions)]


def test_a_column_of_a_table_says_what_stands_out_in_it() -> None:
    table = TABLE.replace("待核, 0, 待核", "0, 0, 90%")

    said = said_of(
        table,
        "乡镇表.来访.最高",
        "乡镇表.来访.前三",
        "乡镇表.来访.突出",
        "乡镇表.来访.为零",
        "乡镇表.来访.其中",
        "乡镇表.来访.占比构成",
    )

    assert said == [
        "城关镇最多，为45件",
        "城关镇（45件）、东镇（30件）和西镇（25件）",
        "城关镇（45件）和东镇（30件）最为突出，合计占75%",
        "北镇为零",
        "其中城关镇45件、东镇30件、西镇25件，北镇为零",
        "城关镇占45.0%、东镇占30.0%、西镇占25.0%，北镇为零",
    ]


def test_a_column_of_rates_has_rows_but_no_share() -> None:
    table = TABLE.replace("待核, 0, 待核", "10, 0, 90%")

    said = said_of(
        table,
        "乡镇表.满意率.最高",
        "乡镇表.满意率.最低",
        "乡镇表.满意率.突出",
        "乡镇表.办结率.突出",
    )

    assert said == [
        "东镇最高，为95%",
        "西镇、北镇并列最低，均为90%",
        "东镇（95%）和城关镇（92%）最为突出",
        "东镇（100%）和城关镇（88.9%）最为突出",
    ]


def test_a_cell_is_called_by_its_row_beside_its_column_and_in_full_beside_others() -> None:
    cell = "乡镇表[城关镇].来访"

    said = said_of(
        TABLE,
        f"{cell}.列举(乡镇表[东镇].来访)",
        f"{cell}.列举(乡镇表[城关镇].办结)",
        f"{cell}.倍数(乡镇表[东镇].来访)",
        f"{cell}.办理(乡镇表[城关镇].办结)",
    )

    assert said == [
        "城关镇45件、东镇30件",
        "城关镇来访45件、城关镇办结40件",
        "是东镇来访的1.5倍",
        "城关镇来访45件、办结40件，办结率88.9%",
    ]


def test_a_cell_that_is_missing_leaves_the_sentence_whole() -> None:
    said = said_of(TABLE, "乡镇表.来访.最高", "乡镇表.来访.突出", "乡镇表.来访.其中")

    assert said == [
        "X最多，为X件",
        "X（X件）和X（X件）最为突出，合计占X%",
        "其中城关镇45件、东镇30件、西镇25件、北镇X件",
    ]


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("乡镇表.满意率", "“乡镇表.满意率”这一列没有合计，不能直接说"),
        ("乡镇表.满意率.同比", "“乡镇表.满意率”这一列没有合计，不能说“同比”"),
        ("乡镇表.满意率.位次", "“乡镇表.满意率”这一列没有合计，不能说“位次”"),
    ],
)
def test_a_column_without_a_total_has_no_amount_to_say(expression: str, message: str) -> None:
    with pytest.raises(SpeechgenError) as refused:
        said_of(TABLE, expression)

    assert message in str(refused.value)


def test_parts_that_name_no_figure_are_a_problem_and_nothing_breaks() -> None:
    facts = f"{MEETING}数据:\n  总量: {{值: 5, 单位: 件, 分项: [甲]}}\n成绩:\n  - 有【总量.其中】\n"

    with pytest.raises(SpeechgenError) as refused:
        read_text(facts, "素材.yaml")

    assert "没有叫“甲”的数据" in str(refused.value)
    assert "“总量”的分项都没有写在“数据”里" in str(refused.value)
