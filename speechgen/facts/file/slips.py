"""Slips of typing that YAML takes for something else: found, said, mended.

`值:135` without a space is a text, `{值: 1,234}` is two entries, `[甲，乙]` is one item. What
breaks the YAML altogether is the business of mending.py.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from speechgen.facts.file.indenting import wide_space, wide_spaces
from speechgen.facts.file.lines import PLAIN, WIDE, Node, Pairs, Scalar, Series
from speechgen.facts.file.page import Edit, Mend
from speechgen.facts.reading import HINT, MOST, Reading, shown

_KEYED = re.compile(
    r"[ \u3000\xa0]*(?:-[ ]+)*([^\s：:]{1,20})[ \u3000\xa0]*(：|:(?! |$))[ \u3000\xa0]*"
)
_DASHED = re.compile(r"[ \u3000\xa0]*([-－–—])[\u3000\xa0]*(?=[^\s\d－–—-])")
_SWALLOWED = re.compile(r" *- +\S")
_GROUP = re.compile(r"\d{3}(?!\d)")
_SIGNS = re.compile(r"：[ \u3000]*|(?<!\d):(?! )|[，；] *(?=[^，；：:]{1,20}[：:])")

LONGEST_ITEM = 10
"""Characters of an item of a list that was parted by Chinese commas; more is a clause."""


def keyed(node: Scalar, known: Container[str], reading: Reading) -> bool:
    """Note every line of `node` that is a known key without a proper colon: `要点：…`, `值:135`."""
    if node.style not in PLAIN or ("：" not in node.text and ":" not in node.text):
        return False
    before = len(reading.mends)
    for line, column, text in _lines(node, reading):
        match = _KEYED.match(text) if len(reading.mends) < MOST else None
        if match and match[1] in known:
            mend = colon(line, column + match.start(2), column + match.end(), text, match)
            reading.mends.append(mend)
    return len(reading.mends) > before


def colon(line: int, start: int, end: int, text: str, match: re.Match[str]) -> Mend:
    """Return the mend of a colon that YAML does not know as one: full-width, or without a space."""
    key, sign = match[1], match[2]
    edits = (Edit(start, end - start, ": "),)
    hint = f"请改成：{key}: {shown(text[match.end() :].strip(), HINT)}".rstrip()
    if sign == "：":
        message = f"“{shown(key)}”后面的冒号是全角的，程序看不出它是一项"
        return Mend(line, edits, "fullwidth-colon", message, hint)
    message = f"“{shown(key)}”的冒号后面少了一个英文空格"
    return Mend(line, edits, "no-space-after-colon", message, hint)


def dashed(node: Scalar, reading: Reading) -> bool:
    """Note every line of `node` that begins with a dash but no space: `-甲`."""
    if node.style not in PLAIN or not _DASHED.match(node.text):
        return False
    for line, column, text in _lines(node, reading):
        match = _DASHED.match(text) if len(reading.mends) < MOST else None
        if match:
            edits = (Edit(column + match.start(1), match.end() - match.start(1), "- "),)
            message = f"“{shown(text.strip())}”的短横后面少了一个英文空格，不成列表"
            hint = f"请改成：- {shown(text[match.end() :].strip(), HINT)}"
            reading.mends.append(Mend(line, edits, "no-space-after-dash", message, hint))
    return True


def swallowed(node: Scalar, reading: Reading) -> None:
    """Note a list that became part of the text above it: `成绩: 很好` and then `- 甲`."""
    first, *lines = _lines(node, reading)
    found = [line for line in lines if _SWALLOWED.match(line[2])]
    above = reading.page.text.split("\n")[first[0]] if found else ""
    if not found:
        return
    number, column, text = found[0]
    if above.lstrip().startswith("- "):
        message = f"第 {first[0] + 1} 行和“{shown(text.strip())}”的短横没有对齐，被当成了一句话"
        hint = "同一个列表的短横，前面的空格要一样多"
        reading.report(reading.page.at(number, column), "wrong-indent", message, hint)
    else:
        message = f"“{shown(text.strip())}”接在上一行文字的后面了，不成列表"
        hint = "列表的上一行应当是“键:”，冒号后面不写字"
        reading.report(reading.page.at(number, column), "swallowed-list", message, hint)


def one_item(series: Series, reading: Reading) -> None:
    """Note Chinese commas between the items of `[甲，乙]`: YAML sees one item."""
    if not series.flow:
        return
    for child in series.children:
        if type(child) is Scalar and child.style in PLAIN and "，" in child.text:
            _one_item(child, len(series.children), reading)


def _one_item(child: Scalar, number: int, reading: Reading) -> None:
    typed = shown(child.text)
    if number > 1 or child.start.line != child.end.line or _is_sentence(child.text):
        message = f"“{typed}”里有中文逗号，按一项处理"
        hint = "如果是几项，请改用英文逗号；如果是一项，请加上英文引号"
        reading.warn(child.start, "one-item-list", message, hint)
        return
    column = child.start.column
    commas = [i for i, c in enumerate(child.text) if c == "，"]
    edits = tuple(Edit(column + i, 1, ",") for i in commas)
    message = f"[{typed}] 用了中文逗号，只算一项"
    hint = (
        f"请改成英文逗号：[{shown(child.text.replace('，', ', '))}]；如果确实是一项，请加上英文引号"
    )
    reading.mends.append(Mend(child.start.line, edits, "one-item-list", message, hint))


def _is_sentence(text: str) -> bool:
    """Return whether 甲，乙 is a sentence: it speaks a figure, or a part is more than a word."""
    return "【" in text or max(map(len, text.split("，"))) > LONGEST_ITEM


def strange_key(name: Scalar, value: Node, outer: Pairs, reading: Reading) -> bool:
    """Note a key that is none because of a slip: a wide space before it, a colon without space."""
    text = name.text
    line, start = name.start.line, name.start.column
    if text[:1] in WIDE:
        _wide(name, reading)
        return True
    if text[-1:] in WIDE:
        kept = text.rstrip("\u3000\xa0 ")
        edits = (Edit(start + len(kept), len(text) - len(kept), ""),)
        message = f"“{shown(kept)}”和冒号之间有全角空格"
        reading.mends.append(Mend(line, edits, "wide-space", message, "请删去这个空格"))
        return True
    if not (outer.flow and type(value) is Scalar and not value.text):
        return False
    match = _KEYED.match(text)
    if match:
        reading.mends.append(_flow(name, match))
        return True
    return bool(_GROUP.match(text)) and _thousands(name, outer, reading)


def _wide(name: Scalar, reading: Reading) -> None:
    """Note every line of the page that full-width spaces stand before, or those in a bracket."""
    lines = reading.page.text.split("\n") if not reading.widened else []
    line, start = name.start.line, name.start.column
    if lines and lines[line][:start].strip():
        run = len(name.text) - len(name.text.lstrip("\u3000\xa0 "))
        reading.mends.append(wide_space(line, (Edit(start, run, ""),), name.text[run:]))
    elif lines:
        reading.widened = True
        reading.mends += wide_spaces(lines)


def _flow(name: Scalar, match: re.Match[str]) -> Mend:
    """Return the mend of `{值:135}` and of `{值：135，单位：件}`, which are one key each."""
    text, start = name.text, name.start.column
    if match[2] == ":":
        return colon(name.start.line, start + match.start(2), start + match.end(), text, match)
    edits = tuple(
        Edit(start + sign.start(), len(sign[0]), ": " if sign[0][0] in "：:" else ", ")
        for sign in _SIGNS.finditer(text)
    )
    message = "括号里用了全角的标点，程序分不出各项"
    right = _SIGNS.sub(lambda sign: ": " if sign[0][0] in "：:" else ", ", text)
    return Mend(name.start.line, edits, "fullwidth-colon", message, f"请改成：{shown(right, HINT)}")


def _thousands(name: Scalar, outer: Pairs, reading: Reading) -> bool:
    """Note `{值: 1,234}`: the comma parts two entries."""
    before = outer.children[outer.children.index(name) - 1]
    if type(before) is not Scalar or not before.text[-1:].isdecimal():
        return False
    line, start, end = name.start.line, before.end.column, name.start.column
    if before.end.line != line:
        return False
    whole = before.text + name.text
    message = f"“{shown(before.text)},{shown(name.text)}”被逗号断成了两项"
    mend = Mend(
        line,
        (Edit(start, end - start, ""),),
        "thousands-comma",
        message,
        f"请去掉千分位逗号：{whole}",
    )
    reading.mends.append(mend)
    return True


def _lines(node: Scalar, reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Yield line, column of its first character and text for every written line of `node`."""
    column = node.start.column
    for number, text in enumerate(reading.page.written(node).split("\n")):
        yield node.start.line + number, column, text
        column = 0
