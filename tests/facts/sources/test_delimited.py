"""A CSV is read as offices save it, and what is none is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from speechgen.facts.sources.paths import MAX_CSV
from speechgen.facts.sources.sheet import MOST_ROWS
from tests.facts.sources.making import problems, told

TEXT = "指标,单位,值\n信访总量,件,135\n"
SOURCE = "数据来源: 月报.csv\n"
GIVEN = "信访总量 135件 月报.csv!C2"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_whatever_the_office_saves_it_as(
    encoding: str, separator: str, end: str, tmp_path: Path
) -> None:
    text = TEXT.replace(",", separator).replace("\n", end)
    (tmp_path / "月报.csv").write_bytes(text.encode(encoding))

    assert told(tmp_path, SOURCE) == GIVEN


def test_the_note_of_excel_about_its_separator_is_heeded(tmp_path: Path) -> None:
    (tmp_path / "月报.csv").write_text(f"sep=;\n{TEXT.replace(',', ';')}", encoding="utf-8")

    assert told(tmp_path, SOURCE).startswith("信访总量 135件")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("信访月报，按月报送\n" + TEXT, id="a title with a Chinese comma"),
        pytest.param(TEXT.replace("135", '"135"'), id="quotes"),
        pytest.param(TEXT.replace("指标", '"指\n标"'), id="a line end in a header"),
        pytest.param(TEXT.replace("135", "135,多,出,来,的"), id="a row that is too long"),
        pytest.param(TEXT + "来信\n", id="a row that is too short"),
    ],
)
def test_rows_need_not_be_tidy(text: str, tmp_path: Path) -> None:
    (tmp_path / "月报.csv").write_text(text, encoding="utf-8")

    assert told(tmp_path, SOURCE).startswith("信访总量 135件")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"PK\x03\x04...", "source-type", id="a workbook under another name"),
        pytest.param(b"\xd0\xcf\x11\xe0...", "source-type", id="an .xls under another name"),
        pytest.param(b"\xff\xff\xff\xff", "wrong-encoding", id="no text at all"),
        pytest.param(TEXT.encode("utf-16-le"), "wrong-encoding", id="UTF-16 without its mark"),
        pytest.param(TEXT.encode() + b"\0", "wrong-encoding", id="a NUL"),
        pytest.param("名称,值\n".encode() + b"1" * 200_000, "source-damaged", id="an endless cell"),
        pytest.param(b"," * 1000, "no-header", id="commas"),
        pytest.param(TEXT.encode() + b"\n" * MOST_ROWS + b"a,b\n", "source-too-large", id="rows"),
        pytest.param(b"1," * 600_000, "no-header", id="columns without end"),
        pytest.param(b"1,2,3,4,5,6\n" * 90_000, "source-too-large", id="cells"),
        pytest.param(TEXT.encode() + b" " * MAX_CSV, "source-too-large", id="5 MB"),
    ],
)
def test_what_is_no_csv_is_told(data: bytes, code: str, tmp_path: Path) -> None:
    (tmp_path / "月报.csv").write_bytes(data)

    assert [problem.code for problem in problems(tmp_path, SOURCE)] == [code]


def test_what_is_hidden_in_a_cell_is_shown_and_refused(tmp_path: Path) -> None:
    text = "指标,单位,值\n信\u202e访,件\x07,\x1b[31m\n"
    (tmp_path / "月报.csv").write_text(text, encoding="utf-8")

    shown = told(tmp_path, SOURCE)

    assert "forbidden-character" in shown
    assert not {"\u202e", "\x07", "\x1b"} & set(shown)
