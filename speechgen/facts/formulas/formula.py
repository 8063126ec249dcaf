"""Formulas: `= 化解积案 / 排查积案`, as office people write them. Read into steps here.

    formula  = term { (+|-) term }            × ✕ * and ÷ ／ / alike, full-width signs too
    term     = factor { (×|÷) factor }
    factor   = [-|+] ( number [万|亿] [%] | name | function ( list ) | ( formula ) )
    function = 合计 平均 最大 最小 占比 同比

There is no other syntax, and nothing is evaluated by Python.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from speechgen.facts.book import ExpressionError
from speechgen.numerals import parse_amount
from speechgen.problems import visible

LONGEST = 500
DEEPEST = 32
FUNCTIONS = ("合计", "平均", "最大", "最小", "占比", "同比")

_SIGNS = str.maketrans(
    "＋－−–—×✕＊∗÷／∕（）［］，、；;％０１２３４５６７８９．",
    "+----****///()[],,,,%0123456789.",
)
_SQUARE = str.maketrans("［］", "[]")
_OPERATING = frozenset("+-*/(),%=")
_DIGITS = frozenset("0123456789.")
_PAIR = 2


class Step(NamedTuple):
    """One step of a formula in the order of work: a value is laid down, an operator takes them."""

    kind: str
    """`figure`, `number`, `sign`, `minus`, `call` or `yoy` (同比 of the figure)."""

    text: str
    """Name, number, sign or function."""

    takes: int = 0
    """How many values a `call` takes."""


NAMING = ("figure", "yoy")
"""Kinds of steps whose text is the name of a figure."""

Program = tuple[Step, ...]
"""A formula in the order of work."""


@lru_cache(maxsize=1024)
def parse(text: str, names: tuple[str, ...], own: str = "") -> Program:
    """Return the steps of `text` (without its `=`), in which `names` may stand.

    `own` is the figure it belongs to: it is never what a misspelt name was meant to be.

    Raises:
        ExpressionError: it cannot be read, or names a figure that is not there.
    """
    if len(text) > LONGEST:
        message = f"太长（{len(text)}个字）"
        raise ExpressionError(message, "请分成几个数据来写", "formula-error")
    parser = _Parser(text, names, own)
    parser.sum(0)
    parser.skip()
    if parser.at < len(text):
        raise parser.unexpected()
    return tuple(parser.steps)


def inputs(program: Program) -> tuple[str, ...]:
    """Return the names of the figures `program` uses, each once, in order."""
    return tuple(dict.fromkeys(step.text for step in program if step.kind in NAMING))


class _Parser:
    """Reads one formula from left to right."""

    __slots__ = ("at", "lengths", "names", "own", "plain", "signs", "steps", "text")

    def __init__(self, text: str, names: tuple[str, ...], own: str) -> None:
        self.own = own
        self.text = text
        self.plain = text.translate(_SQUARE)
        """For cells of tables, whose brackets an input method makes wide."""
        self.signs = text.translate(_SIGNS)
        self.names = frozenset(names)
        self.lengths = sorted({len(name) for name in names}, reverse=True)
        self.at = 0
        self.steps: list[Step] = []

    def sum(self, depth: int) -> None:
        """Read terms with + and - between."""
        self._chain(("+", "-"), lambda: self._chain(("*", "/"), lambda: self._factor(depth)))

    def _chain(self, signs: tuple[str, str], part: Callable[[], None]) -> None:
        part()
        while (sign := self.skip()) in signs:
            self.at += 1
            part()
            self.steps.append(Step("sign", sign))

    def _factor(self, depth: int) -> None:
        if depth > DEEPEST:
            message = f"括号或正负号套得太深（最多{DEEPEST}层）"
            raise ExpressionError(message, "请分成几个数据来写", "formula-error")
        sign = self.skip()
        if sign in {"+", "-"}:
            self.at += 1
            self._factor(depth + 1)
            self.steps += (Step("minus", ""),) if sign == "-" else ()
        elif sign == "(":
            self.at += 1
            self.sum(depth + 1)
            self._close()
        elif not self._name() and not self._number() and not self._call(depth):
            raise self.unexpected()

    def _name(self) -> bool:
        name = self._known_name()
        if name:
            self.steps.append(Step("figure", name))
        return bool(name)

    def _known_name(self) -> str:
        """Step over the longest known name that stands here and ends here; nothing if none."""
        for length in self.lengths:
            end = self.at + length
            name = self.text[self.at : end]
            name = name if name in self.names else self.plain[self.at : end]
            if name in self.names and self._ends(end) and self.signs[end : end + 1] != "(":
                if parse_amount(name) is not None:
                    return ""
                self.at = end
                return name
        return ""

    def _number(self) -> bool:
        end = self.at
        while end < len(self.signs) and self.signs[end] in _DIGITS:
            end += 1
        while end > self.at and self.signs[end : end + 1] in {"万", "亿", "%"}:
            end += 1
        number = self.signs[self.at : end]
        if not number or not self._ends(end) or parse_amount(number) is None:
            return False
        self.steps.append(Step("number", number))
        self.at = end
        return True

    def _call(self, depth: int) -> bool:
        word = next((one for one in FUNCTIONS if self.text.startswith(one, self.at)), "")
        start = self.at
        self.at += len(word)
        if not word or self.skip() != "(":
            self.at = start
            return False
        self.at += 1
        if word == "同比":
            self._year_on_year()
        else:
            self._listed(word, depth + 1)
        self._close()
        return True

    def _year_on_year(self) -> None:
        self.skip()
        name = self._known_name()
        if not name:
            raise self.unexpected()
        self.steps.append(Step("yoy", name))

    def _listed(self, word: str, depth: int) -> None:
        count = 1
        self.sum(depth)
        while self.skip() == ",":
            self.at += 1
            self.sum(depth)
            count += 1
        if word == "占比" and count != _PAIR:
            message = "“占比”的括号里要写两个数据：部分、总量"
            raise ExpressionError(message, "例如 = 占比(重复信访, 信访总量)", "formula-error")
        self.steps.append(Step("call", word, count))

    def _close(self) -> None:
        if self.skip() != ")":
            missing = "少了右括号"
            raise self.unexpected(missing)
        self.at += 1

    def skip(self) -> str:
        """Step over blanks; return the sign that stands next, empty at the end."""
        while self.text[self.at : self.at + 1].isspace():
            self.at += 1
        return self.signs[self.at : self.at + 1]

    def unexpected(self, message: str = "") -> ExpressionError:
        """Return what is wrong with what stands next."""
        end = self.at
        while not self._ends(end):
            end += 1
        if not message:
            from speechgen.facts.formulas.faults import foreign, unknown  # noqa: PLC0415 - a mistake

            word = self.text[self.at : end]
            called = self.signs[end : end + 1] == "("
            if fault := foreign(word or self.text[self.at : self.at + 1], called=called):
                return fault
            if word:
                return unknown(word, self.names - {self.own})
        stands = self.text[self.at : self.at + 1]
        message = message or (f"“{visible(stands)}”不该在这里" if stands else "没有写完")
        return ExpressionError(message, "例如 = （甲 + 乙）÷ 丙", "formula-error")

    def _ends(self, at: int) -> bool:
        sign = self.signs[at : at + 1]
        return not sign or sign in _OPERATING or sign.isspace()
