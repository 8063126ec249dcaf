"""The style of an office: read for a render, and which layout a paper gets by it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from speechgen import outputs
from speechgen.drafting.draft import Draft
from speechgen.facts.facts import Facts
from speechgen.facts.item import Item
from speechgen.facts.style_file import StyleFile
from speechgen.outputs import Output
from speechgen.problems import Problem, SpeechgenError
from speechgen.style import Layout

LOOK = "版式"
KIND = "文种.yaml"
YAML = (".yaml", ".yml")


class Sampled(NamedTuple):
    """What was read from a paper that the office likes, and where it was written."""

    path: Path
    found: tuple[str, ...]
    """As the style file has it, a line each."""

    notes: tuple[str, ...]
    """What was not found, or is not ours to print."""


def office(path: Path | None) -> StyleFile:
    """Return what the style file says; nothing where none is named.

    Raises:
        SpeechgenError: it cannot be read as one.
    """
    if path is None:
        return StyleFile()
    from speechgen.facts.styles import read_style  # noqa: PLC0415 - only with --style

    return read_style(path)


def look(facts: Facts, style: StyleFile, root: Path, paper: Draft) -> Layout:
    """Return the layout of a paper: the facts' over the office's over its kind's.

    Raises:
        SpeechgenError: what they say does not fit together.
    """
    own = facts.root.get(LOOK)
    layers = (_of_kind(root, paper.document.kind), style.layout, own)
    typed = [layer for layer in layers if isinstance(layer, Item)]
    if not typed:
        return Layout()
    from speechgen.facts.layouts import settle  # noqa: PLC0415 - most papers are as the standard is

    return settle(typed)


def sample(paper: Path, out: Path, *, force: bool = False) -> Sampled:
    """Write the style file that makes our papers look as `paper` does.

    Raises:
        SpeechgenError: the paper cannot be read; something else stands at `out`, or it cannot be
            written. Nothing is written then.
    """
    from speechgen.facts.style_writing import options_of, style_text  # noqa: PLC0415 - not to render
    from speechgen.word.sampling import sample as sampled  # noqa: PLC0415 - as above

    if out.suffix.lower() not in YAML:
        raise SpeechgenError(outputs.not_written(out, YAML))
    outputs.refuse_input(paper, [out])
    look = sampled(_bytes(paper), str(paper))
    text, notes = style_text(look.fields, look.notes, paper.name, out.name, look.salutation)
    data = text.encode()
    outputs.refuse_standing(out, data, force=force)
    outputs.write_all([Output(out, data, keep=force)])
    lines = tuple([f"{key}: {typed}" for key, typed in options_of(look.fields).items()])
    return Sampled(out, lines, notes)


def words(facts: Facts, style: StyleFile) -> tuple[Problem, ...]:
    """Return the problems of the style file, and advice on words the office does not use."""
    if not style.house.unwanted:
        return style.problems
    from speechgen.facts.unwanted import unwanted  # noqa: PLC0415 - few offices list words

    return (*style.problems, *unwanted(facts, style.house))


def _bytes(path: Path) -> bytes:
    """Return what is in a .docx.

    Raises:
        SpeechgenError: there is no such file, or it cannot be opened.
    """
    from speechgen.word.opening import LARGEST, refused  # noqa: PLC0415 - see sample

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


def _of_kind(root: Path, kind: str) -> Item | None:
    """Return the 版式 of a kind, which few have: its file is parsed only where it has one."""
    path = root / kind / KIND
    if not path.is_file() or LOOK not in path.read_text(encoding="utf-8-sig"):
        return None
    from speechgen.facts.styles import read_look  # noqa: PLC0415 - see above

    return read_look(path)
