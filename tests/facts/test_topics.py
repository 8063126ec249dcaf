"""Which topic a subject is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from speechgen.facts.topics import bank, fit
from speechgen.problems import SpeechgenError
from tests.drafting.papers import hoard


@pytest.mark.parametrize(
    ("subject", "topic"),
    [
        ("信访工作", "信访"),
        ("领导干部接访", "信访"),
        ("学校安全生产", "安全生产"),
        ("校园安全", "教育"),
        ("农村医疗", "医疗卫生"),
        ("乡村教育", "教育"),
        ("乡村振兴", "乡村振兴"),
        ("警示教育", ""),
        ("主题教育", ""),
        ("城市管理", ""),
        ("信访和安全生产", ""),
        ("安全生产和应急管理", "安全生产"),
        ("和美村庄建设", "乡村振兴"),
        ("", ""),
    ],
)
def test_a_subject_finds_its_topic(subject: str, topic: str) -> None:
    assert [found.name for found in hoard().topic(subject)] == [*filter(None, [topic]), "通用"]


def test_a_subject_that_joins_two_topics_names_both() -> None:
    assert {topic.name for topic in hoard().named("信访和安全生产")} == {"信访", "安全生产"}


def written(folder: Path, text: str) -> Path:
    path = folder / "气象.yaml"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    "text",
    [
        "别名: [人工影响天气, 雷电]\n",
        "别名: 雷电\n",
        "别名: ['人工影响天气', \"雷电\"]  # 两个\n",
        "别名: [人工影响天气、雷电]\n",
        "别名:\n  - 人工影响天气\n  - 雷电\n",
        "动词: [测报]\n别名: [雷电]\n",
    ],
)
def test_an_alias_is_found_however_it_is_typed(tmp_path: Path, text: str) -> None:
    path = written(tmp_path, text)

    assert fit(path, "雷电防护") == (2, 0)
    assert fit(path, "气象服务") == (2, 0)
    assert fit(path, "统计") == (0, 0)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("套话: 一句\n", "记录"),
        ("标题组: [甲]\n", "记录"),
        ("套话: {结尾: [{见: [甲]}]}\n", "每条套话"),
        ("套话: {结尾: [{说: [甲]}]}\n", "每条套话"),
        ("套话: {结尾: ['甲{主题。']}\n", "没有成对"),
        ("风险: [{说: ''}, {见: 甲}]\n", "每条套话"),
        ("套画: {结尾: [甲]}\n", "没有“套画”这个键"),
        ("套话: {结尾: [{见到: [甲], 说: 乙}]}\n", "没有“见到”这个键"),
    ],
)
def test_a_bank_that_is_not_of_its_form_is_told_with_its_file(
    tmp_path: Path, text: str, told: str
) -> None:
    path = written(tmp_path, text)

    with pytest.raises(SpeechgenError) as caught:
        dict(bank(path).stock)

    [problem] = caught.value.problems
    assert problem.code == "bad-template"
    assert told in problem.message
    assert "气象.yaml" in str(problem)


def test_a_bank_of_nothing_but_aliases_says_nothing(tmp_path: Path) -> None:
    found = bank(written(tmp_path, "别名: [雷电]\n套话:\n标题组:\n风险:\n"))

    assert (found.stock, found.heads, found.risks) == ({}, (), ())


@pytest.mark.parametrize(
    "text",
    [
        "动词: [{测报}]\n",
        "标题组: [{形势: {主题}, 任务: 甲, 要求: 乙}]\n",
        "套话: {结尾: [{说: 好。, 见: {主题}}]}\n",
        "套话: {结尾: [{说: 好。, 身份: [[主要领导]]}]}\n",
    ],
)
def test_a_brace_without_quotes_is_no_word(tmp_path: Path, text: str) -> None:
    path = written(tmp_path, text)

    with pytest.raises(SpeechgenError) as error:
        bank(path).stock.get("结尾")

    assert "双引号" in error.value.problems[0].message
