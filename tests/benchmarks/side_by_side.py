"""speechgen beside docxtpl, the same paper in one run: `make bench`.

Times on one machine say little; the ratio of two programs that take turns says more. Nothing
here passes or fails on time. The goals stand beside the figures (performance.md).
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path
from statistics import median
from typing import TypeVar

from speechgen import resources
from tests.benchmarks import ours, peer, process

DEFAULT = "重点领域信访推进会讲话.yaml"
BATCH, THEIR_BATCH = 60, 10  # documents of one side before the other takes its turn
_COUNT = re.compile(r"(?<=[值期标]: )\d+(?=[,\s}])")
_WORDS = re.compile(
    r"^ +(?:- )?(?:\w*[点意么因项]: )?[^\s:\[{-][^:\n]*[\u4e00-\u9fff]$", re.MULTILINE
)
Given = TypeVar("Given")


def main() -> None:
    """Measure and print one small table."""
    options = _options()
    facts = options.facts.read_text(encoding="utf-8")
    _say(f"{options.facts.name}：{options.runs} turns each\n")
    _say(f"{'':42}{'speechgen':>12}{'docxtpl':>12}{'ratio':>9}   goal")
    with tempfile.TemporaryDirectory() as folder:
        template, values = peer.template_of(ours.paper(ours.read(facts)))
        _cold(options, Path(folder), template, values)
        _warm(options.runs, facts, template, values)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("facts", nargs="?", type=Path, default=resources.samples() / DEFAULT)
    parser.add_argument("--runs", type=int, default=15, help="turns of each side")
    return parser.parse_args()


def _cold(
    options: argparse.Namespace, folder: Path, template: bytes, values: dict[str, str]
) -> None:
    """Whole processes in turn, the second run after installing."""
    our_draft, their_draft = folder / "我们的.docx", folder / "他们的.docx"
    script, data, model = folder / "script.py", folder / "data.yaml", folder / "template.docx"
    script.write_text(peer.WHOLE_PROCESS, encoding="utf-8")
    data.write_text("".join(f'{k}: "{v}"\n' for k, v in values.items()), encoding="utf-8")
    model.write_bytes(template)
    command = Path(sys.executable).with_name("speechgen")

    def render() -> process.Run:
        for file in folder.glob(f"{our_draft.name}*"):
            file.unlink()
        return process.run(command, "render", options.facts, "-o", our_draft, cache=folder)

    def fill() -> process.Run:
        return process.run(sys.executable, script, model, data, their_draft, cache=folder)

    def word() -> process.Run:
        """Render facts whose wording was never kept: another seed each time."""
        seeded = folder / "素材.yaml"
        words = options.facts.read_text(encoding="utf-8")
        seeded.write_text(f"{words}\n种子: 第{next(seeds)}个\n", encoding="utf-8")
        return process.run(command, "render", seeded, "-o", folder / "新.docx", cache=folder)

    seeds = count()
    render(), fill(), word()
    pairs = [(render(), fill()) for _ in range(options.runs)]
    worded = median(word().seconds for _ in range(options.runs))
    _same_text(our_draft.read_bytes(), their_draft.read_bytes())
    a, b = (median(run.seconds for run in side) for side in zip(*pairs, strict=True))
    _row("cold, whole process, ms", a * 1000, b * 1000, "≤ 0.75")
    _row("cold, its wording new, ms", worded * 1000, b * 1000, "")
    a, b = (median(run.busy for run in side) for side in zip(*pairs, strict=True))
    _row("cold, processor time, ms", a * 1000, b * 1000, "")
    a, b = (max(run.megabytes for run in side) for side in zip(*pairs, strict=True))
    _row("peak RSS, MB", a, b, "≤ 32 MB")


def _warm(turns: int, facts: str, template: bytes, values: dict[str, str]) -> None:
    """Documents a second in this process, on one core, everything loaded.

    No document comes twice: what we keep from one to the next is what two papers have in common.
    """
    texts = _variants(facts)
    memory = (ours.read(next(texts)) for _ in count())
    others = (_reworded(next(texts), number) for number in count())
    theirs = peer.Peer(template)
    rates: list[list[float]] = [[], [], [], []]
    for turn in range(turns + 1):
        ahead = [next(memory) for _ in range(BATCH)]
        typed = [next(texts) for _ in range(BATCH)]
        reworded = [next(others) for _ in range(BATCH)]
        found = (
            _rate(ours.paper, ahead),
            _rate(ours.paper_of_text, typed),
            _rate(ours.paper_of_text, reworded),
            _rate(theirs.paper, [values] * THEIR_BATCH),
        )
        if turn:  # the first one warms up
            for side, rate in zip(rates, found, strict=True):
                side.append(rate)
    in_memory, own_yaml, own_words, other = map(median, rates)
    _row("warm, data in memory, documents/s", in_memory, other, "≥ 10")
    _row("warm, each from its own YAML", own_yaml, other, "≥ 8")
    _row("warm, each line of each YAML another", own_words, other, "")


def _variants(facts: str) -> Iterator[str]:
    """Yield texts of the same facts file, every count in it another, its sums still right."""
    if not _COUNT.search(facts):
        message = "the facts file has no count to vary"
        raise ValueError(message)
    for factor in count(2):
        yield _multiplied(facts, factor)


def _multiplied(facts: str, factor: int) -> str:
    return _COUNT.sub(lambda match: str(int(match[0]) * factor), facts)


def _reworded(facts: str, number: int) -> str:
    """Return facts in which every line of words is one that no other file has."""
    return _WORDS.sub(rf"\g<0>之{number}", facts)


def _rate(work: Callable[[Given], object], given: Sequence[Given]) -> float:
    """Return how many of `given` are done a second."""
    start = time.perf_counter()
    for one in given:
        work(one)
    return len(given) / (time.perf_counter() - start)


def _same_text(draft: bytes, other: bytes) -> None:
    """Refuse to compare two different papers."""
    if peer.text_of(draft) != peer.text_of(other):
        message = "the two papers do not say the same"
        raise RuntimeError(message)


def _row(name: str, own: float, other: float, goal: str) -> None:
    _say(f"{name:42}{own:12.1f}{other:12.1f}{own / other:9.2f}   {goal}")


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - a script for a developer's terminal


if __name__ == "__main__":
    main()
