"""click in Chinese: help pages, usage mistakes and aliases; nothing of it is a command's own."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import Any, NoReturn

import click

from speechgen.cli import report
from speechgen.cli.report import DONE
from speechgen.problems import SpeechgenError, nearest

NOTHING_WRITTEN = 2


class Formatter(click.HelpFormatter):
    """A help page whose headings end in a Chinese colon."""

    def write_heading(self, heading: str) -> None:
        """Write 命令：."""
        self.write(f"{'':>{self.current_indent}}{heading}：\n")


click.Context.formatter_class = Formatter


class Chinese(click.Command):
    """What a command and the group share: a help option and a usage line in Chinese."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return --help with a Chinese explanation."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "看怎么用"
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that begins with 用法."""
        typed = " ".join(self.collect_usage_pieces(ctx)).split(" ")
        pieces = [_CHINESE.get(piece, piece) for piece in typed]
        formatter.write_usage(ctx.command_path, " ".join(pieces), "用法：")


class Command(Chinese):
    """A command whose help page is Chinese."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options under 选项."""
        _options(self, ctx, formatter)


class Group(Chinese, click.Group):
    """The group: Chinese help, Chinese names for every command."""

    command_class = Command
    aliases: dict[str, str]
    later: dict[str, str]
    """Commands that a render does not pay for: name → module."""

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - click's own
        aliases: dict[str, str] | None = None,
        later: dict[str, str] | None = None,
        **kwargs: Any,  # noqa: ANN401 - click's own
    ) -> None:
        super().__init__(*args, **kwargs)
        self.aliases = aliases or {}
        self.later = later or {}

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its English or its Chinese name."""
        name = self.aliases.get(cmd_name, cmd_name)
        if name in self.later:
            self.add_command(getattr(import_module(self.later[name]), name))
        return super().get_command(ctx, name)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in the order of help; all are there then."""
        for name in self.later:
            self.get_command(ctx, name)
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command; a name that is none is said in Chinese, with the nearest."""
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            near = nearest(args[0], [*self.list_commands(ctx), *self.aliases])
            hint = f"，是不是“{near}”？" if near else "，可用的命令见 speechgen --help"
            message = f"没有“{args[0]}”这个命令{hint}"
            raise click.UsageError(message, ctx)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, each with its Chinese name, then the options."""
        chinese = {english: name for name, english in self.aliases.items()}
        rows = []
        for name in self.list_commands(ctx):
            command = self.commands[name]
            label = f"{name}（{chinese[name]}）" if name in chinese else name
            rows.append((label, command.get_short_help_str(60)))
        with formatter.section("命令"):
            formatter.write_dl(rows)
        _options(self, ctx, formatter)


_CHINESE = {"[OPTIONS]": "[选项]", "[COMMAND]": "命令", "COMMAND": "命令", "[ARGS]...": "[参数]"}


def _options(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    options = [p for p in command.get_params(ctx) if isinstance(p, click.Option)]
    rows = [record for option in options if (record := option.get_help_record(ctx))]
    if rows:
        with formatter.section("选项"):
            formatter.write_dl(rows)


def run(group: Group, arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line; every mistake of use is one Chinese line and exit status 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = group.main(arguments, prog_name="speechgen", standalone_mode=False)
    except SpeechgenError as error:
        report.problems(error.problems)
        status = NOTHING_WRITTEN
    except click.UsageError as error:
        click.echo(f"speechgen: {_said(error)}", err=True)
        if error.ctx is not None:
            click.echo(f"怎么用：{error.ctx.command_path} --help", err=True)
        status = NOTHING_WRITTEN
    except OSError as error:  # the console or the file behind it takes no more
        with suppress(OSError):
            click.echo(f"speechgen: 写不出去（系统错误 {error.errno}）", err=True)
        status = NOTHING_WRITTEN
    except click.Abort:
        click.echo("已中止", err=True)
        status = NOTHING_WRITTEN
    sys.exit(status if isinstance(status, int) else DONE)


def _said(error: click.UsageError) -> str:
    """Return what is wrong in Chinese, by the kind of the mistake."""
    if isinstance(error, click.NoSuchOption):
        near = "、".join(error.possibilities or ())
        return f"没有“{error.option_name}”这个选项" + (f"，是不是 {near}？" if near else "")
    if isinstance(error, click.MissingParameter):
        return f"缺少{_label(error.param)}"
    if isinstance(error, click.BadOptionUsage):
        return f"选项“{error.option_name}”后面少了内容，或多了内容"
    if isinstance(error, click.BadParameter):
        return f"{_label(error.param)}不对"
    if type(error) is click.UsageError and _is_chinese(error.message):
        return error.message
    return "命令写得不对，可能多写了一项"


def _label(param: click.Parameter | None) -> str:
    if param is None:
        return "参数"
    names = {
        "facts": "素材文件（如 素材.yaml）",
        "old": "旧的素材文件（如 旧.yaml）",
        "new": "新的素材文件（如 新.yaml）",
        "kind": "文种（如 工作会议讲话）",
        "paper": "范文（如 范文.docx）",
        "form": "格式（text 或 json）",
    }
    return names.get(param.name or "", " ".join(param.opts))


def _is_chinese(text: str) -> bool:
    """Return whether a message is ours: click's begin in English, whatever they quote."""
    return "\u4e00" <= text[:1] <= "\u9fff"
