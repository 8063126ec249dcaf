"""The command that sets two facts files side by side."""

from __future__ import annotations

from pathlib import Path

import click

from speechgen.cli import report
from speechgen.cli.chinese import Command
from speechgen.cli.options import FORMAT, PATH, TEMPLATES


@click.command(
    cls=Command,
    help="""对比两份素材：哪些数变了、跟着变了什么、稿子的哪些段落要变。

\b
例：speechgen diff 旧.yaml 新.yaml
""",
)
@click.argument("old", metavar="旧.yaml", type=PATH)
@click.argument("new", metavar="新.yaml", type=PATH)
@FORMAT
@TEMPLATES
def diff(old: Path, new: Path, form: str, templates: Path | None) -> int:
    """Compare two facts files."""
    from speechgen.operations import diff as operation  # noqa: PLC0415 - not for help

    found = operation.diff(old, new, templates=templates)
    if form == "json":
        report.records(found.records)
    else:
        click.echo("\n".join(found.lines))
    return report.closing(found.problems)
