"""speechgen diff: what a changed figure moves, in the facts and in the papers."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.running import Door
from tests.drafting.papers import MEETING, SAMPLES

OLD = f"""{MEETING}数据:
  险段: {{值: 12, 单位: 处, 上年同期: 10}}
  已加固: {{值: 4, 单位: 处}}
  未加固: = 险段 - 已加固
  闸门: {{值: 3, 单位: 座}}
问题:
  - 险段还有【险段】，【险段.同比】，未加固的【未加固】
  - 坏了的闸门有【闸门】
任务:
  - {{要点: 守住河堤, 责任单位: 县水利局}}
  - {{要点: 修好闸门, 责任单位: 县水利局}}
"""


class Pair(NamedTuple):
    """Two facts files."""

    old: Path
    new: Path

    def change(self, was: str, now: str) -> None:
        """Write the new file: the old one with `was` replaced."""
        text = self.old.read_text("utf-8")
        assert was in text
        self.new.write_text(text.replace(was, now), "utf-8")


@pytest.fixture
def pair(tmp_path: Path) -> Pair:
    old = tmp_path / "旧.yaml"
    old.write_text(OLD, "utf-8")
    return Pair(old, tmp_path / "新.yaml")


@pytest.mark.parametrize("command", ["diff", "对比"])
def test_a_changed_figure_and_all_it_moves(speechgen: Door, pair: Pair, command: str) -> None:
    pair.change("值: 12,", "值: 9,")

    ran = speechgen(command, *pair)

    assert ran.status == 0
    assert ran.out.splitlines() == [
        "改动 1 项：",
        "  险段：12处→9处",
        "连带变化 1 项：",
        "  未加固：8处→5处（险段变了）",
        "说法变了 1 处：",
        "  险段.同比：同比增加20%→同比减少10%（方向变了）",
        "工作会议讲话要变的段落 1 处：",
        (
            "  一、第2段：一是险段还有〔12→9〕处，〔同比增加20%→同比减少10%〕，"
            "未加固的〔8→5〕处。坝体不会说话，它…"
        ),
    ]


def test_the_same_facts_have_no_difference(speechgen: Door, pair: Pair) -> None:
    ran = speechgen("diff", pair.old, pair.old)

    assert (ran.status, ran.out) == (0, "两份素材写出来没有不同\n")


def test_points_come_and_go(speechgen: Door, pair: Pair) -> None:
    pair.change("  - {要点: 修好闸门, 责任单位: 县水利局}\n", "要求:\n  - 值班要守住岗位\n")

    out = speechgen("diff", *pair).out

    assert "改动" not in out
    assert "（新增）：" in out
    assert "（删去）：第二，修好闸门" in out


def test_a_point_put_otherwise_is_one_change(speechgen: Door, pair: Pair) -> None:
    pair.change("{要点: 守住河堤,", "{要点: 守牢河堤,")

    out = speechgen("diff", *pair).out

    assert "守〔住→牢〕河堤" in out
    assert "新增" not in out


def test_a_new_point_moves_the_numbering_of_those_below(speechgen: Door, pair: Pair) -> None:
    pair.change("  - 险段还有", "  - 河道里有违章建筑\n  - 险段还有")

    out = speechgen("diff", *pair).out

    assert "〔一→二〕是险段还有12处" in out


def test_rows_of_a_table_are_compared_by_their_name(speechgen: Door, pair: Pair) -> None:
    table = (
        "表格:\n  - 名称: 乡镇表\n    列: {乡镇: 文字, 险段: 处}\n    行: [[东镇, 3], [西镇, 4]]\n"
    )
    said = "  - 各镇险段【乡镇表.险段】\n"
    pair.old.write_text(OLD.replace("问题:\n", f"{table}问题:\n{said}"), "utf-8")
    pair.change("[东镇, 3], [西镇, 4]", "[西镇, 5], [南镇, 1]")

    out = speechgen("diff", *pair).out

    assert "乡镇表[西镇].险段：4处→5处" in out
    assert "乡镇表.险段：7处→6处（乡镇表[西镇].险段变了）" in out
    assert "表1“西镇”行：西镇，〔4→5〕" in out
    assert "表1“南镇”行（新增）：南镇，1" in out
    assert "表1“东镇”行（删去）：东镇，3" in out


@pytest.mark.parametrize("serial", ["序号", "排名"])
def test_a_row_that_is_numbered_is_called_by_its_name(
    speechgen: Door, pair: Pair, serial: str
) -> None:
    table = (
        f"表格:\n  - 名称: 乡镇表\n    列: {{{serial}: 文字, 乡镇: 文字, 险段: 处}}\n"
        "    行: [[1, 东镇, 3], [2, 西镇, 4]]\n    合计: 是\n"
    )
    said = "  - 各镇险段【乡镇表.险段】\n"
    pair.old.write_text(OLD.replace("问题:\n", f"{table}问题:\n{said}"), "utf-8")
    pair.change("[1, 东镇, 3], [2, 西镇, 4]", "[1, 南镇, 1], [2, 东镇, 5]")

    out = speechgen("diff", *pair).out

    assert [line.strip() for line in out.splitlines() if "表1" in line] == [
        "表1“南镇”行（新增）：1，南镇，1",
        "表1“东镇”行：〔1→2〕，东镇，〔3→5〕",
        "表1“合计”行：合计，〔7→6〕",
        "表1“西镇”行（删去）：2，西镇，4",
    ]


def test_what_was_waited_for_came(speechgen: Door, pair: Pair) -> None:
    pair.old.write_text(OLD.replace("值: 4,", "值: 待核,"), "utf-8")
    pair.change("值: 待核,", "值: 4,")

    out = speechgen("diff", *pair).out

    assert "待核变已知 1 项：\n  已加固：X处→4处" in out
    assert "未加固的〔【X】→8〕处" in out


def test_a_renamed_figure_moves_no_paragraph(speechgen: Door, pair: Pair) -> None:
    text = OLD.replace("闸门: {值: 3, 单位: 座}", "坏闸门: {值: 3, 单位: 座, 原名: 闸门}")
    pair.new.write_text(text.replace("【闸门】", "【坏闸门】"), "utf-8")

    out = speechgen("diff", *pair).out

    assert out.splitlines() == ["改名 1 项：", "  坏闸门（原名闸门）", "稿子的段落都不变"]


def test_facts_of_another_meeting_are_compared_all_the_same(speechgen: Door, pair: Pair) -> None:
    pair.change("全县防汛工作会议", "全县抗旱工作会议")

    out = speechgen("diff", *pair).out

    assert out.startswith("两份素材不是同一次会议：全县防汛工作会议；全县抗旱工作会议\n")
    assert "标题：" in out


def test_a_kind_that_the_old_facts_cannot_make_is_said(speechgen: Door, pair: Pair) -> None:
    text = OLD.replace("文种: 工作会议讲话", "文种: [工作会议讲话, 经验交流材料]")
    pair.new.write_text(f"{text}做法:\n  - 标题: 领着群众干\n", "utf-8")

    ran = speechgen("diff", *pair)

    assert "旧素材写不出“经验交流材料”，这一篇没有对比" in ran.out


def test_new_facts_that_do_not_reconcile_are_told(speechgen: Door, pair: Pair) -> None:
    pair.change("值: 12,", "值: 12, 分项: [已加固, 闸门数],")
    text = pair.new.read_text("utf-8")
    pair.new.write_text(text.replace("  闸门:", "  闸门数: {值: 3, 单位: 处}\n  闸门:"), "utf-8")

    ran = speechgen("diff", *pair)

    assert ran.status == 1
    assert "[sum-mismatch]" in ran.err


def test_problems_of_both_files_are_printed(speechgen: Door, pair: Pair) -> None:
    pair.change("数据:", "数据们:")
    pair.old.write_text(f"{OLD}任务们: 1\n", "utf-8")

    ran = speechgen("diff", *pair)

    assert ran.status == 2
    assert ran.out == ""
    assert "旧.yaml" in ran.err
    assert "新.yaml" in ran.err


def test_a_file_that_is_not_there(speechgen: Door, pair: Pair) -> None:
    ran = speechgen("diff", *pair)

    assert ran.status == 2
    assert "[no-file]" in ran.err


def test_records_are_for_programs(speechgen: Door, pair: Pair) -> None:
    pair.change("值: 12,", "值: 9,")

    ran = speechgen("diff", *pair, "--format", "json")

    found = [json.loads(line) for line in ran.out.splitlines()]
    assert [record["类"] for record in found] == ["改动", "连带变化", "说法", "段落"]
    assert found[1] == {
        "类": "连带变化",
        "名称": "未加固",
        "项": "值",
        "旧": "8处",
        "新": "5处",
        "因": ["险段"],
        "原名": "",
    }
    assert found[2]["方向变了"] is True
    assert (found[3]["文种"], found[3]["位置"]) == ("工作会议讲话", "一、第2段")


def moved_paragraphs(speechgen: Door, pair: Pair) -> tuple[list[tuple[str, str]], list[str]]:
    """Return the paragraphs that differ between two renders, and those that diff names."""
    texts = []
    for facts in pair:
        out = facts.with_suffix(".txt")
        assert speechgen("render", facts, "-o", out).status in {0, 1}  # sums may break
        texts.append([line.strip() for line in out.read_text("utf-8").splitlines()])
    differing = [(was, now) for was, now in zip(*texts, strict=True) if was != now]
    ran = speechgen("diff", *pair, "--format", "json")
    named = [record for record in map(json.loads, ran.out.splitlines()) if record["类"] == "段落"]
    return differing, [record["新"] for record in named]


ONE_OF_SEVERAL = re.compile(r"^文种: \[([^,\]]+).*$", re.MULTILINE)
TYPED = re.compile(r"^  [^\n:]+:(?: \{|\n    )值: (\d[\d.]*)[^\n]*", re.MULTILINE)
"""The first figure of a file that has a number, in either way of writing it."""


NUMBERED = [sample for sample in SAMPLES if TYPED.search(sample.read_text("utf-8"))]


@pytest.mark.parametrize("sample", NUMBERED, ids=lambda path: path.stem)
def test_a_new_render_differs_in_exactly_the_paragraphs_that_diff_names(
    speechgen: Door, tmp_path: Path, sample: Path
) -> None:
    pair = Pair(tmp_path / "旧.yaml", tmp_path / "新.yaml")
    text = ONE_OF_SEVERAL.sub(r"文种: \1", sample.read_text("utf-8"))
    pair.old.write_text(text, "utf-8")
    first = TYPED.search(text)
    assert first is not None
    pair.change(first[0], first[0].replace(first[1], f"{float(first[1]) + 1:g}"))

    differing, named = moved_paragraphs(speechgen, pair)

    assert differing
    assert [now for _, now in differing] == named


def test_three_hundred_figures_are_no_trouble(speechgen: Door, pair: Pair) -> None:
    many = "".join(f"  数{n}: {{值: {n}, 单位: 件, 上年同期: {n + 1}}}\n" for n in range(1, 300))
    said = "".join(f"  - 第{n}项有【数{n}】，【数{n}.同比】\n" for n in range(1, 300))
    pair.old.write_text(OLD.replace("问题:\n", f"{many}问题:\n{said}"), "utf-8")
    pair.new.write_text(pair.old.read_text("utf-8").replace("上年同期: ", "上年同期: 1"), "utf-8")
    started = time.monotonic()

    ran = speechgen("diff", *pair)

    assert ran.status == 0
    assert "改动 300 项" in ran.out
    assert time.monotonic() - started < 5


def test_three_hundred_points_put_otherwise_are_no_trouble(speechgen: Door, pair: Pair) -> None:
    points = "".join(f"  - 第{n}段河堤多年没有整修，汛期一到就有险情\n" for n in range(1, 300))
    pair.old.write_text(OLD.replace("问题:\n", f"问题:\n{points}"), "utf-8")
    pair.change("汛期一到就有险情", "每逢汛期都要派人看守")
    started = time.monotonic()

    ran = speechgen("diff", *pair)

    assert ran.status == 0
    assert "新增" not in ran.out
    assert time.monotonic() - started < 10


def test_both_sides_are_said_as_their_paper_says_them(speechgen: Door, pair: Pair) -> None:
    style = "同比写法: 省\n"
    pair.old.write_text(OLD.replace("，【险段.同比】", "") + style, "utf-8")
    pair.new.write_text(OLD + style, "utf-8")

    ran = speechgen("diff", pair.old, pair.new)

    assert "说法变了" not in ran.out
