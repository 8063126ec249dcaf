"""What one row of the key table says: a key, and the record it may stand in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Kind = Literal[
    "text",  # short text; may hold 【…】 and may be 待核
    "word",  # a label, kept as typed: no 【…】, no 待核
    "words",  # one or several labels
    "line",  # a sentence
    "lines",  # one or several sentences
    "date",  # may be 待核
    "deadline",  # a date that is not printed in the paper
    "choice",
    "truth",  # 是, 否
    "whole",  # a whole number
    "amount",  # a number, a percentage or 待核
    "value",  # an amount or a formula
    "target",  # an amount, or amounts by level
    "margin",  # an amount that has no share in the figure's unit
    "change",  # a change as stated: -8.8%, 上升0.5个百分点, 增加12件, 持平, or 待核
    "percent",  # a percentage that has no share in the figure's unit, or 待核
    "formula",  # with or without its =
    "position",  # 5, 第5, 前3
    "naming",  # what a name is, or 待核
    "length",  # 短, 中, 长 or a number of characters
    "record",
    "records",  # one or several records
    "entries",  # one or several lines or records; a line becomes a record with its main key
    "figures",  # figures by name
    "names",  # names by name
    "short_names",  # full name → short name
    "sources",  # tables to read figures from: names of files, or records
    "headings",  # words over the columns of a sheet → keys
    "columns",
    "rows",
    "totals",
    "millimetres",
    "points",
    "type_size",  # 三号, 16磅
    "font",
    "swaps",  # a word → the one to use instead
]

EXPECTED: Mapping[Kind, str] = {
    "text": "一段文字",
    "word": "一个词",
    "words": "一个词，或用“- ”列出的几个词",
    "line": "一句话",
    "lines": "一句话，或用“- ”列出的几句话",
    "date": "一个日期，如 2025-08-12",
    "deadline": "一个日期，如 2025-08-12",
    "choice": "列出的词之一",
    "truth": "“是”或“否”",
    "whole": "一个整数",
    "amount": "一个数、百分数或“待核”",
    "value": "一个数、百分数、“待核”或以“=”开头的算式",
    "target": "一个数，或按层级写的 {市定: 数, 县定: 数}",
    "margin": "一个数",
    "change": "升降的幅度，如 下降8.8%、上升0.5个百分点、增加12件、持平",
    "percent": "一个百分数，如 23%",
    "formula": "一个算式，如 = 甲 / 乙",
    "position": "一个名次，如 5 或 前3",
    "naming": "一个名称，或“待核”",
    "length": "短、中、长，或者字数，如 4000",
    "record": "下一级的“键: 值”",
    "records": "下一级的“键: 值”，几条的用“- ”列出",
    "entries": "用“- ”列出的句子或“键: 值”",
    "figures": "下一级的“数据名: {值: …, 单位: …}”",
    "names": "下一级的“名称: 写法”",
    "short_names": "下一级的“全称: 简称”",
    "sources": "表格文件名，如 月报.xlsx，或下一级的“文件: …”，几张的用“- ”列出",
    "headings": "下一级的“表头: 键”，如 {本年数: 值}",
    "columns": "下一级的“列名: 计量单位”，或用“- ”列出的列名",
    "rows": "用“- ”列出的各行",
    "totals": "“是”，或合计行：一列数，或“列名: 数”",
    "millimetres": "毫米数，如 37",
    "points": "磅数，如 28.95",
    "type_size": "字号，如 三号，或磅数，如 16磅",
    "font": "字体的名字，如 仿宋_GB2312",
    "swaps": "下一级的“甲: 乙”，如 {群众来访: 来访}",
}
"""What a message says was expected."""

MAY_BE_MISSING: frozenset[Kind] = frozenset({"text", "line", "lines", "date", "amount", "value"})
MISSING = "待核"
PERSON = "×××"
PAPER = "《××》"
DAY = "X月X日"
MARKS = {"人名": PERSON, "文件": PAPER, "日期": DAY}
"""Mark of a missing name by the 类型 beside it; any other is ××."""


class Key(NamedTuple):
    """One key of one record."""

    name: str
    """As Item knows it, whichever name the file used."""

    english: str
    kind: Kind
    says: str
    """One line for editors, docs and messages."""

    record: str = ""
    """Kinds `record`, `records`, `entries`: the record it holds."""

    choices: tuple[tuple[str, ...], ...] = ()
    """Each choice with the other spellings of it; the first is what Item holds."""

    aliases: tuple[str, ...] = ()
    """Other Chinese names of the key."""

    required: bool = False
    unless: str = ""
    """A required key may be absent where this one is there."""

    mark: str = "××"
    """Printed while it is 待核; empty: the 类型 beside it decides (`MARKS`)."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name the file may use, the Chinese one first."""
        return (self.name, *self.aliases, self.english)


_TITLES = {
    "素材": "素材",
    "数据项": "“数据”",
    "名称项": "“名称”",
    "来源表": "“数据来源”",
    "本单位": "版式文件",
    "要点二": "“分点”",
    "要点三": "“分点”",
}


class Record:
    """What may stand in one record."""

    __slots__ = ("keys", "lookup", "main", "name", "required", "says")

    def __init__(self, name: str, says: str, keys: tuple[Key, ...], main: str = "") -> None:
        self.name = name
        self.says = says
        self.keys = keys
        self.main = main
        """The key a line alone stands for; empty: a line alone will not do."""

        self.lookup: Mapping[str, Key] = {name: key for key in keys for name in key.names}
        """Keys by every name."""

        self.required = tuple([key for key in keys if key.required])
        """Keys that may not be absent."""

    @property
    def title(self) -> str:
        """What the office calls it."""
        return _TITLES.get(self.name, f"“{self.name}”")


def choice(*choices: str) -> tuple[tuple[str, ...], ...]:
    """Return choices as `Key.choices` holds them: `gb2312=国标` has two spellings."""
    return tuple(tuple(one.split("=")) for one in choices)
