"""Whose figures are: the share of one candidate is not that of another."""

from __future__ import annotations

from reconcile.align.stems import stems
from reconcile.claims.quantity import QuantityClaim
from reconcile.values.regex import regex

_NEAR = 80  # characters before a sum in which whoever gives it may be named
_SURE_SHARE, _SURE_ASIDE = 0.75, 0.5  # how alike two figures must be, of which only one names a holder

# What everybody has a figure of: it says nothing without whose it is.
_HELD = frozenset({"vote", "seat", "point", "goal", "medal", "title", "run", "win", "ballot", "share"})
_EARNED = frozenset({"revenue", "prize", "salary", "profit", "loss"})


def other_holder(a: QuantityClaim, b: QuantityClaim, alike: float) -> bool:
    """Whether the figures are of two holders or givers: the share of one candidate is not that of another."""
    if _two_givers(a, b):
        return True
    if a.form != "percent" and not {a.measure, b.measure} & _HELD:
        both = a.subject and b.subject and ("money" == a.form == b.form or a.measure == b.measure in _EARNED)
        return bool(both) and not set(a.subject.lower().split()) & set(b.subject.lower().split())
    if not a.subject or not b.subject:
        return a.subject != b.subject and alike < (_SURE_SHARE if a.form == "percent" else _SURE_ASIDE)
    return not set(a.subject.lower().split()) & set(b.subject.lower().split())


def _two_givers(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether two sums are pledged or given by two, each of whom is named right before the verb."""
    ours, theirs = _giver(first), _giver(second)
    return bool(ours and theirs) and not ours & theirs


def _giver(claim: QuantityClaim) -> frozenset[str]:
    """The stems of the words for whoever pledges or gives a sum; empty where a pronoun or nobody does."""
    start = claim.span.start - claim.sentence_start
    found = _GIVES.search(claim.sentence, max(0, start - _NEAR), start)
    if found is None:
        return frozenset()
    return frozenset(stems(found["who"])) - _NOBODY


_GIVES = regex(
    r"(?P<who>[\w'’-]+(?: [\w'’-]+){0,5}?) (?:(?:has|have|had|will|would|also|already|today) ){0,2}"
    r"(?:pledge[sd]?|promise[sd]?|donate[sd]?|contribute[sd]?|commit(?:s|ted)|gave|gives?|given) [^.;]{0,30}\Z",
    holds="pledge|promise|donate|contribute|commit|gave|give",
)
_NOBODY = frozenset({"he", "she", "it", "they", "who", "which", "that", "and", "the", "also", "we"})
