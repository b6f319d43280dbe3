"""Two values that the calendar turns into each other.

Accounts for two anniversaries that count from one year, for an anniversary that fits the year stated elsewhere, for a running week or year beside the full ones, and for a date that can be read day first and month first, where
the article's own day of publication rules one reading out.
"""

from __future__ import annotations

from reconcile.align.story import Story
from reconcile.align.times.anniversaries import stated_bases
from reconcile.claims.anniversary import AnniversaryClaim
from reconcile.claims.duration import DurationClaim
from reconcile.claims.source import SourceClaim
from reconcile.explain.explanation import Explanation
from reconcile.language.figures.ordinals import ordinal
from reconcile.rules.difference import Difference
from reconcile.sources.stamps import printed_dates

REASON = "arithmetic"
ORDER = 90


def explain(pair: Difference, story: Story) -> Explanation | None:
    """Accounts for two values of which the arithmetic shows that they are one."""
    a, b = (side.claims[0] for side in pair.sides[:2])
    if isinstance(a, AnniversaryClaim) and pair.whole:
        return _based(pair, a, story)
    if isinstance(a, AnniversaryClaim) and isinstance(b, AnniversaryClaim):
        return _counted(a, b)
    if pair.doubtful and isinstance(a, DurationClaim) and isinstance(b, DurationClaim):
        return _running(a, b, pair.confidence)
    if isinstance(a, SourceClaim) and a == b:
        return _read(a, pair.confidence, story)
    return None


def _based(pair: Difference, claim: AnniversaryClaim, story: Story) -> Explanation | None:
    """An ordinal that fits the year stated for the beginning; an edition beside it counts something else."""
    if claim.base_year not in {year for year, _ in stated_bases(claim, story)}:
        return None
    sums = f"{claim.base_year} + {claim.ordinal} = {claim.marked_year}"
    last = pair.sides[-1].claims[0]
    if isinstance(last, AnniversaryClaim) and last.counts == "edition":
        times = f"the {ordinal(last.ordinal)} counts the times it was held"
        return Explanation(
            "explained", REASON, f"{sums}: the years since the founding; {times}.", pair.confidence
        )
    because = f"{sums}: the count fits the year that the other source states."
    return Explanation("explained", REASON, because, pair.confidence)


def _counted(a: AnniversaryClaim, b: AnniversaryClaim) -> Explanation | None:
    """Two ordinals that were marked in two years and count from one."""
    base = next((year for year in a.base_years if year in b.base_years), None)
    if base is None or a.ordinal == b.ordinal:
        return None
    if "full" in (a.counts, b.counts):
        sums = ", ".join(f"{c} from {base}" for c in (a, b))
        return Explanation("explained", REASON, f"{sums}: an age counts full years.", 0.9)
    marked = sorted((claim.marked_year or 0, claim.ordinal) for claim in (a, b))
    sums = " and ".join(f"{base} + {number} = {year}" for year, number in marked)
    because = f"{sums}: the articles were written in different years and count from the same one."
    return Explanation("explained", REASON, because, 0.95)


def _running(nth: DurationClaim, full: DurationClaim, sure: float) -> Explanation | None:
    """The running unit is one more than the full ones: the seventh week, and six weeks ago."""
    if nth.facet != "nth" or nth.value is None or full.value is None or nth.value.unit != full.value.unit:
        return None
    running, past, unit = nth.value.point, full.value.point, full.value.unit
    if running is None or past is None or running - past != 1:
        return None
    because = f"After {past} full {unit}s {unit} {running} has begun: {past} + 1 = {running}."
    return Explanation("explained", REASON, because, sure)


def _read(claim: SourceClaim, sure: float, story: Story) -> Explanation | None:
    """A printed date with two readings, of which the article's day of publication is one."""
    solved = story.article(claim).published
    days = (day.isoformat() for found in printed_dates(claim.value)[:1] for day in found.days)
    return (
        Explanation("explained", REASON, f"{solved.how}.", sure) if solved and solved.value in days else None
    )
