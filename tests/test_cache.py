"""The user's own cache directory, and nobody else's."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from speechgen.cache import cache_folder, store


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    return tmp_path


def test_the_folder_is_made_for_the_user_alone(home: Path) -> None:
    folder = cache_folder()

    assert folder == home / "speechgen"
    assert os.name == "nt" or folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(os.name == "nt", reason="permissions are other things there")
@pytest.mark.parametrize("mode", [0o777, 0o750, 0o701])
def test_a_folder_that_others_may_enter_is_not_used(home: Path, mode: int) -> None:
    (home / "speechgen").mkdir()
    (home / "speechgen").chmod(mode)

    assert cache_folder() is None


def test_a_link_is_not_followed(home: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(mode=0o700)
    (home / "speechgen").symlink_to(elsewhere)

    assert cache_folder() is None


def test_a_file_in_its_place_is_not_used(home: Path) -> None:
    (home / "speechgen").write_text("x")

    assert cache_folder() is None


def test_a_file_is_stored_whole(tmp_path: Path) -> None:
    store(tmp_path / "a.docx", b"one")
    store(tmp_path / "a.docx", b"two")

    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]
    assert (tmp_path / "a.docx").read_bytes() == b"two"


def test_what_cannot_be_stored_is_no_reason_to_stop(tmp_path: Path) -> None:
    store(tmp_path / "missing" / "a.docx", b"one")

    assert not list(tmp_path.iterdir())
