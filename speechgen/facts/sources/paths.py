"""The file that 数据来源 names: beside the facts file, an ordinary one, and read whole."""

from __future__ import annotations

import stat
from pathlib import Path

from speechgen.facts.reading import Reading, shown
from speechgen.facts.sources.sheet import Reason, Unreadable
from speechgen.problems import FactsPlace

MAX_WORKBOOK = 50 * 1024 * 1024
MAX_CSV = 5 * 1024 * 1024
WORKBOOKS = frozenset({".xlsx", ".xlsm"})
CSV = ".csv"
_BESIDE = "请把表格同素材文件放在一个文件夹里，只写文件名，如 月报.xlsx"
_SAVE_AS = "请用 Excel 或 WPS 打开，另存为 .xlsx 或 .csv"
_LOCKS = ("~${}", ".~{}", ".~lock.{}#")
"""What Excel, WPS and LibreOffice lay beside a file they have open."""


def content(name: str, place: FactsPlace, reading: Reading) -> bytes | None:
    """Return the bytes of the file `name`; what keeps it from being read is reported at `place`."""
    try:
        path = _found(name, Path(reading.page.file).parent)
        data = _bytes(path)
    except Unreadable as error:
        code, message, hint = error.reason
        reading.report(place, code, f"“{shown(name)}”{message}", hint)
        return None
    if any(_is_there(path.with_name(lock.format(path.name))) for lock in _LOCKS):
        message = f"“{shown(name)}”正在 Excel 或 WPS 里打开着，没有保存的改动读不到"
        reading.warn(place, "source-open", message, "请先保存；读到的是上次保存的数")
    return data


def located(name: str, folder: Path) -> Path:
    """Return where the file stands that facts in `folder` call `name`, with / or a backslash."""
    return folder / name.replace("\\", "/")


def _found(name: str, folder: Path) -> Path:
    """Return the path of the file.

    Raises:
        Unreadable: the name leads out of the folder, or is of no kind that is read.
    """
    _check(name)
    path = located(name, folder)
    suffix = path.suffix.lower()
    if suffix not in {*WORKBOOKS, CSV}:
        raise Unreadable(Reason("source-type", "不是 .xlsx 或 .csv 文件", _SAVE_AS))
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # a circle of links, a NUL in the name
        inside = False
    if not inside:
        raise Unreadable(Reason("bad-path", "指到了文件夹外面", _BESIDE))
    return path


def _check(name: str) -> None:
    steps = name.replace("\\", "/").split("/")
    if "://" in name:
        raise Unreadable(Reason("bad-path", "是网址，程序不联网", _BESIDE))
    if not steps[0] or name[1:2] == ":" or name.startswith("~"):
        raise Unreadable(Reason("bad-path", "是完整路径，只能写相对路径", _BESIDE))
    if ".." in steps:
        raise Unreadable(Reason("bad-path", "指到了文件夹外面", _BESIDE))
    if ":" in name:
        raise Unreadable(Reason("bad-path", "里有冒号，不是文件名", _BESIDE))


def _bytes(path: Path) -> bytes:
    most = MAX_CSV if path.suffix.lower() == CSV else MAX_WORKBOOK
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise Unreadable(Reason("is-directory", "是一个文件夹，不是表格"))
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable(Reason("cannot-open", "不是普通文件，读不了"))
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise Unreadable(
            Reason("no-file", "找不到", "请核对文件名；" + _BESIDE.removeprefix("请"))
        ) from None
    except PermissionError:
        hint = "请先关闭 Excel 或 WPS 里打开的这个文件，再试一次"
        raise Unreadable(
            Reason("cannot-open", "打不开，可能正被 Excel 或 WPS 占用", hint)
        ) from None
    except (OSError, ValueError):
        raise Unreadable(Reason("cannot-open", "打不开", "请看有没有读取权限")) from None
    if len(data) > most:
        message = f"超过 {most // 1024 // 1024} MB，月报不应有这么大"
        raise Unreadable(Reason("source-too-large", message, "请只留下要用的工作表"))
    if not data.strip():
        raise Unreadable(Reason("source-damaged", "是空文件"))
    return data


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
