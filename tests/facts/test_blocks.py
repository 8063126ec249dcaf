"""Reading block by block gives what reading the whole gives: same tree, same places."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from speechgen.facts.file.blocks import build_by_blocks
from speechgen.facts.file.lines import Node, Pairs, Scalar, Tree, build
from tests.drafting.papers import EXEMPLARS, SAMPLES

FILES = [path.read_text("utf-8") for path in (*SAMPLES, *EXEMPLARS)]
PIECES = st.sampled_from(
    [
        "甲: 乙\n",
        "甲:\n  - 乙\n",
        "甲:\n- 乙\n",
        "# 注\n",
        "\n",
        "甲: [乙,\n",
        "丙]\n",
        "甲: |\n  乙\n",
        " 乙\n",
        '甲: "乙\n',
        '丙"\n',
        "---\n",
        "甲: {乙: 1}\n",
        "甲\n",
        "甲: &a 1\n",
        "甲: *a\n",
        "? 甲\n",
        ": 乙\n",
    ]
)


def shown(node: Node | None) -> object:
    if node is None:
        return None
    place = (node.start.line, node.start.column)
    if isinstance(node, Scalar):
        return (node.text, node.style, place, (node.end.line, node.end.column))
    return (type(node), bool(node.flow), place, [shown(child) for child in node.children])


def whole(text: str) -> Tree | None:
    try:
        return build(text)
    except yaml.YAMLError:
        return None


@pytest.mark.parametrize("text", FILES)
def test_every_sample_is_read_block_by_block(text: str) -> None:
    tree = build_by_blocks(text)

    assert tree is not None
    assert isinstance(tree.root, Pairs)
    assert shown(tree.root) == shown(build(text).root)


@given(st.lists(PIECES, max_size=8).map("".join))
def test_blocks_are_the_whole_or_nothing(text: str) -> None:
    tree = build_by_blocks(text)

    if tree is not None:
        expected = whole(text)
        assert expected is not None
        assert not expected.refused
        assert shown(tree.root) == shown(expected.root)
