"""Nothing in the hoard is dead, and nothing is asked for that is not there.

A frame, a slot, a function is asked for by name: in a template, or in a module of `drafting/`. A
name may be put together there (`余量{state}`); its holes are filled with words of the same code.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import pytest

from speechgen.drafting.lines.frames import slots_of
from speechgen.drafting.wording import FUNCTIONS, LATER, MODULES
from speechgen.facts.library import Frame, Library
from speechgen.facts.plain import read_plain
from speechgen.numerals import chinese
from tests.drafting.papers import ROOT, hoard

TEMPLATES = ROOT / "templates"
DRAFTING = ROOT / "speechgen" / "drafting"
BANKS = sorted(TEMPLATES.glob("*/句库.yaml")) + sorted((TEMPLATES / "句库").glob("*.yaml"))
LONGEST_PART = 4  # characters of a word that fills a hole: 小结任务 of 小结任务一
NUMBERS = frozenset(map(chinese, range(1, 11)))
GIVEN = frozenset({"主题", "范围", "自称", "风险"})
"""Slots that a desk fills in any stock sentence."""


class Asked(NamedTuple):
    """A name that the code asks for, and where."""

    place: str
    method: str
    """`frame` or `stock`."""

    name: str
    """With `*` for each hole."""


@lru_cache
def trees() -> dict[Path, ast.Module]:
    return {path: ast.parse(path.read_text("utf-8")) for path in sorted(DRAFTING.rglob("*.py"))}


@lru_cache
def words() -> frozenset[str]:
    """Return every string in the code and in the templates, and every name of an argument."""
    nodes = [node for tree in trees().values() for node in ast.walk(tree)]
    said = {n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    named = {n.arg for n in nodes if isinstance(n, ast.keyword) and n.arg}
    quoted = (re.findall(r'"([^"]*)"', text) for text in templates().values())
    return frozenset(said | named).union(*quoted)


@lru_cache
def templates() -> dict[Path, str]:
    return {path: path.read_text("utf-8") for path in sorted(TEMPLATES.rglob("*.j2"))}


@lru_cache
def asked() -> tuple[Asked, ...]:
    """Return what `desk.frame` and `desk.stock` are asked for, and 句库 in a template."""
    found = [
        Asked(f"{path.name}:{node.lineno}", method, name)
        for path, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and node.args
        for method in [getattr(node.func, "attr", "")]
        if method in {"frame", "stock"}
        for name in names_in(node.args[0])
    ]
    return (
        *found,
        *(
            Asked(path.name, "stock", name)
            for path, text in templates().items()
            for name in re.findall(r'句库\("([^"]+)"', text)
        ),
    )


def names_in(node: ast.expr) -> Iterator[str]:
    """Yield what an argument may be: a word, one of two, a word with holes."""
    if isinstance(node, ast.IfExp):
        yield from names_in(node.body)
        yield from names_in(node.orelse)
    elif isinstance(node, ast.Constant):
        yield str(node.value)
    elif isinstance(node, ast.JoinedStr):
        yield "".join(str(n.value) if isinstance(n, ast.Constant) else "*" for n in node.values)


def is_asked(name: str) -> bool:
    """Return whether the code says `name`, or puts it together."""
    if name in words():
        return True
    made = {one.name for one in asked() if "*" in one.name}
    holes = [match.groups() for one in made if (match := pattern(one).fullmatch(name))]
    return any(all(map(is_filled, parts)) for parts in holes)


def pattern(name: str) -> re.Pattern[str]:
    return re.compile("(.*)".join(map(re.escape, name.split("*"))))


def is_filled(part: str) -> bool:
    """Return whether words of the code make up `part`: 成绩问题 is two."""
    if not part or part in NUMBERS:
        return True
    heads = (part[:size] for size in range(1, LONGEST_PART + 1))
    return any(head in words() and is_filled(part[len(head) :]) for head in heads)


def frames_of(library: Library) -> dict[str, tuple[Frame, ...]]:
    """Return every frame there is, the kinds' own too, by name and tone."""
    found = dict(library.frames)
    for kind in library.kinds.values():
        for ident, frames in library.frames_of(kind).items():
            known = found.get(ident, ())
            found[ident] = (*known, *(frame for frame in frames if frame not in known))
    return found


