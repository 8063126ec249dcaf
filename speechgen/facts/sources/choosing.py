"""The sheet that a record of 数据来源 means, and its header."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from speechgen.facts.item import Item
from speechgen.facts.keys.table import RECORDS
from speechgen.facts.lists.filling import NAME
from speechgen.facts.reading import Reading, shown
from speechgen.facts.sources import opening
from speechgen.facts.sources.header import (
    LOOKED_AT,
    Header,
    Misnamed,
    headers,
    heads,
    without_other_words,
)
from speechgen.facts.sources.page import SheetPage
from speechgen.facts.sources.sheet import Reason, Sheet, Unreadable
from speechgen.facts.sources.vocabulary import known_key
from speechgen.problems import FactsPlace, nearest

_MOST_SHOWN = 8
_NO_HEADER = "要有“名称”或“指标”一栏，和“值”“本期”“上年同期”这样的一栏"


class Used(NamedTuple):
    """A sheet with its header."""

    page: SheetPage
    header: Header


def used_sheet(item: Item, reading: Reading) -> Used | None:
    """Return the sheet that a record of 数据来源 means, with its header."""
    file, wanted, place = item.text("文件"), item.text("工作表"), item.where("文件")
    if not file:
        return None
    named = _named(item, reading)
    row = item.get("表头")
    found: list[tuple[Sheet, Header]] = []
    lacking: list[Sheet] = []
    misnamed: list[Unreadable] = []
    for one in opening.sheets(file, wanted, place, reading):
        try:
            sheet = one()
            usable_ones = list(headers(sheet, row if isinstance(row, int) else 0, named))
        except Misnamed as error:
            misnamed.append(error)
            continue
        except Unreadable as error:
            opening.refuse(file, error, place, reading)
            return None
        if usable_ones:
            found.append((sheet, usable_ones[0]))
        else:
            lacking.append(sheet)
    if misnamed and not found:
        opening.refuse(file, misnamed[0], place, reading)
        return None
    try:
        sheet, header = _chosen(found, lacking)
    except Unreadable as error:
        opening.refuse(file, error, place, reading)
        return None
    except IndexError:
        return None
    page = SheetPage(sheet, file)
    header = without_other_words(header, sheet)
    _say_unknown(header, page, place, reading)
    return Used(page, header)


def _chosen(found: list[tuple[Sheet, Header]], lacking: list[Sheet]) -> tuple[Sheet, Header]:
    if len(found) > 1:
        names = "、".join(shown(sheet.name) for sheet, _ in found[:_MOST_SHOWN])
        hint = f"请写明一张，如 工作表: {shown(found[0][0].name)}；要几张的，一张写一条"
        raise Unreadable(Reason("no-sheet", f"里有几张工作表都能用：{names}", hint))
    if not found and lacking:
        raise Unreadable(_no_header(lacking[0]))
    return found[0]


def _no_header(sheet: Sheet) -> Reason:
    """Return why no header was found, with the row that looks most like one."""
    rows = [row for row in sheet.rows if row <= LOOKED_AT]
    if not rows:
        return Reason("no-header", "里没有内容", "请核对是不是拿错了文件")
    likely = max(rows, key=lambda row: (len(sheet.rows[row]), -row))
    where = f"的工作表“{shown(sheet.name)}”" if sheet.name else ""
    texts = "、".join(head.text for head in heads(sheet, likely)[1][:_MOST_SHOWN])
    hint = (
        f"第{likely}行是：{shown(texts, 60)}；是表头的，请写 表头: {likely}，"
        "并写明各栏，如 列: {事项: 名称, 本年数: 值}"
    )
    return Reason("no-header", f"{where}里没有找到表头（{_NO_HEADER}）", hint)


def _named(item: Item, reading: Reading) -> Mapping[str, str]:
    """Return 列: word over a column → key; what is no key is reported."""
    columns = item.get("列")
    named: dict[str, str] = {}
    if isinstance(columns, Item):
        for word in columns:
            key = known_key(columns.text(word))
            if key:
                named[word] = key
                continue
            near = nearest(columns.text(word), [*RECORDS["数据项"].lookup, NAME])
            hint = f"是不是“{near}”？" if near else "可以写 名称、值、单位、上年同期、上期 等"
            message = f"“列”里的“{shown(columns.text(word))}”不是数据的一项"
            reading.report(columns.where(word), "unknown-key", message, hint)
    return named


def _say_unknown(header: Header, page: SheetPage, place: FactsPlace, reading: Reading) -> None:
    if header.unknown:
        names = "、".join(f"“{name}”" for name in header.unknown[:_MOST_SHOWN])
        message = f"“{shown(page.file)}”里有几栏不认得，没有读：{shown(names, 80)}"
        hint = "要用的，请在“列”里写明，如 列: {本年数: 值}；不用的不用管"
        reading.warn(place, "unknown-column", message, hint)
