"""Reading the look of any .docx that an office likes: page, type, heads, title block, numbers.

What most characters of the body have is the body's look. Heads are known by their style, their
outline level, or by 一、（一）1. at their beginning; the title is the largest centred text at the
head. Nothing is guessed: what is not found is said (docs/layout.md).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from speechgen.style import FontSet
from speechgen.word.fonts import FAMILIES, TIMES
from speechgen.word.formatting import Paragraph, Stretch, Styles, W, number
from speechgen.word.opening import Package, open_package, refused
from speechgen.word.sampled_numbers import Numbers
from speechgen.word.sampled_page import Page, main_page, page_numbers
from speechgen.word.voting import (
    counted,
    family,
    latin,
    most,
    most_of,
    most_paragraphs,
    size_of,
    sizes_of,
)

MOST_PARAGRAPHS = 20_000
_HEAD_OF_PAPER = 15  # paragraphs
_LONGEST_LINE = 60  # characters of a line of the title block
_LONGEST_CALL = 30
_LEVELS = (
    re.compile("[一二三四五六七八九十]{1,3}、"),
    re.compile("[（(][一二三四五六七八九十]{1,3}[）)]"),
    re.compile(r"\d{1,2}[.．](?!\d)"),
)
_LEAD = re.compile("[一二三四五六七八九十]{1,2}(?:是|要)|第[一二三四五六七八九十]{1,2}，")
_DAY = re.compile(r"[（(]?\s*[\d０-９〇○零一二三四五六七八九十×X]{1,4}\s*年.{1,12}日\s*[）)]?")
_COVER = re.compile("[\u4e00-\u9fff]{2,8}材料(?:之?[（(]?[一二三四五六七八九十\\d]{1,3}[）)]?)?")
_FONT = re.compile(r"[\w][\w \-.·()（）+]{0,30}")
_RANGES = {
    "body_size": (18, 84, "正文字号"),
    "title_size": (18, 84, "标题字号"),
    "number_size": (18, 84, "页码字号"),
    "line_pitch": (160, 2400, "行距"),
    "title_line": (160, 2400, "标题行距"),
}
"""Half-points and twips, as the key table takes them."""

_SINGLE = 240
_CHARACTERS = 2  # of the first line's indent


class Sample(NamedTuple):
    """What was found, by the fields of Layout, and what is to be said of it."""

    fields: Mapping[str, object]
    salutation: str = ""
    notes: tuple[str, ...] = ()
    """What was not found, and what was found and is none of ours to print."""


def sample(data: bytes, file: str) -> Sample:
    """Return the look of the .docx in `data`; problems name `file`.

    Raises:
        SpeechgenError: it is no .docx, or one that we do not read.
    """
    package = open_package(data, file)
    body = package.xml(package.main).find(f"{W}body")
    if body is None:
        raise refused(file, "docx-damaged", "文件已损坏：没有正文", "请在 Word 里另存为 .docx")
    return _Sampling(package, main_page(body)).sample()


class _Sampling:
    """One reading: fields and notes gather here."""

    def __init__(self, package: Package, page: Page) -> None:
        self.package = package
        self.page = page
        styles = Styles(package)
        self.styles = styles
        self.numbers = Numbers(package)
        self.all = [styles.paragraph(each) for each in page.paragraphs[:MOST_PARAGRAPHS]]
        self.said = [each for each in self.all if each.text]
        self.fields: dict[str, object] = dict(page.fields)
        self.notes: list[str] = list(page.notes)
        self.families: dict[str, str] = {}
        self.size = 0

    def sample(self) -> Sample:
        """Return what there is."""
        title = self._title()
        self._body(title)
        self._heads()
        if title is not None:
            self._of_the_title(title)
            self._title_block(title)
        else:
            self.notes.append("没有找到标题（开头居中、字最大的一段）")
        self._cover()
        if self.said:  # a page without text has no number that anybody left out
            self._page_numbers()
        self._fonts()
        self._within()
        return Sample(self.fields, self._salutation(title), tuple(dict.fromkeys(self.notes)))

    def _page_numbers(self) -> None:
        found, notes = page_numbers(self.package, self.page, self.styles)
        self.families["number_font"] = str(found.pop("number_font", ""))
        self.fields.update(found)
        self.notes += notes

    def _title(self) -> Paragraph | None:
        head = self.said[:_HEAD_OF_PAPER]
        styled = [each for each in head if each.style == "title"]
        centred = [each for each in head if each.look.get("jc.val") == "center"]
        sizes = Counter(sizes_of(self.said))
        usual = sizes.most_common(1)[0][0] if sizes else 0
        large = [each for each in centred if size_of(each) > usual]
        found = styled or sorted(large, key=lambda each: -size_of(each))
        return found[0] if found else None

    def _body(self, title: Paragraph | None) -> None:
        text = [each for each in self.said if self._is_body(each, title)]
        if not text:
            self.notes.append("没有找到正文")
            return
        self.families["body_font"] = most(text, family)
        digits = Counter(
            {look: count for look, count in counted(text, latin, str.isdigit).items() if look}
        )
        body_font = self.families["body_font"]
        if digits:
            face = digits.most_common(1)[0][0]
            self.fields["digits"] = "times" if face == TIMES else "body"
            if face not in {TIMES, body_font}:
                self.notes.append(f"数字用的是“{_shown(face)}”，没有照搬，按正文字体")
        size = most(text, lambda look: look.get("sz", "20"))
        self.size = number(size) or 0
        self.fields["body_size"] = self.size
        self._lines(text)
        spaced = most_paragraphs(text, lambda look: look.get("autoSpaceDN.val", "1"))
        self.fields["auto_space"] = spaced not in {"0", "false", "off"}
        self._leads(text)

    def _is_body(self, paragraph: Paragraph, title: Paragraph | None) -> bool:
        if paragraph is title or paragraph.look.get("jc.val") in {"center", "right"}:
            return False
        return self._level(paragraph) is None

    def _lines(self, text: Sequence[Paragraph]) -> None:
        """Find the pitch and the indent of most paragraphs of the body."""
        rule = most_paragraphs(text, lambda look: look.get("spacing.lineRule", "auto"))
        line = number(most_paragraphs(text, lambda look: look.get("spacing.line", str(_SINGLE))))
        pitch = self.page.pitch
        if rule in {"exact", "atLeast"} and line:
            self.fields["line_pitch"] = line
            if rule == "atLeast":
                self.notes.append(f"行距写的是“最小值”，按固定值 {line / 20:g} 磅")
        elif line == _SINGLE and pitch and pitch >= self.size * 10:
            self.fields["line_pitch"] = pitch
        else:
            times = (line or _SINGLE) / _SINGLE
            self.notes.append(f"行距是 {times:g} 倍，不是固定值，没有照搬；要改请自己写“行距”")
        indents: Counter[float] = Counter()
        for each in text:
            indents[_indent(each, self.size)] += len(each.text)
        usual = indents.most_common(1)[0][0]
        if usual != _CHARACTERS:
            self.notes.append(f"正文首行缩进约 {usual:g} 字，程序一律缩进 2 字")

    def _leads(self, text: Sequence[Paragraph]) -> None:
        """Find how 一是……。 is set, where a paragraph begins with it in a look of its own."""
        votes: Counter[bool] = Counter()
        for paragraph in text:
            first = paragraph.stretches[0]
            if not _LEAD.match(paragraph.text):
                continue
            if first.look.get("b"):
                votes[True] += 1
            elif "楷" in family(first.look):
                votes[False] += 1
        if votes:
            self.fields["lead_bold"] = votes.most_common(1)[0][0]

    def _level(self, paragraph: Paragraph) -> int | None:
        """Return which level a head is of, from 0; None for what is no head."""
        for level in range(3):
            if paragraph.style in {f"heading{level + 1}", f"标题{level + 1}"}:
                return level
        outline = number(paragraph.look.get("outlineLvl.val"))
        if outline is not None and 0 <= outline < len(_LEVELS):
            return outline
        text = self.numbers.before(paragraph.look) + paragraph.text
        for level, form in enumerate(_LEVELS):
            if form.match(text):
                return level
        return None

    def _heads(self) -> None:
        for level in range(len(_LEVELS)):
            found = [each for each in self.said if self._level(each) == level]
            firsts = [_first(each) for each in found]
            name = ("一级标题（一、）", "二级标题（（一））", "三级标题（1.）")[level]
            if not firsts:
                self.notes.append(f"没有找到{name}")
                continue
            self.families[f"head_{level + 1}_font"] = most_of(firsts, family)
            bold = most_of(firsts, lambda look: look.get("b", ""))
            self.fields[f"bold_{level + 1}"] = bool(bold)
            size = number(most_of(firsts, lambda look: look.get("sz", "20")))
            if size and self.size and size != self.size:
                self.notes.append(f"{name}的字号同正文不一样（{size / 2:g} 磅），程序按正文字号")

    def _of_the_title(self, title: Paragraph) -> None:
        self.families["title_font"] = most_of(title.stretches, family)
        self.fields["title_bold"] = bool(most_of(title.stretches, lambda look: look.get("b", "")))
        self.fields["title_size"] = size_of(title)
        line = number(title.look.get("spacing.line"))
        if title.look.get("spacing.lineRule") == "exact" and line:
            self.fields["title_line"] = line
        before = self.all[: self.all.index(title)]
        empty = sum(not each.text for each in before) if not any(p.text for p in before) else 0
        by_lines = number(title.look.get("spacing.beforeLines"))
        pitch = self.fields.get("line_pitch") or self.page.pitch or 0
        gap = number(title.look.get("spacing.before")) or 0
        if not by_lines and isinstance(pitch, int) and pitch:
            by_lines = round(gap / pitch) * 100
        self.fields["blank_lines_before_title"] = min(5, empty + (by_lines or 0) // 100)

    def _title_block(self, title: Paragraph) -> None:
        """Find who comes first below the title, and whether the date has brackets."""
        lines = []
        for each in self.said[self.said.index(title) + 1 :][:_HEAD_OF_PAPER]:
            if each.look.get("jc.val") != "center" or len(each.text) > _LONGEST_LINE:
                break
            if size_of(each) == size_of(title) > self.size:
                continue  # the title goes on
            if each.style != "subtitle" and not each.text.startswith(("—", "－", "-")):
                lines.append(each.text)
        days = [line for line in lines if _DAY.fullmatch(line)]
        people = [line for line in lines if line not in days and not line.startswith(("（", "("))]
        if not days:
            self.notes.append("标题下面没有找到日期")
            return
        self.fields["date_brackets"] = days[0].startswith(("（", "("))
        if people:
            self.fields["speaker_before_date"] = lines.index(people[0]) < lines.index(days[0])

    def _cover(self) -> None:
        first = next((text for text in map(self._plain, self.page.before) if text), "")
        if _COVER.fullmatch(first):
            self.fields["cover"] = first

    def _plain(self, element: object) -> str:
        return self.styles.paragraph(element).text  # type: ignore[arg-type]  # a w:p

    def _salutation(self, title: Paragraph | None) -> str:
        head = self.said[: _HEAD_OF_PAPER + 1]
        for each in head if title else ():
            if (
                each.text.endswith(("：", ":"))
                and "志" in each.text
                and len(each.text) <= _LONGEST_CALL
            ):
                return each.text.rstrip("：:")
        return ""

    def _within(self) -> None:
        """Leave out what nobody would print: type of 1 point, lines of 1 metre."""
        for field, (least, most_of_it, called) in _RANGES.items():
            value = self.fields.get(field)
            if isinstance(value, int) and not least <= value <= most_of_it:
                del self.fields[field]
                self.notes.append(f"没有读出{called}，或者太大太小")

    def _fonts(self) -> None:
        """Choose the set that has most of the fonts, and name those that it has not."""
        for key, name in [*self.families.items()]:
            if name and not _FONT.fullmatch(name):
                self.notes.append(f"字体的名字“{_shown(name)}”不能照搬")
                self.families[key] = ""
        fonts = {key: name for key, name in self.families.items() if name}
        if not fonts:
            return
        chosen = max(FAMILIES, key=lambda name: _agreeing(name, fonts))
        self.fields["fonts"] = chosen
        own = _of_set(chosen)
        own["head_3_font"] = fonts.get("body_font", own["head_3_font"])
        self.fields.update({key: name for key, name in fonts.items() if name != own[key]})


def _of_set(name: FontSet) -> dict[str, str]:
    own = FAMILIES[name]
    return {
        "title_font": own.title,
        "body_font": own.fang,
        "head_1_font": own.hei,
        "head_2_font": own.kai,
        "head_3_font": own.fang,
        "number_font": own.song,
    }


def _agreeing(name: FontSet, fonts: Mapping[str, str]) -> int:
    own = _of_set(name)
    return sum(own[key] == face for key, face in fonts.items())


def _first(paragraph: Paragraph) -> Stretch:
    """Return the stretch that a head begins with: behind （一）加强领导。 the text may run on."""
    return next(each for each in paragraph.stretches if each.text.strip())


def _indent(paragraph: Paragraph, size: int) -> float:
    """Return how many characters the first line begins further in, set or typed."""
    raw = "".join([each.text for each in paragraph.stretches])
    typed = len(raw) - len(raw.lstrip("\u3000"))
    characters = number(paragraph.look.get("ind.firstLineChars"))
    if characters:
        return typed + characters / 100
    twips = number(paragraph.look.get("ind.firstLine")) or 0
    return typed + (round(twips / (size * 10)) if size else 0)


def _shown(text: str) -> str:
    return "".join(character for character in text[:30] if character.isprintable())
