"""The commands as a secretary uses them: exit statuses, files, what is printed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from speechgen.cache import cache_folder
from speechgen.facts.kind import Kind
from speechgen.operations import kinds
from tests.cli.running import Door
from tests.drafting.papers import MEETING, ROOT, SAMPLES

FACTS = f"{MEETING}任务: [{{要点: 守住河堤, 责任单位: 县水利局}}]\n"
MISSING = (
    f"{MEETING}数据: {{险段: {{值: 待核, 单位: 处, 由谁提供: 县水利局, 期限: 2025-05-18}}}}\n"
    "问题: [险段还有【险段】]\n"
)
BROKEN_SUM = (
    f"{MEETING}数据:\n  总数: {{值: 10, 单位: 件, 分项: [甲, 乙]}}\n  甲: {{值: 3, 单位: 件}}\n"
    "  乙: {值: 4, 单位: 件}\n问题: [险情共有【总数】]\n"
)


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    path = tmp_path / "素材.yaml"
    path.write_text(FACTS, "utf-8")
    return path


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_kinds_are_listed_with_what_they_need(speechgen: Door) -> None:
    ran = speechgen("kinds")

    assert ran.status == 0
    assert len(ran.out.splitlines()) == len(kinds())
    assert "工作会议讲话（work-meeting-speech）" in ran.out


@pytest.mark.parametrize("kind", [kind.name for kind in kinds()])
def test_a_new_facts_file_renders_as_it_stands(speechgen: Door, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "新" / "素材.yaml"

    made = speechgen("new", kind, "-o", path)
    done = speechgen("render", path)

    assert (made.status, done.status) == (0, 0)
    assert files(path.parent) == ["素材.docx", "素材.docx.sg.json", "素材.schema.json", "素材.yaml"]
    assert json.loads((path.parent / "素材.schema.json").read_text("utf-8"))


def test_new_overwrites_nothing(speechgen: Door, facts: Path) -> None:
    ran = speechgen("new", "工作会议讲话", "-o", facts)

    assert ran.status == 2
    assert "[output-exists]" in ran.err
    assert facts.read_text("utf-8") == FACTS


def test_an_unknown_kind_is_said_with_the_nearest(speechgen: Door, tmp_path: Path) -> None:
    ran = speechgen("new", "工作会讲话", "-o", tmp_path / "a.yaml")

    assert ran.status == 2
    assert "没有“工作会讲话”这个文种" in ran.err
    assert "是不是“工作会议讲话”？" in ran.err
    assert files(tmp_path) == []


@pytest.mark.parametrize("name", ["render", "生成"])
def test_a_render_writes_the_draft_and_its_sidecar(speechgen: Door, facts: Path, name: str) -> None:
    ran = speechgen(name, facts)

    assert ran.status == 0
    assert "已生成：" in ran.out
    assert files(facts.parent) == ["素材.docx", "素材.docx.sg.json", "素材.yaml"]


def test_an_english_kind_is_accepted(speechgen: Door, facts: Path) -> None:
    facts.write_text(FACTS.replace("工作会议讲话", "work-meeting-speech"), "utf-8")

    assert speechgen("render", facts).status == 0


def test_the_same_facts_give_the_same_bytes(speechgen: Door, facts: Path) -> None:
    one, other = facts.with_name("甲.docx"), facts.with_name("乙.docx")

    speechgen("render", facts, "-o", one)
    speechgen("render", facts, "-o", other)

    assert one.read_bytes() == other.read_bytes()


def test_a_draft_nobody_touched_is_replaced(speechgen: Door, facts: Path) -> None:
    speechgen("render", facts)
    facts.write_text(FACTS.replace("守住河堤", "守牢河堤"), "utf-8")

    assert speechgen("render", facts).status == 0
    assert files(facts.parent) == ["素材.docx", "素材.docx.sg.json", "素材.yaml"]


def test_a_draft_somebody_edited_is_never_replaced(speechgen: Door, facts: Path) -> None:
    speechgen("render", facts)
    draft = facts.with_suffix(".docx")
    edited = draft.read_bytes() + b"typed by hand"
    draft.write_bytes(edited)

    refused = speechgen("render", facts)

    assert refused.status == 2
    assert "speechgen refresh" in refused.err
    assert draft.read_bytes() == edited


def test_force_keeps_what_was_there(speechgen: Door, facts: Path) -> None:
    draft = facts.with_suffix(".docx")
    for content in (b"first", b"second"):
        draft.write_bytes(content)
        assert speechgen("render", facts, "--force").status == 0

    assert (facts.parent / "素材.docx.bak").read_bytes() == b"first"
    assert (facts.parent / "素材.docx.2.bak").read_bytes() == b"second"


def test_text_has_its_numbering_spelled_out(speechgen: Door, facts: Path) -> None:
    out = facts.with_name("稿.txt")

    facts.write_text(f"{facts.read_text('utf-8')}\n要求: [责任要压实]\n", "utf-8")

    assert speechgen("render", facts, "-o", out).status == 0
    assert "一、" in out.read_text("utf-8")


@pytest.mark.parametrize(
    ("option", "part", "mark"),
    [
        ("字体: 系统", "word/styles.xml", 'w:eastAsia="仿宋"'),
        ("数字字体: Times", "word/styles.xml", "Times New Roman"),
        ("二级加粗: 是", "word/styles.xml", ""),
        ("三级加粗: 否", "word/styles.xml", ""),
    ],
)
def test_the_layout_may_be_chosen_in_the_facts(
    speechgen: Door, facts: Path, option: str, part: str, mark: str
) -> None:
    speechgen("render", facts)
    with ZipFile(facts.with_suffix(".docx")) as stock:
        before = stock.read(part).decode()
    facts.write_text(f"{FACTS}版式: {{{option}}}\n", "utf-8")

    assert speechgen("render", facts).status == 0
    with ZipFile(facts.with_suffix(".docx")) as own:
        after = own.read(part).decode()
    assert after != before
    assert mark in after


def test_a_character_the_fonts_lack_is_said(speechgen: Door, facts: Path) -> None:
    facts.write_text(FACTS.replace("县水利局", "喆水利局"), "utf-8")

    ran = speechgen("render", facts)

    assert ran.status == 0
    assert "“喆”" in ran.err
    assert "[rare-character]" in ran.err


def test_a_table_too_broad_for_the_page_is_said(speechgen: Door, facts: Path) -> None:
    columns = ", ".join([f"指标{at}: 万元" for at in range(12)])
    cells = ", ".join(["2345678.5"] * 12)
    table = f"表格: [{{名称: 宽表, 列: {{县区: 文字, {columns}}}, 行: [[清江县, {cells}]]}}]\n"
    facts.write_text(FACTS + table, "utf-8")

    ran = speechgen("render", facts)

    assert ran.status == 0
    assert "表格“宽表”有13列，用最小的字也排不下，数会断成两行[table-wide]" in ran.err
    assert "table-wide" not in speechgen("render", facts, "-o", facts.with_suffix(".txt")).err


def test_a_kind_that_is_named_twice_is_one_paper(speechgen: Door, facts: Path) -> None:
    twice = "文种: [工作会议讲话, work-meeting-speech]"
    facts.write_text(FACTS.replace("文种: 工作会议讲话", twice), "utf-8")

    assert speechgen("render", facts).status == 0
    assert [n for n in files(facts.parent) if n.endswith(".docx")] == ["素材.docx"]


def test_several_papers_go_into_a_folder(speechgen: Door, facts: Path) -> None:
    two = "文种: [工作会议讲话, 推进会讲话]"
    facts.write_text(FACTS.replace("文种: 工作会议讲话", two), "utf-8")

    assert speechgen("render", facts).status == 0
    assert [n for n in files(facts.parent / "素材") if n.endswith(".docx")] == [
        "工作会议讲话.docx",
        "推进会讲话.docx",
    ]
    assert speechgen("render", facts, "-o", facts.with_name("一份.docx")).status == 2
    assert (
        speechgen(
            "render", facts, "--kind", "推进会讲话", "-o", facts.with_name("一份.docx")
        ).status
        == 0
    )


def test_what_is_missing_is_listed_with_who_supplies_it(speechgen: Door, facts: Path) -> None:
    facts.write_text(MISSING, "utf-8")

    ran = speechgen("render", facts)

    assert ran.status == 0
    assert "缺数 1 项：" in ran.out
    assert "险段（处），请县水利局于5月18日前提供，文中1处（本数）" in ran.out


def test_strict_writes_nothing_while_a_figure_is_missing(speechgen: Door, facts: Path) -> None:
    facts.write_text(MISSING, "utf-8")

    ran = speechgen("render", facts, "--strict")

    assert ran.status == 2
    assert "[strict-missing]" in ran.err
    assert files(facts.parent) == ["素材.yaml"]


def test_figures_that_do_not_reconcile_are_for_a_person(speechgen: Door, facts: Path) -> None:
    facts.write_text(BROKEN_SUM, "utf-8")

    checked, rendered, strict = (
        speechgen("check", facts),
        speechgen("render", facts),
        speechgen("render", facts, "--strict", "-o", facts.with_name("严.docx")),
    )

    assert (checked.status, rendered.status, strict.status) == (1, 1, 2)
    assert "[sum-mismatch]" in checked.err
    assert facts.with_suffix(".docx").exists()
    assert not facts.with_name("严.docx").exists()


def test_check_writes_nothing(speechgen: Door, facts: Path) -> None:
    ran = speechgen("check", facts)

    assert ran.status == 0
    assert "没有发现错误" in ran.out
    assert files(facts.parent) == ["素材.yaml"]


def test_schema_is_json(speechgen: Door) -> None:
    ran = speechgen("schema")

    assert ran.status == 0
    assert "文种" in json.loads(ran.out)["properties"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["rendr"], "没有“rendr”这个命令，是不是“render”？"),
        (["render"], "缺少素材文件"),
        (["render", "a.yaml", "--stric"], "没有“--stric”这个选项，是不是 --strict？"),
        (["render", "a.yaml", "-o"], "选项“-o”后面少了内容"),
        (["new"], "缺少文种"),
        (["check", "a.yaml", "b.yaml"], "可能多写了一项"),
        (["diff", "旧.yaml"], "缺少新的素材文件"),
        (["figures", "a.yaml", "--format", "xml"], "格式（text 或 json）不对"),
        (["figurs"], "是不是“figures”"),
    ],
)
def test_a_mistake_of_use_is_one_chinese_line(
    speechgen: Door, arguments: list[str], said: str
) -> None:
    ran = speechgen(*arguments)

    assert ran.status == 2
    assert said in ran.err
    assert ran.out == ""


@pytest.mark.parametrize(
    "command",
    ["", "kinds", "new", "render", "check", "figures", "diff", "schema", "生成", "数据", "对比"],
)
def test_help_is_chinese_with_an_example(speechgen: Door, command: str) -> None:
    ran = speechgen(*([command] if command else []), "--help")

    assert ran.status == 0
    assert "用法：" in ran.out
    assert "speechgen " in ran.out.partition("用法：")[2]
    assert "例：" in ran.out or not command
    assert "选项：" in ran.out
    assert not {"Usage", "Options", "Commands", "Show"} & set(ran.out.replace(":", " ").split())


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_every_sample_renders(speechgen: Door, tmp_path: Path, sample: Path) -> None:
    out = tmp_path / ("稿" if "文种: [" in sample.read_text("utf-8") else "稿.docx")

    assert speechgen("render", sample, "-o", out).status == 0


def test_a_gbk_console_prints_what_it_can(tmp_path: Path) -> None:
    facts = tmp_path / "素材😀.yaml"
    facts.write_text(FACTS.replace("县水利局", "县水利局𠮷"), "utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "gbk"}
    command = [sys.executable, "-m", "speechgen", "render", str(facts)]

    ran = subprocess.run(command, capture_output=True, env=environment, cwd=ROOT, check=False)  # noqa: S603 - our own module

    assert ran.returncode == 0
    assert "已生成" in ran.stdout.decode("gbk")
    assert b"Traceback" not in ran.stderr


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
def test_a_kind_is_written_from_what_it_says_it_needs(
    speechgen: Door, tmp_path: Path, kind: Kind
) -> None:
    path = tmp_path / "素材.yaml"
    lines = [kind.examples[need] for need in kind.needs]
    path.write_text("\n".join([f"文种: {kind.name}", *lines]) + "\n", "utf-8")

    assert speechgen("render", path).status == 0


def test_several_papers_are_written_all_or_none(speechgen: Door, facts: Path) -> None:
    two = "文种: [工作会议讲话, 推进会讲话]"
    facts.write_text(FACTS.replace("文种: 工作会议讲话", two), "utf-8")
    speechgen("render", facts)
    folder = facts.with_suffix("")
    (folder / "推进会讲话.docx").write_bytes(b"typed by hand")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    facts.write_text(facts.read_text("utf-8").replace("守住", "守牢"), "utf-8")

    ran = speechgen("render", facts)

    assert ran.status == 2
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_text_somebody_edited_is_never_replaced(speechgen: Door, facts: Path) -> None:
    out = facts.with_name("稿.txt")
    speechgen("render", facts, "-o", out)
    again = speechgen("render", facts, "-o", out)
    out.write_text("手写的", "utf-8")

    refused = speechgen("render", facts, "-o", out)

    assert (again.status, refused.status) == (0, 2)
    assert out.read_text("utf-8") == "手写的"


def test_what_a_paper_does_not_say_is_told(speechgen: Door, facts: Path) -> None:
    facts.write_text(f"{FACTS}背景: [去年汛期来得早]\n", "utf-8")

    ran = speechgen("render", facts)

    assert ran.status == 0
    assert "“背景”里的“去年汛期来得早”没有印进稿子" in ran.err


@pytest.mark.parametrize(
    ("kinds_named", "told"),
    [
        ("工作会议讲话", ["早排查", "排查水库86座", "备足物资", "队伍表"]),
        ("[工作会议讲话, 经验交流材料]", ["队伍表"]),
    ],
)
def test_of_several_papers_only_what_none_prints_is_told(
    speechgen: Door, facts: Path, kinds_named: str, told: list[str]
) -> None:
    practice = (
        "做法: [{标题: 早排查, 措施: [排查水库86座, 备足物资]}]\n"
        "表格: [{名称: 队伍表, 位置: 不印, 列: {队伍: 文字, 人数: 人}, 行: [[民兵队, 620]]}]\n"
    )
    facts.write_text(
        FACTS.replace("文种: 工作会议讲话", f"文种: {kinds_named}") + practice, "utf-8"
    )

    lines = [line for line in speechgen("check", facts).err.splitlines() if "not-printed" in line]

    assert len(lines) == len(told)
    assert all(text in line for text, line in zip(told, lines, strict=True))


def test_a_hundred_tasks_are_no_trouble(speechgen: Door, facts: Path) -> None:
    tasks = "".join(f"  - {{要点: 守住第{n}段河堤, 责任单位: 县水利局}}\n" for n in range(120))
    facts.write_text(f"{MEETING}任务:\n{tasks}", "utf-8")

    assert speechgen("render", facts).status == 0


def test_a_damaged_cache_stops_nothing(speechgen: Door, facts: Path) -> None:
    speechgen("render", facts)
    folder = cache_folder()
    assert folder is not None
    for path in folder.iterdir():
        if path.is_file():
            path.write_bytes(path.read_bytes()[:7])

    assert speechgen("render", facts, "-o", facts.with_name("再.docx")).status == 0


@pytest.mark.parametrize("command", ["kinds", "render"])
def test_templates_that_are_not_there_are_said(speechgen: Door, facts: Path, command: str) -> None:
    given = [facts] if command == "render" else []

    ran = speechgen(command, *given, "--templates", facts.with_name("没有"))

    assert ran.status == 2
    assert "[bad-template]" in ran.err


def test_a_word_too_many_is_said_in_chinese(speechgen: Door) -> None:
    ran = speechgen("kinds", "工作汇报")

    assert ran.status == 2
    assert "多写了一项" in ran.err
    assert "unexpected" not in ran.err
