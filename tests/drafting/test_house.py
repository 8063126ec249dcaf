"""--style: how the office speaks, in our own sentences only."""

from __future__ import annotations

from speechgen import resources
from speechgen.drafting.draft import draft
from speechgen.facts.read import read_text
from speechgen.house import PLAIN, House
from tests.drafting.papers import EXEMPLARS, MEETING, paragraphs

FACTS = next(p for p in EXEMPLARS if "工作会议讲话" in p.name).read_text("utf-8")


def said(house: House, text: str = FACTS) -> list[str]:
    facts = read_text(text, "素材.yaml")
    return paragraphs(draft(facts, facts.kinds[0], resources.templates(), house))


def test_a_word_the_office_does_not_use_is_in_none_of_our_sentences() -> None:
    plain, ours = "".join(said(PLAIN)), "".join(said(House(avoid=("满意",))))

    assert "群众满意不满意" in plain
    assert "群众满意不满意" not in ours
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
