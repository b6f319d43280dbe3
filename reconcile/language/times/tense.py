"""Which way a bare weekday or month looks: back or ahead, by the verb and the preposition near it."""

from __future__ import annotations

from functools import cache

from reconcile.language.times.tokens import Tokens
from reconcile.lexicon import words

REACH = 14  # tokens; a verb farther away belongs to something else


@cache
def cues() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Words that look ahead, words that look back, and words ending in "ed" that are no past verbs."""
    found: dict[str, set[str]] = {"ahead": set(), "back": set(), "neither": set()}
    for line in words("tense"):
        name, _, entries = line.partition(":")
        found[name].update(entries.split())
    return frozenset(found["ahead"]), frozenset(found["back"]), frozenset(found["neither"])


def direction(tokens: Tokens, first: int, last: int) -> int:
    """1 when the words around look ahead, -1 when they look back, 0 when nothing tells."""
    for index in range(first - 1, max(-1, first - 1 - REACH), -1):
        if _stops(tokens, index):
            break
        found = _cue(tokens, index)
        if found:
            return found
    for index in range(last, min(len(tokens.pieces), last + REACH)):
        if _stops(tokens, index):
            break
        found = _cue(tokens, index)
        if found:
            return found
    return 0


def _stops(tokens: Tokens, index: int) -> bool:
    piece = tokens.pieces[index]
    if piece[0] in "\n;!?":
        return True
    return piece == ". " and len(tokens.word(index - 1)) > 3


def _cue(tokens: Tokens, index: int) -> int:
    word = tokens.word(index).lower()
    ahead, back, neither = cues()
    if word in ahead:
        return 1
    if word in back or (len(word) > 4 and word.endswith("ed") and word not in neither):
        return -1
    return 0
