"""The commands. Each is its options, one call into operations, and printing."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from speechgen import __version__
from speechgen.cli import report
from speechgen.cli.chinese import Group, run
from speechgen.cli.options import FACTS, FORCE, KIND, PATH, STYLE, TEMPLATES
from speechgen.cli.report import DONE

ALIASES = {
    "文种": "kinds",
    "新建": "new",
    "生成": "render",
    "核对": "check",
    "数据": "figures",
    "对比": "diff",
    "学样": "style",
}
LATER = {
    "figures": "speechgen.cli.figures",
    "diff": "speechgen.cli.diff",
    "style": "speechgen.cli.style",
}


@click.group(
    cls=Group,
    aliases=ALIASES,
    later=LATER,
    help="""把会议的素材变成排好版的讲话稿、汇报材料。

\b
先建一个素材文件，填好，再生成：
  speechgen new 工作会议讲话 -o 素材.yaml
  speechgen render 素材.yaml -o 讲话稿.docx
""",
    no_args_is_help=False,
    invoke_without_command=True,
)
@click.option("--version", is_flag=True, help="看版本号")
@click.pass_context
def speechgen(ctx: click.Context, *, version: bool) -> None:
    """Print the version, or the help where no command is given."""
    if version:
        click.echo(f"speechgen {__version__}")
    elif ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


@speechgen.command(
    help="""列出能写的文种，以及每种要有什么素材。

\b
例：speechgen kinds
"""
)
@TEMPLATES
def kinds(templates: Path | None) -> int:
    """List the kinds, one a line."""
    from speechgen import operations  # noqa: PLC0415 - help must not wait for the rooms

    for kind in operations.kinds(templates):
        needs = "、".join(need.replace("|", "或") for need in kind.needs)
        click.echo(f"{kind.name}（{kind.english}）：{kind.about}；要有：{needs}")
    return DONE


@speechgen.command(
    help="""新建一个素材文件，带说明，照着填就行；旁边附上供编辑器用的填写提示。

\b
例：speechgen new 工作会议讲话 -o 素材.yaml
"""
)
@click.argument("kind", metavar="文种")
@click.option(
    "-o",
    "--output",
    "out",
    metavar="文件",
    type=PATH,
    default=Path("素材.yaml"),
    help="写到哪里，默认 素材.yaml",
)
@FORCE
@TEMPLATES
def new(kind: str, out: Path, *, force: bool, templates: Path | None) -> int:
    """Write a starter facts file."""
    from speechgen import operations  # noqa: PLC0415 - see kinds

    path = operations.new(kind, out, force=force, templates=templates)
    click.echo(f"已新建：{path}（{kind}）")
    own = f" --templates {templates}" if templates else ""
    click.echo(f"填好以后运行：speechgen render {path}{own}")
    return DONE


@speechgen.command(
    help="""用素材生成文稿：.docx 是排好版的 Word，.txt 是纯文字。

缺的数印成 X、缺的名称印成 ××，最后列出该找谁要。

\b
例：speechgen render 素材.yaml -o 讲话稿.docx
"""
)
@FACTS
@click.option(
    "-o",
    "--output",
    "out",
    metavar="文件",
    type=PATH,
    default=None,
    help="写到哪里，默认和素材同名的 .docx；几个文种时是文件夹",
)
@KIND
@click.option("--strict", is_flag=True, help="还缺数、缺名或有数对不上时不生成")
@click.option("--force", is_flag=True, help="改过的旧稿也覆盖，原文件留作 .bak")
@STYLE
@TEMPLATES
def render(  # noqa: PLR0913 - the options of the command
    facts: Path,
    out: Path | None,
    kind: str,
    *,
    strict: bool,
    force: bool,
    style: Path | None,
    templates: Path | None,
) -> int:
    """Write the drafts."""
    from speechgen import operations  # noqa: PLC0415 - see kinds

    done = operations.render(
        facts,
        out,
        kind=kind,
        strict=strict,
        force=force,
        templates=templates,
        style=style,
        progress=_progress,
    )
    for paper in done.papers:
        document = paper.draft.document
        size = sum(len(block.text) for block in document.blocks)
        click.echo(f"已生成：{paper.path}（{document.kind}，约{size}字）")
        if paper.beside is not None:
            click.echo(f"已生成：{paper.beside}（大字的，供念稿用）")
    return _closing(done)


@speechgen.command(
    help="""核对素材：哪里写得不对，哪些数对不上，还缺什么。不生成文稿。

\b
例：speechgen check 素材.yaml
"""
)
@FACTS
@STYLE
@TEMPLATES
def check(facts: Path, style: Path | None, templates: Path | None) -> int:
    """Check a facts file."""
    from speechgen import operations  # noqa: PLC0415 - see kinds

    done = operations.check(facts, templates=templates, style=style)
    status = _closing(done)
    if status == DONE:
        click.echo(f"{facts}：没有发现错误")
    return status


@speechgen.command(
    help="""打印素材文件的填写规则（JSON Schema），供编辑器补全和提示用。

\b
例：speechgen schema > 素材.schema.json
"""
)
def schema() -> int:
    """Print the JSON Schema of a facts file."""
    from speechgen import operations  # noqa: PLC0415 - see kinds

    sys.stdout.buffer.write(operations.schema().encode())  # UTF-8, whatever the console speaks
    return DONE


def main(arguments: list[str] | None = None) -> None:
    """Run speechgen; problems of the user's are printed, exit status 2."""
    run(speechgen, arguments)


def _progress(text: str) -> None:
    click.echo(text, err=True)


def _closing(done: Any) -> int:  # noqa: ANN401 - operations is imported by the command
    """Print what is missing and what is wrong; return the exit status."""
    for line in done.missing:
        click.echo(line)
    return report.closing(done.problems)
