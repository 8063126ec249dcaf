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
