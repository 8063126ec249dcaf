"""Slips of typing that break YAML: one small rule each, from a line to the ways to mend it.

A rule offers; `mending` takes what lets the parser go on. So a rule may be generous: a line that
only looks like a slip is legal where the parser does not stumble over it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from speechgen.facts.file.indenting import lead
from speechgen.facts.file.page import Edit, Mend, mended
from speechgen.facts.reading import HINT, shown

Rule = Callable[[Sequence[str], int], Iterator[Mend]]

_NAME = r"[^\s：:#\"'\[\]{}|>@`%&*!][^：:{}\[\]\"']{0,59}?"
_KEY = re.compile(_NAME + r" *:(?= |$) *")
_FULLWIDTH_COLON = re.compile(rf"({_NAME})[ \u3000\xa0]*：[ \u3000\xa0]*")
_TIGHT_COLON = re.compile(rf"(?!\d+:)({_NAME}):(?!//)([\u3000\xa0]+|(?=\S))")
_TIGHT_DASH = re.compile(r"( *)([-－–—])[\u3000\xa0]*(?=[^\s-])")
_BLOCK_HEADER = re.compile(r"[|>][-+\d]{0,2} *(#.*)?$")
_COMMENT = re.compile(r" +#.*$")
_QUOTED = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""")
_FLOW_COMMA = re.compile(r" *[，；;] *(?=[^，；;,:：{}\[\]]{1,30}[:：])")
_FLOW_VALUE = re.compile(r"(?<=[:,\[{]) *([@`%&*!|>?][^,，\]}]*)")
_FLOW_COLON = re.compile(r"：[ \u3000]*")
_BRACKETS = str.maketrans("｛｝［］", "{}[]")
_NOT_WORDS = {"", *"[{｛［\"'"}
_CLOSING = {"[": "]", "{": "}"}


def fullwidth_colon(lines: Sequence[str], number: int) -> Iterator[Mend]:
    """`主题：信访工作`."""
    line = lines[number]
    match = _FULLWIDTH_COLON.match(line, lead(line))
    if match:
        colon = line.index("：", match.end(1))
        edits = (Edit(match.end(1), match.end() - match.end(1), ": "),)
        message = f"“{shown(match[1])}”后面的冒号是全角的，程序看不出它是一项"
        yield _mend(line, number, edits, "fullwidth-colon", message, colon)


def tight_colon(lines: Sequence[str], number: int) -> Iterator[Mend]:
    """`值:135`."""
    line = lines[number]
    match = _TIGHT_COLON.match(line, lead(line))
    if match:
        edits = (Edit(match.end(1), match.end() - match.end(1), ": "),)
        message = f"“{shown(match[1])}”的冒号后面少了一个英文空格"
        yield _mend(line, number, edits, "no-space-after-colon", message)


def tight_dash(lines: Sequence[str], number: int) -> Iterator[Mend]:
    """`-甲`."""
    line = lines[number]
    match = _TIGHT_DASH.match(line)
    if match:
        edits = (Edit(match.start(2), match.end() - match.start(2), "- "),)
        message = f"“{shown(line.strip())}”的短横后面少了一个英文空格，不成列表"
        yield _mend(line, number, edits, "no-space-after-dash", message)


def special_start(lines: Sequence[str], number: int) -> Iterator[Mend]:
    """`@县委`, `单位: %`, `目标: >95%`, `- *重点`."""
    line = lines[number]
    start = _value(line)
    sign = line[start : start + 1]
    if sign and sign in "@`%*&!|>?,]}" and not _BLOCK_HEADER.match(line, start):
        message = f"文字以“{sign}”开头，YAML 会当成记号"
        mend = _quote(line, number, start, "special-start", message)
        percent = "；百分数不用写单位，写 值: 92% 就可以" if line[start:].strip() == "%" else ""
        yield mend._replace(hint=mend.hint + percent)
    for match in _FLOW_VALUE.finditer(line) if "{" in line or "[" in line else ():
        message = f"括号里的“{shown(match[1].strip())}”以“{match[1][0]}”开头，YAML 会当成记号"
        yield _quote(line, number, match.start(1), "special-start", message, match.end(1))


def bracket_start(lines: Sequence[str], number: int) -> Iterator[Mend]:
    """`- [重点] 抓好`, `- {{ 信访总量 }}件`."""
    line = lines[number]
    start = _value(line)
    if line.startswith("{{", start):
        message = "素材的句子里不能用模板的写法 {{ }}"
        mend = _quote(line, number, start, "template-braces", message)
        yield mend._replace(hint="句子里的数据请写成【数据名】")
    elif line[start : start + 1] in _CLOSING:
        end = _closed(line, start)
        rest = line[end:].strip()
        if end > 0 and rest and not rest.startswith(("#", ",", ":", "]", "}")):
            message = f"“{shown(line[start:end])}”被当成了列表，后面不能再有文字"
            yield _quote(line, number, start, "bracket-start", message)


def quote_then_text(lines: Sequence[str], number: int) -> Iterator[Mend]:
    """`- "枫桥" 经验`."""
    line = lines[number]
    start = _value(line)
    match = _QUOTED.match(line, start)
    if match:
        rest = line[match.end() :].strip()
        if rest and not rest.startswith(("#", ":")):
            message = f"英文引号只引了{shown(match[0])}，后面又有文字“{shown(rest)}”"
            mend = _quote(line, number, start, "text-after-quote", message)
            hint = f"{mend.hint}；或者用中文引号“ ”"
            yield mend._replace(hint=hint)


