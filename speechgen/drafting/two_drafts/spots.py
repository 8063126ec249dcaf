"""Two wordings of one paragraph as one line: only what differs, and a little around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from speechgen.document import Run

AROUND = 10
"""Characters that are shown before and behind a changed spot."""

_JOINED = 3
"""Spots of plain text with fewer characters between them are one spot."""

_ALIKE = 0.4
"""Below this the wordings have too little in common to be shown in one."""

_MOST = 3000
"""Pieces of a wording that are compared one by one; longer ones would take minutes."""

_LONGEST = 60


class _Piece(NamedTuple):
    """A figure as it prints, or one character."""

    text: str
    is_figure: bool


class _Spot(NamedTuple):
    """From where to where two wordings differ, in pieces."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def marked(old: Sequence[Run], new: Sequence[Run]) -> str:
    """Return the new wording with its changed spots, far stretches left out.

    …全县信访总量〔135→155〕件，〔同比下降11.2%→同比上升2%〕，但已…

    A figure run is one piece; other text differs character by character. Wordings that have
    little in common stand one after the other, shortened.
    """
    before, after = list(_pieces(old)), list(_pieces(new))
    if max(len(before), len(after)) > _MOST:
        return f"〔{shortened(_text(before))}→{shortened(_text(after))}〕"
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return f"〔{shortened(_text(before))}→{shortened(_text(after))}〕"
    return _line(before, after, list(_joined(before, after, matcher)))


def shown(run: Run) -> str:
    """Return a run as .txt drafts show it: what is missing or in dispute in 【】."""
    return run.text if run.status == "known" else f"【{run.text}】"


def shortened(text: str) -> str:
    """Return the beginning of `text`, with … where it goes on."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _pieces(runs: Sequence[Run]) -> Iterator[_Piece]:
    for run in runs:
        if run.expression:
            yield _Piece(shown(run), is_figure=True)
        else:
            yield from (_Piece(character, is_figure=False) for character in run.text)


def _text(pieces: Sequence[_Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _joined(
    before: Sequence[_Piece], after: Sequence[_Piece], matcher: SequenceMatcher[_Piece]
) -> Iterator[_Spot]:
    """Yield the spots; plain ones that lie close together are one: 〔完善→健全〕."""
    last: _Spot | None = None
    for tag, *bounds in matcher.get_opcodes():
        if tag == "equal":
            continue
        spot = _Spot(*bounds)
        if last is not None and spot.old_start - last.old_end < _JOINED:
            whole = _Spot(last.old_start, spot.old_end, last.new_start, spot.new_end)
            if _is_plain(before[whole.old_start : whole.old_end]) and _is_plain(
                after[whole.new_start : whole.new_end]
            ):
                last = whole
                continue
        if last is not None:
            yield last
        last = spot
    if last is not None:
        yield last


def _is_plain(pieces: Sequence[_Piece]) -> bool:
    return not any(piece.is_figure for piece in pieces)


def _line(before: Sequence[_Piece], after: Sequence[_Piece], spots: Sequence[_Spot]) -> str:
    parts: list[str] = []
    shown = 0
    for spot in spots:
        parts.append(_between(after[shown : spot.new_start], first=spot is spots[0]))
        was = _text(before[spot.old_start : spot.old_end])
        now = _text(after[spot.new_start : spot.new_end])
        parts.append(f"〔{was}→{now}〕")
        shown = spot.new_end
    rest = after[shown:]
    return "".join([*parts, _text(rest[:AROUND]), "…" if len(rest) > AROUND else ""])


def _between(pieces: Sequence[_Piece], *, first: bool) -> str:
    """Return what is shown before a spot: all of a short stretch, else its two ends."""
    if len(pieces) <= (AROUND if first else 2 * AROUND):
        return _text(pieces)
    begin = "" if first else _text(pieces[:AROUND])
    return f"{begin}…{_text(pieces[-AROUND:])}"
