"""One draft: facts and a kind in, a Document with its ledger and what is missing out."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from speechgen.document import Block, Document, Role, Table
from speechgen.drafting import keeping
from speechgen.drafting.blocks import blocks_of
from speechgen.drafting.dates import date_of
from speechgen.drafting.keeping import Kept
from speechgen.drafting.seed import ident_of, seed_of
from speechgen.drafting.speaker import Speaker
from speechgen.drafting.telling.missing import Missing, missing_of
from speechgen.facts.book import ExpressionError
from speechgen.facts.facts import Facts
from speechgen.facts.item import Item
from speechgen.house import PLAIN, House
from speechgen.ledger import Ledger
from speechgen.problems import Problem


class Draft(NamedTuple):
    """A draft and what there is to say about it."""

    document: Document
    ledger: Ledger
    missing: tuple[Missing, ...]
    """缺数 and 缺名 that the paper speaks, each once."""

    advice: tuple[Problem, ...]
    context: str = ""
    """How the whole paper says its figures: `省同比`, or nothing."""


def draft(facts: Facts, name: str, templates: Path, house: House = PLAIN) -> Draft:
    """Return the draft of one paper of the kind `name`, worded by what is under `templates`.

    `house` is how the office speaks; what the facts say of it goes over it.

    Raises:
        SpeechgenError: there is no such kind, the facts lack what it needs, or a template is
            faulty.
    """
    speaker = Speaker(facts)
    wording = keeping.Wording(facts, name, templates, house)
    kept = wording.find(speaker)
    if kept is not None:
        with suppress(ExpressionError):  # a template's phrase that no longer fits: it is told below
            return _said(kept, speaker, (), house)
    from speechgen.drafting.agenda import not_ours_to_say  # noqa: PLC0415 - as below
    from speechgen.drafting.telling.unsaid import unsaid  # noqa: PLC0415 - as below
    from speechgen.drafting.wording import worded  # noqa: PLC0415 - not for a wording that is kept
    from speechgen.facts.library import digest, load  # noqa: PLC0415 - as above

    hoard = load(templates)
    kind = hoard.kind(name, facts.root.where("文种"))
    text, desk = worded(facts, kind, hoard, house)
    desk.advice += unsaid(
        desk.facts.root, "，".join([text, not_ours_to_say(desk), *desk.kept_back])
    )
    if "简称" in facts.root:
        from speechgen.drafting.shortening import faults, shortened  # noqa: PLC0415 - few have any

        text = shortened(text, facts.root)
        desk.advice += faults(facts.root)
    fresh = Kept(kind.name, digest(hoard, kind), desk.answers, text, kind.settings.get("同比", ""))
    if not desk.advice:  # advice has places in a file, and they are this file's
        wording.keep(fresh)
    return _said(fresh, desk, tuple(desk.advice), house)


def _said(wording: Kept, speaker: Speaker, advice: tuple[Problem, ...], house: House) -> Draft:
    """Return the draft of a wording, its figures spoken."""
    facts = speaker.facts
    paragraphs, ledger = blocks_of(wording.text, speaker)
    blocks: tuple[Block | Table, ...] = paragraphs
    if facts.tables:
        from speechgen.drafting.tables.numbers import wrong_numbers  # noqa: PLC0415 - as below
        from speechgen.drafting.tables.printing import with_tables  # noqa: PLC0415 - most papers have none
        from speechgen.drafting.tables.unprinted import unprinted  # noqa: PLC0415 - as above

        advice += tuple(unprinted(facts, wording.text))
        blocks = with_tables(paragraphs, speaker, ledger)
        advice += tuple(wrong_numbers(blocks, facts))
    seed = seed_of(facts.root)
    document = Document(
        kind=wording.kind,
        title=_title_of(paragraphs),
        blocks=blocks,
        ident=ident_of(facts.root, wording.kind, seed),
        seed=seed,
        template=wording.template,
        creator=_creator(facts.root) or house.unit,
        dated=date_of(facts.root).isoformat(),
    )
    advice += _alike(paragraphs, ledger, facts)
    return Draft(document, ledger, missing_of(facts, ledger, blocks), advice, speaker.context)


def _alike(blocks: tuple[Block, ...], ledger: Ledger, facts: Facts) -> tuple[Problem, ...]:
    """Return advice on numbers that meet in a paragraph; of a paper without any, at once."""
    printed = [facts.figures[name] for name in ledger if name in facts.figures]
    values = {(figure.value, figure.unit) for figure in printed}
    periods = {facts.figures[e.figure].period for e in ledger.values() if e.figure in facts.figures}
    if len(values) == len(printed) and len(periods - {""}) < 2:  # noqa: PLR2004 - two to differ
        return ()
    from speechgen.drafting.telling.alike import alike  # noqa: PLC0415 - not for a paper without any

    return tuple(alike(blocks, ledger, facts))


def _title_of(blocks: tuple[Block, ...]) -> str:
    return next((block.text for block in blocks if block.role is Role.TITLE), "")


def _creator(root: Item) -> str:
    speaker = root.get("讲话人")
    unit = speaker.text("单位") if isinstance(speaker, Item) else ""
    return root.text("署名单位") or unit
