"""The front end of Jinja2: a template's source to Python code, what may not stand in it refused.

Only a template that is new or was changed comes here; the code is kept (template.py), and the
rest of Jinja2 need not be imported the next time.
"""

from __future__ import annotations

from types import CodeType

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment

from speechgen.drafting.engine.running import FILTERS, TESTS, printable

_BANNED = (
    nodes.BinExpr,
    nodes.Neg,
    nodes.Pos,
    nodes.ExtensionAttribute,
    nodes.Import,
    nodes.FromImport,
    nodes.Extends,
    nodes.Block,
)
_ALLOWED = (nodes.And, nodes.Or)


class FrontEnd(SandboxedEnvironment):
    """Jinja2 as far as the code: every call and attribute goes through `running.Runtime`."""

    def __init__(self) -> None:
        super().__init__(cache_size=0, finalize=printable)
        self.filters = dict(FILTERS)
        self.tests = dict(TESTS)
        self.globals = {}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        _refuse(tree)
        for loop in tree.find_all(nodes.For):
            _note_loop(loop)
        return tree


def compile_source(source: str, name: str, path: str) -> CodeType:
    """Return the code of a template whose line marks are calls already.

    Raises:
        TemplateSyntaxError: it is no Jinja2, or reaches for what it may not.
    """
    return FrontEnd().compile(source, name, path)


def _refuse(tree: nodes.Template) -> None:
    for node in tree.find_all(nodes.Node):
        if isinstance(node, _BANNED) and not isinstance(node, _ALLOWED):
            message = "模板里不能做算术，也不能引入别的模块"
            raise TemplateSyntaxError(message, node.lineno)
        if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
            message = f"模板里不能用“{node.attr}”"
            raise TemplateSyntaxError(message, node.lineno)
        if isinstance(node, nodes.Name) and node.name.startswith("__"):
            message = f"模板里不能用“{node.name}”"
            raise TemplateSyntaxError(message, node.lineno)
    for include in tree.find_all(nodes.Include):
        if not isinstance(include.template, nodes.Const) or not include.with_context:
            message = "include 后面只能写一个模板的名字"
            raise TemplateSyntaxError(message, include.lineno)
    for block in tree.find_all(nodes.AssignBlock):
        block.filter = nodes.Filter(block.filter, "_限", [], [], None, None)
    for concat in list(tree.find_all(nodes.Concat)):
        check = nodes.Name("_check", "load")
        concat.nodes = [nodes.Call(check, [nodes.Concat(concat.nodes)], [], None, None)]


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
