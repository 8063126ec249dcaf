"""What is typed of 全年目标 and 全年控制数: 高于全年目标, 超额完成全年目标, 尚未达到目标."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from speechgen.claims.sentence import About, Finding, Sentence
from speechgen.claims.words import GOAL_WORDS, GOALS_NAMED

_NOT = "尚未|仍未|还未|未能|没有|没能|并未|未|不"
_GOAL = re.compile(
    rf"(?P<not>{_NOT})?(?P<much>超额)?(?:提前|圆满|全面)?(?P<word>{'|'.join(GOAL_WORDS)})了?"
    rf"(?P<goal>{'|'.join(GOALS_NAMED)}|目标)(?=[，。；：、！？（）,.;:!?()]|$)"
)
_NO_CLAIM = re.compile("(?:[为将可能要来以才就]|如期|距|离|对照|围绕)$")
_STILL_TO_DO = re.compile("，(?:还[要需须差]|尚[需须]|仍[需须]|必须|需要|要|关键|难度|压力)")
_REACHED = frozenset({"完成", "达到"})
_BELOW = frozenset({"低于", "不及"})


def check(sentence: Sentence) -> Iterator[Finding]:
    """Yield what is told of a goal the file states and is not so of the value.

    Nothing is said of 完成控制目标 and 达到控制数, which mean either; where the figure is not
    plain, or the file states no such goal; of plans.
    """
    if sentence.is_plan:
        return
    for found in _GOAL.finditer(sentence.text):
        lead = sentence.text[sentence.clause(found.start())[0] : found.start()]
        if _NO_CLAIM.search(lead) or _STILL_TO_DO.match(sentence.text, found.end()):
            continue
        about = sentence.subject(found.start(), lead)
        if about is None or about.value is None:
            continue
        bound = about.ceiling if "控制" in found["goal"] else about.goal
        if bound is not None and _is_false(found, about, about.value, bound):
            yield _finding(found, about, about.value, bound)


def _is_false(found: re.Match[str], about: About, value: Decimal, bound: Decimal) -> bool:
    word = found["word"]
    if word in _REACHED and "控制" in found["goal"]:
        return False
    if word in _REACHED:
        past = value < bound if about.falls else value > bound
        holds = past or (value == bound and not found["much"])
    else:
        holds = value < bound if word in _BELOW else value > bound
    return holds == bool(found["not"])


def _finding(found: re.Match[str], about: About, value: Decimal, bound: Decimal) -> Finding:
    goal = found["goal"]
    label = "全年控制数" if "控制" in goal else "全年目标"
    shown = f"{about.name}是{about.number(value, bound)}，{label}是{about.number(bound)}"
    message = f"“{found[0]}”不符：{shown}"
    right = "达到" if value == bound else "高于" if value > bound else "低于"
    return Finding(found.start(), message, f"可写“{right}{goal}”")
