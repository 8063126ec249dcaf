"""Problems a person should look at: places, the record, the one exception that carries them.

A problem is a value. Rooms collect problems and hand them on; only the doors print them.
"""

from collections.abc import Iterable
from typing import Literal, NamedTuple

Severity = Literal["error", "warn", "advice"]


class FactsPlace(NamedTuple):
    """A place in a file the office typed: facts, style, kind or template file."""

    file: str
    line: int
    """Counted from 1; 0 where the file as a whole is meant."""

    column: int
    """Counted from 1 in characters; 0 where the line as a whole is meant."""

    def __str__(self) -> str:
        if not self.line:
            return self.file
        if not self.column:
            return f"{self.file}:{self.line}"
        return f"{self.file}:{self.line}:{self.column}"


class CellPlace(FactsPlace):
    """A cell of a workbook or CSV; `file` is `月报.xlsx!汇总`, a CSV has no sheet."""

    __slots__ = ()

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return f"{self.file}!{letters(self.column)}{self.line}"


def letters(column: int) -> str:
    """Return the name of a column as a workbook shows it: 1 → A, 28 → AB; empty for 0."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


class TextPlace(NamedTuple):
    """A place in a paper: offsets count characters of the paragraph."""

    file: str
    part: str
    """`正文`, `页脚` … as the reader names it."""

    paragraph: int
    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.file}：{self.part}第{self.paragraph}段第{self.start + 1}字"


Place = FactsPlace | TextPlace


class Problem(NamedTuple):
    """Something a person should look at. It is collected and shown, never raised."""

    place: Place
    """`FactsPlace(file, line, column)` or `TextPlace(file, part, paragraph, start, end)`."""

    code: str
    """Stable short name: `sum-mismatch` (docs/problems.md), `F02` (docs/rules.md)."""

    message: str
    """What is there and what was expected, in Chinese, without a full stop."""

    hint: str = ""
    """How to mend it, in Chinese; empty where the message says enough."""

    fix: str | None = None
    """What to put there instead, where that is certain."""

    severity: Severity = "error"

    quote: str = ""
    """The line of the user's file the place points to, as typed; empty where there is none."""

    def __str__(self) -> str:
        lines = [f"{self.place}: {self.message}[{self.code}]"]
        if self.quote:
            lines.append(f"    │ {visible(self.quote.strip())}")
        if self.hint:
            lines.append(f"    {self.hint}")
        return "\n".join(lines)


class SpeechgenError(Exception):
    """The work cannot go on. The doors print the problems and exit with status 2."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def visible(text: str) -> str:
    r"""Return `text` with control, bidi and invisible characters as escapes: `\u202e`.

    What a message quotes must not move the cursor or turn the line round.
    """
    return "".join(_escape(c) if _hidden(c) else c for c in text)


def worst(problems: Iterable[Problem]) -> Severity | None:
    """Return the gravest severity among `problems`; None where there are none."""
    found = {problem.severity for problem in problems}
    order: tuple[Severity, ...] = ("error", "warn", "advice")
    return next((severity for severity in order if severity in found), None)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word most like `word`, or None where none is near."""
    import difflib  # noqa: PLC0415 - only a mistake needs it

    return next(iter(difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)), None)


def _hidden(character: str) -> bool:
    import unicodedata  # noqa: PLC0415 - only a message needs it

    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"  # noqa: PLR2004 - the BMP
