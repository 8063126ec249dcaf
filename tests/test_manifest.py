"""The manifest: what it holds, that it comes back as it went, that it believes nothing."""

from __future__ import annotations

import json
from decimal import Decimal
from hashlib import sha256

import pytest

from speechgen.document import Block, Document, Role, Run, Table
from speechgen.ledger import Entry, Ledger
from speechgen.manifest import (
    Manifest,
    dumps,
    loads,
    manifest_of,
    read_sidecar,
    sidecar,
    written_digest,
)
from speechgen.problems import SpeechgenError

SHARE = "重复信访.占比(信访总量)"
LEDGER: Ledger = {
    "信访总量": Entry(
        "信访总量", "信访总量", "135", "件", Decimal(135), parts=("来信", "来访", "内部口径")
    ),
    SHARE: Entry(SHARE, "重复信访", "X%", status="missing", lacks=("没有说到",)),
    "没有说到": Entry("没有说到", "没有说到", "7", "件", Decimal(7)),
}
BLOCKS = (
    Block("稿/标题@1", Role.TITLE, (Run("讲话"),)),
    Block(
        "稿/总量@2",
        Role.BODY,
        (
            Run("信访总量"),
            Run("135", "信访总量", context="首次"),
            Run("件，占"),
            Run("X%", SHARE, "missing"),
        ),
    ),
    Table("稿/表@3", ("单位", "件数"), (((Run("甲镇"),), (Run("135", "信访总量"),)),)),
)
DOCUMENT = Document(
    "工作会议讲话", "讲话", BLOCKS, ident="3fa9c01e", seed="会", template="ab12", dated="2025-08-12"
)


@pytest.fixture
def manifest() -> Manifest:
    return manifest_of(DOCUMENT, LEDGER)


def test_figures_are_numbered_as_they_appear(manifest: Manifest) -> None:
    found = [(each.number, each.expression, each.printed) for each in manifest.occurrences]

    assert found == [(1, "信访总量", "135"), (2, SHARE, "X%"), (3, "信访总量", "135")]
    assert manifest.next_number == 4


def test_an_occurrence_knows_where_it_stands(manifest: Manifest) -> None:
    for each in manifest.occurrences:
        assert manifest.passages[each.block].text[each.start : each.end] == each.printed


def test_an_occurrence_keeps_its_context_value_and_status(manifest: Manifest) -> None:
    total, share, _ = manifest.occurrences

    assert (total.context, total.value, total.unit, total.status) == ("首次", "135", "件", "known")
    assert (share.value, share.status) == ("", "missing")


def test_a_figure_in_a_table_knows_its_row_and_column(manifest: Manifest) -> None:
    assert (manifest.occurrences[2].row, manifest.occurrences[2].column) == ("甲镇", "件数")


def test_passages_hold_key_role_and_text(manifest: Manifest) -> None:
    assert manifest.passages[0] == ("稿/标题@1", "标题", "讲话")
    assert manifest.passages[2] == ("稿/表@3", "表格", "单位\t件数\n甲镇\t135")


def test_only_what_is_spoken_travels(manifest: Manifest) -> None:
    assert [entry.expression for entry in manifest.spoken] == ["信访总量", SHARE]
    assert "没有说到" not in dumps(manifest)
    assert "内部口径" not in dumps(manifest)  # a part that the paper does not speak


def test_parts_travel_when_all_of_them_are_spoken() -> None:
    parts = {name: Entry(name, name, "1") for name in ("来信", "来访")}
    total = Entry("总量", "总量", "2", parts=("来信", "来访"))
    ledger: Ledger = {"总量": total, **parts}
    runs = tuple([Run("1", expression) for expression in ledger])

    spoken = manifest_of(DOCUMENT._replace(blocks=(Block("k", Role.BODY, runs),)), ledger).spoken

    assert spoken[0].parts == ("来信", "来访")


def test_a_manifest_comes_back_as_it_went(manifest: Manifest) -> None:
    assert loads(dumps(manifest), "稿.docx") == manifest


