"""Running a command in this process: what it says, and its exit status."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from speechgen.cli import main


class Ran(NamedTuple):
    """What a command left behind."""

    status: int
    out: str
    err: str


class Door:
    """Runs commands as a user would, without a new process each time."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def __call__(self, *arguments: object) -> Ran:
        """Run `speechgen` with `arguments`."""
        with pytest.raises(SystemExit) as stopped:
            main([str(argument) for argument in arguments])
        out, err = self.capsys.readouterr()
        code = stopped.value.code
        assert isinstance(code, int)
        assert "Traceback" not in err
        return Ran(code, out, err)
