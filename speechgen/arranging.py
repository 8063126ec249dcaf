"""The title block as the office has it: who comes first, and whether the date has brackets."""

from itertools import groupby

from speechgen.document import Block, Document, Role, Run, Table
from speechgen.style import Layout

_BELOW_THE_TITLE = frozenset({Role.SPEAKER, Role.UNIT, Role.SPEECH_DATE})


def arranged(document: Document, layout: Layout) -> Document:
    """Return `document` with its title block in the order of `layout`."""
    if layout.speaker_before_date and layout.date_brackets:
        return document
    blocks = list(document.blocks)
    if not layout.date_brackets:
        blocks = [_bare(block) for block in blocks]
    if not layout.speaker_before_date:
        blocks = _dates_first(blocks)
    return document._replace(blocks=tuple(blocks))


def _dates_first(blocks: list[Block | Table]) -> list[Block | Table]:
    found: list[Block | Table] = []
    for below, group in groupby(blocks, key=lambda block: _role(block) in _BELOW_THE_TITLE):
        members = list(group)
        if below:
            members.sort(key=lambda block: _role(block) is not Role.SPEECH_DATE)
        found += members
    return found


def _bare(block: Block | Table) -> Block | Table:
    """Return a date without its brackets; anything else as it is."""
    if not isinstance(block, Block) or block.role is not Role.SPEECH_DATE or not block.runs:
        return block
    if not (block.text.startswith("（") and block.text.endswith("）")):
        return block
    first, *rest = block.runs
    runs: list[Run] = [first._replace(text=first.text.removeprefix("（")), *rest]
    runs[-1] = runs[-1]._replace(text=runs[-1].text.removesuffix("）"))
    return block._replace(runs=tuple([run for run in runs if run.text]))


def _role(block: Block | Table) -> Role | None:
    return block.role if isinstance(block, Block) else None
