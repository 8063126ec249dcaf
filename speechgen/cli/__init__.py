"""The command line: options, one call into operations, and printing."""

import gc

gc.disable()  # a command ends before garbage matters; collecting while importing is an eighth of it

from speechgen.cli.commands import main  # noqa: E402 - after the above

__all__ = ["main"]
