"""A facts file, opened: its bytes become text, or one clear problem says why they do not."""

from __future__ import annotations

import stat
from pathlib import Path

from speechgen.problems import FactsPlace, Problem, SpeechgenError

MAX_BYTES = 5 * 1024 * 1024
_SAVE_AS = "请另存为 UTF-8：在记事本里点“文件→另存为”，下方“编码”选 UTF-8"
_OFFICE = {
    b"PK\x03\x04": "Word、Excel 文档或压缩包",
    b"\xd0\xcf\x11\xe0": "旧版 Word、Excel 文档",
    b"%PDF": "PDF 文件",
}
_WIDE_ENCODINGS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def load(path: Path) -> str:
    """Return the text of the facts file at `path`, without a byte order mark.

    The size is asked for before anything is read; only an ordinary file is opened.

    Raises:
        SpeechgenError: there is no such file, it is too large, or it is no UTF-8 text.
    """
    data = _bytes(path)
    if not data.strip():
        raise _refused(path, "empty-file", "文件是空的", "用 speechgen new 文种 可以生成一份样例")
    for start, what in _OFFICE.items():
        if data.startswith(start):
            hint = "素材要写成 .yaml 文本文件；用 speechgen new 文种 可以生成一份样例"
            raise _refused(path, "not-text", f"这是{what}，不是素材文件", hint)
    if data.startswith(_WIDE_ENCODINGS) or _looks_wide(data):
        raise _refused(
            path, "wrong-encoding", "文件的编码是 UTF-16（记事本里叫 Unicode）", _SAVE_AS
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _misencoded(path, data, error.start) from None


def _bytes(path: Path) -> bytes:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise _refused(path, "is-directory", "这是一个文件夹，不是素材文件")
        if not stat.S_ISREG(status.st_mode):
            raise _refused(path, "cannot-open", "这不是普通文件，读不了")
        if status.st_size <= MAX_BYTES:
            with path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
            if len(data) <= MAX_BYTES:
                return data
    except (FileNotFoundError, NotADirectoryError):
        raise _refused(path, "no-file", "找不到这个文件", "请核对文件名和所在的文件夹") from None
    except (OSError, ValueError):
        hint = "请看文件是否被别的程序占用，或有没有读取权限"
        raise _refused(path, "cannot-open", "文件打不开", hint) from None
    message = f"文件有 {status.st_size / 1024 / 1024:.1f} MB，超过 5 MB，素材文件不应有这么大"
    raise _refused(path, "too-big", message)


def _looks_wide(data: bytes) -> bool:
    """Return whether every second byte is NUL over the first line or so: UTF-16 without a mark."""
    head = data[:64]
    return len(head) > 1 and (not any(head[1::2]) or not any(head[::2]))


def _misencoded(path: Path, data: bytes, start: int) -> SpeechgenError:
    if data[:start].isascii() and _is_gbk(data):
        message = "文件的编码是 GBK（记事本里叫 ANSI），不是 UTF-8"
        return _refused(path, "wrong-encoding", message, _SAVE_AS)
    before = data[:start]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8-sig")) + 1
    place = FactsPlace(str(path), line, column)
    return SpeechgenError(
        Problem(place, "wrong-encoding", "从这里起不是 UTF-8 编码的文字", _SAVE_AS)
    )


def _is_gbk(data: bytes) -> bool:
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return True


def _refused(path: Path, code: str, message: str, hint: str = "") -> SpeechgenError:
    return SpeechgenError(Problem(FactsPlace(str(path), 0, 0), code, message, hint))
