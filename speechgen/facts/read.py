"""The facts file, read: text → tree → records by the key table → figures → sentences.

All problems of a file are found in one pass. Slips of typing that hide what stands behind them are
mended on the page and the reading is done again, so that nothing waits for the next try.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import yaml

from speechgen.facts import figure_entries, figures
from speechgen.facts.doubts.found import doubts_of
from speechgen.facts.facts import Facts
from speechgen.facts.figures import Tabled
from speechgen.facts.file.blocks import build_by_blocks
from speechgen.facts.file.glances import keyed
from speechgen.facts.file.lines import Node, Pairs, Scalar, Tree, build
from speechgen.facts.file.page import Mend, Page
from speechgen.facts.file.source import load
from speechgen.facts.file.suspects import strange_characters, suspects
from speechgen.facts.item import Item
from speechgen.facts.keys.table import TOP
from speechgen.facts.reading import MOST, MOST_WARNINGS, Reading, found
from speechgen.facts.reconcile import reconcile
from speechgen.facts.records import record
from speechgen.facts.speak import speak
from speechgen.facts.tables.record import TableFacts
from speechgen.problems import CellPlace, FactsPlace, Problem, SpeechgenError

__all__ = ["Facts", "read", "read_text"]

ROUNDS = 8
"""How often a page is mended and read again."""
_FOLLOWS = frozenset({"unknown-figure", "value-missing", "unit-missing"})
"""What is said of figures whose table could not be read."""

SHARES = (".占比", ".比率")
_REFUSED = {
    "yaml-anchor": ("这里的“&”被当成了 YAML 的锚点", "如果是文字，请给整句加上英文引号"),
    "yaml-alias": ("这里的“*”被当成了 YAML 的引用", "如果是文字，请给整句加上英文引号"),
    "yaml-tag": ("这里的“!”被当成了 YAML 的标签", "如果是文字，请给整句加上英文引号"),
    "second-document": (
        "“---”以下是另一份文件，一个素材文件只能写一份",
        "请删去这一行，或分成两个文件",
    ),
    "too-deep": ("缩进或括号套得太深，超过 32 层", "请检查括号是否成对"),
}


def read(path: Path) -> Facts:
    """Return what the facts file at `path` says.

    Raises:
        SpeechgenError: it cannot be read as facts; all its problems, sorted by place.
    """
    return read_text(load(path), str(path))


def read_text(text: str, file: str) -> Facts:
    """Return what `text` says; `file` is what problems call it.

    Raises:
        SpeechgenError: it cannot be read as facts; all its problems, sorted by place.
    """
    page = Page(text, file)
    early = strange_characters(page)
    for _ in range(ROUNDS):
        tree = tree_of(page, early)
        reading = Reading(page)
        facts = _facts(tree, reading)
        if not reading.mends:
            break
        mend_slips(reading.mends, page, early)
    problems = [*early, *reading.problems, *suspects(page, tree)]
    if reading.is_cut:
        problems = [problem for problem in problems if problem.code not in _FOLLOWS]
    return _settled(facts, problems, page)


def tree_of(page: Page, early: list[Problem]) -> Tree:
    """Return the tree of a page; slips that break the YAML are mended, and told in `early`."""
    try:
        return build_by_blocks(page.text) or build(page.text)
    except yaml.YAMLError:
        from speechgen.facts.file.mending import mend  # noqa: PLC0415 - only a slip needs it

        problems, tree = mend(page)
        early += problems
        return tree


def _facts(tree: Tree, reading: Reading) -> Facts | None:
    report_refused(tree, reading)
    root = tree.root
    if type(root) is not Pairs:
        _report_no_record(root, tree, reading)
        return None
    tables = _read_figures(root, reading)
    doubts, reading.disputed = reconcile(reading.figures)
    reading.vocabulary = (*reading.figures, "", *reading.names)
    item = record(root, TOP, reading, None)
    if reading.fills:
        from speechgen.facts.sources.figures import check_fills  # noqa: PLC0415 - see _read_figures

        check_fills(reading, item)
    _settle_shares(reading)
    if reading.monthly:
        from speechgen.facts.sources import months  # noqa: PLC0415 - few files are given 上月

        months.check(reading)
    doubts += doubts_of(reading)
    if reading.tidied:
        from speechgen.facts.tidy.telling import tell  # noqa: PLC0415 - most files are tidy

        tell(reading)
    return Facts(
        reading.page.file,
        item,
        item.lines("文种"),
        reading.figures,
        reading.names,
        tuple(doubts),
        reading.disputed,
        reading.said,
        reading.shares,
        _printed(tables, item, reading) if tables else (),
    )


def report_refused(tree: Tree, reading: Reading) -> None:
    """Report anchors, aliases, tags and second documents."""
    for code, mark in tree.refused:
        reading.report(mark, code, *_REFUSED[code])


def _settle_shares(reading: Reading) -> None:
    """Say the shares of one whole again where all of them are said: they add up to 100."""
    if sum(any(word in one for word in SHARES) for one in reading.said) > 1:
        from speechgen.facts.together import together  # noqa: PLC0415 - few files have two shares

        reading.shares = together(reading.said, reading.figures)
        for expression in reading.said if reading.shares else ():
            if any(word in expression for word in SHARES):
                reading.said[expression] = speak(expression, reading)


def _report_no_record(root: Node | None, tree: Tree, reading: Reading) -> None:
    if root is None:
        if not tree.refused and not reading.page.cut:
            place = FactsPlace(reading.page.file, 0, 0)
            hint = "用 speechgen new 文种 可以生成一份样例"
            reading.report(place, "empty-file", "文件里没有内容", hint)
    elif type(root) is not Scalar or not keyed(root, TOP.lookup, reading):
        message = f"素材应一行一行写“键: 值”，现在是{found(root)}"
        reading.report(root.start, "wrong-type", message, "如 文种: 工作会议讲话")


def _printed(tables: Sequence[Tabled], item: Item, reading: Reading) -> tuple[TableFacts, ...]:
    found = [table.printed(item.items("表格"), reading.figures) for table in tables]
    return tuple([table for table in found if table is not None])


def _read_figures(root: Pairs, reading: Reading) -> Sequence[Tabled]:
    """Read 数据, 表格 and 名称 before all sentences, wherever they stand; return the tables."""
    taken: dict[str, str] = {}
    found: Sequence[Tabled] = ()
    node = _child(root, "数据")
    if node is not None:
        reading.entries = figure_entries.figures(node, reading, taken)
    strays: dict[str, FactsPlace] = {}
    node = _child(root, "数据来源")
    if node is not None:
        from speechgen.facts.sources import figures as given  # noqa: PLC0415 - few files have one

        strays = given.read_into(node, reading, taken)
    node = _child(root, "表格")
    if node is not None:
        from speechgen.facts.tables.reading import tables  # noqa: PLC0415 - few files have tables

        found = tables(node, reading, taken)
    if strays:
        given.check_strays(strays, reading)
    if reading.entries or found:
        reading.figures = figures.build(reading.entries, reading.problems, found)
    node = _child(root, "名称")
    if node is not None:
        reading.names.update(figure_entries.names(node, reading, taken))
    if reading.fills:
        given.fill_names(reading)
    figure_entries.dotted(reading)
    return found


def _child(root: Pairs, called: str) -> Node | None:
    names = TOP.lookup[called].names
    children = iter(root.children)
    for name, child in zip(children, children, strict=False):
        if type(name) is Scalar and name.text in names:
            return child
    return None


def mend_slips(mends: list[Mend], page: Page, early: list[Problem]) -> None:
    """Report slips and mend them; each place once."""
    by_place = {(mend.line, mend.column): mend for mend in mends}
    early += [page.problem(mend) for mend in list(by_place.values())[:MOST]]
    page.apply(by_place.values())


def _settled(facts: Facts | None, problems: list[Problem], page: Page) -> Facts:
    """Return the facts with what does not stop a draft.

    Raises:
        SpeechgenError: something does.
    """
    doubts = facts.problems if facts else ()
    shown = in_order([*problems, *doubts], page)
    if facts is None or any(problem.severity == "error" for problem in problems):
        if shown and all(problem.severity != "error" for problem in shown):
            shown = (shown[0]._replace(severity="error"), *shown[1:])  # what stopped it, plainly
        raise SpeechgenError(*shown)
    return facts._replace(problems=shown) if shown else facts


def in_order(problems: Iterable[Problem], page: Page) -> tuple[Problem, ...]:
    """Return `problems` by place, each once, with its line; a warning yields to an error there."""
    once = {(_order(problem), problem.code): problem for problem in problems}
    if page.cut:
        once = {key: problem for key, problem in once.items() if problem.code != "missing-key"}
    wrong = {place for (place, _), problem in once.items() if problem.severity == "error"}
    kept = [once[key] for key in sorted(once) if _kept(once[key], wrong)][: MOST + MOST_WARNINGS]
    return tuple([_quoted(problem, page) for problem in kept])


def _kept(problem: Problem, wrong: set[tuple[str, int, int]]) -> bool:
    return problem.severity == "error" or _order(problem) not in wrong


def _order(problem: Problem) -> tuple[str, int, int]:
    """Return what problems are sorted by: those of the facts file come before those of tables."""
    place = problem.place
    if not isinstance(place, FactsPlace):
        return "", 0, 0
    return place.file if isinstance(place, CellPlace) else "", place.line, place.column


def _quoted(problem: Problem, page: Page) -> Problem:
    place = problem.place
    if problem.quote or not isinstance(place, FactsPlace) or not place.line:
        return problem
    return problem._replace(quote=page.quote_at(place))
