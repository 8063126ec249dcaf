"""The style file of an office: the look of its papers, and how it speaks."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from types import MappingProxyType

from speechgen.facts.file.glances import keyed
from speechgen.facts.file.lines import Node, Pairs, Scalar
from speechgen.facts.file.page import Page
from speechgen.facts.file.source import load
from speechgen.facts.file.suspects import strange_characters, suspects
from speechgen.facts.item import Item
from speechgen.facts.keys.layout import STYLE
from speechgen.facts.keys.table import RECORDS, TOP
from speechgen.facts.read import ROUNDS, in_order, mend_slips, report_refused, tree_of
from speechgen.facts.reading import Reading
from speechgen.facts.records import record
from speechgen.facts.style_file import StyleFile
from speechgen.facts.tidy.telling import tell
from speechgen.house import House
from speechgen.problems import FactsPlace, Problem, SpeechgenError

LONGEST_WORD = 20


def read_style(path: Path) -> StyleFile:
    """Return what the style file at `path` says.

    Raises:
        SpeechgenError: it cannot be read as one; all its problems, sorted by place.
    """
    return read_style_text(_load(path), str(path))


def read_style_text(text: str, file: str) -> StyleFile:
    """Return what `text` says; `file` is what problems call it.

    Raises:
        SpeechgenError: as `read_style`.
    """
    item, problems = _read(text, file, top=True)
    if item is None:
        return StyleFile(problems=problems)
    look = item.get("版式")
    return StyleFile(look if isinstance(look, Item) else None, _house(item), problems)


def read_look(path: Path) -> Item | None:
    """Return the 版式 in the 文种.yaml of a kind; None where it has none.

    Raises:
        SpeechgenError: it is there, and cannot be read as one.
    """
    item, _ = _read(_load(path), str(path), top=False)
    return item


def _load(path: Path) -> str:
    """Return the text of the file; what is said of a facts file is said of a style file."""
    try:
        return load(path)
    except SpeechgenError as error:
        raise SpeechgenError(*map(_of_a_style, error.problems)) from error


def _of_a_style(problem: Problem) -> Problem:
    message = problem.message.replace("素材文件", "版式文件")
    hint = problem.hint.replace("speechgen new 文种", "speechgen style 范文.docx")
    return problem._replace(message=message, hint=hint.replace("素材要", "版式文件要"))


def _read(text: str, file: str, *, top: bool) -> tuple[Item | None, tuple[Problem, ...]]:
    page = Page(text, file)
    early = strange_characters(page)
    for _ in range(ROUNDS):
        tree = tree_of(page, early)
        reading = Reading(page)
        report_refused(tree, reading)
        root = tree.root
        item = None
        if type(root) is Pairs:
            item = _item(root, reading, top=top)
        elif root is not None and not _is_a_slip(root, reading):
            message = "版式文件应一行一行写“键: 值”"
            reading.report(root.start, "wrong-type", message, "如 版式: {行距: 28.95}")
        if not reading.mends:
            break
        mend_slips(reading.mends, page, early)
    if reading.tidied:
        tell(reading)
    problems = in_order([*early, *reading.problems, *suspects(page, tree)], page)
    if any(problem.severity == "error" for problem in problems):
        raise SpeechgenError(*problems)
    return item, problems


def _is_a_slip(root: Node, reading: Reading) -> bool:
    """Return whether a text alone is `版式：…` with a slip of typing, which is mended then."""
    return type(root) is Scalar and keyed(root, STYLE.lookup, reading)


def _item(root: Pairs, reading: Reading, *, top: bool) -> Item | None:
    if top:
        if any(
            getattr(name, "text", "") in TOP.lookup["文种"].names for name in root.children[::2]
        ):
            message = "这是素材文件，不是版式文件"
            hint = "版式文件只写 版式、称谓、自称、署名单位、用词；--style 后面写它的名字"
            reading.report(root.start, "wrong-type", message, hint)
            return None
        item = record(root, STYLE, reading, None)
        _check_words(item, reading)
        return item
    children = iter(root.children)
    for name, child in zip(children, children, strict=False):
        if getattr(name, "text", "") == "版式" and type(child) is Pairs:
            return record(child, RECORDS["版式"], reading, None)
    return None


def _check_words(item: Item, reading: Reading) -> None:
    """Report words that would take whole sentences, or be put in for ever."""
    words = item.get("用词")
    if not isinstance(words, Item):
        return
    report = partial(reading.report, hint="只写一个词，如 群众来访")
    for word in words.lines("不用"):
        if len(word) > LONGEST_WORD:
            report(words.where("不用"), "bad-word", f"“{word[:LONGEST_WORD]}…”太长，不像一个词")
    swaps = words.get("换用")
    if not isinstance(swaps, Item):
        return
    unwanted = [word for word in (*swaps.values, *words.lines("不用")) if word]
    for word, other in swaps.values.items():
        place = swaps.where(word)
        if not word or not other or max(len(word), len(str(other))) > LONGEST_WORD:
            report(place, "bad-word", "换用的词空着，或者太长")
        elif left := next((one for one in unwanted if one in str(other)), ""):
            hint = "换用以后的词里不能再有不用的词、要换的词；不想改的，删去这一行"
            reading.report(place, "bad-word", f"“{word}”换成“{other}”，还是有“{left}”", hint)


def _house(item: Item) -> House:
    words = item.get("用词")
    if not isinstance(words, Item):
        words = Item({}, {}, FactsPlace("", 0, 0))
    swaps = words.get("换用")
    prefer = swaps.values if isinstance(swaps, Item) else {}
    longest_first = sorted(prefer.items(), key=lambda swap: -len(swap[0]))
    return House(
        item.text("称谓").rstrip("：:"),
        item.text("自称"),
        item.text("署名单位"),
        words.lines("不用"),
        MappingProxyType({word: str(other) for word, other in longest_first}),
    )
