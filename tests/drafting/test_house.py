"""--style: how the office speaks, in our own sentences only."""

from __future__ import annotations

import pytest

from speechgen import resources
from speechgen.document import Block, Role
from speechgen.drafting.draft import draft
from speechgen.drafting.lines.sentence import stop
from speechgen.facts.read import read_text
from speechgen.house import PLAIN, House
from tests.drafting.papers import EXEMPLARS, MEETING, paragraphs

FACTS = next(p for p in EXEMPLARS if "工作会议讲话" in p.name).read_text("utf-8")
BARE = "成绩: [加固堤防]\n问题: [堤防失修]\n任务: [守住河堤]\n要求: [守住底线]\n"


def said(house: House, text: str = FACTS) -> list[str]:
    facts = read_text(text, "素材.yaml")
    return paragraphs(draft(facts, facts.kinds[0], resources.templates(), house))


def heads(house: House, text: str) -> list[str]:
    facts = read_text(text, "素材.yaml")
    blocks = draft(facts, facts.kinds[0], resources.templates(), house).document.blocks
    return [one.text for one in blocks if isinstance(one, Block) and one.role is Role.HEADING_1]


def test_a_word_the_office_does_not_use_is_in_none_of_our_sentences() -> None:
    plain, ours = "".join(said(PLAIN)), "".join(said(House(avoid=("广大群众",))))

    assert "广大群众" in plain
    assert "广大群众" not in ours
    assert "群众满意度达到90%" in ours


def test_a_word_the_office_prefers_stands_in_our_sentences() -> None:
    ours = "".join(said(House(prefer={"广大群众": "广大居民"})))

    assert "广大居民" in ours
    assert "广大群众" not in ours


def test_the_form_of_address_is_the_offices_unless_the_facts_give_one() -> None:
    house = House(salutation="各位同事")

    assert "各位同事：" in said(house, MEETING + "任务: [守住河堤]\n")
    assert "同志们：" in said(house, MEETING + "称谓: 同志们\n任务: [守住河堤]\n")


def test_a_wording_is_kept_for_one_house_only() -> None:
    body = MEETING + "任务: [守住河堤]\n"

    assert said(House(salutation="各位同事"), body) != said(PLAIN, body)
    assert said(PLAIN, body) == said(PLAIN, body)


@pytest.mark.parametrize(
    "kind", ["工作会议讲话", "工作汇报"], ids=["heads of a speech", "heads of a report"]
)
def test_heads_are_the_offices_too(kind: str) -> None:
    facts = MEETING.replace("文种: 工作会议讲话", f"文种: {kind}") + BARE
    word = heads(PLAIN, facts)[0][:2]

    swapped = "".join(heads(House(prefer={word: "要目"}), facts))
    avoided = "".join(heads(House(avoid=(word,)), facts))

    assert "要目" in swapped
    assert word not in swapped + avoided


@pytest.mark.parametrize(
    ("typed", "said_as"),
    [
        pytest.param("要从三个方面看：", "要从三个方面看。", id="nothing behind a colon"),
        pytest.param("人手、经费……", "人手、经费……", id="dots end a sentence"),
        pytest.param("请帮一把！", "请帮一把！", id="a call is kept"),
    ],
)
def test_a_sentence_has_one_end(typed: str, said_as: str) -> None:
    assert stop(typed) == said_as
