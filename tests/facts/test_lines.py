"""The tree: both parsers of PyYAML give the same one, with the same places."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from speechgen.facts.file import mending
from speechgen.facts.file.lines import Node, Scalar, build
from speechgen.facts.read import read_text
from speechgen.problems import SpeechgenError
from tests.facts.casefile import Case, cases

ROOT = Path(__file__).parent.parent.parent
SAMPLES = sorted(ROOT.glob("sample_inputs/*.yaml"))
CASES = cases("facts")


def outline(node: Node) -> Any:  # noqa: ANN401 - as deep as the tree
    place = (node.start.line, node.start.column)
    if isinstance(node, Scalar):
        return (node.text, place)
    return (type(node).__name__, place, [outline(child) for child in node.children])


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_the_pure_parser_gives_the_same_tree(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    fast, slow = build(text).root, build(text, yaml.BaseLoader).root

    assert fast is not None
    assert slow is not None
    assert outline(slow) == outline(fast)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_slips_are_found_with_the_pure_parser_too(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mending, "build", lambda text: build(text, yaml.BaseLoader))

    try:
        problems = read_text(case.given, "素材.yaml").problems
    except SpeechgenError as error:
        problems = error.problems

    told = "\n".join(map(str, problems)) or "没有问题"
    assert told == case.expected
