"""A template, rendered: found, compiled once and kept, run, its mistakes told with their line.

Templates are Chinese prose with names in it; whoever writes speeches can change one. So a
template is input like any other: it may reach nothing of Python, and cannot run for ever.
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Mapping
from functools import lru_cache, partial
from hashlib import sha256
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from types import CodeType
from typing import Any

from speechgen import __version__
from speechgen.cache import cache_folder, store
from speechgen.drafting.engine.running import (
    OUTPUT_LIMIT,
    Runtime,
    TemplateError,
    TemplateSyntaxError,
    UndefinedError,
)
from speechgen.facts.book import ExpressionError
from speechgen.facts.file.source import load
from speechgen.problems import FactsPlace, Problem, SpeechgenError, nearest

_MISUSE = (RecursionError, MemoryError, TypeError, ValueError, LookupError, AttributeError)
"""What a template can make happen by handing a word the wrong thing."""


@lru_cache(maxsize=4)
def environment(root: Path) -> Runtime:
    """Return the runtime of one `templates/` folder, made once in a process."""
    return Runtime(partial(_code, root))


def render(root: Path, name: str, context: Mapping[str, Any]) -> str:
    """Return what the template `name` says in `context`, line marks and all.

    Raises:
        SpeechgenError: the template is not one, prints an undeclared name, reaches for what it
            may not, or says too much; the place is its file and line.
    """
    try:
        pieces, size = [], 0
        for piece in environment(root).get_template(name).generate(context):
            pieces.append(piece)
            size += len(piece)
            if size > OUTPUT_LIMIT:
                raise SpeechgenError(_problem(root, name, 0, f"写出的文字超过{OUTPUT_LIMIT}字"))
        return "".join(pieces)
    except ExpressionError as error:
        place = _where(error, root, name)
        raise SpeechgenError(_problem(root, *place, error.message, error.hint)) from error
    except UndefinedError as error:
        word = str(error)
        near = nearest(word, [key for key in context if not key.startswith("_")])
        message = f"模板要印“{word}”，素材里没有这一项"
        hint = f"是不是“{near}”？" if near else ""
        raise SpeechgenError(_problem(root, *_where(error, root, name), message, hint)) from error
    except TemplateSyntaxError as error:
        where = error.filename or error.name or name
        message = f"模板写法不对（{error.message}）"
        raise SpeechgenError(_problem(root, where, error.lineno, message)) from error
    except (TemplateError, *_MISUSE) as error:
        message = f"模板用了不能用的东西（{error}）"
        raise SpeechgenError(_problem(root, *_where(error, root, name), message)) from error


def _code(root: Path, name: str) -> CodeType:
    """Return the code of a template: kept from another run, else compiled now."""
    path = root / name
    if ".." in name or name.startswith(("/", "\\")) or ":" in name or not path.is_file():
        message = f"没有“{name}”这个模板"
        raise TemplateError(message)
    text = load(path)
    folder = cache_folder()
    kept = folder / _kept_name(text, str(path)) if folder else None
    code = _loaded(kept) if kept else None
    if code is not None:
        return code
    code = _compiled(root, name, text)
    if kept is not None:
        store(kept, marshal.dumps(code))
    return code


def _loaded(path: Path) -> CodeType | None:
    """Return the code kept at `path`; None where there is none, or none that can be read."""
    try:
        code = marshal.loads(path.read_bytes())  # noqa: S302 - the user's own cache, 0700
    except (OSError, EOFError, ValueError, TypeError):
        return None
    return code if isinstance(code, CodeType) else None


def _compiled(root: Path, name: str, text: str) -> CodeType:
    from speechgen.drafting.engine.compiling import compile_source  # noqa: PLC0415 - only when it changed
    from speechgen.drafting.engine.source import LineMarkError, compile_lines  # noqa: PLC0415 - as above

    path = root / name
    try:
        source = compile_lines(text, path.parent.name if path.stem == "正文" else path.stem)
    except LineMarkError as error:
        message = f"没有“@{error.mark}”这种行，见 docs/templates.md"
        raise SpeechgenError(_problem(root, name, error.line, message)) from error
    return compile_source(source, name, str(path))


@lru_cache(maxsize=1)
def _maker() -> str:
    """Return what made the code: our version, Python's, Jinja2's."""
    runtime = sys.modules["jinja2.runtime"].__file__ or ""
    status = Path(runtime).stat()
    return f"{__version__} {MAGIC_NUMBER.hex()} {runtime} {status.st_mtime_ns} {status.st_size}"


def _kept_name(text: str, path: str) -> str:
    return sha256(f"{_maker()}\x1f{path}\x1f{text}".encode()).hexdigest() + ".code"


def _problem(root: Path, name: str, line: int, message: str, hint: str = "") -> Problem:
    path = name if Path(name).is_absolute() else str(root / name)
    return Problem(FactsPlace(path, line, 0), "bad-template", message, hint)


def _where(error: BaseException, root: Path, name: str) -> tuple[str, int]:
    """Return the template and line an error came from, the innermost one on the way."""
    where, line, trace = name, 0, error.__traceback__
    while trace is not None:
        frame = trace.tb_frame
        if frame.f_code.co_filename.startswith(str(root)):
            where = frame.f_code.co_filename
            line = _source_line(frame.f_globals.get("debug_info", ""), trace.tb_lineno)
        trace = trace.tb_next
    return where, line


def _source_line(info: str, line: int) -> int:
    """Return the template's line of a line of its code; `info` is `3=12&5=14`: template=code."""
    pairs = [pair.split("=") for pair in info.split("&") if pair]
    before = [int(template) for template, code in pairs if int(code) <= line]
    return before[-1] if before else 1
