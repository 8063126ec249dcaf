"""Indentation that YAML does not take: tabs, full-width spaces, a space too many or too few."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from speechgen.facts.file.page import Edit, Mend
from speechgen.facts.keys.table import TOP, known_words
from speechgen.facts.reading import MOST, shown

_TABBED = re.compile(r" *\t[ \t]*(?=\S)")
_WIDE = re.compile("[ \u3000\xa0]*[\u3000\xa0][ \u3000\xa0]*(?=[^ \u3000\xa0\n])")
_ITEM = re.compile(r"(?: *- )?[^\s：:#]{1,60}[：:]|- ?\S")
_LEAD = re.compile(r"( *)((?:- +)*)")
_KEY = re.compile(r" *([^\s：:]+):")
_NAMED = 8
_FAR = 500
"""Lines looked at above or below another."""


def lead(line: str) -> int:
    """Return where the text of `line` begins, behind spaces and dashes."""
    match = _LEAD.match(line)
    return match.end() if match else 0


def has_tab(line: str) -> bool:
    """Return whether `line` is indented by a tab."""
    return _TABBED.match(line) is not None


def tabs(lines: Sequence[str], width: int) -> list[Mend]:
    """Return every indentation by tabs, `width` spaces put for one; the first names all lines."""
    leads = {n: match[0] for n, line in enumerate(lines) if (match := _TABBED.match(line))}
    named = "、".join(str(number + 1) for number in [*leads][:_NAMED])
    more = f"等 {len(leads)} 行" if len(leads) > _NAMED else "行"
    message = f"第 {named} {more}的缩进用了 Tab 键"
    hint = "请都改成空格，每一级两个；编辑器里可以把 Tab 全部替换成空格"
    found: list[Mend] = []
    for number, before in leads.items():
        edits = (Edit(0, len(before), before.replace("\t", " " * width)),)
        found.append(Mend(number, edits, "tab-indent", "" if found else message, hint))
    return found


def wide_spaces(lines: Sequence[str]) -> list[Mend]:
    """Return every key or list item that full-width spaces stand before."""
    found: list[Mend] = []
    lines = list(lines)
    for number, line in enumerate(lines):
        match = _WIDE.match(line) if len(found) < MOST else None
        if match and _ITEM.match(line, match.end()):
            width = fitting(lines, number, _columns(match[0]))
            lines[number] = " " * width + line[match.end() :]
            edits = (Edit(0, match.end(), " " * width),)
            found.append(wide_space(number, edits, line[match.end() :]))
    return found


def wide_space(number: int, edits: tuple[Edit, ...], text: str) -> Mend:
    """Return what is said of full-width spaces before `text`."""
    message = f"“{shown(text.strip())}”前面有全角空格，不能用来缩进"
    return Mend(number, edits, "wide-space", message, "请改成英文（半角）空格")


def fitting(lines: Sequence[str], number: int, wanted: int) -> int:
    """Return the indentation open at line `number` that is nearest to `wanted`."""
    return min(_open(lines, number), key=lambda width: (abs(width - wanted), -width))


def shifts(lines: Sequence[str], number: int) -> list[tuple[tuple[int, int], Mend]]:
    """Return ways to align line `number`, or the one above it, and how unlikely each is."""
    ways = [(number, width) for width in _open(lines, number)]
    above = next((n for n in range(number - 1, -1, -1) if _counts(lines[n])), None)
    if above is not None:
        dashes = lead(lines[above]) - _indent(lines[above])
        here = _indent(lines[number])
        ways += [(above, width) for width in {here, here - dashes} if width >= 0]
    return [
        (_doubt(lines, line, width), _shift(lines, line, width))
        for line, width in ways
        if width != _indent(lines[line])
    ]


def _shift(lines: Sequence[str], number: int, width: int) -> Mend:
    line = lines[number]
    now = _indent(line)
    message = f"“{shown(line.strip())}”前面有{now}个空格，同上下的行对不齐"
    hint = f"同一级的行，前面的空格要一样多；这一行看来应有{width}个"
    edits = (Edit(0, now, " " * width),)
    return Mend(number, edits, "wrong-indent", message, hint, now)


def _doubt(lines: Sequence[str], number: int, width: int) -> tuple[int, int]:
    """Return how unlikely `width` is: by the key, by what stands below, then by distance."""
    line = lines[number]
    match = _KEY.match(line)
    homes = known_words().get(match[1], ()) if match else ()
    misplaced = bool(homes) and ((TOP in homes) < (not width) or (homes == (TOP,)) > (not width))
    below = next((one for one in lines[number + 1 : number + _FAR] if _counts(one)), "")
    childless = line.rstrip().endswith(":") and lead(below) <= width
    return (int(misplaced) + int(childless), abs(width - _indent(line)))


def _open(lines: Sequence[str], number: int) -> Iterator[int]:
    """Yield the indentations that a line at `number` may have, the deepest first."""
    narrowest: int | None = None
    for above in reversed(lines[max(0, number - _FAR) : number]):
        if not _counts(above):
            continue
        outer, inner = _indent(above), lead(above)
        if narrowest is None and above.rstrip().endswith(":"):
            yield inner + 2
        for width in dict.fromkeys((inner, outer)):
            if narrowest is None or width < narrowest:
                yield width
                narrowest = width
        if not narrowest:
            return
    if narrowest != 0:
        yield 0


def _counts(line: str) -> bool:
    """Return whether `line` can show an indentation: not a blank line, a comment, a wide one."""
    text = line.lstrip(" ")
    return bool(text.strip()) and text[0] not in "#\t\u3000\xa0"


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _columns(run: str) -> int:
    """Return how wide a run of spaces looks."""
    return sum(2 if sign == "\u3000" else 1 for sign in run)
