"""Putting files down safely: whole or not at all, never over a person's work.

Files of one output are written beside their targets first, then put in their places, the .docx
last; if one cannot be put, those before it are put back as they were.
"""

import errno
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from speechgen.problems import FactsPlace, Problem, SpeechgenError

SIDECAR = ".sg.json"
_REASONS = {
    errno.ENOENT: "没有这个文件夹",
    errno.ENOSPC: "磁盘满了",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EROFS: "这个盘只能读",
}
_DIGEST_STANDS_IN = 200  # bytes at the beginning of a sidecar


class Output(NamedTuple):
    """One file to put down."""

    path: Path
    data: bytes
    keep: bool = False
    """Keep what stands there as `.bak`, where it differs."""


def sidecar_path(docx: Path) -> Path:
    """Return where the sidecar of a draft lies: `稿.docx.sg.json`."""
    return docx.with_name(docx.name + SIDECAR)


def digest_note(data: bytes) -> bytes:
    """Return the sidecar of a plain text: nothing but what was written last."""
    return f'{{"sha256":"{sha256(data).hexdigest()}"}}\n'.encode()


def refuse_input(source: Path, targets: Sequence[Path]) -> None:
    """Raise where an output would overwrite the file it is made from."""
    for target in (*targets, *map(sidecar_path, targets)):
        if _is_same(target, source):
            raise SpeechgenError(
                _problem(
                    target,
                    "output-is-input",
                    f"输出会盖掉素材要读的文件“{source.name}”",
                    "请用 -o 另起一个文件名",
                )
            )


def _is_same(target: Path, source: Path) -> bool:
    try:
        return target.samefile(source)
    except OSError:  # one of them is not there
        return False


def refuse_edited(docx: Path, sidecar: Path, *, force: bool) -> None:
    """Raise where `docx` is not byte for byte what we wrote last, or is open in Word."""
    _refuse_locked(docx)
    if force or not docx.exists():
        return
    if docx.is_dir():
        raise SpeechgenError(_problem(docx, "output-type", "这是一个文件夹，不能当作文件来写"))
    if _digest_noted(sidecar) != sha256(docx.read_bytes()).hexdigest():
        raise SpeechgenError(
            _problem(
                docx,
                "edited-output",
                "这个文件在生成以后被人改过（或者不是本工具生成的），没有覆盖",
                "要另存一份，请用 -o 换个文件名；要保留改动、只换数据，以后的版本可用 "
                "speechgen refresh；"
                "确实要覆盖，请加 --force（原文件留作 .bak）",
            )
        )


def refuse_standing(path: Path, data: bytes, *, force: bool) -> None:
    """Raise where something other than `data` stands at `path`, or it is open in Excel."""
    _refuse_locked(path)
    if path.is_dir():
        raise SpeechgenError(_problem(path, "output-type", "这是一个文件夹，不能当作文件来写"))
    if path.exists() and not force and path.read_bytes() != data:
        raise SpeechgenError(exists(path))


def not_written(path: Path, suffixes: Sequence[str]) -> Problem:
    """Return the problem of an output whose name ends in none of `suffixes`."""
    message = f"不会写“{path.suffix or path.name}”这种文件"
    *first, last = suffixes
    hint = f"输出文件名请以 {'、'.join(first)} 或 {last} 结尾"
    return _problem(path, "output-type", message, hint)


def exists(path: Path) -> Problem:
    """Return the problem of a file that is there already."""
    return _problem(
        path, "output-exists", "已经有这个文件，没有覆盖", "请换一个文件名，或加 --force"
    )


def write_all(files: Sequence[Output]) -> None:
    """Put all files down, in order, or none of them.

    Raises:
        SpeechgenError: a place cannot be written, or a file is open in another program.
    """
    parts = [file.path.with_name(f".{file.path.name}.{os.getpid()}.tmp") for file in files]
    try:
        for file, part in zip(files, parts, strict=True):
            _stage(file, part)
        _put(files, parts)
    finally:
        for part in parts:
            with suppress(OSError):
                part.unlink()


def _stage(file: Output, part: Path) -> None:
    try:
        file.path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(file.data)
    except OSError as error:
        raise SpeechgenError(_unwritable(file.path, error)) from error


def _put(files: Sequence[Output], parts: Sequence[Path]) -> None:
    done: list[tuple[Path, bytes | None]] = []
    for file, part in zip(files, parts, strict=True):
        try:
            before = file.path.read_bytes() if file.path.is_file() else None
            if file.keep and before is not None and before != file.data:
                _backup(file.path).write_bytes(before)
            part.replace(file.path)
        except OSError as error:
            _put_back(done)
            raise SpeechgenError(_unwritable(file.path, error)) from error
        done.append((file.path, before))


def _put_back(done: Iterable[tuple[Path, bytes | None]]) -> None:
    for path, before in done:
        if before is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(before)


def _backup(path: Path) -> Path:
    """Return a name for the copy that is kept: `稿.docx.bak`, then `稿.docx.2.bak`."""
    name = path.with_name(f"{path.name}.bak")
    number = 2
    while name.exists():
        name = path.with_name(f"{path.name}.{number}.bak")
        number += 1
    return name


def _refuse_locked(docx: Path) -> None:
    """Word and WPS keep `~$稿.docx` beside a file they have open; long names lose one or two."""
    kept = [docx.name, docx.name[1:], docx.name[2:]]
    for name in (*(f"~${rest}" for rest in kept), f".~lock.{docx.name}#"):
        if _is_there(docx.with_name(name)):
            raise SpeechgenError(
                _problem(
                    docx,
                    "file-open",
                    f"这个文件正在 Word、Excel 或 WPS 里打开着（旁边有锁文件“{name}”）",
                    "请先关闭它再生成，或用 -o 换个文件名；确认没有打开的，删掉那个锁文件即可",
                )
            )


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name too long for the disk is on no disk
        return False


def _digest_noted(sidecar: Path) -> str:
    """Return the digest the sidecar notes of its paper; empty where it notes none."""
    from speechgen.manifest import written_digest  # noqa: PLC0415 - only where a draft is there

    try:
        with sidecar.open("rb") as file:
            return written_digest(file.read(_DIGEST_STANDS_IN)) or ""
    except OSError:
        return ""


def _unwritable(path: Path, error: OSError) -> Problem:
    if isinstance(error, PermissionError):
        return _problem(
            path,
            "cannot-write",
            "写不进去：文件可能正在 Word、Excel 里打开着，或者没有写这个位置的权限",
            "请关闭打开的文件再试，或用 -o 换个位置",
        )
    if isinstance(error, IsADirectoryError | NotADirectoryError | FileExistsError):
        return _problem(path, "cannot-write", "写不进去：这个位置是文件夹，或上一级不是文件夹")
    reason = _REASONS.get(error.errno or 0, f"系统错误 {error.errno}")
    return _problem(
        path, "cannot-write", f"写不进去（{reason}）", "请检查磁盘空间和路径，或换个位置"
    )


def _problem(path: Path, code: str, message: str, hint: str = "") -> Problem:
    return Problem(FactsPlace(str(path), 0, 0), code, message, hint)
