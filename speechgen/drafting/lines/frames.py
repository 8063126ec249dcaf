"""Frames: sentences with slots in braces and optional stretches in 〔 〕.

{责任单位}要会同{配合单位}，〔{时限}〕{措施}。
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from speechgen.facts.library import Frame

_PIECE = re.compile(r"〔([^〔〕]*)〕|\{([^{}]+)\}|([^〔〕{}]+)")


def fill(text: str, slots: Mapping[str, str]) -> str:
    """Return the frame with its slots filled; empty where a needed slot is.

    A stretch in 〔 〕 is left out when one of its own slots is empty.
    """
    pieces: list[str] = []
    text = _apart(text, slots)
    for literal, slot, inner in _pieces(text):
        if slot:
            value = slots.get(slot, "")
            if not value:
                return ""
            pieces.append(_met("".join(pieces[-2:])[-LONGEST_TWICE:], value))
        else:
            pieces.append(literal or fill(inner, slots))
    return "".join(pieces)


def _apart(text: str, slots: Mapping[str, str]) -> str:
    """Return a frame in which 牵头、甲、乙配合 does not run together: 牵头，甲、乙配合."""
    several = any("、" in slots.get(who, "") for who in ("单位", "配合单位"))
    return text.replace("、{配合单位}", "，{配合单位}") if several else text


_MEETS = (("将", "将", "把"), ("为了", "为了", ""), ("请", "请", ""))
"""Words that end what stands before a slot, those its value begins with, what stands instead."""

LONGEST_TWICE = 12  # characters; a date or a frequency is no longer
SAID_TWICE = 2
"""Characters of the shortest words that are not said again: 年底前年底前完成."""


def _met(before: str, value: str) -> str:
    """Return a value so that it does not begin with the words that end what is before it."""
    for ends, begins, instead in _MEETS:
        if before.endswith(ends) and value.startswith(begins):
            return instead + value.removeprefix(begins)
    for size in range(min(len(before), len(value) - 1), SAID_TWICE - 1, -1):
        if before.endswith(value[:size]):
            return value[size:] if _is_time(value[:size]) else value
    return value


def _is_time(words: str) -> bool:
    return words.startswith("每") or words.endswith(("前", "内"))


@lru_cache(maxsize=2048)
def slots_of(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the slots a frame needs and those it can do without."""
    pieces = _pieces(text)
    needed = frozenset(slot for _, slot, _ in pieces if slot)
    optional = frozenset().union(*(slots_of(inner)[0] for _, _, inner in pieces if inner))
    return needed, optional - needed


@lru_cache(maxsize=2048)
def _pieces(text: str) -> tuple[tuple[str, str, str], ...]:
    """Split into (literal, slot, optional stretch), two of the three empty."""
    found = tuple(_PIECE.findall(text))
    return tuple((literal, slot, inner) for inner, slot, literal in found)


@lru_cache(maxsize=4096)
def wordings(frames: tuple[Frame, ...], shape: str, given: frozenset[str]) -> tuple[Frame, ...]:
    """Return the wordings of a frame that speak every slot given and need no other."""
    return tuple(frame for frame in frames if _fits(frame, shape, given))


def _fits(frame: Frame, shape: str, given: frozenset[str]) -> bool:
    if frame.shapes and shape not in frame.shapes:
        return False
    needed, optional = slots_of(frame.text)
    return needed <= given <= needed | optional
