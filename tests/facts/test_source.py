"""A facts file, opened: whatever is no UTF-8 text is named for what it is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from speechgen.facts.file import source
from speechgen.problems import Problem, SpeechgenError

TEXT = "文种: 工作会议讲话\n主题: 信访工作\n"


def refused(path: Path) -> Problem:
    with pytest.raises(SpeechgenError) as caught:
        source.load(path)
    (problem,) = caught.value.problems
    return problem


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "素材.yaml"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf_8_is_read_with_and_without_a_mark(path: Path, encoding: str) -> None:
    path.write_bytes(TEXT.encode(encoding))

    assert source.load(path) == TEXT


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        pytest.param(b"", "empty-file", "空", id="empty"),
        pytest.param(b" \r\n\t\n", "empty-file", "空", id="blank"),
        pytest.param(TEXT.encode("gbk"), "wrong-encoding", "GBK", id="GBK"),
        pytest.param(TEXT.encode("utf-16"), "wrong-encoding", "UTF-16", id="UTF-16 with a mark"),
        pytest.param(b"a\0:\0 \0b\0", "wrong-encoding", "UTF-16", id="UTF-16 without one"),
        pytest.param(TEXT.encode("utf-32"), "wrong-encoding", "UTF-16", id="UTF-32"),
        pytest.param(b"PK\x03\x04rest", "not-text", "Word", id="a .docx"),
        pytest.param(b"\xd0\xcf\x11\xe0rest", "not-text", "旧版", id="a .doc"),
        pytest.param(b"%PDF-1.7", "not-text", "PDF", id="a PDF"),
    ],
)
def test_what_is_no_facts_file_is_named(path: Path, data: bytes, code: str, words: str) -> None:
    path.write_bytes(data)

    problem = refused(path)

    assert problem.code == code
    assert words in problem.message
    assert str(problem.place) == str(path)


def test_how_to_save_as_utf_8_is_told(path: Path) -> None:
    path.write_bytes(TEXT.encode("gb18030"))

    assert "另存为" in refused(path).hint


def test_a_broken_byte_in_utf_8_has_its_place(path: Path) -> None:
    path.write_bytes(TEXT.encode() + "范围: 全".encode() + b"\xff\n")

    assert str(refused(path).place) == f"{path}:3:6"


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    assert refused(tmp_path / "没有.yaml").code == "no-file"
    assert refused(tmp_path / "没有" / "素材.yaml").code == "no-file"
    assert refused(tmp_path).code == "is-directory"


def test_a_name_no_file_can_have(tmp_path: Path) -> None:
    assert refused(tmp_path / ("长" * 300)).code == "cannot-open"
    assert refused(tmp_path / "a\0b").code in {"cannot-open", "no-file"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(path: Path) -> None:
    os.mkfifo(path)

    assert refused(path).code == "cannot-open"


def test_a_file_of_100_mb_is_refused_without_being_read(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("it was opened"))

    problem = refused(path)

    assert problem.code == "too-big"
    assert "100.0 MB" in problem.message


def test_a_file_that_may_not_be_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_text(TEXT, encoding="utf-8")

    def denied(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", denied)

    assert refused(path).code == "cannot-open"
