"""What would be laughed at in one kind of paper and not in another (writing.md, Kinds)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechgen.document import Document, Role
from tests.drafting.faults import around, blocks

_I = re.compile("我(?!国|省|市|区|县)")
_MARK = re.compile("X|××")
_ORDINAL = re.compile("一是|二是|第一，|一要|二要")
_SPOKEN = re.compile("同志们，|谢谢大家|(?:^|，|。)让我们")
_PRAISE = re.compile("讲话[^。]{0,6}(?:好|实|准|深刻|重要)|重要讲话")
_HANDS_OVER = re.compile("请[^。]{2,20}讲话")

WRITTEN = ("会议纪要", "新闻通稿", "情况通报", "工作要点", "工作总结")
NEVER = {
    **{(kind, "speaks"): _SPOKEN for kind in WRITTEN},
    **{(kind, "says 我"): _I for kind in WRITTEN if kind != "工作总结"},
    ("致辞", "counts"): _ORDINAL,
    ("新闻通稿", "has a mark"): _MARK,
}
"""(kind, what it does): words that the kind may not hold."""


def faults_of_kind(document: Document) -> Iterator[str]:
    """Yield what this kind of paper may not hold."""
    body = [b.text for b in blocks(document) if b.role in (Role.BODY, Role.STAGE)]
    for (kind, does), words in NEVER.items():
        for text in body if kind == document.kind else ():
            if found := words.search(text):
                yield f"a {kind} {does}: {around(text, found.start())}"
    if document.kind == "主持词":
        yield from _praise_too_early(body)


def _praise_too_early(body: list[str]) -> Iterator[str]:
    """Yield praise of a speech that has not been held yet."""
    given = next((n for n, text in enumerate(body) if _HANDS_OVER.search(text)), len(body))
    for text in body[:given]:
        if found := _PRAISE.search(text):
            yield f"a host praises what was not given: {around(text, found.start())}"
