"""Characters that no paper can hold, and those that only the office's own machines show."""

from __future__ import annotations

import re
from functools import cache

_PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
_FORBIDDEN = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff"
)


def is_strange(text: str) -> bool:
    """Return whether `text` may hold a forbidden or self-made character; quick on a good text."""
    common = text.replace("\n", "").replace("\u3000", "").replace("\t", "").replace("\xa0", "")
    return not common.isprintable()


@cache
def forbidden() -> re.Pattern[str]:
    """Return what XML 1.0 or YAML cannot carry, invisible line ends, and our own marks."""
    return re.compile(f"[{_FORBIDDEN}]")


@cache
def self_made() -> re.Pattern[str]:
    """Return the private-use characters."""
    return re.compile(f"[{_PRIVATE}]")
