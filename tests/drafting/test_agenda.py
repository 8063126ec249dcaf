"""The agenda: what went before a speech, what comes after, and whose the speech is."""

from __future__ import annotations

import pytest

from speechgen.drafting.agenda import _done
from tests.drafting.papers import MEETING, drafted, line_with, speech

TASK = "任务: [守住河堤]\n"
MAYOR = "讲话人: {职务: 县长, 姓名: 王某}\n"


def codes(body: str) -> list[str]:
    return [problem.code for problem in drafted(MEETING + body).advice]


def agenda(*entries: str) -> str:
    return "议程:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries)


def test_many_who_did_the_same_are_named_together_in_sentences_of_a_breath() -> None:
    entries = [f"谁: 第{n}乡镇乡长, 事项: 作表态发言" for n in range(1, 21)]

    opening = line_with(TASK + MAYOR + agenda(*entries), "刚才")

    assert all(f"第{n}乡镇乡长" in opening for n in range(1, 21))
    assert opening.count("分别作了表态发言") <= 4
    assert max(map(len, opening.split("。"))) <= 120


def test_what_the_speaker_did_himself_is_said_with_i_and_not_praised() -> None:
    entries = agenda("谁: 县长, 事项: 通报汛情", "谁: 县长, 事项: 作讲话")

    opening = line_with(TASK + MAYOR + entries, "刚才")

    assert "刚才，我通报了汛情。" in opening


@pytest.mark.parametrize(
    ("first", "second", "praised"), [("县长", "县水利局", True), ("县水利局", "县长", False)]
)
def test_the_speaker_praises_others_only(first: str, second: str, praised: bool) -> None:  # noqa: FBT001 - a table
    reports = [f"谁: {who}, 事项: 通报汛情{who[:2]}" for who in (first, second)]
    entries = agenda(*reports, "谁: 县长, 事项: 作讲话")

    assert ("赞成" in line_with(TASK + MAYOR + entries, "刚才")) is praised


def test_nobody_speaks_before_himself() -> None:
    later = "此后议程:\n  - {谁: 县长, 职务: 县长, 事项: 作讲话, 类型: 讲话}\n"

    assert "稍后" not in "".join(speech(TASK + MAYOR + later))


def test_who_only_reads_something_out_later_gives_no_speech() -> None:
    later = "此后议程:\n  - {谁: 县委办公室, 事项: 宣读倡议书}\n"

    assert "稍后" not in "".join(speech(TASK + MAYOR + later))


def test_without_a_speaker_the_last_speech_of_the_agenda_is_this_one() -> None:
    entries = agenda("谁: 县水利局, 事项: 通报汛情", "谁: 县长, 事项: 作讲话")

    assert "刚才，县水利局通报了汛情，" in line_with(TASK + entries, "刚才")


def test_an_agenda_that_stands_in_the_facts_twice_is_told() -> None:
    before = "此前议程:\n  - {谁: 县应急局, 事项: 通报了险情, 类型: 通报}\n"
    entries = agenda("谁: 县水利局, 事项: 汇报险段", "谁: 县长, 事项: 作讲话")

    assert "agenda-twice" in codes(TASK + MAYOR + before + entries)
    assert "agenda-twice" not in codes(TASK + MAYOR + before)


def test_that_the_speech_is_given_need_not_be_printed_in_it() -> None:
    entries = agenda("谁: 县水利局, 事项: 汇报险段", "谁: 县长, 事项: 作讲话")

    assert "not-printed" not in codes(TASK + MAYOR + entries)


@pytest.mark.parametrize("kind", ["表彰", "观看", "签订", "考察"])
def test_nobody_takes_home_what_was_not_reported(kind: str) -> None:
    before = f"此前议程:\n  - {{谁: 大家, 事项: 观看了警示片, 类型: {kind}}}\n"

    opening = line_with(TASK + MAYOR + before, "刚才")

    assert opening.count("。") == (3 if kind == "表彰" else 2)


@pytest.mark.parametrize(
    ("planned", "done"),
    [
        ("通报汛情", "通报了汛情"),
        ("传达学习会议精神", "传达学习了会议精神"),
        ("现场观摩示范点", "现场观摩了示范点"),
        ("作交流发言", "作了交流发言"),
        ("作出部署", "作出了部署"),
        ("表态发言", "作了表态发言"),
        ("发表意见", "发表意见"),
        ("讲解防汛知识", "讲解了防汛知识"),
        ("颁发证书", "颁发了证书"),
        ("发布预案", "发布了预案"),
        ("传达学习县委书记讲话", "传达学习了县委书记讲话"),
        ("实地考察东坡线", "实地考察了东坡线"),
        ("就燃气整治作部署", "就燃气整治作了部署"),
        ("与县政府签订责任书", "与县政府签订了责任书"),
        ("安排下一步工作", "安排了下一步工作"),
    ],
)
def test_what_was_planned_is_told_as_done(planned: str, done: str) -> None:
    assert _done(planned) == done


@pytest.mark.parametrize("typed", ["传达学习了会议精神", "现场观摩了示范点"])
def test_what_is_typed_as_done_stays(typed: str) -> None:
    before = f"此前议程:\n  - {{谁: 大家, 事项: {typed}, 类型: 考察}}\n"

    assert f"大家{typed}" in line_with(TASK + MAYOR + before, "刚才")
