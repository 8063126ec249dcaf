"""Phrases: what may not be said of a figure, and what a spoken figure carries with it."""

from __future__ import annotations

from decimal import Decimal
from importlib import import_module

import pytest

from speechgen.facts.book import ExpressionError
from speechgen.facts.figure import Name
from speechgen.facts.phrases import ALIASES, ARGUMENTS, FAMILIES, OF_RANKS, every_word, find
from speechgen.facts.speak import WITHOUT_YOY, check, speak
from speechgen.problems import FactsPlace
from tests.facts.making import Sheet, say, sheet

BOOK = sheet("""
信访总量: {值: 135, 单位: 件, 时段: 1至7月, 上年同期: 148, 全年控制数: 200, 向好: 下降}
新建项目: {值: 30, 单位: 个, 时段: 二季度, 全年目标: 50}
办结率: {值: 92%, 时段: 1至7月, 全年目标: 95%}
在库积案: {值: 48, 单位: 件, 性质: 存量, 时段: 1至7月, 全年控制数: 60}
重复信访: {值: 待核, 单位: 件}
全年信访: {值: 210, 单位: 件, 时段: 2025年, 全年控制数: 200}
走访位次: {位次: {由: 9, 至: 5}}
内部数: {值: 7, 单位: 件, 状态: 不公开}
人次: {值: 300, 单位: 人次}
没有: {值: 0, 单位: 件}
亏损: {值: -5, 单位: 件}
零目标: {值: 1, 单位: 件, 全年目标: 0}
化解: {值: 待核, 单位: 件}
化解率: = 化解 / 信访总量
公开数: = 内部数 * 2
""")


@pytest.mark.parametrize(
    ("expression", "code", "message", "hint"),
    [
        pytest.param(
            "信访总量.完成",
            "phrase-unfit",
            "“信访总量”写的是全年控制数，是不能超过的上限，不说“完成”",
            "请改用“占控制数”",
            id="a ceiling is not a goal",
        ),
        pytest.param(
            "信访总量.还差",
            "phrase-unfit",
            "“信访总量”写的是全年控制数，是不能超过的上限，不说“还差”",
            "请改用“余量”或“距控制数”",
            id="nothing is wanting of a ceiling",
        ),
        pytest.param(
            "新建项目.占控制数",
            "phrase-unfit",
            "“新建项目”写的是全年目标，不是控制数，不说“占控制数”",
            "请改用“完成”",
            id="a goal is not a ceiling",
        ),
        pytest.param(
            "新建项目.余量",
            "phrase-unfit",
            "“新建项目”写的是全年目标，不是控制数，不说“余量”",
            "请改用“还差”",
            id="a goal has no room left",
        ),
        pytest.param(
            "新建项目.时序",
            "phrase-unfit",
            "“新建项目”时段“二季度”不是从1月起的整月，不能说“时序”",
            "时段写成“1至7月”“上半年”这样",
            id="a pace needs January",
        ),
        pytest.param(
            "人次.已月均",
            "phrase-unfit",
            "“人次”没有写时段，不能说“已月均”",
            "时段写成“1至7月”“上半年”这样",
            id="a pace needs a period",
        ),
        pytest.param(
            "办结率.时序",
            "phrase-unfit",
            "“办结率”是比率，不随月份累加，不说“时序”",
            "请去掉这个说法",
            id="a rate has no pace",
        ),
        pytest.param(
            "在库积案.时序",
            "phrase-unfit",
            "“在库积案”是存量，不随月份累加，不说“时序”",
            "请去掉这个说法",
            id="a stock has no pace",
        ),
        pytest.param(
            "全年信访.余下时段",
            "phrase-unfit",
            "“全年信访”的时段“2025年”已到年底，不能说“余下时段”",
            "请去掉这个说法",
            id="nothing is left of a full year",
        ),
        pytest.param(
            "走访位次.同比",
            "phrase-unfit",
            "“走访位次”只有位次，没有值，不能说“同比”",
            "可以说“位次”“前移”“由到”",
            id="a rank has no rate",
        ),
        pytest.param(
            "信访总量.位次",
            "phrase-unfit",
            "“信访总量”没有写“位次”",
            "写成 位次: {由: 9, 至: 5, 范围: 全市}",
            id="no rank",
        ),
        pytest.param(
            "新建项目.分级完成",
            "phrase-unfit",
            "“新建项目”没有分级的全年目标",
            "写成 全年目标: {市定: 150, 县定: 165}，或改用“完成”",
            id="no levels",
        ),
        pytest.param(
            "内部数",
            "private-figure",
            "“内部数”注明了“不公开”，不能写进稿子",
            "它只能用在公式里；要公开，去掉“不公开”",
            id="not public",
        ),
        pytest.param(
            "信访总量.占比(内部数)",
            "private-figure",
            "“内部数”注明了“不公开”，不能写进稿子",
            "它只能用在公式里；要公开，去掉“不公开”",
            id="not public, nor a share of it",
        ),
        pytest.param(
            "信访总量.占比(人次)",
            "unit-mismatch",
            "“信访总量”的单位是件，“人次”的单位是人次，不能放在一起算",
            "请核对两处的单位",
            id="件 of 人次",
        ),
        pytest.param(
            "信访总量.占比(没有)",
            "zero-base",
            "“没有”不大于0，算不出比例",
            "请核对数字，或换一种说法",
            id="a share of nothing",
        ),
        pytest.param(
            "零目标.完成",
            "zero-base",
            "“零目标”的全年目标不大于0，算不出比例",
            "请核对数字，或换一种说法",
            id="a share of a goal of nothing",
        ),
        pytest.param(
            "亏损.占比(信访总量)",
            "phrase-unfit",
            "“亏损”是负数，不是别的数据的一部分",
            "请核对数字，或去掉这个说法",
            id="less than nothing is no part",
        ),
        pytest.param(
            "信访总量.占比(走访位次)",
            "phrase-unfit",
            "“走访位次”只有位次，没有值，不能用在“占比”里",
            "请换一个数据",
            id="a share of a rank",
        ),
    ],
)
def test_what_can_never_be_said_is_refused(
    expression: str, code: str, message: str, hint: str
) -> None:
    error = check(expression, BOOK)

    assert error is not None
    assert (error.code, error.message, error.hint) == (code, message, hint)


