"""Which topic a subject is about."""

from __future__ import annotations

import pytest

from tests.drafting.papers import hoard


@pytest.mark.parametrize(
    ("subject", "topic"),
    [
        ("信访工作", "信访"),
        ("领导干部接访", "信访"),
        ("学校安全生产", "安全生产"),
        ("校园安全", "安全生产"),
        ("农村医疗", "医疗卫生"),
        ("乡村教育", "教育"),
        ("乡村振兴", "乡村振兴"),
        ("警示教育", ""),
        ("主题教育", ""),
        ("城市管理", ""),
        ("", ""),
    ],
)
def test_a_subject_finds_its_topic(subject: str, topic: str) -> None:
    assert [found.name for found in hoard().topic(subject)] == [*filter(None, [topic]), "通用"]
