"""The date of a paper: of the meeting, else its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from speechgen.facts.item import Item

NO_DATE = date(2000, 1, 1)


def _dates(root: Item) -> Iterator[object]:
    meeting = root.get("会议")
    yield meeting.get("日期") if isinstance(meeting, Item) else None
    yield root.get("日期")


def date_of(root: Item) -> date:
    """Return the date, or 2000-01-01 where the file has none: never a clock."""
    return next((value for value in _dates(root) if isinstance(value, date)), NO_DATE)


def date_text(root: Item) -> str:
    """Return the date as printed, 2025年8月12日 (GB/T 15835: no leading zeros), or its mark."""
    value = next((value for value in _dates(root) if value), None)
    if isinstance(value, date):
        return day_text(value)
    return value if isinstance(value, str) else ""


def day_text(day: date) -> str:
    """Return a day as printed: 2025年8月12日."""
    return f"{day.year}年{day.month}月{day.day}日"
