"""简称: in full first, short from then on."""

from __future__ import annotations

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
