"""What is taken from a kept wording is what would be worded anew."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from speechgen import resources
from speechgen.drafting.draft import draft
from speechgen.facts.read import read_text
from speechgen.problems import SpeechgenError
from tests.drafting.papers import MEETING, ROOT, drafted

FIGURE = "数据: {{险段: {{值: 12, 单位: 处, {bound}: 20{more}}}}}\n任务: [加固险段]\n"
UNSEEN = """\
数据: {{险段: {{值: 37, 单位: 处}}, 加固: {{值: {value}, 单位: 处}}}}
成绩: 险段【险段】，加固【加固】
表格:
- {{名称: 乡镇表, 位置: 不印, 列: {{乡镇: 文字, 处数: 处}}, 行: [[甲, 30], [乙, 7]]}}
"""


@pytest.mark.parametrize(("bound", "more"), [("全年控制数", ""), ("全年目标", ", 状态: 不公开")])
def test_a_phrase_of_a_template_that_no_longer_fits_is_told(
    tmp_path: Path, bound: str, more: str
) -> None:
    own = tmp_path / "templates"
    shutil.copytree(resources.templates(), own)
    body = own / "工作会议讲话" / "正文.j2"
    line = "{% if 险段 %}全年{{ 险段.完成 }}。{% endif %}\n"
    body.write_text(body.read_text("utf-8") + "\n" + line, "utf-8")
    fits = read_text(MEETING + FIGURE.format(bound="全年目标", more=""), "素材.yaml")
    unfit = read_text(MEETING + FIGURE.format(bound=bound, more=more), "素材.yaml")
    draft(fits, "工作会议讲话", own)

    with pytest.raises(SpeechgenError) as caught:
        draft(unfit, "工作会议讲话", own)

    assert [problem.code for problem in caught.value.problems] == ["bad-template"]


def test_a_table_that_nothing_uses_any_more_is_told() -> None:
    used = drafted(MEETING + UNSEEN.format(value="'= 乡镇表.处数'"))
    unused = drafted(MEETING + UNSEEN.format(value="37"))

    assert "not-printed" not in [problem.code for problem in used.advice]
    assert "not-printed" in [problem.code for problem in unused.advice]


SAMPLE = ROOT / "sample_inputs" / "信访工作会议讲话.yaml"


def told(folder: Path, cache: str) -> str:
    """Return the paper as a process of its own tells it, with its wordings kept in `cache`."""
    run = [sys.executable, "-m", "speechgen", "render", "素材.yaml", "-o", "稿.txt", "--force"]
    subprocess.run(  # noqa: S603 - our own program
        [*run, "--templates", "templates", "--style", "版式.yaml"],
        cwd=folder,
        env={**os.environ, "XDG_CACHE_HOME": str(folder / cache), "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
    )
    return (folder / "稿.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("templates/句库/信访.yaml", "群众", "乡亲"),
        ("templates/工作会议讲话/句式.txt", "", "下面 说{几点}想法。\n"),
        ("版式.yaml", "自称: 我县", "自称: 我县\n用词: {换用: {群众: 百姓}}"),
        ("素材.yaml", "主题: 信访工作", "主题: 信访工作\n简称: {县信访局: 信访办}"),
        ("素材.yaml", "主题: 信访工作", "主题: 信访工作\n篇幅: 短"),
    ],
)
def test_after_an_edit_the_kept_wording_is_the_fresh_one(
    tmp_path: Path, path: str, old: str, new: str
) -> None:
    shutil.copytree(resources.templates(), tmp_path / "templates")
    shutil.copy(SAMPLE, tmp_path / "素材.yaml")
    (tmp_path / "版式.yaml").write_text("自称: 我县\n", "utf-8")
    before = told(tmp_path, "kept")
    assert [*(tmp_path / "kept").rglob("*.wording")]

    edited = tmp_path / path
    text = edited.read_text("utf-8") if edited.exists() else ""
    edited.write_text(text.replace(old, new) if old else new, "utf-8")
    kept, fresh = told(tmp_path, "kept"), told(tmp_path, "none")

    assert kept == fresh
    assert kept != before
