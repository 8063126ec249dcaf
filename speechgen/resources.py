"""Where the files are that ship with the program: templates and samples.

They lie at the top of the source tree, where an office can find and change them, and inside
the package once it is installed from a wheel. This is the only module that knows it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent


def templates() -> Path:
    """Return the folder of kinds, topics and word banks."""
    return _shipped("templates")


def samples() -> Path:
    """Return the folder of sample facts files and their schema."""
    return _shipped("sample_inputs")


@cache
def _shipped(folder: str) -> Path:
    source = _PACKAGE.parent
    if (source / "pyproject.toml").is_file():  # not site-packages, where `templates` is another's
        return source / folder
    return _PACKAGE / f"_{folder}"
