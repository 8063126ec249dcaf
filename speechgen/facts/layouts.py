"""版式 of the facts, of the style file and of the kind, made one layout.

Layers come lowest first: what a later one says goes over the earlier, key by key; of the margins,
side by side. Rule: docs/layout.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from math import ceil, floor
from pathlib import Path
from typing import NamedTuple

from speechgen.facts.file.source import load
from speechgen.facts.item import Item, Value
from speechgen.problems import FactsPlace, Problem, SpeechgenError
from speechgen.style import RULER, Layout

SIDES = {"上": "top", "下": "bottom", "左": "inside", "右": "outside"}
FIELDS = {
    "字体": "fonts",
    "标题字体": "title_font",
    "正文字体": "body_font",
    "一级字体": "head_1_font",
    "二级字体": "head_2_font",
    "三级字体": "head_3_font",
    "页码字体": "number_font",
    "标题字号": "title_size",
    "正文字号": "body_size",
    "页码字号": "number_size",
    "数字字体": "digits",
    "标题加粗": "title_bold",
    "一级加粗": "bold_1",
    "二级加粗": "bold_2",
    "三级加粗": "bold_3",
    "段首": "lead_bold",
    "标题前空行": "blank_lines_before_title",
    "题头顺序": "speaker_before_date",
    "日期括号": "date_brackets",
    "页码位置": "page_number",
    "页码横线": "page_number_dashes",
    "双面": "mirror_margins",
    "网格": "grid",
    "中西文间距": "auto_space",
    "封面": "cover",
    "朗读本": "reading_copy",
}
"""Keys that are one field each."""

WORDS: Mapping[str, Mapping[str, object]] = {
    "数字字体": {"正文": "body", "Times": "times"},
    "段首": {"楷体": False, "加粗": True},
    "题头顺序": {"讲话人在前": True, "日期在前": False},
    "页码位置": {"外侧": "outside", "居中": "centre", "无": "none"},
    "网格": {"行": "lines", "行和字": "linesAndChars"},
}
"""Values of those keys, as the fields have them."""

_TAKES_OVER = {
    "版面": ("页边距.上", "页边距.下", "页边距.左", "页边距.右", "行距", "每页行数"),
    "字体": ("标题字体", "正文字体", "一级字体", "二级字体", "三级字体", "页码字体"),
    "行距": ("每页行数",),
    "每页行数": ("行距",),
}
"""What a layer that has the key no longer takes from those below it."""

TWIPS = Decimal(1440) / Decimal("25.4")
PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838
LEAST_WIDTH, LEAST_HEIGHT = 4535, 5669  # 80 mm and 100 mm
FEWEST, MOST = 10, 40  # lines a page
_MOST_BLANK = 5
_LONGEST_MARK = 26  # characters of the cover's mark: one line of it
_SQUEEZE = 6  # twips that a character may give up to make room for one more on its line
_TITLE_LINE = 15  # twips of pitch for each half-point of type: 33 points for 二号


class Typed(NamedTuple):
    """One option, and where it stands."""

    value: Value
    place: FactsPlace


def settle(layers: Sequence[Item]) -> Layout:
    """Return the layout that `layers` make, the lowest first.

    Raises:
        SpeechgenError: margins leave no room for text, or too few or too many lines fit.
    """
    typed: dict[str, Typed] = {}
    problems: list[Problem] = []
    for layer in layers:
        own = _typed(layer)
        if "行距" in own and "每页行数" in own:
            message = "“行距”和“每页行数”只写一个，写了每页行数，行距由程序算"
            problems.append(_problem(own["每页行数"].place, "layout-lines", message))
        for key in own:
            for other in _TAKES_OVER.get(key, ()):
                typed.pop(other, None)
        typed.update(own)
    look = _settled(typed, problems)
    if problems:
        raise SpeechgenError(*problems)
    return look


def _typed(layer: Item) -> dict[str, Typed]:
    found = {key: Typed(value, layer.where(key)) for key, value in layer.values.items()}
    margins = found.pop("页边距", None)
    if margins and isinstance(margins.value, Item):
        sides = margins.value
        found.update({f"页边距.{s}": Typed(v, sides.where(s)) for s, v in sides.values.items()})
    return found


def _settled(typed: Mapping[str, Typed], problems: list[Problem]) -> Layout:
    base = RULER if "版面" in typed and typed["版面"].value == "尺量" else Layout()
    fields: dict[str, object] = {
        FIELDS[key]: WORDS[key][str(one.value)] if key in WORDS else one.value
        for key, one in typed.items()
        if key in FIELDS
    }
    for side, field in SIDES.items():
        if one := typed.get(f"页边距.{side}"):
            fields[field] = _twips(one.value, getattr(base, field))
    look = base._replace(**fields)  # type: ignore[arg-type]
    cover = typed.get("封面")
    if cover and len(look.cover) > _LONGEST_MARK:
        message = f"“封面”最多 {_LONGEST_MARK} 个字，现在有 {len(look.cover)} 个"
        hint = "只写左上角的几个字，如 会议材料之三；标题、讲话人、日期由程序排"
        problems.append(_problem(cover.place, "layout-size", message, hint))
    blank = typed.get("标题前空行")
    if blank and look.blank_lines_before_title > _MOST_BLANK:
        message = f"“标题前空行”最多 {_MOST_BLANK} 行，现在写的是 {look.blank_lines_before_title}"
        problems.append(_problem(blank.place, "layout-size", message))
    if _has_room(look, typed, problems):
        look = look._replace(line_pitch=_pitch(look, typed, problems))
    line = _title_line(look, typed, problems)
    return look._replace(body_spacing=spacing(look), title_line=line)


def _twips(length: Value, standard: int) -> int:
    """Return millimetres as twips; the standard's own rounding where that is what is meant."""
    twips = Decimal(str(length)) * TWIPS
    return standard if abs(twips - standard) < 1 else round(twips)


