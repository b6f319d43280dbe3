"""Two voices that one article sets side by side."""

from __future__ import annotations

from reconcile.align.figures.closeness import modifiers, named
from reconcile.align.figures.kin import head
from reconcile.claims.claim import Claim
from reconcile.claims.quantity import QuantityClaim
from reconcile.values.regex import regex


def against(a: QuantityClaim, b: QuantityClaim) -> bool:
    """Whether an article sets two voices side by side: residents count 14 dead, the television eight.

    Of the wounded each may know only those whom he saw or treated.
    """
    if a.span.article != b.span.article or a.measure != b.measure:
        return False
    if rivals(a, b) and disputed(a, b):
        return True
    if not two_voices(a, b):
        return False
    if any(c.part or c.further or c.derived or c.form == "vague" for c in (a, b)):
        return False
    if a.measure == "shots":
        return True
    alike = head(a) == head(b) and modifiers(a) == modifiers(b)
    return alike and a.measure == "killed" and abs(a.span.start - b.span.start) <= _SIDE_BY_SIDE


_SIDE_BY_SIDE = 600  # characters


def rivals(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether one article gives both figures as rivals: the words of two authorities, or what somebody puts otherwise."""
    if first.measure != second.measure or first.part or second.part:
        return False
    near = abs(first.span.start - second.span.start) <= _SIDE_BY_SIDE
    return near and (two_voices(first, second) or disputed(first, second))


def disputed(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether somebody puts at another figure what is told beside it: "the governor put the deficit at 7.1"."""
    if first.sentence_start == second.sentence_start or first.value.hedge or second.value.hedge:
        return False
    return named(first, second) and _put_otherwise(first) != _put_otherwise(second)


def _put_otherwise(claim: QuantityClaim) -> bool:
    """Whether somebody named puts the figure so high."""
    before = claim.span.start - claim.sentence_start
    return (
        bool(claim.attribution)
        and _PUT_AT.search(claim.sentence, max(0, before - _BEFORE), before) is not None
    )


_PUT_AT = regex(
    r"\b(?:puts?|estimate[sd]?|reckon(?:s|ed)?)\s[^.;]{1,60}?\sat\s\Z", holds="put|estimate|reckon"
)
_BEFORE = 80  # characters before a figure in which somebody may put it so high


def two_voices(a: Claim, b: Claim) -> bool:
    """Whether both claims are the word of somebody who is named or described, and not of one."""
    one, other = ((c.attribution or "").lower().removeprefix("the ") for c in (a, b))
    short, long = sorted((one, other), key=len)
    same = one == other or long.endswith(f" {short}")  # "the UN refugee agency", "the agency"
    return bool(one and other) and not same and _ANYONE.isdisjoint((one, other))


_ANYONE = frozenset({"i", "we", "he", "she", "they", "it", "who"})
