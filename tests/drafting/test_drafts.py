"""The samples and exemplars as whole papers: what the issue promises of every draft."""

from __future__ import annotations

import re
from collections import deque
from pathlib import Path

import pytest

from speechgen.document import Block, Role, Run, Table, ordinals
from speechgen.drafting import keeping
from speechgen.drafting.draft import Draft
from tests.conftest import Expect
from tests.drafting.papers import EXEMPLARS, SAMPLES, by_key, drafted, drafted_file, paragraphs

FILES = [*SAMPLES, *EXEMPLARS]
SENTENCE = re.compile(r"[^。！？]+[。！？]”?")
OUTLINES = Path(__file__).parents[1] / "outlines"
E_SAMPLE = next(path for path in SAMPLES if path.stem == "重点领域信访推进会讲话")
B_SAMPLE = next(path for path in SAMPLES if path.stem == "信访工作会议讲话")

every_paper = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def body(paper: Draft) -> list[Block]:
    return [b for b in paper.document.blocks if isinstance(b, Block) and b.role is Role.BODY]


def sentences(paper: Draft) -> list[str]:
    return [sentence for block in body(paper) for sentence in SENTENCE.findall(block.text)]


def stock(paper: Draft) -> list[str]:
    """Sentences without a figure, which no two places of a paper may share."""
    return sentences(paper)


@every_paper
def test_the_outline_is_as_expected(path: Path, expect: Expect) -> None:
    blocks = drafted_file(path).document.blocks
    lines = [
        _table_shown(block)
        if isinstance(block, Table)
        else f"{block.role.value}\t{ordinal}{''.join(map(_shown, block.runs))}"
        for block, ordinal in zip(blocks, ordinals(blocks), strict=True)
    ]

    expect(OUTLINES / f"{path.stem}.txt", "\n".join(lines) + "\n")


def _table_shown(table: Table) -> str:
    cells = [["".join(map(_shown, cell)) for cell in row] for row in table.rows]
    return "\n".join(["表\t" + "\t".join(row) for row in (table.columns, *cells)])


def _shown(run: Run) -> str:
    return f"⟦{run.text}⟧" if run.expression else run.text


@pytest.mark.parametrize("letter", ["甲", "乙"])
def test_every_sentence_of_fact_in_an_exemplar_comes_out_of_its_facts(letter: str) -> None:
    path = next(path for path in EXEMPLARS if path.stem.startswith(letter))
    text = "\n".join(paragraphs(drafted_file(path)))
    facts = path.with_name(f"{letter}_事实句.txt").read_text("utf-8").splitlines()

    assert [fact for fact in facts if fact.removeprefix("一、") not in text] == HEADS[letter]


HEADS = {"甲": [], "乙": ["二、直面矛盾，勇于接访", "三、讲究方法，善于接访"]}


@every_paper
def test_no_sentence_is_over_120_characters(path: Path) -> None:
    assert [s for s in sentences(drafted_file(path)) if len(s) > 120] == []


@every_paper
def test_no_sentence_stands_twice(path: Path) -> None:
    said = sentences(drafted_file(path))

    assert sorted(s for s in set(said) if said.count(s) > 1) == []


@every_paper
def test_nothing_of_the_machine_is_left_in_the_text(path: Path) -> None:
    text = re.sub(r"〔\d{4}〕", "", "\n".join(paragraphs(drafted_file(path))))

    assert not re.search(
        r"[{}\[\]〔〕【】\ufdd0-\ufdef]|None|nan|。。|，。|，，|；。|要要|：。", text
    )


@every_paper
def test_block_keys_are_unique_and_never_an_index(path: Path) -> None:
    keys = [block.key for block in drafted_file(path).document.blocks]

    assert len(keys) == len(set(keys))
    assert not [key for key in keys if "~" in key]


@every_paper
def test_the_same_facts_give_the_same_draft(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = path.read_text("utf-8")
    before = drafted(text)

    monkeypatch.setattr(keeping, "_MEMOS", deque(maxlen=0))
    monkeypatch.setattr(keeping, "cache_folder", lambda: None)

    assert drafted(text) == before


@every_paper
def test_another_seed_changes_the_wording_and_no_figure(path: Path) -> None:
    text = path.read_text("utf-8")
    one, other = drafted(f"{text}\n种子: 甲\n"), drafted(f"{text}\n种子: 丁\n")

    assert paragraphs(one) != paragraphs(other)
    assert sorted(one.ledger) == sorted(other.ledger)
    assert {k: e.printed for k, e in one.ledger.items()} == {
        k: e.printed for k, e in other.ledger.items()
    }


def test_another_value_changes_only_where_it_is_spoken() -> None:
    text = E_SAMPLE.read_text("utf-8")
    before, after = by_key(drafted(text)), by_key(drafted(text.replace("值: 71,", "值: 80,")))

    changed = {key for key in before if before[key] != after[key]}
    assert before.keys() == after.keys()
    assert [before[key].partition("件")[0] for key in changed] == ["1至9月，这方面的信访事项有71"]


@pytest.mark.parametrize("place", ["first", "last"])
def test_one_more_point_of_another_subject_changes_no_other_sentence(place: str) -> None:
    """One of the same subject may take the stock sentence another point had: none is said twice."""
    text = B_SAMPLE.read_text("utf-8")
    more = "  - {要点: 用好数字平台, 责任单位: 县数据局, 措施: [每天汇总一次办理进度]}\n"
    added = {
        "first": text.replace("\n任务:\n", f"\n任务:\n{more}"),
        "last": text.replace("\n要求:\n", f"\n{more}要求:\n".replace("\n\n", "\n")),
    }[place]
    before, after = by_key(drafted(text)), by_key(drafted(added))

    changed = {key for key in before if _unnumbered(before[key]) != _unnumbered(after[key])}
    assert len(after) == len(before) + 1
    assert changed == set()


def _unnumbered(text: str) -> str:
    """Return a paragraph without its ordinal and the count of tasks, which must follow."""
    return re.sub(r"^第?[一二三四五六]+[，、要是]|[两三四五六]件事|[两三四五六]个方面", "", text)


def test_e_is_a_whole_speech_that_mirrors_its_domains() -> None:
    paper = drafted_file(E_SAMPLE)
    blocks = paper.document.blocks
    domains = ["房地产", "劳动保障", "涉法涉诉", "教育医疗"]
    heads = [b.text for b in blocks if isinstance(b, Block) and b.role is Role.HEADING_2]

    assert sum(len(text) for text in paragraphs(paper)) >= 3000
    assert sum(block.role is Role.HEADING_1 for block in blocks if isinstance(block, Block)) == 3
    assert [head.partition("领域")[0] for head in heads] == domains * 2


def test_b_never_calls_its_share_more_than_it_is() -> None:
    text = "".join(paragraphs(drafted_file(B_SAMPLE)))

    assert "67.5%" in text
    assert not re.search(r"(?:接近|近|约|超过|逾|将近)7[0-9]%|七成|完成全年(?:目标|控制)", text)


@every_paper
@pytest.mark.parametrize("value", ["1", "7", "123456", "待核"])
def test_a_wording_that_was_kept_is_what_would_be_worded_anew(
    path: Path, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = path.read_text("utf-8")
    changed = re.sub(r"(?<=值: )\d+(?=[,\s}\n])", value, text)
    drafted(text)
    kept = drafted(changed)

    monkeypatch.setattr(keeping, "_MEMOS", deque(maxlen=0))
    monkeypatch.setattr(keeping, "cache_folder", lambda: None)

    assert kept.document.blocks == drafted(changed).document.blocks
