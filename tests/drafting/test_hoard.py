"""The word hoard (templates/句库): every topic full, no sentence twice, each fit to be read aloud.

The rules are docs/templates.md, "句库"; the names of the slots stand there too.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from math import ceil
from pathlib import Path
from typing import NamedTuple

import pytest

from speechgen.drafting.stock import about
from speechgen.facts.library import NEUTRAL
from speechgen.facts.plain import Plain, read_plain
from speechgen.facts.topics import bank
from tests.drafting.papers import ROOT

TOPICS = {path.stem: path for path in sorted((ROOT / "templates" / "句库").glob("*.yaml"))}

SENTENCES = {
    slot: least
    for least, slots in {
        2: "会后 差距 下步引",
        3: "动员感言 成绩结 慰问 转到问题 问题到任务 转到要求 关心干部 意义 结尾书面 主持引 "
        "表态引 表态结尾 典型引 典型结尾 致辞引 致辞结尾 要点引 通报要求 会议要求",
        4: "成绩引 形势结 体会 案例后 动员结尾 主持小结 主持要求 会议指出 会议强调",
        5: "开头感言",
        6: "任务一般",
        7: "结尾",
    }.items()
    for slot in slots.split()
}
"""Slot: how many entries at least."""

GROUPS = {
    "问题后": (12, 2),
    "任务组后": (6, 2),
    "任务展开": (10, 2),
    "任务后": (15, 2),
    "要求后": (7, 2),
    "表态后": (8, 1),
}
"""Slot whose entries are bound by 见: how many groups of words, how many entries for each."""

NEUTRAL_SHARE = 1.5
"""Every topic falls back on the neutral one, so it holds half as many again."""

RANKS = {
    "结尾": {"主要领导": 3, "分管领导": 3, "部门负责人": 3, "基层代表": 1},
    "动员结尾": {"主要领导": 2, "分管领导": 2, "部门负责人": 2},
}
CLOSINGS = frozenset(RANKS)
"""A call takes a longer breath than a sentence of the body."""

PAIRED = re.compile(r"“[^“”]*”|（[^（）]*）|《[^《》]*》")
IMPERSONAL = re.compile(r"主持|会议|通报|要点")
SET_PHRASES = (
    "今年以来，□各级各部门",  # how results begin in every office; □ is a slot
    "依法反映诉求的渠道",  # the law's own words for what must stay open
)
RUN = 11
HEADS = ("形势", "任务", "要求")


class Entry(NamedTuple):
    """A stock sentence, and where it stands."""

    topic: str
    slot: str
    text: str
    seen: tuple[str, ...]
    ranks: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.topic} {self.slot}: {self.text}"


@lru_cache
def record(topic: str) -> dict[str, Plain]:
    read = read_plain(TOPICS[topic])
    assert isinstance(read, dict)
    return read


def entries(topic: str) -> list[Entry]:
    slots = record(topic)["套话"]
    assert isinstance(slots, dict)
    return [
        entry(topic, slot, value)
        for slot, values in slots.items()
        if slot in SENTENCES or slot in GROUPS
        for value in listed(values)
    ]


def own_entries() -> dict[str, list[Entry]]:
    """Return what each kind has in a bank of its own."""
    paths = sorted((ROOT / "templates").glob("*/句库.yaml"))
    return {path.parent.name: in_bank(path) for path in paths}


def in_bank(path: Path) -> list[Entry]:
    """Return all sentences of a bank, whatever their slot."""
    read = read_plain(path)
    assert isinstance(read, dict)
    slots = read["套话"]
    assert isinstance(slots, dict)
    name = path.parent.name if path.stem == "句库" else path.stem
    return [entry(name, slot, value) for slot, values in slots.items() for value in listed(values)]


def entry(topic: str, slot: str, value: Plain) -> Entry:
    if not isinstance(value, dict):
        return Entry(topic, slot, str(value), (), ())
    return Entry(topic, slot, str(value["说"]), words(value, "见"), words(value, "身份"))


def words(value: dict[str, Plain], key: str) -> tuple[str, ...]:
    return tuple(str(word) for word in listed(value.get(key, [])))


def listed(value: Plain) -> list[Plain]:
    return value if isinstance(value, list) else [value]


def heads(topic: str) -> list[dict[str, str]]:
    return [
        {key: str(words) for key, words in head.items()}
        for head in listed(record(topic)["标题组"])
        if isinstance(head, dict)
    ]


def spoken(text: str) -> str:
    """Return `text` as long as it is when said, about: a topic of four, a place of two."""
    return text.replace("{主题}", "某项工作").replace("{风险}", "某种风险").translate(
        {ord(brace): None for brace in "{}"}
    )  # fmt: skip


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[。！？])”?", spoken(text)) if part]


def faults(found: list[str]) -> str:
    return "\n".join(found[:60]) + (f"\n… {len(found)}" if len(found) > 60 else "")


every_topic = pytest.mark.parametrize("topic", TOPICS)


@every_topic
def test_every_slot_is_full(topic: str) -> None:
    share = NEUTRAL_SHARE if topic == NEUTRAL else 1
    have = [entry.slot for entry in entries(topic)]
    short = [
        f"{slot}: {have.count(slot)} of {ceil(least * share)}"
        for slot, least in SENTENCES.items()
        if have.count(slot) < ceil(least * share)
    ]

    assert not short, faults(short)


@every_topic
def test_bound_slots_have_their_groups_of_words(topic: str) -> None:
    short = []
    for slot, (groups, each) in GROUPS.items():
        bound = [entry.seen for entry in entries(topic) if entry.slot == slot]
        if topic == NEUTRAL:
            if len(bound) < ceil(groups * each * NEUTRAL_SHARE):
                short.append(f"{slot}: {len(bound)} of {ceil(groups * each * NEUTRAL_SHARE)}")
            continue
        full = {seen for seen in bound if seen and bound.count(seen) >= each}
        if len(full) < groups:
            short.append(f"{slot}: {len(full)} of {groups} groups with {each}")

    assert not short, faults(short)


@every_topic
def test_only_a_neutral_slot_does_without_words_to_follow(topic: str) -> None:
    if topic == NEUTRAL:
        return
    loose = [str(entry) for entry in entries(topic) if entry.slot in GROUPS and not entry.seen]

    assert not loose, faults(loose)


@every_topic
def test_every_rank_has_its_closings(topic: str) -> None:
    short = []
    for slot, needed in RANKS.items():
        said = [entry.ranks for entry in entries(topic) if entry.slot == slot]
        for rank, least in needed.items():
            count = sum(rank in ranks for ranks in said)
            if count < least:
                short.append(f"{slot} {rank}: {count} of {least}")

    assert not short, faults(short)


@every_topic
def test_first_leaders_close_with_a_call(topic: str) -> None:
    tame = [
        str(entry)
        for entry in entries(topic)
        if entry.slot in CLOSINGS and "主要领导" in entry.ranks and not entry.text.endswith("！")
    ]

    assert not tame, faults(tame)


def test_no_two_entries_share_a_run_of_eleven_characters() -> None:
    topics: dict[str, Entry] = {}
    shared = alike([entry for path in TOPICS.values() for entry in in_bank(path)], topics)
    for own in own_entries().values():  # two kinds may speak alike, they are never compared
        shared |= alike(own, dict(topics))

    assert not shared, faults([f"“{run}”\n  {a}\n  {b}" for (a, b), run in shared.items()])


def alike(found: list[Entry], first: dict[str, Entry]) -> dict[tuple[Entry, Entry], str]:
    """Return the pairs of entries that share a run, among themselves or with those in `first`."""
    shared: dict[tuple[Entry, Entry], str] = {}
    for one in found:
        text = re.sub(r"\{..\}", "□", one.text)
        for start in range(len(text) - RUN + 1):
            run = text[start : start + RUN]
            if any(phrase in run or run in phrase for phrase in SET_PHRASES):
                continue
            other = first.setdefault(run, one)
            if other is not one:
                shared.setdefault((other, one), run)
    return shared


@every_topic
def test_sentences_are_neither_gasps_nor_a_mouthful(topic: str) -> None:
    odd = [
        f"{len(sentence)} {entry}"
        for entry in entries(topic)
        for sentence in sentences(entry.text)
        if not 8 <= len(sentence) <= (100 if entry.slot in CLOSINGS else 60)
    ]

    assert not odd, faults(odd)


@every_topic
def test_an_entry_is_one_or_two_whole_sentences(topic: str) -> None:
    odd = [
        str(entry)
        for entry in entries(topic)
        if len(sentences(entry.text)) > 2 or not entry.text.endswith(("。", "！", "。”", "？"))
    ]

    assert not odd, faults(odd)


@every_topic
def test_punctuation_is_chinese_and_no_digit_is_said(topic: str) -> None:
    foreign = re.compile(r"[\x21-\x7e０-９]")
    said = [*map(str, entries(topic)), *(head[key] for head in heads(topic) for key in HEADS)]
    odd = [text for text in said if foreign.search(re.sub(r"\{..\}", "", text.partition(": ")[2]))]

    assert not odd, faults(odd)


@every_topic
def test_only_known_slots_are_filled(topic: str) -> None:
    known = {"{主题}", "{范围}", "{自称}", "{风险}"}
    odd = [
        str(entry)
        for entry in entries(topic)
        if set(re.findall(r"\{.*?\}|[{}]", entry.text)) - known
    ]

    assert not odd, faults(odd)


@every_topic
def test_quotes_and_brackets_are_paired(topic: str) -> None:
    odd = [
        str(entry)
        for entry in entries(topic)
        if re.sub(
            r"[^“”‘’（）《》]", "", re.sub(r"“[^“”]*”|（[^（）]*）|《[^《》]*》", "", entry.text)
        )
    ]

    assert not odd, faults(odd)


@every_topic
def test_hosts_and_minutes_do_not_say_i(topic: str) -> None:
    odd = [
        str(entry)
        for entry in entries(topic)
        if IMPERSONAL.search(entry.slot) and "我" in entry.text
    ]

    assert not odd, faults(odd)


@every_topic
def test_no_ordinals_inside_a_sentence(topic: str) -> None:
    odd = [str(entry) for entry in entries(topic) if re.search("一是|二是|第一，|一要", entry.text)]

    assert not odd, faults(odd)


@every_topic
def test_words_to_follow_are_words(topic: str) -> None:
    odd = [f"{entry} {word}" for entry in entries(topic) for word in entry.seen if len(word) < 2]

    assert not odd, faults(odd)


@every_topic
def test_there_are_sets_of_heads_for_every_case(topic: str) -> None:
    sets = heads(topic)

    assert len(sets) >= 5
    assert sum(head.get("文种") == "动员部署讲话" for head in sets) >= 2
    assert sum("问题" not in head.get("须有", "") for head in sets) >= 2
    assert sum("{主题}" in head["形势"] for head in sets) >= 2


@every_topic
def test_heads_of_a_set_have_one_build(topic: str) -> None:
    odd = []
    for head in heads(topic):
        said = [spoken(head[key]) for key in HEADS]
        clauses = [len(text.partition("，")[0]) for text in said]
        lengths = [len(text) for text in said]
        if len(set(clauses)) > 1 or max(lengths) - min(lengths) > 4 or max(lengths) > 28:
            odd.append(f"{clauses} {lengths} {' / '.join(said)}")

    assert not odd, faults(odd)


@every_topic
def test_no_word_opens_two_heads_of_a_set(topic: str) -> None:
    odd = [
        " / ".join(head[key] for key in HEADS)
        for head in heads(topic)
        if any(a == b for a, b in pairwise(sorted(head[key][:2] for key in HEADS)))
    ]

    assert not odd, faults(odd)


@every_topic
def test_a_topic_names_its_verbs_and_its_risks(topic: str) -> None:
    verbs = [str(verb) for verb in listed(record(topic)["动词"])]
    risks = [r["说"] if isinstance(r, dict) else str(r) for r in listed(record(topic)["风险"])]

    assert len(set(verbs)) >= 10
    assert all(2 <= len(verb) <= 4 for verb in verbs)
    assert 4 <= len(set(risks)) <= 8
    assert all(2 <= len(risk) <= 6 for risk in risks)


def test_an_alias_means_one_topic() -> None:
    named: dict[str, str] = {}
    for topic in TOPICS:
        for alias in listed(record(topic).get("别名", [])):
            assert named.setdefault(str(alias), topic) == topic


RISKS: dict[str, dict[str, tuple[str, ...]]] = {
    "防汛抗旱": {"抗旱工作": ("农田受旱", "人畜饮水困难"), "防汛工作": ("城区内涝", "堤坝渗漏")},
    "生态环保": {"蓝天保卫": ("露天焚烧", "扬尘反复"), "水质提升": ("断面超标",)},
    "乡村振兴": {"畜牧业": ("动物疫病",), "粮食安全": ("农资短缺", "病虫害蔓延")},
}


@pytest.mark.parametrize("topic", RISKS)
def test_a_paper_fears_what_its_own_half_of_a_topic_fears(topic: str) -> None:
    for subject, own in RISKS[topic].items():
        feared = [risk.text for risk in about(subject, bank(TOPICS[topic]).risks)]
        others = {risk for other in RISKS[topic].values() for risk in other} - {*own}

        assert set(own) <= set(feared)
        assert not others & set(feared), subject
