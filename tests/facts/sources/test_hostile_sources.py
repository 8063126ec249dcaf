"""Whatever file 数据来源 names, it ends soon, in figures or in one clear problem."""

from __future__ import annotations

import io
import os
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from speechgen.facts.sources.figures import MOST_FIGURES
from tests.facts.sources.making import Rows, problems, told, workbook

SOON = 20.0
"""Seconds, on a machine that does other things too."""

SOURCE = "数据来源: 月报.xlsx\n"
SHEET = "xl/worksheets/sheet1.xml"
ROWS: Rows = [("指标", "单位", "值"), ("信访总量", "件", 135)]


@pytest.fixture
def good(tmp_path: Path) -> bytes:
    return workbook(tmp_path / "好.xlsx", ROWS).read_bytes()


def repacked(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return out.getvalue()


def codes(folder: Path, data: bytes, name: str = "月报.xlsx") -> list[str]:
    (folder / name).write_bytes(data)
    start = perf_counter()
    found = [problem.code for problem in problems(folder, f"数据来源: {name}\n")]
    assert perf_counter() - start < SOON
    return found


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", "source-damaged", id="nothing"),
        pytest.param(OLE, "source-old", id="an .xls under another name"),
        pytest.param(
            OLE + "EncryptedPackage".encode("utf-16-le"), "source-encrypted", id="a password"
        ),
        pytest.param(b"<html><table><tr><td>1</td></tr></table>", "source-type", id="a web page"),
        pytest.param("指标,值\n甲,1\n".encode(), "source-type", id="a CSV under another name"),
        pytest.param(b"PK\x03\x04" + b"\0" * 100, "source-damaged", id="no end of a zip"),
        pytest.param(b"PK\x05\x06" + b"\0" * 18, "source-damaged", id="an empty zip"),
    ],
)
def test_a_file_that_is_no_workbook_is_told(data: bytes, code: str, tmp_path: Path) -> None:
    assert codes(tmp_path, data) == [code]


def test_a_workbook_cut_off_anywhere_is_damaged(tmp_path: Path, good: bytes) -> None:
    for length in range(4, len(good), 397):
        assert codes(tmp_path, good[:length]) == ["source-damaged"]


@pytest.mark.parametrize(
    ("part", "change"),
    [
        pytest.param(SHEET, lambda d: d[: len(d) // 2], id="a sheet cut off"),
        pytest.param(SHEET, lambda _: b"", id="an empty sheet"),
        pytest.param(SHEET, lambda d: d.replace(b'r="A2"', b'r="2A!"'), id="a cell of no place"),
        pytest.param(SHEET, lambda d: d.replace(b">135<", b">1x5<"), id="a number that is none"),
        pytest.param(SHEET, lambda d: d.replace(b'<c r="C2"', b'<c s="99" r="C2"'), id="no style"),
        pytest.param(
            "xl/workbook.xml", lambda d: d.replace(b"sheets>", b"shoots>"), id="no sheets"
        ),
        pytest.param("xl/styles.xml", lambda d: d.replace(b"<fills", b"<filth"), id="odd styles"),
        pytest.param("xl/_rels/workbook.xml.rels", lambda _: b"<r/>", id="no relations"),
        pytest.param("[Content_Types].xml", lambda _: b"<Types/>", id="no types"),
        pytest.param(
            SHEET,
            lambda d: b'<!DOCTYPE x [<!ENTITY a "135">]>' + d.replace(b">135<", b">&a;<"),
            id="an entity",
        ),
        pytest.param(
            "xl/workbook.xml",
            lambda d: b'<!DOCTYPE x SYSTEM "file:///etc/passwd">' + d,
            id="an outer entity",
        ),
    ],
)
def test_a_workbook_broken_inside_is_damaged(
    part: str, change: Callable[[bytes], bytes], tmp_path: Path, good: bytes
) -> None:
    assert codes(tmp_path, repacked(good, part, change)) == ["source-damaged"]


@pytest.mark.parametrize(
    ("head", "expected"), [("", []), ("<!DOCTYPE x>", ["source-damaged"])], ids=["plain", "bad"]
)
def test_a_part_in_capitals_is_looked_at_too(
    head: str, expected: list[str], tmp_path: Path, good: bytes
) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name).replace(b"sheet1.xml", b"sheet1.XML")
            if name == SHEET:
                new.writestr(SHEET.replace(".xml", ".XML"), head.encode() + data)
            else:
                new.writestr(name, data)

    assert codes(tmp_path, out.getvalue()) == expected


def test_an_endless_number_is_an_error_of_its_cell(tmp_path: Path, good: bytes) -> None:
    huge = repacked(good, SHEET, lambda d: d.replace(b">135<", b">1e999<"))

    assert codes(tmp_path, huge) == ["cell-error"]


def test_a_zip_bomb_is_refused_by_its_directory(tmp_path: Path, good: bytes) -> None:
    bomb = repacked(good, SHEET, lambda d: d + b" " * (101 << 20))

    assert len(bomb) < 1 << 20
    assert codes(tmp_path, bomb) == ["source-too-large"]


def test_styles_by_the_million_are_refused(tmp_path: Path, good: bytes) -> None:
    bomb = repacked(good, "xl/styles.xml", lambda d: d + b" " * (9 << 20))

    assert codes(tmp_path, bomb) == ["source-too-large"]


def many_rows(number: int) -> Callable[[bytes], bytes]:
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(3, number))
    return lambda sheet: sheet.replace(b"</sheetData>", rows + b"</sheetData>")


