"""Tolls of which one counts some of those whom the other counts."""

from __future__ import annotations

import re
from decimal import Decimal

from reconcile.align.figures.kin import MEN, WOMEN, anybody, head
from reconcile.claims.quantity import QuantityClaim
from reconcile.values.regex import regex

_YOUNG = frozenset({"child", "baby", "infant", "toddler"})


def some_of(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether one toll is of people and the other, a smaller one, of a group among them: "nine people", "four nurses"."""
    for whole, group in ((first, second), (second, first)):
        a, b = head(whole), head(group)
        narrow = b not in anybody() or b in _YOUNG or (b in MEN | WOMEN and whole.measure != "killed")
        every, some = whole.value.point, group.value.point
        few = bool(every and some and some < every)
        if few and _told_by_name(group) and not _told_by_name(whole):
            return True
        if few and whole.measure == "injured" and not _HOSPITAL.search(_beside(whole)):
            kept = _KEPT.search(_beside(group)) is not None
            if kept or (_HOSPITAL.search(_beside(group)) and every and some and some <= _FEW * every):
                return True
        if a == "person" and b and narrow and some and every:
            return few
    return False


def _beside(claim: QuantityClaim) -> str:
    """The words of a count and those right beside it."""
    start = claim.span.start - claim.sentence_start
    return claim.sentence[max(0, start - _NEAR) : claim.span.end - claim.sentence_start + _NEAR]


_NEAR = 30
_FEW = Decimal(
    "0.6"
)  # of the hurt: most of those who are hurt are taken to hospital, and reports take the one for the other
_HOSPITAL = regex(r"\b(?:hospitals?|hospitali[sz]ed|infirmary|clinics?|trauma cent(?:er|re))\b", re.I)
# Who lies there still is one of them.
_KEPT = regex(
    r"\b(?:still|remain\w*|kept|stay\w*|l[iay]+|lying) (?:[a-z]+ ){0,2}(?:hospitals?|hospitali[sz]ed|infirmary|clinics?)\b",
    re.I,
)
_NAMING = regex(
    r"\b(?:named|names|naming|identif(?:y|ied|ies|ying)|(?:names|identit(?:y|ies)|pictures|photos|portraits) of)(?: (?:the|another|a further|\w+ly))* \Z"
)
_NAMED = regex(
    r"[^,.;:]{0,80}? (?:(?:has|have|had) (?:now |so far |since |already )?been|was|were) (?:\w+ly )?(?:named|identified)\b"
)


def _told_by_name(claim: QuantityClaim) -> bool:
    """Whether a count is of those whose names are told, who need not be all: "police named five victims"."""
    start = claim.span.start - claim.sentence_start
    end = claim.span.end - claim.sentence_start
    ahead = _NAMING.search(claim.sentence, max(0, start - 60), start)
    return ahead is not None or _NAMED.match(claim.sentence, end) is not None
