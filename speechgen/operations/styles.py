"""The style of an office: which layout a paper gets by it, and what is said of words.

Most papers are laid out as the standard is: they load nothing of what reads a style.
"""

from __future__ import annotations

from pathlib import Path

from speechgen.drafting.draft import Draft
from speechgen.facts.facts import Facts
from speechgen.facts.item import Item
from speechgen.facts.style_file import StyleFile
from speechgen.problems import Problem
from speechgen.style import Layout

LOOK = "版式"
KIND = "文种.yaml"
STANDARD = Layout()


def office(path: Path | None) -> StyleFile:
    """Return what the style file says; nothing where none is named.

    Raises:
        SpeechgenError: it cannot be read as one.
    """
    if path is None:
        return StyleFile()
    from speechgen.facts.styles import read_style  # noqa: PLC0415 - only with --style

    return read_style(path)


def look(facts: Facts, style: StyleFile, root: Path, paper: Draft) -> Layout:
    """Return the layout of a paper: the facts' over the office's over its kind's.

    Raises:
        SpeechgenError: what they say cannot be read, or does not fit together.
    """
    layers = (_of_kind(root, paper.document.kind), style.layout, facts.root.get(LOOK))
    typed = [layer for layer in layers if isinstance(layer, Item)]
    if not typed:
        return STANDARD
    from speechgen.facts.layouts import settle  # noqa: PLC0415 - see above

    return settle(typed)


def laid(paper: Draft, layout: Layout) -> Draft:
    """Return the draft with its title block as `layout` has it."""
    if layout is STANDARD:
        return paper
    from speechgen.arranging import arranged  # noqa: PLC0415 - see above

    return paper._replace(document=arranged(paper.document, layout))


def words(facts: Facts, style: StyleFile) -> tuple[Problem, ...]:
    """Return the problems of the style file, and advice on words the office does not use."""
    if not style.house.unwanted:
        return style.problems
    from speechgen.facts.unwanted import unwanted  # noqa: PLC0415 - few offices list words

    return (*style.problems, *unwanted(facts, style.house))


def _of_kind(root: Path, kind: str) -> Item | None:
    """Return the 版式 of a kind, which few have: its file is parsed only where it has one."""
    path = root / kind / KIND
    if not path.is_file() or LOOK not in path.read_text(encoding="utf-8", errors="replace"):
        return None
    from speechgen.facts.styles import read_look  # noqa: PLC0415 - see above

    return read_look(path)
