"""What a paragraph owes to its neighbours: blank lines round the title block, the signature.

Only paragraphs outside the text have direct formatting, and only where the style's own does
not fit the company they are in.
"""

from __future__ import annotations

from speechgen.document import Block, Role, Table
from speechgen.style import Layout
from speechgen.word.lengths import blank_after, blank_before, hanging_indent, right_indent

Blocks = tuple[Block | Table, ...]

_HEADS = frozenset({Role.TITLE, Role.SUBTITLE})
_BELOW = frozenset({Role.SPEAKER, Role.UNIT, Role.SPEECH_DATE, Role.NOTE})
_TITLE_BLOCK = _HEADS | _BELOW
_BLANK_BEFORE = frozenset({Role.SPEAKER, Role.UNIT})  # as their styles have it
_BLANK_AFTER = frozenset({Role.SPEECH_DATE})
PLACED = _TITLE_BLOCK | {*(Role.ATTACHMENT_NOTE, Role.ATTENDANCE, Role.SIGNATURE, Role.SIGN_DATE)}
"""Roles whose paragraphs mind their neighbours."""

_NOTE_LABEL = "附件："
_HALF = 0.5


def direct(blocks: Blocks, index: int, layout: Layout) -> str:
    """Return the XML of what block `index` needs beyond its style; mostly nothing."""
    block = blocks[index]
    if not isinstance(block, Block) or block.role not in PLACED:
        return ""
    before = blocks[index - 1] if index else None
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    if block.role in _TITLE_BLOCK:
        return _title_spacing(block.role, before, after, layout)
    if block.role is Role.ATTENDANCE:
        first = _role(before) is not Role.ATTENDANCE
        return f"<w:spacing {blank_before(layout)}/>" if first else ""
    if block.role is Role.ATTACHMENT_NOTE:
        return _note_indent(block.text, _role(before) is Role.ATTACHMENT_NOTE, layout)
    return _signature_indent(block, before, after, layout)


def em(text: str) -> float:
    """Return how many characters wide `text` is: a digit or Latin letter is half of one."""
    return len(text) - _HALF * len(text.encode("ascii", "ignore"))


def _role(block: Block | Table | None) -> Role | None:
    return block.role if isinstance(block, Block) else None


def _title_spacing(
    role: Role, before: Block | Table | None, after: Block | Table | None, layout: Layout
) -> str:
    """Keep one line blank below the titles, and one below the whole block."""
    above = _role(before)
    wants_before = above is Role.ATTACHMENT_LABEL or (role in _BELOW and above not in _BELOW)
    wants_after = after is not None and _role(after) not in _TITLE_BLOCK
    attributes = []
    if wants_before != (role in _BLANK_BEFORE):
        attributes.append(blank_before(layout, int(wants_before)))
    if wants_after != (role in _BLANK_AFTER):
        attributes.append(blank_after(layout, int(wants_after)))
    return f"<w:spacing {' '.join(attributes)}/>" if attributes else ""


def _note_indent(text: str, continues: bool, layout: Layout) -> str:  # noqa: FBT001 - called here alone
    """Hang the later lines of 附件：1. 名称 under the first character of the name."""
    label = _NOTE_LABEL if text.startswith(_NOTE_LABEL) else ""
    rest = text[len(label) :]
    number = rest[: len(rest) - len(rest.lstrip("0123456789. "))]
    left = 2 + em(_NOTE_LABEL) + em(number)
    spacing = f"<w:spacing {blank_before(layout, 0)}/>" if continues else ""
    return spacing + hanging_indent(left, em(label + number), layout)


def _signature_indent(
    block: Block, before: Block | Table | None, after: Block | Table | None, layout: Layout
) -> str:
    """Put the date's first character two right of the signature's (GB/T 9704-2012, 7.3.5.2)."""
    pair = (block, after) if block.role is Role.SIGNATURE else (before, block)
    signature, date = pair
    if signature is None or date is None or _role(date) is not Role.SIGN_DATE:
        return ""
    if _role(signature) is not Role.SIGNATURE:
        return ""
    name, day = em(signature.text), em(date.text)
    if day > name:
        right = 2.0 if block is date else 4 + day - name
    else:
        right = name - day if block is date else 2.0
    return "" if right == 2.0 else right_indent(right, layout)  # noqa: PLR2004 - the style's