FRAMES = frames_of(hoard())


def slots_in(path: Path) -> dict[str, str]:
    """Return the slots of a bank, each with all that is said in it."""
    read = read_plain(path)
    assert isinstance(read, dict)
    stock = read.get("套话") or {}
    assert isinstance(stock, dict)
    return {slot: str(entries) for slot, entries in stock.items()}


SLOTS = {path: slots_in(path) for path in BANKS}


def test_every_frame_is_asked_for() -> None:
    assert not [ident for ident in FRAMES if not is_asked(ident.partition("@")[0])]


@pytest.mark.parametrize("path", BANKS, ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_every_slot_of_a_bank_is_asked_for(path: Path) -> None:
    assert not [slot for slot in SLOTS[path] if not is_asked(slot)]


def test_a_name_that_nobody_asks_for_is_found() -> None:
    assert not is_asked("结尾后")
    assert not is_asked("余量很多")
    assert is_asked("余量紧")


def test_what_is_asked_for_is_there() -> None:
    there = {
        "frame": {ident.partition("@")[0] for ident in FRAMES},
        "stock": {slot for slots in SLOTS.values() for slot in slots},
    }
    lost = [one for one in asked() if not any(map(pattern(one.name).fullmatch, there[one.method]))]

    assert not lost


def test_what_follows_the_length_is_a_slot() -> None:
    assert set(hoard().lengths) <= {slot for slots in SLOTS.values() for slot in slots}


def test_a_frame_has_only_slots_that_somebody_fills() -> None:
    texts = [frame.text for frames in FRAMES.values() for frame in frames]

    assert not [text for text in texts if not frozenset().union(*slots_of(text)) <= words()]


@pytest.mark.parametrize("path", BANKS, ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_a_stock_sentence_has_only_slots_that_somebody_fills(path: Path) -> None:
    filled = {slot for text in SLOTS[path].values() for slot in re.findall(r"\{(\w+)\}", text)}

    assert filled <= words() | GIVEN


def test_a_tone_is_one_that_a_paper_has() -> None:
    tones = {kind.settings.get("口吻", "") for kind in hoard().kinds.values()}
    ranks = {"主要领导", "分管领导", "部门负责人", "基层代表"}

    assert {ident.partition("@")[2] for ident in FRAMES} <= tones | ranks | {""}


def test_every_function_is_said_by_a_template_or_offered_to_those_of_an_office() -> None:
    docs = (ROOT / "docs" / "templates.md").read_text("utf-8")
    texts = "\n".join(templates().values())
    said = {name for name in (*FUNCTIONS, *LATER) if re.search(rf"(?<!\w){name}\(", texts)}

    assert [n for n in (*FUNCTIONS, *LATER) if n not in said and f"`{n}(" not in docs] == []


def test_every_function_is_known_by_its_module() -> None:
    known: dict[str, set[str]] = {}
    for name, module in LATER.items():
        known.setdefault(module, set()).add(name)
    at_once = {module.__name__ for module in MODULES}
    having = {
        module.__name__: set(module.FUNCTIONS)
        for path, tree in trees().items()
        if any("FUNCTIONS" in map(ast.unparse, targets(node)) for node in tree.body)
        for module in [import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))]
        if path.name != "wording.py"
    }

    assert {name: said for name, said in having.items() if name not in at_once} == {
        f"speechgen.drafting.{module}": names for module, names in known.items()
    }


def targets(node: ast.stmt) -> list[ast.expr]:
    if isinstance(node, ast.AnnAssign):
        return [node.target]
    return node.targets if isinstance(node, ast.Assign) else []


@pytest.mark.parametrize("path", sorted((TEMPLATES / "共用").glob("*.j2")), ids=lambda p: p.stem)
def test_every_shared_template_is_included(path: Path) -> None:
    assert any(f'"共用/{path.name}"' in text for text in templates().values())
