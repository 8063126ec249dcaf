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
from collections.abc import Callable, Iterator
from itertools import count, cycle
from pathlib import Path
from statistics import median

from speechgen import resources
from tests.benchmarks import ours, peer, process

DEFAULT = "重点领域信访推进会讲话.yaml"
TURN = 0.4  # seconds of one side before the other takes its turn
READ_AHEAD = 40
_COUNT = re.compile(r"(?<=值: )\d+(?=[,\s}])")


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

    render(), fill()
    pairs = [(render(), fill()) for _ in range(options.runs)]
    _same_text(our_draft.read_bytes(), their_draft.read_bytes())
    a, b = (median(run.seconds for run in side) for side in zip(*pairs, strict=True))
    _row("cold, whole process, ms", a * 1000, b * 1000, "≤ 0.75")
    a, b = (median(run.busy for run in side) for side in zip(*pairs, strict=True))
    _row("cold, processor time, ms", a * 1000, b * 1000, "")
    a, b = (max(run.megabytes for run in side) for side in zip(*pairs, strict=True))
    _row("peak RSS, MB", a, b, "≤ 32 MB")


def _warm(turns: int, facts: str, template: bytes, values: dict[str, str]) -> None:
    """Documents a second in this process, on one core, everything loaded."""
    texts = _variants(facts)
    read = cycle([ours.read(next(texts)) for _ in range(READ_AHEAD)])
    theirs = peer.Peer(template)

    def from_memory() -> None:
        ours.paper(next(read))

    def from_yaml() -> None:
        ours.paper(ours.read(next(texts)))

    def their_paper() -> None:
        theirs.paper(values)

    works = (from_memory, from_yaml, their_paper)
    for work in works:
        _rate(work)
    rounds = [[_rate(work) for work in works] for _ in range(turns)]
    memory, yaml, other = (median(side) for side in zip(*rounds, strict=True))
    _row("warm, data in memory, documents/s", memory, other, "≥ 10")
    _row("warm, each from its own YAML, documents/s", yaml, other, "≥ 8")


def _variants(facts: str) -> Iterator[str]:
    """Yield texts of the same facts file, each with another value in its first figure."""
    first = _COUNT.search(facts)
    if first is None:
        message = "the facts file has no count to vary"
        raise ValueError(message)
    start, end = first.span()
    for more in count():
        yield f"{facts[:start]}{int(first[0]) + more}{facts[end:]}"


def _rate(work: Callable[[], None]) -> float:
    """Return how often a second `work` is done, over one turn."""
    done, start = 0, time.perf_counter()
    while (now := time.perf_counter()) - start < TURN:
        work()
        done += 1
    return done / (now - start)


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
