"""The words over the columns of a sheet: natural ones are known beside the keys."""

from __future__ import annotations

import re
from unicodedata import normalize

from speechgen.facts.keys.table import RECORDS
from speechgen.facts.lists.filling import FILL, LACK, NAME

AMOUNTS = ("值", "上年同期", "上期", "全年目标", "全年控制数")
_FIGURE = RECORDS["数据项"]
_NATURAL = {
    NAME: (
        "指标",
        "指标名称",
        "项目",
        "项目名称",
        "数据名",
        "数据名称",
        "name",
        "主要指标",
        "事项",
    ),
    "值": (
        *("本期", "本期数", "本期值", "数值", "数量", "数据", "本月", "本月数", "本季", "本季度"),
        *(
            "累计",
            "累计数",
            "本年累计",
            "本期累计",
            "本年",
            "今年",
            "本月止累计",
            "至本月累计",
            "实际",
            "完成",
            "完成数",
        ),
    ),
    "上年同期": (
        *("去年同期", "上年同期数", "去年同期数", "同期", "同期数", "上年", "去年"),
        *("上年数", "去年数", "同期累计", "上年累计", "去年累计", "上年同期累计", "去年同期累计"),
    ),
    "上期": ("上月", "上期数", "上月数", "上季", "上季度", "上期累计"),
    "全年目标": ("目标", "目标数", "年度目标", "全年任务", "年度任务", "任务数", "目标任务"),
    "全年控制数": ("控制数", "控制指标", "控制目标", "年度控制数", "控制值"),
    "由谁提供": ("提供单位", "填报单位", "报送单位"),
    "期限": ("填报期限", "报送期限"),
    "来源": ("数据来源",),
    "位次": ("排名", "名次"),
}
_KEYS = {name: key.name for key in _FIGURE.keys for name in key.names if key.kind != "record"}
_KEYS |= {LACK: LACK, FILL: FILL}
_KEYS |= {word: key for key, words in _NATURAL.items() for word in (key, *words)}
_LEFT_OUT = frozenset(
    ("序号", "编号", "备注", "说明", "注", "增减", "增减数", "增减额", "增减量", "增减率", "增幅")
) | {"增长", "增长率", "增速", "升降", "完成率", "完成比例", "用在哪里", "同比", "环比", "占比"}
_LEFT_OUT |= {"同比增长", "同比增减", "同比增速", "同比升降", "环比增长", "环比增减"}
"""Columns that the program works out itself, or that are for people; no word is lost on them."""

_LAST_MONTH = frozenset({"上月", "上月数"})
_PLAIN_VALUE = frozenset({"数值", "数量", "数据", "累计", "累计数", "实际", "完成", "完成数", "值"})
_BRACKETS = re.compile(r"(.+?)\(([^()]*)\)")
_DASHES = re.compile("[-—–~到]+")
_DATED = re.compile(
    r"(?:(20[0-9]{2})年)?((?:[0-9]{1,2}(?:[-—–~至到]+[0-9]{1,2})?月|上半年|下半年|[一二三四前]+季度|全年)?)"
    r"(?:份|底|止)?(?:累计)?(?:完成|实际)?(?:数|值)?"
)
_PERIOD = re.compile(r".*[0-9一二三四五六七八九十全上下本].*[年月度旬日]")


def known_key(word: str) -> str:
    """Return the key that a word of 列 means; empty where it means none."""
    return _KEYS.get(folded(word), "")


def meant(texts: list[str]) -> tuple[str, str, str]:
    """Return key, unit and period that the words over one column mean."""
    found = [key_of(text) for text in (*texts, "".join(texts))]
    *upper, lowest = found[:-1] or [("", "", "")]
    others = [one for one in upper if one[0] and one[0] not in {NAME, "值"}]
    if others and (not lowest[0] or folded(texts[-1]) in _PLAIN_VALUE):
        return others[-1]
    known = [one for one in (lowest, found[-1], *upper) if one[0]]
    if not known:
        return "", "", ""
    key, unit, period = known[0]
    over = next((word for text in texts[:-1] if _PERIOD.fullmatch(word := folded(text))), "")
    return key, unit, period or ("" if key_of(over)[0] else over)


def is_last_month(texts: tuple[str, ...]) -> bool:
    """Return whether a column holds what the last month alone brought: 上月, 信访总量/上月数."""
    return folded(texts[-1]).partition("(")[0] in _LAST_MONTH and "累计" not in "".join(texts)


def dated_head(texts: tuple[str, ...]) -> tuple[int, str] | None:
    """Return year and period that the lowest word of a head says, where it says nothing else.

    `2025年1-7月` is (2025, 1至7月), `1—7月累计` (0, 1至7月).
    """
    match = _DATED.fullmatch(folded(texts[-1])) if texts else None
    if match is None or not (match[1] or match[2]):
        return None
    return int(match[1] or 0), _DASHES.sub("至", match[2] or "")


def key_of(text: str) -> tuple[str, str, str]:
    """Return key, unit and period of one word: 本期(件) is 值, 件."""
    word = folded(text)
    if word in _KEYS:
        return _KEYS[word], "", ""
    match = _BRACKETS.fullmatch(word)
    if match is None or match[1] not in _KEYS:
        return "", "", ""
    inner = match[2].removeprefix("单位:")
    if _PERIOD.fullmatch(inner):
        return _KEYS[match[1]], "", inner
    return _KEYS[match[1]], inner, ""


def is_left_out(text: str) -> bool:
    """Return whether a column called `text` is not read and nothing is said: 序号, 增幅(%)."""
    word = folded(text)
    return word in _LEFT_OUT or word.partition("(")[0].rstrip("%") in _LEFT_OUT


def folded(text: str) -> str:
    """Return a word as it is looked up: half-width, without blanks, in small letters."""
    return "".join(normalize("NFKC", text).split()).strip(":*").lower()
