"""Two wordings in one line: what differs, and a little around it."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from speechgen.document import Run
from speechgen.drafting.two_drafts.spots import marked

PLAIN = st.text(st.sampled_from("甲乙丙丁，。"), max_size=8).map(Run)
FIGURE = st.sampled_from(["135", "X", "同比下降2%"]).map(lambda text: Run(text, "信访总量"))
RUNS = st.lists(PLAIN | FIGURE, max_size=8)


def figure(text: str) -> Run:
    return Run(text, "信访总量")


def test_a_figure_is_one_spot_even_where_its_neighbour_moved_too() -> None:
    old = [Run("总量"), figure("135"), Run("件，"), figure("同比下降11.2%"), Run("。")]
    new = [Run("总量"), figure("160"), Run("件，"), figure("同比上升5.3%"), Run("。")]

    assert marked(old, new) == "总量〔135→160〕件，〔同比下降11.2%→同比上升5.3%〕。"


def test_what_is_missing_or_in_dispute_is_marked_as_in_a_draft() -> None:
    old = [Run("总量"), Run("X", "信访总量", "missing"), Run("件")]
    new = [Run("总量"), Run("135", "信访总量", "disputed"), Run("件")]

    assert marked(old, new) == "总量〔【X】→【135】〕件"


def test_far_stretches_are_left_out() -> None:
    old = [
        Run("一二三四五六七八九十甲乙丙"),
        figure("1"),
        Run("件" * 30),
        figure("2"),
        Run("件" * 30),
    ]
    new = [*old[:1], figure("3"), old[2], figure("4"), old[4]]

    ten = "件" * 10
    assert marked(old, new) == f"…四五六七八九十甲乙丙〔1→3〕{ten}…{ten}〔2→4〕{ten}…"


def test_changes_by_hand_that_lie_close_together_are_one_spot() -> None:
    old, new = "要完善好网格化管理，天天走访", "要健全起网格化管理，天天走访"

    assert marked([Run(old)], [Run(new)]) == "要〔完善好→健全起〕网格化管理，天天走访"


def test_wordings_with_little_in_common_stand_one_after_the_other() -> None:
    assert marked([Run("守住河堤")], [Run("压实责任")]) == "〔守住河堤→压实责任〕"


def test_a_page_without_end_takes_no_minutes() -> None:
    long = "的一是在不了有和人这" * 3000
    changed = long.replace("不了有", "不知有", 900)

    assert marked([Run(long)], [Run(changed)]).startswith("〔的一是在不了有")


@given(RUNS, RUNS)
def test_what_stands_behind_the_arrows_is_the_new_wording(old: list[Run], new: list[Run]) -> None:
    said = marked(old, new)

    if "…" not in said:
        for side, runs in ((1, old), (2, new)):
            text = re.sub("〔([^→〔〕]*)→([^→〔〕]*)〕", rf"\{side}", said)
            assert text == "".join(run.text for run in runs)