def spacing(look: Layout) -> int:
    """Return the spacing between characters: a little less where one more fits on the line then.

    16 points in 156 mm leave 27.6 characters a line; the standard wants 28.
    """
    size = look.body_size * 10
    width = PAGE_WIDTH - look.inside - look.outside
    squeezed = floor(width / ceil(width / size)) - size
    return squeezed if -_SQUEEZE <= squeezed < 0 else 0


def _has_room(look: Layout, typed: Mapping[str, Typed], problems: list[Problem]) -> bool:
    width = PAGE_WIDTH - look.inside - look.outside
    height = PAGE_HEIGHT - look.top - look.bottom
    for length, least, sides, what in (
        (width, LEAST_WIDTH, "左右", "宽"),
        (height, LEAST_HEIGHT, "上下", "高"),
    ):
        if length >= least:
            continue
        places = [typed[f"页边距.{side}"].place for side in sides if f"页边距.{side}" in typed]
        left = f"只剩 {_millimetres(length)} 毫米{what}" if length > 0 else "没有排字的地方了"
        message = f"{sides[0]}、{sides[1]}页边距太大，{left}，至少要留 {_millimetres(least)} 毫米"
        hint = f"纸{what} {210 if what == '宽' else 297} 毫米，标准的版心宽 156 毫米、高 225 毫米"
        problems.append(_problem(places[0], "layout-margins", message, hint))
    return width >= LEAST_WIDTH and height >= LEAST_HEIGHT


def _pitch(look: Layout, typed: Mapping[str, Typed], problems: list[Problem]) -> int:
    height = PAGE_HEIGHT - look.top - look.bottom
    if number := typed.get("每页行数"):
        lines = int(str(number.value))
        if FEWEST <= lines <= MOST:
            return height // lines
        message = f"“每页行数”写的是 {lines}，应在 {FEWEST} 至 {MOST} 行之间"
        problems.append(_problem(number.place, "layout-lines", message))
        return look.line_pitch
    line = typed.get("行距")
    pitch = floor(Decimal(str(line.value)) * 20) if line else look.line_pitch
    if pitch < look.body_size * 10:
        place = line.place if line else typed["正文字号"].place
        message = f"行距 {pitch / 20:g} 磅，比 {look.body_size / 2:g} 磅的字还小，字会被切掉"
        problems.append(_problem(place, "layout-lines", message, "请改大行距，或改小正文字号"))
        return pitch
    lines = height // pitch
    if FEWEST <= lines <= MOST:
        return pitch
    place = line.place if line else next(iter(typed.values())).place
    message = f"行距 {pitch / 20:g} 磅，每页排得下 {lines} 行，应在 {FEWEST} 至 {MOST} 行之间"
    hint = f"现在的版心高 {_millimetres(height)} 毫米，22 行的行距约 {height / 22 / 20:.2f} 磅"
    problems.append(_problem(place, "layout-lines", message, hint))
    return pitch


def _title_line(look: Layout, typed: Mapping[str, Typed], problems: list[Problem]) -> int:
    line = typed.get("标题行距")
    if line is None:
        return look.title_size * _TITLE_LINE
    pitch = floor(Decimal(str(line.value)) * 20)
    if pitch < look.title_size * 10:
        message = f"标题行距 {pitch / 20:g} 磅，比 {look.title_size / 2:g} 磅的字还小，字会被切掉"
        problems.append(_problem(line.place, "layout-lines", message, "请改大标题行距"))
    return pitch


def _millimetres(twips: int) -> str:
    return f"{twips / float(TWIPS):.0f}"


def _problem(place: FactsPlace, code: str, message: str, hint: str = "") -> Problem:
    quote = ""
    with suppress(SpeechgenError, IndexError):
        quote = load(Path(place.file)).splitlines()[place.line - 1]
    return Problem(place, code, message, hint, quote=quote)