def test_what_can_be_said_is_not_refused() -> None:
    assert check("信访总量.占控制数", BOOK) is None
    assert check("公开数", BOOK) is None


@pytest.mark.parametrize(
    ("expression", "lacks"),
    [
        ("重复信访", ("重复信访",)),
        ("重复信访.占比(信访总量)", ("重复信访",)),
        ("重复信访.同比", ("重复信访", "重复信访的上年同期")),
        ("人次.同比", ("人次的上年同期",)),
        ("人次.占控制数", ("人次的全年控制数",)),
        ("化解率", ("化解",)),
        ("化解率.同比", ("化解", "化解率的上年同期")),
        ("重复信访.占比(化解)", ("重复信访", "化解")),
        ("重复信访.全部(信访总量)", ("重复信访",)),
        ("重复信访.达到", ("重复信访",)),
        ("重复信访.约数", ("重复信访",)),
        ("重复信访.仍有(化解)", ("重复信访", "化解")),
        ("在库积案.新增", ("在库积案的上年同期",)),
        ("人次.力争", ("人次的全年目标",)),
        ("化解率.仅", ("化解",)),
    ],
)
def test_what_is_missing_is_named(expression: str, lacks: tuple[str, ...]) -> None:
    spoken = speak(expression, BOOK)

    assert (spoken.status, spoken.lacks, spoken.value) == ("missing", lacks, None)


@pytest.mark.parametrize(
    ("expression", "text", "unit", "value"),
    [
        ("信访总量", "135", "件", "135"),
        ("办结率", "92%", "", "92"),
        ("信访总量.余量", "65", "件", "65"),
        ("信访总量.占控制数", "占全年控制目标200件的67.5%", "", "67.5"),
        ("信访总量.同比增减", "同比减少13件", "", "-13"),
        ("信访总量.达到", "达到135件", "", "135"),
        ("信访总量.余", "130余", "件", "135"),
        ("信访总量.以万计", "0.014万", "件", "135"),
        ("信访总量.力争", "力争控制在200件以内", "", "200"),
    ],
)
def test_the_control_in_word_goes_round_the_text_and_the_unit_stands_behind(
    expression: str, text: str, unit: str, value: str
) -> None:
    spoken = speak(expression, BOOK)

    assert (spoken.text, spoken.unit, spoken.value) == (text, unit, Decimal(value))
    assert (spoken.status, spoken.figure) == ("known", expression.partition(".")[0])


