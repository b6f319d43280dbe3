"""The words around a claim, weighed: how alike two claims' surroundings are, without their values."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt

from reconcile.align.senses import sense
from reconcile.claims.claim import Claim
from reconcile.lexicon import word_set
from reconcile.values.regex import regex

_WORD = regex(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_REACH = 90  # characters: about a clause; words farther away count half


def context(claim: Claim, weights: Mapping[str, float]) -> dict[str, float]:
    """Stems of the claim's sentence outside its value's figures, each with its weight in this story.

    Words nearby count in full, words of the far ends of a long sentence half.
    """
    common = word_set("common")
    first = claim.span.start - claim.sentence_start
    last = first + len(claim.span.quote)
    found: dict[str, float] = {}
    for match in _WORD.finditer(claim.sentence):
        word = match.group().lower()
        if word in common:
            continue
        near = match.start() >= first - _REACH and match.end() <= last + _REACH
        key = sense(word)
        found[key] = max(found.get(key, 0.0), weights.get(key, 1.0) * (1.0 if near else 0.5))
    return found


def similarity(first: Mapping[str, float], second: Mapping[str, float]) -> float:
    """Cosine of two contexts: 0 when they share nothing, 1 when they are equal."""
    if len(second) < len(first):
        first, second = second, first
    dot = sum(weight * second[key] for key, weight in first.items() if key in second)
    if dot == 0:
        return 0.0
    norm = sqrt(sum(w * w for w in first.values()) * sum(w * w for w in second.values()))
    return min(1.0, dot / norm) if norm else 0.0
