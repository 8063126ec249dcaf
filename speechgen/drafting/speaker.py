"""Speaking the figures of one facts file, each expression once."""

from __future__ import annotations

from speechgen.facts.facts import Facts
from speechgen.facts.figure import Spoken
from speechgen.facts.speak import NAMED, WITHOUT_YOY, speak

CONTEXTS = {"": "", "写": "", "省": WITHOUT_YOY}
"""Contexts of speaking by 同比写法: an annual report leaves 同比 out."""


class Speaker:
    """Speaks expressions; what has been spoken is kept for the draft."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.context = ""
        self._spoken: dict[str, Spoken] = dict(facts.said)

    def settle(self, kinds_own: str) -> None:
        """Settle how the paper says 同比: as the facts ask, else as its kind does."""
        context = CONTEXTS.get(self.facts.root.text("同比写法") or kinds_own, "")
        if context != self.context:
            self.context = context
            self._spoken = {} if context else dict(self.facts.said)

    def speak(self, expression: str, context: str = "") -> Spoken:
        """Return what `expression` says, spoken once in a draft.

        `context` is that of a place of its own (a cell); empty for that of the paper.
        """
        if context:
            return speak(expression, self.facts, context)
        spoken = self._spoken.get(expression)
        if spoken is None:
            spoken = self._spoken[expression] = speak(expression, self.facts, self.context)
        return spoken

    def behind_name(self, expression: str) -> Spoken:
        """Return what `expression` says right behind the name of its figure."""
        return self.speak(expression, ",".join(filter(None, (self.context, NAMED))))
