"""A facts file block by block: a top-level block that was read before is not parsed again.

Most of a file stays when a figure changes, and parsing YAML is half of reading it. A block is
parsed on its own line, so its places are right (`Page.index` tells the rest). Whatever is not
plainly a key at the left margin with what is indented below it goes to the whole-file parser.
"""

from __future__ import annotations

import re
from functools import lru_cache

import yaml

from speechgen.facts.file.lines import Pairs, Tree, build

LONGEST = 50_000  # characters of a file; a longer one is not worth keeping
MOST = 100  # blocks; each is parsed behind a comment as long as all before it
_TOP = re.compile(r"^[^\s#\-]", re.MULTILINE)
_APART = ("\n---", "\n...", "\n%", "\x85", "\u2028", "\u2029")
"""Directives and documents; line ends that only YAML counts."""


def build_by_blocks(text: str) -> Tree | None:
    """Return the tree of `text`, or None where its blocks do not stand alone."""
    if len(text) > LONGEST:
        return None
    starts = [found.start() for found in _TOP.finditer(text)]
    if not 1 < len(starts) <= MOST or text[0] in "-.%" or any(sign in text for sign in _APART):
        return None
    if text[: starts[0]].strip() and not _is_comment(text[: starts[0]]):
        return None
    whole: Pairs | None = None
    line = text.count("\n", 0, starts[0])
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        block = text[start:end]
        pair = _pair(block, line)
        if pair is None:
            return None
        if whole is None:
            whole = Pairs(pair.start, pair.flow)
        whole.children.extend(pair.children)
        line += block.count("\n")
    tree = Tree()
    if whole is not None:
        tree.tops.append(whole)
    return tree


def _is_comment(text: str) -> bool:
    return all(not line.strip() or line.startswith("#") for line in text.splitlines())


@lru_cache(maxsize=512)
def _pair(block: str, line: int) -> Pairs | None:
    """Return the one key of `block` with its value, parsed at its line; None where it is more."""
    try:
        tree = build("\n" * line + block)
    except yaml.YAMLError:
        return None
    root = tree.root
    if tree.refused or type(root) is not Pairs or root.flow or len(root.children) != 2:  # noqa: PLR2004 - a key and its value
        return None
    return root
