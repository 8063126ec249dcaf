"""A word typed before a phrase that prints it: 下降【信访总量.增幅】 prints 下降下降8.8%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechgen.claims.sentence import Finding, Sentence
from speechgen.claims.words import CHANGES, DOWN, LEVEL, SLOT, UP

_TURN = re.compile("|".join((*UP, *DOWN, *LEVEL)))
_TYPED = re.compile(rf"(?P<word>同比|环比|{'|'.join((*UP, *DOWN))})了?(?P<slot>{SLOT})")


def check(sentence: Sentence) -> Iterator[Finding]:
    """Yield 同比 and directions before a phrase that prints its own; of plans too."""
    for found in _TYPED.finditer(sentence.text):
        said, word = sentence.at(found.start("slot")), found["word"]
        is_turn = word not in {"同比", "环比"}
        printed = _TURN.search(said.text) if is_turn else said.text.startswith(word)
        if said.phrase in CHANGES and printed:
            message = f"“{found[0][:-1]}【{said.expression}】”会印成“{found[0][:-1]}{said.text}”"
            yield Finding(found.start(), message, f"请去掉“{word}”", "", "word-twice")
