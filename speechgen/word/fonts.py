"""Font families: which set an office uses, and what replaces a missing font."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from speechgen.style import FontSet, Layout


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
CHINESE_NAMES = {
    "FangSong": "仿宋",
    "FangSong_GB2312": "仿宋_GB2312",
    "KaiTi": "楷体",
    "KaiTi_GB2312": "楷体_GB2312",
    "SimHei": "黑体",
    "SimSun": "宋体",
    "STFangsong": "华文仿宋",
    "STKaiti": "华文楷体",
    "STHeiti": "华文黑体",
    "STSong": "华文宋体",
    "STZhongsong": "华文中宋",
    "FZXiaoBiaoSong-B05S": "方正小标宋简体",
    "FZXiaoBiaoSong-B05": "方正小标宋_GBK",
    "FZFangSong-Z02": "方正仿宋_GBK",
    "FZKai-Z03": "方正楷体_GBK",
    "FZHei-B01": "方正黑体_GBK",
}
"""Fonts as other systems call them, and as an office does."""

_RARE = {"方正小标宋简体": "华文中宋", "仿宋_GB2312": "仿宋", "楷体_GB2312": "楷体"}
"""Fonts that have the characters of GB 2312 alone, and what takes the others."""

_ALIKE = (
    ("仿", FONTS["仿宋"]),
    ("楷", FONTS["楷体"]),
    ("黑", FONTS["黑体"]),
    ("宋", FONTS["宋体"]),
)


@lru_cache(maxsize=16)
def families(layout: Layout) -> Families:
    """Return the families of a layout: those of its set, but for fonts that it names."""
    own = FAMILIES[layout.fonts]
    head_1, head_2 = layout.head_1_font, layout.head_2_font
    named = replace(
        own,
        title=layout.title_font or own.title,
        fang=layout.body_font or own.fang,
        kai=head_2 if "楷" in head_2 else own.kai,
        hei=head_1 if "黑" in head_1 else own.hei,
        song=layout.number_font or own.song,
    )
    if weakest(layout) != "gb2312":
        return replace(named, rare_title="", rare_fang="", rare_kai="")
    return replace(
        named,
        rare_title=_RARE.get(named.title, named.title),
        rare_fang=_RARE.get(named.fang, named.fang),
        rare_kai=_RARE.get(named.kai, named.kai),
    )


def heads(layout: Layout) -> tuple[str, str, str, str]:
    """Return the families of the four levels of heads."""
    family = families(layout)
    return (
        layout.head_1_font or family.hei,
        layout.head_2_font or family.kai,
        layout.head_3_font or family.fang,
        family.fang,
    )


@lru_cache(maxsize=16)
def weakest(layout: Layout) -> FontSet:
    """Return a set whose characters the fonts of a layout have: gb2312 where one lacks 镕, 堃."""
    own = FAMILIES[layout.fonts]
    used = (
        layout.title_font or own.title,
        layout.body_font or own.fang,
        layout.head_2_font if "楷" in layout.head_2_font else own.kai,
    )
    return "gb2312" if any(name in _RARE for name in used) else "system"


def font(name: str) -> Font:
    """Return the entry of a font; of one that the office names, as its name sounds."""
    if name in FONTS:
        return FONTS[name]
    alike = next((entry for sign, entry in _ALIKE if sign in name), FONTS["宋体"])
    return replace(alike, family="auto", pitch="default")
