"""Expressions: what stands between 【 and 】, brought into one form and taken apart again.

    信访总量 · 信访总量.同比 · 重复信访.占比(信访总量) · 延期小区 · 乡镇表[城关镇].来访

The last form is a cell of a table, and 乡镇表.来访 its column: each is a name like any other.
A name may hold dots, digits and brackets: the longest known name wins.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import lru_cache

from speechgen.facts.book import ExpressionError
from speechgen.facts.phrases import ARGUMENTS, allowed, every_word, is_phrase, proper
from speechgen.problems import nearest, visible

JOINS = ".。．｡的"
"""What may stand between a name and its phrase: an input method types 。 for the dot."""

_BRACKETS = str.maketrans("［］〔〕", "[][]")
_LISTS = str.maketrans("，、,;；", ",,,,,")
_LONGEST = 500

Known = Mapping[str, object]


def canonical(inner: str, figures: Known, names: Known) -> str:
    """Return `inner` in its one form: `信访总量。同比`, `信访总量的同比` → `信访总量.同比`.

    Raises:
        ExpressionError: no such name, phrase or table; the hint has the nearest known one.
    """
    typed = inner.strip()
    if typed in figures or typed in names:
        return typed
    if not typed or len(typed) > _LONGEST:
        message = "【】里没有写名称" if not typed else "【】里的文字太长，不是数据的说法"
        raise ExpressionError(message, "写数据的名称，如【信访总量】", "bad-expression")
    found = _taken_apart(typed, figures, names)
    if found is None:
        found = _of_table(typed, figures) or _loosely(typed, figures, names)
    if found is None:
        raise _unknown(typed, figures, names)
    name, rest = found
    return name + _phrase(name, rest, figures)


def parse(expression: str, figures: Known, names: Known) -> tuple[str, str, tuple[str, ...]]:
    """Return name, phrase and arguments of a canonical expression; empty where it has none.

    Raises:
        ExpressionError: the name or an argument is not known (the facts have changed).
    """
    if expression in figures or expression in names:
        return expression, "", ()
    for name, phrase, arguments in _splits(expression):
        if name in figures:
            return name, phrase, _arguments(arguments, figures)
    raise _unknown(expression, figures, names)


@lru_cache(maxsize=2048)
def _splits(expression: str) -> tuple[tuple[str, str, str], ...]:
    """Return every way to read `expression` as name, phrase, arguments: longest name first."""
    ways = []
    for at in range(len(expression) - 1, 0, -1):
        if expression[at] == ".":
            phrase, bracket, arguments = expression[at + 1 :].partition("(")
            if is_phrase(phrase) and arguments.endswith(")") == bool(bracket):
                ways.append((expression[:at], phrase, arguments[:-1]))
    return tuple(ways)


def _taken_apart(typed: str, figures: Known, names: Known) -> tuple[str, str] | None:
    """Return the longest known name that begins `typed`, and what follows the dot."""
    for end in range(len(typed) - 1, 0, -1):
        name = typed[:end]
        if name in figures or name in names:
            rest = typed[end:].lstrip()
            if rest and rest[0] in JOINS:
                return name, rest[1:]
    return None


def _of_table(typed: str, figures: Known) -> tuple[str, str] | None:
    """Return the same for a cell typed as `乡镇表［城关镇］的来访`, a column as `乡镇表的来访`."""
    text = typed.translate(_BRACKETS)
    end = text.find("]") + 1
    for at in range(end or 1, len(text) - 1):
        if text[at] in JOINS:
            text = f"{text[:at]}.{text[at + 1 :]}"
            return (text, "") if text in figures else _taken_apart(text, figures, {})
        if end:
            break
    return None


def _loosely(typed: str, figures: Known, names: Known) -> tuple[str, str] | None:
    """Return the same for a name typed with other widths or spaces than in 数据."""
    folded = {_folded(name): name for name in (*figures, *names)}
    text = _folded(typed)
    if text in folded:
        return folded[text], ""
    found = _taken_apart(text, folded, {})
    return (folded[found[0]], found[1]) if found else None


@lru_cache(maxsize=1024)
def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _phrase(name: str, rest: str, figures: Known) -> str:
    """Return `.同比`, `.占比(信访总量)` of what was typed behind the dot; nothing of nothing."""
    if not rest:
        return ""
    word, bracket, arguments = _folded(rest).partition("(")
    if not is_phrase(word):
        from speechgen.facts.likely import likely  # noqa: PLC0415 - only a slip needs it

        near = likely(word, every_word())
        hint = f"是不是“{near}”" if near else "可用的说法见 docs/figures.md"
        message = f"“{name}”后面的“{visible(word)}”不是已有的说法"
        raise ExpressionError(message, hint, "unknown-phrase")
    if name not in figures:
        message = f"“{name}”是名称，不是数据，不能说“{word}”"
        raise ExpressionError(message, f"直接写【{name}】")
    named = _arguments(arguments.removesuffix(")"), figures) if bracket else ()
    _check_number(name, proper(word), len(named))
    return f".{proper(word)}" + (f"({','.join(named)})" if named else "")


def _check_number(name: str, phrase: str, number: int) -> None:
    most = ARGUMENTS.get(phrase, (0, 0))[1]
    if not allowed(phrase, number):
        example = f"【{name}.{phrase}({'另一个数据' if most else ''})】".replace("()", "")
        message = f"“{phrase}”后面{'要' if most else '不'}用括号写另一个数据的名称"
        message = f"“{phrase}”后面写的数据太多" if number > most > 1 else message
        raise ExpressionError(message, f"写成{example}", "phrase-argument")


def _arguments(typed: str, figures: Known) -> tuple[str, ...]:
    """Return the names in brackets; one name may itself hold a comma."""
    if typed in figures:
        return (typed,)
    return tuple(_argument(one, figures) for one in _listed(typed))


def _listed(typed: str) -> Iterator[str]:
    for one in typed.translate(_LISTS).split(","):
        if one.strip():
            yield one.strip()


def _argument(typed: str, figures: Known) -> str:
    if typed in figures:
        return typed
    text = _folded(typed)
    cell = _of_table(typed, figures)
    if cell is not None and not cell[1]:
        return cell[0]
    found = next((name for name in figures if _folded(name) == text), None)
    if found is None:
        raise _no_name(typed, figures)
    return found


def _unknown(typed: str, figures: Known, names: Known) -> ExpressionError:
    """Return what is wrong with an expression that begins with no known name."""
    text = typed.translate(_BRACKETS)
    table = next((one for one in _tables(figures) if _begins(text, one)), "")
    if table or text.partition("[")[1]:
        from speechgen.facts.tables.unknown import unknown  # noqa: PLC0415 - only a slip needs it

        return unknown(text, table, figures)
    joined = _glued(typed, figures)
    if joined:
        message = f"“{visible(typed)}”里数据和说法没有分开"
        return ExpressionError(message, f"写成【{joined}】", "unknown-figure")
    known = (*figures, *names)
    return _no_name(_meant(typed, known), known)


def _tables(figures: Iterable[str]) -> list[str]:
    """Return the names of the tables that have figures, the longest first."""
    return sorted({name.partition("[")[0] for name in figures if "]." in name}, key=len)[::-1]


def _begins(typed: str, table: str) -> bool:
    rest = typed[len(table) :].lstrip()
    return typed.startswith(table) and (not rest or rest[0] in "[" + JOINS)


def _meant(typed: str, known: Iterable[str]) -> str:
    """Return the name in `信访总数.同比`, also where the phrase is mistyped too."""
    for at in range(len(typed) - 1, 0, -1):
        if typed[at] in JOINS and is_phrase(_folded(typed[at + 1 :]).partition("(")[0]):
            return typed[:at]
    first = min([at for at in map(typed.find, JOINS[:-1]) if at > 0], default=len(typed))
    return typed if nearest(typed, known) else typed[:first]


def _glued(typed: str, figures: Container[str]) -> str:
    """Return `信访总量.同比` of `信访总量同比`: the dot was forgotten."""
    for end in range(len(typed) - 1, 0, -1):
        if typed[:end] in figures and is_phrase(typed[end:]):
            return f"{typed[:end]}.{typed[end:]}"
    return ""


def _no_name(typed: str, known: Iterable[str]) -> ExpressionError:
    near = nearest(typed, known)
    hint = f"是不是“{near}”" if near else "请先在“数据”里写上它；不知道数字的，值写 待核"
    return ExpressionError(f"没有叫“{visible(typed)}”的数据或名称", hint, "unknown-figure")
