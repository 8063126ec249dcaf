"""What a finished draft may not have: the faults of papers people share (writing.md, last section).

Each rule takes the paper and yields what is wrong, in words a reader of the test can follow.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from speechgen.document import HEADINGS, Block, Document, Role

LONGEST = 120
SHORT = 12  # characters; a shorter sentence may come twice (同志们，)
NUMERALS = "一二三四五六七八九十"
COUNTED = {"两": 2, **{sign: n for n, sign in enumerate(NUMERALS, 1)}}
TEXT_ROLES = (Role.BODY, Role.STAGE)

_SENTENCE = re.compile(r"[^。！？]+[。！？]?")
_CHINESE = "[\u4e00-\u9fff]"
_ASCII = re.compile(f"{_CHINESE}[,;:!?()\"']|[,;:!?()\"']{_CHINESE}|{_CHINESE}\\.|[{{}}]|None")
_DOUBLED_MARK = re.compile("[，。；：、！？][，。；：、！？]|“”|（）|《》")
_DOUBLED = re.compile(f"((?!.{{0,5}}[一着]){_CHINESE}{{2,6}})\\1")
_AND_ITSELF = re.compile(f"({_CHINESE}{{2,6}})[和、]\\1(?!{_CHINESE})")
_MODALS = re.compile(
    r"要要|要必须|要应当|必须要|请要|要请请|将将|要对(?!路|照|标|表|得|症)[^，。；]{1,20}，[^。；，]{0,12}要(?!求|点|害)"
)
_ORDINAL = re.compile(
    rf"(?:(?<=[。；：，])|^)(?:(第)([{NUMERALS}]{{1,3}})([，、]|个是|是)|([{NUMERALS}]{{1,3}})(是认为|怕|是|要|靠)(?=[“《]?[\u4e00-\u9fff×X0-9]))"
)
_PROMISE = re.compile(
    rf"(?<![这前{NUMERALS}])([两{NUMERALS[1:]}])(?:点意见|件事|个方面|个领域|个问题|类[^，。]{{2,4}}比较突出|种表现|方面的工作|项工作|件具体事|点体会|条承诺|项承诺|个重点)"
)
_ATTENDANCE = re.compile("(?:出席|列席|请假|主送|抄送|参加)：")


def faults(document: Document) -> list[str]:
    """Return every fault of a paper."""
    return [found for rule in RULES for found in rule(document)]


def blocks(document: Document) -> list[Block]:
    """Return the paragraphs, tables left out."""
    return [block for block in document.blocks if isinstance(block, Block)]


def sentences(document: Document) -> list[str]:
    """Return the sentences of the body in order."""
    return [
        sentence.strip()
        for block in blocks(document)
        if block.role in TEXT_ROLES
        for sentence in _SENTENCE.findall(block.text)
        if sentence.strip("”）")
    ]


def long_sentences(document: Document) -> Iterator[str]:
    """Yield each sentence of more than 120 characters."""
    for sentence in sentences(document):
        if len(sentence) > LONGEST:
            yield f"{len(sentence)} characters: {sentence}"


def repeated_sentences(document: Document) -> Iterator[str]:
    """Yield each sentence that is said twice."""
    for sentence, times in Counter(sentences(document)).items():
        if times > 1 and len(sentence) >= SHORT:
            yield f"said {times} times: {sentence}"


def wrong_marks(document: Document) -> Iterator[str]:
    """Yield what is not full-width, single and paired, or left of a template."""
    for block in blocks(document):
        for rule in (_ASCII, _DOUBLED_MARK):
            for found in rule.finditer(block.text):
                yield f"{found[0]!r}: {around(block.text, found.start())}"
        for opening, closing in ("“”", "（）", "《》", "‘’"):
            if block.text.count(opening) != block.text.count(closing):
                yield f"{opening}{closing} unpaired: {block.text[:60]}"


def doubled_words(document: Document) -> Iterator[str]:
    """Yield 安排安排, 问题和问题."""
    for block in blocks(document):
        for rule in (_DOUBLED, _AND_ITSELF):
            for found in rule.finditer(block.text):
                yield f"doubled {found[0]}: {around(block.text, found.start())}"


def doubled_modals(document: Document) -> Iterator[str]:
    """Yield 一要要, 要对……，要……."""
    for block in blocks(document):
        for found in _MODALS.finditer(block.text):
            yield f"modals {found[0]}: {around(block.text, found.start())}"


def unfinished_paragraphs(document: Document) -> Iterator[str]:
    """Yield each paragraph of the body that does not end as a sentence does."""
    for block in blocks(document):
        if _ATTENDANCE.match(block.text):
            continue
        if block.role is Role.BODY and not block.text.endswith(tuple("。！？：；”）")):
            yield f"no end: …{block.text[-30:]}"


def unsound_ordinals(document: Document) -> Iterator[str]:
    """Yield each list that does not begin with 一, skips, changes its system, or has one item."""
    lists: dict[str, int] = {}
    for block in blocks(document):
        if block.role in HEADINGS:
            yield from _closed(lists, *lists)
        for found in _ORDINAL.finditer(block.text):
            yield from _counted(lists, found, block.text)
    yield from _closed(lists, *lists)


def _counted(lists: dict[str, int], found: re.Match[str], text: str) -> Iterator[str]:
    """Count one ordinal; a 第 closes the lists below it."""
    system, number = system_of(found)
    if system in {"第、", "第个是"}:
        yield f"第一、 for 第一，: {around(text, found.start())}"
    if number == 1:
        yield from _closed(lists, system)
    elif lists.get(system, 0) != number - 1:
        yield f"{system} jumps to {number}: {around(text, found.start())}"
    if system.startswith("第"):
        yield from _closed(lists, "是", "要")
    lists[system] = number


def _closed(lists: dict[str, int], *systems: str) -> Iterator[str]:
    for system in systems:
        if lists.pop(system, 0) == 1:
            yield f"one item alone: {system}"


def system_of(found: re.Match[str]) -> tuple[str, int]:
    """Return the system and the number of an ordinal: (第，, 2), (是, 1)."""
    system = f"第{found[3]}" if found[1] else found[5]
    return system, number_of(found[2] or found[4])


def broken_promises(document: Document) -> Iterator[str]:
    """Yield each promise (三点意见, 三件事) that is not what follows."""
    everything = blocks(document)
    for index, block in enumerate(everything):
        for found in _PROMISE.finditer(block.text):
            if block.role in HEADINGS or block.role not in TEXT_ROLES:
                continue
            promised = COUNTED[found[1]]
            behind = block.text[found.end() :]
            delivered = delivered_after(everything, index, behind, "点意见" in found[0])
            if delivered and promised not in delivered:
                yield f"promised {found[0]}, delivered {sorted(delivered)}"


def delivered_after(
    everything: list[Block],
    index: int,
    behind: str,
    of_parts: bool,  # noqa: FBT001
) -> set[int]:
    """Return how long the lists are that may follow a promise; nothing where none follows."""
    if of_parts:
        parts = sum(block.role is Role.HEADING_1 for block in everything)
        if parts:
            return {parts}
    level = level_above(everything, index)
    following: list[Block] = []
    for block in everything[index + 1 :]:
        if block.role in HEADINGS and HEADINGS.index(block.role) <= level:
            break
        following.append(block)
    inline = lists_in([behind])
    if inline:
        return set(inline.values())
    for number, block in enumerate(following):
        if block.role in HEADINGS:
            return {sum(other.role is block.role for other in following[number:])}
        counted = lists_in([other.text for other in until_heading(following[number:])])
        if lists_in([block.text]):
            return set(counted.values())
    return set()


def until_heading(following: list[Block]) -> list[Block]:
    """Return the paragraphs before the next heading."""
    heads = [n for n, block in enumerate(following) if block.role in HEADINGS]
    return following[: heads[0]] if heads else following


def lists_in(texts: list[str]) -> dict[str, int]:
    """Return system → length of the first list of that system in some texts."""
    longest: dict[str, int] = {}
    ended: set[str] = set()
    for text in texts:
        for found in _ORDINAL.finditer(text):
            system, number = system_of(found)
            if number == 1 and system in longest:
                ended.add(system)
            if system not in ended:
                longest[system] = number
    return longest


def level_above(everything: list[Block], index: int) -> int:
    """Return the level of the heading a paragraph stands under; -1 under none."""
    for block in reversed(everything[:index]):
        if block.role in HEADINGS:
            return HEADINGS.index(block.role)
    return -1


def neighbouring_heads(document: Document) -> Iterator[str]:
    """Yield each word that opens two neighbouring heads of a level."""
    before: dict[Role, str] = {}
    for block in blocks(document):
        if block.role not in HEADINGS:
            continue
        head = block.text[:2]
        if before.get(block.role) == head:
            yield f"two neighbouring heads begin {head}"
        for deeper in HEADINGS[HEADINGS.index(block.role) + 1 :]:
            before.pop(deeper, None)
        before[block.role] = head


def alike_endings(document: Document) -> Iterator[str]:
    """Yield each third sentence in a row that ends in the same two characters."""
    ends = [(sentence.strip("。！？”）")[-2:], sentence) for sentence in sentences(document)]
    for first, second, third in zip(ends, ends[1:], ends[2:], strict=False):
        if first[0] == second[0] == third[0]:
            yield f"three sentences in a row end in {first[0]}: {third[1]}"


def number_of(numeral: str) -> int:
    """Return 12 for 十二."""
    tens, ten, ones = numeral.rpartition("十")
    return (COUNTED.get(tens, 1) * 10 if ten else 0) + COUNTED.get(ones, 0)


def around(text: str, at: int) -> str:
    """Return the words round a place."""
    return text[max(0, at - 12) : at + 24]


RULES: tuple[Callable[[Document], Iterator[str]], ...] = (
    long_sentences,
    repeated_sentences,
    wrong_marks,
    doubled_words,
    doubled_modals,
    unfinished_paragraphs,
    unsound_ordinals,
    broken_promises,
    neighbouring_heads,
    alike_endings,
)
