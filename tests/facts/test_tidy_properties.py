"""What is mended stays mended; figures, Latin text and texts without Chinese are never touched."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from speechgen.facts.read import read_text
from speechgen.facts.tidy.ordinals import without_ordinals
from speechgen.facts.tidy.punctuation import mended

PIECES = (
    *"甲乙丙一二是要第，。、；：！？“”‘’（）《》【】…,.;:?!()\"' 15ab-=/３％．Ａ",
    "...",
    "。。。",
    "\ufdd2",
    ".docx",
    "http://a.cn/b",
    "a@b.cn",
    "5'30\"",
    "1,234",
    "12:30",
    "it's",
    "【甲.占比(乙)】",
)
TYPED = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
NUMBERS = ("1,234", "12:30", "3.5", "1:2", "5'30\"", "2025-08-12", "1.5万", "3.0%", "-3.5")


@given(TYPED)
@example("A,!甲")
@example("甲,  ")
@example("!?甲")
@example("http://a.cn,?甲")
@example("“甲”(乙”丙)'")
def test_mending_twice_changes_nothing_more(typed: str) -> None:
    once = mended(typed)

    again = mended(once.text)

    assert (again.text, again.signs) == (once.text, ())


@given(TYPED)
def test_digits_latin_letters_and_chinese_stay(typed: str) -> None:
    def kept(text: str) -> list[str]:
        return re.findall("[0-9A-Za-z\u4e00-\u9fff]", text.translate(str.maketrans("３Ａ", "3A")))

    assert kept(mended(typed).text) == kept(typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("２０２５年第３次会议", "2025年第3次会议", id="digits"),
        pytest.param("Ａ４纸打印", "A4纸打印", id="letters"),
        pytest.param("增长１２．３％", "增长12.3%", id="point and percent"),
        pytest.param("增长12.3％", "增长12.3%", id="percent alone"),
        pytest.param("来访【来访１】件", "来访【来访１】件", id="not in an expression"),
        pytest.param("关于经费...", "关于经费……", id="three stops"),
        pytest.param("人手、经费。。。都缺", "人手、经费……都缺", id="three Chinese stops"),
        pytest.param("见v1...v3三版", "见v1...v3三版", id="stops in Latin"),
    ],
)
def test_digits_typed_wide_and_rows_of_stops_are_set_right(typed: str, meant: str) -> None:
    assert mended(typed).text == meant


@given(TYPED)
def test_expressions_stay(typed: str) -> None:
    assert re.findall("【[^【】]*】", mended(typed).text) == re.findall("【[^【】]*】", typed)


@given(st.text(st.characters(max_codepoint=0x2FFF), max_size=30))
def test_a_text_without_chinese_stays(typed: str) -> None:
    assert mended(typed).text == typed


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_among_chinese_stays(number: str) -> None:
    typed = f"今年{number}，到{number}止；{number}"

    assert mended(typed).text == typed


@given(TYPED)
def test_what_is_told_as_mended_was_changed(typed: str) -> None:
    found = mended(typed)

    assert bool(found.signs) == (found.text != typed)
    assert len(found.text) <= len(typed)
    assert all(typed[at] in ",;:?!().。\"'“”‘’３％．Ａ" for at in found.signs)


@given(st.lists(TYPED.filter(bool), max_size=5))
def test_ordinals_are_only_ever_taken_from_the_head(entries: list[str]) -> None:
    for entry, (left, ordinal) in zip(entries, without_ordinals(entries), strict=True):
        assert entry.endswith(left)
        assert entry.startswith(ordinal)
        assert left
        assert ordinal or left == entry


@given(st.sampled_from(("成绩", "问题", "任务", "要求")), st.sampled_from((0, 1, 13, 40)))
def test_any_number_of_entries_is_read(key: str, count: int) -> None:
    entries = "".join(f"- 抓好第{number}个村的事\n" for number in range(count))
    text = f"文种: 工作会议讲话\n此前议程:\n- {{谁: 县信访局, 事项: 通报情况}}\n{key}:\n{entries}"

    facts = read_text(text if count else text.rsplit(key, 1)[0], "素材.yaml")

    assert len(facts.root.items(key)) == count
    assert [problem.code for problem in facts.problems] == ["list-long"] * (count > 12)


def test_a_row_of_forty_thousand_signs_is_mended_at_once() -> None:
    typed = "甲" + "(" * 9000 + "!?" * 5000 + ")" * 9000 + " ," * 4000 + "1" * 9000

    assert mended(mended(typed).text).signs == ()


def test_names_that_are_found_in_texts_are_mended_like_them() -> None:
    text = (
        "文种: 工作会议讲话\n简称: {县信访局(联席办): 信访局}\n"
        "问题: [{要点: 存量不少, 编号: 存量(一)}]\n"
        "任务: [{要点: 抓好, 对应: 存量(一), 责任单位: 县信访局(联席办)}]\n"
    )

    root = read_text(text, "素材.yaml").root
    problem, task = root.items("问题")[0], root.items("任务")[0]

    assert task.lines("对应") == (problem.text("编号"),) == ("存量（一）",)
    assert list(root.items("简称")[0]) == list(task.lines("责任单位")) == ["县信访局（联席办）"]


def test_names_of_figures_stay_as_typed() -> None:
    text = "文种: 工作会议讲话\n数据: {来访(批次): {值: 3, 单位: 批次}}\n成绩: 来访【来访(批次)】\n"

    facts = read_text(text, "素材.yaml")

    assert "来访(批次)" in facts.figures
    assert facts.problems == ()


def test_what_a_name_stands_for_is_mended() -> None:
    text = "文种: 工作会议讲话\n名称: {办法(县): 信访工作办法(试行)}\n"

    facts = read_text(text, "素材.yaml")

    assert facts.names["办法(县)"].value == "信访工作办法（试行）"
    assert [problem.code for problem in facts.problems] == ["punctuation-mended"]


def test_mended_text_is_not_recalled_without_its_advice() -> None:
    text = "文种: 工作会议讲话\n主题: 信访,维稳\n下步: [一是抓源头]\n"

    first, again = read_text(text, "素材.yaml"), read_text(text, "素材.yaml")

    assert [problem.code for problem in again.problems] == ["punctuation-mended", "ordinal-typed"]
    assert first.problems == again.problems
    assert again.root.text("主题") == "信访，维稳"
