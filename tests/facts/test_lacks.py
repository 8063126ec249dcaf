"""The list of what is missing: each thing once, what follows from others not at all."""

from __future__ import annotations

from speechgen.facts.lists.lacks import lacks
from speechgen.facts.read import read_text

HEAD = "文种: 工作会议讲话\n会议: {名称: 会}\n"


def asked(body: str, *spoken: str) -> list[tuple[str, str, str]]:
    facts = read_text(HEAD + body, "素材.yaml")
    return [(one.name, one.what, one.unit) for one in lacks(facts, spoken)]


def test_every_key_that_is_waited_for_is_asked_for() -> None:
    body = (
        "数据:\n"
        "  甲: {值: 待核, 单位: 件, 上年同期: 待核, 全年目标: {市定: 待核, 县定: 9}}\n"
        "  乙: {值: 3, 单位: 户, 上期: 待核, 全年控制数: 待核}\n"
    )

    assert asked(body) == [
        ("甲", "值", "件"),
        ("甲", "上年同期", "件"),
        ("甲", "市定目标", "件"),
        ("乙", "上期", "户"),
        ("乙", "全年控制数", "户"),
    ]


def test_of_a_derived_figure_the_inputs_are_asked_for() -> None:
    body = "数据:\n  甲: {值: 待核, 单位: 件}\n  乙: {值: 3, 单位: 件}\n  丙: = 甲 + 乙\n"

    assert asked(body) == [("甲", "值", "件")]


def test_what_a_paper_lacks_and_no_line_holds_is_asked_for_once() -> None:
    body = "数据:\n  甲: {值: 1, 单位: 件}\n"

    assert asked(body, "甲的上年同期", "甲的上年同期", "甲") == [("甲", "上年同期", "件")]


def test_a_name_may_hold_the_word_that_parts_name_and_key() -> None:
    body = "数据:\n  群众: {值: 9, 单位: 人}\n  群众的诉求: {值: 待核, 单位: 件, 上年同期: 待核}\n"

    assert asked(body, "群众的诉求", "群众的诉求的上期", "群众的上期") == [
        ("群众的诉求", "值", "件"),
        ("群众的诉求", "上年同期", "件"),
        ("群众的诉求", "上期", "件"),
        ("群众", "上期", "人"),
    ]


def test_names_come_behind_the_figures() -> None:
    body = (
        "名称: {小区: {值: 待核, 由谁提供: 县住建局}}\n讲话人: {姓名: 待核}\n"
        "数据: {甲: {值: 待核, 单位: 件}}\n"
    )

    assert [name for name, _, _ in asked(body)] == ["甲", "小区", "讲话人.姓名"]
    assert asked(body)[1][1] == "名称"


def test_zero_is_not_missing() -> None:
    assert asked("数据: {甲: {值: 0, 单位: 件, 上年同期: 0}}\n") == []
