"""Files of the word hoard (kinds, topics) as plain text trees: no figures, no places kept."""

from __future__ import annotations

import json
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Union, cast

import yaml

from speechgen.cache import cache_folder, store
from speechgen.facts.file.lines import Node, Scalar, Series, build
from speechgen.facts.file.source import load
from speechgen.problems import FactsPlace, Problem, SpeechgenError

Plain = Union[str, list["Plain"], dict[str, "Plain"]]  # noqa: UP007 - it names itself


def read_plain(path: Path) -> Plain:
    """Return the file as nested dicts, lists and strings; every scalar stays text.

    Raises:
        SpeechgenError: it cannot be read, is no YAML, or has anchors, tags, too deep a nesting.
    """
    text = load(path)
    kept = _kept(text)
    if kept is not None:
        with suppress(OSError, ValueError):  # not there, or damaged
            return cast("Plain", json.loads(kept.read_bytes()))
    value = _parsed(text, path)
    if kept is not None:
        store(kept, json.dumps(value, ensure_ascii=False).encode())
    return value


def _kept(text: str) -> Path | None:
    """Return where the tree of `text` is kept: parsing a bank costs more than a draft."""
    folder = cache_folder()
    return folder / f"{sha256(text.encode()).hexdigest()}.json" if folder else None


def _parsed(text: str, path: Path) -> Plain:
    try:
        tree = build(text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise SpeechgenError(_no_yaml(path, line)) from error
    if tree.refused:
        raise SpeechgenError(_no_yaml(path, tree.refused[0][1].line + 1))
    return _plain(tree.root) if tree.root else ""


def _plain(node: Node) -> Plain:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Series):
        return [_plain(child) for child in node.children]
    children = iter(node.children)
    pairs = zip(children, children, strict=True)
    return {name.text: _plain(child) for name, child in pairs if isinstance(name, Scalar)}


def record(value: Plain, path: Path) -> dict[str, Plain]:
    """Return a tree that should be a record.

    Raises:
        SpeechgenError: it is none.
    """
    if not isinstance(value, dict):
        raise SpeechgenError(malformed(path, "应是“键: 值”的记录"))
    return value


def texts(value: Plain, path: Path) -> tuple[str, ...]:
    """Return a list of texts, without empty ones; one typed alone counts as a list of one.

    Raises:
        SpeechgenError: a record or a list stands where a text should: `{主题}` without quotes.
    """
    found = []
    for entry in value if isinstance(value, list) else [value]:
        if not isinstance(entry, str):
            raise SpeechgenError(malformed(path, "应写文字；文字里有 { } 或 [ ] 的，要加双引号"))
        if entry:
            found.append(entry)
    return tuple(found)


def balanced(text: str) -> bool:
    """Return whether each { and 〔 of a sentence is closed."""
    return text.count("{") == text.count("}") and text.count("〔") == text.count("〕")


def malformed(path: Path, expected: str, line: int = 0) -> Problem:
    """Return what is said of a file of templates that is not of its form."""
    return Problem(FactsPlace(str(path), line, 0), "bad-template", f"模板文件不合格式，{expected}")


def _no_yaml(path: Path, line: int) -> Problem:
    message = "模板文件不合 YAML 的写法"
    hint = "请检查缩进和引号；{说: …} 里的句子又用到 {主题} 这样的词的，整句要加双引号"
    return Problem(FactsPlace(str(path), line, 0), "bad-template", message, hint)
