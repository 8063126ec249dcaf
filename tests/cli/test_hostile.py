"""Every file is hostile until read: one clear Chinese message, exit 2, nothing half-written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Door
from tests.drafting.papers import MEETING

TASKS = "任务: [守住河堤]\n"
BAD: dict[str, tuple[str | bytes, str]] = {
    "unknown key": (f"{MEETING}{TASKS}任务们: 1\n", "unknown-key"),
    "unknown kind": (MEETING.replace("工作会议讲话", "工作大会讲话") + TASKS, "unknown-kind"),
    "unknown figure": (f"{MEETING}任务: [完成【信访总数】]\n", "unknown-figure"),
    "repeated key": (f"{MEETING}{TASKS}{TASKS}", "repeated-key"),
    "full-width colon": (f"{MEETING}任务：守住河堤\n", "fullwidth-colon"),
    "tab": (f"{MEETING}任务:\n\t- 守住河堤\n", "tab-indent"),
    "impossible date": (MEETING.replace("2025-05-20", "2025-02-30") + TASKS, "impossible-date"),
    "empty": ("", "empty-file"),
    "control character": (f"{MEETING}任务: [守住\x01河堤]\n", "forbidden-character"),
    "our own marks": (f"{MEETING}任务: [守住\ufdd0河堤]\n", "forbidden-character"),
    "GBK": ((MEETING + TASKS).encode("gbk"), "wrong-encoding"),
    "brackets": ("[" * 50_000, "too-deep"),
    "alias bomb": ("a: &a [x]\nb: [*a, *a]\n", "yaml-anchor"),
    "circular formula": (f"{MEETING}{TASKS}数据: {{甲: = 乙, 乙: = 甲}}\n", "circular-formula"),
    "division by zero": (
        MEETING
        + TASKS
        + "数据:\n  甲: {值: 0, 单位: 件}\n  丙: {值: 1, 单位: 件}\n  乙: = 丙 / 甲\n",
        "zero-division",
    ),
    "bracket left open": (f"{MEETING}任务: [完成【任务]\n", "figure-unclosed"),
    "unit missing": (f"{MEETING}{TASKS}数据: {{甲: 3}}\n", "unit-missing"),
    "kind needs": ("文种: 推进会讲话\n会议: {名称: 会}\n", "kind-needs"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_facts_file_gets_one_clear_message(
    speechgen: Door, tmp_path: Path, case: str
) -> None:
    content, code = BAD[case]
    facts = tmp_path / "素材.yaml"
    facts.write_bytes(content if isinstance(content, bytes) else content.encode())

    ran = speechgen("render", facts)

    assert ran.status == 2, ran
    assert code in ran.err
    assert "素材.yaml" in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["素材.yaml"]


def test_a_file_that_is_not_there(speechgen: Door, tmp_path: Path) -> None:
    assert speechgen("render", tmp_path / "没有.yaml").status == 2


def test_a_directory_is_no_facts_file(speechgen: Door, tmp_path: Path) -> None:
    assert speechgen("render", tmp_path).status == 2


def test_a_huge_file_is_refused_unread(speechgen: Door, tmp_path: Path) -> None:
    huge = tmp_path / "素材.yaml"
    with huge.open("wb") as file:
        file.truncate(100_000_000)

    ran = speechgen("render", huge)

    assert ran.status == 2
    assert "[" in ran.err


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    path = tmp_path / "素材.yaml"
    path.write_text(MEETING + TASKS, "utf-8")
    return path


def test_the_output_is_never_the_input(speechgen: Door, facts: Path) -> None:
    ran = speechgen("render", facts, "-o", facts)
    by_link = facts.with_name("稿.txt")
    by_link.hardlink_to(facts)

    linked = speechgen("render", facts, "-o", by_link)

    assert (ran.status, linked.status) == (2, 2)
    assert "[output-is-input]" in linked.err
    assert facts.read_text("utf-8") == MEETING + TASKS


@pytest.mark.parametrize("name", ["稿.doc", "稿.pdf", "稿"])
def test_only_docx_and_txt_are_written(speechgen: Door, facts: Path, name: str) -> None:
    ran = speechgen("render", facts, "-o", facts.with_name(name))

    assert ran.status == 2
    assert "[output-type]" in ran.err


def test_an_output_below_a_file_cannot_be_written(speechgen: Door, facts: Path) -> None:
    ran = speechgen("render", facts, "-o", facts / "稿.docx")

    assert ran.status == 2
    assert "[cannot-write]" in ran.err


@pytest.mark.parametrize("lock", ["~$稿件.docx", "~$件.docx", ".~lock.稿件.docx#"])
def test_a_draft_that_is_open_elsewhere_is_left_alone(
    speechgen: Door, facts: Path, lock: str
) -> None:
    facts.with_name(lock).write_bytes(b"")

    ran = speechgen("render", facts, "-o", facts.with_name("稿件.docx"))

    assert ran.status == 2
    assert "[file-open]" in ran.err


def test_if_the_draft_cannot_be_put_the_sidecar_is_put_back(
    speechgen: Door, facts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = facts.with_suffix(".docx")
    speechgen("render", facts)
    before = {path.name: path.read_bytes() for path in facts.parent.iterdir()}
    replace = Path.replace

    def locked(part: Path, target: Path) -> Path:
        if target == draft:
            raise PermissionError(13, "used by another process")
        return replace(part, target)

    monkeypatch.setattr(Path, "replace", locked)
    facts.write_text(MEETING + TASKS.replace("守住", "守牢"), "utf-8")

    ran = speechgen("render", facts)

    assert ran.status == 2
    assert "[cannot-write]" in ran.err
    before["素材.yaml"] = facts.read_bytes()
    assert {path.name: path.read_bytes() for path in facts.parent.iterdir()} == before


def test_a_template_that_reaches_for_python_is_refused(
    speechgen: Door, facts: Path, tmp_path: Path
) -> None:
    import shutil  # noqa: PLC0415 - for this test only

    from speechgen import resources  # noqa: PLC0415 - for this test only

    own = tmp_path / "模板"
    shutil.copytree(resources.templates(), own)
    body = own / "工作会议讲话" / "正文.j2"
    body.write_text("@标题 [标题] {{ 主题.__class__ }}\n", "utf-8")

    ran = speechgen("render", facts, "--templates", own)

    assert ran.status == 2
    assert "正文.j2:1" in ran.err
    assert "[bad-template]" in ran.err


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_bom_crlf_and_chinese_paths_are_no_trouble(
    speechgen: Door, tmp_path: Path, newline: str, mark: str
) -> None:
    folder = tmp_path / "会议 材料（终稿）"
    folder.mkdir()
    facts = folder / "素材.yaml"
    facts.write_bytes((mark + (MEETING + TASKS).replace("\n", newline)).encode())

    assert speechgen("render", facts).status == 0


@pytest.mark.parametrize(
    ("expression", "code"),
    [
        ("总量.完成", "phrase-unfit"),
        ("秘密", "private-figure"),
        ("总量.同笔", "unknown-phrase"),
        ("总量.占比(秘密数)", "unknown-figure"),
    ],
)
def test_what_cannot_be_said_is_reported_where_it_is_typed(
    speechgen: Door, tmp_path: Path, expression: str, code: str
) -> None:
    facts = tmp_path / "素材.yaml"
    figures = (
        "数据:\n  总量: {值: 135, 单位: 件, 时段: 1至7月, 全年控制数: 200}\n"
        "  秘密: {值: 3, 单位: 件, 状态: 不公开}\n"
    )
    facts.write_text(f"{MEETING}{figures}任务: [共【{expression}】]\n", "utf-8")

    ran = speechgen("check", facts)

    assert ran.status == 2
    assert f"[{code}]" in ran.err
    assert "素材.yaml:8:7" in ran.err


def test_what_stops_a_render_is_called_an_error(speechgen: Door, tmp_path: Path) -> None:
    facts = tmp_path / "素材.yaml"
    facts.write_text(f"{MEETING}成绩:\n  - {{{{ 信访总量 }}}}增长\n", "utf-8")

    ran = speechgen("render", facts)

    assert ran.status == 2
    assert ran.err.startswith("错误 ")
