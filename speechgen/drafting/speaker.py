"""Speaking the figures of one facts file, each expression once."""

from __future__ import annotations

from speechgen.facts.facts import Facts
from speechgen.facts.figure import Spoken
from speechgen.facts.speak import speak


class Speaker:
    """Speaks expressions; what has been spoken is kept for the draft."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self._spoken: dict[str, Spoken] = dict(facts.said)

    def speak(self, expression: str) -> Spoken:
        """Return what `expression` says, spoken once in a draft."""
        spoken = self._spoken.get(expression)
        if spoken is None:
            spoken = self._spoken[expression] = speak(expression, self.facts)
        return spoken
