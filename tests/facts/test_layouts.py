"""版式: what the facts, the office and the kind say, made one layout; what is wrong in it."""

from __future__ import annotations

import pytest

from speechgen.facts.layouts import FIELDS, PAGE_WIDTH, WORDS, settle, spacing
from speechgen.facts.read import read_text
from speechgen.facts.style_writing import style_text
from speechgen.facts.styles import read_style_text
from speechgen.problems import Problem, SpeechgenError
from speechgen.style import RULER, Layout, reading_copy


def layout(*layers: str) -> Layout:
    """Return what layers of 版式 make, the lowest first, each typed in braces."""
    looks = [read_style_text(f"版式: {{{layer}}}", "本单位.yaml").layout for layer in layers]
    return settle([look for look in looks if look is not None])


def problems(text: str) -> list[Problem]:
    try:
        style = read_style_text(text, "本单位.yaml")
        settle([style.layout] if style.layout else [])
    except SpeechgenError as error:
        return list(error.problems)
    return []


def test_nothing_said_is_the_standard() -> None:
    assert settle([]) == Layout()
    assert layout("页边距: {上: 37, 下: 35, 左: 28, 右: 26}, 行距: 28.95, 版面: 标准") == Layout()
    assert layout("标题字号: 二号, 正文字号: 三号, 页码字号: 四号, 标题行距: 33") == Layout()


@pytest.mark.parametrize(
    ("typed", "fields"),
    [
        (
            "页边距: {上: 25, 左: 30毫米, 右: 2.5厘米}",
            {"top": 1417, "inside": 1701, "outside": 1417},
        ),
        ("页边距: {天头: 30, 订口: 30}", {"top": 1701, "inside": 1701}),
        ("行距: 固定值28磅", {"line_pitch": 560}),
        ("每页行数: 21", {"line_pitch": 607}),
        ("版面: 尺量", {"top": 1962, "bottom": 1848, "line_pitch": 592}),
        ("字体: 方正", {"fonts": "fangzheng"}),
        ("标题字体: 方正小标宋_GBK", {"title_font": "方正小标宋_GBK"}),
        ("标题字号: 小一", {"title_size": 48, "title_line": 720}),
        ("标题字号: 20磅, 标题行距: 30", {"title_size": 40, "title_line": 600}),
        ("正文字号: 小三", {"body_size": 30}),
        ("正文字号: 3号字", {"body_size": 32}),
        ("正文字号: 小3", {"body_size": 30}),
        ("数字字体: Times", {"digits": "times"}),
        ("段首: 加粗", {"lead_bold": True}),
        ("标题前空行: 2", {"blank_lines_before_title": 2}),
        (
            "题头顺序: 日期在前, 日期括号: 否",
            {"speaker_before_date": False, "date_brackets": False},
        ),
        ("页码位置: 居中, 页码横线: 否", {"page_number": "centre", "page_number_dashes": False}),
        ("双面: 否, 网格: 行和字", {"mirror_margins": False, "grid": "linesAndChars"}),
        ("封面: 会议材料之三, 朗读本: 是", {"cover": "会议材料之三", "reading_copy": True}),
    ],
)
def test_an_option_is_a_field(typed: str, fields: dict[str, object]) -> None:
    found = layout(typed)._asdict()

    assert {name: found[name] for name in fields} == fields


def test_every_field_can_be_said() -> None:
    said = {*FIELDS.values(), "top", "bottom", "inside", "outside", "line_pitch", "title_line"}

    assert {*Layout._fields} - said == {"body_spacing"}  # worked out
    assert {*WORDS} <= {*FIELDS}


@pytest.mark.parametrize(
    ("typed", "squeezed"),
    [
        ("", -5),  # 27.6 characters become 28
        ("页边距: {左: 28, 右: 28}", 0),
        ("正文字号: 小二", 0),
        ("页边距: {左: 27, 右: 27}", -5),
    ],
)
def test_one_more_character_stands_on_a_line_where_little_lacks(typed: str, squeezed: int) -> None:
    look = layout(typed)

    assert spacing(look) == look.body_spacing == squeezed
    width = PAGE_WIDTH - look.inside - look.outside
    assert width % (look.body_size * 10 + squeezed) < look.body_size * 10


