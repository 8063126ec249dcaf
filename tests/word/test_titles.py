"""Long titles are broken by meaning, into a trapezium or a lozenge."""

from __future__ import annotations

from itertools import pairwise

import pytest

from speechgen.document import Run
from speechgen.word.title_words import SPACES, listed_words, words_of
from speechgen.word.titles import breaks, broken, width


def broken_lines(title: str, fit: int = 18, whole: tuple[tuple[int, int], ...] = ()) -> list[str]:
    edges = (0, *breaks(title, fit, whole), len(title))
    return [title[start:end].rstrip(SPACES) for start, end in pairwise(edges)]


@pytest.mark.parametrize(
    "lines",
    [
        ["在2025年全县信访工作会议上的讲话"],
        ["在全市信访工作暨平安建设推进会上的讲话"],  # 19 characters: still one line
        ["乐于接访　勇于接访　善于接访"],
        ["在全县第四季度重点领域", "信访事项工作推进会上的讲话"],
        ["在全县学习贯彻党的二十届三中全会精神", "专题研讨班开班式上的讲话"],
        ["在东关镇人民政府2025年安全生产", "专项整治三年行动动员部署会议上的讲话"],
        ["在××小区延期交付问题", "化解工作专题调度会上的讲话"],
        ["在学习贯彻《信访工作条例》", "暨信访工作法治化推进会上的讲话"],
        ["在全市教育系统庆祝第四十一个教师节", "暨教育工作表彰大会上的讲话"],
        ["在2025年临溪县", "生态环境保护工作会议上的讲话"],
        ["在全市防汛抗旱", "和地质灾害防治工作会议上的讲话提纲"],
    ],
    ids="".join,
)
def test_titles_are_broken_where_the_sense_allows(lines: list[str]) -> None:
    assert broken_lines("".join(lines)) == lines


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("在全县上游水库除险加固工程建设推进会上的讲话", "上游"),
        ("在全省体育场地设施建设和后备人才培养工作会议上的讲话", "场地设施"),
        ("在全县沿海产地冷链物流和前置仓储项目建设推进会上的讲话", "产地"),
        ("在全区等候时长压减暨对接企业诉求专项行动动员部署会上的讲话", "等候时长"),
    ],
)
def test_a_small_word_inside_an_unknown_one_parts_nothing(title: str, word: str) -> None:
    assert any(word in piece for piece in words_of(title))


@pytest.mark.parametrize(
    "lines",
    [
        ["凝心聚力　真抓实干", "奋力谱写中国式现代化建设新篇章"],
        ["乐于接访　勇于接访　善于接访", "做群众的贴心人　当群众的主心骨"],
    ],
    ids="".join,
)
def test_a_slogan_is_broken_at_its_spaces(lines: list[str]) -> None:
    assert broken_lines("　".join(lines)) == lines


LONG = [
    "关于进一步加强全县安全生产和消防安全隐患排查整治工作的情况通报",
    "在全国“扫黄打非”工作电视电话会议××分会场上的讲话",
    "坚持人民至上、生命至上，坚决守牢安全底线——在2025年全市安全生产工作会议上的讲话",
    "在县委十五届九次全体（扩大）会议暨县委经济工作会议上的讲话",
    "在全省农村人居环境整治提升暨高标准农田建设现场推进会议和乡村振兴工作总结表彰大会上的讲话",
    "在市委党校2025年秋季学期中青年干部培训班和新任职科级干部任职培训班开班仪式上的讲话",
]


@pytest.mark.parametrize("title", LONG)
def test_the_lines_keep_to_the_rules(title: str) -> None:
    lines = broken_lines(title)

    lengths = [width(line) for line in lines]
    longest = lengths.index(max(lengths))
    assert len(lines) > 1
    assert max(lengths) <= 19
    assert lengths[:longest] == sorted(lengths[:longest])
    assert lengths[longest:] == sorted(lengths[longest:], reverse=True)
    assert min(lengths[:-1]) >= max(lengths) / 3
    assert lengths[-1] >= 4
    assert not any(line[0] in "的上》”、，）" for line in lines)
    assert not any(line[-1] in "在和暨《“（" for line in lines)


@pytest.mark.parametrize("title", LONG)
def test_no_listed_word_is_parted(title: str) -> None:
    lines = broken_lines(title)

    for line, following in pairwise(lines):
        assert line[-1] + following[0] not in listed_words()


def test_a_name_from_the_facts_is_never_parted() -> None:
    name = "全县重点领域信访事项化解攻坚行动"
    title = f"在{name}动员部署会议上的讲话"
    whole = ((1, 1 + len(name)),)

    assert broken_lines(title, whole=whole) == [f"在{name}", "动员部署会议上的讲话"]


def test_a_title_of_unknown_words_is_broken_evenly() -> None:
    assert broken_lines("某" * 26) == ["某" * 13, "某" * 13]


@pytest.mark.parametrize("title", ["", "讲话", "《" + "某" * 40 + "》"])
def test_what_cannot_or_need_not_be_broken_is_left_alone(title: str) -> None:
    assert broken_lines(title, whole=((0, len(title)),)) == [title]


def test_every_title_is_answered_at_once() -> None:
    assert len(broken_lines("在全县信访工作会议上的讲话" * 6)) == 5


def test_the_runs_of_a_title_get_line_ends_outside_its_figures() -> None:
    runs = (
        Run("在全县第四季度重点领域信访事项工作推进会暨"),
        Run("××", "会议.名称", "nameless"),
        Run("会议上的讲话"),
    )

    assert "".join(run.text for run in broken(runs, 18)) == (
        "在全县第四季度重点领域\n信访事项工作推进会暨××会议上的讲话"
    )
    assert [run for run in broken(runs, 18) if run.expression] == [runs[1]]


def test_a_break_before_a_name_stands_at_the_end_of_the_run_before() -> None:
    runs = (Run("在全县信访事项工作推进会　"), Run("×" * 10, "名称", "nameless"), Run("讲话"))

    assert [run.text for run in broken(runs, 18)] == [
        "在全县信访事项工作推进会\n",
        "×" * 10,
        "讲话",
    ]


def test_a_break_between_two_names_stands_in_a_run_of_its_own() -> None:
    runs = (Run("×" * 12, "甲", "nameless"), Run("×" * 10, "乙", "nameless"))

    assert [run.text for run in broken(runs, 18)] == ["×" * 12, "\n", "×" * 10]
