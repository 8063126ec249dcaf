"""One draft: facts and a kind in, a Document with its ledger and what is missing out."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from importlib import import_module
from typing import Any, NamedTuple

from speechgen.document import Block, Document, Role
from speechgen.drafting import choice, demands, findings, heads, opening, results, tasks
from speechgen.drafting.blocks import blocks_of
from speechgen.drafting.desk import Desk
from speechgen.drafting.frames import fill, slots_of
from speechgen.drafting.missing import Missing, missing_of
from speechgen.drafting.questions import Answer
from speechgen.drafting.speakable import Speakable
from speechgen.drafting.template import render
from speechgen.facts.expression import canonical
from speechgen.facts.item import Item, Value
from speechgen.facts.library import Kind, Library, digest
from speechgen.facts.read import Facts
from speechgen.facts.speak import check
from speechgen.ledger import Ledger
from speechgen.problems import Problem, SpeechgenError

MODULES = (demands, findings, heads, opening, results, tasks)
FUNCTIONS: dict[str, Callable[..., Any]] = {
    name: function for module in MODULES for name, function in module.FUNCTIONS.items()
}
LATER = {
    "案例句": "cases",
    "要点领句": "parts",
    "要点说明": "parts",
    "要点后": "parts",
    "论点句": "practices",
    "误区句": "practices",
    "做法句": "practices",
    "下步句": "practices",
}
"""Words of some papers only; their modules are imported when a template says one."""

SPOKEN_KEYS = frozenset({"数据", "名称"})
"""What a template sees as expressions only."""

NO_DATE = date(2000, 1, 1)


class Draft(NamedTuple):
    """A draft and what there is to say about it."""

    document: Document
    ledger: Ledger
    missing: tuple[Missing, ...]
    """缺数 and 缺名 that the paper speaks, each once."""

    advice: tuple[Problem, ...]


class _Memo(NamedTuple):
    """A wording, and what it was worded from."""

    library: Library
    kind: Kind
    words: dict[str, Value]
    names: tuple[str, ...]
    answers: dict[tuple[str, str], Answer]
    text: str


_MEMOS: deque[_Memo] = deque(maxlen=8)


def draft(facts: Facts, kind: Kind, library: Library) -> Draft:
    """Return the draft of one paper.

    Raises:
        SpeechgenError: the facts lack what the kind needs, or a template is faulty.
    """
    _demand(facts, kind)
    desk = Desk(facts, kind, library)
    blocks, ledger = blocks_of(_worded(desk), desk)
    document = Document(
        kind=kind.name,
        title=_title_of(blocks),
        blocks=blocks,
        ident=ident_of(facts, kind, desk.seed),
        seed=desk.seed,
        template=digest(library, kind),
        creator=_creator(facts.root),
        dated=(_date(facts.root) or NO_DATE).isoformat(),
    )
    return Draft(document, ledger, missing_of(facts, ledger, blocks), tuple(desk.advice))


def _worded(desk: Desk) -> str:
    """Return what the template says, its expressions unspoken.

    Values do not change a wording but through `questions`: where a paper of the same words has
    been drafted in this process and the figures answer alike, its text is taken.
    """
    facts = desk.facts
    names = (*facts.figures, *facts.names)
    words = {key: value for key, value in facts.root.values.items() if key not in SPOKEN_KEYS}
    for memo in tuple(_MEMOS):
        same = memo.library is desk.library and memo.kind is desk.kind and memo.names == names
        if same and memo.words == words and desk.agrees(memo.answers):
            return memo.text
    text = render(desk.library.root, f"{desk.kind.name}/正文.j2", _context(desk))
    if not desk.advice:  # advice has places in a file, and they are this file's
        _MEMOS.append(_Memo(desk.library, desk.kind, words, names, desk.answers, text))
    return text


def ident_of(facts: Facts, kind: Kind, seed: str) -> str:
    """Return the document id: of kind, meeting (or title) and seed, never of a value."""
    meeting = facts.root.get("会议")
    name = meeting.text("名称") if isinstance(meeting, Item) else ""
    return choice.digest(kind.name, name or facts.root.text("标题"), seed)


def _demand(facts: Facts, kind: Kind) -> None:
    lacking = [key for key in kind.needs if not any(k in facts.root for k in key.split("|"))]
    problems = [
        Problem(
            facts.root.place,
            "kind-needs",
            f"“{kind.name}”要有“{key.replace('|', '”或“')}”，素材里没有写",
            f"可以照这样补一行：{kind.examples[key]}",
        )
        for key in lacking
    ]
    if problems:
        raise SpeechgenError(*problems)


def _context(desk: Desk) -> dict[str, Any]:
    facts = desk.facts
    names = partial(_canonical, facts)
    figures = {name: Speakable(name, names) for name in (*facts.figures, *facts.names)}
    functions = {name: partial(function, desk) for name, function in FUNCTIONS.items()}
    functions |= {name: partial(_later, name, desk) for name in LATER}
    return {
        **figures,
        **facts.root.values,
        **functions,
        "数据": figures,
        "名称": figures,
        "题目": _title(desk),
        "日期文字": date_text(facts.root),
        "句库": desk.stock,
        "节": desk.section,
        "_行": desk.line,
        "_进": desk.enter,
        "_出": desk.leave,
    }


def _later(name: str, desk: Desk, *arguments: object) -> str:
    module = import_module(f"speechgen.drafting.{LATER[name]}")
    return str(module.FUNCTIONS[name](desk, *arguments))


def _canonical(facts: Facts, inner: str) -> str:
    """Return an expression a template prints, in canonical form, if it can be said.

    Raises:
        ExpressionError: it cannot; the template's line is added where it is rendered.
    """
    expression = canonical(inner, facts.figures, facts.names)
    unfit = check(expression, facts)
    if unfit is not None:
        raise unfit
    return expression


def _title(desk: Desk) -> str:
    """Return 标题 of the facts, else the kind's own: 在……会议上的讲话."""
    root = desk.facts.root
    typed = root.text("标题")
    if typed:
        return typed
    frame = desk.kind.title
    return fill(frame, {slot: _dotted(root, slot) for slot in slots_of(frame)[0]})


def _dotted(root: Item, slot: str) -> str:
    key, _, rest = slot.partition(".")
    value = root.get(key)
    return value.text(rest) if isinstance(value, Item) else root.text(key)


def _title_of(blocks: tuple[Block, ...]) -> str:
    return next((block.text for block in blocks if block.role is Role.TITLE), "")


def _dates(root: Item) -> Iterator[object]:
    meeting = root.get("会议")
    yield meeting.get("日期") if isinstance(meeting, Item) else None
    yield root.get("日期")


def _date(root: Item) -> date | None:
    return next((value for value in _dates(root) if isinstance(value, date)), None)


def date_text(root: Item) -> str:
    """Return the date as printed, 2025年8月12日 (GB/T 15835: no leading zeros), or its mark."""
    value = next((value for value in _dates(root) if value), None)
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    return value if isinstance(value, str) else ""


def _creator(root: Item) -> str:
    speaker = root.get("讲话人")
    unit = speaker.text("单位") if isinstance(speaker, Item) else ""
    return root.text("署名单位") or unit
