"""docs/figures.md, “程序会核对什么”: what the table says of a figure, the program says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.facts.making import sheet

DOC = Path(__file__).parents[2] / "docs" / "figures.md"
SECTION = DOC.read_text(encoding="utf-8").partition("## 程序会核对什么")[2]
GIVEN = SECTION.partition("```yaml\n")[2].partition("```")[0]
ROWS = re.findall(r"^\| `(.+?)` \| (.+) \|$", SECTION, re.MULTILINE)
AGREES = "对得上"


def test_the_table_is_read() -> None:
    assert len(ROWS) > 10
    assert sum(said == AGREES for _, said in ROWS) > 2
    assert not sheet(GIVEN).problems


@pytest.mark.parametrize(("figure", "said"), ROWS, ids=[figure for figure, _ in ROWS])
def test_a_figure_is_judged_as_the_docs_say(figure: str, said: str) -> None:
    problems = sheet(GIVEN + figure).problems

    assert [problem.message for problem in problems] == ([] if said == AGREES else [said])
