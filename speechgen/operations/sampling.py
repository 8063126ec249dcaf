"""Learning the look of papers from one that the office likes."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from speechgen import outputs
from speechgen.facts.style_writing import options_of, style_text
from speechgen.outputs import Output
from speechgen.problems import SpeechgenError
from speechgen.word import sampling
from speechgen.word.opening import LARGEST, refused

YAML = (".yaml", ".yml")


class Sampled(NamedTuple):
    """What was read from a paper that the office likes, and where it was written."""

    path: Path
    found: tuple[str, ...]
    """As the style file has it, a line each."""

    notes: tuple[str, ...]
    """What was not found, or is not ours to print."""


def sample(paper: Path, out: Path, *, force: bool = False) -> Sampled:
    """Write the style file that makes our papers look as `paper` does.

    Raises:
        SpeechgenError: the paper cannot be read; something else stands at `out`, or it cannot be
            written. Nothing is written then.
    """
    if out.suffix.lower() not in YAML:
        raise SpeechgenError(outputs.not_written(out, YAML))
    outputs.refuse_input(paper, [out])
    look = sampling.sample(_bytes(paper), str(paper))
    text, notes = style_text(look.fields, look.notes, paper.name, out.name, look.salutation)
    data = text.encode()
    outputs.refuse_standing(out, data, force=force)
    outputs.write_all([Output(out, data, keep=force)])
    lines = tuple([f"{key}: {typed}" for key, typed in options_of(look.fields).items()])
    return Sampled(out, lines, notes)


def _bytes(path: Path) -> bytes:
    """Return what is in a .docx.

    Raises:
        SpeechgenError: there is no such file, or it cannot be opened.
    """
    name = str(path)
    try:
        if path.is_dir():
            raise refused(name, "is-directory", "这是一个文件夹，不是 Word 文件")
        if not path.exists():
            raise refused(name, "no-file", "找不到这个文件", "请核对文件名和所在的文件夹")
        if not path.is_file():
            raise refused(name, "cannot-open", "这不是普通文件，读不了")
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError):
        hint = "请看文件是否被别的程序占用，或有没有读取权限"
        raise refused(name, "cannot-open", "文件打不开", hint) from None
