"""Several papers of one meeting: figures, names, agenda and dates are the same in all."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from speechgen import operations
from speechgen.document import Block, Role, Run, Table, ordinals
from speechgen.drafting.draft import Draft
from speechgen.facts.read import read
from tests.conftest import Expect
from tests.drafting.papers import ROOT

SAMPLE = ROOT / "sample_inputs" / "生态环保会议四份文稿.yaml"
OUTLINES = ROOT / "tests" / "outlines"
KINDS = ["工作会议讲话", "主持词", "新闻通稿", "会议纪要"]


@cache
def papers() -> dict[str, Draft]:
    done = operations.check(SAMPLE)
    return {paper.draft.document.kind: paper.draft for paper in done.papers}


def texts() -> dict[str, str]:
    return {
        kind: "\n".join(block.text for block in paper.document.blocks)
        for kind, paper in papers().items()
    }


def test_the_facts_make_the_four_papers() -> None:
    assert list(papers()) == KINDS


def test_all_papers_go_into_a_folder(tmp_path: Path) -> None:
    operations.render(SAMPLE, tmp_path / "文稿")

    assert sorted(p.stem for p in (tmp_path / "文稿").glob("*.docx")) == sorted(KINDS)


@pytest.mark.parametrize("kind", KINDS[1:])
def test_the_outline_is_as_expected(kind: str, expect: Expect) -> None:
    blocks = papers()[kind].document.blocks
    lines = [
        f"{block.role.value}\t{ordinal}{''.join(map(_shown, block.runs))}"
        for block, ordinal in zip(blocks, ordinals(blocks), strict=True)
        if isinstance(block, Block)
    ]

    expect(OUTLINES / f"{SAMPLE.stem}_{kind}.txt", "\n".join(lines) + "\n")


def _shown(run: Run) -> str:
    return f"⟦{run.text}⟧" if run.expression else run.text


def test_every_expression_prints_alike_in_all_papers() -> None:
    printed: dict[str, set[str]] = {}
    for paper in papers().values():
        for block in paper.document.blocks:
            runs = (
                [r for row in block.rows for c in row for r in c]
                if isinstance(block, Table)
                else block.runs
            )
            for run in runs:
                if run.expression:
                    printed.setdefault(run.expression, set()).add(run.text)
        for inner, entry in paper.ledger.items():
            printed.setdefault(inner, set()).add(entry.printed)

    assert len(printed) >= 10
    assert not {inner: said for inner, said in printed.items() if len(said) > 1}


def test_the_meeting_its_day_and_its_people_are_the_same_in_all() -> None:
    said = texts()
    meeting = "2025年临溪县生态环境保护工作会议"

    assert all(meeting in text for text in said.values())
    assert all("10月28日" in text for text in said.values())
    assert all("县委书记" in text for text in said.values())
    assert not re.search("10月2[0-79]日", "".join(said.values()))


def test_the_agenda_has_the_same_order_in_all() -> None:
    items = ["县生态环境局局长", "白塔镇、县住房和城乡建设局负责同志"]
    for kind, text in texts().items():
        places = [text.index(item) for item in items]
        assert places == sorted(places), kind
        assert re.search("通报了?前三季度生态环境保护情况", text), kind
        assert re.search("作了?交流发言", text), kind


def test_what_the_facts_say_is_printed_by_one_paper_at_least() -> None:
    problems = operations.check(SAMPLE).problems

    assert [p for p in problems if p.code == "not-printed"] == []


def test_what_no_paper_prints_is_told_once() -> None:
    facts = read(SAMPLE)._replace(kinds=("主持词", "会议纪要"))
    assert "祝愿" not in facts.root
    told = operations.problems_of(facts, [papers()["主持词"], papers()["会议纪要"]])

    assert [p.message for p in told if p.code == "not-printed"] == [
        "“电头”里的“本报讯”没有印进稿子"
    ]


def test_of_one_paper_by_itself_it_is_not_said_what_the_others_print(tmp_path: Path) -> None:
    done = operations.render(SAMPLE, tmp_path / "主持词.txt", kind="主持词")

    assert "not-printed" not in [problem.code for problem in done.problems]


def test_only_the_release_lacks_the_figure_that_is_awaited() -> None:
    waiting = {kind for kind, paper in papers().items() if paper.missing}

    assert waiting == {"工作会议讲话", "会议纪要"}
    assert "X" not in texts()["新闻通稿"]
    assert Role.SALUTATION not in {
        b.role for b in papers()["新闻通稿"].document.blocks if isinstance(b, Block)
    }
