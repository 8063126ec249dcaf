"""The command that learns the look of papers from one that the office likes."""

from __future__ import annotations

from pathlib import Path

import click

from speechgen.cli.chinese import Command
from speechgen.cli.options import FORCE, PATH
from speechgen.cli.report import DONE


@click.command(
    cls=Command,
    help="""学样：读一份本单位满意的 Word 文稿，把它的版式写成文件，以后生成时引用。

\b
例：speechgen style 范文.docx -o 本单位.yaml
例：speechgen render 素材.yaml --style 本单位.yaml
""",
)
@click.argument("paper", metavar="范文.docx", type=PATH)
@click.option(
    "-o",
    "--output",
    "out",
    metavar="文件",
    type=PATH,
    default=Path("本单位.yaml"),
    help="写到哪里，默认 本单位.yaml",
)
@FORCE
def style(paper: Path, out: Path, *, force: bool) -> int:
    """Write the style of a paper."""
    from speechgen.operations import sampling as operation  # noqa: PLC0415 - not for help

    done = operation.sample(paper, out, force=force)
    click.echo(f"已写入：{done.path}，读到{len(done.found)}项：")
    for line in done.found:
        click.echo(f"  {line}")
    if done.notes:
        click.echo("没有找到、没有照搬的：")
    for note in done.notes:
        click.echo(f"  {note}")
    click.echo(f"用法：speechgen render 素材.yaml --style {done.path}")
    return DONE