def colon_in_text(lines: Sequence[str], number: int) -> Iterator[Mend]:
    """`要点: 注意: 三件事`."""
    line = lines[number]
    start = _value(line)
    text = _COMMENT.sub("", line[start:])
    if start > lead(line) and text[:1] not in _NOT_WORDS and (": " in text or text.endswith(":")):
        message = f"“{shown(text)}”里又有英文冒号，YAML 会当成下一级"
        mend = _quote(line, number, start, "colon-in-text", message)
        yield mend._replace(
            hint=f"请把文字里的冒号改成全角的“：”，或加上英文引号：{_tail(mend.hint)}"
        )


def flow_punctuation(lines: Sequence[str], number: int) -> Iterator[Mend]:
    """`{值: 135，单位: 件}`, `｛值: 135｝`, `{值： 135}`."""
    line = lines[number]
    ascii_line = line.translate(_BRACKETS)
    start = min((i for i in map(ascii_line.find, "{[") if i >= 0), default=-1)
    if start < 0:
        return
    edits = [
        *(Edit(i, 1, c) for i, c in enumerate(ascii_line) if line[i] != c),
        *(Edit(m.start(), len(m[0]), ", ") for m in _FLOW_COMMA.finditer(line, start)),
        *(Edit(m.start(), len(m[0]), ": ") for m in _FLOW_COLON.finditer(line, start)),
    ]
    if edits:
        first = line[min(edits).column :].lstrip()[0]
        message = f"括号里用了全角的“{first}”，应当用英文标点"
        code = {"，": "fullwidth-comma", "：": "fullwidth-colon"}.get(first, "fullwidth-comma")
        if first in "｛｝［］":
            code = "fullwidth-bracket"
        yield _mend(line, number, tuple(sorted(edits)), code, message)


def brackets(lines: Sequence[str], number: int) -> Iterator[Mend]:
    """`[甲, 乙` and `[甲]]`."""
    line = _QUOTED.sub(lambda match: " " * len(match[0]), lines[number])
    end = len(_COMMENT.sub("", line).rstrip())
    opened: list[tuple[str, int]] = []
    for column, sign in enumerate(line[:end]):
        if sign in _CLOSING:
            opened.append((_CLOSING[sign], column))
        elif sign in _CLOSING.values():
            if not opened or opened[-1][0] != sign:
                message = f"多了一个“{sign}”"
                edits = (Edit(column, 1, ""),)
                yield _mend(lines[number], number, edits, "extra-bracket", message)
                return
            opened.pop()
    if opened:
        put = "".join(sign for sign, _ in reversed(opened))
        message = f"“{shown(line[opened[0][1] :].strip())}”的括号没有收住"
        mend = _mend(lines[number], number, (Edit(end, 0, put),), "unclosed-bracket", message)
        yield mend._replace(at=opened[0][1])


def unclosed_quote(lines: Sequence[str], number: int) -> Iterator[Mend]:
    """`标题: "关于…` without its second quote."""
    line = lines[number]
    start = _value(line)
    if line[start : start + 1] in {'"', "'"} and not _QUOTED.match(line, start):
        end = len(line.rstrip())
        message = f"“{shown(line[start:].strip())}”的英文引号没有收住"
        edits = (Edit(end, 0, line[start]),)
        yield _mend(line, number, edits, "unclosed-quote", message)._replace(at=start)


ON_THE_SPOT: tuple[Rule, ...] = (
    fullwidth_colon,
    tight_colon,
    tight_dash,
    special_start,
    bracket_start,
    quote_then_text,
    colon_in_text,
    flow_punctuation,
    brackets,
    unclosed_quote,
)
LATE: tuple[Rule, ...] = (fullwidth_colon, tight_colon, tight_dash, unclosed_quote)
"""Slips that the parser may stumble over only lines below."""


def _value(line: str) -> int:
    """Return where the value of `line` begins: behind `键: ` or `- `."""
    start = lead(line)
    match = _KEY.match(line, start)
    return match.end() if match else start


def _closed(line: str, start: int) -> int:
    """Return where the bracket that opens at `start` is closed; 0 where it is not."""
    depth = 0
    for column in range(start, len(line)):
        depth += (line[column] in "[{") - (line[column] in "]}")
        if not depth:
            return column + 1
    return 0


def _mend(  # noqa: PLR0913, PLR0917 - a slip and how it is told
    line: str,
    number: int,
    edits: tuple[Edit, ...],
    code: str,
    message: str,
    at: int | None = None,
) -> Mend:
    hint = f"请改成：{shown(mended(line, edits).strip(), HINT)}"
    return Mend(number, edits, code, message, hint, at)


def _quote(  # noqa: PLR0913, PLR0917 - a slip and how it is told
    line: str, number: int, start: int, code: str, message: str, end: int | None = None
) -> Mend:
    """Return the mend that puts single quotes round the value."""
    text = line[start:end] if end is not None else _COMMENT.sub("", line[start:])
    text = text.rstrip()
    inner = tuple(Edit(start + i, 1, "''") for i, c in enumerate(text) if c == "'")
    edits = (Edit(start, 0, "'"), *inner, Edit(start + len(text), 0, "'"))
    double = '"' not in text and "\\" not in text
    quoted = (
        f'"{text}"'
        if double
        else mended(text, tuple(e._replace(column=e.column - start) for e in edits))
    )
    return Mend(number, edits, code, message, f"请加上英文引号：{shown(quoted, HINT)}")


def _tail(hint: str) -> str:
    return hint.partition("：")[2]
