"""Our own YAML files (kinds, topics) as plain text trees: no figures, no places kept."""

from __future__ import annotations

from pathlib import Path
from typing import Union

import yaml

Plain = Union[str, list["Plain"], dict[str, "Plain"]]


def read_plain(path: Path) -> Plain:
    """Return the file as nested dicts, lists and strings; every scalar stays text."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return yaml.load(path.read_text("utf-8-sig"), Loader=loader)  # noqa: S506 - strings only
