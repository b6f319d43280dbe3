"""Two values that the calendar turns into each other.

Accounts for two anniversaries that count from one year, and for a date that can be read day first and month first, where
the article's own day of publication rules one reading out.
"""

from __future__ import annotations

from reconcile.align.story import Story
from reconcile.claims.anniversary import AnniversaryClaim
from reconcile.claims.source import SourceClaim
from reconcile.explain.explanation import Explanation
from reconcile.rules.difference import Difference
from reconcile.sources.stamps import printed_dates

REASON = "arithmetic"
ORDER = 90


def explain(pair: Difference, story: Story) -> Explanation | None:
    """Accounts for two values of which the arithmetic shows that they are one."""
    a, b = (side.claims[0] for side in pair.sides[:2])
    if isinstance(a, AnniversaryClaim) and isinstance(b, AnniversaryClaim):
        return _counted(a, b)
    if isinstance(a, SourceClaim) and a == b:
        return _read(a, pair.confidence, story)
    return None


def _counted(a: AnniversaryClaim, b: AnniversaryClaim) -> Explanation | None:
    """Two ordinals that were marked in two years and count from one."""
    base = a.base_year
    if base is None or base != b.base_year or a.ordinal == b.ordinal:
        return None
    marked = sorted((claim.marked_year or 0, claim.ordinal) for claim in (a, b))
    sums = " and ".join(f"{base} + {number} = {year}" for year, number in marked)
    because = f"{sums}: the articles were written in different years and count from the same one."
    return Explanation("explained", REASON, because, 0.95)


def _read(claim: SourceClaim, sure: float, story: Story) -> Explanation | None:
    """A printed date with two readings, of which the article's day of publication is one."""
    solved = story.article(claim).published
    days = (day.isoformat() for found in printed_dates(claim.value)[:1] for day in found.days)
    return (
        Explanation("explained", REASON, f"{solved.how}.", sure) if solved and solved.value in days else None
    )
