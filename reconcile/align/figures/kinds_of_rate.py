"""Which rate of its kind a percentage is: core inflation, youth unemployment, growth on the month."""

from __future__ import annotations

import re

from reconcile.claims.quantity import QuantityClaim
from reconcile.values.regex import regex

_OF = (
    r"core|underlying|food|energy|services?|goods|producer|wholesale|import|export|retail|house|housing|rent|youth|long-term|female|male|rural|urban"
    r"|women['’]s|men['’]s|young"
)
_BEFORE = regex(
    rf"\b(?P<of>{_OF}) (?:[a-z]+ )?(?:inflation|prices?|unemployment|jobless(?:ness)?|employment|growth|sales|wages?)\b",
    re.I,
)
_MONTHLY = regex(
    r"\b(?:monthly|month[- ]on[- ]month|month[- ]over[- ]month|on the month|from (?:the previous month|a month (?:earlier|before)))\b"
)
_SAME = {"underlying": "core", "service": "services", "young": "youth", "housing": "house"}
_MEASURES = frozenset({"inflation", "unemployment", "price", "rise", "fall", "share", "growth"})
_REACH = 90  # characters before a figure in which its rate is named


def two_rates(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether two percentages are of two rates by the words before them, or of a month and of a year."""
    if not {first.measure, second.measure} <= _MEASURES:
        return False
    one, other = _rate(first), _rate(second)
    foretold = one[2] is not other[2] and not {first.measure, second.measure} & {"price", "share"}
    return one[:2] != other[:2] or foretold


# What is yet to come is no figure of what was.
_FORECAST = regex(
    r"\b(?:expect(?:ed|s)?|forecasts?|project(?:ed|s|ion)|predict(?:ed|s)|will|is to|are to|would|could|likely to|seen at|target)\b[^.;]{0,50}\Z"
)


def _rate(claim: QuantityClaim) -> tuple[str, bool, bool]:
    start = claim.span.start - claim.sentence_start
    found = _BEFORE.search(claim.sentence, max(0, start - _REACH), start)
    kind = found.group("of").lower() if found is not None else ""
    coming = _FORECAST.search(claim.sentence, max(0, start - _REACH), start) is not None
    return _SAME.get(kind, kind), _MONTHLY.search(claim.sentence) is not None, coming
