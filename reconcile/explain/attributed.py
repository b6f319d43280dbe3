"""Tells a clash of authorities from a clash of reports: each side quotes somebody else."""

from __future__ import annotations

from reconcile.align.story import Story
from reconcile.explain.explanation import Explanation
from reconcile.rules.difference import Difference, DraftSide

REASON = "attributed"
ORDER = 95


def explain(pair: Difference, story: Story) -> Explanation | None:
    """A tension, not a contradiction, when the two sides rest on different authorities throughout."""
    first, second = (_authorities(side) for side in pair.sides)
    if pair.verdict != "contradiction" or not first or not second or first & second:
        return None
    because = (
        f"{pair.sides[0].value} is the word of {' and '.join(sorted(first))}, "
        f"{pair.sides[1].value} that of {' and '.join(sorted(second))}: different authorities."
    )
    return Explanation("tension", REASON, because, 0.8)


def _authorities(side: DraftSide) -> frozenset[str]:
    """Who vouches for the side; empty when one of its articles says it in its own voice."""
    said = [claim.attribution for claim in side.claims]
    return frozenset(who for who in said if who) if all(said) else frozenset()
