"""Explains an update: a later report gives a later figure of something that grows."""

from __future__ import annotations

from reconcile.align.story import Story
from reconcile.explain.explanation import Explanation
from reconcile.rules.difference import Difference, DraftSide
from reconcile.rules.updates import GROWING
from reconcile.values.amounts import Amount

REASON = "update"
ORDER = 85


def explain(pair: Difference, story: Story) -> Explanation | None:
    """Accounts for a running count that a later article gives higher than an earlier one."""
    earlier, later = sorted(pair.sides, key=lambda side: _days(side, story)[0])
    if getattr(earlier.claims[0], "measure", None) not in GROWING:
        return None
    last, first = _days(earlier, story)[1], _days(later, story)[0]
    a, b = getattr(earlier.claims[0], "value", None), getattr(later.claims[0], "value", None)
    if not (last and first and last < first and isinstance(a, Amount) and isinstance(b, Amount)):
        return None
    if a.point is None or b.point is None or a.point > b.point:
        return None
    because = (
        f"{earlier.value} was reported on {last} and {later.value} on {first}: a later count of what grows."
    )
    return Explanation("explained", REASON, because, 0.85)


def _days(side: DraftSide, story: Story) -> tuple[str, str]:
    """First and last day on which the side was published, as ISO dates; empty when unknown."""
    published = [article.published for claim in side.claims if (article := story.article(claim))]
    days = sorted(p.value for p in published if p is not None)
    return (days[0], days[-1]) if days and len(days) == len(published) else ("", "")
