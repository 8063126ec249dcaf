"""Where a long title is broken: by meaning, into a trapezium or a lozenge (layout.md §3).

The standard: 回行时，要做到词意完整，排列对称，长短适宜，间距恰当，标题排列应当使用梯形或菱形.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, pairwise

from speechgen.document import Run
from speechgen.word.title_words import CLOSING, OPENING, SPACES, listed_words, words_of

Span = tuple[int, int]

LINE_END = "\n"
LAST_AT_LEAST = 4  # characters; other lines: a third of the longest
LEANS_BACK = frozenset("的地得上中下里时后前等")  # never begins a line
LEANS_FORWARD = frozenset([*"在对向从把将于以让为和与及暨", "关于"])  # never ends a line
TAILS = frozenset(
    [
        *("工作", "会议", "大会", "会", "讲话", "发言", "致辞", "活动", "建设", "情况", "材料"),
        *("报告", "方案", "事项", "问题", "制度", "责任制", "管理", "行动", "发展", "治理"),
        *("推进会", "推进会议", "部署会", "座谈会", "仪式", "精神", "经验", "领域"),
        *("工作会", "工作会议", "工作推进会", "工作推进会议"),
    ]
)
"""Heads of a compound: better not parted from the word that qualifies them."""

_FORBIDDEN = 1000.0


@lru_cache(maxsize=256)
def breaks(title: str, fit: int = 18, whole: tuple[Span, ...] = ()) -> tuple[int, ...]:
    """Return where each further line of `title` begins; empty where it fits on one line.

    `fit` is what a line should hold at most, in full-width characters; one more is let pass.
    Nothing inside a span of `whole` (a name put in from the facts) is parted. A space before
    a break is not printed: it parted two phrases, and the line end does that now.

    A title that cannot be broken well is broken between any two characters that may be
    parted, and one that cannot be broken at all is left to Word.
    """
    if width(title) <= fit + 1:
        return ()
    for spots in (_spots(title, whole), _any_spots(title, whole)):
        for count in range(2, 6):
            found = _best(title, spots, count, fit)
            if found:
                return found
    return ()


def broken(runs: tuple[Run, ...], fit: int) -> tuple[Run, ...]:
    """Return the runs of a title with a line end where it is to be broken.

    A space before a break goes; the reader finds it again in the title of the core properties.
    """
    text = "".join([run.text for run in runs])
    edges = [0, *accumulate([len(run.text) for run in runs])]
    spans = list(pairwise(edges))
    whole = tuple([span for span, run in zip(spans, runs, strict=True) if run.expression])
    cuts = breaks(text, fit, whole)
    lines: list[Run] = []
    for run, (start, end) in zip(runs, spans, strict=True):
        inner = [cut for cut in cuts if start <= cut < end]
        if run.expression:
            lines.extend([*_ended(lines), run] if inner else [run])
            continue
        *before, last = [text[one:other] for one, other in pairwise([start, *inner, end])]
        pieces = [*(piece.rstrip(SPACES) for piece in before), last]
        lines.append(Run(LINE_END.join(pieces), lead=run.lead))
    return tuple(lines)


def width(text: str) -> float:
    """Return how many full-width characters `text` is wide: 2025年 is 3."""
    return sum([0.5 if character.isascii() else 1.0 for character in text])


def _ended(lines: list[Run]) -> list[Run]:
    """End the line before a figure: in the plain run there, else in a run of its own."""
    if not lines or lines[-1].expression:
        return [Run(LINE_END)]
    before = lines.pop()
    return [Run(before.text.rstrip(SPACES) + LINE_END, lead=before.lead)]


def _best(title: str, spots: dict[int, float], count: int, fit: int) -> tuple[int, ...]:
    """Return the cheapest way to make `count` lines; empty where there is none."""
    best: tuple[float, tuple[int, ...]] = (_FORBIDDEN, ())
    for cuts in _cuts(title, sorted(spots), 0, count, fit + 1):
        price = sum([spots[cut] for cut in cuts]) + _shape(title, cuts, fit)
        best = min(best, (price, cuts))
    return best[1]


def _cuts(
    title: str, spots: list[int], start: int, count: int, limit: int
) -> Iterator[tuple[int, ...]]:
    """Yield every choice of `count` - 1 spots that leaves no line longer than `limit`."""
    if count == 1:
        if width(title[start:]) <= limit:
            yield ()
        return
    if width(title[start:]) > limit * count:
        return
    for spot in spots:
        if spot <= start:
            continue
        if width(title[start:spot].rstrip(SPACES)) > limit:
            return
        for rest in _cuts(title, spots, spot, count - 1, limit):
            yield (spot, *rest)


def _shape(title: str, cuts: tuple[int, ...], fit: int) -> float:
    """Return what the outline of the lines costs; `_FORBIDDEN` for an hourglass or a stump."""
    edges = (0, *cuts, len(title))
    pairs = pairwise(edges)
    lines = [width(title[start:end].rstrip(SPACES)) for start, end in pairs]
    longest, shortest = max(lines), min(lines)
    peak = lines.index(longest)
    if lines[:peak] != sorted(lines[:peak]) or lines[peak:] != sorted(lines[peak:], reverse=True):
        return _FORBIDDEN
    if min(lines[:-1]) < longest / 3 or lines[-1] < min(LAST_AT_LEAST, longest / 3):
        return _FORBIDDEN
    oblong = 0.5 if longest == shortest else 0.0
    return 6 * (1 - shortest / longest) + oblong + max(0.0, longest - fit)


def _spots(title: str, whole: tuple[Span, ...]) -> dict[int, float]:
    """Return the price of a break at each place between two words that may be parted."""
    words = words_of(title)
    elsewhere = 2.0 if any(space in title for space in SPACES) else 0.0
    spots = {}
    at = 0
    for word, following in pairwise(words):
        at += len(word)
        price = _price(word, following)
        if price < _FORBIDDEN and not _inside(at, whole):
            spots[at] = price + (0.0 if word in SPACES else elsewhere)
    return spots


def _any_spots(title: str, whole: tuple[Span, ...]) -> dict[int, float]:
    """Return every place that punctuation and `whole` leave open, for a title without words."""
    return {
        at: 1.0
        for at in range(1, len(title))
        if not _inside(at, whole)
        and title[at] not in CLOSING
        and title[at] not in LEANS_BACK
        and title[at] not in SPACES
        and title[at - 1] not in OPENING
        and not (title[at].isascii() and title[at - 1].isascii())
    }


def _price(word: str, following: str) -> float:
    if word in SPACES:
        return 0.0
    if following in LEANS_BACK or following[0] in CLOSING or following in SPACES:
        return _FORBIDDEN
    if word in LEANS_FORWARD or word in OPENING:
        return _FORBIDDEN
    listed = listed_words()
    if len(word) == 1 and word in listed and following not in listed:
        return _FORBIDDEN  # 上|海市: one character is no evidence of a word
    price = 1.0 if word in listed and following in listed else 2.0
    if word[-1] in CLOSING:
        price = 0.5
    return price + (2.5 if following in TAILS or word == "的" else 0.0)


def _inside(at: int, spans: tuple[Span, ...]) -> bool:
    return any(start < at < end for start, end in spans)
