"""A figure as a template sees it: it prints as its expression, which is spoken at the very end.

So the expression survives macros, set blocks, `~`, joins and filters, and a figure is spoken in
one place only, where the sentence round it is known.
"""

from __future__ import annotations

from collections.abc import Callable

from speechgen.drafting.marks import expression


class Speakable:
    """`信访总量`, `信访总量.同比`, `重复信访.占比(信访总量)` in a template."""

    __slots__ = ("canonical", "inner")

    def __init__(self, inner: str, canonical: Callable[[str], str]) -> None:
        self.inner = inner
        self.canonical = canonical

    def phrase(self, word: str) -> Speakable:
        """Return this figure with a phrase: `信访总量` . `同比`."""
        return Speakable(f"{self.inner}.{word}", self.canonical)

    def __call__(self, *others: Speakable) -> Speakable:
        """Return this phrase with its arguments: `占比` of `信访总量`."""
        names = "，".join(other.inner for other in others)
        return Speakable(f"{self.inner}({names})", self.canonical)

    def __str__(self) -> str:
        return expression(self.canonical(self.inner))
