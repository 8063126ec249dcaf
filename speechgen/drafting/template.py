"""Jinja2, kept small: our line marks, our names, a sandbox without arithmetic, a cache.

Templates are Chinese prose with names in it; whoever writes speeches can change one. So a
template is input like any other: it may reach nothing of Python, and cannot run for ever.
"""

# ruff: noqa: ANN401 - Jinja2 hands us values of any type

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from hashlib import sha256
from pathlib import Path
from types import MethodType
from typing import Any, NoReturn

import jinja2
from jinja2 import nodes
from jinja2.runtime import LoopContext
from jinja2.sandbox import SandboxedEnvironment

from speechgen import __version__
from speechgen.cache import cache_folder, store
from speechgen.drafting.marks import lead
from speechgen.drafting.source import LineMarkError, compile_lines
from speechgen.drafting.speakable import Speakable
from speechgen.facts.book import ExpressionError
from speechgen.facts.item import Item
from speechgen.numerals import chinese, counted
from speechgen.problems import FactsPlace, Problem, SpeechgenError, nearest

_CALLABLE = frozenset({partial, MethodType, Speakable})
OUTPUT_LIMIT = 2_000_000  # characters; product.md, Templates
_BANNED = (
    nodes.BinExpr,
    nodes.Neg,
    nodes.Pos,
    nodes.ExtensionAttribute,
    nodes.Import,
    nodes.FromImport,
)
_LOOP = frozenset({"index", "first", "last", "length"})
_ALLOWED = (nodes.And, nodes.Or, nodes.Concat)


class Absent(jinja2.Undefined):
    """A name the facts do not declare: false in `if`, an error where it is printed."""

    __slots__ = ()

    def _fail_with_undefined_error(self, *_: Any, **__: Any) -> NoReturn:
        raise jinja2.UndefinedError(self._undefined_name or "")

    __str__ = __iter__ = __len__ = __eq__ = __ne__ = _fail_with_undefined_error
    __hash__ = None  # type: ignore[assignment]


class Templates(SandboxedEnvironment):
    """Our Jinja2: Chinese names, our line marks, the facts' records, nothing of Python."""

    def __init__(self, root: Path, cache: jinja2.BytecodeCache | None = None) -> None:
        super().__init__(
            undefined=Absent,
            loader=jinja2.FunctionLoader(_Loader(root)),
            bytecode_cache=cache,
            cache_size=64,
            auto_reload=False,
        )
        self.filters = {"领": lead, "几": _count, "序": _ordinal, "个数": len, "连": _join}
        self.tests = {}
        self.globals = {"_check": _limit}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return a key of a record or a phrase of a figure; nothing else has attributes."""
        if isinstance(obj, Item):
            value = obj.get(attribute)
            return self.undefined(obj=obj, name=attribute) if value is None else value
        if isinstance(obj, Speakable):
            return obj.phrase(attribute)
        if isinstance(obj, LoopContext) and attribute in _LOOP:
            return getattr(obj, attribute)
        if isinstance(obj, dict):
            return obj.get(attribute) or self.undefined(obj=None, name=attribute)
        return self.undefined(obj=None, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return an entry: `数据["PM2.5"]`, `做法[0]`."""
        if isinstance(obj, Mapping | tuple) and isinstance(argument, str | int):
            try:
                return obj[argument]  # type: ignore[index]
            except LookupError:
                return self.undefined(obj=None, name=str(argument))
        return self.getattr(obj, str(argument))

    def call(
        self,
        context: Any,
        obj: Any,
        /,
        *args: Any,
        _loop_vars: Any = None,
        _block_vars: Any = None,
        **kwargs: Any,
    ) -> Any:
        """Call one of the desk's functions or a figure; a template can reach nothing else."""
        if type(obj) in _CALLABLE:
            return obj(*args, **kwargs)
        return super().call(context, obj, *args, **kwargs)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        _refuse(tree)
        for loop in tree.find_all(nodes.For):
            _note_loop(loop)
        return tree


class _Loader:
    """Finds a template under the root: `工作会议讲话/正文.j2`, `共用/讲话.j2`."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def __call__(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        path = self.root / name
        if ".." in name or name.startswith(("/", "\\")) or ":" in name or not path.is_file():
            return None
        source = path.read_text("utf-8-sig")
        stem = path.parent.name if path.stem == "正文" else path.stem
        return compile_lines(source, stem), str(path), lambda: True


class _Cache(jinja2.BytecodeCache):
    """Compiled templates in the user's own cache directory, and nowhere else."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def load_bytecode(self, bucket: Any) -> None:
        path = self.folder / bucket.key
        if path.is_file():
            with path.open("rb") as file:
                bucket.load_bytecode(file)

    def dump_bytecode(self, bucket: Any) -> None:
        store(self.folder / bucket.key, bucket.bytecode_to_string())

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        words = (__version__, jinja2.__version__, name, filename or "")
        return sha256("\x1f".join(words).encode()).hexdigest()


