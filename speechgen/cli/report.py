"""How problems and lists are printed."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping

import click

from speechgen.problems import Problem, worst

DONE, TO_DECIDE = 0, 1
SEVERITIES = {"error": "错误", "warn": "警告", "advice": "提醒"}


def problems(found: Iterable[Problem]) -> None:
    """Print problems on the error stream, the grave ones first."""
    ranked = sorted(found, key=lambda problem: list(SEVERITIES).index(problem.severity))
    for problem in ranked:
        click.echo(f"{SEVERITIES[problem.severity]} {problem}", err=True)


def closing(found: Iterable[Problem]) -> int:
    """Print what is wrong; return the exit status: 1 where a person must decide."""
    listed = tuple(found)
    problems(listed)
    return TO_DECIDE if worst(listed) == "error" else DONE


def records(found: Iterable[Mapping[str, object]]) -> None:
    """Print one JSON object a line, in UTF-8 whatever the console speaks."""
    import json  # noqa: PLC0415 - for programs only

    for record in found:
        line = json.dumps(record, ensure_ascii=False)
        sys.stdout.buffer.write(f"{line}\n".encode())
