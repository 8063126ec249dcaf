"""A sheet and the facts beside it: `tests/cases/sources/*.md`, the sheet as CSV."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.facts.casefile import Case, cases
from tests.facts.sources.making import told

CASES = cases("sources")


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_table_gives_figures_or_is_told(case: Case, tmp_path: Path) -> None:
    sheet, _, text = case.given.partition("\n---\n")
    (tmp_path / "月报.csv").write_text(sheet, encoding="utf-8")

    given = text if "数据来源" in text else f"数据来源: 月报.csv\n{text}"
    assert told(tmp_path, given) == case.expected