@lru_cache(maxsize=4)
def environment(root: Path) -> Templates:
    """Return the environment of one `templates/` folder, made once in a process."""
    folder = cache_folder()
    return Templates(root, _Cache(folder) if folder else None)


def render(root: Path, name: str, context: Mapping[str, Any]) -> str:
    """Return what the template `name` says in `context`, line marks and all.

    Raises:
        SpeechgenError: the template is not one, prints an undeclared name, reaches for what it
            may not, or says too much; the place is its file and line.
    """
    try:
        template = environment(root).get_template(name)
        pieces, size = [], 0
        for piece in template.generate(context):
            pieces.append(piece)
            size += len(piece)
            if size > OUTPUT_LIMIT:
                raise SpeechgenError(_problem(root, name, 0, f"写出的文字超过{OUTPUT_LIMIT}字"))
        return "".join(pieces)
    except LineMarkError as error:
        raise SpeechgenError(
            _problem(root, name, error.line, f"没有“@{error.mark}”这种行，见 docs/templates.md")
        ) from error
    except ExpressionError as error:
        place = _where(error, root, name)
        raise SpeechgenError(_problem(root, *place, error.message, error.hint)) from error
    except jinja2.UndefinedError as error:
        word = str(error)
        near = nearest(word, [key for key in context if not key.startswith("_")])
        message = f"模板要印“{word}”，素材里没有这一项"
        raise SpeechgenError(
            _problem(root, *_where(error, root, name), message, f"是不是“{near}”？" if near else "")
        ) from error
    except jinja2.TemplateSyntaxError as error:
        where = error.filename or name
        message = f"模板写法不对（{error.message}）"
        raise SpeechgenError(_problem(root, where, error.lineno, message)) from error
    except (jinja2.TemplateError, RecursionError, TypeError) as error:
        message = f"模板用了不能用的东西（{error}）"
        raise SpeechgenError(_problem(root, *_where(error, root, name), message)) from error


def _problem(root: Path, name: str, line: int, message: str, hint: str = "") -> Problem:
    path = name if Path(name).is_absolute() else str(root / name)
    return Problem(FactsPlace(path, line, 0), "bad-template", message, hint)


def _where(error: BaseException, root: Path, name: str) -> tuple[str, int]:
    """Return the template and line an error came from, the innermost one on the way."""
    where, line, trace = name, 0, error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.startswith(str(root)):
            where, line = file, trace.tb_lineno
        trace = trace.tb_next
    return where, line


def _refuse(tree: nodes.Template) -> None:
    for node in tree.find_all(nodes.Node):
        if isinstance(node, _BANNED) and not isinstance(node, _ALLOWED):
            message = "模板里不能做算术，也不能引入别的模块"
            raise jinja2.TemplateSyntaxError(message, node.lineno)
        if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
            message = f"模板里不能用“{node.attr}”"
            raise jinja2.TemplateSyntaxError(message, node.lineno)
        if isinstance(node, nodes.Name) and node.name.startswith("__"):
            message = f"模板里不能用“{node.name}”"
            raise jinja2.TemplateSyntaxError(message, node.lineno)
    for concat in list(tree.find_all(nodes.Concat)):
        concat.nodes = [
            nodes.Call(nodes.Name("_check", "load"), [nodes.Concat(concat.nodes)], [], None, None)
        ]


def _note_loop(loop: nodes.For) -> None:
    """Let a loop note its entry on the desk, so that blocks in it know their path."""
    target = loop.target
    name = target.name if isinstance(target, nodes.Name) else ""
    entry: nodes.Expr = nodes.Name(name, "load") if name else nodes.Const("")
    enter = nodes.Call(nodes.Name("_进", "load"), [entry], [], None, None)
    leave = nodes.Call(nodes.Name("_出", "load"), [], [], None, None)
    loop.body = [nodes.Output([enter]), *loop.body, nodes.Output([leave])]
    for node in (loop.body[0], loop.body[-1]):
        node.set_lineno(loop.lineno)
        node.environment = loop.environment


def _limit(text: str) -> str:
    if len(text) > OUTPUT_LIMIT:
        message = "拼出的文字太长"
        raise jinja2.TemplateError(message)
    return text


def _count(things: Any) -> str:
    return counted(len(things))


def _ordinal(number: int) -> str:
    return chinese(number)


def _join(texts: Any, mark: str = "") -> str:
    return mark.join(str(text) for text in texts)
