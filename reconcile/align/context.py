"""The words around a claim, weighed: how alike two claims' surroundings are, without their values."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from math import sqrt

from reconcile.align.senses import sense
from reconcile.claims.claim import Claim
from reconcile.lexicon import word_set
from reconcile.values.regex import regex

_WORD = regex(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_REACH = 90  # characters: about a clause; words farther away count half


class Weighed(dict[str, float]):
    """Words around a claim, each by its sense with its weight; not changed once they are made."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        super().__init__(weights)
        self.squares = sum(weight * weight for weight in weights.values())


def context(claim: Claim, weights: Mapping[str, float]) -> Weighed:
    """Stems of the claim's sentence outside its value's figures, each with its weight in this story.

    Words nearby count in full, words of the far ends of a long sentence half.
    """
    first = claim.span.start - claim.sentence_start
    last = first + len(claim.span.quote)
    found: dict[str, float] = {}
    for start, end, key in _telling(claim.sentence):
        near = start >= first - _REACH and end <= last + _REACH
        found[key] = max(found.get(key, 0.0), weights.get(key, 1.0) * (1.0 if near else 0.5))
    return Weighed(found)


@lru_cache(maxsize=1024)
def _telling(sentence: str) -> tuple[tuple[int, int, str], ...]:
    """Where the telling words of a sentence stand, each with its sense; kept for the sentence's other claims."""
    common = word_set("common")
    spots = ((match.start(), match.end(), match.group().lower()) for match in _WORD.finditer(sentence))
    return tuple((start, end, sense(word)) for start, end, word in spots if word not in common)


def similarity(first: Weighed, second: Weighed) -> float:
    """Cosine of two contexts: 0 when they share nothing, 1 when they are equal."""
    if first.keys().isdisjoint(second):
        return 0.0
    if len(second) < len(first):
        first, second = second, first
    dot = sum(weight * second[key] for key, weight in first.items() if key in second)
    if dot == 0:
        return 0.0
    norm = sqrt(first.squares * second.squares)
    return min(1.0, dot / norm) if norm else 0.0
