"""A template's source: line marks become calls, so that every paragraph knows its role and key.

    # [形势] …        heading 1 with the id 形势 (`##` `###` `####` deeper)
    @称谓 [称谓] …    another role, by its name in docs/templates.md
    [开头] …          a plain paragraph
      …               a line that begins with two spaces goes on with the paragraph above

A line without an id gets the digest of its source. Statements (`{% … %}` alone) make no paragraph.
"""

from __future__ import annotations

import hashlib
import re

from speechgen.document import Role

HASHES = {
    "#": Role.HEADING_1,
    "##": Role.HEADING_2,
    "###": Role.HEADING_3,
    "####": Role.HEADING_4,
}
ROLES = {role.value: role for role in Role}
_LINE = re.compile(r"(?:(#{1,4})\s+|@(\S+)\s+)?(?:\[([^\]\s]{1,40})\]\s*)?(.*)")
_STATEMENT = re.compile(r"\s*(?:(?:\{%(?:(?!%\}).)*%\}|\{#(?:(?!#\}).)*#\})\s*)+")


class LineMarkError(ValueError):
    """A line mark that the table does not have; `line` counts from 1."""

    def __init__(self, line: int, mark: str) -> None:
        super().__init__(mark)
        self.line = line
        self.mark = mark


def compile_lines(source: str, template: str) -> str:
    """Return Jinja2 source in which every line that speaks opens with a call of `_行`.

    Line numbers stay. `template` opens the block keys (`工作会议讲话/开头`).

    Raises:
        LineMarkError: a line begins with `@` and a word that is no role.
    """
    lines = source.replace("\r\n", "\n").split("\n")
    return "".join(_compiled(line, n, template) for n, line in enumerate(lines, 1))


def line_ids(source: str) -> list[str]:
    """Return the ids of the lines that speak, in order, written or generated."""
    return [_parts(line, n)[1] for n, line in enumerate(source.split("\n"), 1) if _speaks(line)]


def _compiled(line: str, number: int, template: str) -> str:
    if not line.strip():
        return "{#\n#}"
    if _STATEMENT.fullmatch(line):
        return f"{line.strip()}{{#\n#}}"
    if line.startswith("  "):
        return f"{line.strip()}{{#\n#}}"
    role, ident, text = _parts(line, number)
    return f'{{{{ _行("{role.name}", "{template}/{ident}") }}}}{text}{{#\n#}}'


def _speaks(line: str) -> bool:
    return bool(line.strip()) and not _STATEMENT.fullmatch(line) and not line.startswith("  ")


def _parts(line: str, number: int) -> tuple[Role, str, str]:
    match = _LINE.fullmatch(line.rstrip())
    if match is None:  # the pattern takes any line
        raise LineMarkError(number, line)
    hashes, word, ident, text = match.groups()
    if word is not None and word not in ROLES:
        raise LineMarkError(number, word)
    role = HASHES[hashes] if hashes else ROLES[word] if word else Role.BODY
    return role, ident or _digest(line), text


def _digest(line: str) -> str:
    return hashlib.sha256(line.strip().encode()).hexdigest()[:6]
