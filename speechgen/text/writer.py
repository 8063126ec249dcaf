"""Writing a Document as plain text: numbering spelled out, figures to look after in 【】."""

from __future__ import annotations

from speechgen.document import Block, Document, Role, Run, Table, ordinals

_INDENT = "\u3000\u3000"
_NOTE_INDENT = "\u3000" * len("附件：")
_CENTRED = frozenset(
    {Role.TITLE, Role.SUBTITLE, Role.SPEAKER, Role.UNIT, Role.SPEECH_DATE, Role.NOTE}
)
_FLUSH = frozenset({Role.SALUTATION, Role.CAPTION, Role.UNIT_LINE, Role.ATTACHMENT_LABEL})
_AT_THE_END = frozenset({Role.SIGNATURE, Role.SIGN_DATE})
_APART = frozenset({Role.ATTACHMENT_NOTE, Role.ATTACHMENT_LABEL, Role.ATTENDANCE, Role.CAPTION})
_WIDTH = 28
"""Characters of a line of print: titles are centred, signatures set right in it."""


def write(document: Document) -> str:
    """Return `document` as text, one line a paragraph, with a line end at the end.

    A missing figure or name, and one that does not reconcile, stands in 【】: 重复信访有【X】件.
    """
    lines: list[str] = []
    before: Block | Table | None = None
    for block, ordinal in zip(document.blocks, ordinals(document.blocks), strict=True):
        if _parted(before, block):
            lines.append("")
        lines.extend(_lines(block, _beside(before, block) or ordinal))
        before = block
    return "\n".join([*lines, ""])


def _beside(before: Block | Table | None, block: Block | Table) -> str:
    """Return what sets the second and later enclosures under the first, behind the word 附件."""
    roles = [each.role for each in (before, block) if isinstance(each, Block)]
    return _NOTE_INDENT if roles == [Role.ATTACHMENT_NOTE] * 2 else ""


def _lines(block: Block | Table, ordinal: str) -> list[str]:
    if isinstance(block, Table):
        cells = [["".join(map(_marked, cell)) for cell in row] for row in block.rows]
        return ["\t".join(row) for row in [list(block.columns), *cells]]
    text = "".join(map(_marked, block.runs)).replace("\n", "")
    if block.role in _CENTRED:
        return [_pad((_WIDTH - _width(text)) / 2) + text]
    if block.role in _AT_THE_END:
        return [_pad(_WIDTH - _width(text) - 2) + text]
    if block.role in _FLUSH:
        return [text]
    return [f"{_INDENT}{ordinal}{text}"]


def _marked(run: Run) -> str:
    return run.text if run.status == "known" else f"【{run.text}】"


def _parted(before: Block | Table | None, block: Block | Table) -> bool:
    """Return whether a blank line stands before `block`."""
    if before is None:
        return False
    if isinstance(before, Table):
        return True
    if isinstance(block, Table):
        return before.role not in {Role.CAPTION, Role.UNIT_LINE}
    if before.role in _CENTRED:
        return block.role not in _CENTRED
    return block.role is not before.role and block.role in _APART | {Role.SIGNATURE}


def _width(text: str) -> float:
    return sum([0.5 if character.isascii() else 1.0 for character in text])


def _pad(width: float) -> str:
    return "\u3000" * max(0, round(width))
