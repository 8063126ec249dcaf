"""Mended signs are said once for a whole file."""

from __future__ import annotations

from speechgen.facts.reading import Reading


def tell(reading: Reading) -> None:
    """Note how many signs were mended, where the first of them stands; not beside errors."""
    if reading.page.is_mended or len(reading.problems) > reading.warnings:
        return
    first = min(place for place, _ in reading.tidied)
    count = sum(number for _, number in reading.tidied)
    many = (
        f"有{count}个英文标点、全角数字或不成对的引号，这是第一处"
        if count > 1
        else "这里的标点是英文的、数字是全角的，或引号不成对"
    )
    message = f"{many}，稿子里已改正"
    hint = "文件可以不改；数字、英文、网址里的标点照原样印"
    reading.report(first, "punctuation-mended", message, hint, severity="advice")
