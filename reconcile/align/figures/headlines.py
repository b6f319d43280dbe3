"""The toll of a report: the one that it tells first and whole.

The tolls that two reports of one story give answer one question in whatever words they are told: "Nine persons have lost
their lives", "11 dead".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from reconcile.claims.quantity import QuantityClaim

HEADLINE = 0.3  # how alike two tolls are at the least that each are their report's own
_MOST = 2  # different tolls of one measure in a report, beyond which it tells of several events
_LEAST = 2  # one dead may be anybody of them


def headlines(tolls: Iterable[QuantityClaim]) -> frozenset[str]:
    """The ids of the claims that give the toll of their article, of all `tolls` of one measure in a story."""
    told: dict[str, list[QuantityClaim]] = defaultdict(list)
    for claim in sorted(tolls, key=lambda claim: claim.span.start):
        whole = not (claim.part or claim.further or claim.derived or claim.per)
        if whole and claim.value.point is not None and claim.value.point >= _LEAST:
            told[claim.span.article].append(claim)
    return frozenset(
        claim.id
        for mine in told.values()
        if len({claim.value.point for claim in mine}) <= _MOST
        for claim in mine
        if claim.value.point == mine[0].value.point
    )