def test_a_million_rows_are_refused(tmp_path: Path, good: bytes) -> None:
    assert codes(tmp_path, repacked(good, SHEET, many_rows(1_000_000))) == ["source-too-large"]


@pytest.mark.parametrize("last", ["A1048576", "XFD1048576", "A999999999999"])
def test_one_cell_at_the_end_of_the_sheet_is_refused_or_damaged(
    last: str, tmp_path: Path, good: bytes
) -> None:
    row = b'<row r="%s"><c r="%s"><v>1</v></c></row></sheetData>'
    number = last.lstrip("AXFD").encode()
    far = repacked(good, SHEET, lambda d: d.replace(b"</sheetData>", row % (number, last.encode())))

    assert codes(tmp_path, far) in (["source-too-large"], ["source-damaged"])


def test_empty_rows_down_to_the_end_are_nothing(tmp_path: Path, good: bytes) -> None:
    empty = b"".join(b'<row r="%d" ht="20"/>' % n for n in range(3, 300_000))
    long = repacked(good, SHEET, lambda d: d.replace(b"</sheetData>", empty + b"</sheetData>"))

    assert codes(tmp_path, long) == []


@pytest.mark.parametrize(
    "many",
    [
        pytest.param(b"<row/>" * 2_000_000, id="rows"),
        pytest.param(b"<row>" + b"<c/>" * 2_000_000 + b"</row>", id="cells"),
        pytest.param(b"<row><a/>" + b"<a/>" * 4_000_000 + b"</row>", id="nothing known"),
    ],
)
def test_empty_elements_by_the_million_are_refused(
    many: bytes, tmp_path: Path, good: bytes
) -> None:
    bomb = repacked(good, SHEET, lambda d: d.replace(b"</sheetData>", many + b"</sheetData>"))

    assert codes(tmp_path, bomb) == ["source-too-large"]


def test_more_figures_than_a_paper_can_need_are_refused(tmp_path: Path) -> None:
    rows = "".join(f"数{n},件,{n}\n" for n in range(MOST_FIGURES + 1))

    data = f"指标,单位,值\n{rows}".encode()

    assert codes(tmp_path, data, "月报.csv") == ["source-too-large"]


def test_merged_ranges_over_everything_are_left_alone(tmp_path: Path, good: bytes) -> None:
    one = b'<mergeCell ref="A5:XFD1048576"/><mergeCell ref="A5:SF90000"/>'
    merged = b"</sheetData><mergeCells>" + one * 1000 + b"</mergeCells>"
    wide = repacked(good, SHEET, lambda d: d.replace(b"</sheetData>", merged))

    assert codes(tmp_path, wide) == []


@given(place=st.integers(0, 1 << 20), put=st.binary(min_size=1, max_size=4))
@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_byte_may_be_wrong(place: int, put: bytes, tmp_path: Path, good: bytes) -> None:
    def change(data: bytes) -> bytes:
        at = place % len(data)
        return data[:at] + put + data[at + len(put) :]

    names = zipfile.ZipFile(io.BytesIO(good)).namelist()
    codes(tmp_path, repacked(good, names[place % len(names)], change))
    codes(tmp_path, change(good))


