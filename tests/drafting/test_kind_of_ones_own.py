"""docs/kinds.md: the kind that a secretary adds there, built as it stands there, and rendered."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from speechgen import operations, resources
from speechgen.cli.commands import speechgen
from speechgen.facts.kind import Kind
from speechgen.problems import SpeechgenError
from tests.drafting.papers import ROOT, paragraphs

GUIDE = (ROOT / "docs" / "kinds.md").read_text("utf-8")
TOPICS = (ROOT / "docs" / "templates.md").read_text("utf-8")
TOPIC = re.compile(r"```yaml\n# (句库/\S+?)\n(.*?)```", re.DOTALL)
FENCE = re.compile(r"```(?:yaml|jinja)\n(?:# |\{# )(每日提示/\S+?)(?: #\})?\n(.*?)```", re.DOTALL)

CANTEENS = """\
文种: 工作会议讲话
主题: 社区食堂建设
会议: {名称: 全区社区食堂建设工作会议, 日期: 2026-03-05}
讲话人: {职务: 区长, 身份: 主要领导}
成绩: [建成社区食堂23家]
任务:
  - {要点: 核定饭菜价格, 责任单位: 区发展和改革局, 措施: [公布成本], 时限: 5月底前}
  - {要点: 守住食品安全, 责任单位: 区市场监督管理局, 措施: [每月抽检], 时限: 6月底前}
要求: [责任到人, 督查到位]
"""


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
def test_every_kind_stands_in_the_table(kind: Kind) -> None:
    assert f"| {kind.name} |" in GUIDE


def test_the_topic_of_the_guide_is_taken(own: Path, tmp_path: Path) -> None:
    for name, text in TOPIC.findall(TOPICS):
        (own / name).write_text(text, "utf-8")
    facts = tmp_path / "讲话.yaml"
    facts.write_text(CANTEENS, "utf-8")

    done = operations.render(facts, tmp_path / "讲话.docx", templates=own)

    text = "".join(paragraphs(done.papers[0].draft))
    assert "听懂难处、算清细账，把社区食堂建设放在心上" in text
    assert "价格要让人吃得起、吃得长" in text
    assert re.search("让我们防住(食材变质|账目不清)，把灶火烧旺", text)


def test_a_new_facts_file_says_how_to_render_it(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["new", "每日提示", "-o", str(tmp_path / "提示.yaml"), "--templates", str(own)]
    speechgen.main(arguments, standalone_mode=False)

    assert f"提示.yaml --templates {own}\n" in capsys.readouterr().out


def test_a_brace_in_a_brace_is_told_with_its_remedy(own: Path, tmp_path: Path) -> None:
    (own / "句库" / "养老服务.yaml").write_text(
        "别名: [社区食堂]\n套话:\n  结尾:\n    - {说: 防住{风险}, 身份: [主要领导]}\n", "utf-8"
    )
    facts = tmp_path / "讲话.yaml"
    facts.write_text(CANTEENS, "utf-8")

    with pytest.raises(SpeechgenError, match="整句要加双引号"):
        operations.render(facts, tmp_path / "讲话.docx", templates=own)
