"""The house stands: floors, rooms, and who may know which library (docs/development.md)."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
FLOORS = {
    "cli": 5,
    "__main__": 5,
    "operations": 4,
    "drafting": 3,
    "facts": 2,
    "word": 2,
    "text": 2,
    "refresh": 2,
    "proofread": 2,
    "document": 1,
    "problems": 1,
    "numerals": 1,
    "ledger": 1,
    "manifest": 1,
    "style": 1,
    "house": 1,
    "arranging": 1,
    "resources": 1,
    "outputs": 1,
    "cache": 1,
    "columns": 1,
    "claims": 1,
    "": 1,  # speechgen/__init__.py
}
GROUND = 1
HALL = 4
LIBRARIES = {
    "click": "cli",
    "jinja2": "drafting",
    "yaml": "facts",
    "openpyxl": "facts",
    "docx": "word",
    "lxml": "word",
}
DOOR_KNOWS = {"", "cli", "operations", "problems"}
LONGEST = 350
SLOW_TO_IMPORT = {
    "docx", "email", "http", "importlib.metadata", "importlib.resources", "jsonschema", "lxml",
    "multiprocessing", "openpyxl", "unittest", "urllib.request", "xml",
}  # fmt: skip
"""What a plain render must not load at all, whoever asks for it."""

LEFT_TO_OTHERS = {
    "asyncio", "difflib", "inspect", "logging", "subprocess", "tempfile", "urllib", "uuid",
}  # fmt: skip
"""Slow too, but click, Jinja2 or pathlib wants it; our own modules do without."""

RENDER = """\
import sys
from speechgen.cli import main
try:
    main(["render", sys.argv[1], "-o", sys.argv[2]])
finally:
    print("loaded", *sys.modules)
"""


class Import(NamedTuple):
    """One import statement: `speechgen.facts.read` or `jinja2`, and whether it runs at import."""

    module: str
    line: int
    at_top: bool


class Module(NamedTuple):
    """One file of ours."""

    name: str
    path: Path
    tree: ast.Module
    lines: int

    @property
    def room(self) -> str:
        """Return `facts` of `speechgen.facts.read`."""
        return room_of(self.name)


def room_of(name: str) -> str:
    return name.split(".")[1] if "." in name else ""


@cache
def modules() -> dict[str, Module]:
    found = [read(path) for path in sorted((ROOT / "speechgen").rglob("*.py"))]
    return {module.name: module for module in found}


def read(path: Path) -> Module:
    source = path.read_text(encoding="utf-8")
    parts = path.relative_to(ROOT).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return Module(name, path, ast.parse(source, str(path)), source.count("\n"))


def imports(module: Module) -> Iterator[Import]:
    """Yield every import of `module`, also those inside functions."""
    top = {id(node) for node in at_import(module.tree)}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{module.path}:{node.lineno}: write imports in full"
            names = [submodule(node.module or "", alias.name) for alias in node.names]
        else:
            continue
        yield from (Import(name, node.lineno, id(node) in top) for name in names)


def at_import(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes that run when the module is imported: all but bodies of functions."""
    for node in ast.iter_child_nodes(tree):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield node
            yield from at_import(node)


def submodule(package: str, name: str) -> str:
    """Return what `from package import name` reads: a module of ours, or the package itself."""
    inner = f"{package}.{name}"
    return inner if inner in modules() else package


def ours(module: Module) -> list[Import]:
    return [found for found in imports(module) if found.module.split(".")[0] == "speechgen"]


def foreign(module: Module) -> list[Import]:
    return [found for found in imports(module) if found.module.split(".")[0] != "speechgen"]


EVERY_MODULE = pytest.mark.parametrize("module", modules().values(), ids=list(modules()))


@EVERY_MODULE
def test_a_module_has_a_floor(module: Module) -> None:
    assert module.room in FLOORS, f"say in tests/test_architecture.py where {module.room} lives"


@EVERY_MODULE
def test_imports_run_down(module: Module) -> None:
    upward = [
        f"{module.path}:{found.line}: {found.module}"
        for found in ours(module)
        if not may_import(module.room, room_of(found.module))
    ]

    assert not upward


def may_import(room: str, other: str) -> bool:
    """Return whether `room` may know `other`; on the ground floor all know each other."""
    if FLOORS[room] > HALL:
        return other in DOOR_KNOWS
    return room == other or FLOORS[other] < FLOORS[room] or FLOORS[room] == GROUND == FLOORS[other]


@EVERY_MODULE
def test_a_library_is_known_to_one_room(module: Module) -> None:
    strangers = [
        f"{module.path}:{found.line}: {found.module}"
        for found in foreign(module)
        if (library := found.module.split(".")[0]) not in sys.stdlib_module_names
        and LIBRARIES.get(library) != module.room
    ]

    assert not strangers


@EVERY_MODULE
def test_there_are_no_type_checking_detours(module: Module) -> None:
    assert "TYPE_CHECKING" not in {
        node.id if isinstance(node, ast.Name) else node.attr
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Name | ast.Attribute)
    }


def test_there_is_no_import_circle() -> None:
    graph = {name: {found.module for found in ours(module)} for name, module in modules().items()}

    try:
        TopologicalSorter(graph).prepare()
    except CycleError as circle:
        pytest.fail(" → ".join(circle.args[1]), pytrace=False)


@EVERY_MODULE
def test_a_module_says_what_it_is(module: Module) -> None:
    assert ast.get_docstring(module.tree)


@EVERY_MODULE
def test_a_module_does_one_job(module: Module) -> None:
    assert module.lines <= LONGEST


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Return the names of the modules that a plain render has loaded at its end."""
    sample = next((ROOT / "sample_inputs").glob("*.yaml"))
    draft = tmp_path_factory.mktemp("render") / "稿.docx"
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", RENDER, str(sample), str(draft)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert draft.is_file(), done.stderr
    return set(done.stdout.rpartition("loaded ")[2].split())


def test_a_plain_render_loads_nothing_slow(loaded: set[str]) -> None:
    assert not loaded & SLOW_TO_IMPORT


def test_a_render_without_sources_loads_nothing_that_reads_them(loaded: set[str]) -> None:
    assert not [name for name in loaded if name.startswith("speechgen.facts.sources")]


def test_modules_of_a_plain_render_import_nothing_slow(loaded: set[str]) -> None:
    slow = [
        f"{module.path}:{found.line}: {found.module}"
        for name, module in modules().items()
        for found in foreign(module)
        if name in loaded and found.at_top and is_slow(found.module)
    ]

    assert not slow


def is_slow(module: str) -> bool:
    """Return whether `xml.etree` or a package it lies in is slow to import."""
    parents = {module.rsplit(".", n)[0] for n in range(module.count(".") + 1)}
    return bool(parents & (SLOW_TO_IMPORT | LEFT_TO_OTHERS))
