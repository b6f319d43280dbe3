"""Whether a count is of those who have again what others lost: homes to which power came back."""

from __future__ import annotations

from reconcile.claims.quantity import QuantityClaim
from reconcile.values.regex import regex

_AGAIN = regex(
    r"\b(?:re-?connected|(?:was|were|been|being|be|is|are) restored|restor(?:ed|ing) (?:power|electricity|water|gas|supply|service)|switched back on|back (?:on the grid|on line|online|on supply)|regained (?:power|supply)|(?:power|electricity|water|gas|supply|lights)[^.;,]{0,30} (?:was|were|is|are|came|came back|back) (?:back|restored|on again))\b",
    holds="connected|restor|switched|back|regained|again",
)
_REACH = 70  # characters beside a figure in which its clause tells that


def given_back(claim: QuantityClaim) -> bool:
    """Whether the clause of a count tells that what is counted was connected again."""
    start = claim.span.start - claim.sentence_start
    end = start + len(claim.span.quote)
    before = claim.sentence[max(0, start - _REACH) : start]
    led = max(before.rfind(";"), before.rfind(" but "), before.rfind(" while "), before.rfind(", and "))
    behind = _ENDS.split(claim.sentence[end : end + _REACH], maxsplit=1)[0]
    return _AGAIN.search(f"{before[led + 1 :]} {behind}") is not None


_ENDS = regex(r"[;.]| but | while |, (?:and|with|leaving) ")
