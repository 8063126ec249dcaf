"""What a facts file gets to hear: `tests/cases/facts/*.md`, each file read whole in one pass."""

from __future__ import annotations

import pytest

from speechgen.facts.read import read_text
from speechgen.problems import Problem, SpeechgenError
from tests.facts.casefile import Case, cases

CASES = cases("facts")


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_facts_file_is_told(case: Case) -> None:
    told = "\n".join(map(str, problems(case.given))) or "没有问题"

    assert told == case.expected


def problems(text: str) -> tuple[Problem, ...]:
    try:
        return read_text(text, "素材.yaml").problems
    except SpeechgenError as error:
        return error.problems
