"""Two facts of one event, each with its own value.

Accounts for two sums that answer two questions about one thing: what it is insured for, and what it is worth.
"""

from __future__ import annotations

from reconcile.align.closeness import Match
from reconcile.align.story import Story
from reconcile.align.weighing import two_facets
from reconcile.explain.explanation import Explanation
from reconcile.rules.difference import Difference
from reconcile.rules.figures import confidence
from reconcile.values.relation import Relation

REASON = "facet"
ORDER = 55

_ALIKE = 0.2
_TOLD = {
    "value": "the worth",
    "price": "the price",
    "cost": "the cost",
    "bribe": "the bribe",
    "ransom": "the ransom",
}


def explain(pair: Difference, story: Story) -> Explanation | None:
    """Accounts for two values that answer two questions about one event."""
    for match in pair.matches:
        apart = match.relation is Relation.DIFFERS or match.first.value.unit != match.second.value.unit
        if two_facets(match) and apart and match.alike >= _ALIKE:
            return Explanation("explained", REASON, _sums(match), confidence("explained", pair.matches))
    return None


def _sums(match: Match) -> str:
    a, b = match.first, match.second
    one, other = (f"what was {_TOLD.get(claim.measure, claim.measure)}" for claim in (a, b))
    return (
        f"{a.span.quote!r} and {b.span.quote!r} answer two questions: the one tells {one}, the other {other}."
    )
