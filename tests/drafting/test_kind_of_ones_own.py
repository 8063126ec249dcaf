"""docs/kinds.md: the kind that a secretary adds there, built as it stands there, and rendered."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from speechgen import operations, resources
from speechgen.problems import SpeechgenError
from tests.drafting.papers import ROOT, paragraphs

GUIDE = (ROOT / "docs" / "kinds.md").read_text("utf-8")
FENCE = re.compile(r"```(?:yaml|jinja)\n(?:# |\{# )(每日提示/\S+?)(?: #\})?\n(.*?)```", re.DOTALL)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return the office's own templates: ours, and the files that the guide shows."""
    folder = tmp_path / "本单位模板"
    shutil.copytree(resources.templates(), folder)
    (folder / "每日提示").mkdir()
    for name, text in FENCE.findall(GUIDE):
        (folder / name).write_text(text, "utf-8")
    return folder


def test_the_guide_shows_every_file_of_the_kind(own: Path) -> None:
    files = sorted(path.name for path in (own / "每日提示").iterdir())

    assert files == sorted(["文种.yaml", "正文.j2", "句库.yaml", "素材.yaml"])


def test_the_kind_of_the_guide_renders_its_starter(own: Path, tmp_path: Path) -> None:
    facts = tmp_path / "提示.yaml"

    operations.new("值班提示", facts, templates=own)
    done = operations.render(facts, tmp_path / "提示.docx", templates=own)

    text = paragraphs(done.papers[0].draft)
    assert text[:3] == ["防汛每日提示", "（2025年6月21日）", "各镇街、县直有关部门："]
    assert "全县昨夜平均降雨量68毫米" in "".join(text).replace("，全县", "全县")
    assert any(line.startswith("第二，加密水库巡查。县水利局要") for line in text)
    assert text[-1] == "县防汛值班室"
    assert not done.problems
    assert (tmp_path / "提示.docx").stat().st_size > 0


def test_the_kind_of_the_guide_says_what_it_needs(own: Path, tmp_path: Path) -> None:
    facts = tmp_path / "提示.yaml"
    facts.write_text("文种: 每日提示\n主题: 防汛\n", "utf-8")

    with pytest.raises(SpeechgenError, match="任务"):
        operations.check(facts, templates=own)


@pytest.mark.parametrize("kind", operations.kinds(), ids=lambda kind: kind.name)
def test_every_kind_stands_in_the_table(kind: operations.Kind) -> None:
    assert f"| {kind.name} |" in GUIDE
