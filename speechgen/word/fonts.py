"""Font families: which set an office uses, and what replaces a missing font."""

from __future__ import annotations

from dataclasses import dataclass

from speechgen.style import FontSet


@dataclass(frozen=True, slots=True)
class Families:
    """The families of one set, by the look they give."""

    title: str
    fang: str
    kai: str
    hei: str
    song: str = "宋体"
    """Page numbers."""

    rare_title: str = ""
    """Takes the characters that `title` lacks; empty where it lacks none of GBK."""

    rare_fang: str = ""
    rare_kai: str = ""


FAMILIES: dict[FontSet, Families] = {
    "gb2312": Families(
        *("方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体"),
        *("华文中宋", "仿宋", "楷体"),
    ),
    "system": Families("华文中宋", "仿宋", "楷体", "黑体"),
    "fangzheng": Families("方正小标宋_GBK", "方正仿宋_GBK", "方正楷体_GBK", "方正黑体_GBK"),
    "mac": Families("华文中宋", "华文仿宋", "华文楷体", "华文黑体", "华文宋体"),
}
TIMES = "Times New Roman"


@dataclass(frozen=True, slots=True)
class Font:
    """An entry of fontTable.xml (ECMA-376 §17.8.3): what stands in when the font is missing."""

    substitutes: str
    """A comma list, most alike first."""

    panose: str
    family: str = "auto"
    pitch: str = "default"


_SONG = "02010600030101010101"
_FANG_KAI = "02010609030101010101"
_HEI = "02010609060101010101"
FONTS = {
    "方正小标宋简体": Font("方正小标宋_GBK,华文中宋,宋体", _SONG),
    "方正小标宋_GBK": Font("方正小标宋简体,华文中宋,宋体", _SONG),
    "华文中宋": Font("STZhongsong,方正小标宋简体,宋体", _SONG),
    "仿宋_GB2312": Font("仿宋,FangSong", _FANG_KAI, "modern", "fixed"),
    "仿宋": Font("FangSong,仿宋_GB2312", _FANG_KAI, "modern", "fixed"),
    "方正仿宋_GBK": Font("仿宋,FangSong,仿宋_GB2312", _FANG_KAI, "modern", "fixed"),
    "华文仿宋": Font("STFangsong,仿宋,FangSong", _FANG_KAI, "modern", "fixed"),
    "楷体_GB2312": Font("楷体,KaiTi", _FANG_KAI, "modern", "fixed"),
    "楷体": Font("KaiTi,楷体_GB2312", _FANG_KAI, "modern", "fixed"),
    "方正楷体_GBK": Font("楷体,KaiTi,楷体_GB2312", _FANG_KAI, "modern", "fixed"),
    "华文楷体": Font("STKaiti,楷体,KaiTi", _FANG_KAI, "modern", "fixed"),
    "黑体": Font("SimHei", _HEI, "modern", "fixed"),
    "方正黑体_GBK": Font("黑体,SimHei", _HEI, "modern", "fixed"),
    "华文黑体": Font("STHeiti,黑体,SimHei", _HEI, "modern", "fixed"),
    "宋体": Font("SimSun", _SONG),
    "华文宋体": Font("STSong,宋体,SimSun", _SONG),
}
