"""The door, as a fixture."""

from __future__ import annotations

import pytest

from tests.cli.running import Door


@pytest.fixture
def speechgen(capsys: pytest.CaptureFixture[str]) -> Door:
    """Run commands in this process."""
    return Door(capsys)
