"""Plain text: the numbering spelled out, what must be looked after in 【】."""

from __future__ import annotations

from speechgen.document import Block, Document, Role, Run, Table
from speechgen.text.writer import write


def text(*blocks: Block | Table) -> list[str]:
    return write(Document("讲话", "题", blocks)).splitlines()


def block(role: Role, *runs: str | Run) -> Block:
    return Block("k", role, tuple([Run(run) if isinstance(run, str) else run for run in runs]))


def test_headings_are_numbered_and_start_again() -> None:
    heads = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4, Role.HEADING_2)

    lines = text(*[block(role, "甲") for role in (*heads, Role.HEADING_1, Role.HEADING_2)])

    assert [line.strip() for line in lines] == [
        "一、甲",
        "（一）甲",
        "1.甲",
        "（1）甲",
        "（二）甲",
        "二、甲",
        "（一）甲",
    ]


def test_paragraphs_begin_two_characters_in() -> None:
    assert text(block(Role.SALUTATION, "同志们："), block(Role.BODY, "今天开会。")) == [
        "同志们：",
        "　　今天开会。",
    ]


def test_the_title_block_is_centred_and_parted_from_the_text() -> None:
    lines = text(
        block(Role.TITLE, "在全县信访工作会议上的讲话"),
        block(Role.SPEECH_DATE, "（2025年8月12日）"),
        block(Role.SALUTATION, "同志们："),
    )

    assert [line.strip() for line in lines] == [
        "在全县信访工作会议上的讲话",
        "（2025年8月12日）",
        "",
        "同志们：",
    ]
    assert lines[0].startswith("　" * 7) or lines[0].startswith("　" * 8)


def test_what_must_be_looked_after_is_marked() -> None:
    (line,) = text(
        block(
            Role.BODY,
            Run("重复信访有"),
            Run("X", "重复信访", "missing"),
            Run("件，"),
            Run("××", "延期小区", "nameless"),
            Run("小区，共"),
            Run("7400", "接访批次", "disputed"),
            Run("批次，"),
            Run("135", "信访总量"),
            Run("件"),
        )
    )

    assert line.strip() == "重复信访有【X】件，【××】小区，共【7400】批次，135件"


def test_a_table_has_a_line_a_row() -> None:
    table = Table("t", ("单位", "件数"), (((Run("甲镇"),), (Run("X", "甲", "missing"),)),))

    lines = text(
        block(Role.BODY, "见表1。"), block(Role.CAPTION, "表1"), table, block(Role.BODY, "完")
    )

    assert lines == ["　　见表1。", "", "表1", "单位\t件数", "甲镇\t【X】", "", "　　完"]


def test_signature_and_date_stand_at_the_right() -> None:
    lines = text(
        block(Role.BODY, "完"),
        block(Role.SIGNATURE, "县信访局"),
        block(Role.SIGN_DATE, "2025年1月8日"),
    )

    assert lines[1] == ""
    assert lines[2] == "　" * 22 + "县信访局"
    assert lines[3].startswith("　" * 18)


def test_text_ends_with_a_line_end() -> None:
    assert write(Document("讲话", "题", (block(Role.BODY, "完"),))) == "　　完\n"


def test_the_names_of_enclosures_stand_below_each_other() -> None:
    lines = text(
        block(Role.BODY, "完。"),
        block(Role.ATTACHMENT_NOTE, "附件：1. 任务清单"),
        block(Role.ATTACHMENT_NOTE, "2. 各镇情况"),
    )

    assert lines == ["　　完。", "", "　　附件：1. 任务清单", "　　　　　2. 各镇情况"]