def test_a_value_is_not_rounded_behind_its_print() -> None:
    spoken = speak("信访总量.同比", BOOK)

    assert spoken.value is not None
    assert abs(spoken.value - Decimal(-1300) / 148) < Decimal("1e-20")


def test_an_annual_report_leaves_the_word_out() -> None:
    assert speak("信访总量.同比", BOOK, WITHOUT_YOY).text == "下降8.8%"
    assert speak("信访总量.同比增减", BOOK, WITHOUT_YOY).text == "减少13件"
    assert speak("信访总量", BOOK, WITHOUT_YOY).text == "135"
    assert speak("人次.同比", BOOK, WITHOUT_YOY).text == "同比X"


def test_a_name_prints_its_value_or_its_mark() -> None:
    place = FactsPlace("素材.yaml", 1, 1)
    names = {
        "县长": Name("县长", place, "王某"),
        "讲话人.姓名": Name("讲话人.姓名", place, None, "×××", "县委办公室"),
    }
    book = Sheet({}, names)

    known, missing = speak("县长", book), speak("讲话人.姓名", book)

    assert (known.text, known.status, known.lacks) == ("王某", "known", ())
    assert (missing.text, missing.status, missing.lacks) == (
        "×××",
        "nameless",
        ("讲话人.姓名",),
    )


def test_a_figure_in_dispute_is_marked_in_every_phrase() -> None:
    book = sheet("""
总数: {值: 10, 单位: 件, 分项: [甲, 乙]}
甲: {值: 4, 单位: 件, 上年同期: 5}
乙: {值: 5, 单位: 件}
丙: {值: 1, 单位: 件}
""")

    spoken = [speak(e, book).status for e in ("总数", "甲", "甲.同比", "丙.占比(总数)", "丙")]

    assert spoken == ["disputed", "disputed", "disputed", "disputed", "known"]


def test_less_than_none_is_in_dispute() -> None:
    book = sheet("甲: {值: 5, 单位: 件}\n乙: {值: 8, 单位: 件}\n丙: {值: -1, 单位: 年}")

    left, streak = speak("甲.仍有(乙)", book), speak("丙.连续", book)

    assert (left.text, left.status) == ("已无一件", "disputed")
    assert (streak.text, streak.status) == ("未", "disputed")


def test_a_part_greater_than_its_whole_is_in_dispute() -> None:
    assert speak("信访总量.占比(在库积案)", BOOK).status == "disputed"
    assert speak("信访总量.全部(在库积案)", BOOK).text == "有135件"


def test_a_hedge_that_is_false_is_not_printed() -> None:
    book = sheet("甲: {值: 3000, 单位: 件, 约数: 余}\n乙: {值: 20, 单位: 件, 约数: 余}")

    assert [p.message for p in book.problems] == [
        "“甲”是 3000，不能说成“余”多少",
        "“乙”是 20，不能说成“余”多少",
    ]
    assert (speak("甲", book).text, speak("甲", book).status) == ("3000", "disputed")


def test_an_expression_of_facts_that_have_changed_is_refused() -> None:
    with pytest.raises(ExpressionError) as refused:
        speak("信访总数.同比", BOOK)

    assert refused.value.hint == "是不是“信访总量”"


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_has_the_words_the_table_gives_it(family: str) -> None:
    module = import_module(f"speechgen.facts.phrases.{family}")

    assert tuple(module.PHRASES) == FAMILIES[family]
    assert all(find(word).__doc__ for word in FAMILIES[family])


def test_every_other_word_leads_to_a_phrase() -> None:
    words = {word for words in FAMILIES.values() for word in words}

    assert set(ALIASES.values()) <= words
    assert set(ARGUMENTS) <= words
    assert words >= OF_RANKS
    assert len(every_word()) == len(set(every_word()))


def test_the_decimals_of_a_cell_are_not_those_of_another_unit() -> None:
    book = sheet("收入: {值: 23415.67, 单位: 万元, 小数: 0}")

    assert say("收入.以亿计", book) == "2.34亿元"
