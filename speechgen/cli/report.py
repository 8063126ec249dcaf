"""How problems are printed."""

from __future__ import annotations

from collections.abc import Iterable

import click

from speechgen.problems import Problem

SEVERITIES = {"error": "错误", "warn": "警告", "advice": "提醒"}


def problems(found: Iterable[Problem]) -> None:
    """Print problems on the error stream, the grave ones first."""
    ranked = sorted(found, key=lambda problem: list(SEVERITIES).index(problem.severity))
    for problem in ranked:
        click.echo(f"{SEVERITIES[problem.severity]} {problem}", err=True)
