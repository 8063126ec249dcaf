"""What the program knows, docs/ names; what README shows is so."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import click
import pytest

from speechgen import operations, resources
from speechgen.cli.commands import speechgen as group
from speechgen.facts.keys.key import Key
from speechgen.facts.keys.table import RECORDS
from speechgen.facts.kind import Kind

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
CODE = re.compile(r"[a-z]+(?:-[a-z]+)+")
NOT_CODES = {"utf-8"}
READMES = ("README.md", "README.en.md")
TEN_LINES = DOCS / "images" / "ten_lines.yaml"
LINK = re.compile(r"(?:\]\(|src=\")([^)\"#:]+)(?=[)\"#])")


@cache
def docs() -> str:
    """Return all of docs/ as one text, without the examples in fences."""
    return "\n".join(file.read_text(encoding="utf-8") for file in sorted(DOCS.rglob("*.md")))


def read(file: str) -> str:
    return (ROOT / file).read_text(encoding="utf-8")


def commands() -> list[str]:
    return group.list_commands(click.Context(group))


def kinds() -> list[str]:
    return [file.parent.name for file in sorted(resources.templates().glob("*/文种.yaml"))]


def codes() -> list[str]:
    """Return what the source hands to a Problem as its code, or could hand to one."""
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in ROOT.glob("speechgen/**/*.py")]
    words = {
        node.value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return sorted(word for word in words - NOT_CODES if CODE.fullmatch(word))


@pytest.mark.parametrize("command", commands())
def test_a_command_is_in_the_docs(command: str) -> None:
    assert all(f"`speechgen {command}" in text for text in (docs(), *map(read, READMES)))


@pytest.mark.parametrize("command", commands())
def test_the_options_of_a_command_are_in_the_docs(command: str) -> None:
    options = {name for param in group.commands[command].params for name in param.opts}

    assert not {name for name in options if name.startswith("-") and f"`{name}" not in docs()}


@pytest.mark.parametrize("kind", kinds())
def test_a_kind_is_in_the_docs(kind: str) -> None:
    assert kind in docs()


@pytest.mark.parametrize("kind", operations.kinds(), ids=lambda kind: kind.name)
def test_a_kind_is_named_where_a_reader_looks_for_it(kind: Kind) -> None:
    english = next(name for name in kind.names if name.isascii())

    assert kind.name in read("README.md")
    assert f"{kind.name} `{english}`" in read("README.en.md").replace("\n", " ")
    assert f"| {kind.name} | `{english}` |" in read("docs/commands.md")


@pytest.mark.parametrize("code", codes())
def test_a_problem_code_is_in_the_docs(code: str) -> None:
    assert f"`{code}`" in docs()


@pytest.mark.parametrize("record", RECORDS)
def test_the_keys_of_a_record_are_in_the_docs_under_each_of_their_names(record: str) -> None:
    lines = docs().splitlines()

    lost = [key.names for key in RECORDS[record].keys if not any(names_all(key, x) for x in lines)]

    assert not lost


def test_every_module_of_drafting_is_on_the_map() -> None:
    text = read("docs/development.md").partition("## Inside drafting/")[2].partition("\n## ")[0]
    modules = {file.stem for file in (ROOT / "speechgen" / "drafting").rglob("[a-z]*.py")}

    assert modules - set(re.findall(r"`(\w+)(?:\.py)?`", text)) == set()


def names_all(key: Key, line: str) -> bool:
    return all(f"`{name}`" in line for name in key.names)


def test_the_docs_name_no_problem_code_that_is_gone() -> None:
    rows = (DOCS / "problems.md").read_text(encoding="utf-8").splitlines()
    named = {row.split("`")[1] for row in rows if row.startswith("| `")}

    assert named
    assert not named - set(codes())


@pytest.mark.parametrize("file", [*READMES, *(f"docs/{file.name}" for file in DOCS.glob("*.md"))])
def test_a_link_leads_somewhere(file: str) -> None:
    lost = [
        link
        for link in LINK.findall(read(file))
        if not (ROOT / file).parent.joinpath(link).exists()
    ]

    assert not lost


@pytest.mark.parametrize("file", READMES)
def test_a_readme_shows_the_ten_lines_its_picture_is_made_of(file: str) -> None:
    ten_lines = TEN_LINES.read_text(encoding="utf-8")

    assert len(ten_lines.splitlines()) == 10
    assert f"```yaml\n{ten_lines}```" in read(file)


def test_the_ten_lines_make_a_paper_with_one_missing_figure(tmp_path: Path) -> None:
    done = operations.render(TEN_LINES, tmp_path / "稿.docx")

    assert not done.problems
    assert [one.name for one in done.papers[0].draft.missing] == ["重复信访"]
