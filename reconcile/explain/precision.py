"""Explains a difference of precision: one side is coarser, rounded or hedged, and the other satisfies it."""

from __future__ import annotations

from reconcile.align.story import Story
from reconcile.explain.explanation import Explanation
from reconcile.rules.difference import Difference
from reconcile.values.amounts import Amount
from reconcile.values.dates import Interval

REASON = "precision"
ORDER = 60


def explain(pair: Difference, story: Story) -> Explanation | None:
    """Accounts for two amounts whose ranges meet, or two times of which one contains the other."""
    first, second = pair.sides
    a, b = getattr(first.claims[0], "value", None), getattr(second.claims[0], "value", None)
    if isinstance(a, Amount) and isinstance(b, Amount):
        return _amounts(a, b, first.value, second.value)
    if isinstance(a, Interval) and isinstance(b, Interval) and a.relation(b).compatible:
        fine, coarse = (first, second) if b.contains(a) else (second, first)
        because = f"{coarse.value} contains {fine.value}: the same time, said less exactly."
        return Explanation("explained", REASON, because, 0.9)
    return None


def _amounts(a: Amount, b: Amount, said_a: str, said_b: str) -> Explanation | None:
    if a.unit != b.unit or (a.exact and b.exact):
        return None
    low = max((v for v in (a.low, b.low) if v is not None), default=None)
    high = min((v for v in (a.high, b.high) if v is not None), default=None)
    if low is not None and high is not None and low > high:
        return None
    if a.point is not None and b.point is not None and max(a.point, b.point) > 2 * min(a.point, b.point):
        because = f"{said_a} and {said_b} can both hold, but they are far apart."
        return Explanation("tension", REASON, because, 0.6)
    return Explanation(
        "explained", REASON, f"{said_a} and {said_b} can both hold: one is rounded or hedged.", 0.85
    )
