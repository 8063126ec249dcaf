"""The command that lists all figures, or what is missing."""

from __future__ import annotations

from pathlib import Path

import click

from speechgen.cli import report
from speechgen.cli.chinese import Command
from speechgen.cli.options import FACTS, FORMAT, KIND, PATH, TEMPLATES


@click.command(
    cls=Command,
    help="""列出素材里所有的数：印成什么、怎么来的、出自哪里、用在稿子的哪一段。

加 --missing 只列还缺的，按由谁提供分开；写成待核清单发出去，填好以后可以读回来。

\b
例：speechgen figures 素材.yaml
例：speechgen figures 素材.yaml --missing -o 待核清单.xlsx
""",
)
@FACTS
@click.option(
    "-o",
    "--output",
    "out",
    metavar="文件",
    type=PATH,
    default=None,
    help="写成 .xlsx、.csv 或 .txt；不写就印在屏幕上",
)
@click.option("--missing", is_flag=True, help="只列还缺的数和名称，按由谁提供分开")
@click.option("--all", "every", is_flag=True, help="表格的每一格都列出来")
@KIND
@FORMAT
@click.option("--force", is_flag=True, help="已有同名文件也写，原文件留作 .bak")
@TEMPLATES
def figures(  # noqa: PLR0913 - the options of the command
    facts: Path,
    out: Path | None,
    kind: str,
    form: str,
    templates: Path | None,
    *,
    missing: bool,
    every: bool,
    force: bool,
) -> int:
    """List the figures."""
    from speechgen.operations import figures as operation  # noqa: PLC0415 - not for help

    found = operation.figures(
        facts, out, kind=kind, missing=missing, every=every, force=force, templates=templates
    )
    if found.path is not None:
        click.echo(f"已写入：{found.path}（{len(found.rows) - 1}行）")
    elif form == "json":
        header, *rows = found.rows
        report.records(dict(zip(header, row, strict=True)) for row in rows)
    else:
        click.echo("\n".join(found.lines))
    return report.closing(found.problems)
