"""What figures say: `tests/cases/figures/*.md`."""

from __future__ import annotations

import pytest

from tests.facts.casefile import Case, cases
from tests.facts.making import sentence, sheet

CASES = cases("figures")


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_figure_says(case: Case) -> None:
    lines = case.given.splitlines()
    spoken = [line for line in lines if "【" in line]
    book = sheet("\n".join(line for line in lines if "【" not in line))
    first = next(iter(book.figures))

    said = [sentence(line, book) for line in spoken or [f"【{first}】，【{first}.同比】"]]

    assert not book.problems
    assert "\n".join(said) == case.expected
