"""What is legal YAML and yet suspicious: characters nobody sees, words behind a #, template braces.

On a good file each of these is one search over the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from re import Match

from speechgen.facts.file.characters import forbidden, is_strange, self_made
from speechgen.facts.file.lines import PLAIN, Node, Scalar, Tree
from speechgen.facts.file.page import Page
from speechgen.facts.reading import shown
from speechgen.problems import FactsPlace, Problem, visible

_MOST = 20


def strange_characters(page: Page) -> list[Problem]:
    """Report what no paper can hold and put U+FFFD for it; self-made characters get a warning."""
    if not is_strange(page.text):
        return []
    first = islice(forbidden().finditer(page.text), _MOST)
    found = [_forbidden(page, match) for match in first]
    own = self_made().search(page.text)
    if own:
        message = f"有自造字（如“{visible(own[0])}”），别的电脑上可能显示不出来"
        hint = "已原样保留；有规范写法的，请换成规范字"
        place = _place(page, own.start())
        quote = page.quote(place.line)
        found.append(Problem(place, "private-use", message, hint, None, "warn", quote))
    if found:
        page.text = forbidden().sub("\ufffd", page.text)
    return found


def _forbidden(page: Page, match: Match[str]) -> Problem:
    place = _place(page, match.start())
    message = f"有一个看不见的控制字符（{visible(match[0])}），稿子里不能用"
    hint = "请删去它；在记事本里看不见的，把这一行重新输入一遍"
    return Problem(place, "forbidden-character", message, hint, quote=page.quote(place.line))


def _place(page: Page, index: int) -> FactsPlace:
    start = page.text.rfind("\n", 0, index) + 1
    return page.at(page.text.count("\n", 0, index), index - start)


def suspects(page: Page, tree: Tree) -> list[Problem]:
    """Warn of words lost behind ` #`, and of `{{ }}` in sentences."""
    text = page.text
    ends = set(_hashes(text))
    found: list[Problem] = []
    if ends or "{{" in text:
        for scalar in _scalars(tree.tops):
            if len(found) >= _MOST:
                break
            if (
                scalar.style in PLAIN
                and page.index(scalar.end) in ends
                and not scalar.text.isascii()
            ):
                found.append(_lost(page, scalar))
            if "{{" in scalar.text:
                found.append(_braces(page, scalar))
    return found


def _hashes(text: str) -> Iterator[int]:
    """Yield where one space stands before a `#`, and no space behind: `甲 #1工程`."""
    index = text.find(" #")
    while index >= 0:
        if text[index + 2 : index + 3].strip("#! \t\n") and not text[max(index - 1, 0)].isspace():
            yield index
        index = text.find(" #", index + 2)


def _lost(page: Page, scalar: Scalar) -> Problem:
    index = page.index(scalar.end)
    lost = page.text[index + 1 :].split("\n", 1)[0].rstrip()
    place = page.at(scalar.end.line, scalar.end.column + 1)
    message = f"从“#”起被当成了说明，不会印出来：“{shown(lost)}”"
    hint = "如果这是正文，请给整句加上英文引号；如果是说明，请在“#”后面空一格"
    quote = page.quote(place.line)
    return Problem(place, "comment-lost", message, hint, None, "warn", quote)


def _braces(page: Page, scalar: Scalar) -> Problem:
    place = page.place(scalar.start)
    message = "素材的句子里有模板的写法“{{ }}”，会原样印出来"
    hint = "句子里的数据请写成【数据名】"
    return Problem(place, "template-braces", message, hint, None, "warn", page.quote(place.line))


def _scalars(nodes: list[Node]) -> list[Scalar]:
    """Return all texts of the tree; it is no deeper than lines.MAX_DEPTH."""
    found: list[Scalar] = []
    for node in nodes:
        if type(node) is Scalar:
            found.append(node)
        else:
            found += _scalars(node.children)  # type: ignore[union-attr]  # the other two have them
    return found
