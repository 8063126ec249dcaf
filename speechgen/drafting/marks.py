"""The marks that travel through a template: noncharacters, which no facts file may hold.

Text from the facts can never make one, so it can never become structure.
"""

from __future__ import annotations

import re

from speechgen.facts.item import END, MARK, PARAGRAPH

LINE = "\ufdd3"
"""Opens a line of a template: `LINE role TAB key LINE_END`, then its text."""

LINE_END = "\ufdd4"
LEAD = "\ufdd5"
"""Opens a run-in lead (一是……。)."""

LEAD_END = "\ufdd6"

EXPRESSION = re.compile(f"{MARK}([^{END}]*){END}")
MASK = "【】"
"""What an expression is while a line is looked at: one figure or name, whatever it says."""


def lead(text: str) -> str:
    """Return `text` marked as a run-in lead; empty text stays empty."""
    return f"{LEAD}{text}{LEAD_END}" if text else ""


def masked(text: str) -> str:
    """Return `text` with each expression as `【】`: what a digest or a shape may see of it."""
    return EXPRESSION.sub(MASK, text) if MARK in text else text


def expressions(text: str) -> list[str]:
    """Return the expressions of `text` in order."""
    return EXPRESSION.findall(text) if MARK in text else []


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a value typed as a `|` block; one for a plain line."""
    return text.split(PARAGRAPH)


def expression(inner: str) -> str:
    """Return `inner`, a canonical expression, as it stands in text."""
    return f"{MARK}{inner}{END}"
