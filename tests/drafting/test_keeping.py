"""What is taken from a kept wording is what would be worded anew."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from speechgen import resources
from speechgen.drafting.draft import draft
from speechgen.facts.read import read_text
from speechgen.problems import SpeechgenError
from tests.drafting.papers import MEETING, drafted

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
