"""A place in a paper is said as a person finds it."""

from __future__ import annotations

from speechgen.document import Block, Document, Role, Run, Table
from speechgen.drafting.telling.whereabouts import Mention, mentions, places


def block(role: Role, *runs: Run) -> Block:
    return Block("键", role, runs or (Run("字"),))


def test_paragraphs_are_counted_below_the_nearest_heading() -> None:
    blocks: list[Block | Table] = [
        block(Role.TITLE),
        block(Role.SALUTATION),
        block(Role.BODY),
        block(Role.BODY),
        block(Role.HEADING_1),
        block(Role.BODY),
        block(Role.HEADING_2),
        block(Role.BODY),
        block(Role.HEADING_2),
        block(Role.BODY),
        block(Role.BODY),
        Table("表", ("镇", "件"), ()),
        block(Role.HEADING_1),
        block(Role.BODY),
        Table("表", ("镇", "件"), ()),
    ]

    assert places(blocks) == [
        "标题",
        "称谓",
        "开头第1段",
        "开头第2段",
        "一、标题",
        "一、第1段",
        "一、（一）标题",
        "一、（一）第1段",
        "一、（二）标题",
        "一、（二）第1段",
        "一、（二）第2段",
        "表1",
        "二、标题",
        "二、第1段",
        "表2",
    ]


def test_a_level_that_is_skipped_leaves_no_gap() -> None:
    blocks = [block(Role.HEADING_1), block(Role.HEADING_3), block(Role.BODY)]

    assert places(blocks) == ["一、标题", "一、1.标题", "一、1.第1段"]


def test_what_a_paragraph_says_twice_is_one_mention() -> None:
    twice = block(Role.BODY, Run("135", "信访总量"), Run("件，又"), Run("135", "信访总量"))
    cell = Table("表", ("镇", "件"), (((Run("东镇"),), (Run("9", "表[东镇].件"),)),))

    assert mentions(Document("讲话", "题", (twice, cell))) == (
        Mention("讲话", "第1段", "信访总量"),
        Mention("讲话", "表1", "表[东镇].件"),
    )
