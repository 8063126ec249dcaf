"""The sheets that a facts file reads."""

from __future__ import annotations

from pathlib import Path

from speechgen.facts.facts import Facts
from speechgen.facts.sources.paths import located


def sources(facts: Facts, path: Path) -> dict[Path, str]:
    """Return the sheets that the facts at `path` read, with what the facts call them."""
    records = (*facts.root.items("数据来源"), *facts.root.items("表格"))
    names = [item.text("文件") or item.text("数据来源") for item in records]
    return {located(name, path.parent).resolve(): name for name in names if name}
