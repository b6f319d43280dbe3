"""Nouns for what is done, and the verbs that say the same: a fine and to fine, negotiations and to negotiate."""

from __future__ import annotations

from functools import cache, lru_cache

from reconcile.align.senses import sense
from reconcile.align.story import Story
from reconcile.align.times.spans import names
from reconcile.claims.claim import Claim
from reconcile.lexicon import words
from reconcile.values.regex import regex

_ENDINGS = (
    "ication",
    "ation",
    "ion",
    "ment",
    "al",
    "ance",
)  # consultation, negotiation, announcement, refusal, acceptance
_LEAST = 4  # letters of a verb before such an ending
_PRONOUN = regex(r"\b(?:he|she|him|her|his)\b", holds="he|she|him|her|his")


@cache
def _listed() -> dict[str, frozenset[str]]:
    """The verbs of nouns by their senses: of those that are verbs too, and of those with a verb of another form."""
    found: dict[str, frozenset[str]] = {}
    for line in words("acts"):
        noun, _, verb = line.partition(" = ")
        if verb:
            found[noun] = found.get(noun, frozenset()) | {sense(verb)}
        else:
            found.update((word, frozenset({sense(word)})) for word in line.split())
    return found


@lru_cache(maxsize=4096)
def acts(noun: str) -> frozenset[str]:
    """The senses of the verbs for what a noun says is done; none when it says no act."""
    single = noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
    known = _listed().get(single) or _listed().get(noun)
    if known is not None:
        return known
    endings = [e for e in _ENDINGS if single.endswith(e) and len(single) - len(e) >= _LEAST]
    return frozenset(sense(single[: -len(ending)]) for ending in endings)


def persons(story: Story, claim: Claim) -> frozenset[str]:
    """The names in a claim's sentence, with those of the persons whom its pronouns mean."""
    meant = story.reading(claim.span.article).document.antecedents
    found = set(names(claim.sentence))
    for pronoun in list(_PRONOUN.finditer(claim.sentence))[:4]:
        found.update(names(meant.pronoun(pronoun.group(), claim.sentence_start + pronoun.start())))
    return frozenset(found)
