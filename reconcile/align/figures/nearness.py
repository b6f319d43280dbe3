"""The words next to a figure, weighed by distance, up to the figures beside it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache

from reconcile.align.context import Weighed
from reconcile.align.senses import sense
from reconcile.claims.claim import Claim
from reconcile.lexicon import word_set
from reconcile.values.regex import regex

_WORD = regex(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\b(?:1[5-9]|20)\d\d\b")
_REACH = 4  # words: at this distance a word counts half
_BEYOND = 0.35  # what is left of a word's weight behind a neighbouring figure


@cache
def _common() -> frozenset[str]:
    return word_set("common") | word_set("hedge_words")


def near(claim: Claim, beside: Sequence[int], weights: Mapping[str, float]) -> Weighed:
    """Stems around `claim`, each with its weight in the story lessened by distance.

    `beside` holds where the other figures of the sentence start, in order; words beyond them count little.
    """
    text, base = claim.sentence, claim.sentence_start
    first, last = claim.span.start - base, claim.span.end - base
    at = bisect_left(beside, claim.span.start)
    floor = max((b - base for b in beside[:at] if b < claim.span.start), default=-1)
    ceiling = min((b - base for b in beside[at:] if b >= claim.span.end), default=len(text) + 1)
    found: dict[str, float] = {}
    spots = [(m.start(), m.group().lower()) for m in _WORD.finditer(text)]
    inside = [i for i, (start, _) in enumerate(spots) if first <= start < last]
    left = inside[0] if inside else bisect_left(spots, (first, ""))
    right = inside[-1] if inside else left
    for index, (start, word) in enumerate(spots):
        if word in _common():
            continue
        distance = max(0, left - index, index - right)
        weight = weights.get(key := sense(word), 1.0) / (1 + distance / _REACH)
        if start < floor or start > ceiling:
            weight *= _BEYOND
        found[key] = max(found.get(key, 0.0), weight)
    return Weighed(found)
