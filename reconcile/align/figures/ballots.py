"""Results told as one figure to another: "went 1,012 to 655", "by 1,102 votes to 498"."""

from __future__ import annotations

from reconcile.claims.quantity import QuantityClaim
from reconcile.values.regex import regex

_TO = regex(
    r"(?: votes?)?(?: in favou?r| for)?(?:,? to|,? against|-|–) ?(?P<other>\d[\d,]*)\b(?![.:]\d|[%-])"
)
_RISE = ("from ", "From ")
_LEAST = 20  # smaller results are scores, which have rules of their own


def against(claim: QuantityClaim) -> str:
    """The figure that the claim's is told against; empty where there is none."""
    if claim.value.unit or (claim.value.point or 0) < _LEAST:
        return ""
    start = claim.span.start - claim.sentence_start
    if claim.sentence.endswith(_RISE, 0, start):
        return ""
    end = start + len(claim.span.quote.removesuffix(" votes"))
    told = _TO.match(claim.sentence, end)
    return told.group("other") if told else ""
