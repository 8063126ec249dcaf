"""Sentences of the facts: 【…】 becomes a canonical expression between our marks.

Rule: docs/facts.md, “在句子里用数据”.
"""

from __future__ import annotations

import re

from speechgen.facts.book import ExpressionError
from speechgen.facts.expression import JOINS, canonical
from speechgen.facts.file.lines import Scalar
from speechgen.facts.item import END, MARK
from speechgen.facts.reading import Reading, shown
from speechgen.facts.speak import speak

_TOKEN = re.compile("【【|】】|【[^【】]*】|【|】")
_BEHIND_A_TABLE = frozenset(f"[［〔{JOINS}")


def spoken(text: str, node: Scalar, reading: Reading) -> str:
    """Return `text` with every 【…】 as `MARK + canonical expression + END`.

    `【【` prints a bracket, and the next single 】 closes it in print. A bracket that is left open,
    stray, empty or unknown is reported where it is written, and stays as typed.
    """
    done: list[str] = []
    position = printed = 0
    for match in _TOKEN.finditer(text):
        sign = match[0]
        done.append(text[position : match.start()])
        position = match.end()
        if sign == "【【":
            printed += 1
            done.append("【")
        elif sign in {"】", "】】"}:
            if not printed:
                _report(match, node, reading, "figure-stray", "“】”前面没有“【”")
            printed -= 1 if printed else 0
            done.append("】")
        else:
            done.append(_expression(match, node, reading))
    done.append(text[position:])
    return "".join(done)


def _expression(match: re.Match[str], node: Scalar, reading: Reading) -> str:
    typed = match[0]
    if typed == "【":
        rest = shown(match.string[match.start() :].split("【", 2)[1])
        hint = "请补上“】”；要印“【”本身，请写成“【【”"
        _report(match, node, reading, "figure-unclosed", f"“【{rest}”没有用“】”收住", hint)
        return typed
    inner = typed[1:-1].strip()
    if not inner:
        _report(match, node, reading, "figure-empty", "“【】”里没有写数据名")
        return typed
    known = reading.canonicals.get(inner)
    if known is None:
        try:
            known = canonical(inner, reading.figures, reading.names)
            reading.said[known] = speak(known, reading)
        except ExpressionError as error:
            if not any(_speaks_of(table, inner) for table in reading.broken):
                _report(match, node, reading, error.code, error.message, error.hint)
            return typed
        reading.canonicals[inner] = known
    return f"{MARK}{known}{END}"


def _speaks_of(table: str, inner: str) -> bool:
    """Return whether `inner` is 乡镇表.来访 or 乡镇表[城关镇].来访, and not 乡镇表决."""
    rest = inner.removeprefix(table).lstrip()
    return inner.startswith(table) and (not rest or rest[0] in _BEHIND_A_TABLE)


def _report(  # noqa: PLR0913, PLR0917 - where, and the parts of a problem
    match: re.Match[str], node: Scalar, reading: Reading, code: str, message: str, hint: str = ""
) -> None:
    """Report a bracket where it is written: the nth of its kind in the text is the nth there."""
    sign = match[0][0]
    written = reading.page.written(node)
    offset = -1
    for _ in range(match.string.count(sign, 0, match.start()) + 1):
        offset = written.find(sign, offset + 1)
    reading.report(reading.page.inside(node, max(offset, 0)), code, message, hint)
