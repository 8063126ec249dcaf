"""Choices that stay: each is a digest of its own, so that no choice moves another."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")


@lru_cache(maxsize=8192)
def number(*words: str) -> int:
    """Return a number that only `words` decide: the same on every machine, in every year."""
    return int.from_bytes(sha256("\x1f".join(words).encode()).digest()[:6], "big")


def order(variants: Sequence[T], *words: str) -> Sequence[T]:
    """Return `variants` in the order in which `words` prefer them; the first is the choice.

    A variant that is added at the end of a bank can change which one comes first, as it must;
    another point or another value in the facts cannot.
    """
    if len(variants) < 2:  # noqa: PLR2004 - nothing to choose
        return variants
    start = number(*words) % len(variants)
    return [*variants[start:], *variants[:start]]


def digest(*words: str) -> str:
    """Return eight hexadecimal digits for `words`: document ids, keys of items."""
    return sha256("\x1f".join(words).encode()).hexdigest()[:8]