def test_what_stands_higher_goes_over_what_stands_lower_key_by_key() -> None:
    found = layout("行距: 28, 页码位置: 无", "页边距: {上: 30}, 页码位置: 居中", "页边距: {下: 30}")

    assert (found.line_pitch, found.page_number) == (560, "centre")
    assert (found.top, found.bottom) == (1701, 1701)


@pytest.mark.parametrize(
    ("lower", "higher", "expected"),
    [
        ("页边距: {上: 30}, 行距: 28", "版面: 尺量", RULER),
        ("行距: 28", "每页行数: 22", Layout()),
        ("正文字体: 宋体", "字体: 国标", Layout()),
    ],
)
def test_what_is_said_as_a_whole_takes_the_parts_below_with_it(
    lower: str, higher: str, expected: Layout
) -> None:
    assert layout(lower, higher) == expected


def test_the_facts_have_the_same_keys() -> None:
    facts = read_text("文种: 工作会议讲话\nlayout: {margins: {top: 30}, 行距: 28}", "素材.yaml")

    look = facts.root.items("版式")[0]
    assert settle([look]) == layout("页边距: {上: 30}, 行距: 28")


@pytest.mark.parametrize(
    ("text", "place", "code", "says"),
    [
        ("版式: {页边: 30}", "1:6", "unknown-key", "是不是“页边距”"),
        ("版试: {行距: 30}", "1:1", "unknown-key", "是不是“版式”"),
        ("版式:\n  行距: 1.5倍", "2:7", "layout-size", "固定值"),
        ("版式:\n  行距: 28.95mm", "2:7", "layout-size", "磅数"),
        ("版式: {标题字号: 特号}", "1:12", "layout-size", "字号"),
        ("版式: {标题字号: 99}", "1:12", "layout-size", "42 磅"),
        ("版式: {正文字号: [三号]}", "1:12", "wrong-type", "字号"),
        ("版式: {正文字体: 仿宋;楷体}", "1:12", "layout-font", "一种字体"),
        ("版式: {页边距: {上: 3}}", "1:15", "layout-size", "5 至 100"),
        ("版式: {页边距: {左: 70, 右: 70}}", "1:15", "layout-margins", "只剩 70 毫米宽"),
        ("版式: {页边距: {上: 100, 下: 99}}", "1:15", "layout-margins", "只剩 98 毫米高"),
        ("版式: {页边距: 30}", "1:11", "wrong-type", "键: 值"),
        ("版式: {行距: 80}", "1:10", "layout-lines", "7 行"),
        ("版式: {行距: 15.5, 正文字号: 小四}", "1:10", "layout-lines", "41 行"),
        ("版式: {行距: 15}", "1:10", "layout-lines", "切掉"),
        ("版式: {正文字号: 初号}", "1:12", "layout-lines", "切掉"),
        ("版式: {每页行数: 50}", "1:12", "layout-lines", "10 至 40"),
        ("版式: {行距: 28, 每页行数: 22}", "1:20", "layout-lines", "只写一个"),
        ("版式: {标题前空行: 9}", "1:13", "layout-size", "最多 5 行"),
        ("版式: {页码位置: 左}", "1:12", "bad-choice", "居中"),
        ("称谓: 【甲】", "1:5", "figure-not-here", "【】"),
        ("用词: {换用: {来访: 群众来访}}", "1:15", "bad-word", "还是有"),
        ("用词: {不用: [切实, '" + "长" * 30 + "']}", "1:6", "bad-word", "太长"),
        ("一个版式", "1:1", "wrong-type", "键: 值"),
        ("文种: 讲话\n行距: 28", "1:1", "wrong-type", "素材文件"),
        ("版式：\n  行距: 28", "1:3", "fullwidth-colon", "冒号"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text: str, place: str, code: str, says: str) -> None:
    found = problems(text)

    assert [(problem.code, str(problem.place)) for problem in found] == [
        (code, f"本单位.yaml:{place}")
    ]
    assert says in f"{found[0].message}{found[0].hint}"


def test_all_problems_of_a_style_come_at_once() -> None:
    found = problems("版式: {行距: 多, 标题字号: 大, 页码位置: 上}\n称唿: 同志们")

    assert len(found) == 4


def test_words_are_handed_on() -> None:
    text = "称谓: 同志们：\n自称: 我县\n署名单位: 县信访局\n用词: {不用: 广大, 换用: {上访: 信访}}"
    house = read_style_text(text, "本单位.yaml").house

    assert (house.salutation, house.self_name, house.unit) == ("同志们", "我县", "县信访局")
    assert (house.avoid, dict(house.prefer)) == (("广大",), {"上访": "信访"})
    assert house.unwanted == ("上访", "广大")


def test_a_style_of_comments_alone_says_nothing() -> None:
    style = read_style_text("# 版式:\n", "本单位.yaml")

    assert style.layout is None
    assert not style.house.unwanted


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "版面: 尺量",
        "页边距: {上: 25.4, 下: 30.1, 左: 31.7, 右: 20.75}, 行距: 27.35",
        "字体: 系统, 标题字体: 方正小标宋_GBK, 页码字体: Times New Roman, 标题字号: 20磅",
        "数字字体: Times, 标题加粗: 是, 一级加粗: 是, 二级加粗: 是, 三级加粗: 否, 段首: 加粗",
        "标题前空行: 1, 题头顺序: 日期在前, 日期括号: 否, 页码位置: 居中, 页码字号: 小四",
        "双面: 否, 网格: 行和字, 中西文间距: 是, 封面: 会议材料之三, 朗读本: 是, 正文字号: 小三",
    ],
)
def test_a_style_that_was_written_reads_the_same(typed: str) -> None:
    look = layout(typed)

    text, notes = style_text(look._asdict(), (), "范文.docx", "本单位.yaml")

    style = read_style_text(text, "本单位.yaml")
    assert style.layout is not None
    assert settle([style.layout]) == look
    assert not notes


