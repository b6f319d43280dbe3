"""Whether two opposite deeds are done to two things, or by two people: cleared of one charge, convicted of another."""

from __future__ import annotations

from functools import lru_cache

from reconcile.align.subjects import telling
from reconcile.claims.claim import Claim
from reconcile.values.regex import regex

# What somebody is acquitted "of", what is approved "of" or "for": up to three words, behind at most a name or a pronoun.
_OBJECT = regex(
    r"(?:\s(?:[A-Z][\w'’-]+|him|her|them|it)){0,3}\s?(?:\b(?:of|for|over|on)\s)"
    r"(?:(?:the|a|an|any|all|both|two|three|four|five|six|his|her|their|its|charges?|counts?|of)\s){0,4}"
    r"(?P<what>[\w'’-]+(?:\s(?!and\b|or\b|but\b|when\b|after\b|by\b|in\b|at\b|on\b)[\w'’-]+){0,2})"
)
_FULL = regex(r"[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)+")


def two_objects(first: Claim, second: Claim) -> bool:
    """Whether what follows two deeds says that they are of two things: "cleared of theft", "convicted of fraud"."""
    one, other = _object(first), _object(second)
    return bool(one and other) and one.isdisjoint(other)


def two_named(first: Claim, second: Claim) -> bool:
    """Whether each deed has a person by full name right in front, and no word of the names is the same."""
    one, other = _named(first), _named(second)
    return bool(one and other) and one.isdisjoint(other)


@lru_cache(maxsize=4096)
def _object(claim: Claim) -> frozenset[str]:
    end = claim.span.start - claim.sentence_start + len(claim.span.quote)
    if claim.span.quote.endswith((" of", " for", " on")):
        end = claim.sentence.rfind(" ", 0, end)
    found = _OBJECT.match(claim.sentence, end)
    return telling(found.group("what")) - _ANYTHING if found is not None else frozenset()


_ANYTHING = telling("charges counts accusations wrongdoing crimes offences offenses everything")


@lru_cache(maxsize=4096)
def _named(claim: Claim) -> frozenset[str]:
    before = claim.sentence[: claim.span.start - claim.sentence_start]
    names = _FULL.findall(before)
    return frozenset(names[-1].split()) if names else frozenset()
