"""The command line: options, one call into operations, and printing."""

from speechgen.cli.commands import main

__all__ = ["main"]