@pytest.mark.parametrize(
    "name",
    [
        *("../月报.xlsx", "/etc/passwd", "C:\\月报.xlsx", "\\\\server\\share\\月报.xlsx"),
        *("https://example.com/月报.xlsx", "~/月报.xlsx", "子/../../月报.xlsx", "月报.xlsx:流.csv"),
    ],
)
def test_only_files_beside_the_facts_are_read(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "甲"
    folder.mkdir()
    workbook(tmp_path / "月报.xlsx", ROWS)

    assert [problem.code for problem in problems(folder, f"数据来源: '{name}'\n")] == ["bad-path"]


def test_a_file_in_a_folder_below_is_read(tmp_path: Path) -> None:
    (tmp_path / "表").mkdir()
    workbook(tmp_path / "表" / "月报.xlsx", ROWS)

    assert told(tmp_path, "数据来源: 表/月报.xlsx\n") == "信访总量 135件 表/月报.xlsx!汇总!C2"
    assert told(tmp_path, "数据来源: 表\\月报.xlsx\n").startswith("信访总量 135件")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own")
def test_a_link_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "甲"
    folder.mkdir()
    (folder / "月报.xlsx").symlink_to(workbook(tmp_path / "外.xlsx", ROWS))
    (folder / "圈.csv").symlink_to(folder / "圈.csv")

    assert [problem.code for problem in problems(folder, SOURCE)] == ["bad-path"]
    assert [problem.code for problem in problems(folder, "数据来源: 圈.csv\n")] in (
        ["bad-path"],
        ["cannot-open"],
    )


def test_a_folder_is_no_table(tmp_path: Path) -> None:
    (tmp_path / "月报.xlsx").mkdir()

    assert [problem.code for problem in problems(tmp_path, SOURCE)] == ["is-directory"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "月报.csv")

    assert [one.code for one in problems(tmp_path, "数据来源: 月报.csv\n")] == ["cannot-open"]


def test_a_file_that_is_locked_asks_to_close_excel(
    tmp_path: Path, good: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "月报.xlsx").write_bytes(good)
    usual = Path.open

    def locked(path: Path, *args: str) -> object:
        if path.name == "月报.xlsx":
            raise PermissionError(13, "locked")
        return usual(path, *args)  # type: ignore[call-overload]  # handed on as it came

    monkeypatch.setattr(Path, "open", locked)
    (found,) = problems(tmp_path, SOURCE)

    assert found.code == "cannot-open"
    assert "关闭 Excel" in found.hint


@pytest.mark.parametrize("lock", ["~$月报.xlsx", ".~月报.xlsx", ".~lock.月报.xlsx#"])
def test_a_workbook_that_is_open_is_read_and_told(lock: str, tmp_path: Path) -> None:
    workbook(tmp_path / "月报.xlsx", ROWS)
    (tmp_path / lock).write_bytes(b"")

    assert [problem.code for problem in problems(tmp_path, SOURCE)] == ["source-open"]


def test_without_openpyxl_a_csv_is_read_and_a_workbook_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workbook(tmp_path / "新月报.xlsx", [*ROWS, ("来信", "件", 41)])
    (tmp_path / "月报.csv").write_text("指标,单位,值\n信访总量,件,135\n", encoding="utf-8")
    monkeypatch.setitem(sys.modules, "openpyxl", None)

    assert told(tmp_path, "数据来源: 月报.csv\n") == "信访总量 135件 月报.csv!C2"
    (found,) = problems(tmp_path, "数据来源: 新月报.xlsx\n")
    assert found.code == "excel-not-installed"
    assert "-m pip install openpyxl" in found.hint


def test_a_part_with_a_password_of_its_own_is_damaged(tmp_path: Path, good: bytes) -> None:
    at = good.index(b"PK\x01\x02") + 8
    local = good.index(b"PK\x03\x04") + 6
    data = bytearray(good)
    data[at] |= 1
    data[local] |= 1

    assert codes(tmp_path, bytes(data)) == ["source-damaged"]