def test_a_sidecar_is_the_same_json_and_the_digest_of_the_file(manifest: Manifest) -> None:
    docx = b"PK the file"

    written = sidecar(manifest, docx)

    assert read_sidecar(written, "稿.docx.sg.json") == (manifest, sha256(docx).hexdigest())
    assert written_digest(written) == sha256(docx).hexdigest()
    assert sidecar(dumps(manifest), docx) == written
    record = json.loads(written)
    del record["sha256"]
    assert record == json.loads(dumps(manifest))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"{}", id="an empty record"),
        pytest.param(b'{"sha256":"12', id="cut off"),
        pytest.param(b'{"sha256":"' + b"Z" * 64, id="no hexadecimal digits"),
    ],
)
def test_what_is_no_sidecar_has_no_digest(data: bytes) -> None:
    assert written_digest(data) is None


def changed(manifest: Manifest, path: tuple[str | int, ...], value: object) -> str:
    """Return the JSON of `manifest` with one value put in the place of another."""
    record = json.loads(dumps(manifest))
    at = record
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    return json.dumps(record)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        pytest.param(("v",), None, id="no version"),
        pytest.param(("v",), "latest", id="a version that is no number"),
        pytest.param(("id",), "../../etc", id="an id that is none"),
        pytest.param(("kind",), ["a"], id="a kind that is no text"),
        pytest.param(("kind",), "a" * 200_000, id="a text without end"),
        pytest.param(("seed",), "\ud800", id="half a character"),
        pytest.param(("next",), True, id="a bool for a number"),
        pytest.param(("next",), 1, id="a number that is in use"),
        pytest.param(("next",), -5, id="a negative number"),
        pytest.param(("passages",), {}, id="passages that are no list"),
        pytest.param(("passages", 0), ["a", "b"], id="a short row"),
        pytest.param(("passages", 0), "row", id="a row that is no list"),
        pytest.param(("passages", 0, 1), "脚注", id="an unknown role"),
        pytest.param(("occurrences", 0, 0), 2, id="a number used twice"),
        pytest.param(("occurrences", 0, 0), 0, id="a number of nothing"),
        pytest.param(("occurrences", 0, 3), 99, id="a block that is not there"),
        pytest.param(("occurrences", 0, 5), 9999, id="a span beyond its block"),
        pytest.param(("occurrences", 0, 4), 8, id="a span that ends before it begins"),
        pytest.param(("occurrences", 0, 7), "1e999999", id="a value that grows"),
        pytest.param(("occurrences", 0, 7), "NaN", id="a value that is none"),
        pytest.param(("occurrences", 0, 9), "fine", id="an unknown status"),
        pytest.param(("spoken", 0, 6), "来信", id="parts that are no list"),
        pytest.param(("spoken", 0, 4), "１３５", id="full-width digits"),
    ],
)
def test_a_damaged_manifest_is_refused(
    manifest: Manifest, path: tuple[str | int, ...], value: object
) -> None:
    with pytest.raises(SpeechgenError) as refusal:
        loads(changed(manifest, path, value), "稿.docx")

    assert [problem.code for problem in refusal.value.problems] == ["manifest-damaged"]
    assert str(refusal.value).startswith("稿.docx: ")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("[]", id="a list"),
        pytest.param("{", id="cut off"),
        pytest.param("[" * 100_000, id="a well of brackets"),
        pytest.param('{"v":' + "9" * 10_000 + "}", id="a number without end"),
    ],
)
def test_what_is_no_json_record_is_refused(text: str) -> None:
    with pytest.raises(SpeechgenError, match="manifest-damaged"):
        loads(text, "稿.docx")


def test_a_newer_manifest_is_said(manifest: Manifest) -> None:
    with pytest.raises(SpeechgenError, match="manifest-newer") as refusal:
        loads(changed(manifest, ("v",), "2"), "稿.docx")

    assert "升级" in str(refusal.value)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\xff\xfe{}", id="not UTF-8"),
        pytest.param(b" " * 8_000_001, id="without end"),
        pytest.param(b'{"sha256":"short","v":"1"}', id="a digest that is none"),
        pytest.param(b'{"v":"1"}', id="no digest"),
    ],
)
def test_a_damaged_sidecar_is_refused(data: bytes) -> None:
    with pytest.raises(SpeechgenError, match="manifest-damaged"):
        read_sidecar(data, "稿.docx.sg.json")
