"""Meetings for tests: one small facts file, every paper of it."""

from __future__ import annotations

from tests.drafting.papers import drafted, paragraphs

MEETING = """\
文种: 主持词
主题: 环境整治
范围: 全县
会议: {名称: 全县环境整治会议, 日期: 2025-10-28, 地点: 县会议中心}
"""
SPEAKER = "讲话人: {职务: 县委书记}\n"
HOST = "主持人: {职务: 县长}\n"
AGENDA = """\
议程:
  - {谁: 县城管局局长, 事项: 通报整治情况}
  - {谁: 柳树镇、石桥镇负责同志, 事项: 作交流发言}
  - {谁: 县委书记, 事项: 作讲话}
"""


def paper(kind: str, body: str) -> list[str]:
    """Return the paragraphs of the paper `kind` of the meeting and what `body` adds."""
    return paragraphs(drafted(MEETING + body, kind))


def text(kind: str, body: str) -> str:
    """Return a paper as one text."""
    return "\n".join(paper(kind, body))
