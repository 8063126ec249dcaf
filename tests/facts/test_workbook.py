"""Lists that an office opens: text stays text, the same rows give the same bytes."""

from __future__ import annotations

import csv
import io
import sys
from datetime import datetime, timezone
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechgen.facts.lists.filling import FILL, as_meant, plain_cell
from speechgen.facts.lists.workbook import csv_bytes, xlsx_bytes
from speechgen.problems import SpeechgenError

HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "＝1", "\t=1", "=cmd|'/c calc'!A0")
ROWS = [("名称", FILL), *((text, "") for text in HOSTILE), ("信访总量", "")]


@given(st.text(st.sampled_from("'=+-@件1\t"), max_size=6))
def test_a_cell_comes_back_as_it_was_meant(text: str) -> None:
    assert as_meant(plain_cell(text)) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_a_cell_that_looks_like_a_formula_is_text_in_a_csv(text: str) -> None:
    assert plain_cell(text) == f"'{text}"


def test_a_csv_opens_in_excel_as_chinese() -> None:
    data = csv_bytes([("名称", "说明"), ("信访，“总量”", "两行\n字")])

    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert rows == [["名称", "说明"], ["信访，“总量”", "两行\n字"]]


def test_no_cell_of_a_workbook_is_a_formula() -> None:
    openpyxl = pytest.importorskip("openpyxl")

    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(ROWS, "单.xlsx", "待核清单"))).active

    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == [row[0] for row in ROWS[1:]]
    assert {row[0].data_type for row in sheet.iter_rows()} == {"s"}
    assert all(row[0].quotePrefix for row in sheet.iter_rows(min_row=2, max_row=8))


def test_a_workbook_is_ready_to_be_filled() -> None:
    openpyxl = pytest.importorskip("openpyxl")

    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(ROWS, "单.xlsx", "待核清单"))).active

    assert sheet.title == "待核清单"
    assert sheet.freeze_panes == "A2"
    assert all(cell.font.bold for cell in sheet[1])
    assert sheet["B2"].value is None
    assert sheet["B2"].fill.fgColor.rgb != sheet["A2"].fill.fgColor.rgb
    assert sheet["A2"].alignment.wrap_text


def test_the_same_rows_give_the_same_bytes() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    one = xlsx_bytes(ROWS, "单.xlsx", "单")

    assert one == xlsx_bytes(ROWS, "另.xlsx", "单")
    properties = openpyxl.load_workbook(io.BytesIO(one)).properties
    stamp = datetime(2000, 1, 1, tzinfo=timezone.utc).replace(tzinfo=None)
    assert (properties.created, properties.modified) == (stamp, stamp)
    with ZipFile(io.BytesIO(one)) as package:
        assert {entry.date_time[0] for entry in package.infolist()} == {1980}


def test_without_openpyxl_one_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)

    with pytest.raises(SpeechgenError) as refused:
        xlsx_bytes(ROWS, "单.xlsx", "单")

    assert "-m pip install openpyxl" in refused.value.problems[0].hint
    assert refused.value.problems[0].code == "excel-not-installed"
