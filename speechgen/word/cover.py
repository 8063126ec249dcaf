"""The cover of a paper that is handed out: 会议材料之三, the title, who and when.

It is a section of its own without page numbers; the paper behind it begins at 1. What stands on
it is said again in the paper, so a reader of the draft passes over it.
"""

from __future__ import annotations

from math import ceil

from speechgen.document import Block, Document, Role
from speechgen.style import Layout
from speechgen.word.content import TEXT, TEXT_END, content
from speechgen.word.lengths import TITLE_MARGIN, type_width

MARK, TITLE, LINE = "CoverMark", "CoverTitle", "CoverLine"
"""Style ids."""

_HINT = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
_WHO = (Role.UNIT, Role.SPEAKER, Role.SIGNATURE)
_WHEN = (Role.SPEECH_DATE, Role.SIGN_DATE)
_FROM_TITLE_TO_FOOT = 10  # lines


def cover(document: Document, layout: Layout, section: str) -> str:
    """Return the paragraphs of the cover, the last with its own `section`."""
    from speechgen.word.titles import broken  # noqa: PLC0415 - few papers have a cover

    fit = type_width(layout) // (layout.title_size * 10) - TITLE_MARGIN
    title = next(
        (b for b in document.blocks if isinstance(b, Block) and b.role is Role.TITLE), None
    )
    runs = broken(title.runs, fit) if title else ()
    heading = "".join([run.text for run in runs]) or document.title
    subtitle = _first(document, (Role.SUBTITLE,))
    upper = [(MARK, layout.cover), (TITLE, heading), *([(LINE, subtitle)] if subtitle else [])]
    lower = [(LINE, text) for text in (_first(document, _WHO), _first(document, _WHEN)) if text]
    taken = ceil(heading.count("\n") * layout.title_line / layout.line_pitch) + bool(subtitle)
    lines = max(1, _FROM_TITLE_TO_FOOT - taken)
    room = f'<w:spacing w:before="{lines * layout.line_pitch}"/>'
    last = len(upper) + len(lower) - 1
    return "".join(
        [
            _paragraph(
                style,
                text,
                (room if at == len(upper) else "") + (section if at == last else ""),
            )
            for at, (style, text) in enumerate([*upper, *lower])
        ]
    )


def _paragraph(style: str, text: str, extra: str) -> str:
    run = f"<w:r>{_HINT}{TEXT}{content(text)}{TEXT_END}</w:r>"
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{run}</w:p>'


def _first(document: Document, roles: tuple[Role, ...]) -> str:
    found = [b.text for b in document.blocks if isinstance(b, Block) and b.role in roles]
    return found[0].removeprefix("（").removesuffix("）") if found else ""
