"""Blank lines round the title block, the signature and its date, the list of enclosures."""

from __future__ import annotations

import pytest

from speechgen.document import Block, Document, Role, Run, Table
from speechgen.style import Layout
from speechgen.word.writer import write
from tests.word.unzipped import found, tree_of, values

ABOVE = {"beforeLines": "100", "before": "579"}
BELOW = {"afterLines": "100", "after": "579"}
NONE_ABOVE = {"beforeLines": "0", "before": "0"}
NONE_BELOW = {"afterLines": "0", "after": "0"}


def direct(*blocks: tuple[Role, str], element: str = "spacing") -> list[dict[str, str]]:
    """Return the direct spacing (or indent) of each paragraph that `blocks` become."""
    document = Document(
        "讲话",
        "题",
        tuple([Block(str(at), role, (Run(text),)) for at, (role, text) in enumerate(blocks)]),
    )
    tree = tree_of(write(document, {}, Layout()))
    return [
        {
            str(name).rpartition("}")[2]: str(value)
            for each in found(paragraph, f"w:pPr/w:{element}")
            for name, value in each.attrib.items()
        }
        for paragraph in found(tree, "//w:p")
    ]


BODY = (Role.BODY, "正文")
TITLE = (Role.TITLE, "讲话")
SUBTITLE = (Role.SUBTITLE, "——在会上的讲话")
SPEAKER = (Role.SPEAKER, "县委书记")
DATE = (Role.SPEECH_DATE, "（2025年8月12日）")
NOTE = (Role.NOTE, "（根据录音整理）")
UNIT = (Role.UNIT, "县信访局")


@pytest.mark.parametrize(
    ("blocks", "spacing"),
    [
        pytest.param((TITLE, SPEAKER, DATE, BODY), [{}, {}, {}, {}], id="as the styles have it"),
        pytest.param((TITLE, SUBTITLE, SPEAKER, DATE, BODY), [{}] * 5, id="with a subtitle"),
        pytest.param((TITLE, UNIT, DATE, BODY), [{}] * 4, id="a report"),
        pytest.param((TITLE, BODY), [BELOW, {}], id="a title alone"),
        pytest.param((TITLE, DATE, BODY), [{}, ABOVE, {}], id="no speaker"),
        pytest.param((TITLE, SPEAKER, BODY), [{}, BELOW, {}], id="no date"),
        pytest.param(
            (TITLE, DATE, SPEAKER, BODY),
            [{}, {**ABOVE, **NONE_BELOW}, {**NONE_ABOVE, **BELOW}, {}],
            id="the date first",
        ),
        pytest.param(
            (TITLE, SPEAKER, DATE, NOTE, BODY), [{}, {}, NONE_BELOW, BELOW, {}], id="with a note"
        ),
        pytest.param((TITLE,), [{}], id="nothing below"),
        pytest.param(
            ((Role.ATTACHMENT_LABEL, "附件1"), TITLE, BODY),
            [{}, {**ABOVE, **BELOW}, {}],
            id="the title of an enclosure, on line 3",
        ),
    ],
)
def test_one_line_is_blank_round_the_title_block(
    blocks: tuple[tuple[Role, str], ...], spacing: list[dict[str, str]]
) -> None:
    assert direct(*blocks) == spacing


def right(name: str, day: str) -> list[str | None]:
    """Return how many characters signature and date stand in, where their styles do not say."""
    indents = direct((Role.SIGNATURE, name), (Role.SIGN_DATE, day), element="ind")
    return [indent.get("rightChars") for indent in indents]


@pytest.mark.parametrize(
    ("name", "day", "characters"),
    [
        pytest.param("市信访工作联席会议办公室", "2025年11月18日", [None, "500"], id="a long name"),
        pytest.param("县信访局", "2025年11月18日", ["700", None], id="a short name moves in"),
        pytest.param("中共县委信访局", "2025年11月18日", [None, "0"], id="equal lengths"),
        pytest.param("县委办公室信访局", "2025年1月8日", [None, None], id="as the styles have it"),
    ],
)
def test_the_date_begins_two_characters_right_of_the_signature(
    name: str, day: str, characters: list[str | None]
) -> None:
    assert right(name, day) == characters


def test_a_date_without_signature_is_as_its_style() -> None:
    assert direct(BODY, (Role.SIGN_DATE, "2025年1月8日"), element="ind") == [{}, {}]


def test_names_of_enclosures_hang_under_each_other() -> None:
    notes = ((Role.ATTACHMENT_NOTE, "附件：1. 甲"), (Role.ATTACHMENT_NOTE, "2. 乙"))

    first, second = direct(*notes, element="ind")

    assert (first["leftChars"], first["hangingChars"]) == ("650", "450")
    assert (second["leftChars"], second["hangingChars"]) == ("650", "150")
    assert direct(*notes) == [{}, NONE_ABOVE]


def test_one_enclosure_has_no_number() -> None:
    (indent,) = direct((Role.ATTACHMENT_NOTE, "附件：积案清单"), element="ind")

    assert (indent["leftChars"], indent["hangingChars"]) == ("500", "300")


def test_paragraphs_of_the_text_have_the_style_alone() -> None:
    document = Document("讲话", "题", (Block("k", Role.HEADING_1, (Run("认清形势"),)),))

    assert values(tree_of(write(document, {}, Layout())), "//w:p/w:pPr/*/@w:val") == ["Heading1"]


def test_a_blank_line_parts_the_title_of_an_enclosure_from_its_table() -> None:
    table = Table("t", ("甲",), (((Run("1"),),),))
    title = Block("a", Role.TITLE, (Run("情况表"),))

    tree = tree_of(write(Document("讲话", "题", (title, table)), {}, Layout()))

    assert values(found(tree, "//w:p")[0], "w:pPr/w:spacing/@w:after") == ["579"]
