"""The list of what is missing: its header, as it is sent out and as it is read back."""

from __future__ import annotations

NAME = "名称"
"""Column of the figure (`重复信访`), the cell of a table (`乡镇表[东镇].来访`) or the name."""

LACK = "缺什么"
"""Column of the key that is missing: 值, 上年同期, 上期, 全年目标, 全年控制数 … or `A_NAME`."""

FILL = "填在这里"
"""Column that comes back filled; an empty cell stays missing."""

HEADERS = (NAME, LACK, FILL, "单位", "由谁提供", "期限", "用在哪里")

A_NAME = "名称"
"""缺什么 of an entry of 名称 (××), which is no figure."""

_STARTS_A_FORMULA = tuple("=+-@＝＋－＠\t\r")


def plain_cell(text: str) -> str:
    """Return `text` as a cell of a CSV that no office program takes for a formula: '=1+1.

    `as_meant` takes the apostrophe away again.
    """
    return f"'{text}" if text.lstrip("'").startswith(_STARTS_A_FORMULA) else text


def as_meant(cell: str) -> str:
    """Return the text of a cell without the apostrophe that `plain_cell` gave it."""
    return cell[1:] if cell.startswith("'") and plain_cell(cell[1:]) == cell else cell
