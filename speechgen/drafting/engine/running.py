"""The back end of Jinja2: compiled templates run here, and reach nothing but the desk.

`jinja2.runtime` is all that compiled code needs. It is imported without the package's front end
(lexer, parser, compiler, loaders), which is two thirds of the time Jinja2 takes to come up.
"""

# ruff: noqa: ANN401 - a template hands on values of any type

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from types import CodeType, MethodType, ModuleType
from typing import Any, NoReturn

from speechgen.drafting.engine.speakable import Speakable
from speechgen.drafting.marks import lead
from speechgen.facts.item import Item
from speechgen.numerals import chinese, counted

OUTPUT_LIMIT = 2_000_000  # characters; product.md, Templates


def _put_off_front_end() -> None:
    """Stand a package in for `jinja2` whose `__init__` runs when somebody asks it for a name.

    Its submodules can be imported at once; `import jinja2; jinja2.Environment` works as ever.
    """
    spec = find_spec("jinja2")
    if "jinja2" in sys.modules or spec is None or spec.submodule_search_locations is None:
        return

    def whole(name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if sys.modules.get("jinja2") is package:
            del sys.modules["jinja2"]
        return getattr(import_module("jinja2"), name)

    package = ModuleType("jinja2")
    package.__path__ = list(spec.submodule_search_locations)
    package.__spec__ = spec
    package.__getattr__ = whole  # type: ignore[method-assign]
    sys.modules["jinja2"] = package


_put_off_front_end()

from jinja2.exceptions import (  # noqa: E402 - after the above
    TemplateError,
    TemplateRuntimeError,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.runtime import Context, LoopContext, Macro, Undefined, new_context  # noqa: E402

__all__ = [
    "OUTPUT_LIMIT",
    "Runtime",
    "TemplateError",
    "TemplateSyntaxError",
    "UndefinedError",
]


class Absent(Undefined):
    """A name the facts do not declare: false in `if`, an error where it is printed."""

    __slots__ = ()

    def _fail_with_undefined_error(self, *_: Any, **__: Any) -> NoReturn:
        raise UndefinedError(self._undefined_name or "")

    __str__ = __len__ = __call__ = __iter__ = _fail_with_undefined_error


def printable(value: Any) -> Any:
    """Return what a template prints, if it is something to print: no record, no list, no word."""
    if isinstance(value, str | int | Decimal | date | Speakable | Absent):
        return value
    message = "这一项不是一句话，不能直接印"
    raise TemplateRuntimeError(message)


class Runtime:
    """What compiled templates know as their environment: our filters, our names, no more."""

    autoescape = False
    is_async = False
    undefined = Absent
    context_class = Context
    concat = staticmethod("".join)
    finalize = staticmethod(printable)

    def __init__(self, load: Callable[[str], CodeType]) -> None:
        self.load = load
        self.filters = FILTERS
        self.tests = TESTS
        self.globals = {"_check": _limit}
        self.templates: dict[str, Template] = {}

    def get_template(self, name: str, _parent: str | None = None) -> Template:
        """Return a template, its code loaded once."""
        template = self.templates.get(name)
        if template is None:
            template = self.templates[name] = Template(self, self.load(name))
        return template

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return a key of a record or a phrase of a figure; nothing else has attributes."""
        if isinstance(obj, Item):
            value = obj.get(attribute)
            return Absent(name=attribute) if value is None else value
        if isinstance(obj, Speakable):
            return obj.phrase(attribute)
        if isinstance(obj, LoopContext) and attribute in _LOOP:
            return getattr(obj, attribute)
        if isinstance(obj, dict):
            return obj.get(attribute) or Absent(name=attribute)
        return Absent(name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return an entry: `数据["PM2.5"]`, `做法[0]`."""
        if isinstance(obj, tuple) and isinstance(argument, int):
            return obj[argument] if -len(obj) <= argument < len(obj) else Absent(name=str(argument))
        return self.getattr(obj, str(argument))

    def call(
        self,
        _context: Any,
        obj: Any,
        /,
        *args: Any,
        _loop_vars: Any = None,
        _block_vars: Any = None,
        **kwargs: Any,
    ) -> Any:
        """Call one of the desk's functions, a figure or a macro; nothing else can be called."""
        kind = type(obj)
        if kind in _CALLABLE or obj is _limit:
            return obj(*args, **kwargs)
        if kind is Macro:
            return _limit(obj(*args, **kwargs))
        if kind is Absent:
            obj()
        message = "模板里调用了不能调用的东西"
        raise TemplateRuntimeError(message)


class Template:
    """The code of one template, run once: its `root` says what it says."""

    def __init__(self, runtime: Runtime, code: CodeType) -> None:
        space: dict[str, Any] = {"environment": runtime, "__file__": code.co_filename}
        exec(code, space)  # noqa: S102 - compiled by `compiling`, kept in the user's own cache
        self.runtime = runtime
        self.name = space["name"]
        self.root_render_func = space["root"]
        self.blocks: dict[str, Any] = {}

    def new_context(
        self,
        variables: Mapping[str, Any],
        shared: bool = False,  # noqa: FBT001, FBT002 - as compiled code calls it
        local: Mapping[str, Any] | None = None,
    ) -> Context:
        """Return a context for this template; an included one shares that of its parent."""
        return new_context(  # type: ignore[no-any-return, unused-ignore]
            self.runtime,  # type: ignore[arg-type]
            self.name,
            self.blocks,
            dict(variables),
            shared,
            self.runtime.globals,
            local,
        )

    def generate(self, variables: Mapping[str, Any]) -> Iterator[str]:
        """Yield what the template says, piece by piece."""
        yield from self.root_render_func(self.new_context(variables))


def _limit(text: str) -> str:
    if len(text) > OUTPUT_LIMIT:
        message = "拼出的文字太长"
        raise TemplateRuntimeError(message)
    return text


def _count(things: Any) -> str:
    return counted(len(things))


def _lead_sentence(text: str) -> str:
    return lead(f"{text.rstrip('。；，')}。")


def _ordinal(number: int) -> str:
    return chinese(number)


def _join(texts: Any, mark: str = "") -> str:
    return _limit(mark.join(str(text) for text in texts))


FILTERS: dict[str, Callable[..., Any]] = {
    "领": lead,
    "领句": _lead_sentence,
    "几": _count,
    "序": _ordinal,
    "个数": len,
    "连": _join,
    "_限": _limit,
}
TESTS: dict[str, Callable[..., Any]] = {"defined": lambda value: not isinstance(value, Absent)}
_CALLABLE = frozenset({partial, MethodType, Speakable})
_LOOP = frozenset({"index", "first", "last", "length"})