def test_what_would_not_be_read_is_left_out_of_a_written_style_and_noted() -> None:
    fields = {"inside": 5600, "outside": 5600, "body_size": 32, "line_pitch": 240}

    text, notes = style_text(fields, (), "范文\n.docx", "本单位.yaml")

    assert "正文字号: 三号" in text
    assert "页边距:" not in text
    assert "  行距:" not in text
    assert [note[:3] for note in notes] == ["页边距", "行距没"]


def test_the_reading_copy_is_the_paper_in_large_type() -> None:
    copy = reading_copy(layout("字体: 系统, 朗读本: 是, 封面: 会议材料之三"))

    assert (copy.body_size, copy.line_pitch, copy.title_size) == (36, 660, 48)
    assert (copy.fonts, copy.cover, copy.reading_copy) == ("system", "", False)


@pytest.mark.parametrize(
    ("words", "left"),
    [
        pytest.param("换用: {群众: 群众们}", "群众", id="itself"),
        pytest.param("换用: {下一步: 下步, 下步: 今后}", "下步", id="one that is swapped too"),
        pytest.param("不用: [乡亲], 换用: {群众: 父老乡亲}", "乡亲", id="one that is not used"),
    ],
)
def test_a_swap_that_brings_in_an_unwanted_word_is_refused(words: str, left: str) -> None:
    (problem,) = problems(f"用词: {{{words}}}\n")

    assert (problem.code, f"还是有“{left}”" in problem.message) == ("bad-word", True)


def test_longer_words_are_swapped_before_those_they_hold() -> None:
    style = read_style_text("用词: {换用: {群众: 居民, 群众来访: 来访}}\n", "本单位.yaml")

    assert [*style.house.prefer] == ["群众来访", "群众"]


def test_what_a_style_has_printed_is_mended_and_said() -> None:
    style = read_style_text('称谓: "各位领导,同志们:"\n', "本单位.yaml")

    assert style.house.salutation == "各位领导，同志们"
    assert [problem.code for problem in style.problems] == ["punctuation-mended"]


def test_a_mark_of_a_cover_has_one_line() -> None:
    assert not problems(f"版式: {{封面: {'会' * 26}}}\n")
    (problem,) = problems(f"版式: {{封面: {'会' * 27}}}\n")
    assert problem.code == "layout-size"


@pytest.mark.parametrize("name", ["+正文", "仿宋;宋体", "仿'宋", "-", "仿" * 32])
def test_what_is_no_name_of_a_font_is_refused(name: str) -> None:
    assert [one.code for one in problems(f'版式: {{正文字体: "{name}"}}\n')] == ["layout-font"]
