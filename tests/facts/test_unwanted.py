"""Words an office does not use, where its own facts use them (docs/facts.md, 用词)."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest

from speechgen.facts.read import read
from speechgen.facts.unwanted import unwanted
from speechgen.house import House
from speechgen.problems import FactsPlace

HOUSE = House(avoid=("广大",))


def said(folder: Path, text: str) -> list[tuple[int, int]]:
    """Return the line and column of each advice on the facts file `text`."""
    path = folder / "素材.yaml"
    path.write_text(f"文种: 工作会议讲话\n{text}", "utf-8")
    places = [one.place for one in unwanted(read(path), HOUSE)]
    return [(at.line, at.column) for at in places if isinstance(at, FactsPlace)]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        pytest.param("成绩:\n  - 广大干部努力\n", [(3, 5)], id="in a line"),
        pytest.param("成绩:\n  - {要点: 广大干部}\n", [(3, 10)], id="behind a key"),
        pytest.param("主题: 广大\n", [], id="in what is not printed"),
        pytest.param("成绩:\n  - 干部努力  # 广大\n", [], id="in a comment"),
        pytest.param(
            "数据: {广大: {值: 1, 单位: 件}}\n成绩:\n  - 有【广大】\n", [], id="in an expression"
        ),
    ],
)
def test_a_word_is_found_where_it_is_printed(
    tmp_path: Path, text: str, at: list[tuple[int, int]]
) -> None:
    assert said(tmp_path, text) == at


@pytest.mark.parametrize("run", [" ", "【", "# ", "甲"])
def test_a_line_of_100_000_characters_is_looked_through_at_once(tmp_path: Path, run: str) -> None:
    line = (run * 100_000)[:100_000]
    start = perf_counter()

    said(tmp_path, f"成绩: [甲]  # {line}\n{'' if run.strip() else line}\n")

    assert perf_counter() - start < 2
