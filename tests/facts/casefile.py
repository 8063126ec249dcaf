"""Cases in text files: a title, the input, the expected output, each ended by a line with a dot."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent.parent / "cases"


class Case(NamedTuple):
    """One case; `given` and `expected` may have several lines."""

    title: str
    given: str
    expected: str


def cases(folder: str) -> dict[str, Case]:
    """Return the cases of `tests/cases/<folder>/*.md` by file name and title."""
    found: dict[str, Case] = {}
    for path in sorted((FOLDER / folder).glob("*.md")):
        for case in _read(path):
            name = f"{path.stem}: {case.title}"
            assert name not in found, f"two cases are called {name}"
            found[name] = case
    return found


def _read(path: Path) -> list[Case]:
    blocks = path.read_text(encoding="utf-8").strip().removesuffix("\n.").split("\n.\n")
    assert len(blocks) % 3 == 0, f"{path}: a case has three parts, each ended by a line with a dot"
    parts = iter(block.strip() for block in blocks)
    return [Case(*case) for case in zip(parts, parts, parts, strict=True)]
