"""What most characters have: fonts and sizes by vote, each character one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from speechgen.word.fonts import CHINESE_NAMES
from speechgen.word.formatting import Look, Paragraph, Stretch, number


def family(look: Look) -> str:
    """Return the Chinese font, by the name an office calls it."""
    name = look.get("font") or look.get("latin", "")
    return CHINESE_NAMES.get(name, name)


def latin(look: Look) -> str:
    """Return the font of digits and Latin letters."""
    name = look.get("latin", "")
    return CHINESE_NAMES.get(name, name)


def size_of(paragraph: Paragraph) -> int:
    """Return the size of most of a paragraph, in half-points."""
    return number(most_of(paragraph.stretches, lambda look: look.get("sz", "20"))) or 0


def sizes_of(paragraphs: Iterable[Paragraph]) -> Counter[int]:
    """Return how many characters there are of each size."""
    sizes: Counter[int] = Counter()
    for paragraph in paragraphs:
        for each in paragraph.stretches:
            sizes[number(each.look.get("sz", "20")) or 0] += len(each.text)
    return sizes


def counted(
    text: Iterable[Paragraph], of: Callable[[Look], str], kept: Callable[[str], bool]
) -> Counter[str]:
    """Return how many characters of the kind `kept` have each value."""
    votes: Counter[str] = Counter()
    for paragraph in text:
        for each in paragraph.stretches:
            votes[of(each.look)] += sum(map(kept, each.text))
    return +votes


def most(text: Iterable[Paragraph], of: Callable[[Look], str]) -> str:
    """Return what most Chinese characters of `text` have."""
    votes = counted(text, of, _is_chinese)
    return votes.most_common(1)[0][0] if votes else ""


def most_of(stretches: Iterable[Stretch], of: Callable[[Look], str]) -> str:
    """Return what most characters of `stretches` have."""
    votes: Counter[str] = Counter()
    for each in stretches:
        votes[of(each.look)] += len(each.text)
    return votes.most_common(1)[0][0] if votes else ""


def most_paragraphs(text: Iterable[Paragraph], of: Callable[[Look], str]) -> str:
    """Return what the paragraphs with most text have."""
    votes: Counter[str] = Counter()
    for paragraph in text:
        votes[of(paragraph.look)] += len(paragraph.text)
    return votes.most_common(1)[0][0]


def _is_chinese(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"
