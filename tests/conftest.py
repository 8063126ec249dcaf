"""What every test may use: expected files that one command rewrites; in CI nothing is skipped."""

from __future__ import annotations

import difflib
import os
import tempfile
from collections.abc import Callable, Generator
from pathlib import Path

import pytest

IN_CI = os.environ.get("CI", "") not in {"", "0", "false"}

USER_CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
"""Where fonts and validators lie (.ci/fonts.sh)."""

os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="speechgen-cache-")
"""Tests keep what they keep in a cache of their own, not in the user's."""

Expect = Callable[[Path, str], None]
"""Compares a text with an expected file; `make accept` rewrites the file instead."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite the expected files")


def pytest_configure(config: pytest.Config) -> None:
    if IN_CI and config.getoption("--accept"):
        message = "--accept rewrites what CI compares with"
        raise pytest.UsageError(message)


@pytest.fixture
def expect(request: pytest.FixtureRequest) -> Expect:
    """Compare `text` with the file at `path`, or write it there under --accept."""
    if request.config.getoption("--accept"):
        return _rewrite
    return _compare


def _rewrite(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _compare(path: Path, text: str) -> None:
    expected = path.read_text(encoding="utf-8") if path.is_file() else ""
    if text == expected:
        return
    changes = difflib.unified_diff(
        expected.splitlines(), text.splitlines(), str(path), "now", lineterm="", n=1
    )
    pytest.fail("\n".join([*changes, "`make accept` takes what stands now"]), pytrace=False)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        _fail(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if IN_CI and report.skipped:
        _fail(report)
    return report


def _fail(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Turn a skip into a failure: a check that did not run has not passed."""
    report.outcome = "failed"
    report.longrepr = f"nothing may be skipped in CI: {report.longrepr}"
