"""The user's own cache directory: compiled templates, skeletons of unusual layouts."""

from __future__ import annotations

import os
from pathlib import Path


def cache_folder() -> Path | None:
    """Return the user's own cache directory (0700), or None where it cannot be trusted.

    What lies there is run or copied without another look, so that nobody else may write there.
    """
    base = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    try:
        folder = Path(base).expanduser() / "speechgen"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = folder.lstat()
    except (OSError, RuntimeError):  # RuntimeError: there is no home directory
        return None
    if hasattr(os, "getuid") and (status.st_uid != os.getuid() or status.st_mode & 0o077):
        return None
    return folder if folder.is_dir() else None


def store(path: Path, content: bytes) -> None:
    """Write a file of the cache whole or not at all; a full disk is no reason to stop."""
    whole = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        whole.write_bytes(content)
        whole.replace(path)
    except OSError:
        whole.unlink(missing_ok=True)
