"""Words typed before a phrase that prints them: 仍有【未化解.仍有】, 下滑【投资.增幅】."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechgen.claims.sentence import Finding, Sentence
from speechgen.claims.triggers import said_ahead
from speechgen.claims.words import CHANGES, DOWN, LEVEL, SLOT, UP

_TURN = re.compile("|".join((*UP, *DOWN, *LEVEL)))
_TYPED = re.compile(rf"(?P<word>{'|'.join((*UP, *DOWN))})了?$")


def check(sentence: Sentence) -> Iterator[Finding]:
    """Yield what is typed right before a phrase and begins its print, or is its direction."""
    index = sentence.text.find(SLOT)
    while index >= 0:
        said, before = sentence.at(index), sentence.text[:index]
        word = said_ahead(before, said.text) if said.phrase else ""
        typed = None if word or said.phrase not in CHANGES else _TYPED.search(before)
        if typed and _TURN.search(said.text):
            word = typed[0]
        if word:
            message = f"“{word}【{said.expression}】”会印成“{word}{said.text}”"
            yield Finding(index - len(word), message, f"请去掉“{word}”", "", "word-twice")
        index = sentence.text.find(SLOT, index + 1)
