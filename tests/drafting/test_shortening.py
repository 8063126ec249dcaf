"""简称: in full first, short from then on."""

from __future__ import annotations

import pytest

from tests.drafting.papers import MEETING, drafted, paragraphs

SHORT = "简称: {县住房和城乡建设局: 县住建局, 县应急管理局: 县应急局}\n"
TASKS = """\
任务:
  - {要点: 加固堤防, 责任单位: 县住房和城乡建设局, 措施: [逐段排查]}
  - {要点: 备足物资, 责任单位: 县住房和城乡建设局, 配合单位: 县应急管理局, 措施: [逐库清点]}
"""


def test_a_unit_is_named_in_full_first_and_short_from_then_on() -> None:
    text = "".join(paragraphs(drafted(MEETING + SHORT + TASKS)))

    assert text.count("县住房和城乡建设局") == 1
    assert text.index("县住房和城乡建设局") < text.index("县住建局")


def test_a_unit_that_is_named_once_is_named_in_full() -> None:
    text = "".join(paragraphs(drafted(MEETING + SHORT + TASKS)))

    assert "县应急管理局" in text
    assert "县应急局" not in text


def test_nothing_of_it_is_told_as_unprinted() -> None:
    paper = drafted(MEETING + SHORT + TASKS)

    assert "not-printed" not in {problem.code for problem in paper.advice}


def test_titles_keep_the_full_name() -> None:
    body = MEETING.replace("全县防汛工作会议", "县应急管理局防汛会议") + SHORT + TASKS

    assert paragraphs(drafted(body))[0] == "在县应急管理局防汛会议上的讲话"


@pytest.mark.parametrize(
    "short",
    [
        "{县应急管理局: ''}",
        "{'': 甲}",
        "{县应急管理局: 待核}",
        "{县应急管理局: 【物资】}",
        "{县应急管理局: 县应急管理局机关}",
    ],
)
def test_a_short_name_that_is_none_is_told_and_changes_nothing(short: str) -> None:
    plain = drafted(MEETING + TASKS)
    odd = drafted(f"{MEETING}简称: {short}\n{TASKS}")

    assert paragraphs(odd) == paragraphs(plain)
    assert "short-name" in {problem.code for problem in odd.advice}


def test_one_short_name_of_two_units_is_told() -> None:
    both = "简称: {县住房和城乡建设局: 县局, 县应急管理局: 县局}\n"

    told = [p.message for p in drafted(MEETING + both + TASKS).advice if p.code == "short-name"]

    assert told == ["“县应急管理局”的简称“县局”和“县住房和城乡建设局”的一样"]


def test_of_two_names_that_begin_alike_the_longer_is_meant() -> None:
    names = "简称: {县水利局: 水利局, 县水利局防汛办公室: 县防办}\n"
    tasks = TASKS.replace("县住房和城乡建设局", "县水利局防汛办公室")

    text = "".join(paragraphs(drafted(MEETING + names + tasks)))

    assert "县防办" in text
    assert "水利局防汛办公室" not in text.replace("县水利局防汛办公室", "", 1)
