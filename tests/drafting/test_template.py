"""Templates are input too: a sandbox, no arithmetic, bounded output, errors with their line."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from speechgen.drafting.engine.running import FILTERS
from speechgen.drafting.engine.source import line_ids
from speechgen.drafting.engine.speakable import Speakable
from speechgen.drafting.engine.template import render
from speechgen.drafting.wording import FUNCTIONS, LATER
from speechgen.facts.book import ExpressionError
from speechgen.problems import SpeechgenError
from tests.drafting.papers import ROOT

TEMPLATES = sorted((ROOT / "templates").rglob("*.j2"))


def say(folder: Path, source: str, **names: object) -> str:
    (folder / "试").mkdir(exist_ok=True)
    (folder / "试" / "正文.j2").write_text(source, "utf-8")
    functions = {
        "_行": partial(lambda role, key: f"<{role} {key}>"),
        "_进": partial(lambda _: ""),
        "_出": partial(lambda: ""),
    }
    return render(folder, "试/正文.j2", {**functions, **names})


def refused(folder: Path, source: str, **names: object) -> str:
    with pytest.raises(SpeechgenError) as raised:
        say(folder, source, **names)
    return str(raised.value)


def test_a_line_bears_its_role_and_its_key(tmp_path: Path) -> None:
    source = (
        "@标题 [题] 讲话\n\n# [一] 形势\n## 二级\n[段] 正文\n  接着写\n{% if 真 %}\n{% endif %}"
    )

    said = say(tmp_path, source, 真=True)

    assert said.startswith("<TITLE 试/题>讲话<HEADING_1 试/一>形势<HEADING_2 试/")
    assert said.endswith("<BODY 试/段>正文接着写")


@pytest.mark.parametrize(
    "source",
    [
        "{{ ''.__class__ }}",
        "{{ 名.__class__.__mro__ }}",
        "{{ 名['__class__'] }}",
        "{{ 名|attr('__class__') }}",
        "{{ 'x' * 10 ** 9 }}",
        "{{ range(10) }}",
        "{{ 1 + 1 }}",
        "{{ -1 }}",
        "{{ ''.join([]) }}",
        "{{ cycler }}",
        "{{ self }}{{ self.__init__ }}",
        "{% import '共用/别的.j2' as 别 %}",
        "{{ lipsum() }}",
        "{% include '../../../etc/passwd' %}",
        "{% include 名 %}",
        "{% include ['甲', '乙'] %}",
        "{% include '甲' without context %}",
        "{{ 表 }}",
        "{{ 函 }}",
        "{{ 300000|序 }}",
        "{{ 名() }}",
        "{% set 长 %}{{ 表|连('很长' ~ 名) }}{% endset %}{{ 长.format }}",
    ],
)
def test_a_template_reaches_nothing_of_python(tmp_path: Path, source: str) -> None:
    assert "正文.j2:1" in refused(tmp_path, source, 名="文字", 表=("甲", "乙"), 函=partial(str))


@pytest.mark.parametrize(
    "doubled", ["{% set b %}{{ a }}{{ a }}{% endset %}", "{% set b = [a, a]|连 %}"]
)
def test_no_block_grows_for_ever(tmp_path: Path, doubled: str) -> None:
    source = "{% set a = '很长的一句话' %}" + f"{doubled}{{% set a = b %}}" * 40 + "{{ a }}"

    assert "太长" in refused(tmp_path, source)


def test_text_cannot_be_doubled_for_ever(tmp_path: Path) -> None:
    source = "{% set 长 = '很长的一句话' %}" + "{% set 长 = 长 ~ 长 %}" * 40 + "{{ 长 }}"

    assert "太长" in refused(tmp_path, source)


def test_a_loop_in_a_loop_ends(tmp_path: Path) -> None:
    loop, end = "{{% for {} in 表 %}}", "{% endfor %}"
    source = f"{loop.format('a')}{loop.format('b')}{loop.format('c')}长长长长长长{end * 3}"

    assert "超过" in refused(tmp_path, source, 表=tuple(range(1000)))


def test_a_name_that_is_not_declared_is_an_error_where_it_is_printed(tmp_path: Path) -> None:
    message = refused(tmp_path, "第一行\n{{ 信访总数 }}", 信访总量="135")

    assert "正文.j2:2" in message
    assert "信访总数" in message
    assert "是不是“信访总量”" in message


def test_a_name_that_is_not_declared_is_false(tmp_path: Path) -> None:
    assert say(tmp_path, "[a] {% if 信访总数 %}有{% else %}没有{% endif %}").endswith("没有")


def test_an_unknown_line_mark_is_said_with_its_line(tmp_path: Path) -> None:
    assert "正文.j2:2: 没有“@大标题”" in refused(tmp_path, "第一行\n@大标题 讲话")


def test_an_expression_survives_macros_set_blocks_joins_and_filters(tmp_path: Path) -> None:
    figure = Speakable("信访总量", str)
    mark = str(figure)
    source = (
        "{% macro 说(数) %}共{{ 数 }}件{% endmacro %}{% set 块 %}{{ 数 }}{% endset %}"
        "{{ 说(数) }}{{ 块 }}{{ '有' ~ 数 }}{{ [数, 数]|连('、') }}{{ 数|领 }}{{ 数.同比 }}"
    )

    said = say(tmp_path, source, 数=figure)

    assert said.count(mark) == 6
    assert str(figure.phrase("同比")) in said


def test_a_phrase_that_cannot_be_said_is_an_error_in_its_line(tmp_path: Path) -> None:
    def canonical(inner: str) -> str:
        message = f"没有“{inner}”这种说法"
        raise ExpressionError(message, "可以用 同比")

    message = refused(tmp_path, "第一行\n{{ 数.同笔 }}", 数=Speakable("信访总量", canonical))

    assert "正文.j2:2: 没有“信访总量.同笔”这种说法" in message


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_line_of_a_stock_template_has_a_fixed_id(path: Path) -> None:
    ids = line_ids(path.read_text("utf-8"))

    assert len(ids) == len(set(ids))
    assert all("\u4e00" <= name[0] <= "\u9fff" for name in ids), ids


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_number_is_typed_in_a_template(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    prose = [line for line in lines if not line.startswith(("{#", "{%"))]

    assert not [line for line in prose if any(c.isdigit() for c in line.partition("{")[0])]


def test_jinja2_is_whole_for_whoever_asks_for_it() -> None:
    program = (
        "import sys, speechgen.drafting.engine.template\n"
        "assert 'jinja2.parser' not in sys.modules\n"
        "import jinja2\n"
        "from jinja2 import Environment\n"
        "assert jinja2.Environment is Environment\n"
        "print(Environment().from_string('{{ 1 + 1 }}').render())\n"
    )

    ran = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True
    )

    assert ran.stdout == "2\n"


def test_every_word_of_a_template_is_in_the_docs() -> None:
    docs = (ROOT / "docs" / "templates.md").read_text("utf-8")

    assert [word for word in (*FUNCTIONS, *LATER, *FILTERS) if f"`{word}" not in docs] == ["_限"]
