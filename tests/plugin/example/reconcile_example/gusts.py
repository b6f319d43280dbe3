"""Explains that gusts are stronger than the wind: another measure, not another wind."""

from __future__ import annotations

from reconcile.align.story import Story
from reconcile.explain.explanation import Explanation
from reconcile.rules.difference import Difference
from reconcile_example.wind import WindClaim

REASON = "scope"
ORDER = 20


def explain(pair: Difference, story: Story) -> Explanation | None:
    """Accounts for a pair of which one side speaks of gusts."""
    winds = [claim for side in pair.sides for claim in side.claims if isinstance(claim, WindClaim)]
    if len({wind.gusts for wind in winds}) == 2:
        return Explanation("explained", REASON, "One counts gusts, the other the steady wind.")
    return None
