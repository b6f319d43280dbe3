"""A sentence cut into words and marks, and the small words that build its clauses."""

from __future__ import annotations

from functools import cache, partial
from typing import NamedTuple

from reconcile.language.memo import Memo
from reconcile.lexicon import words
from reconcile.values.regex import regex

_TOKEN = regex(r"[^\W_]+(?:['’.-][^\W_]+)*|[^\w\s]")


class Token(NamedTuple):
    """A word or a mark of a sentence: `text[start:end]`; `lower` without a possessive ending."""

    start: int
    end: int
    lower: str
    word: bool
    capital: bool


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The words and marks of `text[start:end]`."""
    found: list[tuple[int, int, str, bool, bool]] = []
    cut = _cut
    for piece in text[start:end].split(" "):
        for first, last, lower, word, capital in cut[piece]:
            found.append((start + first, start + last, lower, word, capital))
        start += len(piece) + 1
    return list(map(_make, found))


_make = partial(tuple.__new__, Token)


def _words(piece: str) -> tuple[tuple[int, int, str, bool, bool], ...]:
    """The words and marks between two spaces, as tokens count them from there."""
    return tuple((found.start(), found.end(), *_shape(found.group())) for found in _TOKEN.finditer(piece))


_cut = Memo(_words)


def _shape(raw: str) -> tuple[str, bool, bool]:
    """The word in lower case without a possessive ending, whether it is one, whether it has a capital."""
    lower = raw.lower()
    if lower[-1] == "s" and lower[-2:-1] in ("'", "’"):
        lower = lower[:-2]
    return lower, raw[0].isalnum(), raw[0].isupper()


@cache
def small(kind: str) -> frozenset[str]:
    """The small words of one class of the lexicon: "joint", "preposition", "determiner", "auxiliary", …"""
    for line in words("clause_words"):
        name, _, entries = line.partition(":")
        if name == kind:
            return frozenset(entries.split())
    return frozenset()
