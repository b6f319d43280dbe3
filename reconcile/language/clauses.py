"""A sentence cut into words and marks, and the small words that build its clauses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from reconcile.lexicon import words

_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark of a sentence: `text[start:end]`; `lower` without a possessive ending."""

    start: int
    end: int
    lower: str
    word: bool
    capital: bool


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The words and marks of `text[start:end]`."""
    found = []
    for match in _TOKEN.finditer(text, start, end):
        raw = match.group()
        lower = raw.lower()
        if lower.endswith(("'s", "’s")):
            lower = lower[:-2]
        found.append(Token(match.start(), match.end(), lower, raw[0].isalnum(), raw[0].isupper()))
    return found


@cache
def small(kind: str) -> frozenset[str]:
    """The small words of one class of the lexicon: "joint", "preposition", "determiner", "auxiliary", …"""
    for line in words("clause_words"):
        name, _, entries = line.partition(":")
        if name == kind:
            return frozenset(entries.split())
    return frozenset()
