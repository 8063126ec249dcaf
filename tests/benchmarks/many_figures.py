"""300 figures and 20 tables: read, derived and reconciled, in milliseconds.

`python -m tests.benchmarks.many_figures` reads in one warm process, every time another text, so
that nothing kept helps.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from statistics import median
from time import perf_counter

from speechgen.facts import recall
from speechgen.facts.file import blocks
from speechgen.facts.read import read_text

FIGURES, TABLES, ROWS = 300, 20, 12
HEAD = "文种: 工作会议讲话\n主题: 信访工作\n会议: {名称: 全县信访工作会议, 日期: 2025-08-12}\n"


def figures(turn: int) -> Iterator[str]:
    """Yield `FIGURES` entries: totals of three parts, a rate and a difference derived of them."""
    yield "数据:"
    for group in range(FIGURES // 6):
        parts = [100 + 7 * group + turn, 200 + 3 * group, 50 + group]
        names = [f"第{group}组{part}" for part in ("来信", "来访", "网信")]
        for name, value in zip(names, parts, strict=True):
            yield f"  {name}: {{值: {value}, 单位: 件, 时段: 1至7月, 上年同期: {value + 9}}}"
        total = f"第{group}组总数"
        yield f"  {total}: {{值: {sum(parts)}, 单位: 件, 分项: [{', '.join(names)}], 向好: 下降}}"
        yield f"  第{group}组来访比重: = {names[1]} / {total}"
        yield f"  第{group}组其余: = {total} - {names[1]}"


def tables(turn: int) -> Iterator[str]:
    """Yield `TABLES` tables of `ROWS` rows: three columns typed, one computed, totals stated."""
    yield "表格:"
    for number in range(TABLES):
        yield f"- 名称: 第{number}表"
        yield "  列: {乡镇: 文字, 来访: 件, 化解: 件, 化解率: = 化解 / 来访}"
        yield "  行:"
        rows = [(40 + 3 * row + turn, 30 + 2 * row) for row in range(ROWS)]
        yield from [f"  - [第{at}镇, {a}, {b}]" for at, (a, b) in enumerate(rows)]
        yield f"  合计: {{来访: {sum(a for a, _ in rows)}, 化解: {sum(b for _, b in rows)}}}"


def sentences() -> Iterator[str]:
    """Yield a point for each group of figures and each table."""
    yield "成绩:"
    for group in range(FIGURES // 6):
        yield (
            f"- 第{group}组共【第{group}组总数】，【第{group}组总数.同比】，其中来访"
            f"【第{group}组来访】，占比【第{group}组来访比重】"
        )
    for number in range(TABLES):
        yield f"- 第{number}项来访【第{number}表.来访】，第1镇【第{number}表[第1镇].来访】"


def milliseconds(turn: int) -> float:
    """Return how long one reading takes, of a text never read before."""
    parts = [*figures(turn), *tables(turn), *sentences()]
    text = HEAD + "\n".join(parts)
    blocks._pair.cache_clear()  # noqa: SLF001 - nothing kept may help
    recall._KEPT.clear()  # noqa: SLF001 - as above
    start = perf_counter()
    facts = read_text(text, "素材.yaml")
    spent = (perf_counter() - start) * 1000
    errors = [problem for problem in facts.problems if problem.severity != "advice"]
    assert not errors, errors[0]
    return spent


def main() -> None:
    """Print the median and the fastest of 15 readings."""
    gc.disable()
    spent = [milliseconds(turn) for turn in range(16)][1:]
    sys.stdout.write(
        f"{FIGURES} figures, {TABLES} tables of {ROWS} rows: "
        f"median {median(spent):.1f} ms, fastest {min(spent):.1f} ms\n"
    )


if __name__ == "__main__":
    main()
