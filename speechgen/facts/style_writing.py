"""Writing a style file: what was read from a paper that an office likes, with notes in Chinese."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from speechgen.facts.layouts import FIELDS, SIDES, TWIPS, WORDS, settle
from speechgen.facts.measures import SIZES
from speechgen.facts.styles import read_style_text
from speechgen.problems import SpeechgenError
from speechgen.style import Layout

_POINTS = {"line_pitch": "行距", "title_line": "标题行距"}
_SIZES = ("标题字号", "正文字号", "页码字号")
_SETS = {"gb2312": "国标", "system": "系统", "fangzheng": "方正", "mac": "苹果"}
_PLAIN = re.compile(r"[\w\u4e00-\u9fff][^:#\"'\[\]{},\n]*")
_SAYS = {
    "行距": "固定值，磅",
    "字体": "国标、系统、方正、苹果；下面写了名字的另用那一种",
    "标题行距": "固定值，磅",
    "数字字体": "正文、Times",
    "段首": "“一是……。”：楷体、加粗",
    "题头顺序": "讲话人在前、日期在前",
    "日期括号": "标题下面的日期",
    "页码位置": "外侧、居中、无",
    "页码横线": "— 1 —",
    "双面": "左右页边对称",
    "网格": "行、行和字",
    "封面": "各份稿子的号不同，改写在素材的版式里",
    "中西文间距": "数字两边由 Word 自动留空",
}
_HEAD = """\
# 本单位的版式，读自{source}
# 用法：speechgen render 素材.yaml --style {name}
# 每一项都可以改、可以删；删去的照国家标准。全部的项见 docs/layout.md
"""
_WORDS = """\

# 以下按本单位的习惯填，前面的 # 去掉才起作用
{salutation}# 自称: 我们
# 署名单位: ××县信访局
# 用词:
#   不用: [广大, 切实]
#   换用: {{群众来访: 来访}}
"""


def style_text(
    fields: Mapping[str, object],
    notes: Sequence[str],
    source: str,
    name: str,
    salutation: str = "",
) -> tuple[str, tuple[str, ...]]:
    """Return a style file that says `fields` of Layout, and the notes in it.

    What could not be read back (no room between margins, too many lines) is left out, and noted.
    """
    kept = dict(fields)
    said = list(notes)
    while True:
        text = _written(kept, said, source, name, salutation)
        try:
            style = read_style_text(text, name)
            settle([style.layout] if style.layout else [])
        except SpeechgenError as error:
            left_out = _faulty(kept, {problem.code for problem in error.problems})
            said.append(f"{'、'.join(left_out)}没有照搬：{error.problems[0].message}")
            continue
        return text, tuple(said)


def _faulty(kept: dict[str, object], codes: set[str]) -> list[str]:
    """Take out what made the style unreadable; return what the office calls it."""
    groups = (
        ("layout-margins", tuple(SIDES.values()), "页边距"),
        ("layout-lines", ("line_pitch",), "行距"),
    )
    for code, names, called in groups:
        if code in codes and any(name in kept for name in names):
            for name in names:
                kept.pop(name, None)
            return [called]
    gone = [*kept]
    kept.clear()
    return [_key(name) for name in gone][:3]


def _written(
    fields: Mapping[str, object],
    notes: Sequence[str],
    source: str,
    name: str,
    salutation: str,
) -> str:
    options = options_of(fields)
    lines = [_HEAD.format(source=_one_line(source), name=_one_line(name))]
    lines += [f"# 注意：{_one_line(note)}\n" for note in notes]
    if options:
        lines.append("版式:\n")
    for key, typed in options.items():
        note = f"  # {_SAYS[key]}" if _SAYS.get(key) else ""
        lines.append(f"  {key}: {typed}{note}\n")
    call = f"# 称谓: {_one_line(salutation)}\n" if salutation else "# 称谓: 同志们\n"
    lines.append(_WORDS.format(salutation=call))
    return "".join(lines)


def options_of(fields: Mapping[str, object]) -> dict[str, str]:
    """Return the keys of 版式 that say `fields`, and what is typed behind each."""
    margins = {side: _millimetres(fields[f], f) for side, f in SIDES.items() if f in fields}
    found: dict[str, str] = {}
    if margins:
        found["页边距"] = (
            "{" + ", ".join(f"{side}: {length}" for side, length in margins.items()) + "}"
        )
    if "line_pitch" in fields:
        found["行距"] = _points(fields["line_pitch"])
    for key, field in FIELDS.items():
        if field in fields and fields[field] not in {"", None}:
            found[key] = _typed(key, fields[field])
            if key == "标题字号" and "title_line" in fields:
                found["标题行距"] = _points(fields["title_line"])
    return found


def _typed(key: str, value: object) -> str:
    if key in WORDS:
        return next(word for word, meant in WORDS[key].items() if meant == value)
    if key in _SIZES:
        return next(
            (name for name, size in SIZES.items() if size == value), f"{_points(value, 2)}磅"
        )
    if isinstance(value, bool):
        return "是" if value else "否"
    text = _SETS.get(str(value), str(value))
    return text if _PLAIN.fullmatch(text) else '"' + text.replace("\\", "").replace('"', "") + '"'


def _millimetres(twips: object, field: str) -> str:
    """Return twips in as few decimals of a millimetre as give them back."""
    length = int(str(twips))
    standard = getattr(Layout(), field)
    if length == standard:
        return f"{length / TWIPS:.0f}"
    for places in range(3):
        text = f"{length / TWIPS:.{places}f}"
        if round(Decimal(text) * TWIPS) == length:
            return text
    return f"{length / TWIPS:.2f}"


def _points(value: object, by: int = 20) -> str:
    return f"{int(str(value)) / by:g}"


def _key(field: str) -> str:
    names = {**{name: key for key, name in FIELDS.items()}, **_POINTS}
    return names.get(field, "页边距")


def _one_line(text: str) -> str:
    return "".join([character for character in text if character.isprintable()])[:80]
