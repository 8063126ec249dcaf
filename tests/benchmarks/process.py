"""One whole process, measured from outside: seconds and peak memory."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

# A small process starts the measured one: a child that is forked from a large process counts
# that one's memory as its own.
_STARTER = """\
import os, sys, time
silent = [(os.POSIX_SPAWN_OPEN, n, os.devnull, os.O_WRONLY, 0) for n in (1, 2)]
start = time.perf_counter()
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=silent)
_, status, usage = os.wait4(child, 0)
seconds, busy = time.perf_counter() - start, usage.ru_utime + usage.ru_stime
print(seconds, busy, usage.ru_maxrss, os.waitstatus_to_exitcode(status))
"""


class Run(NamedTuple):
    """What one process took."""

    seconds: float
    busy: float
    """Seconds of processor time: steadier than the clock where other work goes on."""

    megabytes: float


def run(*command: str | Path, cache: Path) -> Run:
    """Run `command` to its end; its own cache folder is `cache`.

    Exit status 1 is a draft with something for a person to decide: it is a whole run too.
    """
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    starter = [sys.executable, "-I", "-S", "-c", _STARTER, *map(str, command)]
    done = subprocess.run(  # noqa: S603 - our own command
        starter, env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    seconds, busy, kilobytes, status = done.stdout.split()
    if int(status) not in {0, 1}:
        message = f"exit status {status}: {command}"
        raise RuntimeError(message)
    return Run(float(seconds), float(busy), int(kilobytes) / 1024)
